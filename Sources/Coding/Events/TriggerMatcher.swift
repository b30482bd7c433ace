import Language

/// A word of the sentence that a lexicon entry explains.
struct Trigger {
    let entry: EventEntry
    /// The token that the tree hangs on.
    let token: Int
    let rest: [Int]
    /// First to last token of the phrase.
    let span: Range<Int>
}

/// Finds the triggers of a sentence: for every word the first entry whose words and needs are there.
struct TriggerMatcher {
    let lexicon: EventLexicon

    func triggers(in scene: Scene) -> [Trigger] {
        var found: [Trigger] = []
        var taken = [Bool](repeating: false, count: scene.tokens.count)
        for at in scene.tokens.indices where !taken[at] {
            guard let entries = entries(at: at, scene) else { continue }
            for entry in entries where entry.pos != .adjective {
                guard let trigger = match(entry, at: at, scene), !trigger.span.contains(where: { taken[$0] })
                else { continue }
                let finder = RoleFinder(scene: scene, trigger: trigger.token, rest: trigger.rest, pos: entry.pos)
                guard entry.needs.allSatisfy({ finder.meets($0) }) else { continue }
                found.append(trigger)
                taken[trigger.token] = true
                // "Lost control of" tells of no control held.
                for token in entry.pos == .noun ? Array(trigger.span) : trigger.rest { taken[token] = true }
                break
            }
        }
        return found
    }

    /// The entries of a word; "shelling", tagged as a form of its verb, is the noun too where it has no subject or object.
    private func entries(at: Int, _ scene: Scene) -> [EventEntry]? {
        let token = scene.tokens[at]
        let own = lexicon.entries(of: token.lemma)
        let isThere =
            scene.sentence.child(of: at, "nsubj", "expl").map { scene.tokens[$0].form.says("there") } ?? false
        guard token.xpos == "VBG", isThere || scene.sentence.child(of: at, "nsubj", "obj", "aux") == nil,
            let nouns = lexicon.entries(of: token.form)?.filter({ $0.pos == .noun }), !nouns.isEmpty
        else { return own }
        return (own ?? []) + nouns
    }

    /// True for a lemma that the lexicon spells like this.
    private func isWord(_ lemma: String, _ word: String) -> Bool {
        lemma == word || !SpellingKey.isKey(lemma) && SpellingKey.key(for: lemma.lowercased()) == word
    }

