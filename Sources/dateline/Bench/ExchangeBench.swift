import Exchange
import Foundation
import Ledger
import Record

/// What an export of a generated war costs, by the public policy, on all cores: bytes are made and thrown away.
struct ExchangeBench {
    /// Claims in the ledger, ten a report.
    var claims = 1_000_000

    /// Prints rows by the second and the processor's share, for CSV and GeoJSON.
    func run() throws {
        let path = NSTemporaryDirectory() + "dateline-bench-\(UUID().uuidString).sqlite"
        defer { for end in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: path + end) } }
        let made = LedgerGenerator()
        let ledger = try Ledger(path: path)
        let reports = claims / made.claimsPerReport
        for first in stride(from: 0, to: reports, by: 2000) {
            let batch = (first..<min(reports, first + 2000)).map { made.recording($0) }
            try ledger.recordBatch(batch, at: Date(timeIntervalSince1970: 1_700_000_000))
        }
        for format in [ExportFormat.csv, .geojson] { try measure(format, ledger) }
    }

    private func measure(_ format: ExportFormat, _ ledger: Ledger) throws {
        let watch = Stopwatch()
        var policy = ReleasePolicy.standard
        let names = try ledger.names()
        policy.learn(places: names.places, actors: names.actors)
        let exporter = Exporter(format)
        let cores = ProcessInfo.processInfo.activeProcessorCount
        let run = ExportRun(
            ledger: ledger, filter: ClaimFilter(), policy: policy, day: PartialDate(daysSince1970: 22_000), jobs: cores)
        var bytes = 0
        var file = try ExportFile(exporter) { bytes += $0.count }
        _ = try run.each(exporter.piece, add: exporter.append, emit: { try file.add($0) })
        let rows = Double(try file.finish())
        let label = "export \(format.rawValue), \(bytes / 1_000_000) MB: "
        BenchTable.row(label + "by the clock, \(cores) cores", rows / watch.seconds, "rows/s")
        BenchTable.row(label + "one core", rows / watch.processor, "rows/s")
    }
}
