import Foundation
import Language
import Record

/// The events that claims of control carry: a siege laid or lifted, a fight for a town, a town left.
extension EventCoder {
    /// Who surrounds a town does something: a siege is an event beside the state that it makes. "The besieged town" and
    /// "under siege" tell the state alone.
    func sieges(_ claims: [Draft], _ trigger: Trigger, _ scene: Scene) -> [Draft] {
        guard !["amod", "compound"].contains(scene.tree.relation(trigger.token)) else { return [] }
        return claims.compactMap { claim in
            if let told = broken(claim, trigger) ?? fought(claim, trigger, scene) { return told }
            guard !trigger.entry.ended else { return nil }
            if case .control(let control) = claim.content, control.state == .lost, let leaver = control.holder,
                ["abandon", "give up", "surrender", "yield"].contains(trigger.entry.lemma),
                [.stateForce, .rebel, .militia, .jihadist, .coalition].contains(leaver.kind)
            {
                // "Troops abandoned X": they left it.
                var leaving = claim
                leaving.content = .event(Event(type: .withdrawal, actor: leaver, place: control.place))
                leaving.rule = claim.rule.replacingOccurrences(of: "control/", with: "event/")
                leaving.ownPlace = true
                return leaving
            }
            guard case .control(let control) = claim.content, control.state == .besieged,
                control.besieger != nil || isFinite(trigger, scene)
            else { return nil }
            var siege = claim
            siege.content = .event(
                Event(type: .siege, actor: control.besieger, target: control.holder, place: control.place))
            siege.rule = claim.rule.replacingOccurrences(of: "control/", with: "event/")
            siege.ownPlace = true
            return siege
        }
    }

    /// "Broke the siege of X", "lifted its blockade": who did.
    private func broken(_ claim: Draft, _ trigger: Trigger) -> Draft? {
        guard trigger.entry.ended, trigger.entry.pos == .verb, case .control(let control) = claim.content else {
            return nil
        }
        var lifting = claim
        lifting.content = .event(
            Event(type: .siegeLifted, actor: control.holder ?? control.besieger, place: control.place))
        lifting.rule = "event/\(trigger.entry.id)"
        lifting.ownPlace = true
        return lifting
    }

    /// "Are fighting X for control of Y": they fight.
    private func fought(_ claim: Draft, _ trigger: Trigger, _ scene: Scene) -> Draft? {
        guard case .control(let control) = claim.content, control.state == .contested, trigger.entry.pos == .verb,
            ["fight", "battle", "clash"].contains(scene.tree.lemma(trigger.token).lowercased())
        else { return nil }
        let finder = RoleFinder(scene: scene, trigger: trigger.token, rest: [], pos: .verb)
        let sides = finder.parties([.subject])
        let others = finder.parties([.object, .phrase("with"), .phrase("against")])
        var fight = claim
        fight.content = .event(
            Event(
                type: .armedClash, actor: sides.first?.actor, target: (others.first ?? sides.dropFirst().first)?.actor,
                place: control.place))
        fight.rule = claim.rule.replacingOccurrences(of: "control/", with: "event/")
        fight.ownPlace = true
        return fight
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
