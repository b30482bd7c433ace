import Language
import Record

/// What verbs of killing tell.
extension EventCoder {
    /// What a verb of killing or wounding tells: an event of its own, or only the toll of another.
    func toll(
        _ type: EventType, _ trigger: Trigger, _ finder: RoleFinder, _ scene: Scene, _ actors: [ActorMention],
        _ targets: [ActorMention], _ triggers: [Trigger]
    ) -> EventType? {
        let tree = scene.tree
        let subjects = finder.heads(.subject)
        func isHarm(_ head: Int) -> Bool {
            WordClasses.harm.contains(scene.tokens[head].lemma) && scene.tokens[head].lemma != "sniper"
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
        var objects = finder.heads(.object)
        // "Killed 28 and wounded 30 rebels": the noun stands with the last number.
        if objects.allSatisfy({ scene.tokens[$0].upos == .num }) {
            for next in scene.sentence.children(of: trigger.token)
            where tree.relation(next) == "conj" && scene.tokens[next].upos == .verb { objects += tree.object(next) }
        }
        let armedObject = objects.contains { scene.isArmed($0) }
        if actors.isEmpty {
            // "He was killed in X": in a note its news, in a report the toll of what was told before.
            // "Those killed", "20 had been killed": a toll, whoever tells it.
            guard tree.isPassive(trigger.token), tree.relation(trigger.token) != "acl" else { return nil }
            return trigger.entry.lemma != "kill" || scene.isShort && !tree.isPluperfect(trigger.token) ? type : nil
        }
        if type == .killing, armedObject,
            !objects.contains(where: {
                ["official", "governor", "mayor", "minister"].contains(tree.lemma($0).lowercased())
            }),
            actors.contains(where: { $0.actor.kind != .civilians && $0.actor.kind != .person })
        {
            return .armedClash
        }
        if trigger.entry.lemma == "wound" || trigger.entry.lemma == "injure" { return nil }
        return type
    }
}
