import ArgumentParser
import Ledger

/// `dateline merge`: takes another ledger's reports and decisions in.
struct MergeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "merge", abstract: "Take the reports and decisions of another ledger in.",
        discussion: "What is here already is left as it is.")

    @Argument(help: "The other ledger.", completion: .file(extensions: ["sqlite"]))
    var other: String

    @OptionGroup var options: LedgerOptions

    func run() throws {
        let added = try options.open(readOnly: false).merge(other)
        Terminal.complain(
            "dateline: \(added.reports) report(s) and \(added.decisions) decision(s) of \(other) added to \(options.ledger)"
        )
    }
}
