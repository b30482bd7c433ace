import Assessment
import Foundation
import GRDB
import Record

/// What decisions make of claims: the derived rows of `amended`, `rejected`, `pairs` and `control`. The claims
/// themselves are never touched.
enum Standing {
    /// Writes anew what the standing decisions make of one claim of the newest coding.
    static func refresh(_ claim: Int64, _ db: Database) throws {
        guard
            let row = try Row.fetchOne(
                db,
                sql: """
                    SELECT c.place AS place, c.known AS day, c.report AS report, r.run = c.run AS current, a.place AS moved
                    FROM claims c JOIN reports r ON r.row = c.report LEFT JOIN amended a ON a.claim = c.row
                    WHERE c.row = ?
                    """, arguments: [claim])
        else { return }
        try forget(claim, places: [row["place"], row["moved"]], db)
        var reader = try ClaimReader(db)
        guard row["current"] as Bool, var sourced = try reader.read(rows: [Int(claim)])[Int(claim)] else { return }
        let decisions = try Row.fetchAll(
            db,
            sql: """
                SELECT d.action, d.field, d.new, x.other FROM decided x JOIN decisions d ON d.row = x.decision WHERE x.claim = ?
                AND NOT EXISTS (SELECT 1 FROM decisions u WHERE u.undoes = d.row) ORDER BY d.row
                """, arguments: [claim])
        var isRejected = false
        var isAmended = false
        for decision in decisions {
            switch Decision.Action(rawValue: decision["action"] as String) {
            case .accept: isRejected = false
            case .reject: isRejected = true
            case .correct:
                guard let field = decision["field"] as String? else { continue }
                sourced.claim = try Correction(field: field, value: decision["new"] ?? "").apply(to: sourced.claim, db)
                isAmended = true
            case .merge, .split:
                guard let other = decision["other"] as Int64? else { continue }
                try db.execute(
                    sql: "INSERT OR REPLACE INTO pairs VALUES (?, ?, ?)",
                    arguments: [claim, other, decision["action"] as String == Decision.Action.merge.rawValue])
            case .note, .undo, nil: break
            }
        }
        if isRejected { try db.execute(sql: "INSERT INTO rejected VALUES (?)", arguments: [claim]) }
        var place: Int64? = row["place"]
        if isAmended { place = try amend(claim, sourced.claim, day: row["day"], db) }
        guard !isRejected, let place else { return }
        try see(sourced, claim: claim, place: place, report: row["report"], db)
    }

    /// After a new coding of a report, decisions follow the claims that are found again in it.
    static func follow(report: Int64, run: Int64, _ db: Database) throws {
        let fresh = try Row.fetchAll(
            db, sql: "SELECT row, kind, sentence, body FROM claims WHERE report = ? AND run = ? ORDER BY row",
            arguments: [report, run])
        var touched: Set<Int64> = []
        for (origin, now) in [("origin", "claim"), ("other_origin", "other")] {
            let decided = try Row.fetchAll(
                db,
                sql: """
                    SELECT x.decision, x.claim, o.kind, o.sentence, o.body FROM decided x
                    JOIN claims o ON o.row = x.\(origin) WHERE o.report = ? ORDER BY x.decision
                    """, arguments: [report])
            for old in decided {
                let again = try find(old, in: fresh)
                try db.execute(
                    sql: "UPDATE decided SET \(now) = ? WHERE decision = ?",
                    arguments: [again, old["decision"] as Int64])
                if let claim = old["claim"] as Int64? { touched.insert(claim) }
                if now == "claim", let again { touched.insert(again) }
            }
        }
        for claim in touched.sorted() { try refresh(claim, db) }
    }

    /// Writes anew what all decisions make.
    static func refreshAll(_ db: Database) throws {
        let claims = try Int64.fetchAll(
            db, sql: "SELECT DISTINCT claim FROM decided WHERE claim IS NOT NULL ORDER BY 1")
        for claim in claims { try refresh(claim, db) }
    }

