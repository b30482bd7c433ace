import Language
import Record

/// Who fights beside whom, and who belongs to which alliance.
struct Alliances: RelationRules {
    let scene: Scene

    private static let fighting = WordClasses.set(
        "fight battle operate serve advance deploy attack storm enter capture retake seize take participate join")

    typealias Rule = @Sendable (Alliances, Int) -> [RelationCoder.Found]

    /// The rule of each lemma with which one begins.
    private static let rules: [String: Rule] = {
        var rules: [String: Rule] = [:]
        func add(_ lemmas: String, _ rule: @escaping Rule) {
            for lemma in WordClasses.set(lemmas) { rules[lemma] = rule }
        }
        add("ally backer patron sponsor paymaster benefactor") {
            $0.isNoun($1) || $0.isBetweenParties($1) ? $0.friend($1) : $0.isVerb($1) ? $0.aligned($1) : []
        }
        add("align affiliate allied affiliated") { $0.isVerb($1) || $0.isAdjective($1) ? $0.aligned($1) : [] }
        add("alongside beside") { $0.alongside($1) }
        add("part member wing faction") { $0.isNoun($1) ? $0.part($1) : [] }
        add("include comprise") { $0.isVerb($1) ? $0.includes($1) : [] }
        add("dominate lead spearhead") { $0.isVerb($1) ? $0.dominated($1) : [] }
        add("cooperation coordination conjunction tandem concert partnership") {
            $0.isNoun($1) && $0.tree.hasCase($1, "in") ? $0.inCooperation($1) : []
        }
        add("alliance coalition banner umbrella") { $0.isNoun($1) ? $0.grouping($1) : [] }
        return rules
    }()

    /// Lemmas that a rule begins with.
    static let lemmas: Set<String> = Set(rules.keys)

    /// The relations that a word tells.
    func relations(at token: Int) -> [RelationCoder.Found] { Self.rules[lemma(token)]?(self, token) ?? [] }

    private func isNoun(_ token: Int) -> Bool { [.noun, .propn].contains(scene.tokens[token].upos) }
    private func isVerb(_ token: Int) -> Bool { scene.tokens[token].upos == .verb }
    private func isAdjective(_ token: Int) -> Bool { scene.tokens[token].upos == .adj }

    /// "Regime ally Iran", read as a verb.
    private func isBetweenParties(_ token: Int) -> Bool {
        scene.tokens[token].form == "ally" && token > 0 && token + 1 < scene.tokens.count
            && scene.tokens[token - 1].upos == .noun && scene.party(at: token - 1) != nil
            && scene.tokens[token + 1].upos == .propn && scene.party(at: token + 1) != nil
    }

    /// "Its ally Russia", "Russia, an ally of the government", "regime ally Iran", "X has emerged as an ally of Y".
    private func friend(_ at: Int) -> [RelationCoder.Found] {
        let token = scene.tokens[at]
        let below = scene.sentence.children(of: at)
        var named = parties(below.filter { ["appos", "flat", "compound"].contains(tree.relation($0)) && $0 > at })
        if token.relation.base == "appos", token.head >= 0 { named += parties([token.head]) }
        if ["compound", "nmod", "flat", "appos"].contains(token.relation.base), token.head > at {
            named += parties([token.head])
        }
        if named.isEmpty, at + 1 < scene.tokens.count, let next = scene.party(at: at + 1), !next.isModifier {
            named = [next]
        }
        if let subject = scene.sentence.child(of: at, "nsubj") { named += parties([subject]) }
        if named.isEmpty, let modifier = below.first(where: { tree.relation($0) == "amod" && $0 < at }),
            let party = scene.party(at: modifier) ?? scene.state(at: modifier)
        {
            named = [party]
        }
        if named.isEmpty, tree.hasCase(at, "as"), token.head >= 0 { named = subject(token.head) }
        // "Their allies from the X".
        if named.isEmpty { named = parties(tree.phrases(at, "from")).filter { $0.actor.id != nil } }
        var owners = parties(below.filter { tree.full($0) == "nmod:poss" } + tree.phrases(at, "of"))
        let possessive = below.first {
            tree.full($0) == "nmod:poss" && ["its", "their"].contains(scene.tokens[$0].form.lowercased())
        }
        if possessive != nil, let first = firstOfPair(at) {
            owners = [first]
            // "Congolese soldiers and their Burundian allies": Burundi's.
            let states = below.filter { tree.relation($0) == "amod" && $0 < at }.compactMap { scene.state(at: $0) }
            if !states.isEmpty { named = states }
        }
        if owners.isEmpty, at > 0, let owner = scene.party(at: at - 1) ?? scene.state(at: at - 1),
            !named.contains(where: { $0.tokens == owner.tokens })
        {
            owners = [owner]
        }
        named = named.filter { !$0.isPerson && $0.actor.kind != .civilians }
        return pairs(
            lemma(at) == "ally" ? .ally : .backed, Array(named.prefix(2)), Array(owners.prefix(1)), at,
            "relation:\(lemma(at))")
    }

