/// Where the tagger sees a finite past tense and the parser an adjective, the tag decides: "The army lost control of the
/// town" is no noun phrase.
enum TreeRepair {
    /// Gives such verbs the place of the noun that they were hung on, that noun as their object, and what stands before
    /// them as their subject.
    static func apply(to tokens: inout [Token]) {
        CompoundRepair.apply(to: &tokens)
        for verb in tokens.indices where tokens[verb].relation.base == "amod" && isFinite(verb, tokens) {
            let object = tokens[verb].head
            if tokens[verb].xpos == "VBD", object >= 0, object < verb, tokens[object].upos == .noun,
                tokens[object].relation.base == "nsubj"
            {
                follow(verb, its: object, &tokens)
                continue
            }
            guard object > verb, tokens[object].upos == .noun || tokens[object].upos == .propn else { continue }
            if let subject = premodifier(of: object, before: verb, tokens) ?? own(verb, tokens) {
                raise(verb, over: object, subject, &tokens)
            } else if tokens[object].relation.base == "appos", tokens[object].head >= 0, tokens[object].head < verb {
                raise(verb, over: tokens[object].head, tokens[object].head, &tokens)
                (tokens[object].head, tokens[object].relation) = (verb, .object)
            }
        }
        hangPartitives(&tokens)
        raiseGardenPath(&tokens)
        hangApposition(&tokens)
        hangSpeech(&tokens)
        raiseClause(&tokens)
        raiseHit(&tokens)
        raiseWithObject(&tokens)
        hangParticiples(&tokens)
    }

    private static let conjunctions: Set<String> = ["after", "before", "since", "until", "as"]

    /// "Some 25,000 people crossed the border after rebels overran the town": the noun after the conjunction is the subject
    /// of the verb that follows it, and what was read as a participle is the verb of the sentence.
    private static func raiseGardenPath(_ tokens: inout [Token]) {
        guard let verb = tokens.firstIndex(where: { $0.head < 0 }), verb > 3,
            ["VBD", "VBP", "VBZ"].contains(tokens[verb].xpos),
            [.noun, .propn].contains(tokens[verb - 1].upos),
            let conjunction = tokens[..<(verb - 1)].indices.last(where: {
                tokens[$0].head == verb - 1 && tokens[$0].relation.base == "case"
            }), conjunctions.contains(tokens[conjunction].form.lowercased()),
            let subject = tokens[..<conjunction].indices.first(where: {
                tokens[$0].head == verb && tokens[$0].relation.base == "nsubj"
            })
        else { return }
        let first = tokens[verb - 1].head
        guard first > subject, first < conjunction, tokens[first].relation.rawValue == "acl",
            tokens[first].head == subject,
            tokens[first].xpos == "VBN", !tokens.contains(where: { $0.head == verb && $0.relation.base == "aux" })
        else { return }
        for index in tokens.indices where tokens[index].head == verb && index < conjunction && index != subject {
            tokens[index].head = first
        }
        tokens[first].xpos = "VBD"
        (tokens[first].head, tokens[first].relation) = (-1, .root)
        (tokens[subject].head, tokens[subject].relation) = (first, .subject)
        (tokens[verb].head, tokens[verb].relation) = (first, DependencyRelation("advcl"))
        (tokens[verb - 1].head, tokens[verb - 1].relation) = (verb, .subject)
        (tokens[conjunction].head, tokens[conjunction].relation) = (verb, DependencyRelation("mark"))
        PhraseRepair.hangLastMark(on: first, &tokens)
    }

    /// "The town, encircled since May, came under fire": the subject is that of the verb after the commas.
    private static func hangApposition(_ tokens: inout [Token]) {
        for participle in tokens.indices.dropFirst(2)
        where tokens[participle].xpos == "VBN" && tokens[participle].relation.rawValue == "advcl"
            && tokens[participle - 1].form == "," && tokens[participle].head > participle
        {
            let verb = tokens[participle].head
            guard tokens[verb].upos == .verb, tokens[verb - 1].form == ",",
                !tokens.contains(where: { $0.head == verb && $0.relation.base == "nsubj" }),
                let subject = tokens[..<participle].indices.first(where: {
                    tokens[$0].head == participle && tokens[$0].relation.base == "nsubj"
                })
            else { continue }
            (tokens[subject].head, tokens[subject].relation) = (verb, .subject)
            (tokens[participle].head, tokens[participle].relation) = (subject, DependencyRelation("acl"))
        }
    }

