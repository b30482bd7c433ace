import Foundation
import Intake
import Language
import Record

/// The linguistic core alone: whole analysis of prose from raw text, tokens to names, on one thread and on two.
struct LanguageBench {
    /// A folder of prose; where it is missing, nothing is measured.
    let folder: String
    let data: DataOptions

    /// Prints the milliseconds to open the models, tokens a second on one thread and on two, and their ratio.
    func run() throws {
        guard FileManager.default.fileExists(atPath: folder) else { return }
        var watch = Stopwatch()
        let analyser = Analyser(models: try data.models())
        BenchTable.row("language: models opened and checked", 1000 * watch.processor, "ms", digits: 1)
        var texts: [Reading] = []
        try Reader().read(path: folder) { item in if let raw = try? item.get() { texts.append(raw.report.reading) } }

        watch = Stopwatch()
        let words = try analyse(texts, analyser, jobs: 1)
        let (alone, aloneProcessor) = (watch.seconds, watch.processor)
        BenchTable.row("language: prose, whole analysis", Double(words) / aloneProcessor, "words/s")
        watch = Stopwatch()
        _ = try analyse(texts, analyser, jobs: 2)
        BenchTable.row("language: on two threads, by the clock", Double(words) / watch.seconds, "words/s")
        BenchTable.row("language: two threads against one", alone / watch.seconds, "times", digits: 2)
        // On a machine with other work the clock says little; the threads hinder each other by what they cost in sum.
        BenchTable.row("language: the same by processor time", 2 * aloneProcessor / watch.processor, "times", digits: 2)
    }

    /// Tokens in all texts, each analysed once.
    private func analyse(_ texts: [Reading], _ analyser: Analyser, jobs: Int) throws -> Int {
        var words = 0
        var batches = Batches<Reading, Int>(jobs: jobs) { text in
            let blocks = text.blocks.filter { $0.kind != .furniture }.map(\.range)
            return analyser.analyse(text.text, blocks: blocks).reduce(0) { $0 + $1.tokens.count }
        } emit: {
            words += $0
        }
        // The longest first, so that no thread is left with one at the end.
        for text in texts.sorted(by: { $0.text.utf8.count > $1.text.utf8.count }) { try batches.add(text) }
        try batches.finish()
        return words
    }
}
