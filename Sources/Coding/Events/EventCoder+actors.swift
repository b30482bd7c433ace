import Language
import Record

/// Who acts where the slots of the entry give nobody.
extension EventCoder {
    /// Who acts and who is acted upon, from the entry's slots, the light verb and the verb of the toll.
    func sides(
        of type: EventType, _ trigger: Trigger, _ finder: RoleFinder, _ scene: Scene
    ) -> (actors: [ActorMention], targets: [ActorMention]) {
        let entry = trigger.entry
        var actors = finder.parties(entry.actor)
        var targets = finder.parties(entry.target)
        if let light = lightVerb(trigger, scene.tree) {
            let verb = RoleFinder(scene: scene, trigger: light, rest: [], pos: .verb)
            // "Y opened its assault", where "its" may be anybody's.
            if actors.first.map({ scene.tokens[$0.head].upos == .pron }) ?? true {
                let subjects = verb.parties([.subject])
                if !subjects.isEmpty { actors = subjects }
            }
            if targets.isEmpty { targets = verb.parties([.phrase("against"), .phrase("on")]) }
        }
        if actors.isEmpty, entry.pos == .noun, [.ceasefire, .agreement].contains(type),
            let verb = scene.tree.lightVerb(over: trigger.token, WordClasses.deal)
        {
            // "Y declared a truce", "a truce declared by Y".
            actors = RoleFinder(scene: scene, trigger: verb, rest: [], pos: .verb).parties([.subject])
                .filter { ![.media, .ngo].contains($0.actor.kind) }
        }
        if entry.pos == .noun, let own = doer(named: trigger.token, scene) { actors = [own] }
        if actors.isEmpty, entry.pos == .noun {
            actors = Sufferers.blamed(for: trigger.token, scene.tree).compactMap { scene.anyParty(at: $0) }
        }
        if targets.isEmpty, entry.pos == .noun, let verb = Sufferers.verb(over: trigger.token, scene.tree) {
            targets = RoleFinder(scene: scene, trigger: verb, rest: [], pos: .verb).parties([.subject])
                .filter { !$0.isPlaceName }
        }
        if actors.isEmpty, entry.pos == .noun { actors = agentOfTollVerb(trigger, scene) }
        if actors.isEmpty, entry.pos == .noun, type == .armedClash, !targets.isEmpty,
            let dead = fallen(in: trigger.token, scene), dead.tokens != targets[0].tokens
        {
            actors = [dead]
        }
        if actors.isEmpty, entry.pos == .noun, type == .armedClash, let fighter = fighter(in: trigger.token, scene) {
            actors = [fighter]
        }
        if entry.pos == .verb, Self.repelling.contains(entry.lemma) {
            let attackers = attackers(repelledBy: finder, scene)
            if !attackers.isEmpty { (actors, targets) = (attackers, finder.parties([.subject])) }
        }
        if Self.violent.contains(type) {
            // Monitors, media and charities tell of violence, they do none.
            actors.removeAll { [.media, .ngo].contains($0.actor.kind) || $0.entry?.sourceKind == .monitor }
        }
        // "No group has claimed the attack".
        actors.removeAll { scene.sentence.child(of: $0.head, "det").map { scene.tokens[$0].form.says("no") } ?? false }
        targets.removeAll { target in actors.contains { $0.tokens == target.tokens } }
        if entry.pos == .noun, type == .armedClash, actors.count >= 2, targets.isEmpty { targets = [actors[1]] }
        return (actors, targets)
    }

    /// "Six militants were killed in a clash with police": the militants clashed with them.
    private func fallen(in noun: Int, _ scene: Scene) -> ActorMention? {
        let verb = scene.tokens[noun].head
        guard verb >= 0, scene.tree.hasCase(noun, "in") || scene.tree.hasCase(noun, "during"),
            WordClasses.toll.contains(scene.tree.lemma(verb).lowercased())
        else { return nil }
        if scene.tree.lemma(verb).lowercased() == "die" {
            return scene.tree.subject(verb).first { scene.isArmed($0) }.flatMap { scene.party(at: $0) }
        }
        guard scene.tree.isPassive(verb) else { return nil }
        return scene.tree.object(verb).first { scene.isArmed($0) }.flatMap { scene.party(at: $0) }
    }

