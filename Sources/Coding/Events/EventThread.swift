import Gazetteer
import Language
import Record

/// What a report has told so far of violence, so that "the attack", "the blast", "the incident" in a later sentence mean
/// the strike or the bomb that was told before and happened where that did.
struct EventThread {
    /// The last event of a certain type, and the sentence that told it.
    private var last: (event: Event, sentence: Int)?

    /// Sentences over which a noun may reach back.
    private static let reach = 8

    private static let fromAfar: Set<EventType> = [.airStrike, .shelling, .missileAttack]
    private static let bombs: Set<EventType> = [.ied, .suicideBombing, .landmine]
    private static let any: Set<EventType> = fromAfar.union(bombs).union([
        .chemicalWeapon, .grenade, .killing, .execution, .armedClash,
    ])

    /// What each noun that says little can go back to.
    private static let meanings: [String: Set<EventType>] = [
        "attack": any, "incident": any, "assault": any, "atrocity": any,
        "strike": fromAfar, "raid": fromAfar, "bombardment": fromAfar, "hit": fromAfar,
        "bombing": bombs.union(fromAfar), "blast": bombs.union(fromAfar), "explosion": bombs.union(fromAfar),
        "bomb": bombs, "massacre": any,
    ]

    /// Remembers what a sentence tells.
    mutating func note(_ drafts: [Draft]) {
        for draft in drafts {
            guard case .event(let event) = draft.content, Self.any.contains(event.type), !draft.recalled,
                draft.modality != .hypothetical, draft.modality != .negated, !draft.background
            else { continue }
            last = (event, draft.sentence)
        }
    }

    /// Gives a noun that refers back the type, the place and the doer of what it refers to.
    func recall(_ draft: inout Draft, _ scene: Scene) {
        guard case .event(var event) = draft.content, draft.rule.hasPrefix("event/noun"), let last,
            draft.sentence > last.sentence, draft.sentence - last.sentence <= Self.reach,
            let meanings = Self.meanings[scene.tree.lemma(draft.trigger).lowercased()],
            meanings.contains(last.event.type), !isAnother(draft, event, last.event, scene)
        else { return }
        event.type = last.event.type
        // "In X, the toll of the strike rose".
        if !draft.ownPlace, !opens(scene, with: event.place), let place = last.event.place {
            event.place = place
            event.place?.range = nil
        }
        if event.actor == nil { event.actor = last.event.actor }
        draft.content = .event(event)
        draft.recalled = true
    }

    /// True for the place of "In X," at the beginning.
    private func opens(_ scene: Scene, with place: Place?) -> Bool {
        guard let range = place?.range, scene.tokens.count > 3,
            ["in", "at", "near"].contains(scene.tokens[0].form.lowercased())
        else { return false }
        return scene.places.contains { $0.place.range == range && $0.tokens.lowerBound <= 2 }
    }

    /// Sentences of a report that may tell a thing before they say where.
    private static let lead = 3

    /// Gives the events of the first sentences that name no place the place that the next sentences give the same event.
    static func placeFirst(_ drafts: inout [Draft]) {
        for index in drafts.indices {
            guard drafts[index].sentence < lead, case .event(var event) = drafts[index].content, event.place == nil,
                any.contains(event.type)
            else { continue }
            let later = drafts[(index + 1)...].first { other in
                guard case .event(let told) = other.content, other.ownPlace, told.place?.kind == .settlement else {
                    return false
                }
                return other.sentence > drafts[index].sentence && other.sentence <= drafts[index].sentence + lead
                    && DraftMerger.family(told.type) == DraftMerger.family(event.type)
            }
            guard let place = later?.place else { continue }
            event.place = place
            event.place?.range = nil
            drafts[index].content = .event(event)
        }
    }

    /// True where the sentence says that it is something else: another doer, another place, "another attack".
    private func isAnother(_ draft: Draft, _ event: Event, _ told: Event, _ scene: Scene) -> Bool {
        if let one = event.actor, let other = told.actor, one.id != other.id || one.id == nil && one.name != other.name
        {
            return true
        }
        if draft.ownPlace, let one = event.place, let other = told.place, one.name != other.name,
            one.id == nil || one.id != other.id
        {
            return true
        }
        let tokens = scene.tokens
        let words = scene.sentence.children(of: draft.trigger).filter { $0 < draft.trigger }
        if words.contains(where: {
            ["another", "a", "an", "other", "separate", "second", "similar", "any", "no"]
                .contains(tokens[$0].form.lowercased())
        }) {
            return true
        }
        // A plural without an article speaks of attacks in general; "one strike" is a further one.
        let isPlural = tokens[draft.trigger].xpos == "NNS"
        let isCounted = words.contains { scene.tree.relation($0) == "nummod" }
        let isTold = words.contains {
            ["the", "this", "that", "these", "those", "its", "their"].contains(tokens[$0].form.lowercased())
        }
        return (isPlural || isCounted) && !isTold
    }
}
