import Language
import Record

/// Who backs or fights beside whom where the order of the words tells it and the tree loses it: participles in a row
/// ("armed and paid by X"), backers named after a comma, comrades between two commas.
struct RelationsByOrder: RelationRules {
    let scene: Scene

    func find(besides known: [RelationCoder.Found]) -> [RelationCoder.Found] {
        var found = scene.tokens.contains { $0.form == "by" } ? armed(besides: known) : []
        for at in scene.tokens.indices {
            guard let rule = Self.rules[scene.tokens[at].lemma] else { continue }
            switch rule {
            case .receives: found += receives(at)
            case .besides: found += besides(at)
            case .named: found += named(after: at)
            case .together: found += together(at)
            case .belongs: found += belongs(at)
            case .battle: found += intoBattle(at)
            }
        }
        return found
    }

    private enum Rule: Sendable { case receives, besides, named, together, belongs, battle }

    /// The rule of each lemma with which one begins.
    private static let rules = WordTable<Rule>([
        "enjoy": .receives, "receive": .receives, "get": .receives, "obtain": .receives, "have": .receives,
        "side": .besides, "rank": .besides, "pay": .besides, "backer": .named, "patron": .named, "sponsor": .named,
        "ally": .named, "with": .together, "belong": .belongs, "go": .battle,
    ])

    private var tokens: [Token] { scene.tokens }
    private var mentions: [ActorMention] {
        scene.actors.mentions(in: scene.index).filter { !$0.isModifier && $0.actor.kind != .civilians }
    }
    private func form(_ at: Int) -> String { at >= 0 && at < tokens.count ? tokens[at].form.lowercased() : "" }

    // MARK: "Armed and paid by X"

    private static let participles: Set<String> = [
        "armed", "paid", "funded", "financed", "trained", "equipped", "supplied", "sponsored", "bankrolled", "backed",
        "supported", "helped", "aided", "assisted", "subsidised", "subsidized",
    ]

    private func armed(besides known: [RelationCoder.Found]) -> [RelationCoder.Found] {
        var found: [RelationCoder.Found] = []
        var last: (targets: [ActorMention], end: Int)?
        var at = 0
        while at < tokens.count {
            guard Self.participles.contains(form(at)), form(at - 1) != "-" else { at += 1; continue }
            let first = at
            // "Armed, trained and commanded by".
            var by = at + 1
            while by < tokens.count, by - first < 7, form(by) != "by",
                [",", "and", "or"].contains(form(by)) || tokens[by].upos == .verb || tokens[by].upos == .adv
            {
                by += 1
            }
            at = max(at + 1, by)
            guard form(by) == "by" else { continue }
            let backers = list(from: by + 1)
            guard let end = backers.last?.tokens.upperBound, !isUnsaid(first) else { continue }
            var targets = helped(before: first)
            if targets.isEmpty, let before = last, form(first - 1) == "and", first - before.end <= 3 {
                targets = before.targets
            }
            last = (targets, end)
            if known.contains(where: { (first..<by).contains($0.token) && $0.relation.bond == .backed }) { continue }
            found += pairs(.backed, backers, targets, first, "relation:order:\(form(first))")
        }
        return found
    }

    /// Those right before the participle, "which is" and a comma between.
    private func helped(before participle: Int) -> [ActorMention] {
        var at = participle - 1
        while at >= 0, tokens[at].upos == .aux || tokens[at].upos == .adv || tokens[at].lemma == "be" { at -= 1 }
        if ["which", "who", "that"].contains(form(at)) { at -= 1 }
        if form(at) == "," { at -= 1 }
        guard let near = mentions.first(where: { $0.tokens.upperBound == at + 1 }), !near.isPlaceName else { return [] }
        var targets = [near]
        while let first = targets.first {
            var before = first.tokens.lowerBound - 1
            if before >= 0, tokens[before].upos == .det { before -= 1 }
            guard ["and", ","].contains(form(before)), targets.count < 4,
                let other = mentions.first(where: { $0.tokens.upperBound == before }), !other.isPlaceName
            else { break }
            targets.insert(other, at: 0)
        }
        return targets
    }

    /// True under "not", "would", "if": nobody says that it is so.
    private func isUnsaid(_ verb: Int) -> Bool {
        tokens[max(0, verb - 4)..<verb].contains {
            ["not", "n't", "never", "would", "if", "be"].contains($0.form.lowercased())
        }
    }

