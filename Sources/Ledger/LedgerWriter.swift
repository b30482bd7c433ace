import Assessment
import Foundation
import GRDB
import Record

/// Writes prepared reports inside one transaction; ``finish()`` ends it.
struct LedgerWriter {
    let db: Database
    private var names: NameWriter
    private var runs: [String: Int64] = [:]
    private var link: Data?
    /// How often the control claims added call each side by each name.
    private var sides: [UInt64: [Party: Int]] = [:]
    private var statements: RecordStatements?
    private var echoes: EchoWriter?

    init(_ db: Database) { (self.db, names) = (db, NameWriter(db)) }

    private mutating func prepared() throws -> RecordStatements {
        if let statements { return statements }
        let fresh = try RecordStatements(db)
        statements = fresh
        return fresh
    }

    mutating func add(_ report: Prepared, at: Date) throws -> Recorded {
        let coder = report.recording.coded.report.coder ?? "unknown"
        let statements = try prepared()
        if let row = try statements.known.first(.text(report.recording.sha256)),
            let old = try Row.fetchOne(
                db, sql: "SELECT row, id, source, withdrawn, run, known_date FROM reports WHERE row = ?",
                arguments: [row])
        {
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
        try statements.report.run(
            .text(id), .text(report.recording.sha256), .text(report.recording.source),
            .optional(report.recording.format), .optional(header.title), .optional(header.url),
            .optional(header.publisher), .optional(header.published?.description), .integer(report.known.lastDay),
            .text(report.known.description), .real(at.timeIntervalSince1970), .optional(header.language),
            .data(report.header), .data(report.extras), .integer(run))
        let row = db.lastInsertedRowID
        let (title, text) = (header.title ?? "", report.recording.coded.text)
        try statements.raw.run(.integer(row), .integer(report.recording.bytes.count), .data(report.raw))
        try statements.text.run(.integer(row), .text(title), .text(text))
        try statements.search.run(.integer(row), .text(title), .text(text))
        try addClaims(report, row: row, run: run)
        try chain("report", ref: row, run: run, digest: report.digest)
        if let sketch = report.sketch {
            if echoes == nil { echoes = try EchoWriter(db) }
            try echoes?.add(row, id: id, known: report.known.lastDay, sketch)
        }
        return .added(id)
    }

    /// Writes what was gathered over all reports added.
    mutating func finish() throws {
        for (hash, names) in sides {
            for (party, uses) in names { try SideNames.note(party, hash: hash, uses: uses, db) }
        }
        sides = [:]
        try echoes?.finish()
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
        let isCoded = try Int.fetchOne(
            db, sql: "SELECT 1 FROM chain WHERE kind = 'report' AND ref = ? AND run = ?", arguments: [row, run])
        if run == old["run"] as Int64 || isCoded != nil { return copied ? .copy(id) : .alreadyThere(id) }
        try recode(row, id: id, old, report, run: run, at: at)
        return .recoded(id)
    }

    private mutating func recode(
        _ row: Int64, id: String, _ old: Row, _ report: Prepared, run: Int64, at: Date
    ) throws {
        var recording = report.recording
        (recording.coded.report.id, recording.source) = (id, old["source"])
        var at = at
        if recording.coded.report.published == nil, let date = PartialDate(old["known_date"] as String) {
            // The new coding knows what the first reading knew, and not earlier or later.
            at = Date(timeIntervalSince1970: Double(date.firstDay) * 86_400)
        }
        let report = try Prepared(recording, at: at)
        try db.execute(
            sql: "UPDATE reports SET run = ?, header = ?, extras = ?, title = ?, language = ? WHERE row = ?",
            arguments: [
                run, report.header, report.extras, recording.coded.report.title, recording.coded.report.language, row,
            ])
        try db.execute(
            sql: "INSERT INTO superseded SELECT row FROM claims WHERE report = ? AND run = ?",
            arguments: [row, old["run"] as Int64])
        let superseded = try Row.fetchAll(
            db,
            sql: """
                SELECT c.row, c.place, a.place AS moved FROM claims c LEFT JOIN amended a ON a.claim = c.row
                WHERE c.report = ? AND c.run = ? AND c.kind = \(Claim.Kind.control.number)
                """, arguments: [row, old["run"] as Int64])
        for claim in superseded {
            let see = try HotStatement(db, "DELETE FROM control WHERE place = ? AND claim = ?")
            for place in [claim["place"] as Int64?, claim["moved"]].compactMap({ $0 }) {
                try see.run(.integer(place), .integer(claim["row"] as Int64))
            }
        }
        try addClaims(report, row: row, run: run)
        try Standing.follow(report: row, run: run, db)
        try chain("report", ref: row, run: run, digest: report.digest)
    }

    private mutating func free(_ id: String, _ sha256: String) throws -> String {
        let taken = try prepared().taken.first(.text(id)) != nil
        return taken ? "\(id)~\(sha256.prefix(12))" : id
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
        let statements = try prepared()
        let known = report.known.lastDay
        for (claim, item) in zip(report.recording.coded.claims, report.rows) {
            let columns = try columns(claim, known: known)
            try statements.claim.run(
                .integer(row), .integer(run), .text(claim.id), .integer(claim.kind.number), .text(claim.typeWord),
                .text(claim.modality.rawValue), .optional(columns.place), .optional(columns.actor),
                .optional(columns.target), .optional(claim.attribution?.name), .real(claim.confidence),
                .integer(claim.background ? 1 : 0), .integer(columns.first), .integer(columns.last), .integer(known),
                .text(item.sentence), .blob(item.body))
            if let seen = item.seen, let place = columns.place {
                try statements.see.run(.integer(place), .integer(db.lastInsertedRowID), .integer(row), .blob(seen))
            }
            for party in item.parties { sides[party.hash, default: [:]][party.party, default: 0] += 1 }
        }
    }

    /// What claims are found by.
    struct Columns {
        var place: Int64?
        var actor: Int64?
        var target: Int64?
        /// Valid time, in days since 1970; the day of knowledge where the claim gives none.
        var first: Int
        var last: Int
    }

    mutating func columns(_ claim: Claim, known day: Int) throws -> Columns {
        let (actor, target) = claim.parties
        let (start, end) = (claim.when?.start, claim.when?.end)
        return Columns(
            place: try claim.place.map { try names.row(of: $0) }, actor: try actor.map { try names.row(of: $0) },
            target: try target.map { try names.row(of: $0) }, first: (start ?? end)?.firstDay ?? day,
            last: (end ?? start)?.lastDay ?? day)
    }

    /// Notes the names by which a claim calls the parties.
    mutating func note(_ claim: Claim) throws {
        for party in Party.of(claim) { try SideNames.note(party, hash: NameKey.hash(party.key), db) }
    }

    mutating func chain(_ kind: String, ref: Int64, run: Int64, digest: Data) throws {
        let previous =
            try link ?? Data.fetchOne(db, sql: "SELECT hash FROM chain ORDER BY row DESC LIMIT 1") ?? Data(count: 32)
        let hash = Digests.link(previous, digest)
        try prepared().link.run(.text(kind), .integer(ref), .integer(run), .data(digest), .data(hash))
        link = hash
    }
}

/// The statements that every report takes, looked up once a transaction.
private struct RecordStatements {
    let known: HotStatement
    let taken: HotStatement
    let report: HotStatement
    let raw: HotStatement
    let text: HotStatement
    let search: HotStatement
    let claim: HotStatement
    let see: HotStatement
    let link: HotStatement

    init(_ db: Database) throws {
        known = try HotStatement(db, "SELECT row FROM reports WHERE sha256 = ?")
        taken = try HotStatement(db, "SELECT 1 FROM reports WHERE id = ?")
        report = try HotStatement(
            db,
            """
            INSERT INTO reports (id, sha256, source, format, title, url, publisher, published, known, known_date,
            recorded, language, header, extras, run) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        raw = try HotStatement(db, "INSERT INTO raw VALUES (?, ?, ?)")
        text = try HotStatement(db, "INSERT INTO texts VALUES (?, ?, ?)")
        search = try HotStatement(db, "INSERT INTO search (rowid, title, text) VALUES (?, ?, ?)")
        claim = try HotStatement(
            db,
            """
            INSERT INTO claims (report, run, id, kind, type, modality, place, actor, target, speaker, confidence,
            background, first, last, known, sentence, body) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        see = try HotStatement(db, "INSERT INTO control (place, claim, report, seen) VALUES (?, ?, ?, ?)")
        link = try HotStatement(db, "INSERT INTO chain (kind, ref, run, digest, hash) VALUES (?, ?, ?, ?, ?)")
    }
}
