import Language
import Record

/// Who supports whom with arms, air power, money or sponsorship.
struct Backing: RelationRules {
    let scene: Scene

    private static let verbs = WordClasses.set(
        "back support arm sponsor aid assist train equip fund finance bolster bankroll help")
    private static let plainVerbs = WordClasses.set("back support arm sponsor")
    private static let participles = WordClasses.set(
        "backed supported sponsored armed trained funded equipped financed")
    private static let allied = WordClasses.set("allied aligned affiliated linked")
    private static let nouns = WordClasses.set("backing support help aid assistance cover")
    private static let means = WordClasses.set(
        "power strike airstrike raid force support cover warplane jet firepower bombardment artillery troop adviser plane air missile airpower air-power aviation warplanes"
    )
    private static let deeds = WordClasses.set("offensive operation campaign advance fight battle push assault effort")

    /// Lemmas that a rule begins with.
    static let lemmas = verbs.union(nouns).union(giving).union(["behind", "behalf"])
    private static let giving = WordClasses.set("supply provide feed furnish ply give lend")
    private static let arms = WordClasses.set(
        "weapon arm ammunition tank missile rocket rifle drone gunner artillery shell munition weaponry firepower jet warplane helicopter fighter troop money cash fund funding training intelligence"
    )

    // MARK: "Russian-backed forces"

    /// "Russian-backed forces", "Iran-aligned militias".
    func adjectives() -> [RelationCoder.Found] {
        scene.actors.mentions(in: scene.index).filter(\.isModifier).flatMap { mention -> [RelationCoder.Found] in
            guard let word = mention.modifierOf else { return [] }
            let bond: Relation.Bond
            if Self.participles.contains(word) {
                bond = .backed
            } else if Self.allied.contains(word), !modified(by: mention).contains(where: { $0.actor.kind == .media }) {
                bond = .ally
            } else {
                return []
            }
            // "US-backed fighters" who are called nothing else tell no party; people who are no party are backed by nobody.
            let targets = modified(by: mention).filter {
                let name = $0.actor.name
                // "Qaeda-linked militants" names one party, not two.
                let isNamed = $0.actor.id != nil || bond == .backed || name.first?.isUppercase == true
                return ($0.actor.id != nil || !name.contains("-\(word)") || Coder.plainName(name) != name)
                    && $0.actor.kind != .civilians && isNamed
            }
            return pairs(bond, [mention], targets, mention.head, "relation:-\(word)")
        }
    }

