import Assessment
public import Foundation
import GRDB
public import Record

/// What an analyst said about a claim; never altered, undone by another.
public struct Decision: Sendable, Equatable {
    /// What a decision does.
    public enum Action: String, Sendable, CaseIterable { case accept, reject, correct, merge, split, note, undo }

    public var number: Int64
    /// The claim's key.
    public var claim: String
    public var action: Action
    /// Correct: which key of SCHEMA.md. Merge and split: nil.
    public var field: String?
    public var old: String?
    /// Correct: the new value. Merge: the other claim's key.
    public var new: String?
    public var who: String
    public var at: Date
    public var why: String?
    /// Undo: the number of the decision undone.
    public var undoes: Int64?
    /// True where a later decision undid it.
    public var undone: Bool
}

extension Ledger {
    /// Records a decision about a claim; answers its number. A rejected claim counts in no assessment until the
    /// rejection is undone.
    @discardableResult
    public func decide(
        _ action: Decision.Action, claim key: String, field: String? = nil, old: String? = nil, new: String? = nil,
        who: String, why: String? = nil, at: Date = Date()
    ) throws -> Int64 {
        guard action != .undo else { throw LedgerError("undo needs the number of a decision; use undo(_:)") }
        guard try claim(key) != nil else { throw LedgerError("\(key): no such claim in \(path)") }
        if action == .correct, field == nil || new == nil {
            throw LedgerError("a correction needs a field and its new value")
        }
        return try write { db in
            let number = try Self.insert(
                db, key: key, action: action, field: field, old: old, new: new, who: who, at: at, why: why, undoes: nil)
            if action == .reject { try Self.setCounted(false, key, db) }
            return number
        }
    }

    /// Undoes a decision, by another decision; answers its number.
    @discardableResult
    public func undo(_ number: Int64, who: String, why: String? = nil, at: Date = Date()) throws -> Int64 {
        try write { db in
            guard let old = try Row.fetchOne(db, sql: "SELECT * FROM decisions WHERE row = ?", arguments: [number])
            else {
                throw LedgerError("no decision has the number \(number)")
            }
            guard old["action"] as String != "undo",
                try Int.fetchOne(db, sql: "SELECT 1 FROM decisions WHERE undoes = ?", arguments: [number]) == nil
            else { throw LedgerError("decision \(number) is undone already, or is itself an undo") }
            let key: String = old["claim"]
            let new = try Self.insert(
                db, key: key, action: .undo, field: nil, old: nil, new: nil, who: who, at: at, why: why, undoes: number)
            if old["action"] as String == "reject" { try Self.setCounted(true, key, db) }
            return new
        }
    }

    /// All decisions about a claim, or about any, oldest first.
    public func decisions(claim key: String? = nil) throws -> [Decision] {
        try read { db in
            try Row.fetchAll(
                db,
                sql: """
                    SELECT d.*, EXISTS (SELECT 1 FROM decisions u WHERE u.undoes = d.row) AS undone FROM decisions d
                    \(key == nil ? "" : "WHERE d.claim = ?") ORDER BY d.row
                    """, arguments: key.map { [$0] } ?? []
            ).map { row in
                Decision(
                    number: row["row"], claim: row["claim"],
                    action: Decision.Action(rawValue: row["action"] as String) ?? .note, field: row["field"],
                    old: row["old"], new: row["new"], who: row["who"],
                    at: Date(timeIntervalSince1970: row["at"]), why: row["why"], undoes: row["undoes"],
                    undone: row["undone"])
            }
        }
    }

    /// Claims on which nobody has decided yet, least sure first.
    public func reviewQueue(_ filter: ClaimFilter = ClaimFilter(), limit: Int = 50) throws -> [SourcedClaim] {
        try read { db in
            guard let clause = try FilterClause(filter, db) else { return [] }
            return try Row.fetchAll(
                db,
                sql: """
                    \(Self.claimSelect) \(Self.claimFrom) \(clause.sql) AND NOT EXISTS (
                        SELECT 1 FROM decisions d WHERE d.claim = r.id || '#' || c.id
                        AND d.action IN ('accept', 'reject', 'correct')
                        AND NOT EXISTS (SELECT 1 FROM decisions u WHERE u.undoes = d.row))
                    ORDER BY c.confidence, r.id, c.row LIMIT \(max(0, limit))
                    """, arguments: clause.arguments
            ).compactMap(Self.sourced)
        }
    }

    private static func insert(
        _ db: Database, key: String, action: Decision.Action, field: String?, old: String?, new: String?, who: String,
        at: Date, why: String?, undoes: Int64?
    ) throws -> Int64 {
        try db.execute(
            sql: """
                INSERT INTO decisions (claim, action, field, old, new, who, at, why, undoes)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                key, action.rawValue, field, old, new, who, at.timeIntervalSince1970, why, undoes,
            ])
        let row = db.lastInsertedRowID
        guard let stored = try Row.fetchOne(db, sql: "SELECT * FROM decisions WHERE row = ?", arguments: [row]) else {
            throw LedgerError("the decision was not kept")
        }
        var writer = LedgerWriter(db)
        try writer.chain("decision", ref: row, run: 0, digest: Digests.decision(stored))
        return row
    }

    /// Takes a claim out of what is assessed, or puts it back.
    private static func setCounted(_ counted: Bool, _ key: String, _ db: Database) throws {
        guard
            let row = try Row.fetchOne(
                db,
                sql: "\(claimSelect), c.place AS place, c.report AS number \(claimFrom) WHERE r.id || '#' || c.id = ?",
                arguments: [key])
        else { return }
        let number: Int64 = row["row"]
        guard counted else {
            try db.execute(
                sql: "DELETE FROM control WHERE claim = ? AND place = ?", arguments: [number, row["place"] as Int64?])
            return
        }
        guard var claim = try sourced(row), let place = row["place"] as Int64? else { return }
        claim.echoOf = claim.report
        guard let observation = Observation(claim, ref: 0) else { return }
        try db.execute(
            sql: "INSERT OR REPLACE INTO control (place, claim, report, seen) VALUES (?, ?, ?, ?)",
            arguments: [place, number, row["number"] as Int64, Data(SeenCodec.encode(observation))])
    }
}

extension Digests {
    /// A decision's row.
    static func decision(_ row: Row) -> Data {
        let parts: [String] = ["claim", "action", "field", "old", "new", "who", "at", "why", "undoes"].map { name in
            let value: DatabaseValue = row[name]
            return value.isNull ? "\u{1}" : value.description
        }
        return text(parts.joined(separator: "\0"))
    }
}
