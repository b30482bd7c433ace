public import Language
import Record

/// Finds who says so.
///
/// For a token it climbs the tree: a verb of saying above it makes its subject the source, and so do a clause beside it
/// ("…, the ministry said"), "according to" and "citing". Inside a quotation that runs over sentences the speaker goes
/// on speaking. Where one source quotes another, the inner one is the source and the outer one passes it on.
public struct AttributionFinder: Sendable {
    let sentences: [Sentence]
    let text: String
    let actors: ActorMap
    /// For each sentence that lies in a quotation begun before it: the sentence that names the speaker.
    private let carriers: [Int?]

    /// A finder for one report, over its sentences and parties.
    public init(sentences: [Sentence], text: String, actors: ActorMap) {
        (self.sentences, self.text, self.actors) = (sentences, text, actors)
        carriers = Quotations.carriers(sentences)
    }

    /// The source of what a token tells; nil for the report's own voice.
    public func attribution(for token: Int, in sentence: Int) -> FoundAttribution? {
        guard sentences.indices.contains(sentence), sentences[sentence].tokens.indices.contains(token) else {
            return nil
        }
        let own = sources(above: token, in: sentence)
        if let inner = own.first {
            var found = inner
            if own.count > 1 { found.via = own.last?.attribution }
            return found
        }
        if let carrier = carriers[sentence], carrier != sentence, let verb = speechVerb(in: carrier) {
            var found = source(of: verb, hint: .said, in: carrier)
            found?.trigger = nil
            return found
        }
        return nil
    }

    // MARK: - In the tree

    /// The sources of a token's clause, innermost first.
    private func sources(above token: Int, in number: Int) -> [FoundAttribution] {
        let tree = sentences[number]
        var found: [FoundAttribution] = []
        var seen: Set<Int> = []
        func add(_ source: FoundAttribution?) {
            guard let source, let trigger = source.trigger, seen.insert(trigger).inserted else { return }
            found.append(source)
        }
        var (from, at) = (-1, token)
        var steps = 0
        while at >= 0, steps <= tree.tokens.count {
            steps += 1
            if from >= 0, let hint = hint(at, in: tree), told(from, by: at, in: tree) {
                add(source(of: at, hint: hint, in: number))
            }
            for child in tree.children(of: at) where child != from {
                switch tree.tokens[child].relation.base {
                case "parataxis", "advcl", "acl", "ccomp", "dep", "conj":
                    guard tree.tokens[child].relation.base != "conj" || isTrailing(child, in: tree) else { continue }
                    if isBeside(child, in: tree), let hint = hint(child, in: tree) {
                        add(source(of: child, hint: hint, in: number))
                    }
                case "obl", "nmod", "advmod":
                    if let source = accordingTo(child, in: number) { add(source) }
                default: continue
                }
            }
            (from, at) = (at, tree.tokens[at].head)
        }
        if found.isEmpty, let loose = looseAccording(number) ?? looseTrailing(token, number) { add(loose) }
        return found
    }

    private func hint(_ token: Int, in tree: Sentence) -> FoundAttribution.Hint? {
        let word = tree.tokens[token]
        if word.upos == .verb { return SpeechVerbs.verbs[word.lemma.lowercased()] }
        if word.upos == .noun, SpeechVerbs.nouns.contains(word.lemma.lowercased()) {
            return word.lemma.lowercased() == "claim" || word.lemma.lowercased() == "allegation" ? .claimed : .said
        }
        return nil
    }

    /// True where the dependant is what the word of saying tells.
    private func told(_ child: Int, by verb: Int, in tree: Sentence) -> Bool {
        let relation = tree.tokens[child].relation.base
        let lemma = tree.tokens[verb].lemma.lowercased()
        if tree.tokens[verb].upos == .noun { return relation == "acl" || relation == "ccomp" }
        switch relation {
        case "ccomp", "parataxis": return true
        case "xcomp":
            // "was reported to have", "vowed to take", "claims to hold".
            return SpeechVerbs.verbs[lemma] != .said || ["say", "report", "believe", "estimate"].contains(lemma)
        case "advcl":
            // "quoted a source as saying …", "accused X of shelling …".
            if ["quote", "cite", "accuse", "blame"].contains(lemma) { return true }
            // What is told, in front and without a conjunction, is at times taken for an adverbial clause.
            return child < verb && ["say", "report", "add", "announce", "tell", "state"].contains(lemma)
                && tree.child(of: child, "mark") == nil && tree.child(of: verb, "ccomp") == nil
                && tree.tokens[child].xpos != "VBG"
        case "obj", "obl":
            if ["accuse", "blame"].contains(lemma) { return true }
            return !SpeechVerbs.needsClause.contains(lemma)
                && ["claim", "deny", "report", "announce", "confirm", "declare", "allege", "refute", "dispute"]
                    .contains(lemma)
                && relation == "obj"
        default: return false
        }
    }

