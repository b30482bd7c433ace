import Language
import Record

/// Whose "its forces", "our men", "they" are where the clause around them says it.
extension Coreference {
    /// "An Iraqi officer said they are pushing in": who serves speaks of his own side.
    func fellow(of index: Int, _ mentions: [ActorMention], _ word: String) -> Int? {
        guard word == "they" else { return nil }
        let mention = mentions[index]
        let tree = sentences[mention.sentence]
        let verb = tree.tokens[mention.head].head
        guard verb >= 0, tree.tokens[mention.head].relation.base == "nsubj", tree.tokens[verb].relation.base == "ccomp",
            tree.tokens[verb].head >= 0, let subject = tree.child(of: tree.tokens[verb].head, "nsubj"),
            Self.serving.contains(tree.tokens[subject].lemma.lowercased())
        else { return nil }
        return mentions.indices.first {
            mentions[$0].sentence == mention.sentence && mentions[$0].head == subject && mentions[$0].actor.id != nil
        }
    }

    /// "When it held the town, the group taxed it": a pronoun in a clause before the main one is that one's subject.
    func mainSubject(of index: Int, _ mentions: [ActorMention], _ word: String) -> Int? {
        guard ["they", "it"].contains(word) else { return nil }
        let mention = mentions[index]
        let tree = sentences[mention.sentence]
        let verb = tree.tokens[mention.head].head
        guard verb >= 0, tree.tokens[mention.head].relation.base == "nsubj", tree.tokens[verb].head >= 0,
            let subject = tree.child(of: tree.tokens[verb].head, "nsubj")
        else { return nil }
        switch tree.tokens[verb].relation.base {
        case "advcl": guard tree.tokens[verb].head > verb, subject > verb else { return nil }
        // "The coalition said it had bombed the bridge": who says so.
        case "ccomp":
            guard subject < mention.head, word == "it" || isForce(subject, mention.sentence, mentions) else {
                return nil
            }
        default: return nil
        }
        return party(at: subject, in: mention.sentence, mentions)
    }

    /// "The army holds X, from where it took Y", "X denies accusations that it arms Y": the subject of the sentence.
    func ofSentence(_ index: Int, _ mentions: [ActorMention], _ word: String) -> Int? {
        guard word == "it" || word == "they" else { return nil }
        let mention = mentions[index]
        let tree = sentences[mention.sentence]
        var at = tree.tokens[mention.head].head
        guard at >= 0, tree.tokens[mention.head].relation.base == "nsubj" else { return nil }
        var isInner = false
        for _ in 0..<6 {
            let above = tree.tokens[at].head
            guard above >= 0 else { return nil }
            let base = tree.tokens[at].relation.base
            isInner = isInner || base == "acl" || tree.tokens[at].relation.rawValue == "advcl:relcl"
            if isInner, let subject = tree.child(of: above, "nsubj"), subject < mention.head {
                return party(at: subject, in: mention.sentence, mentions)
            }
            at = above
        }
        return nil
    }

    /// What sort of party a mention's noun names; "its men" fight.
    func noun(of mention: ActorMention) -> NounClass? {
        let tokens = sentences[mention.sentence].tokens
        let word = tokens[mention.head].form.lowercased()
        let before = mention.tokens.lowerBound - 1
        if word == "men", before >= 0, ["its", "his", "our"].contains(tokens[before].form.lowercased()) {
            return lexicon.noun("fighters")
        }
        return lexicon.noun(word)
    }

    /// "Our forces have taken the town," said the spokesman of the army: those of whoever says so.
    func ofSpeaker(_ index: Int, _ mentions: [ActorMention], _ word: String) -> Int? {
        let mention = mentions[index]
        guard isForceOf(["our"], mention), let subject = sayer(over: mention) else { return nil }
        return named(in: subject, mention.sentence, mentions) { !Self.telling.contains($0.actor.kind) }
    }

    /// True for forces or people of whoever the word right before them means: "its jets", "our men", "whose fighters".
    private func isForceOf(_ owners: Set<String>, _ mention: ActorMention) -> Bool {
        let before = mention.tokens.lowerBound - 1
        guard mention.isGeneric, before >= 0,
            owners.contains(sentences[mention.sentence].tokens[before].form.lowercased()),
            let noun = noun(of: mention)
        else { return false }
        return noun.role == .force || noun.role == .member
    }

    /// The subject of the verb of which a mention's clause is what is said.
    private func sayer(over mention: ActorMention) -> Int? {
        let tree = sentences[mention.sentence]
        var verb = tree.tokens[mention.head].head
        while verb >= 0, tree.tokens[verb].relation.base != "ccomp" { verb = tree.tokens[verb].head }
        guard verb >= 0, tree.tokens[verb].head >= 0 else { return nil }
        return tree.child(of: tree.tokens[verb].head, "nsubj")
    }

