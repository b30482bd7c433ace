import ArgumentParser
import Coding
import Foundation
import Intake
import Record
import Synchronization

/// `dateline code` end to end over a folder of prose: files read, coded and written as JSON, on one thread and on two.
struct CodingBench {
    /// A folder of prose; where it is missing, nothing is measured.
    let folder: String
    let data: DataOptions

    /// Prints start-up, words a second on one thread and on two, their ratio and the most memory held.
    ///
    /// - Throws: ``Unlike`` where one thread and two give other bytes.
    func run() throws {
        guard FileManager.default.fileExists(atPath: folder) else { return }
        let start = Stopwatch()
        let pipeline = try data.pipeline()
        BenchTable.row("coding: models, gazetteer and lexicon opened", 1000 * start.processor, "ms", digits: 1)
        let one = try code(pipeline, jobs: 1)
        let two = try code(pipeline, jobs: 2)
        guard one.digest == two.digest else { throw Unlike() }
        let words = Double(one.words)
        BenchTable.row("coding: files to JSON, one thread", words / one.processor, "words/s")
        BenchTable.row("coding: on two threads, by the clock", words / two.clock, "words/s")
        BenchTable.row("coding: two threads against one", one.clock / two.clock, "times", digits: 2)
        // On a machine with other work the clock says little; the threads hinder each other by what they cost in sum.
        BenchTable.row("coding: the same by processor time", 2 * one.processor / two.processor, "times", digits: 2)
        if let memory = BenchTable.peakMemory() { BenchTable.row("coding: most memory held", memory, "MB") }
    }

    /// The outputs of some numbers of threads differ.
    struct Unlike: Error, CustomStringConvertible {
        var description: String { "one thread and two gave other bytes: report this, with the folder" }
    }

    private struct Run {
        var words = 0
        /// Of all bytes written, in their order.
        var digest: UInt64 = 0xCBF2_9CE4_8422_2325
        var clock = 0.0
        var processor = 0.0
    }

    private func code(_ pipeline: Pipeline, jobs: Int) throws -> Run {
        let watch = Stopwatch()
        let counted = Mutex(0)
        var run = Run()
        _ = try InputRun(InputOptions.parse([folder, "--jobs", "\(jobs)"])).each { raw in
            let words = raw.report.text.utf8.split { $0 <= 0x20 }.count
            counted.withLock { $0 += words }
            return try pipeline.code(raw.report).json()
        } emit: { line in
            for byte in line { run.digest = (run.digest ^ UInt64(byte)) &* 0x100_0000_01B3 }
        }
        (run.words, run.clock, run.processor) = (counted.withLock { $0 }, watch.seconds, watch.processor)
        return run
    }
}