    /// "Protesters set fire to it", "a suicide bomber struck": the word names who does it.
    private func doer(named noun: Int, _ scene: Scene) -> ActorMention? {
        let lemma = scene.tree.lemma(noun).lowercased()
        let isBomber = lemma == "bomber" && noun > 0 && scene.tokens[noun - 1].form.lowercased() == "suicide"
        guard isBomber || ["protester", "protestor", "demonstrator", "rioter"].contains(lemma) else { return nil }
        let name = isBomber ? noun - 1..<noun + 1 : noun..<noun + 1
        let actor = Actor(
            name: scene.sentence.text(of: name, in: scene.text), kind: isBomber ? .unknown : .civilians)
        return ActorMention(sentence: scene.index, tokens: name, head: noun, actor: actor)
    }

    /// "The army in fight with X", "troops in clashes with X": who is in it.
    private func fighter(in noun: Int, _ scene: Scene) -> ActorMention? {
        let head = scene.tokens[noun].head
        guard head >= 0, head < noun, scene.tree.relation(noun) == "nmod", scene.tree.hasCase(noun, "in"),
            scene.isArmed(head), let party = scene.party(at: head), !party.isPlaceName
        else { return nil }
        return party
    }

    private static let repelling: Set<String> = ["repel", "repulse", "foil", "thwart", "beat", "fend", "rebuff"]

    /// "Foiled an attack launched by X", "repelled X's assault": who attacked.
    private func attackers(repelledBy finder: RoleFinder, _ scene: Scene) -> [ActorMention] {
        finder.heads(.object).flatMap { object -> [ActorMention] in
            if let party = scene.party(at: object) { return [party] }
            let noun = RoleFinder(scene: scene, trigger: object, rest: [], pos: .noun)
            let own = noun.parties([.phrase("by"), .possessive, .modifier, .phrase("of"), .phrase("from")])
            if !own.isEmpty { return own }
            return scene.sentence.children(of: object).filter { scene.tree.relation($0) == "acl" }.flatMap {
                RoleFinder(scene: scene, trigger: $0, rest: [], pos: .verb).parties([.subject])
            }
        }
    }

    private static let violent: Set<EventType> = [
        .armedClash, .offensive, .advance, .airStrike, .shelling, .missileAttack, .suicideBombing, .ied, .landmine,
        .grenade, .chemicalWeapon, .attack, .killing, .execution, .abduction,
    ]

    /// The type that the parties and the report make of a word: a bombing by jets is an air strike, an attack on troops
    /// a clash.
    func exact(
        _ type: EventType, _ trigger: Trigger, _ finder: RoleFinder, _ scene: Scene, _ actors: [ActorMention]
    ) -> EventType {
        let lemma = scene.tree.lemma(trigger.token).lowercased()
        let fliers = actors.contains { mention in
            mention.actor.kind == .coalition || mention.actor.id?.hasSuffix("_air_force") == true
                || mention.tokens.contains { WordClasses.aircraft.contains(scene.tokens[$0].lemma.lowercased()) }
        }
        let ofState = actors.contains { [.stateForce, .government].contains($0.actor.kind) }
        switch type {
        case .displacement where lemma == "leave":
            if scene.tokens.contains(where: { $0.lemma.lowercased().hasPrefix("evacuat") }) { return .evacuation }
        case .ied where lemma == "bomb" && trigger.entry.pos == .noun && trigger.rest.isEmpty:
            // "Bombs fell on the town".
            let verb = scene.tokens[trigger.token].head
            if verb >= 0, ["fall", "rain", "drop"].contains(scene.tree.lemma(verb).lowercased()) { return .airStrike }
        case .ied where lemma == "bombing" && trigger.rest.isEmpty:
            if fliers || ofState || scene.fromTheAir && !scene.fromTheGround { return .airStrike }
        case .killing where lemma == "shooting" && trigger.entry.pos == .noun:
            // "Sporadic shooting was heard": nobody is said to be shot.
            if !finder.heads(.phrase("of")).contains(where: { scene.isPersons($0) }), isHeard(trigger.token, scene) {
                return .armedClash
            }
        case .shelling where ["bombardment", "strike", "hit", "pound", "bombard"].contains(lemma):
            if fliers || scene.fromTheAir && !scene.fromTheGround && !scene.fromGuns { return .airStrike }
            // "The army said it had struck the town" in a report of raids: a state strikes from the air.
            if scene.fromTheAir, ["strike", "hit"].contains(lemma), !namesGuns(scene),
                ofState || scene.tree.isPassive(trigger.token)
            {
                return .airStrike
            }
        case .looting where fliers && ["destroy", "demolish", "flatten", "hit", "level"].contains(lemma):
            return .airStrike
        case .attack:
            if fliers, scene.fromTheAir { return .airStrike }
            if scene.fromTheAir, trigger.entry.pos == .noun,
                ["raid", "strike", "bombing", "bombardment"].contains(lemma)
            {
                return .airStrike
            }
            if actors.contains(where: { scene.isArmed($0.head) }), isOnTroops(finder, trigger.entry, scene) {
                return .armedClash
            }
        default: break
        }
        return type
    }

