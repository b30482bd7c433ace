import Language
import Record

/// Makes the parties' noun phrases of one sentence from name matches and common nouns.
struct PhraseBuilder {
    let lexicon: ActorLexicon
    let sentence: Sentence
    let number: Int
    let text: String
    let choice: EntryChoice
    let matches: [NameMatch]

    /// What a stretch of a phrase says of the party.
    private struct Parts {
        var entries: [(entry: ActorEntry, match: Int)] = []
        var countries: [(country: Country, match: Int)] = []
        var side: SideClass?
        /// Sides that name the kind of branch ("air", "police").
        var branch: StateBranch?
        var used: [Int] = []
        /// A people or creed is named: "Kurdish forces" are not the state's.
        var ofCommunity = false
        /// Matches in compound adjectives.
        var modifiers: [Int] = []
    }

    /// The mentions, in no order.
    func mentions() -> [ActorMention] {
        var found: [ActorMention] = []
        var taken = [Bool](repeating: false, count: matches.count)
        var cover = [Int](repeating: -1, count: sentence.tokens.count)
        for (index, match) in matches.enumerated() { for token in match.tokens { cover[token] = index } }
        let bodies = namedBodies(cover)
        found += bodies
        for (index, token) in sentence.tokens.enumerated() where cover[index] < 0 {
            if bodies.contains(where: { $0.tokens.contains(index) }) { continue }
            guard token.upos == .noun || token.upos == .propn || token.upos == .adj || token.upos == .verb else {
                continue
            }
            guard let noun = nounClass(index) else { continue }
            if token.upos == .adj || token.upos == .verb {
                // "The wounded", "the military" act; "military gains", "rebel towns" are adjectives.
                if noun.role == .group || noun.role == .person || token.relation.base == "amod" { continue }
            }
            // "The group's affiliate Y" is Y.
            if noun.id == Self.affiliate, index + 1 < cover.count, cover[index + 1] >= 0 { continue }
            // "army" of "army spokesman" and "rebel" of "rebel fighters" belong to the phrase that ends later.
            if isInside(index, cover) { continue }
            let start = phraseStart(index, cover)
            let parts = parts(start..<index, cover)
            for used in parts.used { taken[used] = true }
            found += build(noun, head: index, start: start, parts: parts)
        }
        for (index, match) in matches.enumerated() where !taken[index] {
            if bodies.contains(where: { $0.tokens.overlaps(match.tokens) }) { continue }
            if let mention = standalone(match) { found.append(mention) }
        }
        for (index, match) in matches.enumerated() where taken[index] && match.participle != nil {
            if let mention = standalone(match) { found.append(mention) }
        }
        return withComplements(withParentheses(found))
    }

    private static let affiliate = "affiliate"

    func nounClass(_ index: Int) -> NounClass? {
        let token = sentence.tokens[index]
        // "Its men", "his men": those who fight for it.
        if token.form == "men", index > 0, ["its", "his", "our"].contains(sentence.tokens[index - 1].form.lowercased())
        {
            return lexicon.noun("fighters")
        }
        // Abbreviated ranks and glued hyphens are left to the names.
        if index > 0, token.form.endsInNumber { return nil }
        // A "suicide bomber" flies nothing.
        if token.lemma.utf8.count == 6, token.lemma.lowercased() == "bomber", index > 0,
            ["suicide", "car", "bicycle"].contains(sentence.tokens[index - 1].form.lowercased())
                || sentence.tokens[index - 1].form == "-"
        {
            return nil
        }
        if token.form == "Division" || token.form == "Corps", index > 0, ofState(index - 1) {
            return lexicon.noun("brigade")
        }
        if let noun = lexicon.noun(anyCase: token.lemma) { return noun }
        return token.form == token.lemma ? nil : lexicon.noun(anyCase: token.form)
    }

    private func parts(_ tokens: Range<Int>, _ cover: [Int]) -> Parts {
        var parts = Parts()
        var index = tokens.lowerBound
        while index < tokens.upperBound {
            if cover[index] >= 0 {
                let number = cover[index]
                let match = matches[number]
                if match.participle != nil {
                    parts.modifiers.append(number)
                    parts.used.append(number)
                } else if let meaning = choice.best(match.phrases) {
                    parts.used.append(number)
                    switch meaning {
                    case .entry(let entry): parts.entries.append((lexicon.entries[entry], number))
                    case .country(let country, _): parts.countries.append((lexicon.countries[country], number))
                    }
                }
                index = max(index + 1, match.tokens.upperBound)
                continue
            }
            let word = sentence.tokens[index].form.lowercased()
            let isHyphened = index + 1 < sentence.tokens.count && sentence.tokens[index + 1].form == "-"
            if let side = lexicon.sides[word], !isHyphened || side.kind == nil || word == "pro" {
                if side.id == "side_community" { parts.ofCommunity = true }
                if side.kind != nil || side.branch != nil { parts.side = parts.side ?? side }
                if let branch = side.branch { parts.branch = branch }
            } else if let noun = lexicon.noun(sentence.tokens[index].lemma.lowercased()), !isHyphened,
                noun.role != .people
            {
                if let branch = noun.branch { parts.branch = branch }
                if parts.side == nil { parts.side = SideClass(id: noun.id, kind: noun.kind, branch: noun.branch) }
            }
            index += 1
        }
        return parts
    }

