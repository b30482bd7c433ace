import Gazetteer
import Language
import Record

/// Finds what fills the slots of a lexicon entry in a sentence.
struct RoleFinder {
    let scene: Scene
    /// Trigger token in the tree.
    let trigger: Int
    /// Further words of the trigger's phrase.
    let rest: [Int]
    let pos: EventEntry.Pos

    private var tree: Tree { scene.tree }

    /// Heads that stand in a slot, coordination spread.
    func heads(_ slot: EventEntry.Slot) -> [Int] {
        switch slot {
        case .subject: pos == .verb ? verbSubject() : nounSubject()
        case .object: verbObject()
        case .possessive: phraseHeads.flatMap { tree.sentence.children(of: $0) }.filter { tree.full($0) == "nmod:poss" }
        case .modifier: modifiers()
        case .apposition: apposition()
        case .number: tree.sentence.children(of: trigger).filter { tree.relation($0) == "nummod" }
        case .phrase(let preposition): phrase(preposition)
        case .topic: []
        }
    }

    /// The town that the report was speaking of, for a sentence that names no place.
    private var topic: Place? {
        guard var place = scene.lastPlace, !scene.places.contains(where: { scene.isUsable($0) }) else { return nil }
        place.range = nil
        return place
    }

    private func verbSubject() -> [Int] { tree.subject(trigger).filter { !rest.contains($0) } }

    private func verbObject() -> [Int] {
        let found = tree.object(trigger).filter { !rest.contains($0) }
        if !found.isEmpty { return found }
        // "Took thirty villagers hostage": the object read as a part of the phrase's own noun.
        let inner = rest.flatMap { noun in
            tree.sentence.children(of: noun).filter { tree.relation($0) == "compound" && $0 > trigger }
        }
        if !inner.isEmpty { return inner }
        // The parser may have hung the object elsewhere: the noun phrase right after the verb.
        guard !tree.isPassive(trigger), rest.isEmpty else { return [] }
        for at in trigger + 1..<min(trigger + 6, max(trigger + 1, scene.tokens.count)) {
            let token = scene.tokens[at]
            if [.adp, .verb, .punct, .sconj, .aux, .cconj].contains(token.upos) { return [] }
            if token.upos == .noun || token.upos == .propn, token.relation.base != "compound",
                token.relation.base != "nmod"
            {
                return tree.spread(at)
            }
        }
        return []
    }

    /// For a noun: its copular subject, what the phrase modifies, or the subject of the verb it hangs on.
    private func nounSubject() -> [Int] {
        let token = scene.tokens[trigger]
        if let own = tree.sentence.child(of: trigger, "nsubj") {
            // "X, which has been in rebel hands since June".
            let isRelative = token.relation.rawValue == "acl:relcl" && token.head >= 0 && token.head < own
            return tree.spread(isRelative && ["WDT", "WP"].contains(scene.tokens[own].xpos) ? token.head : own)
        }
        guard token.head >= 0 else { return [] }
        switch token.relation.base {
        case "nmod", "acl":
            if ["one", "some", "part"].contains(tree.lemma(token.head)),
                let subject = tree.sentence.child(of: token.head, "nsubj")
            {
                return tree.spread(subject)
            }
            return tree.spread(token.head)
        case "obl", "obj", "xcomp", "advcl", "conj":
            let verb = token.head
            guard
                [.verb, .aux, .adj].contains(scene.tokens[verb].upos)
                    || scene.tokens[verb].upos == .adv && tree.sentence.child(of: verb, "cop") != nil
            else { return [] }
            let object = tree.object(verb).filter { $0 != trigger }
            if !object.isEmpty, !["be", "remain"].contains(tree.lemma(verb)) { return object }
            return tree.surfaceSubject(verb, depth: 0)
        default: return []
        }
    }

    /// The trigger, and for a verb the nouns of its phrase ("fell under rebel control").
    private var phraseHeads: [Int] { pos == .verb ? [trigger] + rest : [trigger] }

    private func modifiers() -> [Int] {
        phraseHeads.flatMap { head in tree.sentence.children(of: head).filter { $0 < head } }.filter {
            !rest.contains($0) && ["compound", "amod", "flat", "nmod"].contains(tree.relation($0))
                && tree.full($0) != "nmod:poss"
        }
    }

