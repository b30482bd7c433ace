public import Assessment
import Foundation
import GRDB
public import Record
import Synchronization

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

/// Events as a map draws them: columns of one length, in order of day.
public struct EventMarks: Sendable {
    /// First valid day (days since 1970).
    public var day: [Int] = []
    /// Index into ``types``.
    public var type: [Int] = []
    /// Index into ``places``.
    public var place: [Int] = []
    /// ``EventType``'s raw values.
    public var types: [String] = []
    /// Places by their keys.
    public var places: [(key: String, place: Place)] = []

    /// No events.
    public init() {}
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
    /// First valid day that is told as fact.
    public var firstTold: Int?
    /// Last valid day that a dated report tells as fact; the picture's newest day.
    public var lastTold: Int?
    /// First and last day of knowledge, of dated reports where there are any.
    public var firstKnown: Int?
    /// Last day of knowledge.
    public var lastKnown: Int?

    /// A span from its parts.
    public init(firstTold: Int?, lastTold: Int?, firstKnown: Int?, lastKnown: Int?) {
        (self.firstTold, self.lastTold, self.firstKnown, self.lastKnown) = (firstTold, lastTold, firstKnown, lastKnown)
    }
}

/// A caption with the place that it names first, where it names one.
public struct PlacedCaption: Sendable {
    /// As the report has it.
    public var caption: Caption
    /// Nil where the caption names no place.
    public var place: Place?

