import Gazetteer
import Language
import Record

/// Turns the triggers of a sentence into drafts of events and control claims.
struct EventCoder {
    let lexicon: EventLexicon

    /// The drafts of one sentence; `place` is where the last sentences were, for a sentence that names none.
    func code(_ scene: Scene, previous: Place?) -> [Draft] {
        var drafts: [Draft] = []
        let triggers = TriggerMatcher(lexicon: lexicon).triggers(in: scene)
        for trigger in triggers {
            let finder = RoleFinder(scene: scene, trigger: trigger.token, rest: trigger.rest, pos: trigger.entry.pos)
            switch trigger.entry.content {
            case .control(let state): drafts += control(state, trigger, finder, scene)
            case .event(let type): drafts += event(type, trigger, finder, scene, triggers, previous)
            }
        }
        for found in CompoundControl(lexicon: lexicon).find(in: scene) {
            let control = Control(state: found.state, place: found.place, holder: found.holder.actor)
            let low = min(found.holder.tokens.lowerBound, found.head)
            let high = max(found.holder.tokens.upperBound, found.head) + 1
            drafts.append(
                draft(
                    .control(control), scene, token: found.token, span: low..<min(high, scene.tokens.count),
                    rule: found.rule, confidence: 0.8))
        }
        return merged(drafts)
    }

    private func draft(
        _ content: Claim.Content, _ scene: Scene, token: Int, span: Range<Int>, rule: String, confidence: Double,
        trigger: Range<Int>? = nil
    ) -> Draft {
        Draft(
            content: content, sentence: scene.index, trigger: token, evidence: scene.sentence.textRange(span),
            triggerRange: scene.sentence.textRange(trigger ?? token..<token + 1), modality: .asserted,
            confidence: confidence, rule: rule)
    }

    // MARK: Control

    private func control(_ state: Control.State, _ trigger: Trigger, _ finder: RoleFinder, _ scene: Scene) -> [Draft] {
        let entry = trigger.entry
        let places = finder.places(entry.place).filter { $0.kind != .country || state == .held }
        guard !places.isEmpty else { return [] }
        let actors = finder.parties(entry.actor)
        // "Freed from X by Y": a party cannot lose a place to itself.
        let from = finder.parties(entry.from).filter { loser in !actors.contains { $0.tokens == loser.tokens } }
        var state = state
        if state == .captured, entry.pos == .verb, entry.actor == [.subject], actors.isEmpty,
            !scene.tree.isPassive(trigger.token),
            finder.heads(.subject).contains(where: { !scene.isParty($0) })
        {
            return []
        }
        // "controlled by", "occupied since": participles of holding stay held; "was besieged" is besieged.
        if state == .captured, entry.lemma == "occupy",
            scene.tree.isPassive(trigger.token) || scene.tokens[trigger.token].xpos == "VBP"
        {
            state = .held
        }
        // "Back in control", "back under control": it was taken again.
        if state == .held, entry.pos == .noun, entry.lemma == "control" {
            let head = scene.tokens[trigger.token].head
            let before = max(0, trigger.token - 4)..<trigger.token
            if scene.tokens[before].contains(where: { $0.lemma.lowercased() == "back" })
                || head >= 0 && scene.tree.lemma(head).lowercased() == "back"
            {
                state = .captured
            }
        }
        var drafts: [Draft] = []
        for place in places {
            var control = Control(state: state, place: place)
            switch state {
            case .besieged:
                control.besieger = actors.first?.actor
                let inside = finder.parties(entry.target).first ?? holderByAdjective(of: trigger.token, scene)
                control.holder = inside?.actor
            case .contested, .divided:
                if !actors.isEmpty { control.holders = actors.map(\.actor) }
            default:
                control.holder = actors.first?.actor
                control.from = from.first?.actor
            }
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
            drafts.append(one)
        }
        return drafts
    }

    private func holderByAdjective(of token: Int, _ scene: Scene) -> ActorMention? {
        scene.actors.mentions(in: scene.index).first {
            $0.isModifier && ($0.modifierOf == "held" || $0.modifierOf == "controlled") && abs($0.head - token) < 6
        }
    }

    // MARK: Events

