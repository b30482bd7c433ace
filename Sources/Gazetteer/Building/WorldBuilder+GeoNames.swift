import Record

extension WorldBuilder {
    /// Adds a folder of GeoNames' own dumps (``GeoNamesDump``). A place that is in already, by its GeoNames id, keeps its
    /// name and takes the dump's kind, point, people and names; its divisions where it has none.
    public mutating func addGeoNames(folder: String) throws {
        let dump = try GeoNamesDump(folder: folder)
        var reading = GeoNamesReading()
        progress("GeoNames: English names", 0)
        try reading.readEnglishNames(dump.alternateNames)
        try reading.readCountries(dump.countries)
        reading.first = try divisions(dump.firstDivisions, reading.english)
        reading.second = try divisions(dump.secondDivisions, reading.english)
        for file in dump.places {
            progress("GeoNames: \(file.path.split(separator: "/").last ?? "")", 0.2)
            try file.forEach { line in
                reading.newest = max(reading.newest, line.text(18))
                guard let (place, names) = try reading.place(line, in: file) else { return }
                merge(place, names: names)
            }
        }
        progress("GeoNames: other names", 0.8)
        try addAlternateNames(dump.alternateNames)
        note("GeoNames' dumps, newest row \(reading.newest): GeoNames, CC BY 4.0")
    }

    /// Names of divisions by their code ("SY.13"): as the gazetteer calls them, else in English.
    private func divisions(_ file: TabFile, _ english: [Int: String]) throws -> [String: String] {
        var found: [String: String] = [:]
        try file.forEach { line in
            let id = line.int(3) ?? 0
            found[line.text(0)] = place(id: "geonames:\(id)")?.name ?? english[id] ?? line.text(2)
        }
        return found
    }

    /// The dump's alternate names, without links, codes and nicknames.
    private mutating func addAlternateNames(_ file: TabFile) throws {
        try file.forEach { line in
            guard GeoNamesReading.isLanguage(line), line.first(6) != UInt8(ascii: "1"), let id = line.int(1) else {
                return
            }
            addName(line.text(3), to: "geonames:\(id)")
        }
    }
}

/// What is known while a dump is read.
struct GeoNamesReading {
    /// English names that GeoNames prefers, by id.
    private(set) var english: [Int: String] = [:]
    private var countries: Set<Int> = []
    var first: [String: String] = [:]
    var second: [String: String] = [:]
    /// The date of the newest row: the version of the dump.
    var newest = ""

    /// True for a name in a language, not a link, a post code or a code of airports.
    static func isLanguage(_ line: TabFile.Line) -> Bool {
        line.text(2).utf8.count <= 3 && !["abbr", "phon"].contains(line.text(2))
    }

    mutating func readEnglishNames(_ file: TabFile) throws {
        try file.forEach { line in
            let flag = UInt8(ascii: "1")
            guard line.first(4) == flag, line.text(2) == "en", line.first(6) != flag, line.first(7) != flag,
                let id = line.int(1)
            else { return }
            english[id] = english[id] ?? line.text(3)
        }
    }

    mutating func readCountries(_ file: TabFile) throws {
        try file.forEach { line in
            guard let id = line.int(16) else {
                throw GazetteerError(
                    "\(file.path), line \(line.number): expected a GeoNames id in column 17, found “\(line.text(16))”. "
                        + "Download the file again.")
            }
            countries.insert(id)
        }
    }

    /// The place of a line with its names; nil where its feature is none that reports are placed at.
    func place(_ line: TabFile.Line, in file: TabFile) throws -> (GazetteerPlace, [String])? {
        guard let id = line.int(0), let latitude = line.double(4), let longitude = line.double(5),
            abs(latitude) <= 90, abs(longitude) <= 180
        else {
            throw GazetteerError(
                "\(file.path), line \(line.number): expected an id in column 1 and degrees in columns 5 and 6, found "
                    + "“\(line.text(0))”, “\(line.text(4))”, “\(line.text(5))”. Download the file again.")
        }
        let code = line.text(7)
        guard let kind = countries.contains(id) ? .country : GeoNamesDump.kind(featureClass: line.text(6), code: code)
        else { return nil }
        let isDivision = [.admin1, .admin2, .admin3].contains(kind)
        let (source, country) = (line.text(1), line.text(8))
        let others = line.text(3).split(separator: ",").map(String.init).filter {
            PrintedName.isName($0, isDivision: isDivision)
        }
        let name = english[id] ?? PrintedName.shown(source, others: others, country: country)
        let upper = country + "." + line.text(10)
        let place = GazetteerPlace(
            id: "geonames:\(id)", name: name, kind: kind, country: country,
            admin1: kind == .admin1 || kind == .country ? "" : first[upper] ?? "",
            admin2: kind == .admin2 ? "" : second[upper + "." + line.text(11)] ?? "",
            latitude: latitude, longitude: longitude, population: line.int(14) ?? 0, capital: code == "PPLC",
            sourceName: name == source ? nil : source)
        return (place, (name == source ? [] : [source]) + others)
    }
}
