import Language

/// Grammatical slots over a dependency tree: who is subject, object, agent of a word, through passives, relative
/// clauses, participles, infinitives and coordination.
struct Tree {
    let sentence: Sentence

    init(_ sentence: Sentence) { self.sentence = sentence }

    var tokens: [Token] { sentence.tokens }

    func relation(_ token: Int) -> String { sentence.tokens[token].relation.base }
    func full(_ token: Int) -> String { sentence.tokens[token].relation.rawValue }
    func lemma(_ token: Int) -> String { sentence.tokens[token].lemma }

    /// Heads of the subject (the one who acts, whatever the voice).
    func subject(_ verb: Int, depth: Int = 0) -> [Int] {
        if isWholeClause(verb) { return spread(tokens[verb].head) }
        if isPassive(verb) {
            if let agent = agent(verb) { return spread(agent) }
            return []
        }
        return surfaceSubject(verb, depth: depth)
    }

    /// Heads of the object (the one acted upon, whatever the voice).
    func object(_ verb: Int) -> [Int] {
        if isPassive(verb) { return surfaceSubject(verb, depth: 0) }
        if let object = sentence.child(of: verb, "obj") {
            // "Killed 28 and wounded 30 militants": what the numbers count stands at the last verb.
            if tokens[object].upos == .num,
                let next = sentence.children(of: verb).first(where: {
                    relation($0) == "conj" && tokens[$0].upos == .verb
                }),
                sentence.child(of: next, "nsubj") == nil, let counted = sentence.child(of: next, "obj"),
                tokens[counted].upos == .noun, sentence.child(of: counted, "nummod") != nil
            {
                return spread(counted)
            }
            // "X, which it gave up": X.
            if isRelative(object), object < verb, tokens[verb].relation.base == "acl", tokens[verb].head >= 0 {
                return [tokens[verb].head]
            }
            return spread(object)
        }
        let token = tokens[verb]
        // "declared the town freed": what is declared so.
        if token.relation.base == "xcomp", token.head >= 0, token.form.hasSuffix("ed") || token.xpos == "VBN",
            ["declare", "proclaim", "announce", "pronounce", "report", "see"].contains(lemma(token.head)),
            let object = sentence.child(of: token.head, "obj")
        {
            return spread(object)
        }
        if token.relation.rawValue == "acl:relcl", token.head >= 0,
            sentence.child(of: verb, "nsubj").map({ !isRelative($0) }) == true
        {
            return [token.head]
        }
        // "The last districts it still holds": a relative clause read as any other.
        if let subject = sentence.child(of: verb, "nsubj"), subject < verb, token.relation.base == "advcl",
            Self.having.contains(lemma(verb)), let before = Optional(sentence.span(of: subject).lowerBound - 1),
            before >= 0,
            tokens[before].upos == .noun, tokens[before].xpos == "NNS"
        {
            return [before]
        }
        // "entered and seized the town": the object of a coordinated verb that stands later.
        for child in sentence.children(of: verb) where relation(child) == "conj" && tokens[child].upos == .verb {
            if sentence.child(of: child, "nsubj") == nil, child - verb <= 4,
                let object = sentence.child(of: child, "obj")
            {
                return spread(object)
            }
        }
        return []
    }

    private static let having: Set<String> = ["hold", "control", "capture", "seize", "take", "occupy", "rule", "run"]

    private func isRelative(_ token: Int) -> Bool {
        ["who", "which", "that", "whom"].contains(tokens[token].lemma.lowercased())
    }

