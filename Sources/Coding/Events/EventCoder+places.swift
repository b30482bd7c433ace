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
        var own = struckPlaces(trigger, scene)
        if own.isEmpty { own = finder.places(trigger.entry.place) }
        own = own.flatMap { finer($0, scene) }
        // "Hawija, Iraq" is one place.
        own = own.filter { wide in
            wide.kind != .country || !own.contains { $0.kind != .country && $0.country == wide.country }
        }
        if own.isEmpty, trigger.entry.pos == .noun, let verb = Sufferers.verb(over: trigger.token, scene.tree) {
            own = RoleFinder(scene: scene, trigger: verb, rest: [], pos: .verb).places([.subject])
        }
        if [.offensive, .advance, .armedClash].contains(type) {
            let goal = goal(trigger, scene)
            if !goal.isEmpty, own.allSatisfy({ $0.kind == .country }) || type == .offensive {
                return (goal, true, false)
            }
        }
        let near = nearby(trigger, scene).flatMap { finer($0, scene) }
        // "An airbase near X", "two hospitals in X": X says where.
        if !own.isEmpty, own.contains(where: { !isNameless($0, scene) }) || near.isEmpty || near[0].kind == .country {
            return (own, true, false)
        }
        if !near.isEmpty { return (near, !own.isEmpty || near.count > 1, false) }
        if let war = countryOfWar(scene) { return ([war], false, false) }
        if let previous, !isNew(trigger, scene) { return ([previous], false, true) }
        return ([], false, false)
    }

    private static let landing: Set<String> = [
        "hit", "strike", "pound", "target", "slam", "land", "fall", "rain", "rip", "tear", "crash", "smash", "explode",
        "destroy", "damage",
    ]

    /// "Rockets fired from the border hit the town", "a strike killed ten people in X": where the verb says that it struck.
    private func struckPlaces(_ trigger: Trigger, _ scene: Scene) -> [Place] {
        let tree = scene.tree
        var noun = trigger.token
        if trigger.entry.pos == .verb {
            guard tree.relation(noun) == "acl", scene.tokens[noun].head >= 0 else { return [] }
            noun = scene.tokens[noun].head
        }
        let verb = scene.tokens[noun].head
        guard verb >= 0, tree.relation(noun) == "nsubj", scene.tokens[verb].upos == .verb, !tree.isPassive(verb) else {
            return []
        }
        let lemma = tree.lemma(verb).lowercased()
        let finder = RoleFinder(scene: scene, trigger: verb, rest: [], pos: .verb)
        let near: [EventEntry.Slot] = [
            .phrase("in"), .phrase("into"), .phrase("on"), .phrase("at"), .phrase("near"), .phrase("outside"),
        ]
        if Self.landing.contains(lemma) {
            let hit = finder.places([.object])
            return hit.contains { !isNameless($0, scene) } ? hit : finder.places(near)
        }
        return WordClasses.toll.contains(lemma) ? finder.places(near) : []
    }

    /// "Another strike", "a separate attack": not where the last one was.
    private func isNew(_ trigger: Trigger, _ scene: Scene) -> Bool {
        scene.sentence.children(of: trigger.token).contains {
            $0 < trigger.token && ["another", "separate", "second"].contains(scene.tokens[$0].form.lowercased())
        }
    }

    /// "The town of X in Y province", "X in Y": X says where; a place within which the sentence names no finer one stays.
    private func finer(_ place: Place, _ scene: Scene) -> [Place] {
        if let named = named(in: place, scene) { return [named] }
        guard let wide = scene.places.first(where: { $0.place.range != nil && $0.place.range == place.range }),
            [.admin1, .admin2, .admin3, .region, .country].contains(place.kind) || isRegion(wide, scene),
            let fine = scene.places.last(where: { $0.tokens.upperBound <= wide.tokens.lowerBound }),
            fine.place.kind == .settlement || fine.place.kind == nil || fine.place.kind == .camp
                || wide.place.kind == .country && fine.place.kind != .country && fine.place.kind != .water,
            scene.isUsable(fine)
        else { return [place] }
        if let area = fine.place.admin1, let own = place.admin1, area != own { return [place] }
        let between = scene.tokens[fine.tokens.upperBound..<wide.tokens.lowerBound]
        guard between.count <= 5, between.contains(where: { $0.form.lowercased() == "in" || $0.form == "," }),
            between.allSatisfy({ token in
                [.adj, .det, .punct].contains(token.upos) || token.form.lowercased() == "in"
                    || WordClasses.placeNouns.contains(token.lemma) || token.form.lowercased().hasSuffix("ern")
                    || ["\u{2019}s", "'s", "of"].contains(token.form)
            })
        else { return [place] }
        let head = scene.tree.head(of: fine.tokens) ?? fine.tokens.lowerBound
        let list = scene.tree.spread(scene.tree.firstOfList(head)).compactMap { scene.mention(at: $0)?.place }
        return list.contains(fine.place) ? list : [fine.place]
    }

    /// "In southern Idlib": the land around a city that bears its name.
    private func isRegion(_ mention: Gazetteer.PlaceMention, _ scene: Scene) -> Bool {
        let first = mention.tokens.lowerBound
        return first > 1 && scene.tokens[first - 1].form.lowercased().hasSuffix("ern")
            && scene.tokens[first - 2].form.lowercased() == "in"
    }

    /// "The X village of Y", "in the X city of Y", "the X suburb of Y": Y.
    private func named(in place: Place, _ scene: Scene) -> Place? {
        guard
            let wide = scene.places.first(where: { $0.place.range != nil && $0.place.range == place.range }),
            let fine = scene.places.first(where: { $0.tokens.lowerBound >= wide.tokens.upperBound }),
            fine.place.kind == .settlement || fine.place.kind == nil, scene.isUsable(fine)
        else { return nil }
        let between = scene.tokens[wide.tokens.upperBound..<fine.tokens.lowerBound]
        guard (2...4).contains(between.count), between.last?.form == "of",
            Self.within.contains(between[between.endIndex - 2].lemma)
                || place.kind != .settlement
                    && WordClasses.settlementNouns.contains(between[between.endIndex - 2].lemma),
            between.dropLast(2).allSatisfy({ $0.upos == .adj || $0.upos == .noun })
        else { return nil }
        return fine.place
    }

    /// What lies in a city or beside it and is named after the preposition.
    private static let within: Set<String> = ["suburb", "neighbourhood", "neighborhood", "district", "quarter"]

    private static let wars: Set<String> = ["conflict", "war", "uprising", "revolt", "crisis", "revolution"]

    /// "Syria's civil war began with protests": the country of which a sentence tells in general.
    private func countryOfWar(_ scene: Scene) -> Place? {
        for noun in scene.tokens.indices where Self.wars.contains(scene.tokens[noun].lemma) {
            for child in scene.sentence.children(of: noun) where child < noun {
                if let mention = scene.mention(at: child), mention.place.kind == .country { return mention.place }
                let word = scene.tokens[child].form.lowercased()
                if let country = scene.demonyms[word]
                    ?? (word.hasSuffix("s") ? scene.states[String(word.dropLast())] : nil)
                {
                    return Place(name: country.name, range: scene.tokens[child].range)
                }
            }
        }
        return nil
    }

    /// True for a place that only common nouns name.
    private func isNameless(_ place: Place, _ scene: Scene) -> Bool {
        place.id == nil && place.kind == nil
            && place.name.split(separator: " ").allSatisfy {
                $0.first?.isUppercase != true || scene.demonyms[$0.lowercased()] != nil
            }
    }

    /// Where those who move come from and go to.
    func addMovement(
        to event: inout Event, _ trigger: Trigger, _ finder: RoleFinder, _ scene: Scene, places: inout [Place]
    ) {
        event.origin = finder.places([.phrase("from")]).first
        event.destination = finder.places([.phrase("to"), .phrase("into")]).first
        // What is left is where it happens, where no other place is told.
        if places.isEmpty, let origin = event.origin { places = [origin] }
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

    private static let speakers: Set<String> = [
        "ministry", "spokesman", "spokeswoman", "spokesperson", "correspondent", "reporter", "official", "agency",
        "activist", "source", "office", "centre", "center", "journalist", "monitor", "headquarters", "embassy",
        "government", "regime",
    ]

    /// "The ministry in Moscow said", "an official in the capital": where those are who tell it.
    private func tellsWhereSpoken(_ place: Int, _ scene: Scene) -> Bool {
        let noun = scene.tokens[place].head
        return noun >= 0 && scene.tree.relation(place) == "nmod" && scene.tokens[noun].upos == .noun
            && Self.speakers.contains(scene.tokens[noun].lemma.lowercased())
            && ["in", "at", "near"].contains { scene.tree.hasCase(place, $0) }
    }

    /// The goal or origin of another verb's movement.
    private func tellsOtherWay(_ place: Int, _ scene: Scene) -> Bool {
        let verb = scene.tokens[place].head
        guard verb >= 0, scene.tokens[verb].upos == .verb, scene.tree.relation(place) == "obl" else { return false }
        return ["to", "towards", "toward"].contains { scene.tree.hasCase(place, $0) }
            && Self.moving.contains(scene.tree.lemma(verb).lowercased())
    }

    private static let moving: Set<String> = [
        "flee", "go", "move", "travel", "return", "retreat", "withdraw", "escape", "head", "fly", "run", "send",
    ]

    private static let speaking: Set<String> = ["say", "tell", "speak", "add", "report", "write", "announce", "talk"]

    /// "A man from X was killed": where he comes from; "speaking from X": where he speaks.
    private func isOrigin(_ place: Int, _ scene: Scene) -> Bool {
        let head = scene.tokens[place].head
        guard head >= 0, head < place, scene.tree.hasCase(place, "from") else { return false }
        if scene.tree.relation(place) == "obl" { return Self.speaking.contains(scene.tree.lemma(head).lowercased()) }
        return scene.tree.relation(place) == "nmod" && (scene.tokens[head].upos == .propn || scene.isPersons(head))
    }

    /// "According to X": a source that the gazetteer takes for a place.
    private func isSource(_ mention: Gazetteer.PlaceMention, _ scene: Scene) -> Bool {
        let tokens = scene.tokens
        var before = mention.tokens.lowerBound - 1
        if before >= 0, tokens[before].form.lowercased() == "the" { before -= 1 }
        return before >= 1 && tokens[before].form == "to" && tokens[before - 1].form.lowercased() == "according"
    }

    /// A place of the trigger's clause, else the nearest of the sentence; countries only where nothing finer stands.
    func nearby(_ trigger: Trigger, _ scene: Scene) -> [Place] {
        let clause = scene.tree.clause(trigger.token)
        func score(_ mention: Gazetteer.PlaceMention) -> Int? {
            guard scene.isUsable(mention) else { return nil }
            let head = scene.tree.head(of: mention.tokens) ?? mention.tokens.lowerBound
            if let party = scene.party(at: head), !party.isPlaceName { return nil }
            if tellsWhereSpoken(head, scene) || isOrigin(head, scene) || isSource(mention, scene) { return nil }
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
            if !inClause {
                // "Shot dead; the judges have fled to X": where others went.
                if tellsOtherWay(head, scene) { return nil }
                penalty += 15
            }
            return penalty
        }
        let best = scene.places.compactMap { mention in score(mention).map { (mention, $0) } }.min { $0.1 < $1.1 }
        guard let nearest = best?.0 else { return [] }
        let list = scene.list(with: nearest)
        let first = list[0].tokens.lowerBound
        // "Evacuees from the towns of X and Y": where those come from.
        let isFrom = scene.tokens[max(0, first - 5)..<first].contains { $0.form == "from" }
        if list.count > 1, best?.1 ?? 0 < 15, !isFrom, list.allSatisfy({ score($0) != nil }) {
            return list.map(\.place)
        }
        return [scene.nameInCountry(nearest)?.place ?? nearest.place]
    }
}
