public import Foundation
import GRDB
public import Record

extension Ledger {
    /// Destroys a report (text, bytes, names, claims) or, where `key` has a `#`, one claim's words, and purges them from
    /// the file, its index and its log. Hash and tombstone stay; ``verify(progress:)`` still passes.
    ///
    /// The sentence of a redacted claim still stands in its report's text and bytes: redact the report where the words
    /// themselves must go.
    public func redact(_ key: String, why: String, who: String, at: Date = Date()) throws {
        guard let pool = store as? any DatabaseWriter, !isReadOnly else {
            throw LedgerError("\(path): opened for reading only")
        }
        try write { db in
            try db.execute(sql: "PRAGMA secure_delete = ON; UPDATE doors SET open = 1 WHERE name = 'redaction'")
            if let row = try Row.fetchOne(db, sql: "SELECT * FROM reports WHERE id = ?", arguments: [key]) {
                try Self.destroy(report: row, Tomb(why: why, who: who, at: at), db)
            } else if let cut = key.lastIndex(of: "#"),
                let row = try Row.fetchOne(
                    db,
                    sql: """
                        SELECT c.row, c.id, c.place, c.sentence, c.body, r.id AS report FROM claims c
                        JOIN reports r ON r.row = c.report AND r.run = c.run WHERE r.id = ? AND c.id = ?
                        """, arguments: [String(key[..<cut]), String(key[key.index(after: cut)...])])
            {
                try Self.destroy(claim: row, Tomb(why: why, who: who, at: at), db)
            } else {
                throw LedgerError("\(key): no such report or claim in \(path)")
            }
            try Self.forgetNames(db)
            try db.execute(sql: "UPDATE doors SET open = 0 WHERE name = 'redaction'")
            try db.execute(sql: "INSERT INTO search (search) VALUES ('optimize')")
            var writer = LedgerWriter(db)
            try writer.chain("redaction", ref: 0, run: 0, digest: Digests.text("\(key)\0\(why)\0\(who)"))
        }
        do {
            try pool.vacuum()
            try pool.writeWithoutTransaction { db in
                try db.execute(sql: "PRAGMA wal_checkpoint(TRUNCATE)")
            }
        } catch let error as DatabaseError {
            throw Self.clear(error, path: path)
        }
    }

    /// Keys (report, claim) that were redacted, with the reason.
    public func withdrawn() throws -> [(key: String, why: String, who: String, at: Date)] {
        try read { db in
            try Row.fetchAll(db, sql: "SELECT * FROM tombstones WHERE part IN ('claim', 'text') ORDER BY at, key").map {
                let key: String = $0["key"]
                return (
                    key.hasSuffix("/text") ? String(key.dropLast(5)) : key, $0["why"], $0["who"],
                    Date(timeIntervalSince1970: $0["at"])
                )
            }
        }
    }

    private struct Tomb {
        var why: String
        var who: String
        var at: Date

        func put(_ key: String, part: String, digest: Data, _ db: Database) throws {
            try db.execute(
                sql: "INSERT OR IGNORE INTO tombstones VALUES (?, ?, ?, ?, ?, ?)",
                arguments: [key, why, who, at.timeIntervalSince1970, part, digest])
        }
    }

