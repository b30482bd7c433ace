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

    private static func set(_ words: String) -> Set<String> { Set(words.split(separator: " ").map(String.init)) }
    private static let backing = set(
        "back support arm sponsor aid assist train equip fund finance bolster bankroll help")
    private static let backedBy = set("backed supported sponsored armed trained funded equipped financed")
    private static let alliedWith = set("allied aligned affiliated linked")
    private static let plainBacking = set("back support arm sponsor")
    private static let helping = set("backing support help")
    private static let allying = set("ally align")
    private static let beside = set("alongside beside")
    private static let fighting = set("fight battle operate serve advance deploy")
    private static let patrons = set("ally backer patron")
    private static let parts = set("part member")
    private static let including = set("include comprise")
    private static let alliances = set("alliance coalition")
    /// All lemmas that a rule below begins with.
    private static let lemmas = WordTable(
        [backing, helping, allying, beside, patrons, parts, including, alliances].reduce(Set()) { $0.union($1) },
        value: true)

    func find(in scene: Scene) -> [Found] {
        var found: [Found] = []
        func add(
            _ bond: Relation.Bond, _ supporters: [ActorMention], _ supported: [ActorMention], _ token: Int,
            _ rule: String
        ) {
            for actor in supporters {
                for target in supported.map({ whole($0, scene) })
                where actor.actor.name != target.actor.name
                    && (actor.actor.id == nil || actor.actor.id != target.actor.id)
                {
                    let low = min(actor.tokens.lowerBound, target.tokens.lowerBound, token)
                    let high = max(actor.tokens.upperBound, target.tokens.upperBound, token + 1)
                    found.append(
                        Found(
                            relation: Relation(bond: bond, actor: actor.actor, target: target.actor), token: token,
                            span: low..<high, rule: rule))
                }
            }
        }
        // "Russian-backed forces", "US-led coalition"
        for mention in scene.actors.mentions(in: scene.index) where mention.isModifier {
            guard let word = mention.modifierOf else { continue }
            let bond: Relation.Bond
            if Self.backedBy.contains(word) {
                bond = .backed
            } else if Self.alliedWith.contains(word),
                !modified(mention, scene).contains(where: { $0.actor.kind == .media })
            {
                bond = .ally
            } else {
                continue
            }
            // "US-backed fighters" who are called nothing else tell no party.
            let targets = modified(mention, scene).filter { !$0.actor.name.contains("-\(word)") }
            add(bond, [mention], targets, mention.head, "relation:-\(word)")
        }
        let tree = scene.tree
        for at in scene.tokens.indices {
            let lemma = scene.tokens[at].lemma
            let form = scene.tokens[at].form
            guard Self.lemmas[lemma] != nil || form == "backs" || form == "supports" else { continue }
            let token = scene.tokens[at]
            if token.upos == .verb, Self.backing.contains(lemma) {
                let plain = Self.plainBacking.contains(lemma)
                var objects = parties(tree.object(at), scene)
                if tree.isPassive(at), at >= 2, scene.tokens[at - 1].form == ",",
                    let near = scene.party(at: at - 2), !near.isPlaceName
                {
                    // "X and Y, backed by Z": whom the comma follows.
                    objects = [near]
                }
                var subjects = parties(tree.subject(at), scene)
                if !tree.isPassive(at), objects.isEmpty { objects = backedAbove(at, scene) }
                if tree.isPassive(at), subjects.isEmpty {
                    subjects = tree.phrases(at, "by").flatMap { tree.spread($0) }.flatMap { backers($0, scene) }
                }
                if tree.isPassive(at) {
                    // The list of backers ends where another is said to be backed.
                    let next = scene.tokens.indices.first { $0 > at && Self.backing.contains(scene.tokens[$0].lemma) }
                    if let next {
                        subjects.removeAll { $0.head > at && next - 2 <= $0.head || $0.head > next }
                    }
                }
                if plain || tree.isPassive(at) || !objects.isEmpty && !subjects.isEmpty,
                    objects.allSatisfy({ $0.actor.kind != .civilians && $0.actor.kind != .person }),
                    ModalityReader(tree: tree).read(at) == nil || isPurposeOfDeed(at, scene)
                {
                    add(.backed, subjects, objects, at, "relation:\(lemma)")
                }
            }
            if token.upos == .noun, form == "backs" || form == "supports", at > 0,
                let supporter = scene.party(at: at - 1)
            {
                // "X, which Rwanda backs", "Turkey backs Y": the verb read as a noun.
                let start = supporter.tokens.lowerBound
                if start >= 2, ["which", "whom", "that"].contains(scene.tokens[start - 1].form.lowercased()) {
                    let before = scene.tokens[start - 2].form == "," ? start - 3 : start - 2
                    if before >= 0 { add(.backed, [supporter], parties([before], scene), at, "relation:back") }
                } else if at + 1 < scene.tokens.count {
                    let next = scene.tokens[at + 1].upos == .det ? at + 2 : at + 1
                    let target = scene.actors.mentions(in: scene.index).first {
                        $0.tokens.lowerBound == next && !$0.isModifier
                    }
                    add(.backed, [supporter], target.map { [$0] } ?? [], at, "relation:back")
                }
            }
            if token.upos == .noun, Self.helping.contains(lemma), let sides = withPhrase(at, scene) {
                add(.backed, sides.0, sides.1, at, "relation:\(lemma)")
            }
            if Self.allying.contains(lemma), token.upos == .verb || token.upos == .adj {
                let others = parties(
                    tree.phrases(at, "with").flatMap { tree.spread($0) }
                        + tree.phrases(at, "to").flatMap { tree.spread($0) }, scene)
                let own = parties(tree.surfaceSubject(at, depth: 0), scene)
                add(.ally, own, others, at, "relation:ally")
            }
            if Self.beside.contains(lemma) {
                // "X fought alongside Y"
                let other = token.head
                if other >= 0, token.relation.base == "case" {
                    let verb = tree.clause(other)
                    if Self.fighting.contains(tree.lemma(verb)) {
                        add(
                            .ally, parties(tree.subject(verb), scene), parties(tree.spread(other), scene), at,
                            "relation:alongside")
                    }
                }
            }
            // "its ally Russia", "Russia, an ally of the government"
            if Self.patrons.contains(lemma), token.upos == .noun {
                var named = parties(
                    tree.sentence.children(of: at).filter {
                        ["appos", "flat", "compound"].contains(tree.relation($0)) && $0 > at
                    }, scene)
                if token.relation.base == "appos", token.head >= 0 { named += parties([token.head], scene) }
                if ["compound", "nmod", "flat", "appos"].contains(token.relation.base), token.head > at {
                    named += parties([token.head], scene)
                }
                if let subject = tree.sentence.child(of: at, "nsubj") { named += parties([subject], scene) }
                if named.isEmpty,
                    let modifier = tree.sentence.children(of: at).first(where: {
                        tree.relation($0) == "amod" && $0 < at
                    }), let party = scene.party(at: modifier)
                {
                    named = [party]
                }
                var owners = parties(
                    tree.sentence.children(of: at).filter { tree.full($0) == "nmod:poss" } + tree.phrases(at, "of"),
                    scene)
                if owners.isEmpty, at > 0, let owner = scene.party(at: at - 1) ?? scene.state(at: at - 1),
                    !named.contains(where: { $0.tokens == owner.tokens })
                {
                    owners = [owner]
                }
                add(
                    lemma == "ally" ? .ally : .backed, Array(named.prefix(2)), Array(owners.prefix(1)), at,
                    "relation:\(lemma)")
            }
            // "the SDF, which includes the YPG", "X is part of the Y", "a member of the alliance"
            if Self.parts.contains(lemma), token.upos == .noun {
                let wholes = parties(tree.phrases(at, "of"), scene).filter {
                    $0.actor.kind != .person && $0.actor.kind != .civilians
                }
                var own: [ActorMention] = []
                if let subject = tree.sentence.child(of: at, "nsubj") { own = parties([subject], scene) }
                if token.relation.base == "appos", token.head >= 0 { own = parties([token.head], scene) }
                add(.coalition, own, Array(wholes.prefix(1)), at, "relation:part-of")
            }
            if Self.including.contains(lemma), token.upos == .verb {
                let wholes = parties(tree.surfaceSubject(at, depth: 0), scene).filter {
                    $0.actor.kind == .coalition || $0.actor.kind == .rebel
                }
                let members = parties(tree.object(at), scene).filter { !$0.isGeneric && $0.entry != nil }
                add(.coalition, members, Array(wholes.prefix(1)), at, "relation:includes")
            }
            if Self.alliances.contains(lemma), token.upos == .noun {
                let members =
                    (parties(tree.phrases(at, "of").flatMap { tree.spread($0) }, scene) + included(after: at, scene))
                    .filter { !$0.isGeneric && $0.entry != nil }
                var whole: [ActorMention] = []
                if token.relation.base == "appos", token.head >= 0 { whole = parties([token.head], scene) }
                if let subject = tree.sentence.child(of: at, "nsubj") { whole += parties([subject], scene) }
                add(.coalition, members, whole, at, "relation:alliance-of")
            }
        }
        return found
    }

    /// "with the support of Russia", "with Russian backing": the supporter, and the subject of the clause.
    private func withPhrase(_ noun: Int, _ scene: Scene) -> ([ActorMention], [ActorMention])? {
        let tree = scene.tree
        guard tree.hasCase(noun, "with") || tree.hasCase(noun, "by") else { return nil }
        var supporters = parties(
            tree.phrases(noun, "of").flatMap { tree.spread($0) }
                + tree.phrases(noun, "from").flatMap { tree.spread($0) }, scene)
        if supporters.isEmpty, let modifier = scene.modifierParty(of: noun) { supporters = [modifier] }
        if supporters.isEmpty {
            supporters = tree.sentence.children(of: noun).compactMap { $0 < noun ? scene.state(at: $0) : nil }
        }
        guard !supporters.isEmpty else { return nil }
        let verb = tree.clause(noun)
        let subject = parties(tree.subject(verb), scene)
        return subject.isEmpty ? nil : (supporters, subject)
    }

    private static let means = set(
        "power strike airstrike raid force support cover warplane jet firepower bombardment artillery troop adviser plane"
    )

    /// Who backs: a party, or whose means of war are named ("backed by Russian air power").
    private func backers(_ head: Int, _ scene: Scene) -> [ActorMention] {
        guard Self.means.contains(scene.tree.lemma(head)) else { return parties([head], scene) }
        let children = scene.sentence.children(of: head)
        let owner = scene.modifierParty(of: head) ?? children.lazy.compactMap { scene.state(at: $0) }.first
        return owner.map { [$0] } ?? parties([head], scene).filter { $0.actor.id != nil }
    }

    private static let deeds = set("offensive operation campaign advance fight battle push assault effort")

    /// Whom a backing verb means that has no party for an object: "X, which Turkey supports", "to support the offensive
    /// of X".
    private func backedAbove(_ verb: Int, _ scene: Scene) -> [ActorMention] {
        let tree = scene.tree
        if let object = scene.sentence.child(of: verb, "obj"), Self.deeds.contains(tree.lemma(object)) {
            let owners = parties(tree.phrases(object, "of"), scene)
            return owners.isEmpty ? scene.modifierParty(of: object).map { [$0] } ?? [] : owners
        }
        guard tree.full(verb) == "acl:relcl", let subject = scene.sentence.child(of: verb, "nsubj"),
            scene.tokens[subject].upos != .pron
        else { return [] }
        return parties([scene.tokens[verb].head], scene)
    }

    /// True for the purpose of a deed that is done: "is striking the town to support X".
    private func isPurposeOfDeed(_ verb: Int, _ scene: Scene) -> Bool {
        let head = scene.tokens[verb].head
        return head >= 0 && scene.tree.relation(verb) == "advcl" && scene.tree.lemma(verb) == "support"
            && ModalityReader(tree: scene.tree).read(head) == nil
    }

    /// "An alliance of militias including X and Y": the parties named after "including".
    private func included(after noun: Int, _ scene: Scene) -> [ActorMention] {
        let near = noun + 1..<max(noun + 1, min(scene.tokens.count, noun + 10))
        guard let word = near.first(where: { scene.tokens[$0].form.lowercased() == "including" }) else { return [] }
        return scene.actors.mentions(in: scene.index).first {
            !$0.isModifier && $0.tokens.lowerBound > word && $0.tokens.lowerBound <= word + 5 && $0.entry != nil
        }.map { [$0] } ?? []
    }

    /// The party that a phrase without a name stands in apposition to ("the SDF, an alliance backed by …").
    private func whole(_ mention: ActorMention, _ scene: Scene) -> ActorMention {
        let token = scene.tokens[mention.head]
        guard mention.actor.id == nil, token.relation.base == "appos", token.head >= 0,
            let named = scene.party(at: token.head), named.actor.id != nil
        else { return mention }
        return named
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

    private func parties(_ heads: [Int], _ scene: Scene) -> [ActorMention] {
        heads.compactMap { scene.anyParty(at: $0) }
    }

    private func modified(_ mention: ActorMention, _ scene: Scene) -> [ActorMention] {
        var at = mention.head
        for _ in 0..<4 {
            let head = scene.tokens[at].head
            guard head >= 0 else { break }
            if head >= mention.tokens.upperBound || head < mention.tokens.lowerBound, let party = scene.party(at: head),
                party.tokens != mention.tokens, head > mention.head
            {
                return [party]
            }
            at = head
        }
        return scene.actors.mentions(in: scene.index).first {
            !$0.isModifier && $0.tokens.upperBound > mention.tokens.upperBound && $0.head > mention.head
                && $0.tokens.lowerBound <= mention.tokens.upperBound + 4
        }.map { [$0] } ?? []
    }
}
