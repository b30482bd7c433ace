import Gazetteer
import Language
import Record

/// Where an event happened when its own phrase names no place.
extension EventCoder {
    /// Where an event happened: what its own words name, the goal of an operation, the nearest name of the sentence, else
    /// where the last sentences were.
    func places(
        _ type: EventType, _ trigger: Trigger, _ finder: RoleFinder, _ scene: Scene, _ previous: Place?
    ) -> (places: [Place], own: Bool, isPrevious: Bool) {
        let own = finder.places(trigger.entry.place)
        if [.offensive, .advance, .armedClash].contains(type) {
            let goal = goal(trigger, scene)
            if !goal.isEmpty, own.allSatisfy({ $0.kind == .country }) || type == .offensive {
                return (goal, true, false)
            }
        }
        let near = nearby(trigger, scene)
        // "An airbase near X", "two hospitals in X": X says where.
        if !own.isEmpty, own.contains(where: { !isNameless($0) }) || near.isEmpty || near[0].kind == .country {
            return (own, true, false)
        }
        if !near.isEmpty { return (near, !own.isEmpty, false) }
        if let previous { return ([previous], false, true) }
        return ([], false, false)
    }

    /// True for a place that only common nouns name.
    private func isNameless(_ place: Place) -> Bool {
        place.id == nil && place.kind == nil
            && place.name.split(separator: " ").allSatisfy { $0.first?.isUppercase != true }
    }

    /// Where those who move come from and go to.
    func addMovement(
        to event: inout Event, _ trigger: Trigger, _ finder: RoleFinder, _ scene: Scene, places: inout [Place]
    ) {
        event.origin = finder.places([.phrase("from")]).first
        event.destination = finder.places([.phrase("to"), .phrase("into")]).first
        guard event.type == .displacement, let origin = event.origin, places.first?.name == origin.name else { return }
        // "People displaced from X gather on the outskirts of Y": they are seen at Y.
        let there = scene.places.first {
            $0.tokens.lowerBound > trigger.token && $0.place.kind != .country && scene.isUsable($0)
                && $0.place.name != origin.name && ($0.place.id == nil || $0.place.id != origin.id)
        }
        if let there { places = [event.destination ?? there.place] }
    }

    /// "Launched an operation to retake X", "the offensive aimed at the liberation of X": where it goes.
    private func goal(_ trigger: Trigger, _ scene: Scene) -> [Place] {
        let tree = scene.tree
        var under = [trigger.token]
        if let light = tree.lightVerb(over: trigger.token, WordClasses.light) { under.append(light) }
        var next = 0
        while next < under.count, next < 12 {
            let children = tree.sentence.children(of: under[next]).filter { child in
                child > trigger.token
                    && (["acl", "advcl", "xcomp"].contains(tree.relation(child))
                        || ["obl", "nmod"].contains(tree.relation(child))
                            && WordClasses.goals.contains(tree.lemma(child)))
            }
            next += 1
            for child in children where WordClasses.goals.contains(tree.lemma(child)) {
                let isVerb = scene.tokens[child].upos == .verb
                let finder = RoleFinder(scene: scene, trigger: child, rest: [], pos: isVerb ? .verb : .noun)
                let found = finder.places([.object, .phrase("of"), .phrase("over"), .phrase("from")])
                if !found.isEmpty { return Array(found.prefix(1)) }
            }
            under += children
        }
        return []
    }

    /// A place of the trigger's clause, else the nearest of the sentence; countries only where nothing finer stands.
    func nearby(_ trigger: Trigger, _ scene: Scene) -> [Place] {
        let clause = scene.tree.clause(trigger.token)
        func score(_ mention: Gazetteer.PlaceMention) -> Int? {
            guard scene.isUsable(mention) else { return nil }
            let head =
                mention.tokens.first { !mention.tokens.contains(scene.tokens[$0].head) } ?? mention.tokens.lowerBound
            if let party = scene.party(at: head), !party.isPlaceName { return nil }
            // "US officials", "led by Turkey": who acts or speaks; a country is a place only where something is in it.
            if mention.place.kind == .country,
                !["in", "across", "inside", "within", "throughout", "over", "into"].contains(where: {
                    scene.tree.hasCase(head, $0)
                })
            {
                return nil
            }
            // Continents and the like say nothing of where.
            if mention.place.kind == .region, mention.place.country == nil { return nil }
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
}
