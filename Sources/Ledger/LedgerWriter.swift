import Assessment
import Foundation
import GRDB
import Record

/// Writes prepared reports inside one transaction; remembers the rows of places, actors and parties met in it.
struct LedgerWriter {
    let db: Database
    private var places: [String: Int64] = [:]
    private var actors: [String: Int64] = [:]
    private var spellings: Set<String> = []
    private var parties: [UInt64: Party] = [:]
    private var runs: [String: Int64] = [:]
    private var link: Data?

    init(_ db: Database) { self.db = db }

    mutating func add(_ report: Prepared, at: Date) throws -> Recorded {
        let coder = report.recording.coded.report.coder ?? "unknown"
        let known = try db.cachedStatement(
            sql: "SELECT row, id, source, withdrawn, run FROM reports WHERE sha256 = ?")
        if let old = try Row.fetchOne(known, arguments: [report.recording.sha256]) {
            return try meet(old, report, coder: coder, at: at)
        }
        var report = report
        let id = try free(report.id, report.recording.sha256)
        if id != report.id {
            report.recording.coded.report.id = id
            report = try Prepared(report.recording, at: at)
        }
        let run = try runRow(coder, at: at)
        let header = report.recording.coded.report
        try db.cachedStatement(
            sql: """
                INSERT INTO reports (id, sha256, source, format, title, url, publisher, published, known, known_date,
                recorded, language, header, extras, run) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """
        ).execute(arguments: [
            id, report.recording.sha256, report.recording.source, report.recording.format, header.title, header.url,
            header.publisher, header.published?.description, report.known.lastDay, report.known.description,
            at.timeIntervalSince1970, header.language, report.header, report.extras, run,
        ])
        let row = db.lastInsertedRowID
        try db.cachedStatement(sql: "INSERT INTO raw VALUES (?, ?, ?)")
            .execute(arguments: [row, report.recording.bytes.count, report.raw])
        try db.cachedStatement(sql: "INSERT INTO texts VALUES (?, ?, ?)")
            .execute(arguments: [row, header.title ?? "", report.recording.coded.text])
        try db.cachedStatement(sql: "INSERT INTO search (rowid, title, text) VALUES (?, ?, ?)")
            .execute(arguments: [row, header.title ?? "", report.recording.coded.text])
        try addClaims(report, row: row, run: run)
        try chain("report", ref: row, run: run, digest: report.digest)
        if let sketch = report.sketch { try EchoWriter(db: db).add(row, id: id, known: report.known.lastDay, sketch) }
        return .added(id)
    }

    /// The same bytes again: nothing, a copy from another address, or a new coding.
    private mutating func meet(_ old: Row, _ report: Prepared, coder: String, at: Date) throws -> Recorded {
        let row: Int64 = old["row"]
        let id: String = old["id"]
        if old["withdrawn"] as Bool { return .alreadyThere(id) }
        var copied = false
        if old["source"] as String != report.recording.source {
            try db.cachedStatement(sql: "INSERT OR IGNORE INTO copies (report, source, at) VALUES (?, ?, ?)")
                .execute(arguments: [row, report.recording.source, at.timeIntervalSince1970])
            copied = db.changesCount > 0
        }
        let run = try runRow(coder, at: at)
        let current: Int64 = old["run"]
        let coded =
            try Int.fetchOne(
                db, sql: "SELECT 1 FROM chain WHERE kind = 'report' AND ref = ? AND run = ?",
                arguments: [
                    row, run,
                ]) != nil
        if run == current || coded { return copied ? .copy(id) : .alreadyThere(id) }
        var report = report
        report.recording.coded.report.id = id
        let stored = try String.fetchOne(db, sql: "SELECT source FROM reports WHERE row = ?", arguments: [row])
        report.recording.source = stored ?? report.recording.source
        report = try Prepared(report.recording, at: at)
        let knownDate = try String.fetchOne(db, sql: "SELECT known_date FROM reports WHERE row = ?", arguments: [row])
        if report.recording.coded.report.published == nil, let date = knownDate.flatMap({ PartialDate($0) }) {
            // The recoding knows what the first reading knew, and not earlier or later.
            report = try Prepared(
                report.recording, at: Date(timeIntervalSince1970: Double(date.firstDay) * 86_400))
        }
        try db.execute(sql: "DELETE FROM control WHERE report = ?", arguments: [row])
        try db.execute(
            sql: "UPDATE reports SET run = ?, header = ?, extras = ?, title = ?, language = ? WHERE row = ?",
            arguments: [
                run, report.header, report.extras, report.recording.coded.report.title,
                report.recording.coded.report.language, row,
            ])
        try addClaims(report, row: row, run: run)
        try chain("report", ref: row, run: run, digest: report.digest)
        return .recoded(id)
    }

    private func free(_ id: String, _ sha256: String) throws -> String {
        let taken = try db.cachedStatement(sql: "SELECT 1 FROM reports WHERE id = ?")
        return try Int.fetchOne(taken, arguments: [id]) == nil ? id : "\(id)~\(sha256.prefix(12))"
    }