    /// "Syria and its ally Russia": whose ally, told by the other of the pair.
    private func firstOfPair(_ noun: Int) -> ActorMention? {
        var at = noun
        for _ in 0..<3 {
            let token = scene.tokens[at]
            guard token.head >= 0 else { return nil }
            if token.relation.base == "conj", token.head < noun { return scene.anyParty(at: token.head) }
            guard ["compound", "flat", "appos", "nmod"].contains(token.relation.base) else { return nil }
            at = token.head
        }
        return nil
    }

    /// "Allied with the army", "affiliated to the front".
    private func aligned(_ at: Int) -> [RelationCoder.Found] {
        // "The army and allied militias": theirs.
        if tree.relation(at) == "amod", scene.tokens[at].head > at, let first = firstOfPair(scene.tokens[at].head) {
            return pairs(.ally, parties([scene.tokens[at].head]), [first], at, "relation:ally")
        }
        var own = parties(tree.surfaceSubject(at, depth: 0))
        // "The commander of X, affiliated to Y": the party right before.
        if own.allSatisfy({ $0.isPerson || $0.actor.id == nil }),
            let near = scene.actors.mentions(in: scene.index).last(where: {
                $0.tokens.upperBound <= at && $0.tokens.upperBound >= at - 1 && !$0.isModifier && !$0.isPerson
                    && $0.actor.id != nil
            })
        {
            own = [near]
        }
        return pairs(.ally, own.map { whole($0) }, parties(under: at, "with", "to"), at, "relation:ally")
    }

    /// "X fought alongside Y".
    private func alongside(_ at: Int) -> [RelationCoder.Found] {
        let other = scene.tokens[at].head
        guard other >= 0, scene.tokens[at].relation.base == "case" else { return [] }
        let verb = tree.clause(other)
        guard Self.fighting.contains(lemma(verb)) else { return [] }
        return pairs(
            .ally, subject(verb), parties(tree.spread(other)).filter { $0.actor.id != nil || !$0.isGeneric }, at,
            "relation:alongside")
    }

    /// "X is part of the Y", "the armed wing of Y", "a member of the alliance".
    private func part(_ at: Int) -> [RelationCoder.Found] {
        let wholes = parties(tree.phrases(at, "of")).filter { $0.actor.kind != .person && $0.actor.kind != .civilians }
        var own: [ActorMention] = []
        if let subject = scene.sentence.child(of: at, "nsubj") { own = parties([subject]) }
        let token = scene.tokens[at]
        if token.relation.base == "appos", token.head >= 0 { own = parties([token.head]) }
        // "X is one of the three members of the alliance, together with Y and Z".
        if own.isEmpty, token.relation.base == "nmod", token.head >= 0, lemma(token.head) == "one",
            let subject = scene.sentence.child(of: token.head, "nsubj")
        {
            own = parties([subject])
        }
        if lemma(at) == "member" || lemma(at) == "part", !own.isEmpty { own += fellows(after: at) }
        return pairs(.coalition, own, Array(wholes.prefix(1)), at, "relation:part-of")
    }

    /// The parties after "together with" and "along with".
    private func fellows(after noun: Int) -> [ActorMention] {
        guard
            let with = scene.tokens.indices.first(where: {
                $0 > noun + 1 && scene.tokens[$0].form == "with"
                    && ["together", "along"].contains(scene.tokens[$0 - 1].form.lowercased())
            })
        else { return [] }
        return scene.actors.mentions(in: scene.index).filter {
            $0.tokens.lowerBound > with && !$0.isModifier && !$0.isPerson && !$0.isGeneric && $0.entry != nil
        }
    }

