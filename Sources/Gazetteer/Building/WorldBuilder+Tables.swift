import Foundation
import Record

extension WorldBuilder {
    /// Adds the places of any comma-separated table with names and coordinates. Places that are in already, by name and
    /// within 15 km, are not added twice. Returns how many were new.
    @discardableResult
    public mutating func addCSV(path: String, columns: TableColumns) throws -> Int {
        guard let data = FileManager.default.contents(atPath: path) else {
            throw GazetteerError("\(path): cannot be read.")
        }
        var rows = Self.csv(data)
        guard !rows.isEmpty else { throw GazetteerError("\(path): the table is empty.") }
        let head = rows.removeFirst().map { $0.lowercased().trimmed }
        func column(_ name: String) throws -> Int {
            guard let index = head.firstIndex(of: name.lowercased()) else {
                throw GazetteerError(
                    "\(path), line 1: no column “\(name)”; the table has \(head.prefix(20).joined(separator: ", ")). "
                        + "Name the columns with --name, --lat and --lon.")
            }
            return index
        }
        let (name, lat, lon) = (try column(columns.name), try column(columns.latitude), try column(columns.longitude))
        let country = columns.country.flatMap { head.firstIndex(of: $0.lowercased()) }
        let (codes, known) = knownPlaces()
        var seen = Set<String>()
        var (added, usable) = (0, 0)
        for row in rows {
            guard row.count > max(name, lat, lon), let latitude = Double(row[lat].trimmed),
                let longitude = Double(row[lon].trimmed), abs(latitude) <= 90, abs(longitude) <= 180
            else { continue }
            usable += 1
            var title = row[name].trimmed
            let kind: Place.Kind = title.hasSuffix("province") || title.hasSuffix("governorate") ? .admin1 : .settlement
            for tail in [" village", " town", " city"] where title.lowercased().hasSuffix(tail) {
                title = String(title.dropLast(tail.count))
            }
            // "Al Eis/Ash Shaykh Isa", "Aaliyah (Qurujah)": two names of one village.
            let names = title.split { "/()".contains($0) }.map { String($0).trimmed }.filter { !$0.isEmpty }
            title = names.first ?? ""
            let key = NameFolding.exact(title)
            guard key.count > 2, kind == .settlement else { continue }
            let cell = String(decoding: key, as: UTF8.self)
            if known[cell]?.contains(where: { Geometry.kilometres($0.0, $0.1, latitude, longitude) < 15 }) == true {
                continue
            }
            let id = "table:\(cell.replacing(" ", with: "-"))-\(Int(latitude * 100))-\(Int(longitude * 100))"
            guard seen.insert(id).inserted else { continue }
            let given = country.flatMap { row.count > $0 ? row[$0].trimmed : nil } ?? ""
            let code = given.utf8.count == 2 ? given.uppercased() : codes[given.lowercased()] ?? ""
            add(
                GazetteerPlace(
                    id: id, name: title, kind: kind, country: code, latitude: latitude, longitude: longitude,
                    population: 300),
                names: Array(names.dropFirst()))
            added += 1
        }
        guard usable > 0 else {
            throw GazetteerError(
                "\(path): none of its \(rows.count) rows has a number of degrees in “\(columns.latitude)” (-90 to 90) and "
                    + "“\(columns.longitude)” (-180 to 180). Name the right columns with --lat and --lon.")
        }
        note("table \(path.split(separator: "/").last ?? ""): \(added) places")
        return added
    }

    private func knownPlaces() -> (codes: [String: String], known: [String: [(Double, Double)]]) {
        var codes: [String: String] = [:]
        var known: [String: [(Double, Double)]] = [:]
        forEachName { _, place, name in
            if place.kind == .country { codes[name.lowercased()] = place.country }
            let key = String(decoding: NameFolding.exact(name), as: UTF8.self)
            known[key, default: []].append((place.latitude, place.longitude))
        }
        return (codes, known)
    }

    /// Rows of a comma-separated table with quotes.
    static func csv(_ data: Data) -> [[String]] {
        var rows: [[String]] = []
        var row: [String] = []
        var field: [UInt8] = []
        var quoted = false
        func close() {
            row.append(String(decoding: field, as: UTF8.self))
            field.removeAll(keepingCapacity: true)
        }
        let bytes = [UInt8](data.starts(with: [0xEF, 0xBB, 0xBF]) ? data.dropFirst(3) : data)
        var at = 0
        while at < bytes.count {
            let byte = bytes[at]
            if quoted {
                if byte == 0x22 {
                    if at + 1 < bytes.count, bytes[at + 1] == 0x22 {
                        field.append(byte)
                        at += 1
                    } else {
                        quoted = false
                    }
                } else {
                    field.append(byte)
                }
            } else if byte == 0x22 {
                quoted = true
            } else if byte == 0x2C {
                close()
            } else if byte == 0x0A {
                close()
                rows.append(row)
                row.removeAll()
            } else if byte != 0x0D {
                field.append(byte)
            }
            at += 1
        }
        if !field.isEmpty || !row.isEmpty {
            close()
            rows.append(row)
        }
        return rows
    }
}
