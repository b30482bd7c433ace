import Language
import Record

/// What a clause tells that its verb governs: the verb with its particles, objects, phrases and infinitives, the kinds of
/// its parties, and the words around it.
struct ClauseFeatures {
    private static let reporting: Set<String> = [
        "say", "announce", "report", "tell", "state", "add", "confirm", "note", "write", "claim", "reveal", "show",
        "quote", "know", "disclose", "indicate", "explain", "declare",
    ]

    /// The verb that governs what a sentence tells: its root, below verbs that only report it.
    static func main(_ sentence: Sentence) -> Int {
        var at = sentence.root
        for _ in 0..<4 {
            guard reporting.contains(sentence.tokens[at].lemma.lowercased()),
                let told = sentence.child(of: at, "ccomp", "parataxis")
            else { break }
            at = told
        }
        return at
    }

    /// The verb that governs a word: above nouns and infinitives, below verbs that only report.
    static func governor(of token: Int, _ sentence: Sentence) -> Int {
        var at = token
        for _ in 0..<8 {
            let head = sentence.tokens[at].head
            guard head >= 0 else { break }
            let here = sentence.tokens[at]
            if here.upos == .verb {
                guard ["xcomp", "ccomp"].contains(here.relation.base),
                    !reporting.contains(sentence.tokens[head].lemma.lowercased())
                else { break }
            }
            at = head
        }
        return at
    }

    /// The features of the clause of a verb, with the drafts of its sentence.
    static func of(_ verb: Int, _ scene: Scene, _ drafts: [Draft], _ lexicon: EventLexicon) -> FeatureBag {
        var bag = FeatureBag()
        let tree = scene.tree
        let lemma = scene.tokens[verb].lemma.lowercased()
        func add(_ kind: StaticString, _ a: String, _ b: String = "", _ c: String = "", _ value: Float, at: Int? = nil)
        {
            bag.add(kind, a, b, c, value: value, sentence: scene.index, token: at ?? verb)
        }
        add("verb", lemma, "", "", 1.5)
        for meaning in SnippetFeatures.meanings(scene.tokens[verb], lexicon).sorted() {
            add("meaning", "verb", meaning, "", 0.8)
        }
        for child in scene.sentence.children(of: verb) where ["obj", "xcomp", "ccomp"].contains(tree.relation(child)) {
            for meaning in SnippetFeatures.meanings(scene.tokens[child], lexicon).sorted() {
                add("meaning", tree.relation(child), meaning, "", 0.5, at: child)
            }
        }
        let passive = tree.isPassive(verb)
        if passive { add("passive", lemma, "", "", 0.7) }
        dependants(of: verb, lemma: lemma, prefix: "", depth: 0, scene, add)
        for draft in drafts where draft.sentence == scene.index {
            guard case .event(let event) = draft.content else {
                if case .control(let control) = draft.content { add("control", control.state.rawValue, "", "", 0.8) }
                continue
            }
            let own = governor(of: draft.trigger, scene.sentence) == verb
            add(own ? "type" : "other type", event.type.rawValue, "", "", own ? 1.2 : 0.4)
            if own, let root = event.codes.plover { add("root", root, "", "", 1.2) }
        }
        var before: String?
        for (at, token) in scene.tokens.enumerated() {
            let word = SnippetFeatures.key(at, scene)
            guard SnippetFeatures.isContent(token) || word.hasPrefix("@") else { continue }
            if SnippetFeatures.isContent(token) { add("word", token.lemma.lowercased(), "", "", 0.5, at: at) }
            if let before { add("pair", before, word, "", 0.35, at: at) }
            before = word
        }
        bag.normalise()
        return bag
    }

    private static func dependants(
        of verb: Int, lemma: String, prefix: String, depth: Int, _ scene: Scene,
        _ add: (StaticString, String, String, String, Float, Int?) -> Void
    ) {
        let tree = scene.tree
        for child in scene.sentence.children(of: verb) {
            let token = scene.tokens[child]
            let word = SnippetFeatures.key(child, scene)
            switch token.relation.base {
            case "aux" where ["will", "would", "shall", "may", "must", "should", "can", "could"].contains(token.lemma):
                add("auxiliary", prefix + token.lemma, "", "", 0.7, child)
                add("auxiliary", prefix + token.lemma, lemma, "", 0.7, child)
            case "advmod" where ["not", "never", "no"].contains(token.lemma):
                add("negated", prefix, "", "", 0.8, child)
                add("negated", prefix, lemma, "", 0.8, child)
            case "compound", "advmod":
                add("particle", lemma, word, "", 0.8, child)
            case "obj", "nsubj":
                let slot = token.relation.base == "nsubj" && tree.isPassive(verb) ? "obj" : token.relation.base
                add("argument", prefix + slot, word, "", 0.8, child)
                add("argument", prefix + slot, lemma, word, 1, child)
                if slot == "obj" { within(child, lemma: lemma, prefix: prefix, scene, add) }
            case "obl":
                let preposition = scene.sentence.child(of: child, "case").map { tree.lemma($0).lowercased() } ?? "-"
                add("phrase", lemma, preposition, "", 0.8, child)
                add("phrase", lemma, preposition, word, 0.8, child)
                add("phrase", prefix, preposition, word, 0.4, child)
            case "xcomp", "ccomp", "advcl":
                guard depth < 2 else { continue }
                let inner = token.lemma.lowercased()
                add("complement", lemma, token.relation.base, "", 0.8, child)
                add("complement", lemma, token.relation.base, inner, 1, child)
                add("complement", "", token.relation.base, inner, 0.6, child)
                if token.relation.base != "advcl" {
                    dependants(of: child, lemma: inner, prefix: prefix + ">", depth: depth + 1, scene, add)
                }
            default: break
            }
        }
    }

    /// What stands in a noun phrase: "a ban ON imports", "the RELEASE of prisoners".
    private static func within(
        _ noun: Int, lemma: String, prefix: String, _ scene: Scene,
        _ add: (StaticString, String, String, String, Float, Int?) -> Void
    ) {
        for child in scene.sentence.children(of: noun)
        where ["amod", "compound", "nmod", "acl"].contains(scene.tree.relation(child)) {
            let word = SnippetFeatures.key(child, scene)
            add("inside", scene.tree.lemma(noun).lowercased(), word, "", 0.7, child)
            add("inside", prefix, lemma, word, 0.4, child)
        }
    }
}
