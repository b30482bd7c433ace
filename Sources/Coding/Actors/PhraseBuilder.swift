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
        for (index, token) in sentence.tokens.enumerated() where cover[index] < 0 {
            guard token.upos == .noun || token.upos == .propn || token.upos == .adj || token.upos == .verb else {
                continue
            }
            guard let noun = nounClass(index) else { continue }
            if token.upos == .adj || token.upos == .verb {
                // "The wounded", "the military" act; "military gains", "rebel towns" are adjectives.
                if noun.role == .group || noun.role == .person || token.relation.base == "amod" { continue }
            }
            // "army" of "army spokesman" and "rebel" of "rebel fighters" belong to the phrase that ends later.
            if isInside(index, cover) { continue }
            let start = phraseStart(index, cover)
            let parts = parts(start..<index, cover)
            for used in parts.used { taken[used] = true }
            found += build(noun, head: index, start: start, parts: parts)
        }
        for (index, match) in matches.enumerated() where !taken[index] {
            if let mention = standalone(match) { found.append(mention) }
        }
        for (index, match) in matches.enumerated() where taken[index] && match.participle != nil {
            if let mention = standalone(match) { found.append(mention) }
        }
        return withComplements(withParentheses(found))
    }

    // MARK: - Common nouns

    func nounClass(_ index: Int) -> NounClass? {
        let token = sentence.tokens[index]
        // Abbreviated ranks and glued hyphens are left to the names.
        if index > 0, let last = token.form.last, last.isNumber { return nil }
        return lexicon.noun(token.lemma.lowercased()) ?? lexicon.noun(token.form.lowercased())
    }

    /// True where a later noun of the same phrase carries it.
    private func isInside(_ index: Int, _ cover: [Int]) -> Bool {
        var at = index + 1
        while at < sentence.tokens.count, at < index + 6 {
            let token = sentence.tokens[at]
            if WordPieces.isJoin(token.form), !token.spaceBefore {
                at += 1
                continue
            }
            // A name after the noun is an apposition: "rebel leader Name", "army general Name".
            guard
                token.upos == .noun || token.upos == .adj
                    || (token.upos == .verb && token.xpos == "VBN" && at == index + 2)
            else { return false }
            if cover[at] >= 0 { return false }
            if token.upos == .noun, nounClass(at) != nil { return hangs(index, on: at) }
            if token.upos == .noun, !hangs(index, on: at) { return false }
            at += 1
        }
        return false
    }

    private func hangs(_ index: Int, on head: Int) -> Bool {
        var at = sentence.tokens[index].head
        for _ in 0..<4 {
            if at == head { return true }
            guard at >= 0 else { return false }
            at = sentence.tokens[at].head
        }
        return false
    }

    private func phraseStart(_ head: Int, _ cover: [Int]) -> Int {
        var start = head
        while start > 0 {
            let index = start - 1
            let token = sentence.tokens[index]
            if cover[index] >= 0 {
                let match = matches[cover[index]]
                // A possessive name ends the phrase on its left; the name itself still tells the side.
                start = match.tokens.lowerBound
                continue
            }
            if WordPieces.isJoin(token.form), !token.spaceBefore || token.form == "-", token.form != "'" {
                start = index
                continue
            }
            if token.form == "'s" || token.form == "\u{2019}s", index > 0, cover[index - 1] >= 0 {
                start = index
                continue
            }
            if token.form.lowercased() == "and", index > 0, cover[index - 1] >= 0, start < sentence.tokens.count,
                cover[start] >= 0, sameSort(cover[index - 1], cover[start])
            {
                start = index
                continue
            }
            let isWord =
                token.upos == .adj || token.upos == .noun || token.upos == .propn
                || (token.upos == .verb && (token.xpos == "VBN" || token.xpos == "VBG"))
            guard isWord, hangs(index, on: head) || lexicon.sides[token.form.lowercased()] != nil,
                token.relation.base != "nsubj", token.relation.base != "obj" || hangs(index, on: head)
            else { break }
            start = index
        }
        while start < head,
            WordPieces.isJoin(sentence.tokens[start].form) || sentence.tokens[start].form.lowercased() == "and"
        {
            start += 1
        }
        return start
    }

    private func sameSort(_ a: Int, _ b: Int) -> Bool {
        guard let first = choice.best(matches[a].phrases), let second = choice.best(matches[b].phrases) else {
            return false
        }
        switch (first, second) {
        case (.country(_, .demonym), .country(_, .demonym)): return true
        default: return false
        }
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

    /// The actor of a country's arm under a text's name.
    static func actor(of country: Country, _ branch: StateBranch, kind: Actor.Kind, name: String) -> Actor {
        let own = "\(country.adjective) \(branch.noun)"
        var aliases = [own]
        if branch != .government { aliases.append("\(country.adjective) forces") }
        if !["SY", "YE", "LY", "SO"].contains(country.code) || branch == .government { aliases.append(country.name) }
        return Actor(
            name: name, id: country.id(branch), aliases: aliases.filter { $0 != name }, kind: kind,
            country: country.code)
    }

    /// The actor of an entry under a text's name.
    static func actor(of entry: ActorEntry, name: String) -> Actor {
        var aliases = [entry.name]
        aliases += entry.aliases.filter { ActorLexicon.isAcronym($0) }.prefix(2)
        aliases = aliases.filter { $0 != name }
        return Actor(
            name: name, id: entry.id, aliases: aliases.isEmpty ? nil : aliases, kind: entry.kind,
            country: entry.countries.count == 1 || entry.kind == .stateForce || entry.kind == .government
                ? entry.countries.first : nil,
            side: entry.side)
    }

    // MARK: - Names alone

    private func standalone(_ match: NameMatch) -> ActorMention? {
        guard let meaning = choice.best(match.phrases) else { return nil }
        let head = self.head(of: match.tokens)
        let name = sentence.text(of: match.tokens, in: text)
        var mention: ActorMention
        switch meaning {
        case .entry(let index):
            let entry = lexicon.entries[index]
            mention = ActorMention(
                sentence: number, tokens: match.tokens, head: head, actor: Self.actor(of: entry, name: name),
                entry: entry,
                certainty: 0.95)
            mention.isPerson = entry.kind == .person
        case .country(let index, let form):
            let country = lexicon.countries[index]
            if form == .people, match.participle == nil {
                let actor = Actor(name: name, kind: .civilians, country: country.code)
                mention = ActorMention(
                    sentence: number, tokens: match.tokens, head: head, actor: actor, certainty: 0.6, isGeneric: true)
                break
            }
            let isNoun = sentence.tokens[head].upos != .adj
            guard
                form != .demonym || match.participle != nil || (isNoun && sentence.tokens[head].relation.base == "conj")
            else { return nil }
            let branch: StateBranch = form == .ruler ? .military : .government
            let actor = Self.actor(
                of: country, branch, kind: branch == .military ? .stateForce : .government, name: name)
            mention = ActorMention(
                sentence: number, tokens: match.tokens, head: head, actor: actor, certainty: form == .name ? 0.7 : 0.6)
            mention.isPlaceName = form == .name || form == .metonym
        }
        if let participle = match.participle {
            mention.isModifier = true
            mention.isPlaceName = false
            let form = sentence.tokens[participle].form.lowercased()
            mention.modifierOf = form.split(separator: "-").last.map(String.init) ?? form
            mention.head = head
        }
        return mention
    }

    private func head(of tokens: Range<Int>) -> Int {
        for token in tokens.reversed()
        where !tokens.contains(sentence.tokens[token].head) && sentence.tokens[token].upos != .punct {
            return token
        }
        return tokens.upperBound - 1
    }
}
