import GRDB
import Record

extension Ledger {
    /// Stretches of rows by which all claims can be read a part at a time, on several threads (``ClaimFilter/rows``):
    /// what an export of millions does, since its memory then is that of a stretch.
    ///
    /// A claim that is recorded meanwhile is not in them.
    public func stretches(of size: Int64 = 8192) throws -> [ClosedRange<Int64>] {
        let last = try read { try Int64.fetchOne($0, sql: "SELECT MAX(row) FROM claims") ?? 0 }
        return stride(from: 1, through: last, by: Int64.Stride(size)).map { $0...min(last, $0 + size - 1) }
    }

    /// Names of sources whose licence lets what they say be published again.
    public func republishable() throws -> Set<String> {
        try read { try Set(String.fetchAll($0, sql: "SELECT source FROM licences WHERE republish = 1")) }
    }

    /// The coders whose claims stand in the ledger, for what says how it was made.
    public func coders() throws -> [String] {
        try read { try String.fetchAll($0, sql: "SELECT DISTINCT coder FROM runs ORDER BY coder") }
    }
}
