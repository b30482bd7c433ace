import Assessment
import Foundation
import Ledger
import Record

/// The map's answer, written without an encoder: a ledger of a million claims has hundreds of thousands of periods, and
/// sliding through time must ask nothing more. `Documentation/openapi.yaml` describes the form:
///
///     {"holders": [{id, name, kind}], "states": ["held", …],
///      "places": [[id, name, longitude, latitude, kind, admin1, country, claims, [segment, …]], …]}
///
/// where a segment is `[first day, first day after or null, state, holder, [sides], besieger, previous, sources,
/// weight × 100, opposed × 100, [confirmed days]]`; days count from 1970, parties and states are places in their lists
/// (-1 for none), and each confirmed day but the first is told as the days since the one before it.
struct MapBytes {
    private var bytes: [UInt8] = []
    private var numbers: [UInt64: Int] = [:]
    private var holders: [Party] = []
    private let parties: [UInt64: Party]

    /// - Parameter day: leaves out what is not so on this day; nil for all.
    static func write(_ histories: Histories, _ rows: [PlaceRow], on day: Int?) -> Data {
        var writer = MapBytes(parties: histories.parties)
        writer.put("{\"states\":[")
        writer.put(ControlStatus.allCases.map { "\"\($0.rawValue)\"" }.joined(separator: ","))
        writer.put("],\"places\":[")
        var first = true
        for row in rows where row.place.latitude != nil && row.place.longitude != nil {
            if !first { writer.put(",") }
            first = false
            writer.place(row, histories.place(row.key)?.periods ?? [], on: day)
        }
        writer.put("],\"holders\":[")
        for (index, holder) in writer.holders.enumerated() {
            if index > 0 { writer.put(",") }
            writer.put("{\"id\":")
            writer.text(holder.key)
            writer.put(",\"name\":")
            writer.text(holder.name)
            writer.put(",\"kind\":")
            writer.text(holder.kind.rawValue)
            writer.put("}")
        }
        writer.put("]}")
        return Data(writer.bytes)
    }

    private init(parties: [UInt64: Party]) {
        self.parties = parties
        bytes.reserveCapacity(1 << 20)
    }

    private mutating func place(_ row: PlaceRow, _ periods: [ControlPeriod], on day: Int?) {
        let place = row.place
        put("[")
        text(row.key)
        put(",")
        text(place.resolved ?? place.name)
        put(",\(Self.degrees(place.longitude)),\(Self.degrees(place.latitude)),")
        text(place.kind?.rawValue)
        put(",")
        text(place.admin1)
        put(",")
        text(place.country)
        put(",\(row.claims),[")
        var first = true
        for period in periods where period.status != .unknown {
            if let day, day < Int(period.start) || day >= period.end.map(Int.init) ?? .max { continue }
            if !first { put(",") }
            first = false
            segment(period)
        }
        put("]]")
    }

    private mutating func segment(_ period: ControlPeriod) {
        let named = NamedSides(period)
        put("[")
        number(Int(period.start))
        if let end = period.end {
            put(",")
            number(Int(end))
            put(",")
        } else {
            put(",null,")
        }
        number(ControlStatus.allCases.firstIndex(of: period.status) ?? 0)
        put(",")
        number(party(named.holder))
        put(",[")
        for (index, side) in named.sides.enumerated() {
            if index > 0 { put(",") }
            number(party(side))
        }
        put("],")
        number(party(named.besieger))
        put(",")
        number(party(period.previous))
        put(",")
        number(period.voices)
        put(",")
        number(Int((period.weight * 100).rounded()))
        put(",")
        number(Int((period.opposed * 100).rounded()))
        put(",[")
        var last: Int32?
        for day in named.confirmed {
            if last != nil { put(",") }
            number(Int(day - (last ?? 0)))
            last = day
        }
        put("]]")
    }

    private mutating func party(_ hash: UInt64) -> Int {
        guard hash != 0, let party = parties[hash] else { return -1 }
        if let number = numbers[hash] { return number }
        numbers[hash] = holders.count
        holders.append(party)
        return holders.count - 1
    }

    private mutating func put(_ text: StaticString) {
        text.withUTF8Buffer { bytes.append(contentsOf: $0) }
    }

    private mutating func put(_ text: String) { bytes.append(contentsOf: text.utf8) }

    private mutating func number(_ value: Int) {
        if (0..<10).contains(value) { bytes.append(UInt8(48 + value)) } else { put(String(value)) }
    }

    /// A JSON string, or null.
    private mutating func text(_ text: String?) {
        guard let text else { return put("null") }
        bytes.append(34)
        for byte in text.utf8 {
            switch byte {
            case 34, 92: bytes.append(contentsOf: [92, byte])
            case 0..<32: put("\\u00" + (byte < 16 ? "0" : "") + String(byte, radix: 16))
            default: bytes.append(byte)
            }
        }
        bytes.append(34)
    }

    /// Five decimals: a metre.
    private static func degrees(_ value: Double?) -> String { String(((value ?? 0) * 100_000).rounded() / 100_000) }
}
