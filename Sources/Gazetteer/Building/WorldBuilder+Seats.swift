import Record

extension WorldBuilder {
    /// Gives each division the spellings of the town that it is called after: "Deir al-Zour province" is spelled as
    /// freely as Deir al-Zour, though sources list the spellings of the town alone.
    static func addSeatNames(to places: inout [(place: GazetteerPlace, names: [String])]) {
        func key(_ country: String, _ admin1: String, _ name: [UInt8]) -> String {
            country + "|" + admin1 + "|" + String(decoding: name, as: UTF8.self)
        }
        var divisions: [String: Int] = [:]
        for (index, entry) in places.enumerated() where entry.place.kind == .admin1 || entry.place.kind == .admin2 {
            let admin1 = entry.place.kind == .admin1 ? entry.place.name : entry.place.admin1
            for name in shortened(NameFolding.exact(entry.place.name), entry.place.kind) {
                divisions[key(entry.place.country, admin1, name)] = index
            }
        }
        var seats: [Int: Int] = [:]
        for (index, entry) in places.enumerated() where entry.place.kind == .settlement {
            for name in [entry.place.name] + entry.names {
                let found = divisions[key(entry.place.country, entry.place.admin1, NameFolding.exact(name))]
                guard let division = found else { continue }
                if let other = seats[division], places[other].place.population >= entry.place.population { continue }
                seats[division] = index
            }
        }
        for (division, seat) in seats.sorted(by: { $0.key < $1.key }) {
            places[division].names += [places[seat].place.name] + places[seat].names
        }
    }
}
