import Assessment
import Foundation
import Ledger
import Record

/// The map's answers: a ledger of a million claims has hundreds of thousands of periods, and sliding through time must
/// ask nothing more. `Documentation/openapi.yaml` describes the form:
///
///     {"holders": [{id, name, kind}], "states": ["held", …],
///      "places": [[id, name, longitude, latitude, kind, admin1, country, claims, [segment, …]], …]}
///
/// where a segment is `[first day, first day after or null, state, holder, [sides], besieger, previous, sources,
/// weight × 100, opposed × 100, [confirmed days]]`; days count from 1970, parties and states are places in their lists
/// (-1 for none), and each confirmed day but the first is told as the days since the one before it. Holders come in one
/// order in all answers (``Ground/ranks``), so that a page can give each its colour.
struct MapBytes {
    private var out = JSONBytes(capacity: 1 << 20)
    private var numbers: [UInt64: Int] = [:]
    private var holders: [Party] = []
    private let parties: [UInt64: Party]
    private let states = Dictionary(uniqueKeysWithValues: ControlStatus.allCases.enumerated().map { ($1, $0) })

    /// All histories, and the places that claims only speak of.
    static func histories(_ ground: Ground, _ told: [PlaceRow]) -> Data {
        write(ground.histories.parties, ground.ranks) { writer, next in
            for row in told where row.place.latitude != nil && row.place.longitude != nil {
                next(&writer)
                let periods = ground.histories.place(row.key)?.periods ?? []
                writer.place(head(row.key, row.place, claims: row.claims), periods)
            }
        }
    }

    /// What is so on one day: one segment for each place of which something is known, with the last day that confirmed
    /// it.
    static func day(_ day: Int, _ ground: Ground) -> Data {
        let histories = ground.histories
        return write(histories.parties, ground.ranks) { writer, next in
            for (index, history) in histories.places.enumerated() where !ground.heads[index].isEmpty {
                guard var period = ControlWalk.period(on: Int32(clamping: day), in: history.periods),
                    period.status != .unknown, day < period.end.map(Int.init) ?? .max
                else { continue }
                period.confirmed = period.confirmed.last { $0 <= day }.map { [$0] } ?? []
                next(&writer)
                writer.place(ground.heads[index], [period])
            }
        }
    }

    /// The history of one place in the same form.
    static func place(_ histories: Histories) -> Data {
        write(histories.parties, []) { writer, next in
            for history in histories.places {
                next(&writer)
                writer.place(head(history.key, history.place, claims: 0), history.periods)
            }
        }
    }

    /// - Parameter places: writes them; calls its second argument before each.
    private static func write(
        _ parties: [UInt64: Party], _ ranks: [UInt64], places: (inout MapBytes, (inout MapBytes) -> Void) -> Void
    ) -> Data {
        var writer = MapBytes(parties: parties)
        for hash in ranks { _ = writer.party(hash) }
        writer.out.put("{\"states\":[")
        for (index, state) in ControlStatus.allCases.enumerated() {
            if index > 0 { writer.out.put(",") }
            writer.out.text(state.rawValue)
        }
        writer.out.put("],\"places\":[")
        var first = true
        places(&writer) { writer in
            if !first { writer.out.put(",") }
            first = false
        }
        writer.out.put("],\"holders\":[")
        for (index, holder) in writer.holders.enumerated() {
            if index > 0 { writer.out.put(",") }
            writer.out.put("{\"id\":")
            writer.out.text(holder.key)
            writer.out.put(",\"name\":")
            writer.out.text(holder.name)
            writer.out.put(",\"kind\":")
            writer.out.text(holder.kind.rawValue)
            writer.out.put("}")
        }
        writer.out.put("]}")
        return Data(writer.out.bytes)
    }

    private init(parties: [UInt64: Party]) { self.parties = parties }

    /// A place up to its segments.
    static func head(_ key: String, _ place: Place, claims: Int) -> [UInt8] {
        var out = JSONBytes()
        out.put("[")
        out.text(key)
        out.put(",")
        out.text(place.resolved ?? place.name)
        for degrees in [place.longitude, place.latitude] {
            out.put(",")
            // A place that was never found lies nowhere.
            if degrees == nil { out.put("null") } else { out.degrees(degrees) }
        }
        for text in [place.kind?.rawValue, place.admin1, place.country] {
            out.put(",")
            out.text(text)
        }
        out.put(",")
        out.number(claims)
        out.put(",[")
        return out.bytes
    }

    private mutating func place(_ head: [UInt8], _ periods: [ControlPeriod]) {
        out.put(head)
        var first = true
        for period in periods where period.status != .unknown {
            if !first { out.put(",") }
            first = false
            segment(period)
        }
        out.put("]]")
    }

    private mutating func segment(_ period: ControlPeriod) {
        let isShared = period.status == .contested || period.status == .divided
        out.put("[")
        out.number(Int(period.start))
        out.put(",")
        if let end = period.end { out.number(Int(end)) } else { out.put("null") }
        out.put(",")
        out.number(states[period.status] ?? 0)
        out.put(",")
        out.number(isShared ? -1 : party(period.side))
        out.put(",[")
        if isShared {
            if period.side != 0 { out.number(party(period.side)) }
            if period.side != 0, period.other != 0 { out.put(",") }
            if period.other != 0 { out.number(party(period.other)) }
        }
        out.put("],")
        out.number(period.status == .besieged ? party(period.other) : -1)
        out.put(",")
        out.number(party(period.previous))
        out.put(",")
        out.number(period.voices)
        out.put(",")
        out.number(Int((period.weight * 100).rounded()))
        out.put(",")
        out.number(Int((period.opposed * 100).rounded()))
        out.put(",[")
        var last: Int32?
        for day in period.confirmed where day != last {
            if last != nil { out.put(",") }
            out.number(Int(day - (last ?? 0)))
            last = day
        }
        out.put("]]")
    }

    private mutating func party(_ hash: UInt64) -> Int {
        if let number = numbers[hash] { return number }
        guard hash != 0, let party = parties[hash] else { return -1 }
        numbers[hash] = holders.count
        holders.append(party)
        return holders.count - 1
    }
}
