import Assessment
import Foundation
import GRDB
public import Record

extension Ledger {
    /// The claims of the newest codings that the filter lets through, as the decisions have them (``decide(_:claim:)``).
    public func claims(_ filter: ClaimFilter = ClaimFilter()) throws -> [SourcedClaim] {
        try read { db in
            guard let clause = try FilterClause(filter, db) else { return [] }
            var reader = try ClaimReader(db)
            let sources = try ClaimSource.all(db)
            if sources.count == 1 { return try reader.read(sources[0], clause, page: clause.page).map(\.claim) }
            // Claims as coded and as corrected, each in order: together in order.
            var all = try sources.flatMap { try reader.read($0, clause, page: clause.upToPage) }
            all.sort { ClaimReader.precedes($0, $1, descending: filter.order.isDescending) }
            let rest = all.dropFirst(max(0, filter.offset))
            return (filter.limit.map { rest.prefix(max(0, $0)) } ?? rest).map(\.claim)
        }
    }

    /// How many claims the filter lets through, whatever its limit.
    public func countClaims(_ filter: ClaimFilter = ClaimFilter()) throws -> Int {
        try read { db in
            guard let clause = try FilterClause(filter, db) else { return 0 }
            return try ClaimSource.all(db).reduce(0) { sum, source in
                let count = try Int.fetchOne(
                    db, sql: "SELECT COUNT(*) \(source.counted) \(clause.sql) \(source.condition)",
                    arguments: clause.arguments)
                return sum + (count ?? 0)
            }
        }
    }

    /// One claim by its key (report id, `#`, claim id); nil where there is none or it was redacted.
    public func claim(_ key: String) throws -> SourcedClaim? {
        guard let cut = key.lastIndex(of: "#") else { return nil }
        let id = String(key[key.index(after: cut)...])
        var filter = ClaimFilter()
        filter.report = String(key[..<cut])
        return try claims(filter).first { $0.claim.id == id }
    }

    /// Counts of the claims that the filter lets through, by kind, type, modality or publisher, largest first.
    public func facet(_ facet: Facet, _ filter: ClaimFilter = ClaimFilter(), limit: Int = 50) throws -> [Count] {
        let counts = try grouped(by: facet.column, filter)
        return counts.map { key, count in
            let kind = facet == .kind ? Int(key).map { Claim.Kind.allCases[$0].rawValue } : nil
            return Count(key: kind ?? key, count: count)
        }
        .sorted { ($1.count, $0.key) < ($0.count, $1.key) }.prefix(limit).map { $0 }
    }

    private func grouped(by column: String, _ filter: ClaimFilter) throws -> [String: Int] {
        try read { db in
            guard let clause = try FilterClause(filter, db) else { return [:] }
            var counts: [String: Int] = [:]
            for source in try ClaimSource.all(db) {
                let rows = try Row.fetchCursor(
                    db,
                    sql: """
                        SELECT \(column) AS k, COUNT(*) \(source.counted) \(clause.sql) \(source.condition)
                        GROUP BY k HAVING k IS NOT NULL
                        """, arguments: clause.arguments)
                while let row = try rows.next() { counts[row[0], default: 0] += row[1] }
            }
            return counts
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
        var counts: [String: Int] = [:]
        for (day, count) in try grouped(by: "CAST(c.first AS TEXT)", filter) {
            let date = PartialDate(daysSince1970: Int(day) ?? 0)
            let length = precision == .year ? 4 : precision == .day ? 10 : 7
            counts[String(date.description.prefix(length)), default: 0] += count
        }
        return counts.map { Count(key: $0, count: $1) }.sorted { $0.key < $1.key }
    }
}

/// A ``ClaimFilter`` as SQL.
struct FilterClause {
    var sql = ""
    var order = ""
    /// What ``order`` goes by first.
    var sortColumn = ""
    var page = ""
    /// As many rows as the page and those before it.
    var upToPage = ""
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
        if let rows = filter.rows { parts.append("c.row BETWEEN \(rows.lowerBound) AND \(rows.upperBound)") }
        if !filter.background { parts.append("c.background = 0") }
        if filter.counted { parts.append("c.row NOT IN (SELECT claim FROM rejected)") }
        if filter.undecided {
            parts.append(
                """
                c.row NOT IN (SELECT x.claim FROM decided x JOIN decisions d ON d.row = x.decision
                WHERE x.claim IS NOT NULL AND d.action IN ('accept', 'reject', 'correct')
                AND NOT EXISTS (SELECT 1 FROM decisions u WHERE u.undoes = d.row))
                """)
        }
        parts.append("length(c.body) > 0")
        sql = "WHERE " + parts.joined(separator: " AND ")
        sortColumn = filter.order.column
        let direction = filter.order.isDescending ? " DESC" : ""
        order = "ORDER BY \(filter.order.column)\(direction)"
        if filter.order != .recorded, filter.order != .recordedDescending { order += ", r.id, c.row" }
        if let limit = filter.limit {
            page = "LIMIT \(max(0, limit)) OFFSET \(max(0, filter.offset))"
            upToPage = "LIMIT \(max(0, limit) + max(0, filter.offset))"
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
