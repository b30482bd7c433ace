import Gazetteer
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
        var found: [Found] = []
        for at in scene.tokens.indices where at >= 2 && scene.tokens[at - 1].form == "-" {
            guard
                let entry = lexicon.byLemma[scene.tokens[at].form.lowercased()]?.first(where: { $0.pos == .adjective }),
                case .control(let state) = entry.content
            else { continue }
            let holder =
                scene.actors.mentions(in: scene.index).first { $0.tokens.contains(at - 2) && $0.modifierOf != nil }
                ?? scene.actors.mentions(in: scene.index).first {
                    $0.tokens.contains(at - 2) && $0.tokens.upperBound <= at
                }
                ?? plain(at - 2, scene)
            for noun in nouns(after: at, scene) {
                guard let place = scene.place(at: noun) else { continue }
                found.append(Found(state: state, holder: holder, place: place, token: at, head: noun, rule: entry.id))
                // "rebel-held Madaya and Zabadani"
                for other in scene.tree.spread(noun) where other > noun {
                    if let mention = scene.mention(at: other), scene.isUsable(mention) {
                        found.append(
                            Found(
                                state: state, holder: holder, place: mention.place, token: at, head: other,
                                rule: entry.id))
                    }
                }
                break
            }
        }
        return found
    }

    private static let kinds: [String: Actor.Kind] = [
        "rebel": .rebel, "opposition": .rebel, "insurgent": .rebel, "government": .government, "regime": .government,
        "militant": .rebel, "jihadist": .jihadist, "extremist": .jihadist, "islamist": .jihadist, "army": .stateForce,
        "militia": .militia, "separatist": .rebel, "terrorist": .rebel,
    ]

    private func plain(_ token: Int, _ scene: Scene) -> ActorMention {
        let word = scene.tokens[token].form
        let actor = Actor(name: word, kind: Self.kinds[word.lowercased()] ?? .unknown)
        return ActorMention(sentence: scene.index, tokens: token..<token + 1, head: token, actor: actor)
    }

    /// The noun that the compound modifies, and names that follow in the same phrase.
    private func nouns(after participle: Int, _ scene: Scene) -> [Int] {
        var found: [Int] = []
        for at in participle + 1..<max(participle + 1, min(scene.tokens.count, participle + 8)) {
            let token = scene.tokens[at]
            if [.noun, .propn].contains(token.upos) { found.append(at) }
            if token.upos == .adp, token.lemma == "of", !found.isEmpty { continue }
            if [.punct, .adp, .cconj, .sconj].contains(token.upos), token.form != "-" { break }
            if token.upos == .verb, ["VBD", "VBZ", "VBP"].contains(token.xpos) { break }
        }
        return found
    }
}