    private static func destroy(report row: Row, _ tomb: Tomb, _ db: Database) throws {
        let number: Int64 = row["row"]
        let id: String = row["id"]
        if row["withdrawn"] as Bool { return }
        let text = try Row.fetchOne(db, sql: "SELECT title, text FROM texts WHERE row = ?", arguments: [number])
        let words: String = text?["text"] ?? ""
        let meta = Digests.meta(
            id: id, sha256: row["sha256"], source: row["source"], known: row["known_date"],
            header: (row["header"] as Data?) ?? Data())
        try tomb.put(id + "/meta", part: "meta", digest: meta, db)
        try tomb.put(id + "/text", part: "text", digest: Digests.text(words), db)
        try tomb.put(id + "/extras", part: "extras", digest: Digests.bytes((row["extras"] as Data?) ?? Data()), db)
        let claims = try Row.fetchAll(
            db, sql: "SELECT row, id, place, sentence, body, ? AS report FROM claims WHERE report = ?",
            arguments: [id, number])
        for claim in claims { try destroy(claim: claim, tomb, db) }
        if let text {
            try db.execute(
                sql: "INSERT INTO search (search, rowid, title, text) VALUES ('delete', ?, ?, ?)",
                arguments: [number, text["title"] as String, words])
        }
        for table in ["raw", "sketches", "copies", "bands"] {
            try db.execute(sql: "DELETE FROM \(table) WHERE report = ?", arguments: [number])
        }
        try db.execute(sql: "DELETE FROM texts WHERE row = ?", arguments: [number])
        try db.execute(
            sql: """
                UPDATE reports SET source = '', title = NULL, url = NULL, publisher = NULL, header = NULL, extras = NULL,
                withdrawn = 1 WHERE row = ?
                """, arguments: [number])
    }

    private static func destroy(claim row: Row, _ tomb: Tomb, _ db: Database) throws {
        let body: Data = row["body"]
        guard !body.isEmpty else { return }
        let number: Int64 = row["row"]
        let moved = try Int64.fetchOne(db, sql: "SELECT place FROM amended WHERE claim = ?", arguments: [number])
        try Standing.forget(number, places: [row["place"], moved], db)
        let key = "\(row["report"] as String)#\(row["id"] as String)"
        try tomb.put(
            key, part: "claim", digest: Digests.claim(id: row["id"], sentence: row["sentence"], body: [UInt8](body)), db
        )
        try db.execute(
            sql: """
                UPDATE claims SET sentence = '', body = x'', speaker = NULL, place = NULL, actor = NULL, target = NULL
                WHERE row = ?
                """, arguments: [number])
        try forgetDecisions(about: row["row"], tomb, db)
    }

    /// What analysts wrote about a redacted claim goes too; that they decided, who and when stays.
    private static func forgetDecisions(about claim: Int64, _ tomb: Tomb, _ db: Database) throws {
        let decisions = try Row.fetchAll(
            db,
            sql: """
                SELECT d.* FROM decided x JOIN decisions d ON d.row = x.decision OR d.undoes = x.decision
                WHERE x.origin = ? OR x.claim = ? ORDER BY d.row
                """, arguments: [claim, claim])
        for decision in decisions {
            let number: Int64 = decision["row"]
            try tomb.put("decision/\(number)", part: "decision", digest: Digests.decision(decision), db)
            try db.execute(
                sql: "UPDATE decisions SET old = NULL, new = NULL, why = NULL WHERE row = ?", arguments: [number])
        }
    }

    /// Places, actors and parties that no claim names any more.
    private static func forgetNames(_ db: Database) throws {
        try db.execute(
            sql: """
                CREATE TEMP TABLE kept_places AS SELECT place AS row FROM claims WHERE place IS NOT NULL
                    UNION SELECT place FROM amended WHERE place IS NOT NULL;
                CREATE TEMP TABLE kept_actors AS SELECT actor AS row FROM claims WHERE actor IS NOT NULL
                    UNION SELECT target FROM claims WHERE target IS NOT NULL
                    UNION SELECT actor FROM amended WHERE actor IS NOT NULL
                    UNION SELECT target FROM amended WHERE target IS NOT NULL;
                DELETE FROM place_boxes WHERE row NOT IN (SELECT row FROM kept_places);
                DELETE FROM place_names WHERE place NOT IN (SELECT row FROM kept_places);
                DELETE FROM places WHERE row NOT IN (SELECT row FROM kept_places);
                DELETE FROM actor_names WHERE actor NOT IN (SELECT row FROM kept_actors);
                DELETE FROM actors WHERE row NOT IN (SELECT row FROM kept_actors);
                DROP TABLE kept_places;
                DROP TABLE kept_actors;
                """)
        try SideNames.countAgain(db)
    }
}
