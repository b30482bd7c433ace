import Language
import Record

/// Says what a noun phrase is as a source: who, of what sort, and whether it has a side.
struct SourceDescription {
    let sentences: [Sentence]
    let text: String
    let actors: ActorMap

    private static let pronouns: Set<String> = ["he", "she", "it", "they", "who", "which", "that", "we", "i", "you"]
    private static let officials: Set<String> = [
        "official", "source", "authority", "spokesman", "spokeswoman", "spokesperson", "minister", "statement",
        "ministry", "officer",
    ]
    private static let witnesses: Set<String> = [
        "resident", "activist", "witness", "eyewitness", "medic", "doctor", "villager", "survivor", "relative", "local",
        "family", "refugee", "elder", "rescuer", "neighbour", "neighbor", "hospital", "nurse", "protester", "driver",
    ]
    private static let monitors: Set<String> = [
        "monitor", "observatory", "observer", "watchdog", "analyst", "expert", "researcher", "monitors", "group",
    ]
    private static let media: Set<String> = [
        "media", "television", "tv", "newspaper", "agency", "radio", "channel", "reporter", "correspondent",
        "journalist",
        "daily", "broadcaster", "press", "website", "outlet", "magazine",
    ]

    /// The source that a token heads; nil where the report speaks of itself or nobody is named.
    func describe(
        _ token: Int, in number: Int, hint: FoundAttribution.Hint, trigger: Int
    ) -> FoundAttribution? {
        let tree = sentences[number]
        let form = tree.tokens[token].form.lowercased()
        if tree.tokens[token].upos == .pron, Self.pronouns.contains(form) {
            return pronoun(token, in: number, hint: hint, trigger: trigger)
        }
        let mention = best(token, in: number)
        let name = self.name(of: token, mention: mention, in: number)
        let words = lemmas(around: token, in: tree)
        func found(_ kind: Attribution.Kind, _ party: Bool) -> FoundAttribution {
            FoundAttribution(
                attribution: Attribution(name: name, id: mention?.actor.id, kind: kind), isPartyOrInterested: party,
                hint: hint, trigger: trigger, actor: mention?.actor)
        }
        if let entry = mention?.entry {
            switch entry.kind {
            case .media:
                let party = entry.speaksFor != nil
                return found(party ? .party : .media, party)
            case .un: return found(.un, false)
            case .ngo: return found(entry.sourceKind ?? .ngo, false)
            case .person: return found(entry.sourceKind ?? .party, entry.speaksFor != nil)
            case .civilians, .unknown: return found(entry.sourceKind ?? .witness, false)
            default: return found(entry.sourceKind ?? .party, true)
            }
        }
        let lemma = tree.tokens[token].lemma.lowercased()
        if isOwned(token, in: number) { return found(.party, true) }
        if !words.isDisjoint(with: Self.media) {
            let ofState = words.contains("state") || words.contains("official") || words.contains("pro-government")
            return found(ofState ? .party : .media, ofState)
        }
        if Self.witnesses.contains(lemma)
            || (lemma == "source" && !words.isDisjoint(with: ["medical", "local", "tribal"]))
        {
            return found(.witness, false)
        }
        if words.contains("monitor") || words.contains("observatory") || words.contains("watchdog") {
            return found(.monitor, false)
        }
        if let actor = mention?.actor {
            switch actor.kind {
            case .un: return found(.un, false)
            case .ngo: return found(.ngo, false)
            case .media: return found(.media, false)
            case .civilians: return found(.witness, false)
            case .government, .stateForce, .police: return found(actor.kind == .government ? .official : .party, true)
            case .rebel, .jihadist, .militia, .coalition: return found(.party, true)
            case .person, .unknown: break
            }
        }
        if Self.officials.contains(lemma) {
            let neutral = !words.isDisjoint(with: ["health", "hospital", "medical", "humanitarian", "relief", "aid"])
            return found(neutral ? .witness : .official, !neutral)
        }
        if Self.monitors.contains(lemma) { return found(.monitor, false) }
        if tree.tokens[token].upos == .propn || mention != nil {
            let interested = isInterested(words) || commands(token, in: tree)
            return found(interested ? .official : .witness, interested)
        }
        return lemma == "report" || tree.tokens[token].upos != .noun ? nil : found(.witness, false)
    }

    /// True for those who govern or fight.
    private func isSide(_ kind: Actor.Kind) -> Bool {
        ![.un, .ngo, .media, .civilians, .person, .unknown].contains(kind)
    }

    private static let owning: Set<String> = [
        "run", "operate", "own", "control", "manage", "fund", "link", "affiliate",
    ]

    /// "An outlet run by the group", "a channel linked to the army": a party's own.
    private func isOwned(_ token: Int, in number: Int) -> Bool {
        let tree = sentences[number]
        return tree.children(of: token).contains { child in
            tree.tokens[child].relation.base == "acl" && Self.owning.contains(tree.tokens[child].lemma.lowercased())
                && tree.children(of: child).contains { owner in
                    guard tree.tokens[owner].relation.base == "obl",
                        let kind = actors.mention(at: owner, in: number)?.actor.kind
                    else { return false }
                    return isSide(kind)
                }
        }
    }

