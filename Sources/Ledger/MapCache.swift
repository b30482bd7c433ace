import Assessment
import Foundation
import GRDB
import Record

/// All observations of a ledger in memory, and the histories assessed from them, for one state of the file.
struct MapCache: Sendable {
    var version: Int64 = -1
    var seen: Seen?
    /// By day of knowledge.
    var boards: [Int32: Board] = [:]

    /// What the file says, place after place.
    struct Seen: Sendable {
        var places: [(key: String, place: Place, observations: Range<Int>)] = []
        var observations: [Observation] = []
        var parties: [UInt64: Party] = [:]
    }

    /// The histories of all places as known on one day.
    struct Board: Sendable {
        var places: [(key: String, place: Place, periods: [ControlPeriod])]
        var parties: [UInt64: Party]

        func map(on date: PartialDate) -> ControlMap {
            let day = Int32(clamping: date.lastDay)
            var entries: [ControlMap.Entry] = []
            entries.reserveCapacity(places.count)
            for place in places {
                guard let period = ControlWalk.period(on: day, in: place.periods) else { continue }
                let state = ControlState(period, on: day, party: { parties[$0] }, claim: { _ in nil })
                entries.append(ControlMap.Entry(key: place.key, place: place.place, state: state))
            }
            var map = ControlMap(entries: entries)
            map.flagContainment()
            return map
        }
    }

    static func load(_ db: Database) throws -> Seen {
        var seen = Seen()
        var echoes: [Int64: UInt64] = [:]
        let roots = try Row.fetchCursor(db, sql: "SELECT e.report, r.id FROM echoes e JOIN reports r ON r.row = e.root")
        while let row = try roots.next() { echoes[row[0]] = NameKey.hash(row[1]) }
        for row in try Row.fetchAll(db, sql: "SELECT * FROM parties") {
            seen.parties[UInt64(bitPattern: row["hash"] as Int64)] = Party(row: row)
        }
        var names: [Int64: (String, Data)] = [:]
        let places = try Row.fetchCursor(db, sql: "SELECT row, key, body FROM places")
        while let row = try places.next() { names[row[0]] = (row[1], row[2]) }
        var current: Int64 = -1
        var start = 0
        func close(_ seen: inout Seen) throws {
            if let (key, body) = names[current], seen.observations.count > start {
                seen.places.append((key, try Ledger.decodePlace(body), start..<seen.observations.count))
            }
            start = seen.observations.count
        }
        let rows = try Row.fetchCursor(db, sql: "SELECT place, claim, report, seen FROM control ORDER BY place")
        while let row = try rows.next() {
            let place: Int64 = row[0]
            if place != current {
                try close(&seen)
                current = place
            }
            let echo = echoes[row[2]]
            let observation = try row.withUnsafeData(atIndex: 3) { data in
                data?.withUnsafeBytes { SeenCodec.decode($0, ref: row[1], echo: echo) }
            }
            if let observation { seen.observations.append(observation) }
        }
        try close(&seen)
        seen.places.sort { $0.key < $1.key }
        return seen
    }

    func assess(known: Int32) -> Board {
        guard let seen else { return Board(places: [], parties: [:]) }
        let places = seen.places.map { place in
            let observations = seen.observations[place.observations].filter { $0.known <= known }
            return (key: place.key, place: place.place, periods: ControlWalk.periods(observations))
        }
        return Board(places: places, parties: seen.parties)
    }
}
