import Assessment
import GRDB
import Record

/// Gives places and actors their rows, and remembers those met in a transaction.
struct NameWriter {
    private let db: Database
    private var places: [String: Known] = [:]
    private var actors: [String: Known] = [:]

    /// A row and the spellings that it has already.
    private struct Known {
        var row: Int64
        var spellings: [String] = []
    }

    init(_ db: Database) { self.db = db }

    /// The row of a place; new where it was never named.
    mutating func row(of place: Place) throws -> Int64 {
        let key = NameKey.of(place)
        var known =
            if let met = places[key] { met } else { Known(row: try find("places", key) ?? insert(place, key: key)) }
        let before = known.spellings.count
        try spell(place.name, "place_names", &known)
        if let resolved = place.resolved { try spell(resolved, "place_names", &known) }
        if before == 0 || known.spellings.count > before { places[key] = known }
        return known.row
    }

    /// The row of an actor; new where it was never named.
    mutating func row(of actor: Actor) throws -> Int64 {
        let key = NameKey.of(actor)
        var known =
            if let met = actors[key] { met } else { Known(row: try find("actors", key) ?? insert(actor, key: key)) }
        let before = known.spellings.count
        try spell(actor.name, "actor_names", &known)
        for alias in actor.aliases ?? [] { try spell(alias, "actor_names", &known) }
        if before == 0 || known.spellings.count > before { actors[key] = known }
        return known.row
    }

    private func find(_ table: String, _ key: String) throws -> Int64? {
        try HotStatement(db, "SELECT row FROM \(table) WHERE key = ?").first(.text(key))
    }

    private func spell(_ name: String, _ table: String, _ known: inout Known) throws {
        if known.spellings.contains(name) { return }
        known.spellings.append(name)
        try HotStatement(db, "INSERT OR IGNORE INTO \(table) VALUES (?, ?)")
            .run(.text(NameKey.fold(name)), .integer(known.row))
    }

    private func insert(_ place: Place, key: String) throws -> Int64 {
        var plain = place
        (plain.range, plain.modifier, plain.scope, plain.share) = (nil, nil, nil, nil)
        (plain.confidence, plain.metonymic) = (nil, nil)
        if let resolved = plain.resolved { plain.name = resolved }
        var out = ByteWriter()
        ClaimCodec.encode(plain, to: &out)
        try HotStatement(db, "INSERT INTO places (key, kind, country, body) VALUES (?, ?, ?, ?)")
            .run(.text(key), .optional(place.kind?.rawValue), .optional(place.country), .blob(out.bytes))
        let row = db.lastInsertedRowID
        if let lat = place.latitude, let lon = place.longitude {
            try db.execute(sql: "INSERT INTO place_boxes VALUES (?, ?, ?, ?, ?)", arguments: [row, lat, lat, lon, lon])
        }
        return row
    }

    private func insert(_ actor: Actor, key: String) throws -> Int64 {
        var out = ByteWriter()
        ClaimCodec.encode(actor, to: &out)
        try HotStatement(db, "INSERT INTO actors (key, body) VALUES (?, ?)").run(.text(key), .blob(out.bytes))
        return db.lastInsertedRowID
    }
}
