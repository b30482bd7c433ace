import ArgumentParser
import Foundation
import Ledger

/// `dateline redact`: destroys a report or a claim for good.
struct RedactCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "redact", abstract: "Destroy a report or a claim, for a court's order or a witness in danger.",
        discussion: """
            Text, bytes and names are gone from the file, its index and its log; the hash and the reason stay, and \
            `dateline verify` still passes. This cannot be undone. Copies of the file are not touched: backups have to be \
            redacted too. A redacted claim's sentence still stands in its report: where the words themselves must go, \
            redact the report.
            """)

    @Argument(help: "A report's id, or a claim's key (REPORT#CLAIM).")
    var key: String

    @Option(help: "Why; kept for ever.")
    var why: String

    @OptionGroup var who: AnalystOptions
    @OptionGroup var options: LedgerOptions

    @Flag(help: "Do not ask.")
    var yes = false

    func run() throws {
        let ledger = try options.open(readOnly: false)
        if !yes {
            Terminal.complain("Destroy \(key) in \(options.ledger) for ever? Type yes to go on.")
            guard readLine() == "yes" else { throw ValidationError("nothing was destroyed") }
        }
        try ledger.redact(key, why: why, who: who.analyst)
        Terminal.complain("dateline: \(key) is destroyed; its hash and the reason stay")
    }
}
