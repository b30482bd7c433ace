import ArgumentParser
import Coding
import Exchange
import Foundation
import Intake
import Ledger
import Record

/// `dateline compare`: another data set's events against ours, by place, day and toll.
struct CompareCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "compare", abstract: "Compare the events of a data set with those coded from text.",
        discussion: """
            With --own-sources the table's own texts (source_headline, source_article, notes) are coded, one report each, \
            instead of asking a ledger: what a machine makes of the texts that people coded by hand.
            """)

    /// Which rows to list below the sums.
    enum Listing: String, ExpressibleByArgument, CaseIterable { case none, matched, ours, theirs, places }

    @Argument(help: "The other data set: ACLED, UCDP GED, GeoJSON or a plain table.", completion: .file())
    var path: String

    @OptionGroup var set: DataSetOptions
    @OptionGroup var data: DataOptions

    @Option(help: "The ledger file.", completion: .file(extensions: ["sqlite"]))
    var ledger: String = "dateline.sqlite"

    @Flag(name: .customLong("own-sources"), help: "Code the table's own texts instead of asking a ledger.")
    var ownSources = false

    @Option(help: "Days that two events may lie apart.")
    var days: Int = 1

    @Option(name: .customLong("km"), help: "Kilometres that their places may lie apart.")
    var kilometres: Double = 20

    @Option(help: "Below the sums, list none, matched, ours, theirs or places.")
    var list: Listing = .places

    @Option(help: "At most so many lines of the list.")
    var limit: Int = 20

    func validate() throws {
        guard days >= 0, kilometres >= 0 else { throw ValidationError("--days and --km take 0 or more") }
    }

    func run() throws {
        let (importer, name, bytes) = try set.open(path)
        var rows: [CodedReport] = []
        var failed = 0
        try importer.read(bytes, file: path) { result in
            switch result {
            case .success(let row): rows.append(row.coded)
            case .failure(let error):
                failed += 1
                Terminal.complain("dateline: \(error)")
            }
        }
        let theirs = rows.flatMap(CompareRun.sourced)
        let run = CompareRun(name: name, days: days, kilometres: kilometres)
        let ours = ownSources ? try run.code(rows, data.pipeline()) : try ledgerClaims(over: theirs)
        let result = Comparison.assess(ours: ours, theirs: theirs, days: days, kilometres: kilometres)
        run.print(result, list: list, limit: limit)
        if failed > 0 { throw ExitCode(1) }
    }

    /// The ledger's event claims that were coded from text, in the time of the other data set.
    private func ledgerClaims(over theirs: [SourcedClaim]) throws -> [SourcedClaim] {
        let dates = theirs.compactMap { $0.claim.when?.start ?? $0.claim.when?.end }
        var filter = ClaimFilter()
        (filter.kinds, filter.counted) = ([.event], true)
        filter.from = dates.min().map { $0.adding(days: -days) }
        filter.to = theirs.compactMap { $0.claim.when?.end }.max().map { PartialDate(daysSince1970: $0.lastDay + days) }
        var options = LedgerOptions()
        options.ledger = ledger
        return try options.open().claims(filter).filter { !$0.claim.rule.hasPrefix("import/") }
    }
}
