import Record

/// Places and spellings that the public packages lack, written for this project from public facts.
enum Supplement {
    /// A place of the supplement: slug|name|kind|country|admin1|lat|lon|population|other names, by commas.
    static var places: [(GazetteerPlace, [String])] {
        [middleEast, africa, asiaAndEurope, citiesFromWithin].flatMap { $0.split(separator: "\n") }.compactMap { line in
            let f = line.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
            guard f.count == 9, let kind = Place.Kind(rawValue: f[2]), let lat = Double(f[5]), let lon = Double(f[6])
            else { return nil }
            let place = GazetteerPlace(
                id: "dateline:" + f[0], name: f[1], kind: kind, country: f[3], admin1: f[4], latitude: lat,
                longitude: lon, population: Int(f[7]) ?? 0)
            return (place, f[8].split(separator: ",").map(String.init))
        }
    }

    /// Other spellings of places that are there: name|country|kind|other names, by commas.
    static var spellings: [(name: String, country: String, kind: Place.Kind, others: [String])] {
        aliases.split(separator: "\n").compactMap { line in
            let f = line.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
            guard f.count == 4, let kind = Place.Kind(rawValue: f[2]) else { return nil }
            return (f[0], f[1], kind, f[3].split(separator: ",").map(String.init))
        }
    }
}
