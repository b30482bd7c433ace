import Language
import Record

/// Finds who backs, fights beside, belongs to or opposes whom.
struct RelationCoder {
    struct Found {
        var relation: Relation
        var token: Int
        var span: Range<Int>
        var rule: String
    }

    /// All lemmas that a rule begins with.
    private static let lemmas = WordTable(Backing.lemmas.union(Alliances.lemmas), value: true)

    /// The relations of a sentence, in the order of their words.
    func find(in scene: Scene) -> [Found] {
        var found = Backing(scene: scene).adjectives()
        for at in scene.tokens.indices {
            let form = scene.tokens[at].form
            guard Self.lemmas[scene.tokens[at].lemma] != nil || form == "backs" || form == "supports" else { continue }
            found += Backing(scene: scene).relations(at: at)
            found += Alliances(scene: scene).relations(at: at)
        }
        found += RelationsByOrder(scene: scene).find(besides: found)
        return found
    }

    /// Each relation of a report once, where it is told first.
    static func once(_ drafts: [Draft]) -> [Draft] {
        var told: Set<[String]> = []
        return drafts.filter { draft in
            guard case .relation(let relation) = draft.content else { return true }
            let key =
                [relation.bond.rawValue] + [relation.actor, relation.target].map { $0.id ?? $0.name.lowercased() }
            return told.insert(key).inserted
        }
    }
}

/// What the rules of relations share: the parties of a sentence in their places.
protocol RelationRules {
    var scene: Scene { get }
}

extension RelationRules {
    var tree: Tree { scene.tree }

    /// A relation for every pair of an actor and a target that are not the same.
    func pairs(
        _ bond: Relation.Bond, _ actors: [ActorMention], _ targets: [ActorMention], _ token: Int, _ rule: String
    ) -> [RelationCoder.Found] {
        actors.flatMap { actor in
            targets.map { whole($0) }.filter { target in
                actor.actor.name != target.actor.name
                    && (actor.actor.id == nil || actor.actor.id != target.actor.id)
                    && !areOneState(actor.actor, target.actor)
            }.map { target in
                let low = min(actor.tokens.lowerBound, target.tokens.lowerBound, token)
                let high = max(actor.tokens.upperBound, target.tokens.upperBound, token + 1)
                return RelationCoder.Found(
                    relation: Relation(bond: bond, actor: actor.actor, target: target.actor), token: token,
                    span: low..<high, rule: rule)
            }
        }
    }

    /// "Army units backed by the air force": arms of one state stand by each other without saying.
    private func areOneState(_ a: Actor, _ b: Actor) -> Bool {
        let arms: Set<Actor.Kind> = [.stateForce, .government, .police]
        return a.country != nil && a.country == b.country && arms.contains(a.kind) && arms.contains(b.kind)
    }

    /// The parties that words head or that their modifiers name.
    func parties(_ heads: [Int]) -> [ActorMention] { heads.compactMap { scene.anyParty(at: $0) } }

    /// The parties in the phrases of a word with any of the prepositions.
    func parties(under token: Int, _ prepositions: String...) -> [ActorMention] {
        parties(prepositions.flatMap { tree.phrases(token, $0) }.flatMap { tree.spread($0) })
    }

    /// The parties that are the subject of a verb, or of its participle's clause.
    func subject(_ verb: Int) -> [ActorMention] { parties(tree.subject(verb)) }

    /// The party that a phrase without a name stands in apposition to ("the SDF, an alliance backed by …").
    func whole(_ mention: ActorMention) -> ActorMention {
        guard mention.actor.id == nil else { return mention }
        var at = mention.head
        // "The SDF, an alliance of militias backed by …": the militias are those of the alliance.
        while ["nmod", "conj"].contains(tree.relation(at)), scene.tokens[at].head >= 0, scene.tokens[at].head < at {
            at = scene.tokens[at].head
            if ["alliance", "coalition", "force", "group"].contains(lemma(at)) { break }
        }
        let token = scene.tokens[at]
        guard token.relation.base == "appos", token.head >= 0, let named = scene.party(at: token.head),
            named.actor.id != nil
        else { return mention }
        return named
    }

    func lemma(_ token: Int) -> String { tree.lemma(token).lowercased() }
}
