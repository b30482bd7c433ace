import ArgumentParser
import Coding
import Record

/// `dateline lexicon check`: duplicates, dead references and entries out of reach.
struct LexiconCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lexicon", abstract: "Check the lexicon of actors and words.", subcommands: [Check.self])

    /// `dateline lexicon check`.
    struct Check: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Find duplicates, dead references and unreachable entries.")

        @OptionGroup var data: DataOptions

        func run() throws {
            let lexicon = try data.actorsAndWords()
            let problems = lexicon.problems()
            for problem in problems { Terminal.say("\(problem)") }
            Terminal.complain("lexicon \(lexicon.hash.prefix(12)): \(problems.count) problem(s)")
            if !problems.isEmpty { throw ExitCode(1) }
        }
    }
}
