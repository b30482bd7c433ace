import Language
import Record

/// Control told by an adjective: "rebel-held Aleppo", "the government-controlled west", "a besieged town".
struct CompoundControl {
    let lexicon: EventLexicon

    struct Found {
        var state: Control.State
        var holder: ActorMention
        var place: Place
        var token: Int
        var head: Int
        var rule: String
    }

    func find(in scene: Scene) -> [Found] {
        scene.actors.mentions(in: scene.index).compactMap { mention in
            guard mention.isModifier, let word = mention.modifierOf,
                let entry = lexicon.byLemma[word]?.first(where: { $0.pos == .adjective }),
                case .control(let state) = entry.content
            else { return nil }
            for noun in nouns(after: mention, scene) {
                if let place = scene.place(at: noun) {
                    return Found(
                        state: state, holder: mention, place: place, token: mention.head, head: noun, rule: entry.id)
                }
            }
            return nil
        }
    }

    /// The noun that the compound modifies, and names that follow in the same phrase.
    private func nouns(after mention: ActorMention, _ scene: Scene) -> [Int] {
        var found: [Int] = []
        var at = mention.head
        for _ in 0..<4 {
            let head = scene.tokens[at].head
            guard head >= 0 else { break }
            if head > mention.tokens.upperBound - 1, [.noun, .propn].contains(scene.tokens[head].upos) {
                found.append(head)
            }
            at = head
        }
        for at in mention.tokens.upperBound..<min(scene.tokens.count, mention.tokens.upperBound + 7) {
            let upos = scene.tokens[at].upos
            if [.noun, .propn].contains(upos), !found.contains(at) { found.append(at) }
            if [.punct, .adp, .cconj].contains(upos), scene.tokens[at].form != "-" { break }
            if upos == .verb, scene.tokens[at].xpos == "VBD" || scene.tokens[at].xpos == "VBZ" { break }
        }
        return found.sorted()
    }
}