    private func modified(by mention: ActorMention) -> [ActorMention] {
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

    // MARK: Verbs and nouns

    /// The relations that a word tells.
    func relations(at token: Int) -> [RelationCoder.Found] {
        let word = lemma(token)
        if word == "behind" { return behind(token) }
        if word == "behalf" { return behalf(token) }
        switch scene.tokens[token].upos {
        case .verb where Self.verbs.contains(word): return verb(token)
        case .verb where Self.giving.contains(word): return supplies(token)
        case .noun where scene.tokens[token].form == "backs" || scene.tokens[token].form == "supports":
            return misreadVerb(token)
        case .noun where Self.nouns.contains(word): return noun(token)
        default: return []
        }
    }

    /// "X backs Y", "Y, backed by X's air power", "to support the offensive of Y".
    private func verb(_ at: Int) -> [RelationCoder.Found] {
        let isPassive = tree.isPassive(at)
        var objects = parties(tree.object(at))
        if isPassive, at >= 2, scene.tokens[at - 1].form == ",", let near = scene.party(at: at - 2), !near.isPlaceName {
            // "X and Y, backed by Z": whom the comma follows.
            objects = [near]
        }
        // "An operation led by Y and backed by X": who leads it.
        if isPassive, objects.isEmpty { objects = leaders(at) }
        var subjects = isPassive ? [] : subject(at)
        // Who sends troops to back X backs X.
        if !isPassive, tree.relation(at) == "acl", let deed = deed(over: at) { subjects = subject(deed) }
        if !isPassive, objects.isEmpty { objects = backedAbove(at) }
        if isPassive {
            subjects = tree.phrases(at, "by").flatMap { tree.spread($0) }.flatMap { backers($0) }
            // "Backed by coalition strikes and special forces": those of the coalition.
            if subjects.contains(where: { $0.actor.id != nil }) {
                subjects.removeAll { $0.actor.id == nil && $0.actor.name.allSatisfy { !$0.isUppercase } }
            }
            // The list of backers ends where another is said to be backed.
            if let next = scene.tokens.indices.first(where: { $0 > at && Self.verbs.contains(lemma($0)) }) {
                subjects.removeAll { $0.head > at && next - 2 <= $0.head || $0.head > next }
            }
        }
        guard Self.plainVerbs.contains(lemma(at)) || isPassive || !objects.isEmpty && !subjects.isEmpty,
            objects.allSatisfy({ $0.actor.kind != .civilians && ($0.actor.kind != .person || leads($0)) }),
            [nil, .denied].contains(ModalityReader(tree: tree).read(at)) || isPurposeOfDeed(at)
        else { return [] }
        return pairs(.backed, subjects, objects, at, "relation:\(lemma(at))")
    }

    /// A man who stands for a side: who backs him backs it.
    private func leads(_ mention: ActorMention) -> Bool { mention.entry?.speaksFor != nil }

    /// "The army, with Russia and Iran behind it".
    private func behind(_ at: Int) -> [RelationCoder.Found] {
        guard at + 1 < scene.tokens.count, ["it", "them"].contains(scene.tokens[at + 1].form.lowercased()),
            let with = (max(0, at - 8)..<at).last(where: { scene.tokens[$0].form.lowercased() == "with" })
        else { return [] }
        let here = scene.actors.mentions(in: scene.index).filter { !$0.isModifier && !$0.isPerson }
        let backers = here.filter { $0.tokens.lowerBound > with && $0.tokens.upperBound <= at }
        let helped = here.last { $0.tokens.upperBound <= with && $0.tokens.upperBound >= with - 1 }
        return pairs(.backed, backers, helped.map { [$0] } ?? [], at, "relation:behind")
    }

    private func leaders(_ verb: Int) -> [ActorMention] {
        let deed = tree.surfaceSubject(verb, depth: 0).first { Self.deeds.contains(lemma($0)) }
        guard let deed else { return [] }
        return scene.sentence.children(of: deed).filter { ["lead", "launch", "wage"].contains(lemma($0)) }.flatMap {
            parties(under: $0, "by")
        }
    }

    /// Who backs: a party, or whose means of war are named ("backed by Russian air power").
    private func backers(_ head: Int) -> [ActorMention] {
        guard Self.means.contains(lemma(head)) else { return parties([head]) }
        // "Russian air and missile power": the owner may stand at the first of two words.
        let children = scene.sentence.children(of: head)
        let under = children + children.flatMap { scene.sentence.children(of: $0) }
        let owner =
            scene.modifierParty(of: head) ?? under.lazy.filter { $0 < head }.compactMap { scene.state(at: $0) }.first
        return owner.map { [$0] } ?? parties([head]).filter { $0.actor.id != nil }
    }

    /// Whom a backing verb means that has no party for an object: "X, which Turkey supports", "to support the offensive
    /// of X".
    private func backedAbove(_ verb: Int) -> [ActorMention] {
        if let object = scene.sentence.child(of: verb, "obj"), Self.deeds.contains(lemma(object)) {
            let owners = parties(tree.phrases(object, "of"))
            return owners.isEmpty ? scene.modifierParty(of: object).map { [$0] } ?? [] : owners
        }
        guard tree.full(verb) == "acl:relcl", let subject = scene.sentence.child(of: verb, "nsubj"),
            scene.tokens[subject].upos != .pron
        else { return [] }
        return parties([scene.tokens[verb].head])
    }

    /// True for the purpose of a deed that is done: "is striking the town to support X", "sent troops to back X".
    private func isPurposeOfDeed(_ verb: Int) -> Bool {
        guard let deed = deed(over: verb),
            Self.plainVerbs.contains(lemma(verb)) || lemma(verb) == "help" && Self.helping.contains(lemma(deed))
        else { return false }
        return ModalityReader(tree: tree).read(deed) == nil
    }

    /// Deeds of war that help somebody.
    private static let helping = WordClasses.set("carry conduct strike bomb launch send deploy fly intervene shell")
    private static let sending = WordClasses.set("send deploy dispatch airlift")

    /// The verb that an infinitive tells the purpose of; "sent troops to back X" may hang it on the troops.
    private func deed(over verb: Int) -> Int? {
        let head = scene.tokens[verb].head
        guard head >= 0 else { return nil }
        if ["advcl", "obl"].contains(tree.relation(verb)) { return head }
        let above = scene.tokens[head].head
        guard tree.relation(verb) == "acl", tree.relation(head) == "obj", above >= 0,
            Self.sending.contains(lemma(above))
        else { return nil }
        return above
    }

    /// "X, which Rwanda backs", "Turkey backs Y": the verb read as a noun.
    private func misreadVerb(_ at: Int) -> [RelationCoder.Found] {
        guard at > 0, let supporter = scene.party(at: at - 1) else { return [] }
        let start = supporter.tokens.lowerBound
        let first = start > 0 && scene.tokens[start - 1].upos == .det ? start - 1 : start
        if first >= 2, ["which", "whom", "that"].contains(scene.tokens[first - 1].form.lowercased()) {
            let before = scene.tokens[first - 2].form == "," ? first - 3 : first - 2
            return before < 0 ? [] : pairs(.backed, [supporter], parties([before]), at, "relation:back")
        }
        guard at + 1 < scene.tokens.count else { return [] }
        var next = at + 1
        // "Some of the rebel groups", "a number of militias".
        let quantity = ["some", "several", "many", "most", "number", "range", "variety", "a", "of", "the"]
        while next + 1 < scene.tokens.count, quantity.contains(scene.tokens[next].form.lowercased()) { next += 1 }
        let target = scene.actors.mentions(in: scene.index).first { $0.tokens.lowerBound == next && !$0.isModifier }
        return pairs(.backed, [supporter], target.map { [$0] } ?? [], at, "relation:back")
    }

    /// "Supplied the rebels with tanks", "provided weapons to the rebels".
    private func supplies(_ at: Int) -> [RelationCoder.Found] {
        guard [nil, .denied].contains(ModalityReader(tree: tree).read(at)), !tree.isPassive(at) else { return [] }
        let things = tree.phrases(at, "with").flatMap { tree.spread($0) }
        var targets: [ActorMention] = []
        if things.contains(where: { Self.arms.contains(lemma($0)) }) {
            targets = parties(tree.object(at))
        } else if tree.object(at).contains(where: { Self.aids.contains(lemma($0)) }) {
            // "Gave air cover to the army", "lent its support to the rebels".
            targets = parties(under: at, "to", "for")
        } else if tree.object(at).contains(where: { Self.arms.contains(lemma($0)) }) {
            targets = parties(under: at, "to")
        }
        targets.removeAll { [.civilians, .person, .ngo, .un].contains($0.actor.kind) }
        return pairs(.backed, subject(at), targets, at, "relation:supply")
    }

    private static let aids = WordClasses.set("support cover backing assistance")

    /// "Bombed them on the group's behalf", "fought on behalf of X".
    private func behalf(_ at: Int) -> [RelationCoder.Found] {
        guard tree.hasCase(at, "on") || at > 0 && scene.tokens[max(0, at - 4)..<at].contains(where: { $0.form == "on" })
        else { return [] }
        let owners = scene.sentence.children(of: at).filter { tree.full($0) == "nmod:poss" } + tree.phrases(at, "of")
        let verb = tree.clause(at)
        guard Self.violence.contains(lemma(verb)), [nil, .denied].contains(ModalityReader(tree: tree).read(verb)) else {
            return []
        }
        return pairs(
            .backed, subject(verb), parties(owners).filter { $0.actor.kind != .civilians }, at, "relation:behalf")
    }

    private static let violence = WordClasses.set("bomb strike fight attack shell intervene kill raid pound target")

    /// "Planes flew in support of the army".
    private func inSupport(_ at: Int) -> [RelationCoder.Found] {
        let targets = parties(tree.phrases(at, "of")).filter { $0.actor.kind != .civilians && $0.actor.kind != .person }
        let verb = tree.clause(at)
        guard Self.acting.contains(lemma(verb)), ModalityReader(tree: tree).read(verb) == nil else { return [] }
        return pairs(.backed, subject(verb), targets, at, "relation:in-support")
    }

    private static let acting = violence.union(
        WordClasses.set(
            "fly operate deploy carry conduct launch arrive advance move send fire intervene keep maintain station post"
        ))

    private func noun(_ at: Int) -> [RelationCoder.Found] {
        if lemma(at) == "support", tree.hasCase(at, "in"), !tree.phrases(at, "of").isEmpty { return inSupport(at) }
        return ["with", "by", "under"].contains { tree.hasCase(at, $0) } ? withHelp(at) : helpFor(at)
    }

    /// "Stepped up its support for the government".
    private func helpFor(_ at: Int) -> [RelationCoder.Found] {
        guard let owner = scene.sentence.child(of: at, "nmod:poss") ?? scene.sentence.child(of: at, "nmod") else {
            return []
        }
        let verb = tree.clause(at)
        let targets = parties(under: at, "for").filter { $0.actor.kind != .civilians }
        guard !targets.isEmpty, ModalityReader(tree: tree).read(verb) == nil else { return [] }
        let named = scene.tokens[owner].upos == .pron ? [] : parties([owner])
        return pairs(.backed, named.isEmpty ? subject(verb) : named, targets, at, "relation:\(lemma(at))")
    }

    /// "With the support of Russia", "under cover of coalition strikes".
    private func withHelp(_ at: Int) -> [RelationCoder.Found] {
        var supporters = (tree.phrases(at, "of") + tree.phrases(at, "from")).flatMap { tree.spread($0) }.flatMap {
            backers($0)
        }
        if supporters.isEmpty, let modifier = scene.modifierParty(of: at) { supporters = [modifier] }
        if supporters.isEmpty {
            supporters = scene.sentence.children(of: at).compactMap { $0 < at ? scene.state(at: $0) : nil }
        }
        guard !supporters.isEmpty else { return [] }
        let clause = tree.clause(at)
        // "The Kurds", who are a people, fight too; "civilians" do not.
        let helped = subject(clause).filter { mention in
            mention.actor.kind != .person
                && (mention.actor.kind != .civilians || scene.tokens[mention.head].upos == .propn)
        }
        guard ModalityReader(tree: tree).read(clause) == nil else { return [] }
        // "Lost the town to X with the help of Y": X had it.
        if ["lose", "cede", "fall", "surrender"].contains(lemma(clause)) {
            return pairs(.backed, supporters, parties(under: clause, "to"), at, "relation:\(lemma(at))")
        }
        return pairs(.backed, supporters, helped, at, "relation:\(lemma(at))")
    }
}