    private func apposition() -> [Int] {
        let token = scene.tokens[trigger]
        var found = tree.sentence.children(of: trigger).filter { ["appos", "flat"].contains(tree.relation($0)) }
        if ["appos", "compound", "flat"].contains(token.relation.base), token.head >= 0 { found.append(token.head) }
        // "the town of X, the group's last stronghold", taken for a list without "and".
        if token.relation.base == "conj", token.head >= 0, token.head < trigger,
            tree.sentence.child(of: trigger, "cc") == nil,
            scene.tokens[max(0, tree.sentence.span(of: trigger).lowerBound - 1)].form == ","
                || scene.tokens[tree.sentence.span(of: trigger).lowerBound].form == ","
        {
            found.append(token.head)
        }
        // "its stronghold Raqqa": the name right after it.
        if trigger + 1 < scene.tokens.count, scene.tokens[trigger + 1].upos == .propn, !found.contains(trigger + 1) {
            found.append(trigger + 1)
        }
        return found
    }

    private func phrase(_ preposition: String) -> [Int] {
        var found: [Int] = []
        for start in [trigger] + rest {
            for head in tree.phrases(start, preposition) where !rest.contains(head) { found += tree.spread(head) }
        }
        if found.isEmpty, pos == .verb { found = phraseOfObject(preposition) }
        if found.isEmpty, pos == .verb, preposition == "in", let place = whereHead() { found = tree.spread(place) }
        if found.isEmpty,
            preposition == "from" && pos == .verb && tree.isPassive(trigger)
                || preposition == "against" && pos == .noun
        {
            // "Taken by X from Y", "an operation by X against Y": the second phrase hung on the first.
            found = tree.phrases(trigger, "by").flatMap { tree.phrases($0, preposition) }.flatMap { tree.spread($0) }
        }
        if found.isEmpty, pos == .noun, ["between", "by", "with"].contains(preposition) {
            // "An agreement reached on Wednesday between X and Y".
            found = tree.sentence.children(of: trigger).filter { tree.full($0) == "acl" && $0 > trigger }
                .flatMap { tree.phrases($0, preposition) }.flatMap { tree.spread($0) }
        }
        if found.isEmpty, pos == .noun {
            // "launched an attack on X": the phrase may hang on the light verb.
            let token = scene.tokens[trigger]
            // Who asked for a strike did not fly it: "by" belongs to the event only under a light verb.
            let isLight =
                preposition != "by"
                || token.head >= 0
                    && (WordClasses.light.contains(tree.lemma(token.head))
                        || WordClasses.struck.contains(tree.lemma(token.head)))
            if isLight, token.head >= 0, ["obj", "nsubj"].contains(token.relation.base) {
                for head in tree.phrases(token.head, preposition) where abs(head - trigger) < 12 {
                    found += tree.spread(head)
                }
            }
        }
        if found.isEmpty, pos == .noun, trigger + 2 < scene.tokens.count,
            scene.tokens[trigger + 1].lemma.lowercased() == preposition,
            scene.tokens[trigger + 1].relation.base == "case", scene.tokens[trigger + 1].head > trigger
        {
            // The phrase that follows, whatever the tree hangs it on.
            found = tree.spread(scene.tokens[trigger + 1].head)
        }
        return found
    }

    /// "X, where the group surrounded the garrison": X.
    private func whereHead() -> Int? {
        let token = scene.tokens[trigger]
        guard token.relation.base == "acl", token.head >= 0, token.head < trigger,
            tree.sentence.children(of: trigger).contains(where: { scene.tokens[$0].form.says("where") }),
            scene.isPlace(token.head)
        else { return nil }
        return token.head
    }

    /// "Took the city of X from Y", "killed ten people in X": the phrase hung on the object instead of the verb.
    private func phraseOfObject(_ preposition: String) -> [Int] {
        guard !tree.isPassive(trigger) || preposition == "from" else { return [] }
        for object in verbObject() where object > trigger || preposition == "from" {
            var under = [object]
            var next = 0
            while next < under.count, next < 12 {
                let here = under[next]
                next += 1
                let found = tree.phrases(here, preposition).filter { !rest.contains($0) }
                if let first = found.first { return tree.spread(first) }
                // "Killed 23 people, mostly civilians, in X": the phrase may hang on what stands beside the object.
                let links = preposition == "from" ? ["nmod", "conj", "appos", "flat"] : ["conj", "appos"]
                under += tree.sentence.children(of: here).filter { links.contains(tree.relation($0)) }
            }
        }
        return []
    }

