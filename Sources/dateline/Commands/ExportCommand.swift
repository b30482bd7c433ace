public import ArgumentParser
public import Exchange
import Foundation
import Ledger
import Record

/// `dateline export`: the record in the field's formats, by way of the release policy.
struct ExportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: "Write claims in the field's formats.",
        discussion:
            "Everything passes the release policy: --policy public (the default) or desk, for use inside the house.")

    /// Whose eyes the export is for.
    enum Audience: String, ExpressibleByArgument, CaseIterable { case `public`, desk }

    @Argument(help: "csv, ndjson, geojson, kml, acled, ucdp, gdelt, plover, hxl or timemap.")
    var format: ExportFormat

    @OptionGroup var options: LedgerOptions

    @Option(help: "public: delays, coarsens and withholds; desk: everything but victims' names.")
    var policy: Audience = .public

    @Option(help: "Valid from this day.")
    var from: PartialDate?

    @Option(help: "Valid to this day.")
    var to: PartialDate?

    @Option(help: "Reported by this day.")
    var known: PartialDate?

    @Option(name: .shortAndLong, help: "The file to write; standard output where absent.", completion: .file())
    var output: String?

    func run() throws {
        var filter = ClaimFilter()
        (filter.from, filter.to, filter.known) = (from, to, known)
        let claims = try options.open().claims(filter)
        let rules = policy == .public ? ReleasePolicy.standard : .desk
        let released = rules.release(claims, now: ClockOptions.today)
        var handle = FileHandle.standardOutput
        if let output {
            guard FileManager.default.createFile(atPath: output, contents: nil),
                let file = FileHandle(forWritingAtPath: output)
            else {
                throw ValidationError("\(output) cannot be written; choose another file with --output")
            }
            handle = file
        }
        let count = try Exporter(format).write(released) { Terminal.write($0, to: handle) }
        Terminal.complain("dateline: \(count) record(s), \(claims.count - released.count) withheld by the policy")
    }
}

extension ExportFormat: ExpressibleByArgument {}
