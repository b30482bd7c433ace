import ArgumentParser
import Ledger

/// `dateline restore`: puts a backup in a ledger's place.
struct RestoreCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "restore", abstract: "Put a backup in the place of the ledger.",
        discussion: "The backup is verified first. What stood there is kept beside it, as NAME.before-restore.")

    @Argument(help: "The backup.", completion: .file(extensions: ["sqlite"]))
    var backup: String

    @Option(help: "The ledger file to put it in the place of.", completion: .file(extensions: ["sqlite"]))
    var ledger: String = "dateline.sqlite"

    func run() throws {
        try Ledger.restore(backup, to: ledger)
        Terminal.complain("dateline: \(ledger) is \(backup) now")
    }
}
