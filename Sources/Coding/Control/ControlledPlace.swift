import Gazetteer
import Language
import Record

/// What a claim of control is about where a town's name stands inside a larger phrase: "eastern X" is a part of X, "X
/// airbase" and "the X road" are things of their own, "villages north of X" are not X.
struct ControlledPlace {
    let scene: Scene

    /// The place that is meant; nil where the name only says where something else lies.
    func meant(_ place: Place) -> Place? {
        guard place.kind == .settlement, let range = place.range,
            let mention = scene.places.first(where: { $0.place.range == range })
        else { return place }
        var place = place
        let tokens = mention.tokens
        if isDirection(tokens.lowerBound - 1) { place.scope = .part }
        if isBeside(tokens.lowerBound) || isWayTo(tokens.lowerBound) { return nil }
        guard let (noun, isPossessive) = noun(with: mention) else { return place }
        let lemma = scene.tree.lemma(noun).lowercased()
        if isThing(noun) {
            let phrase = scene.tree.nounPhrase(noun)
            return Place(name: scene.sentence.text(of: phrase, in: scene.text), range: scene.sentence.textRange(phrase))
        }
        if Self.around.contains(lemma) { return nil }
        // "The X neighbourhood" is called X; "X's neighbourhoods" are parts of X.
        if Self.parts.contains(lemma), isPossessive || scene.tokens[noun].xpos == "NNS" { place.scope = .part }
        return place
    }

    /// True where "the area", "its territory", "villages in the region" only goes back to a town: land is no town.
    func isLand(_ place: Place, _ heads: [Int]) -> Bool {
        guard place.kind == .settlement, place.range == nil else { return false }
        return heads.contains { head in
            scene.sentence.span(of: head).contains { Self.land.contains(scene.tree.lemma($0).lowercased()) }
        }
    }

    private static let land = WordClasses.set("area territory land region countryside zone province governorate")

    /// The noun that a name before it goes with: "airbase" of "X airbase", "districts" of "X's districts".
    private func noun(with mention: PlaceMention) -> (Int, Bool)? {
        let last = mention.tokens.upperBound - 1
        let at = scene.tree.head(of: mention.tokens) ?? last
        let head = scene.tokens[at].head
        let next = last + 1
        if next < scene.tokens.count, [.noun, .propn].contains(scene.tokens[next].upos), isThing(next) {
            return (next, false)
        }
        guard head > last, head - last <= 4, scene.tokens[head].upos == .noun || scene.tokens[head].upos == .propn,
            ["compound", "nmod", "amod", "flat"].contains(scene.tree.relation(at))
        else { return nil }
        return (head, scene.tree.full(at) == "nmod:poss")
    }

    /// Something that is taken or held and called by a name: "X airport", "the X mosque".
    private func isThing(_ noun: Int) -> Bool {
        let lemma = scene.tree.lemma(noun).lowercased()
        return WordClasses.thingNouns.contains(lemma) || Self.buildings.contains(lemma)
    }

    private static let buildings = WordClasses.set(
        "mosque church cathedral monastery temple palace university school stadium market hotel building compound square roundabout"
    )

    /// "Eastern X", "south-west X".
    private func isDirection(_ at: Int) -> Bool {
        guard at >= 0 else { return false }
        let word = scene.tokens[at].form.lowercased()
        return Self.directions.contains(word)
            || word.split(separator: "-").allSatisfy { Self.directions.contains(String($0)) }
    }

    /// "North of X", "20 km from X".
    private func isBeside(_ first: Int) -> Bool {
        guard first >= 2, ["of", "from"].contains(scene.tokens[first - 1].form.lowercased()) else { return false }
        let word = scene.tokens[first - 2].form.lowercased()
        return Self.sides.contains(word) || ["km", "kilometers", "kilometres", "miles"].contains(word)
    }

    /// "The road to X", "a checkpoint on the way from X".
    private func isWayTo(_ first: Int) -> Bool {
        guard first >= 2,
            ["to", "from", "towards", "toward", "into"].contains(scene.tokens[first - 1].form.lowercased())
        else { return false }
        return Self.ways.contains(scene.tree.lemma(first - 2).lowercased())
    }

    private static let ways = WordClasses.set("road highway route way line corridor motorway axis track")
    private static let sides: Set<String> = [
        "north", "south", "east", "west", "northeast", "northwest", "southeast", "southwest", "north-east",
        "north-west", "south-east", "south-west",
    ]
    private static let directions: Set<String> = sides.union([
        "northern", "southern", "eastern", "western", "northeastern", "northwestern", "southeastern", "southwestern",
        "central", "downtown", "inner",
    ])
    private static let parts = WordClasses.set(
        "district neighbourhood neighborhood quarter suburb area side bank part section")
    /// Land that is called by its town.
    private static let around = WordClasses.set("countryside plain pocket front frontline axis desert plains")
}
