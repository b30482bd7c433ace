import Language
import Record

/// Parties of names alone, and the actors that entries and states make.
extension PhraseBuilder {
    /// The actor of a country's arm under a text's name.
    static func actor(of country: Country, _ branch: StateBranch, kind: Actor.Kind, name: String) -> Actor {
        let own = "\(country.adjective) \(branch.noun)"
        var aliases = [own]
        if branch != .government { aliases.append("\(country.adjective) forces") }
        if !["SY", "YE", "LY", "SO"].contains(country.code) || branch == .government {
            aliases.append(country.name)
        } else {
            // Several claim to be the state: its forces are known by it, and are not it.
            aliases.append("\(branch == .police ? "police" : "military") of \(country.name)")
        }
        return Actor(
            name: name, id: country.id(branch), aliases: aliases.filter { $0 != name }, kind: kind,
            country: country.code)
    }

    /// The actor of an entry under a text's name.
    static func actor(of entry: ActorEntry, name: String) -> Actor {
        var aliases = [entry.name]
        aliases += entry.aliases.filter { ActorLexicon.isAcronym($0) }.prefix(2)
        // Who is listed by letters is known by the name that they stand for, too.
        if ActorLexicon.isAcronym(entry.name), let long = entry.aliases.first(where: { $0.contains(" ") }) {
            aliases.append(long)
        }
        aliases += entry.arm.map { [$0] } ?? []
        aliases = aliases.filter { $0 != name }
        return Actor(
            name: name, id: entry.id, aliases: aliases.isEmpty ? nil : aliases, kind: entry.kind,
            country: entry.countries.count == 1 || entry.kind == .stateForce || entry.kind == .government
                ? entry.countries.first : nil,
            side: entry.side)
    }

    /// The party of a name that no common noun carries; nil for an adjective that names none by itself.
    func standalone(_ match: NameMatch) -> ActorMention? {
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
            // "Hadi al-Amiri": a man of another name.
            if form == .ruler, goesOn(match.tokens.upperBound) { return nil }
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

    /// True where a name goes on at a token: "al-Amiri", "bin Salman".
    private func goesOn(_ at: Int) -> Bool {
        guard at + 1 < sentence.tokens.count,
            ["al", "el", "bin", "ibn"].contains(sentence.tokens[at].form.lowercased())
        else { return false }
        return sentence.tokens[at + 1].form == "-" || sentence.tokens[at + 1].form.beginsUpper
    }

    private func head(of tokens: Range<Int>) -> Int {
        for token in tokens.reversed()
        where !tokens.contains(sentence.tokens[token].head) && sentence.tokens[token].upos != .punct {
            return token
        }
        return tokens.upperBound - 1
    }
}