    private func event(
        _ type: EventType, _ trigger: Trigger, _ finder: RoleFinder, _ scene: Scene, _ triggers: [Trigger],
        _ previous: Place?
    ) -> [Draft] {
        let entry = trigger.entry
        var type = type
        var actors = finder.parties(entry.actor)
        var targets = finder.parties(entry.target)
        let tree = scene.tree
        if let light = lightVerb(trigger, tree) {
            let verb = RoleFinder(scene: scene, trigger: light, rest: [], pos: .verb)
            if actors.isEmpty { actors = verb.parties([.subject]) }
            if targets.isEmpty { targets = verb.parties([.phrase("against"), .phrase("on")]) }
        }
        if actors.isEmpty, entry.pos == .noun { actors = agentOfTollVerb(trigger, scene) }
        if entry.pos == .noun, type == .armedClash, actors.count >= 2, targets.isEmpty {
            targets = [actors[1]]
        }
        targets.removeAll { target in actors.contains { $0.tokens == target.tokens } }
        if entry.pos == .verb, WordClasses.toll.contains(entry.lemma) {
            guard let resolved = toll(type, trigger, finder, scene, actors, targets, triggers) else { return [] }
            type = resolved
        }
        if scene.fromTheAir, type == .attack, entry.pos == .noun,
            ["raid", "strike", "bombing", "bombardment"].contains(scene.tree.lemma(trigger.token))
        {
            type = .airStrike
        }
        if actors.isEmpty, entry.pos == .noun { actors = likelyActors(type, trigger, scene, targets) }
        if type == .armedClash, entry.pos == .noun, actors.count >= 2, targets.isEmpty {
            targets = [actors[1]]
            actors = [actors[0]]
        }
        if type == .attack, actors.contains(where: { scene.isArmed($0.head) }), isOnTroops(finder, entry, scene) {
            type = .armedClash
        }
        if type == .displacement, scene.tokens[trigger.token].relation.base == "amod" { return [] }
        if type == .displacement, targets.isEmpty, let fled = actors.first, fled.actor.kind == .civilians {
            (actors, targets) = ([], [fled])
        }
        if type == .praise, tree.isPassive(trigger.token) { return [] }
        var places = finder.places(entry.place)
        if places.isEmpty, [.offensive, .advance, .armedClash].contains(type) { places = goal(trigger, scene) }
        let own = !places.isEmpty
        if places.isEmpty { places = nearby(trigger, scene) }
        var confidence = 0.72
        if places.isEmpty, let previous { places = [previous]; confidence -= 0.1 }
        if actors.isEmpty { confidence -= 0.1 }
        if own { confidence += 0.08 }
        if places.isEmpty { confidence -= 0.1 }
        var event = Event(type: type, actor: actors.first?.actor, target: targets.first?.actor, place: nil)
        if entry.pos == .verb, [.displacement, .withdrawal, .evacuation].contains(type) {
            event.origin = finder.places([.phrase("from")]).first
            event.destination = finder.places([.phrase("to"), .phrase("into")]).first
            if type == .displacement, let origin = event.origin, places.first?.name == origin.name {
                // "People displaced from X gather on the outskirts of Y": they are seen at Y.
                let there = scene.places.first {
                    $0.tokens.lowerBound > trigger.token && $0.place.kind != .country && scene.isUsable($0)
                        && $0.place.name != origin.name && ($0.place.id == nil || $0.place.id != origin.id)
                }
                if let there { places = [event.destination ?? there.place] }
            }
        }
        let low = ([trigger.span.lowerBound] + actors.prefix(1).map(\.tokens.lowerBound)).min() ?? trigger.token
        let high = ([trigger.span.upperBound] + actors.prefix(1).map(\.tokens.upperBound)).max() ?? trigger.token + 1
        let list: [Place?] = own && places.count > 1 ? places.map { $0 } : [places.first]
        return list.map { place in
            event.place = place
            if var named = event.place, named.name.hasPrefix("The ") {
                named.name = String(named.name.dropFirst(4)); event.place = named
            }
            var one = draft(
                .event(event), scene, token: trigger.token, span: low..<high, rule: "event/\(entry.id)",
                confidence: confidence, trigger: trigger.span)
            one.ownPlace = own
            one.refersBack =
                entry.pos == .noun && isDefinite(trigger.token, scene) && actors.isEmpty
                && lightVerb(trigger, tree) == nil
            if let range = place?.range, range.start >= scene.sentence.range.start,
                range.end <= scene.sentence.range.end, own
            {
                one.evidence = one.evidence.union(range)
            }
            return one
        }
    }

    /// "Launched an operation to retake X": where it goes.
    private func goal(_ trigger: Trigger, _ scene: Scene) -> [Place] {
        let tree = scene.tree
        var starts = [trigger.token]
        if let light = tree.lightVerb(over: trigger.token, WordClasses.light) { starts.append(light) }
        let verbs = starts.flatMap { tree.sentence.children(of: $0) }.filter { child in
            child > trigger.token && scene.tokens[child].upos == .verb
                && ["acl", "advcl", "xcomp"].contains(tree.relation(child))
        }
        for verb in verbs {
            let found = RoleFinder(scene: scene, trigger: verb, rest: [], pos: .verb).places([
                .object, .phrase("of"), .phrase("over"), .phrase("from"),
            ])
            if !found.isEmpty { return Array(found.prefix(1)) }
        }
        return []
    }

