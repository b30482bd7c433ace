import Foundation
import GRDB
import Record

/// Where claims of the newest codings stand: as coded, and as corrected by analysts.
struct ClaimSource {
    /// Claims with their reports: all that counting needs.
    var counted: String
    var condition = ""

    /// Claims with their reports, and the reports that these copy.
    var from: String {
        counted + " LEFT JOIN echoes e ON e.report = c.report LEFT JOIN reports f ON f.row = e.root"
    }

    private static let newest = "JOIN reports r ON r.row = c.report AND r.run = c.run"

    /// One source where nothing was corrected, else two that exclude each other.
    static func all(_ db: Database) throws -> [ClaimSource] {
        var coded = ClaimSource(counted: "FROM claims c \(newest)")
        guard try Int.fetchOne(db, sql: "SELECT 1 FROM amended LIMIT 1") != nil else { return [coded] }
        coded.condition = "AND c.row NOT IN (SELECT claim FROM amended)"
        let corrected = """
            FROM (SELECT a.claim AS row, o.report, o.run, o.id, o.kind, a.type, a.modality, a.place, a.actor, a.target,
            a.speaker, o.confidence, a.background, a.first, a.last, o.known, o.sentence, a.body
            FROM amended a JOIN claims o ON o.row = a.claim) c \(newest)
            """
        return [coded, ClaimSource(counted: corrected)]
    }

    /// The claims of the newest codings that nobody rejected, without their reports: what indexes alone can count.
    static func counting(_ db: Database) throws -> [ClaimSource] {
        let stands = """
            AND c.row NOT IN (SELECT claim FROM superseded) AND c.row NOT IN (SELECT claim FROM rejected)
            """
        var coded = ClaimSource(counted: "FROM claims c", condition: stands)
        guard try Int.fetchOne(db, sql: "SELECT 1 FROM amended LIMIT 1") != nil else { return [coded] }
        coded.condition += " AND c.row NOT IN (SELECT claim FROM amended)"
        let corrected = """
            FROM (SELECT a.claim AS row, o.kind, a.type, a.modality, a.place, a.background, a.first, a.last, o.known
            FROM amended a JOIN claims o ON o.row = a.claim) c
            """
        return [coded, ClaimSource(counted: corrected, condition: stands)]
    }
}

/// Makes ``Record/SourcedClaim`` of rows.
struct ClaimReader {
    /// A claim and what it is ordered by.
    struct Found {
        var claim: SourcedClaim
        var row: Int64
        var order: Double
    }

    private let db: Database
    /// By claim's row: the report that analysts say it copies.
    private var originals: [Int64: String] = [:]
    /// Claims of copies that analysts say are none.
    private var apart: Set<Int64> = []
    private var dates: [String: PartialDate] = [:]

    init(_ db: Database) throws {
        self.db = db
        let pairs = try Row.fetchCursor(
            db,
            sql: """
                SELECT p.claim, p.joined, r.id FROM pairs p JOIN claims o ON o.row = p.other
                LEFT JOIN echoes e ON e.report = o.report JOIN reports r ON r.row = COALESCE(e.root, o.report)
                ORDER BY p.joined DESC, r.id DESC
                """)
        while let pair = try pairs.next() {
            if pair[1] as Bool { originals[pair[0]] = pair[2] } else { apart.insert(pair[0]) }
        }
    }

    /// The claims of one source that a clause lets through.
    mutating func read(_ source: ClaimSource, _ clause: FilterClause, page: String) throws -> [Found] {
        let rows = try Row.fetchCursor(
            db,
            sql: """
                SELECT c.row, c.body, c.sentence, r.id, r.publisher, r.url, r.known_date, f.id, \(clause.sortColumn)
                \(source.from) \(clause.sql) \(source.condition) \(clause.order) \(page)
                """, arguments: clause.arguments)
        var found: [Found] = []
        while let row = try rows.next() {
            if let claim = try claim(row) { found.append(Found(claim: claim, row: row[0], order: row[8])) }
        }
        return found
    }

    /// The claims of these rows (``Record/SourcedClaim`` by row), as the decisions have them.
    mutating func read(rows: [Int]) throws -> [Int: SourcedClaim] {
        guard !rows.isEmpty else { return [:] }
        let list = rows.map(String.init).joined(separator: ",")
        let cursor = try Row.fetchCursor(
            db,
            sql: """
                SELECT c.row, COALESCE(a.body, c.body), c.sentence, r.id, r.publisher, r.url, r.known_date, f.id
                FROM claims c JOIN reports r ON r.row = c.report LEFT JOIN amended a ON a.claim = c.row
                LEFT JOIN echoes e ON e.report = c.report LEFT JOIN reports f ON f.row = e.root WHERE c.row IN (\(list))
                """)
        var claims: [Int: SourcedClaim] = [:]
        while let row = try cursor.next() { claims[row[0]] = try claim(row) }
        return claims
    }

    /// Makes a claim of a row that begins with row, body, sentence, report, publisher, address, day of knowledge and the
    /// report that it copies; nil where it was redacted.
    mutating func claim(_ row: Row) throws -> SourcedClaim? {
        let decoded = try row.withUnsafeData(atIndex: 1) { body -> Claim? in
            guard let body, !body.isEmpty else { return nil }
            return try body.withUnsafeBytes { try ClaimCodec.decode($0) }
        }
        guard let decoded else { return nil }
        let (number, report): (Int64, String) = (row[0], row[3])
        let first = original(of: number, copied: row[7])
        return SourcedClaim(
            key: report + "#" + decoded.id, claim: decoded, report: report, publisher: row[4], url: row[5],
            known: date(row[6]), sentence: row[2], echoOf: first ?? report)
    }

    /// The report that a claim's report copies, as analysts have decided; nil where it copies none.
    ///
    /// - Parameter copied: the report that the echo groups say it copies.
    func original(of claim: Int64, copied: String?) -> String? {
        apart.contains(claim) ? nil : originals[claim] ?? copied
    }

    private mutating func date(_ text: String) -> PartialDate {
        if let known = dates[text] { return known }
        let date = PartialDate(text) ?? PartialDate(daysSince1970: 0)
        dates[text] = date
        return date
    }

    /// The order that SQL gives: by what was asked for, then report, then row.
    static func precedes(_ a: Found, _ b: Found, descending: Bool) -> Bool {
        if a.order != b.order { return descending ? a.order > b.order : a.order < b.order }
        if a.claim.report != b.claim.report {
            return a.claim.report.utf8.lexicographicallyPrecedes(b.claim.report.utf8)
        }
        return a.row < b.row
    }
}
