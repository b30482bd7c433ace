import Gazetteer
import Language
import Record

/// What was named before a sentence: the town of "the town" is the scene's own, these are the rest.
struct EarlierPlaces {
    /// The last province, district or region, which "the province" means.
    var area: Place?
    /// Settlements of the last sentence that named any, which "the two towns" mean.
    var settlements: [Place] = []
    /// By noun: the settlement that the next sentences name with it ("the town of X"), which "a town" means.
    var later: [String: Place] = [:]
    /// The capital of the state that the report is about.
    var capital: String?

    /// Takes in what a sentence names.
    mutating func note(_ scene: Scene) {
        let usable = scene.places.filter { scene.isUsable($0) }.map(\.place)
        if let last = usable.last(where: { [.admin1, .admin2, .admin3, .region].contains($0.kind) }) { area = last }
        let towns = usable.filter { $0.kind == .settlement }
        if !towns.isEmpty { settlements = towns }
    }
}
