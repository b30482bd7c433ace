import Language
import Record

/// Resolves what refers back: "the group", "the militants", "the army", "they", "its fighters".
///
/// Candidates are the named parties of the last sentences. Kind must fit the noun; nearer is better, subjects are
/// better than objects, and a party named often is better than one named once (after Lappin and Leass, "An Algorithm
/// for Pronominal Anaphora Resolution", 1994, reduced to the factors that hold for parties).
struct Coreference {
    let lexicon: ActorLexicon
    let sentences: [Sentence]
    let text: String
    let choice: EntryChoice

    /// Resolves the generic mentions in place and adds mentions for pronouns.
    func resolve(_ mentions: inout [ActorMention]) {
        mentions += pronouns()
        mentions.sort {
            ($0.sentence, $0.tokens.lowerBound, $0.tokens.upperBound) < (
                $1.sentence, $1.tokens.lowerBound, $1.tokens.upperBound
            )
        }
        giveOwners(&mentions)
        var counts: [String: Int] = [:]
        for index in mentions.indices {
            let mention = mentions[index]
            if let id = mention.actor.id, !mention.isPlaceName {
                counts[id, default: 0] += 1
                continue
            }
            if mention.isPlaceName || mention.isModifier { continue }
            let word = sentences[mention.sentence].tokens[mention.head].form.lowercased()
            if Self.firstPerson.contains(word), isPronoun(mention) { continue }
            if let speaker = fellow(of: index, mentions, word) {
                adopt(&mentions[index], mentions[speaker], index: speaker, certainty: 0.6)
                continue
            }
            if let speaker = ofSpeaker(index, mentions, word) {
                adopt(&mentions[index], mentions[speaker], index: speaker, certainty: 0.6)
                continue
            }
            if let owner = ofRelative(index, mentions) ?? mainSubject(of: index, mentions, word)
                ?? owner(of: index, mentions)
                ?? ofSentence(index, mentions, word)
            {
                adopt(&mentions[index], mentions[owner], index: owner, certainty: 0.6)
                continue
            }
            if let party = ofSpokesman(index, mentions) {
                adopt(&mentions[index], mentions[party], index: party, certainty: 0.6)
                continue
            }
            if let own = ofPerson(index, mentions) {
                mentions[index].actor = own
                (mentions[index].isCoreferent, mentions[index].isGeneric, mentions[index].certainty) = (
                    true, false, 0.6
                )
                continue
            }
            if let named = BackedForces(sentences: sentences, mentions: mentions).named(index) {
                adopt(&mentions[index], mentions[named], index: named, certainty: 0.75)
                continue
            }
            if let want = wanted(mention, word) {
                if let found = antecedent(of: index, mentions, want: want, counts: counts) {
                    adopt(&mentions[index], mentions[found], index: found, certainty: want.certainty)
                    continue
                }
            }
            if mention.isGeneric, mention.actor.kind == .coalition, isOfStates(mention) {
                giveCoalition(&mentions[index])
            }
            if mention.isGeneric, mention.actor.country == nil {
                let here = countryOfClause(mention, mentions)
                giveState(&mentions[index], here ?? choice.country)
            }
        }
        giveOwners(&mentions)
        giveSpeakers(&mentions)
        mentions.removeAll { $0.isGeneric && $0.actor.kind == .unknown && isPronoun($0) && !$0.isCoreferent }
    }

    /// "Warplanes of the coalition": the coalition's, once it is known which.
    private func giveOwners(_ mentions: inout [ActorMention]) {
        for index in mentions.indices where mentions[index].isGeneric && mentions[index].actor.id == nil {
            let mention = mentions[index]
            let tree = sentences[mention.sentence]
            guard !mention.isModifier, lexicon.noun(tree.tokens[mention.head].form.lowercased())?.role == .force,
                let inner = tree.children(of: mention.head).first(where: { child in
                    tree.tokens[child].relation.base == "nmod" && child > mention.head
                        && tree.child(of: child, "case").map { tree.tokens[$0].form.lowercased() == "of" } == true
                }),
                let owner = mentions.indices.first(where: {
                    mentions[$0].sentence == mention.sentence && mentions[$0].head == inner
                        && mentions[$0].actor.id != nil && !mentions[$0].isPlaceName && !mentions[$0].isPerson
                })
            else { continue }
            adopt(&mentions[index], mentions[owner], index: owner, certainty: 0.6)
        }
    }