    private func namesGuns(_ scene: Scene) -> Bool {
        scene.tokens.contains {
            ["artillery", "shell", "shelling", "mortar", "rocket", "missile", "gun", "howitzer", "tank"].contains(
                $0.lemma.lowercased())
        }
    }

    /// "Shooting was heard", "shooting broke out", "there was shooting".
    private func isHeard(_ noun: Int, _ scene: Scene) -> Bool {
        let head = scene.tokens[noun].head
        if head < 0 { return scene.tokens[..<noun].contains { $0.form.lowercased() == "there" } }
        return ["hear", "report", "erupt", "break", "continue", "resume", "ring"].contains(
            scene.tree.lemma(head).lowercased())
            || scene.sentence.child(of: head, "expl") != nil
    }

    /// "Strikes by X"; "X killed 20 in strikes on Y": who does the killing does the striking.
    func agentOfTollVerb(_ trigger: Trigger, _ scene: Scene) -> [ActorMention] {
        var token = scene.tokens[trigger.token]
        // "Killed ten fighters in clashes", the phrase hung on the fighters.
        if token.relation.base == "nmod", scene.tree.hasCase(trigger.token, "in"), token.head >= 0,
            scene.isPersons(token.head)
        {
            var object = token.head
            while scene.tree.relation(object) == "nmod", scene.tokens[object].head >= 0 {
                object = scene.tokens[object].head
            }
            guard scene.tree.relation(object) == "obj" else { return [] }
            token = scene.tokens[object]
            guard token.head >= 0, WordClasses.toll.contains(scene.tree.lemma(token.head)) else { return [] }
        } else if token.relation.base != "obl" {
            return []
        }
        // Who dies in a strike does not strike.
        guard token.head >= 0, scene.tokens[token.head].upos == .verb,
            !["die", "perish"].contains(scene.tree.lemma(token.head).lowercased())
        else { return [] }
        return RoleFinder(scene: scene, trigger: token.head, rest: [], pos: .verb).parties([.subject])
    }

    /// True where what is attacked is armed or belongs to an armed party ("positions of the troops").
    func isOnTroops(_ finder: RoleFinder, _ entry: EventEntry, _ scene: Scene) -> Bool {
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
    func likelyActors(_ type: EventType, _ trigger: Trigger, _ scene: Scene, _ targets: [ActorMention])
        -> [ActorMention]
    {
        let parties = scene.actors.mentions(in: scene.index).filter { mention in
            guard !mention.isModifier, !mention.isPerson, !mention.isPlaceName else { return false }
            if targets.contains(where: { $0.tokens == mention.tokens }) || isWeapon(mention, scene) { return false }
            if type == .airStrike, isBusyElsewhere(mention.head, scene) { return false }
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

    /// "The artillery": a weapon alone is nobody.
    private func isWeapon(_ mention: ActorMention, _ scene: Scene) -> Bool {
        mention.tokens.allSatisfy { WordClasses.arms.contains(scene.tokens[$0].lemma.lowercased()) }
    }

    /// The subject of a verb that strikes nothing ("the ministry condemned the strikes").
    private func isBusyElsewhere(_ head: Int, _ scene: Scene) -> Bool {
        let verb = scene.tokens[head].head
        guard verb >= 0, scene.tree.relation(head) == "nsubj", scene.tokens[verb].upos == .verb else { return false }
        let lemma = scene.tree.lemma(verb).lowercased()
        return !WordClasses.light.contains(lemma) && !WordClasses.toll.contains(lemma)
            && !WordClasses.struck.contains(lemma)
    }
}
