import Coding
import Foundation
import Gazetteer
import Intake
import Language
import Record

/// The way of a report from text to JSON, room by room.
struct ReadingBench {
    let reports: [Report]
    let data: DataOptions

    /// Prints words a second for each room on one thread, for the whole, and for the whole on two threads.
    func run() throws {
        let start = Stopwatch()
        let models = try data.models()
        let world = try data.world()
        let lexicon = try data.actorsAndWords()
        BenchTable.row("start-up: models, gazetteer, lexicon", 1000 * start.seconds, "ms", digits: 1)

        let words = reports.reduce(0) { $0 + $1.text.split(whereSeparator: \.isWhitespace).count }
        let rounds = max(1, 200_000 / max(1, words))
        let analyser = Analyser(models: models)
        let placer = Placer(world: world)
        let pipeline = Pipeline(models: models, world: world, lexicon: lexicon)

        var analysed: [[Sentence]] = []
        var watch = Stopwatch()
        for round in 0..<rounds {
            for report in reports {
                let blocks = report.reading.blocks.filter { $0.kind != .furniture }.map(\.range)
                let sentences = analyser.analyse(report.reading.text, blocks: blocks)
                if round == 0 { analysed.append(sentences) }
            }
        }
        say("language: tokens, tags, trees, names", words * rounds, watch.processor)

        watch = Stopwatch()
        for _ in 0..<rounds {
            for (report, sentences) in zip(reports, analysed) { _ = placer.place(sentences, in: report.reading.text) }
        }
        say("places: found and resolved", words * rounds, watch.processor)

        watch = Stopwatch()
        for _ in 0..<rounds { for report in reports { _ = try pipeline.code(report).json() } }
        say("code: report to JSON", words * rounds, watch.processor)
        let alone = watch.seconds

        watch = Stopwatch()
        var batches = Batches<Report, Int>(
            jobs: 2, work: { (try? pipeline.code($0).json().count) ?? 0 }, emit: { _ in })
        for _ in 0..<rounds { for report in reports { try batches.add(report) } }
        try batches.finish()
        say("code: on two threads, by the clock", words * rounds, watch.seconds)
        BenchTable.row("code: two threads against one", alone / watch.seconds, "times", digits: 2)
    }

    private func say(_ label: String, _ words: Int, _ seconds: Double) {
        BenchTable.row(label, Double(words) / seconds, "words/s")
    }
}
