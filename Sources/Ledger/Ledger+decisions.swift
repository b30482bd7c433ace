public import Assessment
public import Foundation
import GRDB
public import Record

/// What an analyst said about a claim; never altered, undone by another.
public struct Decision: Sendable, Equatable {
    /// What a decision does.
    public enum Action: String, Sendable, CaseIterable { case accept, reject, correct, merge, split, note, undo }

    /// Its number in the ledger, from 1 in the order in which they were taken.
    public var number: Int64
    /// The claim's key.
    public var claim: String
    /// What was decided.
    public var action: Action
    /// Correct: which key of SCHEMA.md. Merge and split: nil.
    public var field: String?
    /// Correct: the value before, in words.
    public var old: String?
    /// Correct: the new value. Merge and split: the other claim's key.
    public var new: String?
    /// The analyst.
    public var who: String
    /// When it was taken.
    public var at: Date
    /// The reason given.
    public var why: String?
    /// Undo: the number of the decision undone.
    public var undoes: Int64?
    /// True where a later decision undid it.
    public var undone: Bool
}

extension Ledger {
    /// Records a decision about a claim; answers its number. From then on reads show what it makes of the claim:
    ///
    /// - a rejected claim counts in no assessment;
    /// - a correction replaces the value of a field (``Decision/field``, a key of SCHEMA.md) by ``Decision/new``;
    /// - a merge says that the claim and another (its key in `new`) tell one thing: a copy, or one incident; a split that
    ///   they do not.
    ///
    /// - Throws: ``LedgerError`` where there is no such claim, or the field takes no such value.
    @discardableResult
    public func decide(
        _ action: Decision.Action, claim key: String, field: String? = nil, old: String? = nil, new: String? = nil,
        who: String, why: String? = nil, at: Date = Date()
    ) throws -> Int64 {
        guard action != .undo else { throw LedgerError("undo needs the number of a decision; use undo(_:)") }
        return try write { db in
            guard let row = try Self.row(of: key, db) else { throw LedgerError("\(key): no such claim in \(path)") }
            var (old, other) = (old, nil as Int64?)
            switch action {
            case .correct:
                guard let field, let new else { throw LedgerError("a correction needs a field and its new value") }
                guard let claim = try Self.standing(row, db) else { throw LedgerError("\(key): was redacted") }
                let correction = Correction(field: field, value: new)
                _ = try correction.apply(to: claim, db)
                old = try old ?? correction.current(in: claim)
            case .merge, .split:
                other = try new.flatMap { try Self.row(of: $0, db) }
                guard let other, other != row else {
                    throw LedgerError("\(action.rawValue) needs the key of another claim, not \(new ?? "nothing")")
                }
            case .accept, .reject, .note, .undo: break
            }
            let decision = try Self.insert(
                db, key: key, action: action, field: field, old: old, new: new, who: who, at: at, why: why, undoes: nil)
            try db.execute(
                sql: "INSERT INTO decided (decision, origin, claim, other_origin, other) VALUES (?, ?, ?, ?, ?)",
                arguments: [decision, row, row, other, other])
            try Standing.refresh(row, db)
            return decision
        }
    }

    /// Undoes a decision, by another decision; answers its number.
    @discardableResult
    public func undo(_ number: Int64, who: String, why: String? = nil, at: Date = Date()) throws -> Int64 {
        try write { db in
            guard
                let old = try Row.fetchOne(
                    db,
                    sql:
                        "SELECT d.*, x.claim AS now FROM decisions d LEFT JOIN decided x ON x.decision = d.row WHERE d.row = ?",
                    arguments: [number])
            else { throw LedgerError("no decision has the number \(number)") }
            guard old["action"] as String != Decision.Action.undo.rawValue,
                try Int.fetchOne(db, sql: "SELECT 1 FROM decisions WHERE undoes = ?", arguments: [number]) == nil
            else { throw LedgerError("decision \(number) is undone already, or is itself an undo") }
            let new = try Self.insert(
                db, key: old["claim"], action: .undo, field: nil, old: nil, new: nil, who: who, at: at, why: why,
                undoes: number)
            if let claim = old["now"] as Int64? { try Standing.refresh(claim, db) }
            return new
        }
    }

    /// All decisions about a claim, or about any, oldest first. A decision that was taken on an older coding bears the
    /// key under which its claim was found again.
    public func decisions(claim key: String? = nil) throws -> [Decision] {
        try read { db in
            let row = try key.flatMap { try Self.row(of: $0, db) }
            if key != nil, row == nil { return [] }
            return try Row.fetchAll(
                db,
                sql: """
                    SELECT d.*, EXISTS (SELECT 1 FROM decisions u WHERE u.undoes = d.row) AS undone,
                    (SELECT r.id || '#' || c.id FROM claims c JOIN reports r ON r.row = c.report WHERE c.row = x.claim) AS now
                    FROM decisions d LEFT JOIN decided x ON x.decision = COALESCE(d.undoes, d.row)
                    \(row == nil ? "" : "WHERE x.claim = ?") ORDER BY d.row
                    """, arguments: row.map { [$0] } ?? []
            ).map { row in
                Decision(
                    number: row["row"], claim: (row["now"] as String?) ?? row["claim"],
                    action: Decision.Action(rawValue: row["action"] as String) ?? .note, field: row["field"],
                    old: row["old"], new: row["new"], who: row["who"],
                    at: Date(timeIntervalSince1970: row["at"]), why: row["why"], undoes: row["undoes"],
                    undone: row["undone"])
            }
        }
    }

    /// Claims on which nobody has decided yet, least sure first.
    public func reviewQueue(_ filter: ClaimFilter = ClaimFilter(), limit: Int = 50) throws -> [SourcedClaim] {
        var filter = filter
        (filter.undecided, filter.order, filter.limit) = (true, .unsure, limit)
        return try claims(filter)
    }

    /// The pairs of claims that analysts joined or parted, for ``Assessment/Incidents``.
    public func pairings() throws -> Pairings {
        try read { db in
            var pairings = Pairings()
            let rows = try Row.fetchCursor(
                db,
                sql: """
                    SELECT r.id || '#' || c.id AS one, s.id || '#' || o.id AS two, p.joined FROM pairs p
                    JOIN claims c ON c.row = p.claim JOIN reports r ON r.row = c.report
                    JOIN claims o ON o.row = p.other JOIN reports s ON s.row = o.report ORDER BY p.claim, p.other
                    """)
            while let row = try rows.next() {
                let pair: (String, String) = (row["one"], row["two"])
                if row["joined"] as Bool { pairings.joined.append(pair) } else { pairings.parted.append(pair) }
            }
            return pairings
        }
    }

    /// The row of a claim of the newest coding, by its key.
    static func row(of key: String, _ db: Database) throws -> Int64? {
        guard let cut = key.lastIndex(of: "#") else { return nil }
        return try Int64.fetchOne(
            db,
            sql: """
                SELECT c.row FROM claims c JOIN reports r ON r.row = c.report AND r.run = c.run
                WHERE r.id = ? AND c.id = ? AND length(c.body) > 0
                """, arguments: [String(key[..<cut]), String(key[key.index(after: cut)...])])
    }

    /// A claim as the decisions have it.
    private static func standing(_ row: Int64, _ db: Database) throws -> Claim? {
        let body = try Data.fetchOne(
            db,
            sql: "SELECT COALESCE(a.body, c.body) FROM claims c LEFT JOIN amended a ON a.claim = c.row WHERE c.row = ?",
            arguments: [row])
        guard let body, !body.isEmpty else { return nil }
        return try body.withUnsafeBytes { try ClaimCodec.decode($0) }
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
