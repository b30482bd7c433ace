import Assessment
import Foundation
import GRDB
import Record

/// The names that control claims call the sides by (`sides`), with how often: what ``Assessment/PartyNames`` chooses,
/// kept in the ledger so that a map names its holders without reading claims.
enum SideNames {
    private static let columns = "key, name, id, kind, country"
    private static let best = "ORDER BY hash, distance, uses DESC, name"

    /// Counts uses of a party's name.
    static func note(_ party: Party, hash: UInt64, uses: Int = 1, _ db: Database) throws {
        try HotStatement(
            db,
            """
            INSERT INTO sides VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (hash, distance, name) DO UPDATE SET uses = uses + excluded.uses
            """
        ).run(
            .integer(Int64(bitPattern: hash)), .integer(party.distance), .text(party.name), .text(party.key),
            .optional(party.id), .text(party.kind.rawValue), .optional(party.country), .integer(uses))
    }

    /// The side with this hash; nil where no claim names it.
    static func party(_ hash: UInt64, _ db: Database) throws -> Party? {
        try Row.fetchOne(
            try db.cachedStatement(sql: "SELECT \(columns) FROM sides WHERE hash = ? \(best) LIMIT 1"),
            arguments: [Int64(bitPattern: hash)]
        ).map(party)
    }

    /// All sides by their hash.
    static func all(_ db: Database) throws -> [UInt64: Party] {
        var parties: [UInt64: Party] = [:]
        for row in try Row.fetchAll(db, sql: "SELECT \(columns), hash FROM sides \(best)") {
            let hash = UInt64(bitPattern: row["hash"] as Int64)
            if parties[hash] == nil { parties[hash] = party(row) }
        }
        return parties
    }

    /// Counts the names of all control claims that stand, anew.
    static func countAgain(_ db: Database) throws {
        try db.execute(sql: "DELETE FROM sides")
        let bodies = try Data.fetchCursor(
            db,
            sql: """
                SELECT COALESCE(a.body, c.body) FROM control k JOIN claims c ON c.row = k.claim
                LEFT JOIN amended a ON a.claim = c.row
                """)
        while let body = try bodies.next() {
            let claim = try body.withUnsafeBytes { try ClaimCodec.decode($0) }
            for party in Party.of(claim) { try note(party, hash: NameKey.hash(party.key), db) }
        }
    }

    private static func party(_ row: Row) -> Party {
        Party(
            key: row["key"], name: row["name"], id: row["id"],
            kind: Actor.Kind(rawValue: row["kind"] as String) ?? .unknown, country: row["country"])
    }
}
