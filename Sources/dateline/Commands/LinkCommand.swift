import ArgumentParser
import Exchange
import Foundation
import Record

/// `dateline link`: coded reports in, incidents out, without a ledger.
struct LinkCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "link", abstract: "Link the events of coded reports into incidents, as JSON lines.",
        discussion: """
            In come the lines of `dateline code`, out comes one JSON object an incident: id, type, place, first and last \
            day, killed (low, best, high), independent, conflicts and members. All claims are held in memory. \
            `dateline import FILE --format incidents` records the incidents as the rows of a data set.

            For archives that one machine cannot hold (Documentation/Spark.md) the work is cut in two. --split prints each \
            claim on a line with its block, the place's key, and its day. Sorted by block and day, on any number of \
            machines, those lines go through --blocks, which holds one block at a time. All incidents together are the \
            same, byte for byte after sorting.

            A line that cannot be read yields a line with its error; the others go on, and the run ends with status 1.
            """)

    @Argument(help: "Files of JSON lines; standard input where none is given.", completion: .file())
    var paths: [String] = []

    @Flag(help: "Print claims with their blocks (keys block, day, claim, key, report, known, sentence, …).")
    var split = false

    @Flag(help: "Read lines of --split, those of a block together and in the order of their days.")
    var blocks = false

    @Option(name: .shortAndLong, help: "Threads that read; 0 takes all cores. The output is the same for any number.")
    var jobs: Int = 0

    func validate() throws {
        if split, blocks { throw ValidationError("--split and --blocks are two steps; give one of them") }
        guard jobs >= 0 else { throw ValidationError("--jobs takes 0 (all cores) or a number of threads, not \(jobs)") }
    }

    func run() throws {
        var run = LinkRun(jobs: jobs > 0 ? jobs : ProcessInfo.processInfo.activeProcessorCount)
        for path in paths.isEmpty ? ["-"] : paths {
            let reader = try LineReader(path)
            if blocks { try run.link(blocks: reader) } else { try run.read(coded: reader, printing: split) }
        }
        run.finish()
        if run.failures > 0 {
            Terminal.complain("dateline: \(run.failures) line(s) could not be read")
            throw ExitCode(1)
        }
    }
}