    /// "X, who commands the operation", "X, who speaks for the governor".
    private func commands(_ token: Int, in tree: Sentence) -> Bool {
        tree.children(of: token).contains { child in
            guard tree.tokens[child].relation.base == "acl" else { return false }
            let lemma = tree.tokens[child].lemma.lowercased()
            return ["command", "lead", "head"].contains(lemma)
                || lemma == "speak" && child + 1 < tree.tokens.count && tree.tokens[child + 1].form == "for"
        }
    }

    private func isInterested(_ words: Set<String>) -> Bool {
        !words.isDisjoint(with: [
            "minister", "spokesman", "spokeswoman", "spokesperson", "general", "colonel", "commander", "president",
            "governor", "officer", "official", "lieutenant", "brigadier", "captain", "envoy", "secretary", "chief",
            "leader",
            "ambassador", "premier", "gen.", "col.", "lt.", "maj.", "brig.", "capt.", "adm.", "admiral",
            "gen", "col", "lt", "maj", "brig", "capt", "major",
        ])
    }

    private func best(_ token: Int, in number: Int) -> ActorMention? {
        let tree = sentences[number]
        let own = actors.mention(at: token, in: number)
        if let own, own.actor.id != nil { return own }
        // "Name, a spokesman for the coalition", "the commander of the force": what hangs on the head tells the side.
        for child in tree.children(of: token)
        where ["appos", "nmod", "compound", "flat"].contains(tree.tokens[child].relation.base) {
            if let mention = actors.mention(at: child, in: number), mention.actor.id != nil, !mention.isPlaceName {
                return mention
            }
            for grandchild in tree.children(of: child) where tree.tokens[grandchild].relation.base == "nmod" {
                if let mention = actors.mention(at: grandchild, in: number), mention.actor.id != nil,
                    !mention.isPlaceName
                {
                    return mention
                }
            }
        }
        return own
    }

    private func pronoun(
        _ token: Int, in number: Int, hint: FoundAttribution.Hint, trigger: Int
    ) -> FoundAttribution? {
        let tree = sentences[number]
        let form = tree.tokens[token].form.lowercased()
        if ["who", "which", "that"].contains(form) {
            // A relative clause: its noun speaks.
            let verb = tree.tokens[token].head
            if verb >= 0, tree.tokens[verb].head >= 0, tree.tokens[verb].relation.base == "acl" {
                return describe(tree.tokens[verb].head, in: number, hint: hint, trigger: trigger)
            }
            return nil
        }
        if let mention = actors.mention(at: token, in: number), mention.isCoreferent, form != "he", form != "she" {
            let party = isSide(mention.actor.kind)
            return FoundAttribution(
                attribution: Attribution(
                    name: mention.actor.name, id: mention.actor.id,
                    kind: mention.entry?.sourceKind ?? (party ? .party : .witness)),
                isPartyOrInterested: party, hint: hint, trigger: trigger, actor: mention.actor)
        }
        // "It added", "he said": the last speaker of the sentences before.
        for before in stride(from: number - 1, through: max(0, number - 3), by: -1) {
            let earlier = sentences[before]
            for (index, word) in earlier.tokens.enumerated()
            where word.upos == .verb && SpeechVerbs.verbs[word.lemma.lowercased()] != nil {
                guard let subject = earlier.child(of: index, "nsubj"), earlier.tokens[subject].upos != .pron else {
                    continue
                }
                guard var found = describe(subject, in: before, hint: hint, trigger: index) else { continue }
                found.trigger = trigger
                return found
            }
        }
        return nil
    }

    /// The phrase's words but for clauses: "the defence ministry", "a spokesman for the coalition".
    private func name(of token: Int, mention: ActorMention?, in number: Int) -> String {
        let tree = sentences[number]
        var (low, high) = (token, token + 1)
        if let mention, mention.tokens.contains(token) {
            (low, high) = (mention.tokens.lowerBound, mention.tokens.upperBound)
        }
        for child in tree.children(of: token)
        where ["amod", "compound", "flat", "nmod:poss", "nummod"].contains(tree.tokens[child].relation.rawValue)
            || tree.tokens[child].relation.base == "flat"
        {
            let span = tree.span(of: child)
            (low, high) = (min(low, span.lowerBound), max(high, span.upperBound))
        }
        if high - low > 14 { (low, high) = (token, token + 1) }
        if low < high - 1, ["the", "a", "an"].contains(tree.tokens[low].form.lowercased()) { low += 1 }
        return tree.text(of: low..<high, in: text)
    }

    private func lemmas(around token: Int, in tree: Sentence) -> Set<String> {
        var found: Set<String> = [tree.tokens[token].lemma.lowercased()]
        for child in tree.children(of: token)
        where ["amod", "compound", "flat", "appos", "nmod", "nsubj"].contains(tree.tokens[child].relation.base) {
            found.insert(tree.tokens[child].lemma.lowercased())
            for deep in tree.children(of: child) where ["compound", "amod"].contains(tree.tokens[deep].relation.base) {
                found.insert(tree.tokens[deep].lemma.lowercased())
            }
        }
        return found
    }
}
