import Language
import Record

/// Who took, holds or besieges a place where the slots of the entry do not say it.
extension EventCoder {
    /// "The army completed the capture of X", "announced its seizure": who did.
    ///
    /// "With the capture of X, the army cut the road": so did who goes on from there.
    func completers(of noun: Int, _ scene: Scene) -> [ActorMention] {
        let verb = scene.tokens[noun].head
        guard verb >= 0, scene.tokens[verb].upos == .verb else { return [] }
        let tells =
            scene.tree.relation(noun) == "obj"
            && [
                "complete", "finish", "achieve", "accomplish", "announce", "claim", "declare", "proclaim",
            ].contains(scene.tree.lemma(verb).lowercased())
        let opens =
            scene.tree.relation(noun) == "obl" && noun < verb && !scene.tree.isPassive(verb)
            && ["with", "after", "following"].contains { scene.tree.hasCase(noun, $0) }
            && !["fall", "liberation"].contains(scene.tree.lemma(noun).lowercased())
        guard tells || opens else { return [] }
        return RoleFinder(scene: scene, trigger: verb, rest: [], pos: .verb).parties([.subject]).filter {
            [.stateForce, .rebel, .militia, .jihadist, .coalition].contains($0.actor.kind)
        }
    }

    /// "Was retaken from X at the end of March by the army": the party after "by", wherever the tree hangs it.
    func agent(after verb: Int, _ scene: Scene) -> [ActorMention] {
        for at in scene.tokens.indices.dropLast() where at > verb && at - verb < 16 {
            let token = scene.tokens[at]
            if [";", ":"].contains(token.form) || token.upos == .verb && token.xpos != "VBG" { return [] }
            guard token.form == "by" else { continue }
            return ControlByOrder(scene: scene).parties(from: at + 1)
        }
        return []
    }

    /// "The militias keep X encircled", "have X under siege": who does.
    func keepers(of word: Int, _ scene: Scene) -> [ActorMention] {
        let above = scene.tokens[word].head
        guard above >= 0 else { return [] }
        switch scene.tree.relation(word) {
        case "xcomp", "obl", "advcl", "ccomp": return keepers(over: above, scene)
        case "nmod", "acl":
            // The siege hung on the town.
            return scene.tree.relation(above) == "obj" ? keepers(over: scene.tokens[above].head, scene) : []
        default: return []
        }
    }

    func keepers(over verb: Int, _ scene: Scene) -> [ActorMention] {
        guard verb >= 0,
            ["keep", "hold", "have", "place", "put", "leave", "maintain"].contains(scene.tree.lemma(verb).lowercased()),
            scene.sentence.child(of: verb, "obj") != nil || scene.tree.isPassive(verb)
        else { return [] }
        return RoleFinder(scene: scene, trigger: verb, rest: [], pos: .verb).parties([.subject])
    }

    /// All parties of the slots, coordination within a phrase spread ("the Iraqi and Syrian armies"); none where the
    /// sentence does not say "respectively".
    func respective(_ entry: EventEntry, _ finder: RoleFinder, _ scene: Scene) -> (
        actors: [ActorMention], from: [ActorMention]
    ) {
        guard scene.tokens.contains(where: { $0.form.says("respectively") }) else { return ([], []) }
        func all(_ slots: [EventEntry.Slot]) -> [ActorMention] {
            (slots.lazy.map { finder.heads($0) }.first { !$0.isEmpty } ?? [])
                .flatMap { scene.actors.mentions(at: $0, in: scene.index) }
        }
        return (all(entry.actor), all(entry.from))
    }

    /// "The capture of the town of X from Y", where "from Y" hangs on the town.
    func from(_ slots: [EventEntry.Slot], _ finder: RoleFinder, _ scene: Scene) -> [ActorMention] {
        var heads = slots.lazy.map { finder.heads($0) }.first { !$0.isEmpty } ?? []
        heads += heads.flatMap { scene.tree.phrases($0, "of") }
        return heads.flatMap { scene.tree.phrases($0, "from") }.compactMap { scene.party(at: $0) }
            .filter { !$0.isPlaceName && !$0.isPerson && $0.actor.kind != .civilians }
    }

    /// Of several who take a town together, it is no coalition's and no other state's that they helped.
    func isForeign(_ actor: Actor, at place: Place) -> Bool {
        switch actor.kind {
        case .coalition: true
        case .stateForce, .government: actor.country != nil && place.country != nil && actor.country != place.country
        default: false
        }
    }
}