    private mutating func runRow(_ coder: String, at: Date) throws -> Int64 {
        if let row = runs[coder] { return row }
        try db.execute(
            sql: "INSERT OR IGNORE INTO runs (coder, at) VALUES (?, ?)", arguments: [coder, at.timeIntervalSince1970])
        let row = try Int64.fetchOne(db, sql: "SELECT row FROM runs WHERE coder = ?", arguments: [coder]) ?? 0
        runs[coder] = row
        return row
    }

    private mutating func addClaims(_ report: Prepared, row: Int64, run: Int64) throws {
        let insert = try db.cachedStatement(
            sql: """
                INSERT INTO claims (report, run, id, kind, type, modality, place, actor, target, speaker, confidence,
                background, first, last, known, sentence, body)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """)
        let see = try db.cachedStatement(sql: "INSERT INTO control (place, claim, report, seen) VALUES (?, ?, ?, ?)")
        for item in report.rows {
            let claim = item.claim
            let place = try claim.place.map { try placeRow($0) }
            let (actor, target) = claim.parties
            try insert.execute(arguments: [
                row, run, claim.id, claim.kind.number, claim.typeWord, claim.modality.rawValue, place,
                try actor.map { try actorRow($0) }, try target.map { try actorRow($0) }, claim.attribution?.name,
                claim.confidence, claim.background, item.first, item.last, report.known.lastDay, item.sentence,
                Data(item.body),
            ])
            if let seen = item.seen, let place {
                try see.execute(arguments: [place, db.lastInsertedRowID, row, Data(seen)])
            }
            for party in item.parties { try note(party) }
        }
    }

    private mutating func placeRow(_ place: Place) throws -> Int64 {
        let key = NameKey.of(place)
        let row: Int64
        if let known = places[key] {
            row = known
        } else if let old = try Int64.fetchOne(
            try db.cachedStatement(sql: "SELECT row FROM places WHERE key = ?"), arguments: [key])
        {
            row = old
        } else {
            var plain = place
            (plain.range, plain.modifier, plain.scope, plain.share) = (nil, nil, nil, nil)
            (plain.confidence, plain.metonymic) = (nil, nil)
            if let resolved = plain.resolved { plain.name = resolved }
            var out = ByteWriter()
            ClaimCodec.encode(plain, to: &out)
            try db.execute(
                sql: "INSERT INTO places (key, kind, country, body) VALUES (?, ?, ?, ?)",
                arguments: [key, place.kind?.rawValue, place.country, Data(out.bytes)])
            row = db.lastInsertedRowID
            if let lat = place.latitude, let lon = place.longitude {
                try db.execute(
                    sql: "INSERT INTO place_boxes VALUES (?, ?, ?, ?, ?)", arguments: [row, lat, lat, lon, lon])
            }
        }
        places[key] = row
        for name in Set([place.name, place.resolved].compactMap { $0 })
        where spellings.insert("p\(row)/\(name)").inserted {
            try db.cachedStatement(sql: "INSERT OR IGNORE INTO place_names VALUES (?, ?)")
                .execute(arguments: [NameKey.fold(name), row])
        }
        return row
    }

    private mutating func actorRow(_ actor: Actor) throws -> Int64 {
        let key = NameKey.of(actor)
        let row: Int64
        if let known = actors[key] {
            row = known
        } else if let old = try Int64.fetchOne(
            try db.cachedStatement(sql: "SELECT row FROM actors WHERE key = ?"), arguments: [key])
        {
            row = old
        } else {
            var out = ByteWriter()
            ClaimCodec.encode(actor, to: &out)
            try db.execute(sql: "INSERT INTO actors (key, body) VALUES (?, ?)", arguments: [key, Data(out.bytes)])
            row = db.lastInsertedRowID
        }
        actors[key] = row
        for name in [actor.name] + (actor.aliases ?? []) where spellings.insert("a\(row)/\(name)").inserted {
            try db.cachedStatement(sql: "INSERT OR IGNORE INTO actor_names VALUES (?, ?)")
                .execute(arguments: [NameKey.fold(name), row])
        }
        return row
    }

    private mutating func note(_ party: Party) throws {
        let hash = NameKey.hash(party.key)
        if parties[hash] == nil { parties[hash] = try Party.stored(hash, in: db) }
        if let old = parties[hash], !party.comes(before: old) { return }
        parties[hash] = party
        try db.execute(
            sql: "INSERT OR REPLACE INTO parties VALUES (?, ?, ?, ?, ?, ?)",
            arguments: [
                Int64(bitPattern: hash), party.key, party.name, party.id, party.kind.rawValue, party.country,
            ])
    }

    mutating func chain(_ kind: String, ref: Int64, run: Int64, digest: Data) throws {
        let previous =
            try link ?? Data.fetchOne(db, sql: "SELECT hash FROM chain ORDER BY row DESC LIMIT 1") ?? Data(count: 32)
        let hash = Digests.link(previous, digest)
        try db.cachedStatement(sql: "INSERT INTO chain (kind, ref, run, digest, hash) VALUES (?, ?, ?, ?, ?)")
            .execute(arguments: [kind, ref, run, digest, hash])
        link = hash
    }
}