    /// True where an entry's need holds.
    func meets(_ need: EventEntry.Need) -> Bool {
        if need.kind == .place { return !places(need.slots).isEmpty }
        let slots = need.slots.flatMap { heads($0) }
        switch need.kind {
        case .none: return slots.isEmpty
        case .any: return !slots.isEmpty
        case .place: return false
        case .party:
            return slots.contains { scene.isParty($0) || scene.modifierParty(of: $0) != nil }
                || parties(need.slots).contains { $0.actor.kind != .civilians }
        case .persons: return slots.contains { scene.speaks($0) }
        case .armed: return slots.contains { scene.isArmed($0) }
        case .civilians: return slots.contains { scene.isCivilians($0) }
        case .aircraft: return slots.contains { scene.isAircraft($0) }
        case .weapons: return slots.contains { scene.isWeapons($0) }
        case .thing: return slots.contains { !scene.isPersons($0) && !scene.isPlace($0) }
        }
    }

    /// The parties in the first of the slots that has any.
    func parties(_ slots: [EventEntry.Slot]) -> [ActorMention] {
        for slot in slots {
            var found: [ActorMention] = []
            for head in heads(slot) where !scene.isDate(head) {
                if slot == .modifier, WordClasses.arms.contains(scene.tokens[head].lemma) { continue }
                if let mention = scene.party(at: head) {
                    // "By artillery", "the tank": a weapon alone is nobody.
                    if mention.tokens.count == 1, Self.bareArms.contains(scene.tokens[head].lemma) {
                        let launchers = launchers(of: head)
                        // "The army's drones": the army's.
                        found += launchers.isEmpty ? scene.ownerParty(of: head).map { [$0] } ?? [] : launchers
                        continue
                    }
                    if slot == .modifier || slot == .possessive || !(mention.isPlaceName && isLocative(slot)) {
                        found.append(mention)
                    }
                } else if slot == .modifier, isHand(of: head), let state = scene.state(at: head) {
                    // "Under Ukrainian control": the state's.
                    found.append(state)
                } else if !WordClasses.placeNouns.contains(scene.tokens[head].lemma),
                    let mention = scene.modifierParty(of: head)
                {
                    found.append(mention)
                }
            }
            if found.isEmpty, slot == .modifier, pos == .noun, let near = premodifier() { return [near] }
            if !found.isEmpty { return found }
            if slot == .subject, pos == .verb, let near = neighbourParty() { return [near] }
        }
        return []
    }

    /// True for a word before "control", "hands", "rule".
    private func isHand(of modifier: Int) -> Bool {
        let noun = scene.tokens[modifier].head
        return noun > modifier
            && ["control", "hand", "rule", "occupation", "grip"].contains(tree.lemma(noun).lowercased())
    }

    private static let deals: Set<String> = [
        "truce", "ceasefire", "cease-fire", "fire", "agreement", "talk", "talks", "deal", "accord", "treaty", "pact",
        "negotiation", "negotiations", "plan", "government", "economy", "process", "effort", "mediation", "regime",
    ]

    private static let bareArms: Set<String> = ["artillery", "mortar", "tank", "infantry", "drone", "uav"]

    /// "A drone fired by X": who fired it.
    private func launchers(of weapon: Int) -> [ActorMention] {
        scene.sentence.children(of: weapon).filter { tree.relation($0) == "acl" }
            .flatMap { tree.phrases($0, "by") }.flatMap { tree.spread($0) }.compactMap { scene.party(at: $0) }
    }

    /// The noun that a name stands before ("ISIL remnants"), or the word itself.
    private func nounOver(_ token: Int) -> Int {
        let head = scene.tokens[token].head
        return head >= 0 && ["compound", "amod", "flat"].contains(tree.relation(token)) ? nounOver(head) : token
    }