    /// "the attack", "these strikes", "its raids": what was told before.
    private func isDefinite(_ noun: Int, _ scene: Scene) -> Bool {
        scene.sentence.children(of: noun).contains {
            $0 < noun
                && [
                    "the", "this", "that", "these", "those", "such", "its", "their", "any", "no", "all", "other",
                    "previous",
                ].contains(scene.tokens[$0].form.lowercased())
        }
    }

    private func lightVerb(_ trigger: Trigger, _ tree: Tree) -> Int? {
        trigger.entry.pos == .noun ? tree.lightVerb(over: trigger.token, WordClasses.light) : nil
    }

    /// "Strikes by X"; "X killed 20 in strikes on Y": who does the killing does the striking.
    private func agentOfTollVerb(_ trigger: Trigger, _ scene: Scene) -> [ActorMention] {
        let token = scene.tokens[trigger.token]
        guard token.head >= 0, token.relation.base == "obl", scene.tokens[token.head].upos == .verb else { return [] }
        return RoleFinder(scene: scene, trigger: token.head, rest: [], pos: .verb).parties([.subject])
    }

    /// True where what is attacked is armed or belongs to an armed party ("positions of the troops").
    private func isOnTroops(_ finder: RoleFinder, _ entry: EventEntry, _ scene: Scene) -> Bool {
        entry.target.flatMap { finder.heads($0) }.contains { head in
            if scene.isArmed(head) || scene.modifierParty(of: head).map({ scene.isArmed($0.head) }) == true {
                return true
            }
            if ["position", "base", "post", "checkpoint", "convoy", "barracks", "outpost", "patrol", "camp"].contains(
                scene.tokens[head].lemma)
            {
                return true
            }
            return scene.tree.phrases(head, "of").contains { scene.isArmed($0) }
        }
    }

    /// Who alone in the sentence could have done it: for strikes from the air a state or coalition, for clashes the two sides.
    private func likelyActors(_ type: EventType, _ trigger: Trigger, _ scene: Scene, _ targets: [ActorMention])
        -> [ActorMention]
    {
        let parties = scene.actors.mentions(in: scene.index).filter { mention in
            guard !mention.isModifier, !mention.isPerson, !mention.isPlaceName else { return false }
            if targets.contains(where: { $0.tokens == mention.tokens }) { return false }
            switch mention.actor.kind {
            case .stateForce, .coalition: return true
            case .rebel, .jihadist, .militia: return type == .armedClash || type == .advance
            default: return false
            }
        }
        switch type {
        case .advance where !isDefinite(trigger.token, scene):
            // "Iraqi forces advance towards X", where the verb was read as a noun.
            let before = parties.filter { $0.head < trigger.token }
            guard let first = before.first,
                !scene.tokens[first.tokens.upperBound..<max(first.tokens.upperBound, trigger.token)].contains(where: {
                    $0.upos == .verb || $0.upos == .aux
                })
            else { return [] }
            return [first]
        case .airStrike: return parties.count == 1 ? parties : []
        case .armedClash: return parties.count == 2 ? parties : []
        default: return []
        }
    }

    /// What a verb of killing or wounding tells: an event of its own, or only the toll of another.
    private func toll(
        _ type: EventType, _ trigger: Trigger, _ finder: RoleFinder, _ scene: Scene, _ actors: [ActorMention],
        _ targets: [ActorMention], _ triggers: [Trigger]
    ) -> EventType? {
        let tree = scene.tree
        let subjects = finder.heads(.subject)
        func isHarm(_ head: Int) -> Bool {
            WordClasses.harm.contains(scene.tokens[head].lemma)
                || triggers.contains { $0.token == head && $0.entry.pos == .noun }
        }
        if subjects.contains(where: isHarm) { return nil }
        for preposition in ["in", "by", "during", "after", "when", "with", "from"] {
            if tree.phrases(trigger.token, preposition).contains(where: isHarm) { return nil }
        }
        // Another violent event of the same sentence that governs it ("the strike hit …, killing 10").
        if trigger.entry.lemma != "shoot" {
            let others = triggers.filter { other in
                guard case .event(let kind) = other.entry.content, other.token != trigger.token else { return false }
                return [
                    .airStrike, .shelling, .ied, .suicideBombing, .attack, .armedClash, .chemicalWeapon, .missileAttack,
                    .landmine, .grenade,
                ].contains(kind)
                    && !WordClasses.toll.contains(other.entry.lemma)
            }
            if !others.isEmpty { return nil }
        }
        let objects = finder.heads(.object)
        let armedObject = objects.contains { scene.isArmed($0) }
        if actors.isEmpty {
            // "He was killed in X": in a note its news, in a report the toll of what was told before.
            return scene.tree.isPassive(trigger.token) && (trigger.entry.lemma != "kill" || scene.isShort) ? type : nil
        }
        if type == .killing, armedObject,
            actors.contains(where: { $0.actor.kind != .civilians && $0.actor.kind != .person })
        {
            return .armedClash
        }
        if trigger.entry.lemma == "wound" || trigger.entry.lemma == "injure" { return nil }
        return type
    }

