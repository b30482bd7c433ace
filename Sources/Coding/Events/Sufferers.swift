import Language

/// Verbs that tell of violence by those who suffer it ("the town came under shelling", "the base suffered a raid") and of
/// those who are held to have done it ("blamed the rebels for the attack").
enum Sufferers {
    private static let suffering: Set<String> = [
        "suffer", "face", "witness", "see", "endure", "experience", "undergo", "sustain", "survive", "receive",
    ]
    private static let series: Set<String> = [
        "series", "wave", "number", "barrage", "string", "spate", "dozen", "round",
    ]

    /// The verb whose subject a noun of violence befalls.
    static func verb(over noun: Int, _ tree: Tree) -> Int? {
        var at = noun
        while tree.relation(at) == "nmod", tree.tokens[at].head >= 0,
            series.contains(tree.lemma(tree.tokens[at].head).lowercased())
        {
            at = tree.tokens[at].head
        }
        let head = tree.tokens[at].head
        // "The farms have been the scene of heavy fighting".
        if head >= 0, tree.relation(at) == "nmod", tree.hasCase(at, "of"),
            ["scene", "site", "theatre", "theater", "target"].contains(tree.lemma(head).lowercased()),
            tree.sentence.child(of: head, "cop") != nil
        {
            return head
        }
        guard head >= 0, tree.tokens[head].upos == .verb else { return nil }
        let lemma = tree.lemma(head).lowercased()
        switch tree.relation(at) {
        case "obj": return suffering.contains(lemma) ? head : nil
        case "obl", "xcomp", "advcl":
            if tree.hasCase(at, "under") {
                return ["come", "be", "remain", "fall", "live"].contains(lemma) ? head : nil
            }
            return tree.hasCase(at, "to") && ["subject", "expose"].contains(lemma) && tree.isPassive(head) ? head : nil
        default: return nil
        }
    }

    /// Heads of those blamed for what a noun names, or who claim it.
    static func blamed(for noun: Int, _ tree: Tree) -> [Int] {
        let head = tree.tokens[noun].head
        guard head >= 0 else { return [] }
        let lemma = tree.lemma(head).lowercased()
        if tree.hasCase(noun, "for") {
            switch lemma {
            case "blame": return tree.isPassive(head) ? tree.surfaceSubject(head, depth: 0) : tree.object(head)
            // "Claimed responsibility for the attack".
            case "responsibility", "credit":
                let verb = tree.tokens[head].head
                guard verb >= 0, ["claim", "take", "accept", "admit"].contains(tree.lemma(verb).lowercased()) else {
                    return []
                }
                return tree.subject(verb)
            case "claim", "take":
                let object = tree.sentence.child(of: head, "obj").map { tree.lemma($0).lowercased() }
                return object == "responsibility" ? tree.subject(head) : []
            case "responsible": return tree.sentence.child(of: head, "nsubj").map { tree.spread($0) } ?? []
            default: return []
            }
        }
        // "Accused the army of the attack".
        if tree.hasCase(noun, "of"), tree.relation(head) == "obj", tree.tokens[head].head >= 0,
            tree.lemma(tree.tokens[head].head).lowercased() == "accuse"
        {
            return tree.spread(head)
        }
        if tree.hasCase(noun, "of"), lemma == "accuse" {
            return tree.isPassive(head) ? tree.surfaceSubject(head, depth: 0) : tree.object(head)
        }
        // "Blamed the attack on the rebels".
        if lemma == "blame", tree.relation(noun) == "obj" {
            return tree.phrase(head, "on").map { tree.spread($0) } ?? []
        }
        return []
    }
}
