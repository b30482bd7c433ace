import Foundation
import Gazetteer
import Record

/// A text with places whose points are known.
struct PlacedText {
    struct Name {
        /// Bytes of the text.
        let range: TextRange
        let latitude: Double, longitude: Double
    }

    var text = ""
    var names: [Name] = []
    /// A point is right within so many kilometres.
    let reach: Double

    // MARK: - UCDP GED

    private static let sentences = [
        "Fighting was reported in %.", "Shells fell on % in the morning.", "Two people died in the village of %.",
        "Troops entered %, @.", "Later % was hit from the air.", "Rebels in % in Syria held out.",
    ]

    /// Made-up reports of the events of a day in a division, in the table's order.
    static func ged(_ path: String) throws -> [PlacedText] {
        let table = try CSVTable(path: path)
        let name = try table.needed("where_coordinates")
        let (latitude, longitude) = (try table.needed("latitude"), try table.needed("longitude"))
        let (day, division, precision) = (
            try table.needed("date_start"), try table.needed("adm_1"), try table.needed("where_prec")
        )
        var reports: [String: PlacedText] = [:]
        var order: [String] = []
        for (number, row) in table.rows.enumerated() where row.count > max(name, latitude, longitude, day, precision) {
            guard let lat = Double(row[latitude]), let lon = Double(row[longitude]), (Double(row[precision]) ?? 9) < 3,
                let place = settlement(row[name])
            else { continue }
            let key = row[day] + row[division]
            if reports[key] == nil {
                reports[key] = PlacedText(reach: 20)
                order.append(key)
            }
            let parts = sentences[number % sentences.count].replacing("@", with: row[division]).split(
                separator: "%", omittingEmptySubsequences: false)
            reports[key]?.add(String(parts[0]), place, String(parts[1]), lat, lon)
        }
        return order.compactMap { reports[$0] }
    }

    /// "Teir Maaleh" of "Teir Maaleh village"; nil for divisions and vague places.
    private static func settlement(_ name: String) -> String? {
        for tail in [" village", " town", " city"] where name.hasSuffix(tail) {
            return String(name.dropLast(tail.count).split { "/(".contains($0) }[0]).trimmingCharacters(in: .whitespaces)
        }
        return nil
    }

    private mutating func add(
        _ before: String, _ place: String, _ after: String, _ latitude: Double, _ longitude: Double
    ) {
        if !text.isEmpty { text += " " }
        text += before
        let start = text.utf8.count
        text += place
        names.append(Name(range: TextRange(start, text.utf8.count), latitude: latitude, longitude: longitude))
        text += after
    }

    // MARK: - Annotated news

    private struct Line: Decodable {
        struct Toponym: Decodable {
            let start: Int, end: Int
            let lat: Double?, lon: Double?
        }
        let text: String
        let toponyms: [Toponym]
    }

    /// News with its annotated places; those without a point are left out.
    static func news(_ path: String) throws -> [PlacedText] {
        try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").map { line in
            let line = try JSONDecoder().decode(Line.self, from: Data(line.utf8))
            // The annotation counts code points.
            var offsets: [Int] = [0]
            for scalar in line.text.unicodeScalars { offsets.append(offsets[offsets.count - 1] + UTF8.width(scalar)) }
            var placed = PlacedText(text: line.text, reach: 161)
            for toponym in line.toponyms where toponym.end < offsets.count {
                guard let latitude = toponym.lat, let longitude = toponym.lon else { continue }
                placed.names.append(
                    Name(
                        range: TextRange(offsets[toponym.start], offsets[toponym.end]), latitude: latitude,
                        longitude: longitude))
            }
            return placed
        }
    }
}
