public import Assessment
import Foundation
import GRDB
public import Record
import Synchronization

/// A place with what is so there.
public struct Holding: Sendable {
    public var place: PlaceRow
    public var state: ControlState
}

extension Ledger {
    /// Who holds the places of this name (several places may share it), most claims first, with the claims for and
    /// against.
    public func holds(_ name: String, on date: PartialDate, known: PartialDate? = nil) throws -> [Holding] {
        try read { db in
            let rows = try Lookup.places(name, db)
            guard !rows.isEmpty else { return [] }
            let places = try Self.placeRows(
                db, condition: "WHERE p.row IN (\(rows.map(String.init).joined(separator: ",")))", page: "")
            return try places.filter { $0.row.controlClaims > 0 || places.count == 1 }.map { place in
                let periods = try Self.periods(db, place: place.number, known: known)
                guard let period = ControlWalk.period(on: Int32(clamping: date.lastDay), in: periods) else {
                    return Holding(place: place.row, state: .unknown)
                }
                return Holding(
                    place: place.row, state: try Self.describe(period, on: Int32(clamping: date.lastDay), db))
            }
        }
    }

    /// The whole history of the places of this name, up to `date`, as known on `known`.
    public func history(_ name: String, to date: PartialDate, known: PartialDate? = nil) throws -> [(
        place: PlaceRow, states: [ControlState]
    )] {
        try read { db in
            let rows = try Lookup.places(name, db)
            guard !rows.isEmpty else { return [] }
            let places = try Self.placeRows(
                db, condition: "WHERE p.row IN (\(rows.map(String.init).joined(separator: ",")))", page: "")
            let day = Int32(clamping: date.lastDay)
            return try places.filter { $0.row.controlClaims > 0 }.map { place in
                let states = try Self.periods(db, place: place.number, known: known).filter { $0.start <= day }.map {
                    try Self.describe($0, on: min(day, ($0.end ?? .max) - 1), db)
                }
                return (place.row, states)
            }
        }
    }

    /// The control claims about the places of this name, in order of valid time.
    public func controlClaims(place: String, known: PartialDate? = nil) throws -> [SourcedClaim] {
        var filter = ClaimFilter()
        (filter.kinds, filter.place, filter.known) = ([.control], place, known)
        return try claims(filter)
    }

    /// All control claims, in order of valid time.
    public func allControlClaims(known: PartialDate? = nil) throws -> [SourcedClaim] {
        var filter = ClaimFilter()
        (filter.kinds, filter.known) = ([.control], known)
        return try claims(filter)
    }

    /// All places on `date` as known on `known`. States come without their claims (``holds(_:on:known:)`` has them).
    public func map(on date: PartialDate, known: PartialDate? = nil) throws -> ControlMap {
        let version = try read { try Int64.fetchOne($0, sql: "SELECT MAX(row) FROM chain") ?? 0 }
        let limit = known.map { Int32(clamping: $0.lastDay) } ?? .max
        let board = try maps.withLock { cache in
            if cache.version != version {
                cache = MapCache()
                cache.version = version
                cache.seen = try read(MapCache.load)
            }
            if let ready = cache.boards[limit] { return ready }
            let board = cache.assess(known: limit)
            if cache.boards.count >= 4 { cache.boards.removeAll() }
            cache.boards[limit] = board
            return board
        }
        return board.map(on: date)
    }

    static func periods(_ db: Database, place: Int64, known: PartialDate?) throws -> [ControlPeriod] {
        let limit = known.map { Int32(clamping: $0.lastDay) } ?? .max
        let rows = try Row.fetchCursor(
            try db.cachedStatement(
                sql: """
                    SELECT c.claim, c.seen, f.id FROM control c LEFT JOIN echoes e ON e.report = c.report
                    LEFT JOIN reports f ON f.row = e.root WHERE c.place = ?
                    """), arguments: [place])
        var observations: [Observation] = []
        while let row = try rows.next() {
            let echo = (row[2] as String?).map(NameKey.hash)
            guard
                let observation = try row.withUnsafeData(
                    atIndex: 1,
                    { data in
                        data?.withUnsafeBytes { SeenCodec.decode($0, ref: row[0], echo: echo) }
                    }), observation.known <= limit
            else { continue }
            observations.append(observation)
        }
        return ControlWalk.periods(observations)
    }

    static func describe(_ period: ControlPeriod, on day: Int32, _ db: Database) throws -> ControlState {
        let refs = Array((period.supporting + period.contradicting + period.echoes).prefix(80))
        var claims: [Int: SourcedClaim] = [:]
        if !refs.isEmpty {
            let rows = try Row.fetchCursor(
                db, sql: "\(claimSelect) \(claimFrom) WHERE c.row IN (\(refs.map(String.init).joined(separator: ",")))")
            while let row = try rows.next() { claims[row["row"]] = try sourced(row) }
        }
        var parties: [UInt64: Party] = [:]
        for hash in [period.side, period.other, period.previous] where hash != 0 {
            parties[hash] = try Party.stored(hash, in: db)
        }
        return ControlState(period, on: day, party: { parties[$0] }, claim: { claims[$0] })
    }
}
