import Assessment
import Foundation
import GRDB
import Record

/// What a ledger's file says of control, in memory, for one state of the file: the observations of all places, and the
/// histories assessed from them.
struct ControlCache: Sendable {
    /// The last link of the chain that this was read at.
    var version: Int64 = -1
    var seen: Seen?
    /// By day of knowledge.
    var boards: [Int32: Board] = [:]
    /// Histories of single places, by place and day of knowledge.
    var histories: [PlaceKey: [ControlPeriod]] = [:]
    /// The report that each copy goes back to, as a hash of its id.
    var roots: [Int64: UInt64]?

    struct PlaceKey: Hashable {
        var place: Int64
        var known: Int32
    }

    /// What the file says, place after place, by their keys.
    struct Seen: Sendable {
        var places: [(row: Int64, key: String, place: Place, observations: [Observation])] = []
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

    /// Brings what was read of an older state of the file up to this one: where few reports or decisions came since,
    /// only the places that they are about are read again.
    mutating func refresh(_ db: Database) throws {
        let now = try Int64.fetchOne(db.cachedStatement(sql: "SELECT MAX(row) FROM chain")) ?? 0
        guard now != version else { return }
        if let changed = try changed(since: version, to: now, db) {
            try update(changed, db)
        } else {
            self = ControlCache()
        }
        version = now
    }

    /// The history of one place.
    mutating func history(_ db: Database, place: Int64, known: Int32) throws -> [ControlPeriod] {
        let key = PlaceKey(place: place, known: known)
        if let ready = histories[key] { return ready }
        let periods = Self.periods(try observations(at: place, db), known: known)
        if histories.count >= 512 { histories.removeAll(keepingCapacity: true) }
        histories[key] = periods
        return periods
    }

    /// The histories of all places.
    mutating func board(_ db: Database, known: Int32) throws -> Board {
        if let ready = boards[known] { return ready }
        let (seen, periods) = try assessed(db, known: known)
        let places = zip(seen.places, periods).map { (key: $0.key, place: $0.place, periods: $1) }
        let board = Board(places: places, parties: seen.parties)
        if boards.count >= 4 { boards.removeAll() }
        boards[known] = board
        return board
    }

    static func periods(_ observations: [Observation], known: Int32) -> [ControlPeriod] {
        ControlWalk.periods(known == .max ? observations : observations.filter { $0.known <= known })
    }

    /// What the control claims of one place say.
    mutating func observations(at place: Int64, _ db: Database) throws -> [Observation] {
        let copies = try copies(db)
        var observations: [Observation] = []
        try HotStatement(db, "SELECT place, claim, report, seen FROM control WHERE place = ?").each(.integer(place)) {
            if let observation = Self.observation($0, copies) { observations.append(observation) }
        }
        return observations
    }

    /// What the file says, and the histories that it gives; read where it was not yet.
    private mutating func assessed(_ db: Database, known: Int32) throws -> (Seen, [[ControlPeriod]]) {
        if let seen {
            return (seen, Parallel.map(seen.places.count) { Self.periods(seen.places[$0].observations, known: known) })
        }
        let (seen, periods) = try load(db, known: known)
        self.seen = seen
        return (seen, periods)
    }

    /// Observations of some places, and then their histories.
    private struct Stretch: Sendable {
        var places: [(row: Int64, observations: [Observation])] = []
        var histories: [[ControlPeriod]] = []
        var count = 0
    }

    /// Reads what the file says of all places, while other cores assess what was read (`dateline bench --only ledger`:
    /// map, first time).
    private mutating func load(_ db: Database, known: Int32) throws -> (Seen, [[ControlPeriod]]) {
        let copies = try copies(db)
        let assessment = Pieces<Stretch, Stretch> { stretch in
            var stretch = stretch
            stretch.histories = stretch.places.map { Self.periods($0.observations, known: known) }
            return stretch
        }
        var stretch = Stretch()
        var (current, observations): (Int64, [Observation]) = (-1, [])
        func close() {
            if observations.isEmpty { return }
            stretch.places.append((current, observations))
            stretch.count += observations.count
            observations = []
            guard stretch.count >= 2048 else { return }
            assessment.add(stretch)
            stretch = Stretch()
        }
        try HotStatement(db, "SELECT place, claim, report, seen FROM control ORDER BY place").each { row in
            if row.integer(0) != current {
                close()
                current = row.integer(0)
            }
            if let observation = Self.observation(row, copies) { observations.append(observation) }
        }
        close()
        assessment.add(stretch)
        var seen = Seen()
        seen.parties = try SideNames.all(db)
        var names: [Int64: (key: String, place: Place)] = [:]
        let places = try Row.fetchCursor(db, sql: "SELECT row, key, body FROM places")
        while let row = try places.next() { names[row[0]] = (row[1], try Ledger.decodePlace(row[2])) }
        var told: [(row: Int64, key: String, place: Place, observations: [Observation], history: [ControlPeriod])] = []
        for stretch in assessment.finish() {
            for (place, history) in zip(stretch.places, stretch.histories) {
                guard let name = names[place.row] else { continue }
                told.append((place.row, name.key, name.place, place.observations, history))
            }
        }
        told.sort { $0.key < $1.key }
        seen.places = told.map { ($0.row, $0.key, $0.place, $0.observations) }
        return (seen, told.map(\.history))
    }

    private mutating func copies(_ db: Database) throws -> [Int64: UInt64] {
        if let roots { return roots }
        var found: [Int64: UInt64] = [:]
        let rows = try Row.fetchCursor(db, sql: "SELECT e.report, r.id FROM echoes e JOIN reports r ON r.row = e.root")
        while let row = try rows.next() { found[row[0]] = NameKey.hash(row[1]) }
        roots = found
        return found
    }

    /// Of a row with place, claim, report and what was seen.
    private static func observation(_ row: HotStatement, _ copies: [Int64: UInt64]) -> Observation? {
        let echo = copies.isEmpty ? nil : copies[row.integer(2)]
        return SeenCodec.decode(row.bytes(3), ref: Int(row.integer(1)), echo: echo)
    }
}
