import Foundation
import Ledger
import Record

/// The ledger's costs at growing sizes, over a generated war: a curve that should be near a straight line.
struct LedgerBench {
    /// Claims in each ledger, ten a report.
    var sizes = [10_000, 100_000, 1_000_000]
    /// A folder to keep the ledgers in; nil removes them.
    var keep: String?

    /// Prints, for each size: ingestion, the answer for one place, the whole map, incidents, verification.
    func run() throws {
        for size in sizes {
            let path = (keep.map { $0 + "/" } ?? NSTemporaryDirectory()) + "dateline-bench-\(UUID().uuidString).sqlite"
            defer {
                if keep == nil {
                    for end in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: path + end) }
                }
            }
            try measure(size, at: path)
        }
    }

    private func measure(_ size: Int, at path: String) throws {
        let label = "ledger \(size >= 1_000_000 ? "\(size / 1_000_000)M" : "\(size / 1000)k"): "
        let made = LedgerGenerator()
        let day = PartialDate(daysSince1970: 17_000)
        try ingest(size / made.claimsPerReport, made, label, at: path)
        let ledger = try Ledger(path: path, readOnly: true)
        let attributes = try FileManager.default.attributesOfItem(atPath: path)
        BenchTable.row(label + "file", Double((attributes[.size] as? NSNumber)?.intValue ?? 0) / 1e6, "MB")

        // Places alike often, days of knowledge all different, so that no answer is there already.
        var times: [Double] = []
        for round in 0..<1000 {
            let watch = Stopwatch()
            _ = try ledger.holds(
                "made:\(round * 7919 % made.places)", on: day, known: PartialDate(daysSince1970: 16_500 + round))
            times.append(watch.processor * 1000)
        }
        times.sort()
        BenchTable.row(label + "holds, median", times[500], "ms", digits: 2)
        BenchTable.row(label + "holds, 99th percentile", times[990], "ms", digits: 2)

        for (name, date) in [("first time", day), ("another day", day.adding(days: 40))] {
            let watch = Stopwatch()
            _ = try ledger.map(on: date)
            BenchTable.row(label + "map, \(name)", watch.seconds * 1000, "ms", digits: 1)
            BenchTable.row(label + "map, \(name), CPU", watch.processor * 1000, "ms", digits: 1)
        }
        var watch = Stopwatch()
        let incidents = try ledger.incidents()
        BenchTable.row(label + "\(incidents.count) incidents", watch.processor, "s", digits: 1)
        watch = Stopwatch()
        let sound = try ledger.verify().isSound
        BenchTable.row(label + (sound ? "verified" : "NOT SOUND"), watch.processor, "s", digits: 1)
    }

    private func ingest(_ reports: Int, _ made: LedgerGenerator, _ label: String, at path: String) throws {
        var ledger: Ledger? = try Ledger(path: path)
        var clock = 0.0
        var processor = 0.0
        for first in stride(from: 0, to: reports, by: 2000) {
            let batch = (first..<min(reports, first + 2000)).map { made.recording($0) }
            let watch = Stopwatch()
            try ledger?.recordBatch(batch, at: Date(timeIntervalSince1970: 1_700_000_000))
            clock += watch.seconds
            processor += watch.processor
        }
        // Closing folds the log into the file: part of the price.
        let watch = Stopwatch()
        ledger = nil
        clock += watch.seconds
        processor += watch.processor
        let claims = Double(reports * made.claimsPerReport)
        BenchTable.row(label + "recorded, by the clock", claims / clock, "claims/s")
        BenchTable.row(label + "recorded, by CPU time", claims / processor, "claims/s")
    }
}
