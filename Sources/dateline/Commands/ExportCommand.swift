import ArgumentParser
import Exchange
import Foundation
import Ledger
import Record

/// `dateline export`: the record in the field's formats, by way of the release policy.
struct ExportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: "Write claims in the field's formats.",
        discussion: """
            Everything passes the release policy: --policy public (the default), desk, for use inside the house, or a \
            policy.yaml. Names of private persons are left out by each of them.
            """)

    /// What can be written.
    enum Product: ExpressibleByArgument {
        case claims(ExportFormat), control(ControlLayer), captions(CaptionFormat), sources, dataset

        init?(argument: String) {
            if let format = ExportFormat(rawValue: argument) {
                self = .claims(format)
            } else if let layer = ControlLayer(rawValue: argument) {
                self = .control(layer)
            } else if let format = CaptionFormat(rawValue: argument) {
                self = .captions(format)
            } else if argument == "timemap-sources" {
                self = .sources
            } else if argument == "dataset" {
                self = .dataset
            } else {
                return nil
            }
        }

        static var allValueStrings: [String] {
            ExportFormat.allCases.map(\.rawValue) + ["timemap-sources"] + ControlLayer.allCases.map(\.rawValue)
                + CaptionFormat.allCases.map(\.rawValue) + ["dataset"]
        }
    }

    @Argument(help: "What to write: claims, control or its changes as GeoJSON, captions, or a dataset folder.")
    var product: Product

    @OptionGroup var options: LedgerOptions
    @OptionGroup var policy: PolicyOptions

    @Option(help: "Valid from this day.")
    var from: PartialDate?

    @Option(help: "Valid to this day.")
    var to: PartialDate?

    @Option(help: "Reported by this day.")
    var known: PartialDate?

    @Option(help: "control: who held what on this day; changes: those up to it (the day of release where absent).")
    var on: PartialDate?

    @Option(name: .shortAndLong, help: "The file (dataset: the new folder) to write; standard output where absent.")
    var output: String?

    @Option(
        help: "An earlier `export csv`: write what was added, changed and withdrawn since, with the reasons.",
        completion: .file(extensions: ["csv"]))
    var diff: String?

    @Option(help: "A file with the licence of the dataset folder.", completion: .file())
    var licence: String?

    @Option(name: .shortAndLong, help: "Threads; 0 takes all cores. The output is the same for any number.")
    var jobs: Int = 0

    func validate() throws {
        if diff != nil {
            guard case .claims(.csv) = product else { throw ValidationError("--diff compares exports in csv only") }
        }
        if case .dataset = product, output == nil {
            throw ValidationError("dataset writes a folder; name it with --output")
        }
    }

    func run() throws {
        let ledger = try options.open(frugal: true)
        var filter = ClaimFilter()
        (filter.from, filter.to, filter.known, filter.counted) = (from, to, known, true)
        let run = ExportRun(
            ledger: ledger, filter: filter, policy: try policy.load(for: ledger), day: policy.day,
            jobs: jobs > 0 ? jobs : ProcessInfo.processInfo.activeProcessorCount)
        switch product {
        case .claims(let format):
            if let diff { try writeDiff(against: diff, run) } else { try write(format, run) }
        case .control(let layer):
            let sink = try Sink(output)
            let count = try layer.write(run.all([.control]), on: on ?? run.day, known: known, to: sink.write)
            tell("\(count) feature(s)")
        case .captions(let format): try writeCaptions(format, run)
        case .sources:
            let sink = try Sink(output)
            try TimeMapSources.write(run.all(), to: sink.write)
        case .dataset: try writeDataset(run)
        }
    }

    private func write(_ format: ExportFormat, _ run: ExportRun) throws {
        let exporter = Exporter(format)
        let sink = try Sink(output)
        var file = try ExportFile(exporter, to: sink.write)
        let withheld = try run.each(exporter.piece, add: exporter.append, emit: { try file.add($0) })
        tell("\(try file.finish()) record(s), \(withheld) withheld by the policy")
    }

    private func writeCaptions(_ format: CaptionFormat, _ run: ExportRun) throws {
        let sink = try Sink(output)
        var captions: [ReleasedCaption] = []
        try run.captions { captions += $0 }
        tell("\(try format.write(captions, to: sink.write)) caption(s)")
    }

    private func writeDiff(against path: String, _ run: ExportRun) throws {
        guard let bytes = FileManager.default.contents(atPath: path) else {
            throw ValidationError("--diff: there is no file \(path)")
        }
        var diff = try ExportDiff(old: Array(bytes), name: path)
        let exporter = Exporter(.csv)
        _ = try run.each(exporter.piece, add: exporter.append, emit: { diff.add($0) })
        let reasons = try DiffReasons(ledger: run.ledger, policy: run.policy, day: run.day)
        let sink = try Sink(output)
        try sink.write(ExportDiff.header)
        let changes = diff.changes()
        for change in changes { try sink.write(ExportDiff.row(change, reason: reasons.reason(change))) }
        let counts = ExportDiff.Kind.allCases.map { kind in "\(changes.count { $0.kind == kind }) \(kind.rawValue)" }
        tell(counts.joined(separator: ", "))
    }

    private func writeDataset(_ run: ExportRun) throws {
        let asked: [(String, PartialDate?)] = [("from", from), ("to", to), ("known", known), ("on", on ?? run.day)]
        let query =
            asked.compactMap { name, date in date.map { (name: name, value: $0.description) } } + [
                (name: "policy", value: policy.policy), (name: "as-of", value: run.day.description),
            ]
        let coders = try run.ledger.coders().map { (name: "coder", value: $0) }
        var text = """
            \(ExportAttribution.line)
            No licence was named for this dataset (`dateline export dataset --licence FILE`).

            """
        if let licence {
            guard let bytes = FileManager.default.contents(atPath: licence) else {
                throw ValidationError("--licence: there is no file \(licence)")
            }
            text = String(decoding: bytes, as: UTF8.self)
        }
        var folder = try DatasetFolder(
            at: URL(fileURLWithPath: output ?? "dataset"), query: query,
            versions: [(name: "program", value: "dateline \(Version.program)")] + coders)
        let withheld = try run.each(DatasetFolder.Pieces.init, add: { $1.append($0) }, emit: { try folder.add($0) })
        let count = try folder.finish(
            control: run.all([.control]), on: on ?? run.day, known: known, licence: text)
        tell("\(count) record(s) in \(output ?? ""), \(withheld) withheld by the policy")
    }

    private func tell(_ sum: String) { Terminal.complain("dateline: " + sum) }
}
