import Record

extension WorldBuilder {
    /// Adds the supplement; places of it that a source holds already (same name, within 15 km) only lend their names.
    public mutating func addSupplement() {
        let (supplement, spellings) = (Supplement.places, Supplement.spellings)
        var wanted = Set(spellings.map { NameFolding.exact($0.name) })
        for (place, names) in supplement { for name in [place.name] + names { wanted.insert(NameFolding.exact(name)) } }
        for spelling in spellings { for name in spelling.others { wanted.insert(NameFolding.exact(name)) } }
        var known = places(called: wanted)
        attach(spellings, &known)
        for (place, names) in supplement {
            let keys = Set(([place.name] + names).map { NameFolding.exact($0) })
            let index = holder(of: place, keys, known) ?? count
            if index < count {
                addNames([place.name] + names, population: place.population, at: index)
            } else {
                add(place, names: names)
            }
            for key in keys { known[key, default: []].append(index) }
        }
        note("supplement: places and spellings of the project's own")
    }

    /// Indices of the places that have one of some cleaned names, by name.
    func places(called wanted: Set<[UInt8]>) -> [[UInt8]: [Int]] {
        var found: [[UInt8]: [Int]] = [:]
        forEachName { index, _, name in
            let key = NameFolding.exact(name)
            if wanted.contains(key), found[key]?.last != index { found[key, default: []].append(index) }
        }
        return found
    }

    /// Gives the supplement's spellings to the largest place of their name, country and kind.
    private mutating func attach(
        _ spellings: [(name: String, country: String, kind: Place.Kind, others: [String])],
        _ known: inout [[UInt8]: [Int]]
    ) {
        for spelling in spellings {
            let fitting = (known[NameFolding.exact(spelling.name)] ?? []).filter {
                place(at: $0).country == spelling.country && place(at: $0).kind == spelling.kind
            }
            guard let largest = fitting.max(by: { (place(at: $0).population, $1) < (place(at: $1).population, $0) })
            else { continue }
            addNames(spelling.others, at: largest)
            for other in spelling.others { known[NameFolding.exact(other), default: []].append(largest) }
        }
    }

    /// The first place of the same name and kind within 15 km (divisions: 120 km).
    private func holder(of place: GazetteerPlace, _ keys: Set<[UInt8]>, _ known: [[UInt8]: [Int]]) -> Int? {
        let reach = place.kind == .admin1 ? 120.0 : 15
        return keys.flatMap { known[$0] ?? [] }.filter { index in
            let other = self.place(at: index)
            return other.kind == place.kind && other.country == place.country
                && Geometry.kilometres(place.latitude, place.longitude, other.latitude, other.longitude) < reach
        }.min()
    }
}
