import Dispatch
public import Foundation
import GRDB
public import Record
import Synchronization

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
    @discardableResult
    public func recordBatch(_ batch: [Recording], at: Date) throws -> [Recorded] {
        let prepared = try Self.prepare(batch, at: at)
        return try write { db in
            var writer = LedgerWriter(db)
            let answers = try prepared.map { try writer.add($0, at: at) }
            try writer.finish()
            return answers
        }
    }

    private static func prepare(_ batch: [Recording], at: Date) throws -> [Prepared] {
        guard batch.count > 8 else { return try batch.map { try Prepared($0, at: at) } }
        let results = Mutex<[Result<Prepared, any Error>?]>(Array(repeating: nil, count: batch.count))
        let size = 8
        DispatchQueue.concurrentPerform(iterations: (batch.count + size - 1) / size) { block in
            for index in block * size..<min(batch.count, (block + 1) * size) {
                let result = Result { try Prepared(batch[index], at: at) }
                results.withLock { $0[index] = result }
            }
        }
        return try results.withLock { try $0.compactMap { try $0?.get() } }
    }
}
