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
        for at in scene.tokens.indices {
            guard let entry = lexicon.adjective(scene.tokens[at].form), let before = holderWord(at, scene),
                case .control(let state) = entry.content
            else { continue }
            let holder = holder(before, at, scene)
            for noun in nouns(after: at, scene) {
                // A country held in part, "rebel-held hospitals": too vague to be a claim.
                var places = scene.placesNamed(at: noun).filter {
                    $0.kind != .country && ($0.kind != nil || $0.id != nil || scene.tokens[noun].xpos != "NNS")
                }.map { ($0, noun) }
                guard !places.isEmpty else { continue }
                // "rebel-held Madaya and Zabadani"
                for other in scene.tree.spread(noun) where other > noun {
                    if let mention = scene.mention(at: other), scene.isUsable(mention),
                        !places.contains(where: { $0.0.range == mention.place.range })
                    {
                        places.append((mention.place, other))
                    }
                }
                found += places.map { place, head in
                    Found(state: state, holder: holder, place: place, token: at, head: head, rule: entry.id)
                }
                break
            }
        }
        return found
    }

    /// The token of the holder before "held": "rebel-held", or "rebel held" before a noun of place.
    private func holderWord(_ at: Int, _ scene: Scene) -> Int? {
        if at >= 2, scene.tokens[at - 1].form == "-" { return at - 2 }
        guard at >= 1, at + 1 < scene.tokens.count,
            ["held", "controlled", "occupied"].contains(scene.tokens[at].form.lowercased()),
            [.adj, .noun, .propn].contains(scene.tokens[at + 1].upos), isParty(at - 1, scene)
        else { return nil }
        // "The talks that the government held", "rebels controlled the town": verbs with subject or object.
        guard scene.sentence.child(of: at, "nsubj", "obj", "aux", "nsubj:pass", "aux:pass") == nil,
            ["amod", "compound"].contains(scene.tree.relation(at))
                || ["compound", "amod", "nmod", "obl", "advmod"].contains(scene.tree.relation(at - 1))
        else { return nil }
        return at - 1
    }

    private func isParty(_ token: Int, _ scene: Scene) -> Bool {
        if Self.kinds[scene.tokens[token].form.lowercased()] != nil { return true }
        guard let party = scene.party(at: token) else { return false }
        return party.tokens.upperBound == token + 1 && party.actor.id != nil && !party.isPlaceName
    }

    private func holder(_ before: Int, _ at: Int, _ scene: Scene) -> ActorMention {
        // "Rebel-held" says what sort of party it is, not which of those named before.
        if Self.kinds[scene.tokens[before].form.lowercased()] != nil { return plain(before, scene) }
        let mentions = scene.actors.mentions(in: scene.index).filter { $0.tokens.contains(before) }
        return mentions.first { $0.modifierOf != nil } ?? mentions.first { $0.tokens.upperBound <= at }
            ?? plain(before, scene)
    }

    private static let kinds: [String: Actor.Kind] = [
        "rebel": .rebel, "opposition": .rebel, "insurgent": .rebel, "government": .government, "regime": .government,
        "militant": .rebel, "jihadist": .jihadist, "extremist": .jihadist, "islamist": .jihadist, "army": .stateForce,
        "militia": .militia, "separatist": .rebel, "terrorist": .rebel,
    ]

    /// The side that "rebel" or "government" names; nil for other words.
    static func side(_ word: String) -> Actor? {
        kinds[word.lowercased()].map { Actor(name: word, kind: $0) }
    }

    private func plain(_ token: Int, _ scene: Scene) -> ActorMention {
        let word = scene.tokens[token].form
        let actor = Actor(name: word, kind: Self.kinds[word.lowercased()] ?? .unknown)
        return ActorMention(sentence: scene.index, tokens: token..<token + 1, head: token, actor: actor)
    }

    /// True for a word that belongs to a noun further on ("Idlib" of "Idlib province", "Ghouta" of "Ghouta town of X").
    private func isInside(_ token: Int, _ scene: Scene) -> Bool {
        let head = scene.tokens[token].head
        return head > token && head - token <= 3 && scene.tree.relation(token) == "compound"
            && WordClasses.placeNouns.contains(scene.tree.lemma(head))
    }

    /// The noun that the compound modifies, and names that follow in the same phrase.
    private func nouns(after participle: Int, _ scene: Scene) -> [Int] {
        var found: [Int] = []
        for at in participle + 1..<max(participle + 1, min(scene.tokens.count, participle + 8)) {
            let token = scene.tokens[at]
            if [.noun, .propn].contains(token.upos), !isInside(at, scene) { found.append(at) }
            if token.upos == .adp, token.lemma == "of", !found.isEmpty { continue }
            if [.punct, .adp, .cconj, .sconj].contains(token.upos), token.form != "-" { break }
            if token.upos == .verb, ["VBD", "VBZ", "VBP"].contains(token.xpos) { break }
        }
        return found
    }
}