    /// The parties of a list that begins so soon: "neighbouring X, Y and the Z".
    private func list(from start: Int) -> [ActorMention] {
        var found: [ActorMention] = []
        var at = start
        while at < tokens.count {
            guard let next = mentions.first(where: { $0.tokens.lowerBound >= at && $0.tokens.lowerBound <= at + 2 }),
                !tokens[at..<next.tokens.lowerBound].contains(where: {
                    [.punct, .adp].contains($0.upos) || $0.upos == .verb && !$0.form.lowercased().hasPrefix("neighb")
                })
            else { break }
            found.append(next)
            at = next.tokens.upperBound
            let isLast = form(at) == "and"
            guard isLast || form(at) == "," else { break }
            at += 1
            if form(at) == "and" { at += 1 }
        }
        return found
    }

    // MARK: What is received

    private static let arms = WordClasses.set(
        "weapon arm ammunition money cash fund funding training drone rocket missile shell munition")

    /// "Enjoys the support of X", "receives weapons and training from X".
    private func receives(_ at: Int) -> [RelationCoder.Found] {
        guard tokens[at].upos == .verb, [nil, .denied].contains(ModalityReader(tree: tree).read(at)) else { return [] }
        for noun in tree.object(at) {
            let word = lemma(noun)
            if ["support", "backing", "protection", "help", "sponsorship"].contains(word) {
                guard
                    let of = (noun + 1..<max(noun + 1, min(tokens.count, noun + 2))).first(where: {
                        ["of", "from"].contains(form($0))
                    })
                else { continue }
                return pairs(.backed, list(from: of + 1), subject(at), at, "relation:order:support")
            }
            if Self.arms.contains(word) {
                guard
                    let from = (noun + 1..<max(noun + 1, min(tokens.count, noun + 6))).first(where: {
                        form($0) == "from"
                    })
                else { continue }
                return pairs(.backed, list(from: from + 1), subject(at), at, "relation:order:receive")
            }
        }
        return []
    }

    // MARK: Beside

    /// "Fighting on the side of X", "in the ranks of X", "in the pay of X".
    private func besides(_ at: Int) -> [RelationCoder.Found] {
        if let owned = besideOwner(at) { return owned }
        guard form(at + 1) == "of",
            ["on", "at", "in"].contains(form(at - 1))
                || form(at - 1) == "the" && ["on", "at", "in"].contains(form(at - 2))
        else { return [] }
        guard let verb = fighting(over: at) else { return [] }
        return pairs(.ally, subject(verb), Array(list(from: at + 2).prefix(1)), at, "relation:order:\(lemma(at))")
    }

    /// The verb of fighting over a word, where it is so or denied.
    private func fighting(over token: Int) -> Int? {
        let verb = tree.clause(token)
        let isTold =
            ["fight", "battle", "serve"].contains(lemma(verb))
            && [nil, .denied].contains(ModalityReader(tree: tree).read(verb))
        return isTold ? verb : nil
    }

    /// "Fought on X's side", "fighting on their side".
    private func besideOwner(_ side: Int) -> [RelationCoder.Found]? {
        guard form(side) == "side", let on = (max(0, side - 5)..<side).last(where: { form($0) == "on" }) else {
            return nil
        }
        let owner = mentions.last { $0.tokens.lowerBound > on && $0.tokens.upperBound <= side && $0.actor.id != nil }
        guard let owner,
            ["'s", "\u{2019}s", "'", "\u{2019}"].contains(form(side - 1)) || owner.tokens.upperBound == side
        else { return nil }
        guard let verb = fighting(over: side) else { return nil }
        let comrades = (subject(verb) + pairMates(verb)).filter { $0.tokens != owner.tokens }
        return pairs(.ally, comrades, [owner], side, "relation:order:side")
    }

    /// "Soldiers and militiamen fighting …": the last of the list, on which the participle hangs.
    private func pairMates(_ verb: Int) -> [ActorMention] {
        guard tokens[verb].xpos == "VBG", subject(verb).isEmpty else { return [] }
        return mentions.last { $0.tokens.upperBound == verb }.map { [$0] } ?? []
    }

