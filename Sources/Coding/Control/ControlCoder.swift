import Foundation
import Gazetteer
import Language
import Record

/// Turns the triggers of control into drafts: who took, holds, lost or besieges which place.
extension EventCoder {
    func control(_ state: Control.State, _ trigger: Trigger, _ finder: RoleFinder, _ scene: Scene) -> [Draft] {
        let entry = trigger.entry
        // "X was taken", and not "took part in X"; "those from X who were freed" are persons.
        if entry.pos == .verb, state == .captured, entry.actor.isEmpty, entry.place == [.object],
            !scene.tree.isPassive(trigger.token) || isOfPersons(trigger.token, scene)
        {
            return []
        }
        // "A camp run by Y" says whose it is, "has run X" who rules it.
        if entry.lemma == "run",
            ["VB", "VBG"].contains(scene.tokens[trigger.token].xpos)
                || scene.tree.isPassive(trigger.token)
        {
            return []
        }
        var places = controlled(state, trigger, finder, scene)
        if entry.pos == .verb, state == .captured, entry.actor.isEmpty { places.removeAll { $0.kind == .region } }
        if entry.pos == .verb && entry.place.first == .object
            || entry.pos == .noun && entry.place.first == .phrase("of"),
            [.captured, .lost, .held].contains(state)
        {
            places = PlaceList(scene: scene).completed(places, after: trigger.token)
        }
        if entry.place.contains(.subject) || entry.pos == .verb && scene.tree.isPassive(trigger.token) {
            places = listed(places, before: trigger.token, scene)
        }
        if places.isEmpty, entry.from == [.object] { places = enteredBefore(trigger.token, scene) }
        guard !places.isEmpty, !isDescription(state, trigger, scene, places), !isFormer(state, trigger.token, scene)
        else { return [] }
        // Papers and aid organisations hold no towns.
        var actors = finder.parties(entry.actor).filter {
            ![.media, .ngo].contains($0.actor.kind) && ($0.actor.kind != .civilians || scene.isArmed($0.head))
        }
        if actors.isEmpty, state == .captured, entry.pos == .noun { actors = completers(of: trigger.token, scene) }
        if actors.isEmpty, entry.pos == .verb, scene.tree.isPassive(trigger.token) {
            actors = agent(after: trigger.token, scene)
        }
        if actors.isEmpty, state == .besieged { actors = keepers(of: trigger.token, scene) }
        var taken = state
        // "Freed from X by Y": a party cannot lose a place to itself.
        var losers = finder.parties(entry.from)
        if losers.isEmpty, entry.from.contains(.phrase("from")) {
            losers = from(entry.place, finder, scene)
            if losers.isEmpty, state == .captured, let taker = actors.first {
                let others = Losers(scene: scene, taker: taker)
                let heads = entry.place.lazy.map { finder.heads($0) }.first { !$0.isEmpty } ?? []
                let loser =
                    others.source(after: trigger.token) ?? others.owner(of: heads) ?? others.after(trigger.token)
                    ?? others.before(trigger.token)
                losers = loser.map { [$0] } ?? []
            }
        }
        if state == .lost, actors.isEmpty, scene.tree.isPassive(trigger.token), let taker = losers.first {
            // "X was lost to Y": who has it now is said, who had it not.
            (taken, actors, losers) = (.captured, [taker], [])
        }
        let from = losers.filter { loser in !actors.contains { $0.tokens == loser.tokens } }
        if state == .captured, entry.pos == .verb, entry.actor == [.subject], actors.isEmpty,
            !scene.tree.isPassive(trigger.token),
            finder.heads(.subject).contains(where: { !scene.isParty($0) })
        {
            return []
        }
        if state == .captured, entry.from == [.object], isPushedBack(trigger.token, scene) { return [] }
        let state = meant(taken, trigger, scene)
        let each = respective(entry, finder, scene)
        let claims = places.enumerated().map { number, place -> Draft in
            var control = Control(state: state, place: place)
            switch state {
            case .besieged:
                // Who breaks a siege comes to the help of those inside.
                let breaks = entry.ended && ["break", "breach", "end"].contains(entry.lemma)
                control.besieger = breaks ? nil : actors.first?.actor
                let inside =
                    breaks
                    ? actors.first : finder.parties(entry.target).first ?? holderByAdjective(of: trigger.token, scene)
                control.holder = inside?.actor
            case .contested, .divided:
                if !actors.isEmpty { control.holders = actors.map(\.actor) }
            default:
                control.holder = (actors.first { !isForeign($0.actor, at: place) } ?? actors.first)?.actor
                control.from = from.first?.actor
                // "Lost X and Y to A and B, respectively": each its own.
                if each.from.count == places.count { control.from = each.from[number].actor }
                if each.actors.count == places.count { control.holder = each.actors[number].actor }
            }
            if state == .divided { control.place.scope = .part }
            if control.place.scope == nil { control.place.scope = .whole }
            let low = ([trigger.span.lowerBound] + actors.map(\.tokens.lowerBound)).min() ?? trigger.token
            let high = ([trigger.span.upperBound] + actors.map(\.tokens.upperBound)).max() ?? trigger.token + 1
            var one = draft(
                .control(control), scene, token: trigger.token, span: low..<high, rule: "control/\(entry.id)",
                confidence: actors.isEmpty ? 0.6 : 0.82, trigger: trigger.span)
            if let range = place.range, range.start >= scene.sentence.range.start, range.end <= scene.sentence.range.end
            {
                one.evidence = one.evidence.union(range)
            }
            if entry.ended { one.rule += "/ended" }
            return one
        }
        return claims + sieges(claims, trigger, scene)
    }

