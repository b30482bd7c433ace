public import Foundation
import GRDB
public import Record

extension Ledger {
    /// Records one report with the bytes that it was read from. The same bytes again add nothing.
    ///
    /// - Parameters:
    ///   - sha256: of the bytes, hexadecimal.
    ///   - source: path or address.
    ///   - at: when it is recorded; stands for the day of knowledge where the report gives no day of its own.
    @discardableResult
    public func record(
        _ coded: CodedReport, bytes: Data, sha256: String, source: String, format: String? = nil, at: Date
    ) throws -> Recorded {
        let recording = Recording(coded: coded, bytes: bytes, sha256: sha256, source: source, format: format)
        return try recordBatch([recording], at: at)[0]
    }

    /// Records many reports in one transaction: all of them, or (on an error) none. Answers in their order.
    ///
    /// - Parameter threads: that make reports ready beside the one that writes; as many as there are other cores where
    ///   none are given. The ledger is the same for any number.
    @discardableResult
    public func recordBatch(_ batch: [Recording], at: Date, threads: Int? = nil) throws -> [Recorded] {
        let preparation = Preparation(batch, at: at, threads: threads)
        defer { preparation.end() }
        return try write { db in
            var writer = LedgerWriter(db)
            var answers: [Recorded] = []
            answers.reserveCapacity(batch.count)
            for block in 0..<preparation.blocks {
                for report in try preparation.take(block) { answers.append(try writer.add(report, at: at)) }
            }
            try writer.finish()
            return answers
        }
    }
}
