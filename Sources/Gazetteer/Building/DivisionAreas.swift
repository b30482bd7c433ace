import Foundation

/// Outlines of first-level divisions: which of them a point lies in.
///
/// Read from `divisions.areas`: one line an outline, "country TAB name TAB ring|ring …", a ring being
/// "longitude,latitude longitude,latitude …" in degrees.
struct DivisionAreas {
    private struct Outline {
        let name: String
        let rings: [[(x: Double, y: Double)]]
        let west: Double, south: Double, east: Double, north: Double

        func contains(_ x: Double, _ y: Double) -> Bool {
            guard x >= west, x <= east, y >= south, y <= north else { return false }
            var inside = false
            for ring in rings {
                var last = ring[ring.count - 1]
                for point in ring {
                    if (point.y > y) != (last.y > y),
                        x < (last.x - point.x) * (y - point.y) / (last.y - point.y) + point.x
                    {
                        inside.toggle()
                    }
                    last = point
                }
            }
            return inside
        }
    }

    private var outlines: [String: [Outline]] = [:]

    init(path: String) throws {
        guard let data = FileManager.default.contents(atPath: path) else {
            throw GazetteerError("\(path): cannot be read.")
        }
        let lines = String(decoding: data, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
        for (number, line) in lines.enumerated() where !line.isEmpty {
            let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
            let rings = fields.count == 3 ? Self.rings(fields[2]) : []
            guard !rings.isEmpty else {
                throw GazetteerError(
                    "\(path), line \(number + 1): expected a country, a name and rings of “longitude,latitude” points, "
                        + "tab-separated. Run Scripts/fetch-gazetteer-sources again.")
            }
            let points = rings.joined()
            outlines[String(fields[0]), default: []].append(
                Outline(
                    name: String(fields[1]), rings: rings, west: points.map(\.x).min() ?? 0,
                    south: points.map(\.y).min() ?? 0, east: points.map(\.x).max() ?? 0,
                    north: points.map(\.y).max() ?? 0))
        }
    }

    private static func rings(_ text: Substring) -> [[(x: Double, y: Double)]] {
        text.split(separator: "|").compactMap { ring in
            let points = ring.split(separator: " ").compactMap { pair -> (x: Double, y: Double)? in
                let parts = pair.split(separator: ",")
                guard parts.count == 2, let x = Double(parts[0]), let y = Double(parts[1]) else { return nil }
                return (x, y)
            }
            return points.count > 2 ? points : nil
        }
    }

    /// The name of the division of its country that a place lies in; nil where none is drawn there.
    func division(of place: GazetteerPlace) -> String? {
        outlines[place.country]?.first { $0.contains(place.longitude, place.latitude) }?.name
    }
}