    func surfaceSubject(_ verb: Int, depth: Int) -> [Int] {
        guard depth < 5 else { return [] }
        let token = tokens[verb]
        if let own = sentence.child(of: verb, "nsubj") {
            if isRelative(own), token.relation.base == "acl", token.head >= 0 { return spread(token.head) }
            return spread(own)
        }
        guard token.head >= 0, !isExistential(verb) else { return [] }
        if token.xpos == "VBG" || hasHaving(verb), let charged = charged(verb) { return charged }
        switch token.relation.base {
        case "csubj", "acl":
            // "It is the largest to be recaptured", "the first city to fall": what "it" means.
            if let subject = superlativeSubject(verb) { return spread(subject) }
            if token.relation.base == "csubj" { return [] }
            return spread(token.head)
        case "amod":
            return spread(token.head)
        case "conj":
            if tokens[token.head].upos == .verb || tokens[token.head].upos == .aux || tokens[token.head].upos == .adj {
                return surfaceSubject(token.head, depth: depth + 1)
            }
            // "Killed ten men and freed the town", the second verb hung on the object of the first.
            let above = clause(token.head)
            if tokens[above].upos == .verb, above != verb { return surfaceSubject(above, depth: depth + 1) }
        case "xcomp":
            if let object = sentence.child(of: token.head, "obj"),
                ["help", "allow", "force", "let", "see", "order", "urge", "enable"].contains(lemma(token.head))
            {
                return spread(object)
            }
            if isPassive(token.head) { return surfaceSubject(token.head, depth: depth + 1) }
            return surfaceSubject(token.head, depth: depth + 1)
        case "advcl", "parataxis", "dep":
            if let subject = superlativeSubject(verb) { return spread(subject) }
            // A participle or infinitive shares the subject of its clause.
            if token.xpos == "VBG" || token.xpos == "VBN"
                || sentence.child(of: verb, "mark").map({ lemma($0) == "to" }) == true || isNextOfList(verb)
            {
                return surfaceSubject(token.head, depth: depth + 1)
            }
        case "ccomp":
            if token.xpos == "VBG" || token.xpos == "VB" { return surfaceSubject(token.head, depth: depth + 1) }
        default: break
        }
        return []
    }

    /// "Having killed".
    private func hasHaving(_ verb: Int) -> Bool {
        sentence.children(of: verb).contains { tokens[$0].form.lowercased() == "having" }
    }

    private static let charging: Set<String> = [
        "accuse", "suspect", "blame", "charge", "convict", "prevent", "stop", "keep", "acquit", "criticise",
        "criticize",
        "condemn", "deter", "bar", "ban", "denounce",
    ]

    /// "Accused X of arming the rebels", "kept X from taking the town": who is meant to do it. "Rejected charges of arming
    /// the rebels": who rejects them.
    private func charged(_ verb: Int) -> [Int]? {
        let head = tokens[verb].head
        guard let marker = sentence.children(of: verb).first(where: { ["mark", "case"].contains(relation($0)) }),
            ["of", "for", "from"].contains(lemma(marker).lowercased())
        else { return nil }
        if tokens[head].upos == .verb {
            guard Self.charging.contains(lemma(head).lowercased()) else { return nil }
            return sentence.child(of: head, "iobj").map { spread($0) } ?? object(head)
        }
        guard WordClasses.allegations.contains(lemma(head).lowercased()), relation(head) == "obj" else { return nil }
        return surfaceSubject(tokens[head].head, depth: 1)
    }

    /// "Entered the town, clashed with the garrison and cleared it": the second of a list of verbs, hung as a clause.
    private func isNextOfList(_ verb: Int) -> Bool {
        let token = tokens[verb]
        return token.xpos == "VBD" && token.head >= 0 && token.head < verb && tokens[token.head].xpos == "VBD"
            && verb > 0 && tokens[verb - 1].form == "," && sentence.child(of: verb, "mark", "nsubj", "aux") == nil
    }

    /// "There was fighting": nobody is said to fight.
    private func isExistential(_ verb: Int) -> Bool {
        guard tokens[verb].xpos == "VBG" || tokens[verb].upos == .noun else { return false }
        if sentence.child(of: verb, "expl") != nil { return true }
        return verb >= 2 && lemma(verb - 1) == "be" && tokens[verb - 2].form.lowercased() == "there"
    }

    private static let ranks: Set<String> = [
        "first", "last", "latest", "second", "third", "fourth", "fifth", "only",
    ]

    /// True for "the largest", "the first city", whose infinitive ("to be taken") tells what happened.
    func isSuperlative(_ head: Int) -> Bool {
        tokens[head].xpos == "JJS" || tokens[head].upos == .adj && Self.ranks.contains(lemma(head).lowercased())
            || sentence.children(of: head).contains {
                tokens[$0].xpos == "JJS" || Self.ranks.contains(lemma($0).lowercased())
            }
    }