    private func isOfPersons(_ verb: Int, _ scene: Scene) -> Bool {
        scene.sentence.child(of: verb, "nsubj").map { scene.tokens[$0].form.says("who") } ?? false
    }

    /// "Stormed into X and drove out Y": the place that the verb before has.
    private func enteredBefore(_ verb: Int, _ scene: Scene) -> [Place] {
        let first = scene.tokens[verb].head
        guard first >= 0, scene.tree.relation(verb) == "conj", scene.tokens[first].upos == .verb else { return [] }
        return RoleFinder(scene: scene, trigger: first, rest: [], pos: .verb).places([.phrase("into")])
            .filter { $0.kind == .settlement || $0.kind == nil }
    }

    /// "X, Y and Z have been freed": the whole list that a place before the verb stands in.
    private func listed(_ places: [Place], before verb: Int, _ scene: Scene) -> [Place] {
        guard let sample = places.first, let range = sample.range,
            let mention = scene.places.first(where: { $0.place.range == range && $0.tokens.upperBound <= verb })
        else { return places }
        let known = Set(places.compactMap { $0.range?.start })
        let others = scene.list(with: mention).filter {
            $0.tokens.upperBound <= verb && !known.contains($0.place.range?.start ?? -1) && scene.isUsable($0)
        }
        return places
            + others.map { other in
                var place = other.place
                if place.scope == nil, sample.scope != .part { place.scope = sample.scope }
                return place
            }
    }

    /// "Pushed the army back from X" is a repelled attack.
    private func isPushedBack(_ verb: Int, _ scene: Scene) -> Bool {
        ["push", "drive", "force", "throw", "beat"].contains(scene.tree.lemma(verb).lowercased())
            && scene.sentence.children(of: verb).contains { scene.tokens[$0].form.lowercased() == "back" }
    }

    /// The places that change hands or are held. Countries do so only in part, but for being held.
    private func controlled(
        _ state: Control.State, _ trigger: Trigger, _ finder: RoleFinder, _ scene: Scene
    ) -> [Place] {
        let slots = trigger.entry.place
        var places = finder.places(slots)
        if trigger.entry.pos == .verb, slots.first == .object, let first = finder.heads(.object).first,
            !scene.isPlace(first), scene.tree.relation(first) == "obj",
            !WordClasses.placeNouns.contains(scene.tree.lemma(first))
        {
            // "Lost 6 percent and Baghdad 7": the list is of other things.
            places = []
        }
        let heads = slots.lazy.map { finder.heads($0) }.first { !$0.isEmpty } ?? []
        if state == .captured || state == .lost, heads.contains(where: { scene.isRemainder($0) }) {
            // Who takes the last districts of a town has the town.
            for index in places.indices where places[index].share == nil { places[index].scope = .whole }
        }
        if let head = heads.first,
            places.allSatisfy({ $0.id == nil && $0.name.first?.isUppercase != true }), scene.mention(at: head) == nil,
            WordClasses.placeNouns.contains(scene.tree.lemma(head))
        {
            // "The last districts that it holds in X", "captured villages in X": a part of X.
            let around = finder.places([.phrase("in"), .phrase("inside"), .phrase("within"), .phrase("across")])
            let inner = ["in", "inside", "within", "across"].flatMap { scene.tree.phrases(head, $0) }
                .flatMap { scene.placesNamed(at: $0) }
            let wider = (inner.isEmpty ? around : inner).filter { $0.kind != .country }
            if !wider.isEmpty {
                places = wider.map { place in
                    var place = place
                    place.scope = state == .captured && scene.isRemainder(head) ? .whole : .part
                    return place
                }
            }
        }
        if places.count > 1 { places.removeAll { isSpelledOut($0, scene) } }
        let meaning = ControlledPlace(scene: scene)
        return places.filter { $0.kind != .country || state == .held || $0.scope == .part }
            .filter { !meaning.isLand($0, heads) }.compactMap { meaning.meant($0) }
    }

