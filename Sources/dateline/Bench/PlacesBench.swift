import Foundation
import Gazetteer
import Intake
import Language
import Record

/// The gazetteer's part of the work on one thread: opening, finding, finding and resolving, memory.
struct PlacesBench {
    let reports: [Report]
    /// A folder of prose to measure on; the reports where it is missing.
    let folder: String
    let data: DataOptions

    /// Prints milliseconds to open the file, words a second for finding alone and for finding and resolving after
    /// `Language`, and the memory that the gazetteer takes beside the program.
    func run() throws {
        let readings = try texts()
        let before = BenchTable.peakMemory()
        var watch = Stopwatch()
        let world = try data.world()
        BenchTable.row("places: file opened", 1000 * watch.seconds, "ms", digits: 2)
        let placer = Placer(world: world)
        for reading in readings { _ = placer.place(in: reading.text) }
        if let before, let after = BenchTable.peakMemory() {
            BenchTable.row("places: file", Double(world.byteCount) / 1_048_576, "MB", digits: 1)
            BenchTable.row("places: memory taken, pages of the file included", after - before, "MB", digits: 1)
        }

        let analyser = Analyser(models: try data.models())
        var words = 0
        let analysed = readings.map { reading in
            words += reading.text.split(whereSeparator: \.isWhitespace).count
            return analyser.analyse(reading.text, blocks: reading.blocks.filter { $0.kind != .furniture }.map(\.range))
        }
        let rounds = max(1, 400_000 / max(1, words))
        watch = Stopwatch()
        for _ in 0..<rounds { for sentences in analysed { _ = placer.names(in: sentences) } }
        BenchTable.row("places: found", Double(words * rounds) / watch.processor, "words/s")
        watch = Stopwatch()
        for _ in 0..<rounds {
            for (reading, sentences) in zip(readings, analysed) { _ = placer.place(sentences, in: reading.text) }
        }
        BenchTable.row("places: found and resolved", Double(words * rounds) / watch.processor, "words/s")
    }

    private func texts() throws -> [Reading] {
        guard FileManager.default.fileExists(atPath: folder) else { return reports.map(\.reading) }
        var readings: [Reading] = []
        var words = 0
        try Reader().read(path: folder) { item in
            guard words < 400_000, let raw = try? item.get() else { return }
            words += raw.report.text.utf8.count / 6
            readings.append(raw.report.reading)
        }
        return readings
    }
}
