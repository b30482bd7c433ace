import ArgumentParser
import Coding
import Foundation
import Intake
import Ledger
import Logging
import Record
import Watch

/// `dateline watch`: polls feeds and reads what is new into a ledger.
struct WatchCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "watch", abstract: "Poll feeds and read what is new into a ledger.",
        discussion: "Goes on until it is stopped, and where it left off when it is started again.")

    @Argument(help: "The list of feeds (Documentation/Watch.md).", completion: .file(extensions: ["yaml", "yml"]))
    var feeds: String

    @OptionGroup var data: DataOptions

    @Option(help: "The ledger file; made where it is not there.", completion: .file(extensions: ["sqlite"]))
    var ledger: String = "dateline.sqlite"

    @Option(help: "What was seen stands here; LEDGER.watch.json where absent.", completion: .file())
    var state: String?

    @Flag(help: "Look once at every feed that is due, then end.")
    var once = false

    func run() async throws {
        let yaml: String
        do { yaml = try String(contentsOfFile: feeds, encoding: .utf8) } catch {
            throw ValidationError("\(feeds): cannot be read; give a list of feeds as Documentation/Watch.md shows it")
        }
        let list = try FeedList(yaml: yaml, name: feeds)
        let ledger = try Ledger(path: self.ledger)
        let pipeline = try data.pipeline()
        let log = Logger(label: "watch") { label in StreamLogHandler.standardError(label: label) }
        let watcher = try Watcher(list, stateFile: state ?? self.ledger + ".watch.json", log: log)
        try await watcher.run(once: once) { page in
            let outcome = try Self.read(page, pipeline, ledger, log)
            log.info("\(page.url): \(outcome)")
        }
    }

    /// Reads a page into the ledger; what cannot be read is told and left out.
    private static func read(_ page: Fetched, _ pipeline: Pipeline, _ ledger: Ledger, _ log: Logger) throws -> String {
        var recordings: [Recording] = []
        let address = page.url.absoluteString
        try Reader().read(page.bytes, name: address) { item in
            switch item {
            case .failure(let error): log.warning("\(error)")
            case .success(var raw):
                if raw.report.url == nil { raw.report.url = address }
                recordings.append(
                    Recording(
                        coded: pipeline.code(raw.report), bytes: raw.bytes, sha256: raw.sha256, source: raw.source))
            }
        }
        let outcomes = try ledger.recordBatch(recordings, at: page.retrieved)
        let added = outcomes.count { if case .added = $0 { true } else { false } }
        let claims = recordings.reduce(0) { $0 + $1.coded.claims.count }
        return "\(added) new report(s), \(claims) claim(s)"
    }
}