    private func match(_ entry: EventEntry, at: Int, _ scene: Scene) -> Trigger? {
        let tree = scene.tree
        let token = scene.tokens[at]
        switch entry.pos {
        case .verb:
            guard
                token.upos == .verb || isMisread(token)
                    || (token.upos == .adj && token.form.hasSuffix("ed") && token.relation.base != "compound")
            else { return nil }
            // "Daesh-held", "US-backed": adjectives.
            if at > 1, scene.tokens[at - 1].form == "-", !token.spaceBefore, scene.tokens[at - 2].form.count > 3 {
                return nil
            }
            // "According to": no accord.
            if token.form.says("according") { return nil }
            var rest: [Int] = []
            for word in entry.rest {
                guard let hit = dependent(word, of: at, tree) else { return nil }
                rest.append(hit)
            }
            let low = min(at, rest.min() ?? at)
            let high = max(at, rest.max() ?? at)
            return Trigger(
                entry: entry, token: at, rest: rest,
                span: entry.rest.isEmpty || high - low > 6 ? at..<at + 1 : low..<high + 1)
        case .noun:
            var end = at + 1
            for word in entry.rest {
                if end < scene.tokens.count, scene.tokens[end].form == "-" { end += 1 }
                guard end < scene.tokens.count, isWord(scene.tokens[end].lemma, word) else { return nil }
                end += 1
            }
            var head = (at..<end).last { !(at..<end).contains(scene.tokens[$0].head) } ?? end - 1
            // "suicide car bomb attack": the phrase stands for the noun of harm that it modifies.
            while scene.tokens[head].relation.base == "compound", scene.tokens[head].head > head,
                scene.tokens[head].head - head <= 3,
                WordClasses.harm.contains(scene.tokens[scene.tokens[head].head].lemma)
            {
                head = scene.tokens[head].head
            }
            end = max(end, head + 1)
            guard
                scene.tokens[head].upos == .noun || scene.tokens[head].upos == .propn
                    || scene.tokens[head].xpos == "VBG" || isMisreadNoun(head, tree) || isNounLike(head, tree)
            else { return nil }
            // "Killing ten people": a verb, whatever the tag.
            if entry.rest.isEmpty, scene.tokens[head].form.hasSuffix("ing"), head + 1 < scene.tokens.count,
                [.num, .det, .propn].contains(scene.tokens[head + 1].upos)
                    || ["at", "and", "or", "some", "more", "up"].contains(scene.tokens[head + 1].form.lowercased()),
                !scene.sentence.children(of: head).contains(where: { $0 < head && tree.relation($0) != "punct" })
            {
                return nil
            }
            if scene.tokens[head].form.says("according") { return nil }
            if entry.rest.isEmpty, scene.tokens[head].upos == .propn, head > 0,
                scene.tokens[head].form.first?.isUppercase == true,
                !scene.isHeadline
            {
                return nil
            }
            // A noun that only modifies another ("attack helicopter", "peace talks") tells nothing.
            if ["compound", "amod", "flat"].contains(scene.tokens[head].relation.base), scene.tokens[head].head > head,
                !entry.place.contains(.apposition), !isDirection(scene.tokens[scene.tokens[head].head])
            {
                return nil
            }
            if !entry.cases.isEmpty, !entry.cases.contains(where: { tree.hasCase(head, $0) }) { return nil }
            if let light = entry.light, light != "deal" || !scene.isShort {
                let verbs =
                    switch light {
                    case "struck": WordClasses.struck
                    case "acts": WordClasses.acts
                    case "deal": WordClasses.deal
                    case "told": WordClasses.told
                    default: WordClasses.light
                    }
                guard tree.lightVerb(over: head, verbs) != nil else { return nil }
                if light == "acts", tree.relation(head) == "obj" { return nil }
            }
            return Trigger(entry: entry, token: head, rest: (at..<end).filter { $0 != head }, span: at..<end)
        case .adjective: return nil
        }
    }

    /// Headlines: a plural verb form tagged as a noun at the root ("Rebels storm base").
    private func isMisread(_ token: Token) -> Bool {
        token.upos == .noun && token.head < 0 && (token.xpos == "NNS" || token.form == token.lemma)
            && token.form.hasSuffix("s")
    }

    /// "Clashes near the town killed two": a plural noun at the beginning, taken for a verb without a subject.
    private func isMisreadNoun(_ token: Int, _ tree: Tree) -> Bool {
        tree.tokens[token].xpos == "VBZ" && tree.sentence.child(of: token, "nsubj", "obj", "aux") == nil
            && (token == 0 || [.adj, .punct, .num, .adp].contains(tree.tokens[token - 1].upos))
    }

    /// "The offensive": an adjective with an article in a noun's place.
    private func isNounLike(_ token: Int, _ tree: Tree) -> Bool {
        tree.tokens[token].upos == .adj && ["nsubj", "obj", "obl", "nmod"].contains(tree.relation(token))
            && tree.sentence.child(of: token, "det") != nil
    }

    /// "Air strikes southwest of X": the direction is no noun that the strikes belong to.
    private func isDirection(_ token: Token) -> Bool {
        let form = token.form.lowercased()
        return ["north", "south", "east", "west"].contains { form.hasPrefix($0) }
    }

    /// A word that hangs on the trigger, directly or through its object or phrase.
    private func dependent(_ word: String, of token: Int, _ tree: Tree) -> Int? {
        for child in tree.sentence.children(of: token) {
            if tree.relation(child) == "mark" || tree.relation(child) == "punct" { continue }
            if isWord(tree.tokens[child].lemma, word) || tree.tokens[child].form.says(word) { return child }
        }
        for child in tree.sentence.children(of: token)
        where ["obj", "obl", "xcomp", "nsubj", "compound", "advmod"].contains(tree.relation(child)) {
            for inner in tree.sentence.children(of: child) where abs(inner - token) < 10 {
                if isWord(tree.tokens[inner].lemma, word),
                    ["case", "compound", "conj", "nmod"].contains(tree.relation(inner))
                {
                    return inner
                }
            }
        }
        return nil
    }
}
