/// Where the tagger sees a finite past tense and the parser an adjective, the tag decides: "The army lost control of the
/// town" is no noun phrase.
enum TreeRepair {
    /// Gives such verbs the place of the noun that they were hung on, that noun as their object, and what stands before
    /// them as their subject.
    static func apply(to tokens: inout [Token]) {
        for verb in tokens.indices where tokens[verb].relation.base == "amod" && isFinite(verb, tokens) {
            let object = tokens[verb].head
            if tokens[verb].xpos == "VBD", object >= 0, object < verb, tokens[object].upos == .noun,
                tokens[object].relation.base == "nsubj"
            {
                follow(verb, its: object, &tokens)
                continue
            }
            guard object > verb, tokens[object].upos == .noun || tokens[object].upos == .propn else { continue }
            if let subject = premodifier(of: object, before: verb, tokens) {
                raise(verb, over: object, subject, &tokens)
            } else if tokens[object].relation.base == "appos", tokens[object].head >= 0, tokens[object].head < verb {
                raise(verb, over: tokens[object].head, tokens[object].head, &tokens)
                (tokens[object].head, tokens[object].relation) = (verb, .object)
            }
        }
        raiseClause(&tokens)
        raiseHit(&tokens)
        raiseWithObject(&tokens)
        hangParticiples(&tokens)
    }

    /// Verbs whose passive keeps an object ("troops given orders").
    private static let ditransitive: Set<String> = [
        "given", "denied", "offered", "granted", "awarded", "sent", "shown", "taught", "promised", "paid", "asked",
        "told",
        "named", "called", "dubbed", "left", "made", "elected", "appointed", "considered", "declared", "allowed",
        "owed",
        "known", "labelled", "labeled", "deemed", "nicknamed", "titled", "entitled", "based",
    ]

    /// "Said that the rebels controlled half of the city": a participle with an object of its own is no passive, so it is
    /// the finite verb of the noun before it.
    private static func raiseWithObject(_ tokens: inout [Token]) {
        for verb in tokens.indices where tokens[verb].relation.rawValue == "acl" && tokens[verb].xpos == "VBN" {
            let noun = tokens[verb].head
            guard noun >= 0, noun < verb, [.noun, .propn].contains(tokens[noun].upos),
                !ditransitive.contains(tokens[verb].form.lowercased()), verb + 1 < tokens.count,
                !tokens.contains(where: { $0.head == noun && $0.relation.base == "case" }),
                !tokens.contains(where: { $0.head == verb && $0.relation.base == "aux" }),
                ["root", "parataxis", "ccomp", "advcl", "conj"].contains(tokens[noun].relation.base),
                let object = tokens.indices.first(where: {
                    $0 > verb && $0 <= verb + 6 && tokens[$0].head == verb
                        && (tokens[$0].relation.base == "obj"
                            || tokens[$0].relation.rawValue == "obl:unmarked" && tokens[$0].lemma == "percent")
                })
            else { continue }
            tokens[verb].xpos = "VBD"
            tokens[object].relation = .object
            raise(verb, over: noun, noun, &tokens)
        }
    }

    private static let consequences: Set<String> = [
        "laying", "seizing", "capturing", "killing", "taking", "wounding", "destroying", "forcing", "leaving",
        "injuring",
        "causing", "triggering", "sparking", "retaking", "recapturing", "displacing", "shelling", "bombing",
    ]

    /// "Took the hill laying siege to the town": a participle of its own clause, read as an adjective of its object.
    private static func hangParticiples(_ tokens: inout [Token]) {
        for verb in tokens.indices.dropFirst() where tokens[verb].relation.base == "amod" && tokens[verb].xpos == "VBG"
        {
            let object = tokens[verb].head
            guard object > verb, object - verb <= 3, consequences.contains(tokens[verb].form.lowercased()),
                [.noun, .propn, .num].contains(tokens[verb - 1].upos),
                let clause = tokens[..<verb].lastIndex(where: {
                    $0.upos == .verb && ["VBD", "VBZ", "VBP", "VBN"].contains($0.xpos)
                })
            else { continue }
            guard !isBelow(clause, object, tokens) else { continue }
            (tokens[verb].head, tokens[verb].relation) = (clause, DependencyRelation("advcl"))
            for index in tokens.indices where tokens[index].head == object && index > object {
                if tokens[index].relation.base == "nmod" {
                    tokens[index].head = verb; tokens[index].relation = DependencyRelation("obl")
                }
            }
            (tokens[object].head, tokens[object].relation) = (verb, .object)
        }
    }

    /// "A shell landed in a yard on Friday said the mayor": the verb right after its subject, whose own head is another.
    private static func follow(_ verb: Int, its subject: Int, _ tokens: inout [Token]) {
        let other = tokens[subject].head
        (tokens[verb].head, tokens[verb].relation) = (other, DependencyRelation("ccomp"))
        (tokens[subject].head, tokens[subject].relation) = (verb, .subject)
    }