    /// "Going into battle alongside X".
    private func intoBattle(_ at: Int) -> [RelationCoder.Found] {
        guard form(at + 1) == "into", form(at + 2) == "battle",
            ["alongside", "beside"].contains(form(at + 3)) || form(at + 3) == "with"
        else { return [] }
        var own = subject(at)
        // "Accused X of going into battle".
        if form(at - 1) == "of",
            let near = mentions.last(where: { $0.tokens.upperBound <= at - 1 && $0.tokens.upperBound >= at - 4 })
        {
            own = [near]
        }
        return pairs(.ally, own, Array(list(from: at + 4).prefix(1)), at, "relation:order:battle")
    }

    /// "X's backers, Y and Z".
    private func named(after noun: Int) -> [RelationCoder.Found] {
        guard tokens[noun].xpos == "NNS", [",", ":"].contains(form(noun + 1)) else { return [] }
        let owner = mentions.last { $0.tokens.upperBound <= noun && $0.tokens.upperBound >= noun - 3 }
        guard let owner, !tokens[owner.tokens.upperBound..<noun].contains(where: { $0.upos == .verb || $0.form == "," })
        else { return [] }
        let friends = list(from: noun + 2)
        guard friends.count > 1 else { return [] }
        return pairs(lemma(noun) == "ally" ? .ally : .backed, friends, [owner], noun, "relation:order:\(lemma(noun))")
    }

    private static let deeds = WordClasses.set(
        "capture take retake recapture seize clear liberate storm enter attack fight drive push repel shell bomb advance control hold be"
    )

    /// "X, together with Y, took the town", "jointly with Y, it drove them out".
    private func together(_ at: Int) -> [RelationCoder.Found] {
        let word = form(at - 1)
        let isTold = ["together", "along", "jointly"].contains(word)
        if word == "together", at > 1, ["fight", "battle", "operate"].contains(lemma(at - 2)) {
            return pairs(
                .ally, Array(list(from: at + 1).prefix(1)), subject(at - 2), at, "relation:order:fight together")
        }
        guard isTold || word == "," else { return [] }
        guard let other = list(from: at + 1).first, !other.isPlaceName, !other.isPerson,
            Self.armed.contains(other.actor.kind)
        else { return [] }
        let opens = isTold ? at - 2 : at - 1
        // What belongs to the comrade's name, up to the closing comma.
        guard
            let close = (other.tokens.upperBound..<min(tokens.count, other.tokens.upperBound + 9)).first(where: {
                form($0) == ","
            })
        else { return [] }
        var own: [ActorMention]
        var verb = close + 1
        if opens < 0 {
            guard
                let next = mentions.first(where: {
                    $0.tokens.lowerBound >= close + 1 && $0.tokens.lowerBound <= close + 2
                })
            else {
                return []
            }
            (own, verb) = ([next], next.tokens.upperBound)
        } else {
            guard form(opens) == ",", let near = mentions.first(where: { $0.tokens.upperBound == opens }) else {
                return []
            }
            own = [near]
        }
        while verb < tokens.count, tokens[verb].upos == .adv || tokens[verb].lemma == "have" { verb += 1 }
        own.removeAll { $0.isPerson || $0.isPlaceName }
        guard verb < tokens.count, Self.deeds.contains(lemma(verb)) else { return [] }
        return pairs(.ally, [other], own, at, "relation:order:together")
    }

    private static let armed: Set<Actor.Kind> = [.stateForce, .rebel, .militia, .jihadist, .coalition, .police]

    /// "The alliance to which X belongs", "X belongs to the alliance".
    private func belongs(_ at: Int) -> [RelationCoder.Found] {
        var own = subject(at)
        var wholes = parties(under: at, "to")
        if let which = (max(0, at - 6)..<at).last(where: {
            ["which", "whom"].contains(form($0)) && form($0 - 1) == "to"
        }) {
            let end = form(which - 2) == "," ? which - 2 : which - 1
            wholes = mentions.filter { $0.tokens.upperBound == end }
            own = mentions.filter { $0.tokens.lowerBound > which && $0.tokens.upperBound <= at }
        }
        wholes = wholes.filter { [.coalition, .rebel, .militia, .jihadist].contains($0.actor.kind) && $0.entry != nil }
        return pairs(
            .coalition, own.filter { !$0.isPerson && !$0.isGeneric }, Array(wholes.prefix(1)), at,
            "relation:order:belong")
    }
}
