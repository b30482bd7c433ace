import Gazetteer
import Language
import Record

/// Which town a report is speaking of: what it named often, lately and as the thing it tells of, not what it named last in
/// passing (after Lappin and Leass, "An Algorithm for Pronominal Anaphora Resolution", 1994: weights that fade).
struct TownFocus {
    private var towns: [(key: String, place: Place, weight: Double, base: Double)] = []

    /// What is left of a weight after each sentence that names towns.
    private static let decay = 0.6
    /// For the town that the title or the first sentences tell of.
    private static let lead = 0.5
    /// For towns that a sentence names beside the one it tells of.
    private static let passing = 0.4
    private static let leads = 2

    /// The town that a next sentence means by "the town".
    var town: Place? { towns.max { $0.weight + $0.base < $1.weight + $1.base }?.place }

    /// Takes in the towns of a sentence.
    mutating func note(_ scene: Scene) {
        guard let topic = scene.topic else {
            return
        }
        for index in towns.indices { towns[index].weight *= Self.decay }
        let isLead = scene.index < Self.leads
        for mention in scene.places where mention.place.kind == .settlement && scene.isUsable(mention) {
            let isTopic = mention.tokens == topic.tokens
            let weight = isTopic ? 1 : Self.passing
            let key = mention.place.id ?? mention.place.name
            if let at = towns.firstIndex(where: { $0.key == key }) {
                towns[at].weight += weight
                towns[at].place = mention.place
                if isLead, isTopic { towns[at].base = Self.lead }
            } else {
                towns.append((key, mention.place, weight, isLead && isTopic ? Self.lead : 0))
            }
        }
    }
}
