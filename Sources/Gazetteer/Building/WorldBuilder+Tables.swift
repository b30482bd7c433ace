import Record

extension WorldBuilder {
    /// Adds the places of any comma- or tab-separated table with names and coordinates. Places that are in already, by
    /// name and within 15 km, are not added twice. Returns how many were new.
    @discardableResult
    public mutating func addCSV(path: String, columns: TableColumns) throws -> Int {
        let table = try CSVTable(path: path)
        let rows = try Self.placed(table, columns)
        guard !rows.isEmpty else {
            throw GazetteerError(
                "\(path): none of its \(table.rows.count) rows has a number of degrees in “\(columns.latitude)” "
                    + "(-90 to 90) and “\(columns.longitude)” (-180 to 180). Name the right columns with --lat and --lon."
            )
        }
        let codes = countryCodes()
        let known = places(called: Set(rows.map(\.key)))
        var seen = Set<String>()
        var added = 0
        for row in rows where row.key.count > 2 && !row.isDivision {
            let isKnown = (known[row.key] ?? []).contains { index in
                let place = self.place(at: index)
                return Geometry.kilometres(place.latitude, place.longitude, row.latitude, row.longitude) < 15
            }
            if isKnown || !seen.insert(row.id).inserted { continue }
            let code = row.country.utf8.count == 2 ? row.country.uppercased() : codes[row.country.lowercased()] ?? ""
            add(
                GazetteerPlace(
                    id: row.id, name: row.names[0], kind: .settlement, country: code, admin1: row.admin1,
                    admin2: row.admin2, latitude: row.latitude, longitude: row.longitude, population: 300),
                names: Array(row.names.dropFirst()))
            added += 1
        }
        note("table \(path.split(separator: "/").last ?? ""): \(added) places")
        return added
    }

    /// One row of a user's table.
    private struct Row {
        /// At least one.
        let names: [String]
        let isDivision: Bool
        let latitude: Double, longitude: Double
        let country: String, admin1: String, admin2: String

        var key: [UInt8] { NameFolding.exact(names[0]) }
        var id: String {
            let cell = String(decoding: key, as: UTF8.self).replacing(" ", with: "-")
            return "table:\(cell)-\(Int(latitude * 100))-\(Int(longitude * 100))"
        }
    }

    /// The rows with a name and a point.
    private static func placed(_ table: CSVTable, _ columns: TableColumns) throws -> [Row] {
        let name = try table.needed(columns.name)
        let (lat, lon) = (try table.needed(columns.latitude), try table.needed(columns.longitude))
        let country = table.column(columns.country)
        let (admin1, admin2) = (table.column(columns.admin1), table.column(columns.admin2))
        return table.rows.compactMap { row in
            func cell(_ column: Int?) -> String { column.flatMap { row.count > $0 ? row[$0].trimmed : nil } ?? "" }
            guard let latitude = Double(cell(lat)), let longitude = Double(cell(lon)), abs(latitude) <= 90,
                abs(longitude) <= 180
            else { return nil }
            let names = names(cell(name))
            guard !names.isEmpty else { return nil }
            let isDivision = names[0].hasSuffix("province") || names[0].hasSuffix("governorate")
            return Row(
                names: names, isDivision: isDivision, latitude: latitude, longitude: longitude, country: cell(country),
                admin1: cell(admin1), admin2: cell(admin2))
        }
    }

    /// "Al Eis/Ash Shaykh Isa", "Aaliyah (Qurujah)": two names of one village; the word for its kind goes.
    private static func names(_ cell: String) -> [String] {
        var title = cell
        for tail in [" village", " town", " city"] where title.lowercased().hasSuffix(tail) {
            title = String(title.dropLast(tail.count))
        }
        return title.split { "/()".contains($0) }.map { String($0).trimmed }.filter { !$0.isEmpty }
    }

    private func countryCodes() -> [String: String] {
        var codes: [String: String] = [:]
        forEachName { _, place, name in
            if place.kind == .country { codes[name.lowercased()] = place.country }
        }
        return codes
    }
}