    /// "Two towns, X and Y": the towns are X and Y.
    private func isSpelledOut(_ place: Place, _ scene: Scene) -> Bool {
        guard place.id == nil, place.name.first?.isUppercase != true, let range = place.range,
            let last = scene.tokens.lastIndex(where: { $0.range.end <= range.end }), last + 2 < scene.tokens.count,
            scene.tokens[last].range.start >= range.start
        else { return false }
        return [",", ":"].contains(scene.tokens[last + 1].form) && scene.mention(at: last + 2) != nil
    }

    /// The state that the words mean where they stand.
    private func meant(_ state: Control.State, _ trigger: Trigger, _ scene: Scene) -> Control.State {
        let entry = trigger.entry
        // "Controlled by", "occupied since": participles of holding stay held; "was besieged" is besieged.
        if state == .captured, entry.lemma == "occupy",
            scene.tree.isPassive(trigger.token) || scene.tokens[trigger.token].xpos == "VBP"
        {
            return .held
        }
        // "Out of the government's control".
        if state == .held, entry.pos == .noun, entry.place == [.subject], isOutOf(trigger.token, scene) { return .lost }
        // "Back in control", "back under control": it was taken again.
        if state == .held, entry.pos == .noun, entry.lemma == "control" {
            // "Regained control", whatever the tree makes of it.
            let verbs = scene.tokens[max(0, trigger.token - 3)..<trigger.token].map { $0.lemma.lowercased() }
            if verbs.contains(where: { Self.gaining.contains($0) }) { return .captured }
            if verbs.contains("lose") { return .lost }
            let head = scene.tokens[trigger.token].head
            let before = max(0, trigger.token - 4)..<trigger.token
            if scene.tokens[before].contains(where: { $0.lemma.lowercased() == "back" })
                || head >= 0 && scene.tree.lemma(head).lowercased() == "back"
            {
                return .captured
            }
        }
        return state
    }

    private static let gaining: Set<String> = [
        "regain", "retake", "recover", "seize", "wrest", "gain", "reestablish", "re-establish", "reassert",
    ]

    private func isOutOf(_ noun: Int, _ scene: Scene) -> Bool {
        let before = scene.tokens[max(0, noun - 5)..<noun].map { $0.form.lowercased() }
        guard let out = before.lastIndex(of: "out") else { return false }
        return out + 1 < before.count && before[out + 1] == "of"
    }

    /// "The surrounding villages", "the recaptured crossing": adjectives of things without a name tell nothing new.
    private func isDescription(_ state: Control.State, _ trigger: Trigger, _ scene: Scene, _ places: [Place]) -> Bool {
        let token = scene.tokens[trigger.token]
        // "The occupied West Bank".
        if state == .held || state == .captured, trigger.entry.lemma == "occupy", token.relation.base == "amod" {
            return true
        }
        if state == .besieged, token.form.lowercased().hasSuffix("ing"),
            ["amod", "acl", "compound"].contains(token.relation.base)
        {
            return trigger.rest.isEmpty
        }
        return state == .captured && token.relation.base == "amod"
            && places.allSatisfy { $0.kind == nil && $0.id == nil }
    }

    /// "The group used to control the north": a state that is over, and nobody says since when.
    private func isFormer(_ state: Control.State, _ trigger: Int, _ scene: Scene) -> Bool {
        let head = scene.tokens[trigger].head
        // "X, formerly held by Y".
        if state != .captured, state != .lost, trigger > 0,
            ["formerly", "previously", "once"].contains(scene.tokens[trigger - 1].form.lowercased())
        {
            return true
        }
        return state != .captured && state != .lost && head >= 0 && scene.tree.relation(trigger) == "xcomp"
            && scene.tokens[head].form.says("used")
    }

    /// "Besieged rebel-held X": who is inside.
    private func holderByAdjective(of token: Int, _ scene: Scene) -> ActorMention? {
        let near = max(0, token - 5)..<min(scene.tokens.count, token + 6)
        return CompoundControl(lexicon: lexicon).find(in: scene).first {
            $0.state == .held && near.contains($0.token)
        }?.holder
    }
}