    /// "…, the army claims.": a subject and its verb after the last comma stand beside the sentence.
    private static func hangSpeech(_ tokens: inout [Token]) {
        guard let verb = tokens.indices.last(where: { tokens[$0].upos != .punct }), verb > 2,
            tokens[verb].upos == .verb,
            ["VBD", "VBZ", "VBP"].contains(tokens[verb].xpos), tokens[verb].head >= 0,
            ["appos", "acl", "conj", "dep", "nmod", "advcl"].contains(tokens[verb].relation.base),
            let subject = tokens[..<verb].indices.last(where: {
                tokens[$0].head == verb && tokens[$0].relation.base == "nsubj"
            }), let root = tokens.firstIndex(where: { $0.head < 0 }), root < subject
        else { return }
        let start = tokens[..<verb].lastIndex { $0.form == "," } ?? verb
        guard start < subject, (start + 1..<verb).allSatisfy({ $0 == subject || isBelow($0, subject, tokens) }),
            !tokens[start + 1..<subject].contains(where: { ["who", "which", "that"].contains($0.form.lowercased()) })
        else { return }
        (tokens[verb].head, tokens[verb].relation) = (root, DependencyRelation("parataxis"))
    }

    private static let quantities: Set<String> = [
        "all", "most", "much", "many", "some", "none", "several", "few", "half", "part", "parts", "both", "each", "one",
        "two", "three", "dozens", "scores", "hundreds", "thousands", "majority", "rest", "remainder",
    ]

    /// "Took all of the town": what follows "of" belongs to the quantity before it, not to the verb.
    private static func hangPartitives(_ tokens: inout [Token]) {
        for of in tokens.indices.dropFirst() where tokens[of].form == "of" && tokens[of].relation.base == "case" {
            let noun = tokens[of].head
            guard noun > of, tokens[noun].relation.base == "obl", tokens[noun].head == tokens[of - 1].head,
                quantities.contains(tokens[of - 1].form.lowercased()),
                ["obj", "nsubj", "obl"].contains(tokens[of - 1].relation.base)
            else { continue }
            (tokens[noun].head, tokens[noun].relation) = (of - 1, DependencyRelation("nmod"))
        }
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
            }) ?? afterParticiple(noun, tokens),
            intransitive.contains(tokens[verb].form.lowercased())
                || tokens.contains(where: { $0.head == verb && $0.relation.base == "obj" })
        else { return }
        tokens[verb].xpos = "VBD"
        raise(verb, over: noun, noun, &tokens)
    }

    /// "Rebels hoping to retake the town shelled it": the past tense after a participle's clause.
    private static func afterParticiple(_ noun: Int, _ tokens: [Token]) -> Int? {
        guard
            let participle = tokens.indices.first(where: {
                tokens[$0].head == noun && $0 > noun && tokens[$0].relation.base == "acl" && tokens[$0].xpos == "VBG"
            })
        else { return nil }
        return tokens.indices.first {
            $0 > participle && tokens[$0].xpos == "VBN" && tokens[$0].relation.base == "xcomp"
                && isBelow($0, participle, tokens)
        }
    }

    /// True where a token hangs on another, however deep.
    private static func isBelow(_ token: Int, _ other: Int, _ tokens: [Token]) -> Bool {
        var at = token
        for _ in tokens.indices where at >= 0 && at != other { at = tokens[at].head }
        return at == other
    }

    /// True for a past tense by its tag, and for a participle right after a plural: no plural stands before an adjective
    /// in English ("Troops imposed control").
    /// So does one after a name where the whole sentence has no other verb ("The Houthis fired missiles at the port.").
    private static func isFinite(_ verb: Int, _ tokens: [Token]) -> Bool {
        if tokens[verb].xpos == "VBD" { return true }
        guard tokens[verb].xpos == "VBN", verb > 0 else { return false }
        if ["NNS", "NNPS"].contains(tokens[verb - 1].xpos) { return true }
        return tokens[verb - 1].upos == .propn && tokens.last?.form == "."
            && !tokens.contains { $0.upos == .aux || ["VBD", "VBZ", "VBP", "MD"].contains($0.xpos) }
    }

    /// The subject that hangs on the verb itself, though the verb was read as an adjective.
    private static func own(_ verb: Int, _ tokens: [Token]) -> Int? {
        tokens[..<verb].indices.last { tokens[$0].head == verb && tokens[$0].relation.base == "nsubj" }
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