    private func build(_ noun: NounClass, head: Int, start: Int, parts: Parts) -> [ActorMention] {
        // Without side, country or name a "force", "leader" or "group" still stands for what it goes back to.
        let tokens = start..<(head + 1)
        let name = sentence.text(of: tokens, in: text)
        func mention(_ actor: Actor, _ entry: ActorEntry?, certainty: Double, generic: Bool) -> ActorMention {
            var mention = ActorMention(
                sentence: number, tokens: tokens, head: head, actor: actor, entry: entry, certainty: certainty,
                isGeneric: generic)
            mention.isPerson = noun.role == .person
            return mention
        }
        if let (entry, _) = parts.entries.last {
            var all = parts.entries.count > 1 ? parts.entries.map(\.entry) : [entry]
            if noun.role == .person { all = [entry] }
            if noun.id == Self.affiliate {
                // "An affiliate of the group" is another party.
                return [mention(Actor(name: name, kind: entry.kind), nil, certainty: 0.6, generic: false)]
            }
            // "The marshal's forces": those of the side that he leads.
            if entry.kind == .person, noun.role == .force || noun.role == .member,
                let side = entry.speaksFor.flatMap({ lexicon.entry($0) })
            {
                all = [side]
            }
            return all.map { mention(Self.actor(of: $0, name: name), $0, certainty: 0.95, generic: false) }
        }
        if noun.role == .people {
            return [
                mention(
                    Actor(name: name, kind: noun.kind, country: parts.countries.first?.country.code), nil,
                    certainty: 0.9, generic: true)
            ]
        }
        let sideKind = parts.side?.kind
        if sideKind == .coalition, noun.role != .member, parts.countries.isEmpty {
            return [mention(Actor(name: name, kind: .coalition), nil, certainty: 0.7, generic: true)]
        }
        if noun.kind == .coalition {
            // "The international military coalition": whose it is, the report says elsewhere.
            return [mention(Actor(name: name, kind: .coalition), nil, certainty: 0.7, generic: true)]
        }
        let isState = noun.kind == .stateForce || noun.kind == .government || noun.kind == .police
        let ofOtherSide = sideKind.map { $0 != .stateForce && $0 != .government && $0 != .police } ?? false
        if ofOtherSide || (!isState && noun.role != .person && noun.role != .group && sideKind == nil) {
            var kind = sideKind ?? noun.kind
            if kind == .unknown { kind = noun.kind }
            let actor = Actor(name: name, kind: kind, country: parts.countries.first?.country.code)
            return [mention(actor, nil, certainty: 0.8, generic: true)]
        }
        guard isState || sideKind != nil || (noun.role == .person && !parts.countries.isEmpty) else {
            let actor = Actor(name: name, kind: sideKind ?? noun.kind, country: parts.countries.first?.country.code)
            return [mention(actor, nil, certainty: 0.6, generic: true)]
        }
        let branch = branch(of: noun, parts)
        if !parts.modifiers.isEmpty, parts.countries.isEmpty, parts.side?.branch == nil {
            // "US-backed forces": someone's, but not the state's.
            return [mention(Actor(name: name, kind: .unknown), nil, certainty: 0.7, generic: true)]
        }
        if parts.countries.isEmpty, parts.ofCommunity,
            parts.side?.branch == nil || parts.side?.id == "side_government_forces",
            noun.kind == .stateForce
        {
            return [mention(Actor(name: name, kind: .militia), nil, certainty: 0.75, generic: true)]
        }
        if parts.countries.isEmpty, noun.id == "forces", parts.side == nil, start == head {
            // "The force", "two units": anybody's.
            return [mention(Actor(name: name, kind: .unknown), nil, certainty: 0.4, generic: true)]
        }
        if parts.countries.isEmpty {
            return [mention(state(nil, branch, name: name, noun: noun), nil, certainty: 0.75, generic: true)]
        }
        return parts.countries.map { country, match in
            let spelled =
                parts.countries.count == 1
                ? name
                : sentence.text(of: matches[match].tokens, in: text) + " " + sentence.tokens[head].form
            return mention(state(country, branch, name: spelled, noun: noun), nil, certainty: 0.9, generic: false)
        }
    }

    /// The arm that acts: the noun's own, but for "forces", "guards" and persons, whose modifiers say it.
    private func branch(of noun: NounClass, _ parts: Parts) -> StateBranch {
        if noun.role == .person { return parts.branch ?? noun.branch ?? .government }
        if noun.id == "forces" || noun.id == "guards" {
            guard let branch = parts.branch, branch != .government else { return .military }
            return branch
        }
        return noun.branch ?? parts.branch ?? (noun.role == .member ? .military : .government)
    }

    /// A state's arm; without a country the report's own state, in ``Coreference``.
    private func state(_ country: Country?, _ branch: StateBranch, name: String, noun: NounClass) -> Actor {
        let kind: Actor.Kind = branch == .government ? .government : branch == .police ? .police : .stateForce
        guard let country else { return Actor(name: name, kind: kind) }
        return Self.actor(of: country, branch, kind: kind, name: name)
    }
}
