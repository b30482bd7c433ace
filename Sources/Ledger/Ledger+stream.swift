import GRDB
public import Record

extension Ledger {
    /// Stretches of rows by which all claims can be read a part at a time, on several threads
    /// (``stream(_:rows:each:)``): what an export of millions does, since its memory then is that of a stretch.
    ///
    /// A claim that is recorded meanwhile is not in them.
    public func stretches(of size: Int64 = 2048) throws -> [ClosedRange<Int64>] {
        let last = try read { try Int64.fetchOne($0, sql: "SELECT MAX(row) FROM claims") ?? 0 }
        return stride(from: 1, through: last, by: Int64.Stride(size)).map { $0...min(last, $0 + size - 1) }
    }

    /// Hands on the claims of a stretch that the filter lets through, one after another, in the order they were recorded.
    ///
    /// Each is made, handed on and forgotten; the reports' columns are read once a report and not once a claim
    /// (`dateline bench --only exchange`).
    public func stream(
        _ filter: ClaimFilter, rows: ClosedRange<Int64>, each: (SourcedClaim) throws -> Void
    ) throws {
        var filter = filter
        filter.order = .recorded
        let isAmended = try read { db in
            try Int64.fetchOne(
                db, sql: "SELECT 1 FROM amended WHERE claim BETWEEN ? AND ? LIMIT 1",
                arguments: [rows.lowerBound, rows.upperBound]) != nil
        }
        if isAmended {
            filter.rows = rows
            return try claims(filter).forEach(each)
        }
        try read { db in
            guard let clause = try FilterClause(filter, db) else { return }
            let reader = try ClaimReader(db)
            var labels = try ReportLabels(db)
            let statement = try HotStatement(
                db,
                """
                SELECT c.row, c.report, c.body, c.sentence FROM claims c JOIN reports r ON r.row = c.report AND r.run = c.run
                \(clause.sql) AND c.row BETWEEN ? AND ? \(clause.order)
                """, clause.arguments + [rows.lowerBound, rows.upperBound])
            try statement.each { row in
                let label = try labels.label(row.integer(1))
                let claim = try ClaimCodec.decode(row.bytes(2))
                try each(
                    SourcedClaim(
                        key: label.id + "#" + claim.id, claim: claim, report: label.id, publisher: label.publisher,
                        url: label.url, known: label.known, sentence: row.text(3),
                        echoOf: reader.original(of: row.integer(0), copied: label.original) ?? label.id))
            }
        }
    }

    /// Names of sources whose licence lets what they say be published again.
    public func republishable() throws -> Set<String> {
        try read { try Set(String.fetchAll($0, sql: "SELECT source FROM licences WHERE republish = 1")) }
    }

    /// The coders whose claims stand in the ledger, for what says how it was made.
    public func coders() throws -> [String] {
        try read { try String.fetchAll($0, sql: "SELECT DISTINCT coder FROM runs ORDER BY coder") }
    }

    /// Every place and every actor that claims name, uncounted: what a release policy learns from.
    public func names() throws -> (places: [Place], actors: [Actor]) {
        try read { db in
            var (places, actors): ([Place], [Actor]) = ([], [])
            try HotStatement(db, "SELECT body FROM places ORDER BY row").each { row in
                var box = ByteReader(row.bytes(0))
                places.append(try ClaimCodec.place(&box))
            }
            try HotStatement(db, "SELECT body FROM actors ORDER BY row").each { row in
                var box = ByteReader(row.bytes(0))
                actors.append(try ClaimCodec.actor(&box))
            }
            return (places, actors)
        }
    }
}

/// What a claim's record says of its report; the last one asked for is kept, for claims of a report stand together.
private struct ReportLabels {
    struct Label {
        var id = ""
        var publisher: String?
        var url: String?
        var known = PartialDate(daysSince1970: 0)
        /// The report that this one copies; nil where it copies none.
        var original: String?
    }

    private let statement: HotStatement
    private var number: Int64?
    private var last = Label()

    init(_ db: Database) throws {
        statement = try HotStatement(
            db,
            """
            SELECT r.id, r.publisher, r.url, r.known_date, f.id FROM reports r
            LEFT JOIN echoes e ON e.report = r.row LEFT JOIN reports f ON f.row = e.root WHERE r.row = ?
            """)
    }

    mutating func label(_ report: Int64) throws -> Label {
        if report == number { return last }
        var label = Label()
        try statement.each(.integer(report)) { row in
            (label.id, label.publisher, label.url) = (row.text(0), row.optionalText(1), row.optionalText(2))
            label.known = PartialDate(row.text(3)) ?? label.known
            label.original = row.optionalText(4)
        }
        (number, last) = (report, label)
        return label
    }
}
