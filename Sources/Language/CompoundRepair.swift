/// "Rebel-held Saraqib", "Isis-controlled villages", "US-backed fighters": a noun, a hyphen and a participle before a noun
/// make one adjective of it (UD: the noun is a `compound` of the participle, the participle `amod` of the noun). Treebanks
/// of everyday English have few of them, and the parser reads clauses into them.
enum CompoundRepair {
    /// Hangs such adjectives on the noun that follows, and gives that noun the place that they had in the sentence.
    static func apply(to tokens: inout [Token]) {
        guard tokens.count > 3 else { return }
        for hyphen in 1..<tokens.count - 2 where tokens[hyphen].form == "-" {
            guard isParticiple(hyphen + 1, tokens), !tokens[hyphen].spaceBefore, !tokens[hyphen + 1].spaceBefore,
                [.noun, .propn, .adj].contains(tokens[hyphen - 1].upos), let noun = noun(after: hyphen + 1, tokens)
            else { continue }
            mend(hyphen, noun, &tokens)
        }
    }

    private static let irregular: Set<String> = ["held", "led", "run", "built", "made", "born", "funded", "drawn"]

    private static func isParticiple(_ token: Int, _ tokens: [Token]) -> Bool {
        let form = tokens[token].form
        guard tokens[token].upos == .verb || tokens[token].upos == .adj || tokens[token].upos == .noun else {
            return false
        }
        return irregular.contains(form) || form.hasSuffix("ed") && form.utf8.count > 4
    }

    /// The head of the noun phrase that begins right after the participle.
    private static func noun(after participle: Int, _ tokens: [Token]) -> Int? {
        var end = participle + 1
        while end < tokens.count, end - participle <= 6 {
            let token = tokens[end]
            guard
                [.adj, .noun, .propn, .num].contains(token.upos) || token.form == "-" && !token.spaceBefore
                    || token.relation.base == "amod" && token.xpos == "VBN"
            else { break }
            end += 1
        }
        let run = participle + 1..<end
        return run.first { at in
            [.noun, .propn].contains(tokens[at].upos) && !(tokens[at].head > at && run.contains(tokens[at].head))
        }
    }

    private static func mend(_ hyphen: Int, _ noun: Int, _ tokens: inout [Token]) {
        let (word, participle) = (hyphen - 1, hyphen + 1)
        let group = [noun, participle, word]
        let inner = word...noun
        if tokens[participle].head == noun, inner.contains(tokens[word].head) { return }
        guard let top = group.first(where: { !inner.contains(tokens[$0].head) }) else { return }
        let outer = tokens[top].head
        if outer >= 0, group.contains(where: { isBelow(outer, $0, tokens) }) { return }
        if top != noun {
            tokens[noun].relation = outer < 0 ? .root : relation(tokens[top].relation, noun, outer, tokens)
            tokens[noun].head = outer
        }
        let verb = outer >= 0 && tokens[outer].upos == .verb ? outer : noun
        for index in tokens.indices where !group.contains(index) && [word, participle].contains(tokens[index].head) {
            let stays =
                index < noun
                || ["nmod", "appos", "acl", "case", "flat", "conj", "cc"].contains(tokens[index].relation.base)
            tokens[index].head = stays ? noun : verb
        }
        (tokens[word].head, tokens[word].relation) = (participle, DependencyRelation("compound"))
        (tokens[hyphen].head, tokens[hyphen].relation) = (participle, DependencyRelation("punct"))
        (tokens[participle].head, tokens[participle].relation) = (noun, DependencyRelation("amod"))
        (tokens[participle].upos, tokens[participle].xpos) = (.verb, "VBN")
    }

    /// What the noun is to the word that its adjective was hung on.
    private static func relation(_ old: DependencyRelation, _ noun: Int, _ outer: Int, _ tokens: [Token])
        -> DependencyRelation
    {
        guard tokens[outer].upos == .verb else {
            return ["nmod", "conj", "appos", "obl", "nsubj", "compound"].contains(old.base)
                ? old : DependencyRelation("nmod")
        }
        if ["obl", "conj", "nsubj:pass"].contains(old.rawValue) { return old }
        let isBefore = noun < outer
        let taken = tokens.indices.contains {
            tokens[$0].head == outer && $0 < noun - 4 || tokens[$0].head == outer && $0 > noun
                ? tokens[$0].relation.base == (isBefore ? "nsubj" : "obj") : false
        }
        return taken ? DependencyRelation("obl") : isBefore ? .subject : .object
    }

    private static func isBelow(_ token: Int, _ other: Int, _ tokens: [Token]) -> Bool {
        var at = token
        for _ in tokens.indices where at >= 0 && at != other { at = tokens[at].head }
        return at == other
    }
}