    /// The subject of "X is the largest (town) to be taken", for the infinitive.
    private func superlativeSubject(_ verb: Int) -> Int? {
        let head = tokens[verb].head
        guard head >= 0, sentence.child(of: head, "cop") != nil,
            sentence.child(of: verb, "mark").map({ lemma($0) == "to" }) == true,
            isSuperlative(head)
        else { return nil }
        return sentence.children(of: head).first { ["nsubj", "expl"].contains(relation($0)) && $0 < head }
    }

    /// The head noun of a phrase with a preposition that hangs on `token`.
    func phrase(_ token: Int, _ preposition: String) -> Int? { phrases(token, preposition).first }

    func phrases(_ token: Int, _ preposition: String) -> [Int] {
        sentence.children(of: token).filter { child in
            ["obl", "nmod", "obj", "advcl", "acl", "conj"].contains(relation(child)) && hasCase(child, preposition)
        }
    }

    func hasCase(_ token: Int, _ preposition: String) -> Bool {
        sentence.children(of: token).contains {
            guard relation($0) == "case" || relation($0) == "mark" else { return false }
            // "Out of X": the second word hangs on the first.
            return lemma($0).says(preposition)
                || lemma($0).says("out") && sentence.children(of: $0).contains { lemma($0).says(preposition) }
        }
    }

    /// A head with what is coordinated with it.
    func spread(_ head: Int) -> [Int] {
        var found = [head]
        var next = 0
        while next < found.count, found.count < 40 {
            for child in sentence.children(of: found[next])
            where relation(child) == "conj" && tokens[child].upos != .verb {
                found.append(child)
            }
            next += 1
        }
        return found
    }

    /// The word of a phrase that hangs on none of the others.
    func head(of phrase: Range<Int>) -> Int? { phrase.first { !phrase.contains(tokens[$0].head) } }

    /// The first of the words that a word is coordinated with, on which the list hangs.
    func firstOfList(_ token: Int) -> Int {
        var at = token
        while relation(at) == "conj", tokens[at].head >= 0 { at = tokens[at].head }
        return at
    }

    /// The verb over a noun that is the object of a light verb ("launched an attack").
    func lightVerb(over noun: Int, _ light: Set<String>) -> Int? {
        let token = tokens[noun]
        guard token.head >= 0, ["obj", "nsubj", "conj", "obl", "nmod"].contains(token.relation.base) else { return nil }
        if token.relation.base == "nmod" {
            return [
                "use", "attack", "strike", "series", "barrage", "salvo", "hail", "shelling", "firing", "volley",
                "round", "wave", "spate", "string", "number",
            ].contains(lemma(token.head)) ? lightVerb(over: token.head, light) ?? token.head : nil
        }
        if token.relation.base == "conj" { return lightVerb(over: token.head, light) }
        // "The offensive that troops launched".
        if let launched = sentence.children(of: noun).first(where: {
            relation($0) == "acl" && light.contains(lemma($0))
                && (sentence.child(of: $0, "nsubj") != nil || agent($0) != nil)
        }) {
            return launched
        }
        return tokens[token.head].upos == .verb && light.contains(lemma(token.head)) ? token.head : nil
    }

    /// Nearest verb at or above a token.
    func clause(_ token: Int) -> Int {
        var at = token
        while tokens[at].head >= 0, tokens[at].upos != .verb { at = tokens[at].head }
        return at
    }

    /// Text order words of a noun phrase: head with its left modifiers, articles left out.
    func nounPhrase(_ head: Int) -> Range<Int> {
        var start = head
        for child in sentence.children(of: head) where child < head {
            switch relation(child) {
            case "compound", "amod", "flat", "nummod": start = min(start, sentence.span(of: child).lowerBound)
            default: break
            }
        }
        var end = head + 1
        for child in sentence.children(of: head) where child > head && relation(child) == "flat" {
            end = max(end, child + 1)
        }
        return start..<end
    }
}