    /// The first party that the words of a phrase name and that fits: "the army" of "a spokesman for the army".
    func named(
        in phrase: Int, _ sentence: Int, _ mentions: [ActorMention], where fits: (ActorMention) -> Bool
    ) -> Int? {
        let span = sentences[sentence].span(of: phrase)
        return mentions.indices.first {
            mentions[$0].sentence == sentence && span.contains(mentions[$0].head) && mentions[$0].actor.id != nil
                && !mentions[$0].isPerson && !mentions[$0].isPlaceName && fits(mentions[$0])
        }
    }

    /// "The army, whose planes had bombed the town": the army's.
    func ofRelative(_ index: Int, _ mentions: [ActorMention]) -> Int? {
        let mention = mentions[index]
        let tree = sentences[mention.sentence]
        let before = mention.tokens.lowerBound - 1
        guard before >= 1, isForceOf(["whose"], mention) else { return nil }
        let end = tree.tokens[before - 1].form == "," ? before - 1 : before
        return mentions.indices.last {
            mentions[$0].sentence == mention.sentence && mentions[$0].tokens.upperBound == end
                && mentions[$0].actor.id != nil && !mentions[$0].isModifier && !mentions[$0].isPlaceName
                && !Self.telling.contains(mentions[$0].actor.kind)
        }
    }

    /// The named party that a word heads, persons set aside, where `fits` holds.
    func party(
        at head: Int, in sentence: Int, _ mentions: [ActorMention], where fits: (ActorMention) -> Bool = { _ in true }
    ) -> Int? {
        mentions.indices.first {
            mentions[$0].sentence == sentence && mentions[$0].head == head && mentions[$0].actor.id != nil
                && !mentions[$0].isModifier && !mentions[$0].isPerson && fits(mentions[$0])
        }
    }

    /// "The ministry said that its forces had taken the town": those of whoever says so.
    func owner(of index: Int, _ mentions: [ActorMention]) -> Int? {
        let mention = mentions[index]
        guard isForceOf(["its", "their"], mention), let subject = sayer(over: mention),
            subject < mention.tokens.lowerBound - 1
        else { return nil }
        return party(at: subject, in: mention.sentence, mentions) { !Self.telling.contains($0.actor.kind) }
    }

    /// Those who tell of others' forces.
    private static let telling: Set<Actor.Kind> = [.media, .ngo, .un, .civilians]

    /// "Iraqi forces say they took the town": who fights speaks of himself.
    private func isForce(_ head: Int, _ sentence: Int, _ mentions: [ActorMention]) -> Bool {
        mentions.contains {
            $0.sentence == sentence && $0.head == head && !$0.isPerson && $0.actor.id != nil
                && Self.armed.union([.stateForce, .coalition]).contains($0.actor.kind)
        }
    }

    /// "The president said his forces had taken the town": those of the party for which he speaks.
    func ofPerson(_ index: Int, _ mentions: [ActorMention]) -> Actor? {
        let mention = mentions[index]
        guard let noun = nounOfHis(mention),
            let person = mentions[..<index].last(where: {
                ($0.entry?.speaksFor != nil || $0.isPerson && $0.actor.id != nil)
                    && $0.sentence >= mention.sentence - 1
            }),
            let party = person.entry?.speaksFor ?? person.actor.id
        else { return nil }
        return actor(of: party, noun.branch ?? .military, kind: .stateForce, name: mention.actor.name)
    }

    /// The party of a lexicon's id, or else the arm of the state whose code it begins with; called by its own name where
    /// none is given.
    func actor(of party: String, _ branch: StateBranch, kind: Actor.Kind, name: String? = nil) -> Actor? {
        if let entry = lexicon.entry(party) { return PhraseBuilder.actor(of: entry, name: name ?? entry.name) }
        return lexicon.country(String(party.prefix(2)).uppercased()).map {
            PhraseBuilder.actor(of: $0, branch, kind: kind, name: name ?? $0.name)
        }
    }

    /// "The Taliban spokesman said his group had overrun the town", "the head of X said his men": the party he speaks for.
    func ofSpokesman(_ index: Int, _ mentions: [ActorMention]) -> Int? {
        let mention = mentions[index]
        guard nounOfHis(mention) != nil, let subject = sayer(over: mention) else { return nil }
        let kinds = Self.armed.union([.stateForce, .government, .coalition])
        return named(in: subject, mention.sentence, mentions) { kinds.contains($0.actor.kind) }
    }

    /// What "his forces", "her men", "his group" are.
    private func nounOfHis(_ mention: ActorMention) -> NounClass? {
        let tokens = sentences[mention.sentence].tokens
        guard mention.isGeneric, mention.tokens.lowerBound > 0,
            ["his", "her"].contains(tokens[mention.tokens.lowerBound - 1].form.lowercased()),
            let noun = noun(of: mention) ?? lexicon.noun(tokens[mention.head].lemma.lowercased()),
            noun.role == .force || noun.role == .member || noun.role == .group
        else { return nil }
        return noun
    }

    private static let serving: Set<String> = [
        "officer", "commander", "soldier", "fighter", "general", "colonel", "captain", "major", "lieutenant",
        "brigadier", "sergeant", "militant", "rebel",
    ]
}
