import Assessment
import Foundation
import GRDB
public import Record

extension Ledger {
    /// Columns and tables that a ``Record/SourcedClaim`` is made of.
    static let claimSelect = """
        SELECT c.row AS row, c.body AS body, c.sentence AS sentence, r.id AS report, r.publisher AS publisher,
        r.url AS url, r.known_date AS known, f.id AS first
        """
    static let claimFrom = """
        FROM claims c JOIN reports r ON r.row = c.report AND r.run = c.run
        LEFT JOIN echoes e ON e.report = c.report LEFT JOIN reports f ON f.row = e.root
        """

    static func sourced(_ row: Row) throws -> SourcedClaim? {
        let body: Data = row["body"]
        guard !body.isEmpty else { return nil }
        let claim = try body.withUnsafeBytes { try ClaimCodec.decode($0) }
        let report: String = row["report"]
        return SourcedClaim(
            key: report + "#" + claim.id, claim: claim, report: report, publisher: row["publisher"], url: row["url"],
            known: PartialDate(row["known"] as String) ?? PartialDate(daysSince1970: 0), sentence: row["sentence"],
            echoOf: (row["first"] as String?) ?? report)
    }

    /// The claims of the newest codings that the filter lets through.
    public func claims(_ filter: ClaimFilter = ClaimFilter()) throws -> [SourcedClaim] {
        try read { db in
            guard let clause = try FilterClause(filter, db) else { return [] }
            let request = try Row.fetchCursor(
                db,
                sql: "\(Self.claimSelect) \(Self.claimFrom) \(clause.sql) \(clause.order) \(clause.page)",
                arguments: clause.arguments)
            var claims: [SourcedClaim] = []
            while let row = try request.next() { if let claim = try Self.sourced(row) { claims.append(claim) } }
            return claims
        }
    }

    /// How many claims the filter lets through, whatever its limit.
    public func countClaims(_ filter: ClaimFilter = ClaimFilter()) throws -> Int {
        try read { db in
            guard let clause = try FilterClause(filter, db) else { return 0 }
            return try Int.fetchOne(
                db, sql: "SELECT COUNT(*) \(Self.claimFrom) \(clause.sql)", arguments: clause.arguments)
                ?? 0
        }
    }

    /// One claim by its key (report id, `#`, claim id); nil where there is none or it was redacted.
    public func claim(_ key: String) throws -> SourcedClaim? {
        guard let cut = key.lastIndex(of: "#") else { return nil }
        return try read { db in
            try Row.fetchOne(
                db, sql: "\(Self.claimSelect) \(Self.claimFrom) WHERE r.id = ? AND c.id = ?",
                arguments: [String(key[..<cut]), String(key[key.index(after: cut)...])]
            ).flatMap(Self.sourced)
        }
    }

    /// Counts of the claims that the filter lets through, by kind, type, modality or publisher, largest first.
    public func facet(_ facet: Facet, _ filter: ClaimFilter = ClaimFilter(), limit: Int = 50) throws -> [Count] {
        try read { db in
            guard let clause = try FilterClause(filter, db) else { return [] }
            return try Row.fetchAll(
                db,
                sql: """
                    SELECT \(facet.column) AS k, COUNT(*) AS n \(Self.claimFrom) \(clause.sql) GROUP BY k
                    HAVING k IS NOT NULL ORDER BY n DESC, k LIMIT \(limit)
                    """, arguments: clause.arguments
            ).map { row in
                var key: String = row["k"]
                if facet == .kind, let number = Int(key) { key = Claim.Kind.allCases[number].rawValue }
                return Count(key: key, count: row["n"])
            }
        }
    }

    /// What claims are counted by.
    public enum Facet: String, Sendable, CaseIterable {
        case kind, type, modality, publisher, speaker

        var column: String {
            switch self {
            case .kind: "CAST(c.kind AS TEXT)"
            case .type: "c.type"
            case .modality: "c.modality"
            case .publisher: "r.publisher"
            case .speaker: "c.speaker"
            }
        }
    }

    /// Claims for each day, month or year of valid time, in order.
    public func histogram(by precision: Precision = .month, _ filter: ClaimFilter = ClaimFilter()) throws -> [Count] {
        try read { db in
            guard let clause = try FilterClause(filter, db) else { return [] }
            var counts: [String: Int] = [:]
            let rows = try Row.fetchCursor(
                db, sql: "SELECT c.first AS d, COUNT(*) AS n \(Self.claimFrom) \(clause.sql) GROUP BY c.first",
                arguments: clause.arguments)
            while let row = try rows.next() {
                let date = PartialDate(daysSince1970: row["d"])
                let length = precision == .year ? 4 : precision == .day ? 10 : 7
                counts[String(date.description.prefix(length)), default: 0] += row["n"]
            }
            return counts.map { Count(key: $0, count: $1) }.sorted { $0.key < $1.key }
        }
    }
}

