import Record

extension WorldBuilder {
    /// Gives the supplement's spellings to the largest place of their name, country and kind.
    mutating func attachSpellings() {
        var best: [String: (index: Int, population: Int)] = [:]
        forEachName { index, place, name in
            let key = place.country + place.kind.rawValue + String(decoding: NameFolding.exact(name), as: UTF8.self)
            if let known = best[key], known.population >= place.population { return }
            best[key] = (index, place.population)
        }
        for spelling in Supplement.spellings {
            let key =
                spelling.country + spelling.kind.rawValue
                + String(decoding: NameFolding.exact(spelling.name), as: UTF8.self)
            if let found = best[key] { addNames(spelling.others, at: found.index) }
        }
    }

    /// True where a place of the same name and kind lies within 15 km: it then takes the names, and
    /// the count of people where its source has none.
    mutating func lend(_ place: GazetteerPlace, _ names: [String]) -> Bool {
        let wanted = Set(([place.name] + names).map { NameFolding.exact($0) })
        var found: Int?
        forEachPlace { index, other, otherNames in
            guard found == nil, other.country == place.country, abs(other.latitude - place.latitude) < 1.2 else {
                return
            }
            let division = place.kind == .admin1 && other.kind == .admin1
            guard other.kind == place.kind,
                Geometry.kilometres(place.latitude, place.longitude, other.latitude, other.longitude)
                    < (division ? 120 : 15)
            else { return }
            if wanted.contains(NameFolding.exact(other.name))
                || otherNames.contains(where: { wanted.contains(NameFolding.exact($0)) })
            {
                found = index
            }
        }
        if let found { addNames([place.name] + names, population: place.population, at: found) }
        return found != nil
    }
}
