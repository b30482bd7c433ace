import Language
import Record

/// Reads from auxiliaries, negation, conditions and embedding verbs how a trigger's clause is meant.
struct ModalityReader {
    let tree: Tree

    private static func set(_ words: String) -> Set<String> { Set(words.split(separator: " ").map(String.init)) }
    private static let pledging = set(
        "pledge vow promise plan intend prepare threaten order want aim agree seek hope swear decide resolve undertake determine determined command instruct ready set mean race racing"
    )
    private static let purpose = set(
        "offensive operation campaign battle push bid effort attempt plan pledge vow drive fight mission assault promise order intention race racing goal aim"
    )
    private static let expecting = set(
        "expect predict anticipate likely poise forecast bind fear due believe loom imminent")
    private static let failing = set("fail prevent avoid foil thwart stop refuse unable avert")
    /// Verbs whose infinitive has happened, or is so.
    private static let factual = set(
        "manage begin start continue help use report believe know say claim allege think estimate appear seem go succeed serve allow enable force cause come tend prove remain find show suspect rumour rumor"
    )
    private static let compelling = set("compel force oblige drive push")
    private static let denying = set("deny reject refute dismiss dispute")
    /// Words whose gerund has not happened: "aimed at capturing", "capable of taking".
    private static let aiming = set("aim capable incapable intent bent focus concentrate hope consider planned")
    private static let wishing = set("call demand urge ask appeal request")

    /// What somebody wants, and has not got.
    private static let goals = set(
        "goal aim objective purpose intention mission target priority task ambition hope plan")
    /// What one may have of a thing that has not happened: "the chance of taking", "in the hope of reaching".
    private static let prospects = goals.union(set("chance prospect possibility idea dream threat danger risk"))
    /// "On the verge of capturing", "close to seizing": not yet.
    private static let nearness = set("verge brink cusp edge point eve threshold close near")

    private static let promising = set(
        "pledge vow promise plan intend prepare threaten order swear decide resolve race racing ready")

    /// True for the "to" of "is to give up its positions".
    private static func isArranged(_ mark: Int, _ tree: Tree) -> Bool {
        tree.lemma(mark).lowercased() == "to" && mark > 0
            && ["is", "are", "was", "were"].contains(tree.tokens[mark - 1].form.lowercased())
    }

    /// True where a word hangs on a verb of promise, plan or order or is what somebody will do, and is not merely what something is for.
    static func isPromised(_ trigger: Int, _ tree: Tree) -> Bool {
        if ModalityReader(tree: tree).isFuture(trigger)
            || tree.sentence.children(of: trigger).contains(where: { isArranged($0, tree) })
        {
            return true
        }
        var at = trigger
        for _ in 0..<4 {
            if promising.contains(tree.lemma(at).lowercased()) { return true }
            guard tree.tokens[at].head >= 0 else { return false }
            at = tree.tokens[at].head
        }
        return promising.contains(tree.lemma(at).lowercased())
    }