    /// Where the tree gives no subject: the party last named before the verb, no other verb between.
    private func neighbourParty() -> ActorMention? {
        guard !tree.isPassive(trigger), tree.sentence.child(of: trigger, "nsubj") == nil else { return nil }
        let mentions = scene.actors.mentions(in: scene.index).filter {
            !$0.isModifier && !$0.isPlaceName && $0.actor.kind != .person && $0.head < trigger && trigger - $0.head <= 8
                && !["obj", "obl"].contains(tree.relation(nounOver($0.head)))
        }
        guard let last = mentions.last else { return nil }
        let between = last.tokens.upperBound..<max(last.tokens.upperBound, trigger)
        return scene.tokens[between].contains { $0.upos == .verb || $0.form == "," } ? nil : last
    }

    private static let holding: Set<String> = [
        "stronghold", "bastion", "fiefdom", "redoubt", "holdout", "fortress", "control", "hand", "rule",
    ]

    /// "Syrian government or Russian air strikes": the party in the words right before a noun.
    private func premodifier() -> ActorMention? {
        var at = trigger - 1
        while at >= 0, trigger - at <= 6 {
            let token = scene.tokens[at]
            guard
                [.adj, .noun, .propn, .cconj].contains(token.upos) || token.form == "-"
                    || token.form == "/" || ["VBN", "VBD"].contains(token.xpos)
            else { return nil }
            if !rest.contains(at), !WordClasses.arms.contains(token.lemma) {
                if let mention = scene.party(at: at), !mention.isModifier,
                    mention.actor.kind != .civilians, mention.tokens.upperBound <= trigger, !mention.isPerson
                {
                    return mention
                }
                if !Self.holding.contains(tree.lemma(trigger)), let state = scene.state(at: at) { return state }
            }
            at -= 1
        }
        return nil
    }

    private func isLocative(_ slot: EventEntry.Slot) -> Bool {
        if case .phrase(let preposition) = slot {
            return ["in", "near", "at", "of", "on"].contains(preposition) && preposition != "on"
        }
        return false
    }

    /// The places in the first of the slots that has any.
    func places(_ slots: [EventEntry.Slot]) -> [Place] {
        for slot in slots {
            if slot == .topic, let place = topic { return [place] }
            var found = heads(slot).flatMap { scene.isDate($0) ? [] : scene.placesNamed(at: $0) }
            // "US air strikes": whose they are.
            if slot == .modifier { found.removeAll { $0.kind == .country } }
            if !found.isEmpty { return found }
            // "A truce signed in X collapsed": the truce did, and X is no subject.
            if slot == .subject, pos == .verb, heads(slot).contains(where: { Self.deals.contains(tree.lemma($0)) }) {
                continue
            }
            if pos == .verb, slot == .object || slot == .subject, let near = neighbourPlace(slot) { return [near] }
        }
        return []
    }

    /// Where the tree gives none: the place named next to the verb on the side where the slot stands.
    private func neighbourPlace(_ slot: EventEntry.Slot) -> Place? {
        let passive = tree.isPassive(trigger)
        let right = slot == .object && !passive
        guard right || slot == .object && passive || slot == .subject && !passive else { return nil }
        if right {
            var place: Place?
            for at in (trigger + 1)..<max(trigger + 1, min(scene.tokens.count, trigger + 9)) {
                if [.verb, .punct, .sconj].contains(scene.tokens[at].upos), scene.tokens[at].form != "-" { break }
                if scene.tokens[at].upos == .adp, scene.tokens[at].lemma != "of" { break }
                if let mention = scene.mention(at: at), scene.isUsable(mention), !scene.isDate(at) {
                    place = mention.place
                    let before = scene.tokens[trigger + 1..<at]
                    if before.contains(where: { WordClasses.partNouns.contains($0.lemma) }) { place?.scope = .part }
                    break
                }
                if scene.tokens[at].upos == .noun, !WordClasses.partNouns.contains(scene.tokens[at].lemma),
                    !WordClasses.placeNouns.contains(scene.tokens[at].lemma),
                    scene.tokens[at].relation.base != "compound"
                {
                    break
                }
            }
            return place
        }
        for at in stride(from: trigger - 1, through: max(0, trigger - 8), by: -1) {
            let token = scene.tokens[at]
            if token.upos == .verb || token.form == "," || token.upos == .sconj || token.upos == .cconj { return nil }
            if let mention = scene.mention(at: at) {
                return scene.isUsable(mention) && !scene.isDate(at) ? mention.place : nil
            }
        }
        return nil
    }
}