/// A ``ClaimFilter`` as SQL.
struct FilterClause {
    var sql = ""
    var order = ""
    var page = ""
    var arguments = StatementArguments()

    /// Nil where the filter names a place or actor that the ledger does not know.
    init?(_ filter: ClaimFilter, _ db: Database) throws {
        var parts: [String] = []
        func any(_ column: String, _ values: [String], _ arguments: inout StatementArguments) {
            guard !values.isEmpty else { return }
            parts.append("\(column) IN (\(values.map { _ in "?" }.joined(separator: ",")))")
            arguments += StatementArguments(values)
        }
        if !filter.kinds.isEmpty {
            parts.append("c.kind IN (\(filter.kinds.map { String($0.number) }.joined(separator: ",")))")
        }
        any("c.type", filter.types, &arguments)
        any("c.modality", filter.modalities.map(\.rawValue), &arguments)
        if let place = filter.place {
            let rows = try Lookup.places(place, db)
            if rows.isEmpty { return nil }
            parts.append("c.place IN (\(rows.map(String.init).joined(separator: ",")))")
        }
        if let actor = filter.actor {
            let rows = try Lookup.actors(actor, db)
            if rows.isEmpty { return nil }
            let list = rows.map(String.init).joined(separator: ",")
            parts.append("(c.actor IN (\(list)) OR c.target IN (\(list)))")
        }
        if let source = filter.source {
            parts.append("(r.publisher = ? COLLATE NOCASE OR c.speaker = ? COLLATE NOCASE)")
            arguments += [source, source]
        }
        if let confidence = filter.minConfidence {
            parts.append("c.confidence >= ?")
            arguments += [confidence]
        }
        if let from = filter.from { parts.append("c.last >= \(from.firstDay)") }
        if let to = filter.to { parts.append("c.first <= \(to.lastDay)") }
        if let known = filter.known { parts.append("c.known <= \(known.lastDay)") }
        if let report = filter.report {
            parts.append("r.id = ?")
            arguments += [report]
        }
        if let text = filter.text, let query = Lookup.words(text) {
            parts.append("c.report IN (SELECT rowid FROM search WHERE search MATCH ?)")
            arguments += [query]
        }
        if let box = filter.box {
            parts.append(
                "c.place IN (SELECT row FROM place_boxes WHERE south <= ? AND north >= ? AND west <= ? AND east >= ?)")
            arguments += [box.north, box.south, box.east, box.west]
        }
        if !filter.background { parts.append("c.background = 0") }
        parts.append("length(c.body) > 0")
        sql = "WHERE " + parts.joined(separator: " AND ")
        order =
            switch filter.order {
            case .valid: "ORDER BY c.first, r.id, c.row"
            case .validDescending: "ORDER BY c.first DESC, r.id, c.row"
            case .known: "ORDER BY c.known, r.id, c.row"
            case .knownDescending: "ORDER BY c.known DESC, r.id, c.row"
            case .confidence: "ORDER BY c.confidence DESC, r.id, c.row"
            case .recorded: "ORDER BY c.row"
            }
        if let limit = filter.limit {
            page = "LIMIT \(max(0, limit)) OFFSET \(max(0, filter.offset))"
        } else if filter.offset > 0 {
            page = "LIMIT -1 OFFSET \(filter.offset)"
        }
    }
}

/// Finds places, actors and reports by what a person types.
enum Lookup {
    static func places(_ name: String, _ db: Database) throws -> [Int64] {
        try Int64.fetchAll(
            db,
            sql: "SELECT row FROM places WHERE key = ? UNION SELECT place FROM place_names WHERE fold = ? ORDER BY 1",
            arguments: [name, NameKey.fold(name)])
    }

    static func actors(_ name: String, _ db: Database) throws -> [Int64] {
        try Int64.fetchAll(
            db,
            sql: "SELECT row FROM actors WHERE key = ? UNION SELECT actor FROM actor_names WHERE fold = ? ORDER BY 1",
            arguments: [name, NameKey.fold(name)])
    }

    /// Words for FTS5: all of them must be there; "quoted words" stand together; a trailing * completes.
    static func words(_ text: String) -> String? {
        var parts: [String] = []
        for (index, piece) in text.split(separator: "\"", omittingEmptySubsequences: false).enumerated() {
            if index % 2 == 1 {
                if !piece.isEmpty { parts.append("\"\(piece)\"") }
                continue
            }
            for word in piece.split(whereSeparator: \.isWhitespace) {
                let star = word.hasSuffix("*") ? "*" : ""
                let bare = word.filter { $0 != "*" }
                if !bare.isEmpty { parts.append("\"\(bare)\"" + star) }
            }
        }
        return parts.isEmpty ? nil : parts.joined(separator: " ")
    }
}