    /// The modality in the report's own voice, or as far as grammar tells it; nil for plain fact.
    func read(_ trigger: Int) -> Modality? {
        if let own = clauseModality(trigger) { return own }
        if let first = infinitive(besides: trigger) { return read(first) }
        if let said = hearsay(trigger) { return said }
        var at = trigger
        var steps = 0
        while steps < 6 {
            let head = tree.tokens[at].head
            guard head >= 0 else { break }
            steps += 1
            let relation = tree.tokens[at].relation.rawValue
            let base = tree.tokens[at].relation.base
            let lemma = tree.lemma(head).lowercased()
            let infinitive = tree.sentence.children(of: at).contains {
                tree.lemma($0) == "to" && tree.relation($0) == "mark"
            }
            if isProspect(at, of: lemma) { return .pledged }
            if WordClasses.allegations.contains(lemma), ["acl", "ccomp", "nmod"].contains(base),
                let said = fate(of: head)
            {
                return said
            }
            if Self.nearness.contains(lemma), tree.tokens[at].xpos == "VBG", marker(at) == "of" || marker(at) == "to" {
                return .forecast
            }
            if base == "nsubj", Self.goals.contains(lemma), tree.sentence.child(of: head, "cop") != nil {
                return .pledged
            }
            switch base {
            case "xcomp", "ccomp", "obj", "csubj":
                if lemma == "able" || lemma == "include", !isDone(head) {
                    return lemma == "able" ? .hypothetical : .pledged
                }
                if Self.denying.contains(lemma), base != "obj" || isVerbal(at) || tree.tokens[at].upos == .noun {
                    return .denied
                }
                if Self.failing.contains(lemma), base == "xcomp" || base == "obj" { return .negated }
                if infinitive || base == "ccomp" && isFuture(at) {
                    if Self.pledging.contains(lemma) { return .pledged }
                    if Self.expecting.contains(lemma) { return .forecast }
                    if Self.wishing.contains(lemma) || lemma == "try" || lemma == "attempt" || lemma == "struggle" {
                        return .hypothetical
                    }
                }
                // "Has yet to start" will; "had to leave" did.
                if infinitive, lemma == "have" || lemma == "be" {
                    if [head, at].contains(where: { isYet($0) }) { return .forecast }
                    if tree.tokens[head].form.lowercased() == "had" { break }
                }
                if infinitive, base == "xcomp", tree.tokens[head].upos == .verb, !Self.factual.contains(lemma) {
                    return .pledged
                }
                if base == "ccomp", ["hope", "expect", "fear", "predict"].contains(lemma) { return .forecast }
                if base == "obj", Self.pledging.contains(lemma), lemma != "set" { return .pledged }
                if base == "obj", lemma == "plan" || lemma == "prepare" { return .pledged }
            case "acl":
                // "They have no plan to attack".
                if infinitive, tree.sentence.child(of: head, "det").map({ tree.lemma($0) == "no" }) == true {
                    return .negated
                }
                if infinitive, tree.isSuperlative(head) { return nil }
                if infinitive, Self.purpose.contains(lemma) || tree.tokens[head].upos == .noun { return .pledged }
            case "advcl":
                if Self.denying.contains(lemma), tree.tokens[at].xpos == "VBG", marker(at) == nil { return .denied }
                if infinitive, tree.isSuperlative(head) { return nil }
                // "Were compelled to leave": they did.
                if infinitive, Self.compelling.contains(lemma), tree.isPassive(head) { break }
                if infinitive { return .pledged }
                // "Aimed at capturing X"; "will be run by a council once it is taken".
                if Self.aiming.contains(lemma), tree.tokens[at].xpos == "VBG" { return .pledged }
                if at == trigger, isFuture(head) { return .hypothetical }
            case "obl", "nmod":
                if Self.aiming.contains(lemma), tree.tokens[at].xpos == "VBG" { return .pledged }
            case "conj", "nsubj", "appos", "compound", "dep", "parataxis", "amod":
                break
            default: break
            }
            if relation == "acl:relcl" || relation == "acl" { break }
            if base == "advcl" || base == "parataxis" { break }
            at = head
            if tree.tokens[at].upos == .verb || tree.tokens[at].upos == .adj {
                if let own = clauseModality(at),
                    base != "nsubj" || own == .negated || own == .forecast || own == .pledged
                {
                    if tree.tokens[trigger].upos == .verb, base == "ccomp" { break }
                    return own
                }
            }
        }
        return nil
    }

    /// "Operations to encircle and then retake X", hung on a finite verb: the infinitive that a bare verb goes with.
    private func infinitive(besides verb: Int) -> Int? {
        let head = tree.tokens[verb].head
        guard ["VB", "VBP"].contains(tree.tokens[verb].xpos), tree.relation(verb) == "conj", head >= 0, head < verb,
            ["VBD", "VBZ", "VBN"].contains(tree.tokens[head].xpos),
            !tree.sentence.children(of: verb).contains(where: { ["aux", "mark"].contains(tree.relation($0)) }),
            !tree.sentence.children(of: head).contains(where: {
                ["will", "would", "do", "can", "could", "may", "might", "must", "should"].contains(tree.lemma($0))
            })
        else { return nil }
        return (head + 1..<verb).last { tree.tokens[$0].xpos == "VB" && marker($0) == "to" }
    }

    /// What becomes of a claim or rumour: "dismissed claims that", "rumours that … proved false".
    private func fate(of noun: Int) -> Modality? {
        let verb = tree.tokens[noun].head
        guard verb >= 0 else { return nil }
        switch tree.relation(noun) {
        case "obj",
            "nsubj" where tree.isPassive(verb):
            if Self.denying.contains(tree.lemma(verb).lowercased()) { return .denied }
        case "nsubj":
            let words = [verb] + Array(tree.sentence.children(of: verb))
            if words.contains(where: { Self.untrue.contains(tree.lemma($0).lowercased()) }) { return .negated }
        default: break
        }
        return nil
    }

