import Language
import Record

/// Words of violence that tell no event of their own: habits, roles ("the coalition fighting X"), support ("backed by air
/// strikes"), people described by their flight.
enum BackgroundWords {
    private static let support: Set<String> = [
        "back", "support", "assist", "aid", "help", "enable", "cover", "protect", "accompany",
    ]
    private static let cover: Set<String> = ["cover", "support", "help", "backing", "aid", "protection", "umbrella"]
    private static let habit: Set<String> = [
        "regularly", "routinely", "frequently", "often", "usually", "always", "occasionally", "sometimes", "regular",
        "routine", "frequent", "similar", "such", "occasional", "possible", "potential", "future",
    ]

    /// True for a trigger that describes somebody or something and is no news.
    static func tellNothing(_ type: EventType, _ trigger: Trigger, _ scene: Scene, _ actors: [ActorMention]) -> Bool {
        if type == .praise { return scene.tree.isPassive(trigger.token) }
        return isFound(type, trigger, scene) || isSupport(trigger, scene) || isHabit(trigger, scene)
            || isRole(type, trigger, scene)
            || isDescription(type, trigger, scene, actors)
    }

    private static let disarming: Set<String> = [
        "destroy", "defuse", "find", "seize", "remove", "clear", "dismantle", "discover", "disarm", "neutralise",
        "neutralize",
        "recover", "confiscate",
    ]

    /// "Destroyed a car bomb", "found explosive devices": none went off.
    private static func isFound(_ type: EventType, _ trigger: Trigger, _ scene: Scene) -> Bool {
        guard [.ied, .landmine, .suicideBombing].contains(type), trigger.entry.pos == .noun else { return false }
        let at = scene.tree.firstOfList(trigger.token)
        let verb = scene.tokens[at].head
        guard verb >= 0,
            scene.tree.relation(at) == "obj" || scene.tree.isPassive(verb) && scene.tree.relation(at) == "nsubj"
        else { return false }
        return disarming.contains(scene.tree.lemma(verb).lowercased())
    }

    /// "Backed by coalition air strikes", "under cover of shelling".
    private static func isSupport(_ trigger: Trigger, _ scene: Scene) -> Bool {
        guard trigger.entry.pos == .noun else { return false }
        var at = trigger.token
        if scene.tree.relation(at) == "conj", scene.tokens[at].head >= 0 { at = scene.tokens[at].head }
        let head = scene.tokens[at].head
        guard head >= 0 else { return false }
        let lemma = scene.tree.lemma(head).lowercased()
        if scene.tokens[head].upos == .noun { return cover.contains(lemma) && scene.tree.hasCase(at, "of") }
        return scene.tree.relation(at) == "obl" && support.contains(lemma)
            && (scene.tree.hasCase(at, "by") || scene.tree.hasCase(at, "with"))
    }

    /// True where a day stands in the words that hang on a verb.
    private static func isDated(_ verb: Int, _ scene: Scene) -> Bool {
        let own = scene.sentence.span(of: verb)
        return scene.times.contains { own.contains($0.tokens.lowerBound) }
    }

    private static func isHabit(_ trigger: Trigger, _ scene: Scene) -> Bool {
        var heads = [trigger.token]
        if let light = scene.tree.lightVerb(over: trigger.token, WordClasses.light) { heads.append(light) }
        return heads.contains { head in
            scene.sentence.children(of: head).contains { child in
                ["advmod", "amod", "det"].contains(scene.tree.relation(child))
                    && habit.contains(scene.tokens[child].form.lowercased())
            }
        }
    }

    /// "The coalition fighting X", "members fighting alongside Y": what a party is there for.
    private static func isRole(_ type: EventType, _ trigger: Trigger, _ scene: Scene) -> Bool {
        let token = scene.tokens[trigger.token]
        // "The coalition fighting X", taken for a noun.
        if type == .armedClash, token.form == "fighting", token.upos == .noun, trigger.token > 0,
            scene.party(at: trigger.token - 1).map({ $0.tokens.upperBound == trigger.token && !$0.isModifier }) == true,
            trigger.token + 1 < scene.tokens.count, scene.party(at: trigger.token + 1) != nil
        {
            return true
        }
        guard type == .armedClash, ["fight", "battle", "combat", "target"].contains(token.lemma.lowercased()),
            token.form.lowercased().hasSuffix("ing"), token.head >= 0
        else { return false }
        // "Fighting for X" is fighting where it is for a town.
        if ["alongside", "under", "for"].contains(where: { word in
            scene.tree.phrase(trigger.token, word).map { word != "for" || !scene.isPlace($0) } ?? false
        }),
            scene.tree.phrase(trigger.token, "against") == nil, scene.sentence.child(of: trigger.token, "obj") == nil
        {
            return true
        }
        // "Has been striking, targeting X": the strike told before.
        if token.lemma.lowercased() == "target", ["acl", "advcl"].contains(token.relation.base) { return true }
        return token.relation.rawValue == "acl" && scene.party(at: token.head) != nil
    }

    /// "Displaced people", "civilians fleeing the town", "the evacuated residents": who they are. Captions tell what is seen.
    private static func isDescription(
        _ type: EventType, _ trigger: Trigger, _ scene: Scene, _ actors: [ActorMention]
    ) -> Bool {
        let token = scene.tokens[trigger.token]
        switch type {
        case .displacement:
            if token.relation.base == "amod" || token.relation.base == "compound" { return true }
            if token.relation.rawValue == "acl", !scene.inCaption, token.form.hasSuffix("ing") { return true }
            // Fighters that run away are no displaced.
            return actors.contains { [.rebel, .jihadist, .militia, .stateForce].contains($0.actor.kind) }
        case .withdrawal where token.lemma == "flee":
            return ["amod", "compound"].contains(token.relation.base)
                || token.relation.rawValue == "acl" && !scene.inCaption && token.form.hasSuffix("ing")
        case .siege:
            return ["amod", "compound"].contains(token.relation.base)
        case .evacuation:
            // "Residents evacuated from X": who they are, unless the sentence dates it.
            return ["amod", "compound"].contains(token.relation.base)
                || token.relation.base == "acl" && !scene.inCaption && !isDated(trigger.token, scene)
        default: return false
        }
    }
}