    /// A caption of a report.
    ///
    /// - Parameter places: those of the whole report, with their ranges.
    public init(_ caption: Caption, among places: [Place]) {
        self.caption = caption
        place = places.first { $0.range.map(caption.range.contains) ?? false }
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

    /// The history of one place as known on `known`, with the sides that it names; nil where no control claim speaks of
    /// it.
    public func history(at key: String, known: PartialDate? = nil) throws -> Histories? {
        let limit = known.map { Int32(clamping: $0.lastDay) } ?? .max
        return try read { db in
            guard let row = try Row.fetchOne(db, sql: "SELECT row, body FROM places WHERE key = ?", arguments: [key])
            else { return nil }
            let periods = try cache.withLock { cache in
                try cache.refresh(db)
                return try cache.history(db, place: row[0], known: limit)
            }
            if periods.isEmpty { return nil }
            var parties: [UInt64: Party] = [:]
            for hash in Set(periods.flatMap { [$0.side, $0.other, $0.previous] }) where hash != 0 {
                parties[hash] = try SideNames.party(hash, db)
            }
            let place = PlaceHistory(key: key, place: try Self.decodePlace(row[1]), periods: periods)
            return Histories(places: [place], parties: parties)
        }
    }

    /// Every place that claims known on `known` are about, with the number of claims.
    public func placesTold(known: PartialDate? = nil) throws -> [PlaceRow] {
        try read { db in
            var counts: [Int64: Int] = [:]
            for source in try ClaimSource.counting(db) {
                try HotStatement(
                    db,
                    """
                    SELECT c.place, COUNT(*) \(source.counted) WHERE c.place IS NOT NULL AND c.known <= ?
                    \(source.condition) GROUP BY c.place
                    """
                ).each(.integer(known?.lastDay ?? Int.max)) { counts[$0.integer(0), default: 0] += Int($0.integer(1)) }
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
            var counts: [Int: [Int]] = [:]
            for source in try ClaimSource.counting(db) {
                try HotStatement(
                    db,
                    """
                    SELECT c.first, c.kind, COUNT(*) \(source.counted)
                    WHERE c.modality IN ('asserted', 'claimed') AND c.known <= ? AND c.last - c.first < 360
                    \(source.condition) GROUP BY c.first, c.kind
                    """
                ).each(.integer(known?.lastDay ?? Int.max)) { row in
                    let empty = [Int](repeating: 0, count: Claim.Kind.allCases.count)
                    counts[Int(row.integer(0)), default: empty][Int(row.integer(1))] += Int(row.integer(2))
                }
            }
            return counts.sorted { $0.key < $1.key }.flatMap { day, kinds in
                zip(Claim.Kind.allCases, kinds).filter { $1 > 0 }.map { DayCount(day: day, kind: $0, count: $1) }
            }
        }
    }

    /// Factual events whose first valid day lies in `days`, by day; those told as history are left out.
    public func eventMarks(_ days: ClosedRange<Int>, known: PartialDate? = nil) throws -> EventMarks {
        try read { db in
            var found: [(day: Int, type: String, place: Int64)] = []
            for source in try ClaimSource.counting(db) {
                try HotStatement(
                    db,
                    """
                    SELECT c.first, c.type, c.place \(source.counted) WHERE c.first BETWEEN ? AND ? AND c.kind = ?
                    AND c.modality IN ('asserted', 'claimed') AND c.background = 0 AND c.known <= ?
                    AND c.place IS NOT NULL \(source.condition)
                    """
                ).each(
                    .integer(days.lowerBound), .integer(days.upperBound), .integer(Claim.Kind.event.number),
                    .integer(known?.lastDay ?? Int.max)
                ) { found.append((Int($0.integer(0)), $0.text(1), $0.integer(2))) }
            }
            found.sort { ($0.day, $0.type, $0.place) < ($1.day, $1.type, $1.place) }
            return try Self.marks(found, db)
        }
    }

    private static func marks(_ found: [(day: Int, type: String, place: Int64)], _ db: Database) throws -> EventMarks {
        var marks = EventMarks()
        var types: [String: Int] = [:]
        var places: [Int64: Int] = [:]
        let statement = try db.cachedStatement(sql: "SELECT key, body FROM places WHERE row = ?")
        for event in found {
            if places[event.place] == nil, let row = try Row.fetchOne(statement, arguments: [event.place]) {
                places[event.place] = marks.places.count
                marks.places.append((row[0], try decodePlace(row[1])))
            }
            if types[event.type] == nil {
                types[event.type] = marks.types.count
                marks.types.append(event.type)
            }
            guard let place = places[event.place], let type = types[event.type] else { continue }
            marks.day.append(event.day)
            marks.type.append(type)
            marks.place.append(place)
        }
        return marks
    }

    /// Which days the ledger tells of.
    public func span() throws -> LedgerSpan {
        try read { db in
            func known(_ order: String, _ condition: String = "") throws -> Int? {
                try Int.fetchOne(db, sql: "SELECT known FROM reports \(condition) ORDER BY known \(order) LIMIT 1")
            }
            let dated = "WHERE published IS NOT NULL"
            let last = try known("DESC", dated) ?? known("DESC")
            // A claim without a date of its own, in a report without one, is valid on the day it was recorded: that
            // day says nothing of the war.
            let told = try Int.fetchOne(
                db,
                sql: """
                    SELECT c.first FROM claims c JOIN reports r ON r.row = c.report AND r.run = c.run
                    WHERE c.first <= ? AND c.background = 0 AND c.modality IN ('asserted', 'claimed')
                    AND (r.published IS NOT NULL OR c.first <> c.known) ORDER BY c.first DESC LIMIT 1
                    """, arguments: [last])
            let first = try Int.fetchOne(
                db, sql: "SELECT first FROM claims WHERE modality IN ('asserted', 'claimed') ORDER BY first LIMIT 1")
            return LedgerSpan(
                firstTold: first, lastTold: told, firstKnown: try known("", dated) ?? known(""), lastKnown: last)
        }
    }

    /// The newest reports with captions, as known on `known`, with their captions.
    public func captioned(
        known: PartialDate? = nil, limit: Int
    ) throws -> [(report: ReportRow, captions: [PlacedCaption])] {
        try read { db in
            let rows = try Row.fetchCursor(
                db,
                sql: """
                    SELECT r.*, NULL AS first, 0 AS n FROM reports r WHERE r.known <= ?
                    AND instr(r.extras, CAST('"captions":[{' AS BLOB)) > 0 ORDER BY r.known DESC, r.id
                    """, arguments: [known?.lastDay ?? Int.max])
            var found: [(report: ReportRow, captions: [PlacedCaption])] = []
            var count = 0
            while count < limit, let row = try rows.next() {
                guard let extras = row["extras"] as Data? else { continue }
                let rest = try JSONDecoder().decode(Prepared.Extras.self, from: extras)
                count += rest.captions.count
                found.append((Self.reportRow(row), rest.captions.map { PlacedCaption($0, among: rest.places) }))
            }
            return found
        }
    }
}