    /// A place of the trigger's clause, else the nearest of the sentence; countries only where nothing finer stands.
    private func nearby(_ trigger: Trigger, _ scene: Scene) -> [Place] {
        let clause = scene.tree.clause(trigger.token)
        func score(_ mention: Gazetteer.PlaceMention) -> Int? {
            guard scene.isUsable(mention) else { return nil }
            let head =
                mention.tokens.first { !mention.tokens.contains(scene.tokens[$0].head) } ?? mention.tokens.lowerBound
            if let party = scene.party(at: head), !party.isPlaceName { return nil }
            // "US air strikes": who strikes, not where.
            if mention.place.kind == .country, trigger.entry.pos == .noun, head < trigger.token,
                scene.tokens[head].head == trigger.token, scene.tree.full(head) != "nmod:poss",
                ["compound", "amod", "nmod"].contains(scene.tree.relation(head)), !scene.tree.hasCase(head, "in")
            {
                return nil
            }
            var penalty = abs(head - trigger.token)
            if mention.place.kind == .country { penalty += 40 }
            if mention.place.kind == .admin1 { penalty += 8 }
            if mention.place.kind == .water { penalty += 30 }
            var at = head
            var inClause = false
            for _ in 0..<6 {
                at = scene.tokens[at].head
                guard at >= 0 else { break }
                if at == clause || at == trigger.token { inClause = true; break }
                if scene.tokens[at].upos == .verb { break }
            }
            if !inClause { penalty += 15 }
            return penalty
        }
        let best = scene.places.compactMap { mention in score(mention).map { (mention, $0) } }.min { $0.1 < $1.1 }
        return best.map { [$0.0.place] } ?? []
    }

    /// One claim where two words of a sentence tell the same thing of the same place.
    private func merged(_ drafts: [Draft]) -> [Draft] {
        var kept: [Draft] = []
        for draft in drafts {
            let same = kept.firstIndex { other in
                switch (other.content, draft.content) {
                case (.event(let a), .event(let b)):
                    guard Self.family(a.type) == Self.family(b.type) else { return false }
                    return !(other.ownPlace && draft.ownPlace) || a.place?.name == b.place?.name || a.place == nil
                        || b.place == nil
                case (.control(let a), .control(let b)):
                    return a.state == b.state && a.place.name == b.place.name
                        && (a.holder == nil || b.holder == nil || a.holder?.name == b.holder?.name
                            || a.holder?.id == b.holder?.id)
                default: return false
                }
            }
            guard let same else { kept.append(draft); continue }
            // The fuller of the two stays.
            if Self.fullness(draft) > Self.fullness(kept[same]) {
                kept[same] = draft
            }
        }
        return withoutVague(kept)
    }

    private static let precise: Set<EventType> = [
        .airStrike, .shelling, .missileAttack, .ied, .suicideBombing, .chemicalWeapon, .grenade, .landmine, .killing,
        .execution, .abduction, .sexualViolence,
        .mobViolence, .excessiveForceAgainstProtesters, .violentDemonstration,
    ]

    /// "attack" and "bombardment" say less than the strike or bomb of the same sentence that they refer to.
    private func withoutVague(_ drafts: [Draft]) -> [Draft] {
        func type(_ draft: Draft) -> EventType? {
            if case .event(let event) = draft.content { event.type } else { nil }
        }
        let types = Set(drafts.compactMap(type))
        return drafts.filter { draft in
            guard let own = type(draft) else { return true }
            if own == .attack, !types.isDisjoint(with: Self.precise) || types.contains(.armedClash) { return false }
            if own == .shelling, types.contains(.airStrike), draft.rule.contains("bombardment") { return false }
            if own == .armedClash, draft.refersBack, !types.isDisjoint(with: Self.precise) { return false }
            return true
        }
    }

    private static func family(_ type: EventType) -> String {
        switch type {
        case .airStrike: "air"
        case .ied, .landmine, .suicideBombing: "bomb"
        case .armedClash, .attack: "clash"
        case .offensive, .advance: "advance"
        case .killing, .execution: "killing"
        default: type.rawValue
        }
    }

    private static func fullness(_ draft: Draft) -> Int {
        switch draft.content {
        case .event(let event):
            (event.actor == nil ? 0 : 2) + (event.target == nil ? 0 : 1) + (event.place == nil ? 0 : 1)
                + (event.type == .attack ? 0 : 1)
        case .control(let control): (control.holder == nil ? 0 : 2) + (control.from == nil ? 0 : 1)
        default: 0
        }
    }
}
