public import Assessment
import Foundation
import GRDB
public import Record
import Synchronization

/// A place with what is so there.
public struct Holding: Sendable {
    /// ``NameKey/of(_:)-(Place)``.
    public var key: String
    /// The place as it was named first.
    public var place: Place
    /// What is so there.
    public var state: ControlState
}

extension Ledger {
    /// Claims that a state is shown with, at most; its weight and voices count all.
    public static let shownClaims = 80

    /// Who holds the places of this name (several places may share it), most told of first, with the claims for and
    /// against.
    public func holds(_ name: String, on date: PartialDate, known: PartialDate? = nil) throws -> [Holding] {
        try histories(name, known: known) { place, periods, db in
            let day = Int32(clamping: date.lastDay)
            let period = ControlWalk.period(on: day, in: periods)
            let state = try period.map { try Self.describe($0, on: day, db) } ?? .unknown
            return Holding(key: place.key, place: place.place, state: state)
        }
    }

    /// The whole history of the places of this name, up to `date`, as known on `known`.
    public func history(_ name: String, to date: PartialDate, known: PartialDate? = nil) throws -> [(
        key: String, place: Place, states: [ControlState]
    )] {
        try histories(name, known: known) { place, periods, db in
            let day = Int32(clamping: date.lastDay)
            let states = try periods.filter { $0.start <= day }.map {
                try Self.describe($0, on: min(day, ($0.end ?? .max) - 1), db)
            }
            return (place.key, place.place, states)
        }
    }

    /// What `describe` makes of the histories of the places of a name: towns before the divisions that are called by
    /// them, those with the most periods first. Places of which no claim tells who holds them are left out, unless there
    /// is only one of the name.
    private func histories<Answer>(
        _ name: String, known: PartialDate?,
        _ describe: ((key: String, place: Place), [ControlPeriod], Database) throws -> Answer
    ) throws -> [Answer] {
        let limit = known.map { Int32(clamping: $0.lastDay) } ?? .max
        return try read { db in
            let rows = try Lookup.places(name, db)
            let found = try rows.map { row in
                try (
                    row,
                    cache.withLock { cache in
                        try cache.refresh(db)
                        return try cache.history(db, place: row, known: limit)
                    }
                )
            }
            let told = rows.count == 1 ? found : found.filter { !$0.1.isEmpty }
            let described = try told.sorted { ($1.1.count, $0.0) < ($0.1.count, $1.0) }.compactMap { row, periods in
                let statement = try db.cachedStatement(sql: "SELECT key, body FROM places WHERE row = ?")
                return try Row.fetchOne(statement, arguments: [row]).map {
                    (key: $0[0] as String, place: try Self.decodePlace($0[1]), periods: periods)
                }
            }
            let divisions: Set<Place.Kind?> = [.admin1, .admin2, .admin3, .country, .region]
            let towns = described.filter { !divisions.contains($0.place.kind) }
            let others = described.filter { divisions.contains($0.place.kind) }
            return try (towns + others).map { try describe((key: $0.key, place: $0.place), $0.periods, db) }
        }
    }

    /// The control claims that count about the places of this name, in order of valid time.
    public func controlClaims(place: String, known: PartialDate? = nil) throws -> [SourcedClaim] {
        var filter = ClaimFilter()
        (filter.kinds, filter.place, filter.known, filter.counted) = ([.control], place, known, true)
        return try claims(filter)
    }

    /// All control claims that count, in order of valid time.
    public func allControlClaims(known: PartialDate? = nil) throws -> [SourcedClaim] {
        var filter = ClaimFilter()
        (filter.kinds, filter.known, filter.counted) = ([.control], known, true)
        return try claims(filter)
    }

    /// All places on `date` as known on `known`. States come without their claims (``holds(_:on:known:)`` has them).
    public func map(on date: PartialDate, known: PartialDate? = nil) throws -> ControlMap {
        try board(known: known).map(on: date)
    }

    /// The histories of all places as known on `known`; kept for the days asked last.
    func board(known: PartialDate?) throws -> ControlCache.Board {
        let limit = known.map { Int32(clamping: $0.lastDay) } ?? .max
        return try read { db in
            try cache.withLock { cache in
                try cache.refresh(db)
                return try cache.board(db, known: limit)
            }
        }
    }

    private static func describe(_ period: ControlPeriod, on day: Int32, _ db: Database) throws -> ControlState {
        let refs = Array((period.supporting + period.contradicting + period.echoes).prefix(shownClaims))
        var reader = try ClaimReader(db)
        let claims = try reader.read(rows: refs)
        var parties: [UInt64: Party] = [:]
        for hash in [period.side, period.other, period.previous] where hash != 0 {
            parties[hash] = try SideNames.party(hash, db)
        }
        return ControlState(period, on: day, party: { parties[$0] }, claim: { claims[$0] })
    }
}