    /// True for a clause of saying that stands beside what it tells ("…, X said", "as X reported").
    private func isBeside(_ verb: Int, in tree: Sentence) -> Bool {
        let word = tree.tokens[verb]
        guard word.upos == .verb else { return false }
        let lemma = word.lemma.lowercased()
        if word.relation.base == "parataxis" {
            return hasSubject(verb, in: tree) && tree.child(of: verb, "ccomp") == nil
                && !SpeechVerbs.needsClause.contains(lemma)
        }
        if ["cite", "quote"].contains(lemma), word.xpos == "VBG" || word.form.lowercased().hasSuffix("ing") {
            return true
        }
        if word.relation.base == "advcl" {
            guard let mark = tree.child(of: verb, "mark", "advmod") else { return false }
            return tree.tokens[mark].form.lowercased() == "as" && hasSubject(verb, in: tree)
                && tree.child(of: verb, "ccomp", "obj") == nil
        }
        return isTrailing(verb, in: tree)
    }

    /// ", X said." at the end of a sentence, whatever the tree makes of it.
    private func isTrailing(_ verb: Int, in tree: Sentence) -> Bool {
        let lemma = tree.tokens[verb].lemma.lowercased()
        guard ["say", "report", "add", "tell", "tweet", "state", "announce"].contains(lemma), hasSubject(verb, in: tree)
        else { return false }
        let span = tree.span(of: verb)
        guard span.lowerBound > 0, tree.child(of: verb, "ccomp", "obj") == nil else { return false }
        let before = tree.tokens[span.lowerBound - 1].form
        return
            (before == "," || before.hasSuffix("\"") || before == "\u{201D}"
            || tree.tokens[span.lowerBound].form == ",")
            && span.count <= 14
    }

    private func hasSubject(_ verb: Int, in tree: Sentence) -> Bool {
        tree.child(of: verb, "nsubj") != nil || strayedSubject(of: verb, in: tree) != nil
    }

    /// "…, an outlet run by the group said": a subject that the tree hung on the words before the comma.
    private func strayedSubject(of verb: Int, in tree: Sentence) -> Int? {
        let word = tree.tokens[verb]
        guard word.relation.base == "parataxis", tree.child(of: verb, "nsubj") == nil,
            ["say", "report", "add", "announce", "state"].contains(word.lemma.lowercased())
        else { return nil }
        return (0..<verb).last { noun in
            let token = tree.tokens[noun]
            guard token.upos == .noun || token.upos == .propn, ["appos", "conj"].contains(token.relation.base) else {
                return false
            }
            let span = tree.span(of: noun)
            return span.upperBound == verb
                && (tree.tokens[span.lowerBound].form == ","
                    || span.lowerBound > 0 && tree.tokens[span.lowerBound - 1].form == ",")
        }
    }

    private func accordingTo(_ token: Int, in number: Int) -> FoundAttribution? {
        let tree = sentences[number]
        for child in tree.children(of: token) where tree.tokens[child].relation.base == "case" {
            guard tree.tokens[child].form.says("according") else { continue }
            return described(token, hint: .said, trigger: child, in: number)
        }
        return nil
    }

    /// "According to" that hangs elsewhere in a sentence of one statement.
    private func looseAccording(_ number: Int) -> FoundAttribution? {
        let tree = sentences[number]
        guard let word = tree.tokens.firstIndex(where: { $0.form.says("according") }),
            word + 2 < tree.tokens.count, tree.tokens[word + 1].form.lowercased() == "to"
        else { return nil }
        let head = tree.tokens[word].head
        if head > word, tree.tokens[head].upos == .noun || tree.tokens[head].upos == .propn {
            return described(head, hint: .said, trigger: word, in: number)
        }
        guard let noun = tree.tokens[(word + 2)...].firstIndex(where: { $0.upos == .noun || $0.upos == .propn }) else {
            return nil
        }
        return described(noun, hint: .said, trigger: word, in: number)
    }

