import Language
import Record

/// Resolves "US-backed forces", "the Iran-aligned fighters": forces that are named only by who backs them are the party
/// that the report elsewhere says has the same backer.
struct BackedForces {
    let sentences: [Sentence]
    let mentions: [ActorMention]

    private static let bonds: Set<String> = ["backed", "supported", "allied", "aligned", "sponsored", "trained", "led"]
    private static let kinds: Set<Actor.Kind> = [.rebel, .militia, .jihadist, .coalition, .stateForce, .unknown]

    /// The index of the named party that a phrase without a name stands for; earlier ones first.
    func named(_ index: Int) -> Int? {
        let mention = mentions[index]
        guard mention.isGeneric, !mention.isPerson, mention.actor.id == nil, mention.actor.kind != .civilians,
            Self.kinds.contains(mention.actor.kind)
        else { return nil }
        let wanted = backers(of: mention, generic: true)
        guard !wanted.isEmpty else { return nil }
        let fitting = mentions.indices.filter { other in
            let named = mentions[other]
            return named.actor.id != nil && !named.isModifier && !named.isPlaceName && !named.isPerson
                && !named.isCoreferent && [.rebel, .militia, .jihadist, .coalition].contains(named.actor.kind)
                && !wanted.isDisjoint(with: backers(of: named, generic: false))
        }
        let ids = Set(fitting.compactMap { mentions[$0].actor.id })
        guard ids.count == 1 || fitting.contains(where: { $0 < index }) else { return nil }
        return fitting.last { $0 < index } ?? fitting.first
    }

    /// Codes of the states that a mention's own words say are behind it ("US-backed", "supported by Iran").
    private func backers(of mention: ActorMention, generic: Bool) -> Set<String> {
        let tree = sentences[mention.sentence]
        let before = max(0, mention.tokens.lowerBound - 3)..<mention.tokens.upperBound
        var found: Set<String> = []
        for index in first(of: mention.sentence)..<mentions.count {
            guard mentions[index].sentence == mention.sentence else { break }
            guard let code = mentions[index].actor.country ?? mentions[index].entry?.countries.first else { continue }
            let other = mentions[index]
            if other.isModifier, let bond = other.modifierOf, Self.bonds.contains(bond) {
                // Inside the phrase, or right before a name that stands alone.
                if before.contains(other.tokens.lowerBound), before.contains(other.head) || !generic {
                    found.insert(code)
                }
                continue
            }
            guard !generic, let verb = bondVerb(under: mention.head, tree), other.head != mention.head else { continue }
            var at = tree.tokens[other.head].head
            for _ in 0..<4 where at >= 0 && at != verb { at = tree.tokens[at].head }
            if at == verb { found.insert(code) }
        }
        return found
    }

    /// Index of the first mention of a sentence; they stand in text order.
    private func first(of sentence: Int) -> Int {
        var (low, high) = (0, mentions.count)
        while low < high {
            let middle = (low + high) / 2
            if mentions[middle].sentence < sentence { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// "X, an alliance supported by …": the participle that hangs on a party or on its apposition.
    private func bondVerb(under head: Int, _ tree: Sentence) -> Int? {
        for child in tree.children(of: head) {
            let token = tree.tokens[child]
            if token.relation.base == "acl", Self.bonds.contains(token.form.lowercased()) || token.lemma == "back" {
                return child
            }
            if token.relation.base == "appos", let inner = bondVerb(under: child, tree) { return inner }
        }
        return nil
    }
}
