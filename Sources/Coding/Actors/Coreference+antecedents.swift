import Language
import Record

/// What a noun or pronoun can go back to, and which of the parties named before it means.
extension Coreference {
    struct Want {
        var kinds: Set<Actor.Kind>
        var window: Int
        var certainty: Double
        var subjectOnly = false
        /// A possessive or pronoun may go back within its own sentence only to what stands before it.
        var persons = false
    }

    static let armed: Set<Actor.Kind> = [.rebel, .militia, .jihadist]

    func wanted(_ mention: ActorMention, _ word: String) -> Want? {
        if isPronoun(mention) {
            switch word {
            case "they", "them", "their", "it", "its":
                return Want(
                    kinds: Self.armed.union([.stateForce, .government, .coalition, .police, .un, .ngo, .civilians]),
                    window: 1, certainty: 0.5, subjectOnly: true)
            default:
                return Want(kinds: [.person], window: 2, certainty: 0.5, subjectOnly: true, persons: true)
            }
        }
        guard mention.isGeneric,
            let noun = noun(of: mention)
                ?? lexicon.noun(sentences[mention.sentence].tokens[mention.head].lemma.lowercased())
        else { return nil }
        let tree = sentences[mention.sentence]
        let determiner =
            mention.tokens.lowerBound > 0 ? tree.tokens[mention.tokens.lowerBound - 1].form.lowercased() : ""
        let definite = ["the", "these", "those", "this", "that"].contains(determiner)
        let possessive = ["its", "their"].contains(determiner)
        guard mention.tokens.count <= 3 else { return nil }
        if mention.actor.kind == .coalition, noun.role == .force {
            return Want(kinds: [.coalition], window: 12, certainty: 0.8)
        }
        switch (noun.role, noun.kind) {
        case (.group, .coalition) where isLed(mention):
            return Want(kinds: [.coalition], window: 12, certainty: 0.8)
        case (.group, .coalition) where definite:
            return Want(kinds: [.coalition, .rebel, .militia, .stateForce], window: 6, certainty: 0.75)
        case (.group, _) where definite && mention.actor.kind != .government:
            let kinds: Set<Actor.Kind> = mention.actor.kind == .unknown ? Self.armed : [mention.actor.kind]
            return Want(
                kinds: kinds.union(kinds.isDisjoint(with: Self.armed) ? [] : Self.armed), window: 6, certainty: 0.8)
        case (.member, _) where possessive:
            return Want(kinds: Self.armed.union([.stateForce]), window: 1, certainty: 0.7)
        case (.member, .jihadist):
            return Want(kinds: [.jihadist], window: definite ? 8 : 5, certainty: definite ? 0.85 : 0.7)
        case (.member, .rebel) where definite:
            // "The militants", "the rebels": jihadists are militants, not rebels.
            let kinds: Set<Actor.Kind> = ["rebels", "rebel", "opposition"].contains(word) ? [.rebel] : Self.armed
            return Want(kinds: kinds, window: 5, certainty: 0.7)
        case (.member, .militia) where definite: return Want(kinds: [.militia], window: 5, certainty: 0.7)
        case (.force, .stateForce) where possessive:
            // "Its forces": those of whoever was named, rebels too.
            return Want(
                kinds: Self.armed.union([.stateForce, .government, .coalition]), window: 1, certainty: 0.6)
        default: return nil
        }
    }

    /// "The US-led international coalition": who leads it is said, so it is no army named before.
    private func isLed(_ mention: ActorMention) -> Bool {
        let tokens = sentences[mention.sentence].tokens
        return tokens[max(0, mention.head - 5)..<mention.head].contains {
            $0.form.lowercased() == "led" || $0.form.hasSuffix("-led") || $0.form.lowercased() == "international"
        }
    }

    func antecedent(
        of index: Int, _ mentions: [ActorMention], want: Want, counts: [String: Int]
    ) -> Int? {
        let mention = mentions[index]
        let rivals = coarguments(of: index, mentions)
        let word = sentences[mention.sentence].tokens[mention.head].form.lowercased()
        let isMilitant = ["militants", "extremists", "terrorists"].contains(word)
        var best: (score: Double, index: Int)?
        var at = index - 1
        while at >= 0, mentions[at].sentence >= mention.sentence - want.window {
            defer { at -= 1 }
            let other = mentions[at]
            guard want.kinds.contains(other.actor.kind), !other.isPlaceName || other.sentence >= mention.sentence - 1
            else { continue }
            guard other.actor.id != nil || (isPronoun(mention) && !isPronoun(other)) else { continue }
            guard !want.persons || other.isPerson else { continue }
            if other.isPerson, !want.persons { continue }
            if other.tokens.overlaps(mention.tokens), other.sentence == mention.sentence { continue }
            if isPronoun(mention), isCraft(other) { continue }
            let relation = sentences[other.sentence].tokens[other.head].relation.base
            if let id = other.actor.id, rivals.contains(id) { continue }
            let isSubject = relation == "nsubj"
            var score = 4 - 0.8 * Double(mention.sentence - other.sentence)
            score += isSubject ? 1.2 : 0
            if want.subjectOnly, !isSubject { score -= 1.5 }
            score += min(1.5, 0.3 * Double(counts[other.actor.id ?? ""] ?? 0))
            if isMilitant, other.actor.kind == .jihadist { score += 1.6 }
            // Militias that fight beside a state are seldom called so.
            if isMilitant, other.actor.kind == .militia { score -= 0.8 }
            // "The extremist group": of the sort that it says.
            if !isPronoun(mention), mention.actor.kind != .unknown, mention.actor.kind == other.actor.kind {
                score += 1.2
            }
            if other.isModifier { score -= 0.8 }
            if other.isCoreferent { score -= 0.3 }
            if best == nil || score > best?.score ?? 0 { best = (score, at) }
        }
        guard let best, best.score > (want.subjectOnly ? 2.4 : 0) else { return nil }
        return best.index
    }

    /// "Army jets bombed the town. They lost it on Monday": not the jets.
    private func isCraft(_ mention: ActorMention) -> Bool {
        WordClasses.aircraft.contains(sentences[mention.sentence].tokens[mention.head].lemma.lowercased())
    }

    /// The parties that share a verb with a mention, and the subjects of the verbs above: nobody attacks himself, nor
    /// fights to take a town from himself.
    private func coarguments(of index: Int, _ mentions: [ActorMention]) -> Set<String> {
        let mention = mentions[index]
        let tree = sentences[mention.sentence]
        guard tree.tokens[mention.head].relation.base != "nmod" else { return [] }
        var verb = tree.tokens[mention.head].head
        guard verb >= 0 else { return [] }
        let isSubject = tree.tokens[mention.head].relation.base == "nsubj"
        var heads: Set<Int> = [verb]
        if !isSubject {
            for _ in 0..<4 {
                let token = tree.tokens[verb]
                guard ["xcomp", "advcl", "conj", "acl"].contains(token.relation.base), token.head >= 0,
                    tree.child(of: verb, "nsubj") == nil
                else { break }
                verb = token.head
                heads.insert(verb)
            }
        }
        var found: Set<String> = []
        var at = index - 1
        while at >= 0, mentions[at].sentence == mention.sentence {
            let other = mentions[at]
            if !other.isModifier, let id = other.actor.id {
                let above = tree.tokens[other.head].head
                if above == tree.tokens[mention.head].head
                    || heads.contains(above) && tree.tokens[other.head].relation.base == "nsubj"
                {
                    found.insert(id)
                }
            }
            at -= 1
        }
        return found
    }
}
