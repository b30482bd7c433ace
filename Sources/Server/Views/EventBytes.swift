import Foundation
import Ledger
import Record

/// Events of a stretch of days in columns, for places that lie somewhere:
///
///     {"types": ["air_strike", …], "places": [{id, name, lat, lon}], "day": […], "type": […], "place": […]}
///
/// where days count from 1970, ascending, and types and places are places in their lists.
enum EventBytes {
    /// So many events are drawn at most.
    private static let limit = 200_000

    static func write(_ marks: EventMarks) -> Data {
        var numbers = [Int?](repeating: nil, count: marks.places.count)
        var shown: [Int] = []
        for (index, entry) in marks.places.enumerated()
        where entry.place.latitude != nil && entry.place.longitude != nil {
            numbers[index] = shown.count
            shown.append(index)
        }
        let rows = marks.day.indices.lazy.filter { numbers[marks.place[$0]] != nil }.prefix(limit).map { $0 }
        var out = JSONBytes(capacity: rows.count * 12 + shown.count * 80)
        out.put("{\"types\":[")
        for (index, type) in marks.types.enumerated() {
            if index > 0 { out.put(",") }
            out.text(type)
        }
        out.put("],\"places\":[")
        for (number, index) in shown.enumerated() {
            let entry = marks.places[index]
            if number > 0 { out.put(",") }
            out.put("{\"id\":")
            out.text(entry.key)
            out.put(",\"name\":")
            out.text(entry.place.resolved ?? entry.place.name)
            out.put(",\"lat\":")
            out.degrees(entry.place.latitude)
            out.put(",\"lon\":")
            out.degrees(entry.place.longitude)
            out.put("}")
        }
        out.put("],\"day\":[")
        out.numbers(rows.map { marks.day[$0] })
        out.put("],\"type\":[")
        out.numbers(rows.map { marks.type[$0] })
        out.put("],\"place\":[")
        out.numbers(rows.map { numbers[marks.place[$0]] ?? 0 })
        out.put("]}")
        return Data(out.bytes)
    }
}
