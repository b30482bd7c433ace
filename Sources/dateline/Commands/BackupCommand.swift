import ArgumentParser
import Ledger

/// `dateline backup`: a whole copy of a ledger, while it is in use.
struct BackupCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup", abstract: "Write a copy of the ledger, while it is in use.")

    @Argument(help: "The file to write; it must not be there yet.", completion: .file(extensions: ["sqlite"]))
    var target: String

    @OptionGroup var options: LedgerOptions

    func run() throws {
        try options.open().backup(to: target)
        Terminal.complain("dateline: \(options.ledger) copied to \(target)")
    }
}
