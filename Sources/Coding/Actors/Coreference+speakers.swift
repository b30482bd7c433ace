import Language
import Record

/// Who "we", "our" and "ours" are: those for whom the speaker speaks.
extension Coreference {
    static let firstPerson: Set<String> = ["we", "us", "our", "ours"]

    /// "We have taken the town," said a commander of the group: the group. Only within one sentence, once all else is known.
    func giveSpeakers(_ mentions: inout [ActorMention]) {
        for index in mentions.indices where isPronoun(mentions[index]) {
            let mention = mentions[index]
            let tree = sentences[mention.sentence]
            guard tree.tokens[mention.head].upos == .pron,
                Self.firstPerson.contains(tree.tokens[mention.head].form.lowercased()),
                let subject = speaker(over: mention.head, tree), subject != mention.head,
                let party = spokenFor(subject, mention.sentence, mentions)
            else { continue }
            mentions[index].actor = party
            (mentions[index].isCoreferent, mentions[index].certainty) = (true, 0.6)
        }
    }

    /// The subject of the verb of speech that a word's clause hangs on.
    private func speaker(over token: Int, _ tree: Sentence) -> Int? {
        var at = token
        while at >= 0 {
            let above = tree.tokens[at].head
            if above >= 0, ["ccomp", "parataxis"].contains(tree.tokens[at].relation.base),
                SpeechVerbs.verbs[tree.tokens[above].lemma.lowercased()] != nil,
                let subject = tree.child(of: above, "nsubj")
            {
                return subject
            }
            // "…, the group said": the words of speech hung below those spoken.
            for child in tree.children(of: at)
            where tree.tokens[child].relation.base == "parataxis"
                && SpeechVerbs.verbs[tree.tokens[child].lemma.lowercased()] != nil
            {
                if let subject = tree.child(of: child, "nsubj") { return subject }
            }
            at = above
        }
        return nil
    }

    /// The party in the words of a subject: "the group", "a spokesman for the army", a person who speaks for one.
    private func spokenFor(_ subject: Int, _ sentence: Int, _ mentions: [ActorMention]) -> Actor? {
        let parties = Self.armed.union([.stateForce, .government, .coalition, .police])
        if let party = named(in: subject, sentence, mentions, where: { parties.contains($0.actor.kind) }) {
            return mentions[party].actor
        }
        let span = sentences[sentence].span(of: subject)
        let person = mentions.first {
            $0.sentence == sentence && span.contains($0.head) && $0.actor.id != nil && !$0.isPlaceName
                && $0.entry?.speaksFor != nil
        }
        return (person?.entry?.speaksFor).flatMap { actor(of: $0, .government, kind: .government) }
    }
}
