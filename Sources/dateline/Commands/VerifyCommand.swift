import ArgumentParser
import Ledger
import Record

/// `dateline verify`: proves that nothing in a ledger was altered.
struct VerifyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify", abstract: "Prove that nothing in the ledger was altered.",
        discussion: """
            Computes the hash of every record and the chain over them again. With --report, also proves that each claim's \
            sentence stands in the archived text where the claim says. Status 1 where something does not hold.
            """)

    @Option(help: "Only this report: its bytes, and each claim's sentence in its text.")
    var report: String?

    @OptionGroup var options: LedgerOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
        let ledger = try options.open()
        if let report {
            let problems = try ledger.verify(report: report)
            if try ledger.reportRow(report)?.withdrawn == true {
                Terminal.say("\(report): redacted; `dateline verify` checks its hash and its tombstone")
                return
            }
            try tell(problems, "\(report): the archived bytes have their hash, and every sentence stands in them")
            return
        }
        let found = try ledger.verify()
        if output.json { try printJSON(found) }
        try tell(
            found.problems,
            "\(options.ledger): sound; \(found.reports) report(s), \(found.decisions) decision(s), "
                + "\(found.superseded) older coding(s), \(found.withdrawn) part(s) redacted")
    }

    private func tell(_ problems: [String], _ sound: String) throws {
        for problem in problems { Terminal.complain("dateline: \(problem)") }
        if !problems.isEmpty { throw ExitCode(1) }
        if !output.json { Terminal.say(sound) }
    }
}