    /// ", the army command announced on Friday." at the end of a sentence, where the tree hung the speaker on what is told.
    private func looseTrailing(_ token: Int, _ number: Int) -> FoundAttribution? {
        let tokens = sentences[number].tokens
        guard
            let verb = tokens.lastIndex(where: {
                ["said", "says", "reported", "announced", "added"].contains($0.form.lowercased())
            }), verb > token + 2, tokens.count - verb <= 8,
            tokens[(verb + 1)...].allSatisfy({
                [.adp, .propn, .num, .det, .punct, .noun, .adj, .adv].contains($0.upos)
            })
        else { return nil }
        // "X, a spokesman for Y, said": the comma before the whole.
        let close = tokens[verb - 1].form == "," ? tokens[..<(verb - 1)].lastIndex { $0.form == "," } : nil
        guard let comma = tokens[..<(close ?? verb)].lastIndex(where: { $0.form == "," }), comma > token,
            verb - comma <= 16
        else { return nil }
        let speaker = tokens[(comma + 1)..<verb].prefix { [.det, .adj, .noun, .propn, .num, .pron].contains($0.upos) }
        guard let head = speaker.lastIndex(where: { [.noun, .propn].contains($0.upos) }) else { return nil }
        return described(head, hint: .said, trigger: verb, in: number)
    }

    /// The first verb of saying with a subject.
    private func speechVerb(in number: Int) -> Int? {
        let tree = sentences[number]
        return tree.tokens.indices.first { index in
            tree.tokens[index].upos == .verb && SpeechVerbs.verbs[tree.tokens[index].lemma.lowercased()] != nil
                && !SpeechVerbs.needsClause.contains(tree.tokens[index].lemma.lowercased())
                && hasSubject(index, in: tree)
        }
    }

    // MARK: - The source

    private func source(of verb: Int, hint: FoundAttribution.Hint, in number: Int) -> FoundAttribution? {
        let tree = sentences[number]
        let word = tree.tokens[verb]
        let lemma = word.lemma.lowercased()
        if ["quote", "cite"].contains(lemma), let object = tree.child(of: verb, "obj"), !isSaying(below: verb, in: tree)
        {
            return described(object, hint: .said, trigger: verb, in: number)
        }
        if word.upos == .noun {
            guard let owner = tree.child(of: verb, "nmod", "compound") ?? issuer(of: verb, in: tree) else { return nil }
            return described(owner, hint: hint, trigger: verb, in: number)
        }
        if tree.child(of: verb, "nsubj:pass") != nil || tree.child(of: verb, "aux:pass") != nil {
            guard let agent = agent(of: verb, in: tree) else { return nil }
            return described(agent, hint: hint, trigger: verb, in: number)
        }
        // "quoted a source as saying": the object of the verb above speaks.
        if word.relation.base == "advcl", word.head >= 0,
            ["quote", "cite"].contains(tree.tokens[word.head].lemma.lowercased()),
            let object = tree.child(of: word.head, "obj")
        {
            return described(object, hint: hint, trigger: verb, in: number)
        }
        if let subject = subject(of: verb, in: tree) {
            return described(subject, hint: hint, trigger: verb, in: number)
        }
        return nil
    }

    /// Who "said in a statement that", "issued a statement that": the subject of the verb that the noun hangs on.
    private func issuer(of noun: Int, in tree: Sentence) -> Int? {
        let word = tree.tokens[noun]
        guard word.head >= 0, tree.tokens[word.head].upos == .verb else { return nil }
        let lemma = tree.tokens[word.head].lemma.lowercased()
        let says =
            word.relation.base == "obl" ? SpeechVerbs.verbs[lemma] != nil : SpeechVerbs.issuing.contains(lemma)
        return says ? subject(of: word.head, in: tree) : nil
    }

    /// True for "quoted … as saying".
    private func isSaying(below verb: Int, in tree: Sentence) -> Bool {
        tree.children(of: verb).contains { child in
            tree.tokens[child].relation.base == "advcl" && tree.tokens[child].lemma.lowercased() == "say"
        }
    }

    /// The subject of a verb, or that of the verb it is joined or subordinate to.
    private func subject(of verb: Int, in tree: Sentence) -> Int? {
        var at = verb
        for _ in 0..<3 {
            if let found = tree.child(of: at, "nsubj") { return found }
            guard ["conj", "xcomp", "advcl"].contains(tree.tokens[at].relation.base), tree.tokens[at].head >= 0 else {
                break
            }
            at = tree.tokens[at].head
        }
        return strayedSubject(of: verb, in: tree)
    }

    private func agent(of verb: Int, in tree: Sentence) -> Int? {
        tree.children(of: verb).first { child in
            tree.tokens[child].relation.rawValue == "obl:agent"
                || (tree.tokens[child].relation.base == "obl"
                    && tree.child(of: child, "case").map { tree.tokens[$0].form.lowercased() == "by" } == true)
        }
    }

    private func described(
        _ token: Int, hint: FoundAttribution.Hint, trigger: Int, in number: Int
    ) -> FoundAttribution? {
        SourceDescription(sentences: sentences, text: text, actors: actors)
            .describe(token, in: number, hint: hint, trigger: trigger)
    }
}