    /// "Dismissed as propaganda claims that X fell", "reports that X had fallen could not be verified": whatever the tree
    /// makes of it, the words before "that" and after the clause say how far it is to be believed.
    private func hearsay(_ trigger: Int) -> Modality? {
        guard let that = (0..<trigger).last(where: { tree.tokens[$0].form.lowercased() == "that" }), that > 0,
            WordClasses.allegations.contains(tree.lemma(that - 1).lowercased()), trigger - that <= 8
        else { return nil }
        if tree.tokens[..<that].contains(where: { Self.denying.contains($0.lemma.lowercased()) }) { return .denied }
        let after = tree.tokens[(trigger + 1)...].map { $0.lemma.lowercased() }
        if after.contains(where: Self.untrue.contains) { return .negated }
        guard let verified = after.firstIndex(where: { ["verify", "confirm", "verified"].contains($0) }) else {
            return nil
        }
        return after[..<verified].contains { ["not", "n't", "no"].contains($0) } ? .claimed : nil
    }

    private static let untrue = set("false untrue wrong baseless unfounded premature fake fabricate")

    /// The little word that opens a clause: "to", "of", "that".
    private func marker(_ token: Int) -> String? {
        tree.sentence.children(of: token).first { ["mark", "case"].contains(tree.relation($0)) }
            .map { tree.lemma($0).lowercased() }
    }

    /// "With the goal of capturing X".
    private func isProspect(_ token: Int, of lemma: String) -> Bool {
        Self.prospects.contains(lemma) && tree.tokens[token].xpos == "VBG" && marker(token) == "of"
    }

    /// "Was able to capture" did; "are able to" may. A list of goals is not done, other lists are.
    private func isDone(_ head: Int) -> Bool {
        if tree.lemma(head) == "include" {
            return !tree.sentence.children(of: head).contains {
                tree.relation($0) == "nsubj" && Self.goals.contains(tree.lemma($0).lowercased())
            }
        }
        return tree.sentence.children(of: head).contains {
            ["was", "were", "been"].contains(tree.tokens[$0].form.lowercased())
        }
    }

    private func isYet(_ token: Int) -> Bool {
        tree.sentence.children(of: token).contains { tree.lemma($0).lowercased() == "yet" }
    }

    private func isVerbal(_ token: Int) -> Bool { tree.tokens[token].upos == .verb }

    private func isFuture(_ token: Int) -> Bool {
        tree.sentence.children(of: token).contains {
            ["will", "would", "shall"].contains(tree.lemma($0).lowercased()) && tree.relation($0) == "aux"
        }
    }

    /// "Said that it would leave X": "will", as it was said; a condition and "would have" are none.
    private func isReported(_ token: Int) -> Bool {
        let tokens = tree.tokens
        let head = tokens[token].head
        let verb = head >= 0 && tree.relation(token) == "ccomp" ? head : tree.sentence.child(of: token, "parataxis")
        guard let verb, ["VBD", "VBN"].contains(tokens[verb].xpos),
            SpeechVerbs.verbs[tree.lemma(verb).lowercased()] != nil
        else { return false }
        return !tree.sentence.children(of: token).contains { child in
            tree.relation(child) == "aux" && tree.lemma(child).lowercased() == "have"
                || tree.relation(child) == "advcl" && ["if", "unless"].contains(marker(child))
        }
    }

    private func clauseModality(_ token: Int) -> Modality? {
        var found: Modality?
        if tree.sentence.child(of: token, "cop") != nil, let subject = tree.sentence.child(of: token, "nsubj"),
            Self.goals.contains(tree.lemma(subject).lowercased()), marker(token) == "to"
        {
            return .pledged
        }
        for child in tree.sentence.children(of: token) {
            let lemma = tree.lemma(child).lowercased()
            switch tree.relation(child) {
            case "advmod", "det", "aux":
                if ["not", "n't", "never", "n’t", "no"].contains(lemma) { return .negated }
                if tree.relation(child) == "aux" {
                    switch lemma {
                    case "will", "shall", "wo", "'ll": found = .forecast
                    case "would" where isReported(token): found = .forecast
                    case "would", "could", "may", "might", "should", "must": found = .hypothetical
                    default: break
                    }
                }
            case "mark":
                if Self.isArranged(child, tree) { found = found ?? .pledged }
                if ["if", "whether", "unless"].contains(lemma) { found = .hypothetical }
                if lemma == "without" { return .negated }
            case "case":
                if lemma == "without" { return .negated }
            default: break
            }
        }
        return found
    }
}