    /// Nouns after "hit" that make one name with it.
    private static let hitNouns: Set<String> = [
        "list", "lists", "squad", "squads", "man", "men", "team", "teams", "song",
    ]

    /// "The air force hit positions of the rebels": no verb in the sentence but one that was read as a noun.
    private static func raiseHit(_ tokens: inout [Token]) {
        guard let verb = tokens.firstIndex(where: { $0.form == "hit" && $0.upos == .noun }), verb > 0,
            verb + 1 < tokens.count, tokens[verb].relation.base == "compound",
            !hitNouns.contains(tokens[verb + 1].form.lowercased()),
            !tokens.contains(where: { $0.upos == .aux || ["VBD", "VBZ", "VBP", "MD"].contains($0.xpos) })
        else { return }
        let object = tokens[verb].head
        guard object > verb, let subject = premodifier(of: object, before: verb, tokens) ?? owner(of: verb, tokens)
        else {
            return
        }
        (tokens[verb].upos, tokens[verb].xpos, tokens[verb].lemma) = (.verb, "VBD", "hit")
        raise(verb, over: object, subject, &tokens)
    }

    /// The noun that hangs on what was read as a noun.
    private static func owner(of verb: Int, _ tokens: [Token]) -> Int? {
        tokens[..<verb].indices.last { tokens[$0].head == verb && [.noun, .propn].contains(tokens[$0].upos) }
    }

    /// Participles that can be no passive: without an auxiliary they are past tenses.
    private static let intransitive: Set<String> = [
        "surrendered", "retreated", "advanced", "arrived", "died", "clashed", "escaped", "erupted", "returned",
        "marched",
        "gathered", "defected", "collapsed", "disappeared", "vanished", "exploded", "perished", "drowned",
        "capitulated",
        "mutinied", "rioted", "rebelled",
    ]

    /// "About 300 soldiers surrendered to the rebels.": a whole sentence read as a noun with a participle. Where nothing
    /// in it is finite and the participle has an object or can have no passive, the participle is its verb.
    private static func raiseClause(_ tokens: inout [Token]) {
        guard let noun = tokens.firstIndex(where: { $0.head < 0 }), tokens.last?.form == ".",
            tokens[noun].upos == .noun || tokens[noun].upos == .propn,
            !tokens.contains(where: { $0.upos == .aux || ["VBD", "VBZ", "VBP", "MD"].contains($0.xpos) }),
            let verb = tokens.indices.first(where: {
                tokens[$0].head == noun && $0 > noun && tokens[$0].relation.base == "acl" && tokens[$0].xpos == "VBN"
            }),
            intransitive.contains(tokens[verb].form.lowercased())
                || tokens.contains(where: { $0.head == verb && $0.relation.base == "obj" })
        else { return }
        tokens[verb].xpos = "VBD"
        raise(verb, over: noun, noun, &tokens)
    }

    /// True where a token hangs on another, however deep.
    private static func isBelow(_ token: Int, _ other: Int, _ tokens: [Token]) -> Bool {
        var at = token
        for _ in tokens.indices where at >= 0 && at != other { at = tokens[at].head }
        return at == other
    }

    /// True for a past tense by its tag, and for a participle right after a plural: no plural stands before an adjective
    /// in English ("Troops imposed control").
    private static func isFinite(_ verb: Int, _ tokens: [Token]) -> Bool {
        tokens[verb].xpos == "VBD" || tokens[verb].xpos == "VBN" && verb > 0 && tokens[verb - 1].xpos == "NNS"
    }

    /// The last noun before the verb that the parser took for a part of the object's name.
    private static func premodifier(of object: Int, before verb: Int, _ tokens: [Token]) -> Int? {
        tokens[..<verb].indices.last {
            tokens[$0].head == object && ["compound", "nmod", "nsubj", "flat"].contains(tokens[$0].relation.base)
                && [.noun, .propn, .pron, .num].contains(tokens[$0].upos)
        }
    }

    /// Puts the verb where `top` stands, with `subject`; what hung on `top` before the verb goes to the subject, final
    /// punctuation to the verb.
    private static func raise(_ verb: Int, over top: Int, _ subject: Int, _ tokens: inout [Token]) {
        let (head, relation) = (tokens[top].head, tokens[top].relation)
        for index in tokens.indices where tokens[index].head == top && index != verb && index != subject {
            if tokens[index].upos == .punct {
                tokens[index].head = verb
            } else if index < subject, top != subject {
                tokens[index].head = subject
            } else if index > subject, index < verb {
                tokens[index].head = verb
            }
        }
        (tokens[verb].head, tokens[verb].relation) = (head, relation)
        if top != subject { (tokens[top].head, tokens[top].relation) = (verb, .object) }
        (tokens[subject].head, tokens[subject].relation) = (verb, .subject)
    }
}
