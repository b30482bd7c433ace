public import Assessment
import Foundation
import GRDB
public import Record

/// A place with its whole history, as known on one day.
public struct PlaceHistory: Sendable {
    /// ``NameKey/of(_:)-(Place)``.
    public var key: String
    /// The place as it was named first.
    public var place: Place
    /// In order, without gaps; `supporting` and its like are row numbers for ``Ledger/claims(numbers:)``.
    public var periods: [ControlPeriod]

    /// A history from its parts.
    public init(key: String, place: Place, periods: [ControlPeriod]) {
        (self.key, self.place, self.periods) = (key, place, periods)
    }
}

/// The histories of all places that control claims speak of: what maps of any day are drawn from.
public struct Histories: Sendable {
    /// By key.
    public let places: [PlaceHistory]
    /// Sides by the hash of their key.
    public let parties: [UInt64: Party]
    private let index: [String: Int]

    /// Histories in the order of their keys, with the sides that their periods name.
    public init(places: [PlaceHistory], parties: [UInt64: Party]) {
        (self.places, self.parties) = (places, parties)
        index = Dictionary(places.enumerated().map { ($1.key, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// The history of one place; nil where no control claim speaks of it.
    public func place(_ key: String) -> PlaceHistory? { index[key].map { places[$0] } }
}

/// An event as a map draws it.
public struct EventMark: Sendable, Equatable {
    /// The claim's key.
    public var key: String
    /// First valid day (days since 1970).
    public var day: Int
    /// An ``EventType``'s raw value.
    public var type: String
    /// The place's key.
    public var place: String

    /// A mark from its parts.
    public init(key: String, day: Int, type: String, place: String) {
        (self.key, self.day, self.type, self.place) = (key, day, type, place)
    }
}

/// How many factual claims of one kind speak of one day.
public struct DayCount: Sendable, Equatable {
    /// Valid day (days since 1970).
    public var day: Int
    /// The kind of the claims counted.
    public var kind: Claim.Kind
    /// How many there are.
    public var count: Int

    /// A count from its parts.
    public init(day: Int, kind: Claim.Kind, count: Int) { (self.day, self.kind, self.count) = (day, kind, count) }
}

/// The days that a ledger tells of, as days since 1970.
public struct LedgerSpan: Sendable, Equatable {
    /// Last valid day that a dated report tells as fact; the picture's newest day.
    public var lastTold: Int?
    /// First and last day of knowledge, of dated reports where there are any.
    public var firstKnown: Int?
    /// Last day of knowledge.
    public var lastKnown: Int?

    /// A span from its parts.
    public init(lastTold: Int?, firstKnown: Int?, lastKnown: Int?) {
        (self.lastTold, self.firstKnown, self.lastKnown) = (lastTold, firstKnown, lastKnown)
    }
}

extension Ledger {
    /// A number that grows whenever a report was recorded, a decision taken or a text redacted.
    public func version() throws -> Int64 {
        try read { try Int64.fetchOne($0, sql: "SELECT MAX(row) FROM chain") ?? 0 }
    }

    /// All histories as known on `known`; kept for the days asked last.
    public func histories(known: PartialDate? = nil) throws -> Histories {
        let board = try board(known: known)
        return Histories(
            places: board.places.map { PlaceHistory(key: $0.key, place: $0.place, periods: $0.periods) },
            parties: board.parties)
    }

    /// The claims with these row numbers, by number; numbers that are not there are left out.
    public func claims(numbers: [Int]) throws -> [Int: SourcedClaim] {
        try read { db in
            var reader = try ClaimReader(db)
            return try reader.read(rows: numbers)
        }
    }

    /// Every place that claims known on `known` are about, with the number of claims.
    public func placesTold(known: PartialDate? = nil) throws -> [PlaceRow] {
        try read { db in
            var counts: [Int64: Int] = [:]
            for source in try ClaimSource.all(db) {
                let rows = try Row.fetchCursor(
                    db,
                    sql: """
                        SELECT c.place, COUNT(*) \(source.counted) WHERE c.place IS NOT NULL AND c.known <= ?
                        \(Self.counts) \(source.condition) GROUP BY c.place
                        """, arguments: [known?.lastDay ?? Int.max])
                while let row = try rows.next() { counts[row[0], default: 0] += row[1] }
            }
            let rows = try Row.fetchCursor(db, sql: "SELECT row, key, body FROM places ORDER BY key")
            var places: [PlaceRow] = []
            while let row = try rows.next() {
                guard let count = counts[row[0]] else { continue }
                places.append(
                    PlaceRow(key: row[1], place: try Self.decodePlace(row[2]), claims: count, controlClaims: 0))
            }
            return places
        }
    }

    /// Factual claims by day and kind, in order; claims that only name a year are left out.
    public func dayCounts(known: PartialDate? = nil) throws -> [DayCount] {
        try read { db in
            var counts: [DayCount] = []
            for source in try ClaimSource.all(db) {
                counts += try Row.fetchAll(
                    db,
                    sql: """
                        SELECT c.first, c.kind, COUNT(*) \(source.counted)
                        WHERE c.modality IN ('asserted', 'claimed') AND c.known <= ? AND c.last - c.first < 360
                        \(Self.counts) \(source.condition) GROUP BY c.first, c.kind
                        """, arguments: [known?.lastDay ?? Int.max]
                ).map { DayCount(day: $0[0], kind: Claim.Kind.allCases[$0[1]], count: $0[2]) }
            }
            counts.sort { ($0.day, $0.kind.number) < ($1.day, $1.kind.number) }
            // Claims as coded and as corrected are counted apart: days that both have are put together.
            return counts.reduce(into: []) { sums, count in
                if let last = sums.last, (last.day, last.kind) == (count.day, count.kind) {
                    sums[sums.count - 1].count += count.count
                } else {
                    sums.append(count)
                }
            }
        }
    }

    /// Factual events whose first valid day lies in `days`, by day; those told as history are left out.
    public func eventMarks(_ days: ClosedRange<Int>, known: PartialDate? = nil) throws -> [EventMark] {
        try read { db in
            var marks: [EventMark] = []
            for source in try ClaimSource.all(db) {
                let rows = try Row.fetchCursor(
                    db,
                    sql: """
                        SELECT r.id || '#' || c.id, c.first, c.type, p.key \(source.counted) JOIN places p ON p.row = c.place
                        WHERE c.first BETWEEN ? AND ? AND c.kind = ? AND c.modality IN ('asserted', 'claimed')
                        AND c.background = 0 AND c.known <= ? AND length(c.body) > 0 \(Self.counts) \(source.condition)
                        ORDER BY c.first, c.row
                        """,
                    arguments: [
                        days.lowerBound, days.upperBound, Claim.Kind.event.number, known?.lastDay ?? Int.max,
                    ])
                while let row = try rows.next() {
                    marks.append(EventMark(key: row[0], day: row[1], type: row[2], place: row[3]))
                }
            }
            marks.sort { ($0.day, $0.key) < ($1.day, $1.key) }
            return marks
        }
    }

    /// Leaves out what an analyst rejected.
    private static let counts = "AND c.row NOT IN (SELECT claim FROM rejected)"

    /// Which days the ledger tells of.
    public func span() throws -> LedgerSpan {
        try read { db in
            let dated = try Row.fetchOne(
                db, sql: "SELECT MIN(known), MAX(known) FROM reports WHERE published IS NOT NULL")
            let any = try Row.fetchOne(db, sql: "SELECT MIN(known), MAX(known) FROM reports")
            let last = (dated?[1] as Int?) ?? any?[1]
            // A claim without a date of its own, in a report without one, is valid on the day it was recorded: that
            // day says nothing of the war.
            let told = try Int.fetchOne(
                db,
                sql: """
                    SELECT c.first FROM claims c JOIN reports r ON r.row = c.report AND r.run = c.run
                    WHERE c.first <= ? AND c.background = 0 AND c.modality IN ('asserted', 'claimed')
                    AND (r.published IS NOT NULL OR c.first <> c.known) ORDER BY c.first DESC LIMIT 1
                    """, arguments: [last])
            return LedgerSpan(lastTold: told, firstKnown: (dated?[0] as Int?) ?? any?[0], lastKnown: last)
        }
    }

    /// The newest reports with captions, as known on `known`, with their captions.
    public func captioned(known: PartialDate? = nil, limit: Int) throws -> [(report: ReportRow, captions: [Caption])] {
        try read { db in
            let rows = try Row.fetchCursor(
                db,
                sql: """
                    SELECT r.*, NULL AS first, 0 AS n FROM reports r WHERE r.known <= ?
                    AND instr(r.extras, CAST('"captions":[{' AS BLOB)) > 0 ORDER BY r.known DESC, r.id
                    """, arguments: [known?.lastDay ?? Int.max])
            var found: [(report: ReportRow, captions: [Caption])] = []
            var count = 0
            while count < limit, let row = try rows.next() {
                guard let extras = row["extras"] as Data? else { continue }
                let captions = try JSONDecoder().decode(Prepared.Extras.self, from: extras).captions
                count += captions.count
                found.append((Self.reportRow(row), captions))
            }
            return found
        }
    }
}
