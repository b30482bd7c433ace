import Language
import Record

/// The events that claims of control carry: a siege laid or lifted, a fight for a town, a town left.
extension EventCoder {
    /// The events beside claims of control that one trigger made. "The besieged town" and "under siege" tell the state
    /// alone.
    func sieges(_ claims: [Draft], _ trigger: Trigger, _ scene: Scene) -> [Draft] {
        guard !["amod", "compound"].contains(scene.tree.relation(trigger.token)) else { return [] }
        return claims.compactMap { claim in
            guard case .control(let control) = claim.content, let event = deed(control, trigger, scene) else {
                return nil
            }
            var draft = claim
            draft.content = .event(event)
            draft.rule = "event/\(trigger.entry.id)"
            draft.ownPlace = true
            return draft
        }
    }

    /// What is done where a claim of control tells the state that it makes.
    private func deed(_ control: Control, _ trigger: Trigger, _ scene: Scene) -> Event? {
        let entry = trigger.entry
        if entry.ended {
            // "Broke the siege of X", "lifted its blockade": who did.
            guard entry.pos == .verb else { return nil }
            return Event(type: .siegeLifted, actor: control.holder ?? control.besieger, place: control.place)
        }
        switch control.state {
        case .contested where entry.pos == .verb: return fight(control, trigger, scene)
        case .lost:
            // "Troops abandoned X": they left it.
            guard let leaver = control.holder,
                ["abandon", "give up", "surrender", "yield"].contains(entry.lemma),
                [.stateForce, .rebel, .militia, .jihadist, .coalition].contains(leaver.kind)
            else { return nil }
            return Event(type: .withdrawal, actor: leaver, place: control.place)
        case .besieged where control.besieger != nil || isFinite(trigger, scene):
            return Event(type: .siege, actor: control.besieger, target: control.holder, place: control.place)
        default: return nil
        }
    }

    /// "Are fighting X for control of Y": they fight.
    private func fight(_ control: Control, _ trigger: Trigger, _ scene: Scene) -> Event? {
        guard ["fight", "battle", "clash"].contains(scene.tree.lemma(trigger.token).lowercased()) else { return nil }
        let finder = RoleFinder(scene: scene, trigger: trigger.token, rest: [], pos: .verb)
        let sides = finder.parties([.subject])
        let others = finder.parties([.object, .phrase("with"), .phrase("against")])
        return Event(
            type: .armedClash, actor: sides.first?.actor, target: (others.first ?? sides.dropFirst().first)?.actor,
            place: control.place)
    }

    /// "X was besieged", and not "the besieged town" or a siege that is named.
    private func isFinite(_ trigger: Trigger, _ scene: Scene) -> Bool {
        trigger.entry.pos == .verb && trigger.rest.isEmpty
            && scene.sentence.children(of: trigger.token).contains {
                scene.tree.relation($0) == "aux"
                    && ["was", "were", "been"].contains(scene.tokens[$0].form.lowercased())
            }
    }
}
