import Assessment
public import Foundation
import GRDB
public import Record

extension Ledger {
    private static let reportSelect = """
        SELECT r.*, f.id AS first, (SELECT COUNT(*) FROM claims c WHERE c.report = r.row AND c.run = r.run) AS n
        FROM reports r LEFT JOIN echoes e ON e.report = r.row LEFT JOIN reports f ON f.row = e.root
        """

    /// Reports, newest knowledge first; where `words` are given, those that have all of them, best match first.
    public func reports(limit: Int = 50, offset: Int = 0, matching words: String? = nil) throws -> [ReportRow] {
        try read { db in
            let page = "LIMIT \(max(0, limit)) OFFSET \(max(0, offset))"
            if let query = words.flatMap(Lookup.words) {
                return try Row.fetchAll(
                    db,
                    sql: """
                        \(Self.reportSelect) JOIN search ON search.rowid = r.row WHERE search MATCH ?
                        ORDER BY bm25(search, 4.0, 1.0), r.id \(page)
                        """, arguments: [query]
                ).map(Self.reportRow)
            }
            return try Row.fetchAll(db, sql: "\(Self.reportSelect) ORDER BY r.known DESC, r.id \(page)")
                .map(Self.reportRow)
        }
    }

    /// Snippets of the reports that have all `words`: report id and text, the words between `open` and `close`.
    public func search(_ words: String, limit: Int = 20, open: String = "[", close: String = "]") throws -> [(
        report: ReportRow, snippet: String
    )] {
        guard let query = Lookup.words(words) else { return [] }
        return try read { db in
            try Row.fetchAll(
                db,
                sql: """
                    SELECT r.*, f.id AS first, 0 AS n, snippet(search, 1, ?, ?, ' … ', 24) AS snippet
                    FROM search JOIN reports r ON r.row = search.rowid
                    LEFT JOIN echoes e ON e.report = r.row LEFT JOIN reports f ON f.row = e.root
                    WHERE search MATCH ? ORDER BY bm25(search, 4.0, 1.0), r.id LIMIT \(max(0, limit))
                    """, arguments: [open, close, query]
            ).map { (Self.reportRow($0), $0["snippet"] ?? "") }
        }
    }

    /// One report of the list; nil where there is none.
    public func reportRow(_ id: String) throws -> ReportRow? {
        try read { db in
            try Row.fetchOne(db, sql: "\(Self.reportSelect) WHERE r.id = ?", arguments: [id]).map(Self.reportRow)
        }
    }

    /// A report as it was coded, newest coding; nil where there is none or it was redacted.
    public func report(_ id: String) throws -> CodedReport? {
        try read { db in
            guard let row = try Row.fetchOne(db, sql: "SELECT * FROM reports WHERE id = ?", arguments: [id]),
                let header = row["header"] as Data?, let extras = row["extras"] as Data?
            else { return nil }
            let number: Int64 = row["row"]
            let decoder = JSONDecoder()
            var head = try decoder.decode(CodedReport.Header.self, from: header)
            head.id = id
            let rest = try decoder.decode(Prepared.Extras.self, from: extras)
            let text = try String.fetchOne(db, sql: "SELECT text FROM texts WHERE row = ?", arguments: [number]) ?? ""
            let bodies = try Data.fetchAll(
                db, sql: "SELECT body FROM claims WHERE report = ? AND run = ? AND length(body) > 0 ORDER BY row",
                arguments: [number, row["run"] as Int64])
            let claims = try bodies.map { try $0.withUnsafeBytes { try ClaimCodec.decode($0) } }
            return CodedReport(
                report: head, text: text, captions: rest.captions, places: rest.places, claims: claims,
                primary: rest.primary)
        }
    }

    /// The bytes that a report was read from; nil where there is none or it was redacted.
    public func rawBytes(_ id: String) throws -> Data? {
        try read { db in
            guard
                let row = try Row.fetchOne(
                    db, sql: "SELECT w.size, w.bytes FROM raw w JOIN reports r ON r.row = w.report WHERE r.id = ?",
                    arguments: [id])
            else { return nil }
            return try Compression.inflate(row["bytes"], size: row["size"])
        }
    }

    /// Other addresses from which the same bytes came.
    public func copies(of id: String) throws -> [String] {
        try read { db in
            try String.fetchAll(
                db, sql: "SELECT c.source FROM copies c JOIN reports r ON r.row = c.report WHERE r.id = ? ORDER BY 1",
                arguments: [id])
        }
    }

    /// True where bytes with this hash were recorded (or redacted): to skip coding what is there already.
    public func contains(sha256: String) throws -> Bool {
        try read { db in
            try Int.fetchOne(db, sql: "SELECT 1 FROM reports WHERE sha256 = ?", arguments: [sha256]) != nil
        }
    }

    static func reportRow(_ row: Row) -> ReportRow {
        ReportRow(
            id: row["id"], title: row["title"], publisher: row["publisher"], url: row["url"],
            published: (row["published"] as String?).flatMap { PartialDate($0) },
            known: PartialDate(row["known_date"] as String) ?? PartialDate(daysSince1970: 0),
            recorded: Date(timeIntervalSince1970: row["recorded"]), source: row["source"], format: row["format"],
            sha256: row["sha256"], language: row["language"], claims: row["n"], echoOf: row["first"],
            withdrawn: row["withdrawn"])
    }

    /// Sums of the whole ledger.
    public func counts() throws -> LedgerCounts {
        try read { db in
            func count(_ sql: String) throws -> Int { try Int.fetchOne(db, sql: "SELECT COUNT(*) FROM \(sql)") ?? 0 }
            return LedgerCounts(
                reports: try count("reports"),
                claims: try count("claims") - count("superseded"),
                places: try count("places"), actors: try count("actors"), decisions: try count("decisions"),
                withdrawn: try count("tombstones"))
        }
    }
}
