import Gazetteer
import Language
import Record

/// Which city a report is about: the one that it names again and again, and not one that it named once in passing (after
/// Lappin and Leass, "An Algorithm for Pronominal Anaphora Resolution", 1994: weights that fade).
struct TownFocus {
    private struct Town {
        var place: Place
        var weight = 0.0
        var count = 0
    }
    private var towns: [String: Town] = [:]
    /// The town that the last sentence with a town told of.
    private(set) var last: Place?

    /// What is left of a weight after each sentence that names towns.
    private static let decay = 0.6
    /// For towns that a sentence names beside the one it tells of.
    private static let passing = 0.4
    /// Times that a city must have been named to be what a report is about.
    private static let often = 3

    private static func key(_ place: Place) -> String { place.id ?? place.name }

    /// The town that a next sentence means by "the city": the last one told of, unless it was named only there and the
    /// report is about another.
    var city: Place? {
        guard let last, towns[Self.key(last)].map({ $0.count < 2 }) ?? true else { return self.last }
        let usual = towns.values.filter { $0.count >= Self.often }.max {
            ($0.weight, $0.count, $0.place.name) < ($1.weight, $1.count, $1.place.name)
        }
        return usual?.place ?? last
    }

    /// Takes in the towns of a sentence.
    mutating func note(_ scene: Scene) {
        guard let topic = scene.topic else { return }
        last = topic.place
        for key in towns.keys { towns[key]?.weight *= Self.decay }
        for mention in scene.places where mention.place.kind == .settlement && scene.isUsable(mention) {
            var town = towns[Self.key(mention.place)] ?? Town(place: mention.place)
            town.place = mention.place
            town.count += 1
            town.weight += mention.tokens == topic.tokens ? 1 : Self.passing
            towns[Self.key(mention.place)] = town
        }
    }
}