    /// Writes anew what the assessment needs of each control claim, where a newer version needs more of it.
    static func assessAgain(_ db: Database) throws {
        var claims: [(place: Int64, claim: Int64)] = []
        try HotStatement(db, "SELECT place, claim FROM control").each { claims.append(($0.integer(0), $0.integer(1))) }
        claims.sort { $0.claim < $1.claim }
        for start in stride(from: 0, to: claims.count, by: 500) {
            let some = claims[start..<min(claims.count, start + 500)]
            var reader = try ClaimReader(db)
            let read = try reader.read(rows: some.map { Int($0.claim) })
            for (place, claim) in some {
                guard let sourced = read[Int(claim)], let seen = try seen(sourced, claim: claim, db) else { continue }
                try HotStatement(db, "UPDATE control SET seen = ? WHERE place = ? AND claim = ?")
                    .run(.blob(seen), .integer(place), .integer(claim))
            }
        }
    }

    /// Takes away what was derived from a claim, its state of control in any of `places` too.
    static func forget(_ claim: Int64, places: [Int64?], _ db: Database) throws {
        for table in ["amended", "rejected", "pairs"] {
            try db.execute(sql: "DELETE FROM \(table) WHERE claim = ?", arguments: [claim])
        }
        for place in places.compactMap({ $0 }) {
            try db.execute(sql: "DELETE FROM control WHERE place = ? AND claim = ?", arguments: [place, claim])
        }
    }

    private static func amend(_ row: Int64, _ claim: Claim, day: Int, _ db: Database) throws -> Int64? {
        var writer = LedgerWriter(db)
        let columns = try writer.columns(claim, known: day)
        try db.execute(
            sql: "INSERT INTO amended VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            arguments: [
                row, claim.typeWord, claim.modality.rawValue, columns.place, columns.actor, columns.target,
                claim.attribution?.name, claim.background, columns.first, columns.last, Data(ClaimCodec.encode(claim)),
            ])
        return columns.place
    }

    private static func see(
        _ sourced: SourcedClaim, claim: Int64, place: Int64, report: Int64, _ db: Database
    ) throws {
        guard let seen = try seen(sourced, claim: claim, db) else { return }
        var writer = LedgerWriter(db)
        try writer.note(sourced.claim)
        try db.execute(
            sql: "INSERT OR REPLACE INTO control (place, claim, report, seen) VALUES (?, ?, ?, ?)",
            arguments: [place, claim, report, Data(seen)])
    }

    /// What `control.seen` must hold for a claim as it stands; nil where it tells nothing of control.
    static func seen(_ sourced: SourcedClaim, claim: Int64, _ db: Database) throws -> [UInt8]? {
        let pairs = try db.cachedStatement(
            sql: """
                SELECT p.joined, r.id FROM pairs p JOIN claims o ON o.row = p.other
                LEFT JOIN echoes e ON e.report = o.report JOIN reports r ON r.row = COALESCE(e.root, o.report)
                WHERE p.claim = ? ORDER BY p.joined DESC, r.id LIMIT 1
                """)
        let pair = try Row.fetchOne(pairs, arguments: [claim])
        var sourced = sourced
        sourced.echoOf = sourced.report
        if let pair, pair["joined"] as Bool { sourced.echoOf = pair["id"] }
        return Observation(sourced, ref: 0).map { SeenCodec.encode($0, decided: pair != nil) }
    }

    /// The claim of a newer coding that says what an older one's claim said: of the same kind, signalled by the same
    /// words or at least in the same sentence, and alike in type or place; the likest.
    private static func find(_ old: Row, in fresh: [Row]) throws -> Int64? {
        let body: Data = old["body"]
        guard !body.isEmpty else { return nil }
        let was = try body.withUnsafeBytes { try ClaimCodec.decode($0) }
        var best: (row: Int64, score: Int)?
        for row in fresh where row["kind"] as Int == old["kind"] as Int {
            let claim = try (row["body"] as Data).withUnsafeBytes { try ClaimCodec.decode($0) }
            let sameWords = claim.trigger.overlaps(was.trigger)
            let sameSentence = row["sentence"] as String == old["sentence"] as String
            let sameType = claim.typeWord == was.typeWord
            let samePlace = claim.place.map { NameKey.of($0) } == was.place.map { NameKey.of($0) }
            guard sameWords || sameSentence, sameType || (samePlace && sameWords) else { continue }
            let same = claim.parties.0.map { NameKey.of($0) } == was.parties.0.map { NameKey.of($0) }
            let score = (sameType ? 4 : 0) + (sameWords ? 3 : 0) + (samePlace ? 2 : 0) + (same ? 1 : 0)
            if score > best?.score ?? 0 { best = (row["row"], score) }
        }
        return best?.row
    }
}