    /// "The SDF, which includes the YPG", "includes members of the X".
    private func includes(_ at: Int) -> [RelationCoder.Found] {
        let wholes = parties(tree.surfaceSubject(at, depth: 0)).filter {
            $0.actor.kind == .coalition || $0.actor.kind == .rebel
        }
        let members = tree.object(at).flatMap { object -> [ActorMention] in
            let noun = lemma(object)
            if ["member", "fighter", "element", "unit", "contingent"].contains(noun) {
                return parties(under: object, "of")
            }
            return parties([object])
        }.filter { !$0.isGeneric && $0.entry != nil }
        return pairs(.coalition, members, Array(wholes.prefix(1)), at, "relation:includes")
    }

    /// "The SDF is dominated by the YPG": who makes up most of an alliance belongs to it.
    private func dominated(_ at: Int) -> [RelationCoder.Found] {
        guard tree.isPassive(at) else { return [] }
        let wholes = parties(tree.surfaceSubject(at, depth: 0)).filter {
            ($0.actor.kind == .coalition || $0.actor.kind == .rebel) && $0.entry != nil
        }
        let members = parties(under: at, "by").filter { $0.entry != nil && !$0.isPerson }
        return pairs(.coalition, members, Array(wholes.prefix(1)), at, "relation:dominated-by")
    }

    /// "Army units in cooperation with the militia".
    private func inCooperation(_ at: Int) -> [RelationCoder.Found] {
        let others = parties(under: at, "with").filter { $0.actor.kind != .civilians }
        let token = scene.tokens[at]
        guard token.head >= 0 else { return [] }
        var own = scene.tokens[token.head].upos == .verb ? subject(token.head) : parties([token.head])
        if own.isEmpty { own = subject(tree.clause(at)) }
        return pairs(.ally, others, own, at, "relation:in-cooperation")
    }

    /// "An alliance of X and Y", "a coalition that includes X", "fighting under the banner of Y".
    private func grouping(_ at: Int) -> [RelationCoder.Found] {
        if ["banner", "umbrella"].contains(lemma(at)) {
            guard tree.hasCase(at, "under"), scene.tokens[at].head >= 0 else { return [] }
            let verb = scene.tokens[at].head
            return pairs(.coalition, subject(verb), parties(under: at, "of"), at, "relation:under-banner")
        }
        if let made = concluded(at) { return made }
        let members = (parties(under: at, "of") + included(after: at)).filter { !$0.isGeneric && $0.entry != nil }
        var whole: [ActorMention] = []
        let token = scene.tokens[at]
        if token.relation.base == "appos", token.head >= 0 { whole = parties([token.head]) }
        if let subject = scene.sentence.child(of: at, "nsubj") { whole += parties([subject]) }
        return pairs(.coalition, members, whole, at, "relation:alliance-of")
    }

    /// "X and Y concluded an alliance", "X formed an alliance with Y", "Y, with which X concluded an alliance".
    private func concluded(_ at: Int) -> [RelationCoder.Found]? {
        let verb = scene.tokens[at].head
        guard lemma(at) == "alliance", verb >= 0, tree.relation(at) == "obj",
            ["conclude", "form", "forge", "sign", "seal", "make", "strike", "enter", "announce"].contains(lemma(verb)),
            ModalityReader(tree: tree).read(verb) == nil
        else { return nil }
        let own = subject(verb).filter { $0.actor.id != nil }
        var others = parties(under: at, "with") + parties(under: verb, "with")
        if others.isEmpty, own.count > 1 { others = [own[1]] }
        if others.isEmpty, tree.tokens[verb].relation.base == "acl", tree.tokens[verb].head >= 0 {
            others = parties([tree.tokens[verb].head])
        }
        guard let first = own.first, !others.isEmpty else { return nil }
        return pairs(.ally, [first], Array(others.prefix(1)), at, "relation:alliance-with")
    }

    /// "An alliance of militias including X and Y": the parties named after "including".
    private func included(after noun: Int) -> [ActorMention] {
        let near = noun + 1..<max(noun + 1, min(scene.tokens.count, noun + 12))
        guard let word = near.first(where: { scene.tokens[$0].form.lowercased() == "including" }) else { return [] }
        return scene.actors.mentions(in: scene.index).first {
            !$0.isModifier && $0.tokens.lowerBound > word && $0.tokens.lowerBound <= word + 5 && $0.entry != nil
        }.map { [$0] } ?? []
    }
}