    private func adopt(_ mention: inout ActorMention, _ source: ActorMention, index: Int, certainty: Double) {
        let name = mention.actor.name
        let pronoun = isPronoun(mention)
        let noun = lexicon.noun(sentences[mention.sentence].tokens[mention.head].form.lowercased())
        if !pronoun, source.entry == nil, let code = source.actor.country, let country = lexicon.country(code),
            let noun, noun.kind == .stateForce, let branch = noun.branch
        {
            // "Its jets" are not the government but its air force.
            mention.actor = PhraseBuilder.actor(of: country, branch, kind: noun.kind, name: name)
            (mention.isCoreferent, mention.antecedent) = (true, source.antecedent ?? index)
            mention.certainty = min(certainty, source.certainty)
            return
        }
        mention.actor = source.actor
        if !pronoun {
            // "Its forces" say nothing by themselves: they are called as their owner.
            let before = mention.tokens.lowerBound - 1
            let isOwned =
                before >= 0
                && ["its", "their"].contains(
                    sentences[mention.sentence].tokens[before].form.lowercased())
                && mention.tokens.count == 1
            let called = isOwned ? source.actor.name : name
            mention.actor.aliases = ([source.actor.name] + (source.actor.aliases ?? []) + [name]).filter {
                $0 != called
            }
            mention.actor.name = called
        }
        mention.entry = source.entry
        mention.isCoreferent = true
        mention.antecedent = source.antecedent ?? index
        mention.certainty = min(certainty, source.certainty)
    }

    /// False for "a rebel alliance", "its allies": no coalition of states.
    private func isOfStates(_ mention: ActorMention) -> Bool {
        let tokens = sentences[mention.sentence].tokens
        return tokens[mention.tokens].contains { $0.lemma.lowercased() == "coalition" }
            && !tokens[mention.tokens].contains { lexicon.sides[$0.form.lowercased()]?.kind == .rebel }
    }

    /// "Coalition jets" without a name: the coalition that fights in the country the report is about.
    private func giveCoalition(_ mention: inout ActorMention) {
        guard let code = choice.country else { return }
        let fitting = lexicon.coalitions.first { entry in
            entry.countries.contains(code) && (choice.year.map { entry.exists(in: $0) } ?? true)
        }
        guard let fitting else { return }
        mention.actor = PhraseBuilder.actor(of: fitting, name: mention.actor.name)
        (mention.entry, mention.certainty) = (fitting, 0.65)
    }

    /// "Government forces", "the army" without a country are those of the state that the report is about.
    private func giveState(_ mention: inout ActorMention, _ code: String?) {
        guard let code, let country = lexicon.country(code) else { return }
        let branch: StateBranch
        switch mention.actor.kind {
        case .stateForce: branch = .military
        case .police: branch = .police
        case .government: branch = .government
        default: return
        }
        let noun = lexicon.noun(sentences[mention.sentence].tokens[mention.head].form.lowercased())
        // "The air force": the word before the noun says which arm.
        let words = sentences[mention.sentence].tokens[mention.tokens].lazy.map { $0.form.lowercased() }
        let side = words.compactMap { lexicon.sides[$0]?.branch }.first { $0 == .airForce || $0 == .navy }
        let arm = side ?? noun?.branch ?? branch
        mention.actor = PhraseBuilder.actor(
            of: country, mention.actor.kind == .stateForce && arm != .government ? arm : branch,
            kind: mention.actor.kind, name: mention.actor.name)
    }

    /// "In Iraq, troops raised their flag": the country in which a clause says that it happens.
    private func countryOfClause(_ mention: ActorMention, _ mentions: [ActorMention]) -> String? {
        let tree = sentences[mention.sentence]
        let verb = tree.tokens[mention.head].head
        guard verb >= 0, tree.tokens[mention.head].relation.base == "nsubj" else { return nil }
        return mentions.first { other in
            other.sentence == mention.sentence && other.isPlaceName && other.actor.country != nil
                && tree.tokens[other.head].head == verb
                && tree.children(of: other.head).contains {
                    tree.tokens[$0].relation.base == "case" && tree.tokens[$0].form.lowercased() == "in"
                }
        }?.actor.country
    }

    // MARK: - Pronouns

    private static let words = firstPerson.union(["they", "them", "their", "it", "its", "he", "she", "his"])

    func isPronoun(_ mention: ActorMention) -> Bool {
        mention.tokens.count == 1 && sentences[mention.sentence].tokens[mention.head].form != "US"
            && Self.words.contains(sentences[mention.sentence].tokens[mention.head].form.lowercased())
    }

    private func pronouns() -> [ActorMention] {
        var found: [ActorMention] = []
        for (number, sentence) in sentences.enumerated() {
            for index in sentence.tokens.indices where sentence.tokens[index].upos == .pron {
                let token = sentence.tokens[index]
                guard token.form.utf8.count <= 5, Self.words.contains(token.form.lowercased()) else { continue }
                // "US-backed" is no "us".
                guard token.relation.base != "expl", token.form != "US" else { continue }
                let kind: Actor.Kind = .unknown
                found.append(
                    ActorMention(
                        sentence: number, tokens: index..<(index + 1), head: index,
                        actor: Actor(name: token.form, kind: kind), certainty: 0.3, isGeneric: true))
            }
        }
        return found
    }
}
