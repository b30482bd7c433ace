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
            guard let place = ControlledPlace(scene: scene).meant(found.place) else { continue }
            let control = Control(state: found.state, place: place, holder: found.holder.actor)
            nameLoser(found, place, in: &drafts)
            let low = min(found.holder.tokens.lowerBound, found.head)
            let high = max(found.holder.tokens.upperBound, found.head) + 1
            drafts.append(
                draft(
                    .control(control), scene, token: found.token, span: low..<min(high, scene.tokens.count),
                    rule: found.rule, confidence: 0.8))
        }
        drafts += ControlByOrder(scene: scene).drafts(besides: drafts, self)
        return DraftMerger.merged(drafts)
    }

    /// "The army took the rebel-held town of X": it was taken from those who held it.
    private func nameLoser(_ found: CompoundControl.Found, _ place: Place, in drafts: inout [Draft]) {
        guard found.state == .held else { return }
        for index in drafts.indices {
            guard case .control(var control) = drafts[index].content, control.state == .captured, control.from == nil,
                control.place.range == place.range, let taker = control.holder,
                taker.id ?? taker.name != found.holder.actor.id ?? found.holder.actor.name
            else { continue }
            control.from = found.holder.actor
            drafts[index].content = .control(control)
        }
    }

    func draft(
        _ content: Claim.Content, _ scene: Scene, token: Int, span: Range<Int>, rule: String, confidence: Double,
        trigger: Range<Int>? = nil
    ) -> Draft {
        Draft(
            content: content, sentence: scene.index, trigger: token, evidence: scene.sentence.textRange(span),
            triggerRange: scene.sentence.textRange(trigger ?? token..<token + 1), modality: .asserted,
            confidence: confidence, rule: rule)
    }

    private func event(
        _ type: EventType, _ trigger: Trigger, _ finder: RoleFinder, _ scene: Scene, _ triggers: [Trigger],
        _ previous: Place?
    ) -> [Draft] {
        let entry = trigger.entry
        var parties = sides(of: type, trigger, finder, scene)
        var type = type
        if entry.pos == .verb, WordClasses.toll.contains(entry.lemma) {
            guard let resolved = toll(type, trigger, finder, scene, parties.actors, parties.targets, triggers) else {
                return []
            }
            type = resolved
        }
        type = exact(type, trigger, finder, scene, parties.actors)
        // "The ministry is pulling its troops out": they withdraw. What is destroyed with its men was no loot.
        if type == .withdrawal, entry.pos == .verb, var own = ownForces(finder, scene) {
            let owner = parties.actors.first.map { [$0.actor.name] } ?? []
            own.actor.aliases = (own.actor.aliases ?? []) + owner.filter { $0 != own.actor.name }
            parties.actors = [own]
        }
        if type == .looting, finder.heads(.object).contains(where: { scene.isArmed($0) }) { return [] }
        if parties.actors.isEmpty, entry.pos == .noun {
            parties.actors = likelyActors(type, trigger, scene, parties.targets)
        }
        if type == .armedClash, entry.pos == .noun, parties.actors.count >= 2, parties.targets.isEmpty {
            parties = ([parties.actors[0]], [parties.actors[1]])
        }
        if type == .displacement, parties.targets.isEmpty, let fled = parties.actors.first,
            fled.actor.kind == .civilians
        {
            parties = ([], [fled])
        }
        // "A camp for displaced families" tells who they are, not that they fled.
        // Nor do "captured soldiers" that they were taken now.
        if [.displacement, .arrest, .abduction].contains(type), entry.pos == .verb,
            scene.tree.relation(trigger.token) == "amod"
        {
            return []
        }
        // "Those who had fled the town said": who they are.
        if type == .displacement, scene.tree.full(trigger.token) == "acl:relcl",
            scene.sentence.child(of: trigger.token, "nsubj").map({ scene.tokens[$0].form.says("who") }) ?? false
        {
            return []
        }
        if [.shelling, .missileAttack].contains(type), entry.pos == .noun, isFound(trigger.token, scene) { return [] }
        // "Arrested 50 men in raids": how they did it.
        if type == .attack, entry.pos == .noun, isManner(trigger.token, scene) { return [] }
        guard !BackgroundWords.tellNothing(type, trigger, scene, parties.actors) else { return [] }
        var found = places(type, trigger, finder, scene, previous)
        if !found.own, let doer = parties.actors.first?.actor {
            found.places.removeAll { isSeat($0, of: doer, scene) }
        }
        var event = Event(type: type, actor: parties.actors.first?.actor, target: parties.targets.first?.actor)
        if event.actor == nil, type == .protest, entry.pos == .verb { event.actor = crowd(finder, scene) }
        if entry.pos == .verb, [.displacement, .withdrawal, .evacuation].contains(type) {
            addMovement(to: &event, trigger, finder, scene, places: &found.places)
        }
        var confidence = 0.72 + (found.own ? 0.08 : 0) - (found.isPrevious ? 0.1 : 0)
        if parties.actors.isEmpty { confidence -= 0.1 }
        if found.places.isEmpty { confidence -= 0.1 }
        let list: [Place?] = found.own && found.places.count > 1 ? found.places.map { $0 } : [found.places.first]
        return list.map { place in
            event.place = place
            return draft(of: event, trigger, scene, parties.actors, own: found.own, confidence)
        }
    }

    /// "Seized a cache of weapons, including 130 mortar rounds": nobody fired them.
    private func isFound(_ noun: Int, _ scene: Scene) -> Bool {
        scene.sentence.ancestors(of: noun).contains {
            ["cache", "seize", "confiscate", "recover", "find", "discover", "haul", "stockpile", "arsenal"].contains(
                scene.tree.lemma($0).lowercased())
        }
    }

    private func isManner(_ noun: Int, _ scene: Scene) -> Bool {
        ["obl", "nmod"].contains(scene.tree.relation(noun))
            && ["in", "during"].contains { scene.tree.hasCase(noun, $0) }
            && scene.sentence.ancestors(of: noun).prefix(2).contains {
                ["arrest", "detain", "capture", "seize", "round"].contains(scene.tree.lemma($0).lowercased())
            }
    }

    /// "Thousands marched": a crowd, which no list of parties has.
    private func crowd(_ finder: RoleFinder, _ scene: Scene) -> Actor? {
        finder.heads(.subject).first {
            ["thousand", "hundred", "dozen", "ten", "crowd", "score"].contains(scene.tree.lemma($0).lowercased())
        }.map { Actor(name: scene.tokens[$0].form, kind: .civilians) }
    }

    /// The party that a verb's object names as the subject's own: "its troops", "their fighters".
    private func ownForces(_ finder: RoleFinder, _ scene: Scene) -> ActorMention? {
        finder.heads(.object).lazy.filter { head in
            scene.isArmed(head)
                && scene.sentence.children(of: head).contains { scene.tree.full($0) == "nmod:poss" }
        }.compactMap { scene.party(at: $0) }.first { $0.actor.id != nil }
    }

    /// "Russia's strikes in Syria, the ministry in Moscow said": the doer's own capital, where it only speaks.
    private func isSeat(_ place: Place, of doer: Actor, _ scene: Scene) -> Bool {
        guard let code = place.country, code == doer.country, code != scene.actors.mainCountry else { return false }
        return scene.states.values.contains { $0.code == code && $0.metonyms.contains(place.name) }
    }

    /// One event at one place as a draft, with the words that carry it.
    private func draft(
        of event: Event, _ trigger: Trigger, _ scene: Scene, _ actors: [ActorMention], own: Bool, _ confidence: Double
    ) -> Draft {
        var event = event
        if var named = event.place, named.name.hasPrefix("The ") {
            named.name = String(named.name.dropFirst(4))
            event.place = named
        }
        let low = ([trigger.span.lowerBound] + actors.prefix(1).map(\.tokens.lowerBound)).min() ?? trigger.token
        let high = ([trigger.span.upperBound] + actors.prefix(1).map(\.tokens.upperBound)).max() ?? trigger.token + 1
        var one = draft(
            .event(event), scene, token: trigger.token, span: low..<high, rule: "event/\(trigger.entry.id)",
            confidence: confidence, trigger: trigger.span)
        one.ownPlace = own
        one.refersBack =
            trigger.entry.pos == .noun && isDefinite(trigger.token, scene) && actors.isEmpty
            && lightVerb(trigger, scene.tree) == nil
        if let range = event.place?.range, range.start >= scene.sentence.range.start,
            range.end <= scene.sentence.range.end, own
        {
            one.evidence = one.evidence.union(range)
        }
        return one
    }

    /// "the attack", "these strikes", "its raids": what was told before.
    func isDefinite(_ noun: Int, _ scene: Scene) -> Bool {
        scene.sentence.children(of: noun).contains {
            $0 < noun
                && [
                    "the", "this", "that", "these", "those", "such", "its", "their", "any", "no", "all", "other",
                    "previous",
                ].contains(scene.tokens[$0].form.lowercased())
        }
    }

    func lightVerb(_ trigger: Trigger, _ tree: Tree) -> Int? {
        trigger.entry.pos == .noun ? tree.lightVerb(over: trigger.token, WordClasses.light) : nil
    }
}
