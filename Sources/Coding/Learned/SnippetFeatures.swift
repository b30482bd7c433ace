import Language
import Record

/// What a short text, or the beginning of a report, is about: its words, pairs of words, arcs of its trees, the kinds of
/// its parties and what the rules found. Names are told by their kind alone, so that no place or group is learnt.
struct SnippetFeatures {
    /// Sentences that are read for what a text tells.
    static let length = 4
    /// Sentences that are read for whether it tells anything.
    static let longLength = 12

    /// The features of the first sentences, with the drafts that the rules made of them.
    static func of(
        _ scenes: [Scene], _ drafts: [Draft], _ lexicon: EventLexicon, length: Int = length
    ) -> FeatureBag {
        var bag = FeatureBag()
        for (order, scene) in scenes.prefix(length).enumerated() {
            words(of: scene, lexicon, weight: order == 0 ? 1 : 0.7, into: &bag)
        }
        for draft in drafts where draft.sentence < length {
            claim(draft, into: &bag)
        }
        bag.normalise()
        return bag
    }

    /// True for words that say what happens.
    static func isContent(_ token: Token) -> Bool {
        switch token.upos {
        case .noun, .verb, .adj: true
        case .adv, .part, .aux: token.lemma == "not" || token.upos == .adv
        default: false
        }
    }

    /// A word as features spell it: its lemma, or the kind of what it names.
    static func key(_ at: Int, _ scene: Scene) -> String {
        let token = scene.tokens[at]
        if let party = scene.party(at: at), !party.isPlaceName { return "@" + party.actor.kind.rawValue }
        if scene.mention(at: at) != nil { return "@place" }
        switch token.upos {
        case .propn: return "@name"
        case .num: return "#"
        default: return token.lemma.lowercased()
        }
    }

    /// What the lexicon says that a word may tell, whether or not what it needs is there.
    static func meanings(_ token: Token, _ lexicon: EventLexicon) -> Set<String> {
        var found: Set<String> = []
        for entry in lexicon.byLemma[token.lemma.lowercased()] ?? [] where entry.rest.isEmpty {
            switch entry.content {
            case .event(let type): found.insert(type.rawValue)
            case .control(let state): found.insert(state.rawValue)
            }
        }
        return found
    }

    private static func words(
        of scene: Scene, _ lexicon: EventLexicon, weight: Float, into bag: inout FeatureBag
    ) {
        var before: String?
        for (at, token) in scene.tokens.enumerated() {
            func add(_ kind: StaticString, _ a: String, _ b: String = "", _ c: String = "", _ value: Float) {
                bag.add(kind, a, b, c, value: value * weight, sentence: scene.index, token: at)
            }
            let content = isContent(token)
            let word = key(at, scene)
            if content || word.hasPrefix("@") {
                if content { add("word", token.lemma.lowercased(), "", "", 1) }
                if content { for meaning in meanings(token, lexicon).sorted() { add("meaning", meaning, "", "", 0.5) } }
                if word.hasPrefix("@") { add("kind", word, "", "", 0.4) }
                if let before { add("pair", before, word, "", 0.6) }
                before = word
            }
            guard token.head >= 0, content || word.hasPrefix("@"), isContent(scene.tokens[token.head]) else { continue }
            let relation = token.relation.base
            guard ["nsubj", "obj", "obl", "nmod", "xcomp", "compound", "amod", "advcl", "acl"].contains(relation) else {
                continue
            }
            let full = scene.tree.isPassive(token.head) && relation == "nsubj" ? "obj" : relation
            add("arc", scene.tokens[token.head].lemma.lowercased(), full, word, 0.8)
        }
    }

    private static func claim(_ draft: Draft, into bag: inout FeatureBag) {
        func add(_ kind: StaticString, _ a: String, _ b: String = "", _ c: String = "", _ value: Float) {
            bag.add(kind, a, b, c, value: value, sentence: draft.sentence, token: draft.trigger)
        }
        let first = draft.sentence == 0 ? "first" : "later"
        switch draft.content {
        case .event(let event):
            add("event", event.type.rawValue, first, "", 1.2)
            add("event", event.type.rawValue, "", "", 1)
            add("actor", event.type.rawValue, event.actor?.kind.rawValue ?? "-", "", 0.7)
            add("target", event.type.rawValue, event.target?.kind.rawValue ?? "-", "", 0.7)
            if event.fatalities != nil { add("killed", event.type.rawValue, "", "", 0.4) }
        case .control(let control):
            add("control", control.state.rawValue, first, "", 1)
            add("control", control.state.rawValue, control.holder?.kind.rawValue ?? "-", "", 1.2)
        case .figure(let figure): add("figure", figure.measure.rawValue, "", "", 0.3)
        case .relation: break
        }
        if !draft.modality.isFactual { add("modality", draft.modality.rawValue, "", "", 0.4) }
    }
}
