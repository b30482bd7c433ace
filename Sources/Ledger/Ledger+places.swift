import Assessment
import Foundation
import GRDB
public import Record

extension Ledger {
    /// Places by name (any spelling, or the key), most claims first; all where `name` is nil.
    public func places(named name: String? = nil, limit: Int = 100, offset: Int = 0) throws -> [PlaceRow] {
        try read { db in
            var condition = ""
            if let name {
                let rows = try Lookup.places(name, db)
                if rows.isEmpty { return [] }
                condition = "WHERE p.row IN (\(rows.map(String.init).joined(separator: ",")))"
            }
            return try Self.placeRows(db, condition: condition, page: "LIMIT \(max(0, limit)) OFFSET \(max(0, offset))")
                .map(\.row)
        }
    }

    /// Places within a box of degrees.
    public func places(south: Double, west: Double, north: Double, east: Double, limit: Int = 1000) throws -> [PlaceRow]
    {
        try read { db in
            let rows = try Int64.fetchAll(
                db, sql: "SELECT row FROM place_boxes WHERE south <= ? AND north >= ? AND west <= ? AND east >= ?",
                arguments: [north, south, east, west])
            let list = rows.map(String.init).joined(separator: ",")
            return try Self.placeRows(db, condition: "WHERE p.row IN (\(list))", page: "LIMIT \(max(0, limit))").map(
                \.row)
        }
    }

    static func placeRows(_ db: Database, condition: String, page: String) throws -> [(number: Int64, row: PlaceRow)] {
        try Row.fetchAll(
            db,
            sql: """
                SELECT p.row, p.key, p.body, (SELECT COUNT(*) FROM claims c WHERE c.place = p.row) AS n,
                (SELECT COUNT(*) FROM control c WHERE c.place = p.row) AS m FROM places p \(condition)
                ORDER BY m DESC, n DESC, p.key \(page)
                """
        ).map { row in
            (
                row["row"],
                PlaceRow(
                    key: row["key"], place: try decodePlace(row["body"]), claims: row["n"], controlClaims: row["m"])
            )
        }
    }

    static func decodePlace(_ body: Data) throws -> Place {
        try body.withUnsafeBytes { bytes in
            var box = ByteReader(bytes)
            return try ClaimCodec.place(&box)
        }
    }

    /// Actors by name (any spelling, or the key), most claims first; all where `name` is nil.
    public func actors(named name: String? = nil, limit: Int = 100, offset: Int = 0) throws -> [ActorRow] {
        try read { db in
            var condition = ""
            if let name {
                let rows = try Lookup.actors(name, db)
                if rows.isEmpty { return [] }
                condition = "WHERE a.row IN (\(rows.map(String.init).joined(separator: ",")))"
            }
            return try Row.fetchAll(
                db,
                sql: """
                    WITH seen (actor, first, last, row) AS (
                        SELECT actor, first, last, row FROM claims WHERE actor IS NOT NULL
                        UNION SELECT target, first, last, row FROM claims WHERE target IS NOT NULL)
                    SELECT a.key, a.body, COUNT(*) AS n, MIN(s.first) AS first, MAX(s.last) AS last
                    FROM actors a JOIN seen s ON s.actor = a.row \(condition) GROUP BY a.row
                    ORDER BY n DESC, a.key LIMIT \(max(0, limit)) OFFSET \(max(0, offset))
                    """
            ).map { row in
                let body: Data = row["body"]
                let actor = try body.withUnsafeBytes { bytes in
                    var box = ByteReader(bytes)
                    return try ClaimCodec.actor(&box)
                }
                return ActorRow(
                    key: row["key"], actor: actor, claims: row["n"],
                    first: (row["first"] as Int?).map { PartialDate(daysSince1970: $0) },
                    last: (row["last"] as Int?).map { PartialDate(daysSince1970: $0) })
            }
        }
    }
}
