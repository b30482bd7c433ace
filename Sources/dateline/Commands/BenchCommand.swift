import ArgumentParser
import Coding
import Foundation
import Gazetteer
import Intake
import Language
import Record

/// `dateline bench`: the speeds that the documentation quotes, measured in one run.
struct BenchCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "bench", abstract: "Measure the speed of each room over a folder of reports.")

    @Argument(help: "A folder of reports to measure on.", completion: .directory)
    var folder: String = "Examples"

    @OptionGroup var data: DataOptions

    func run() throws {
        var clock = ContinuousClock.now
        let models = try data.models()
        let world = try data.world()
        let lexicon = try data.actorsAndWords()
        Terminal.say(
            String(format: "start-up: models, gazetteer, lexicon        %8.1f ms", 1000 * Self.seconds(since: clock)))
        let (plain, pages) = try Self.bytes(below: folder)
        try measureIntake("intake, plain text", plain)
        try measureIntake("intake, HTML", pages)

        var reports: [Report] = []
        try Reader().read(path: folder) { item in if let raw = try? item.get() { reports.append(raw.report) } }
        let words = reports.reduce(0) { $0 + $1.text.split(whereSeparator: \.isWhitespace).count }
        guard words > 0 else { throw ValidationError("\(folder) holds no report to measure on") }
        let rounds = max(1, 200_000 / words)
        let analyser = Analyser(models: models)
        clock = .now
        var analysed: [[Sentence]] = []
        for round in 0..<rounds {
            for report in reports {
                let blocks = report.reading.blocks.filter { $0.kind != .furniture }.map(\.range)
                let sentences = analyser.analyse(report.reading.text, blocks: blocks)
                if round == 0 { analysed.append(sentences) }
            }
        }
        say("language: tokens, tags, trees, names", words * rounds, since: clock)
        let placer = Placer(world: world)
        clock = .now
        for _ in 0..<rounds {
            for (report, sentences) in zip(reports, analysed) { _ = placer.place(sentences, in: report.reading.text) }
        }
        say("places: found and resolved", words * rounds, since: clock)
        let pipeline = Pipeline(models: models, world: world, lexicon: lexicon)
        clock = .now
        for _ in 0..<rounds { for report in reports { _ = try pipeline.code(report).json() } }
        say("code: report to JSON", words * rounds, since: clock)
        clock = .now
        var batches = Batches<Report, Int>(
            jobs: 2, work: { (try? pipeline.code($0).json().count) ?? 0 }, emit: { _ in })
        for _ in 0..<rounds { for report in reports { try batches.add(report) } }
        try batches.finish()
        say("code: on two threads", words * rounds, since: clock)
    }

    private func measureIntake(_ label: String, _ bytes: Data) throws {
        guard !bytes.isEmpty else { return }
        let rounds = max(1, 50_000_000 / bytes.count)
        let clock = ContinuousClock.now
        for _ in 0..<rounds { try Reader().read(bytes, name: label) { _ in } }
        let rate = Double(bytes.count * rounds) / Self.seconds(since: clock) / 1_000_000
        Terminal.say(label.padding(toLength: 42, withPad: " ", startingAt: 0) + String(format: "%10.1f MB/s", rate))
    }

    private func say(_ label: String, _ words: Int, since clock: ContinuousClock.Instant) {
        let rate = Double(words) / Self.seconds(since: clock)
        Terminal.say(label.padding(toLength: 42, withPad: " ", startingAt: 0) + String(format: "%10.0f words/s", rate))
    }

    private static func seconds(since clock: ContinuousClock.Instant) -> Double {
        let duration = ContinuousClock.now - clock
        return Double(duration.components.seconds) + Double(duration.components.attoseconds) / 1e18
    }

    /// The plain texts below a folder as one text, and the first HTML page.
    private static func bytes(below folder: String) throws -> (plain: Data, page: Data) {
        var plain = Data()
        var page = Data()
        let names = try FileManager.default.subpathsOfDirectory(atPath: folder).sorted()
        for name in names {
            let bytes = (try? Data(contentsOf: URL(fileURLWithPath: folder + "/" + name))) ?? Data()
            if name.hasSuffix(".html"), page.count < bytes.count { page = bytes }
            if name.hasSuffix(".txt") || name.hasSuffix(".md") { plain += bytes }
        }
        return (plain, page)
    }
}
