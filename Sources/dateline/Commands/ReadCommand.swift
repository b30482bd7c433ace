import ArgumentParser
import Coding
import Foundation
import Intake
import Ledger
import Record

/// `dateline read`: reads reports and records them with their claims.
struct ReadCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "read", abstract: "Read reports into a ledger.",
        discussion: """
            Reading the same bytes again adds nothing; the same story from another address is kept as a copy. What cannot \
            be read is told on standard error, and the rest goes on (status 1 at the end).
            """)

    @OptionGroup var input: InputOptions
    @OptionGroup var data: DataOptions

    @Option(help: "The ledger file; made where it is not there.", completion: .file(extensions: ["sqlite"]))
    var ledger: String = "dateline.sqlite"

    func run() throws {
        let ledger = try Ledger(path: self.ledger)
        let pipeline = try data.pipeline()
        var progress = Progress("reading", unit: "bytes", total: InputSize.bytes(of: input.sources))
        var tally = Tally()
        var waiting: [Recording] = []
        func store() throws {
            for outcome in try ledger.recordBatch(waiting, at: Date()) { tally.count(outcome) }
            waiting.removeAll(keepingCapacity: true)
        }
        var batches = Batches<Result<RawReport, IntakeError>, Result<Recording, IntakeError>>(jobs: input.threads) {
            item in
            item.map { raw in
                Recording(coded: pipeline.code(raw.report), bytes: raw.bytes, sha256: raw.sha256, source: raw.source)
            }
        } emit: { result in
            switch result {
            case .failure(let error):
                tally.failed += 1
                Terminal.complain("dateline: \(error)")
            case .success(let recording):
                progress.advance(by: recording.bytes.count)
                tally.claims += recording.coded.claims.count
                waiting.append(recording)
                if waiting.count >= 200 { try store() }
            }
        }
        let reader = Reader(format: input.format)
        for source in input.sources {
            try reader.read(path: source) { item in
                try batches.add(item, weight: (try? item.get().bytes.count) ?? 0)
            }
        }
        try batches.finish()
        try store()
        progress.finish(tally.summary + " into \(self.ledger)")
        if tally.failed > 0 { throw ExitCode(1) }
    }

    /// What became of the reports.
    private struct Tally {
        var added = 0
        var known = 0
        var copies = 0
        var failed = 0
        var claims = 0

        mutating func count(_ outcome: Recorded) {
            switch outcome {
            case .added: added += 1
            case .alreadyThere: known += 1
            case .copy: copies += 1
            case .recoded: added += 1
            }
        }

        var summary: String {
            var text = "\(added) report(s) recorded, \(claims) claim(s) read"
            if known > 0 { text += ", \(known) there before" }
            if copies > 0 { text += ", \(copies) copies" }
            if failed > 0 { text += ", \(failed) unreadable" }
            return text
        }
    }
}
