import Gazetteer
import Language
import Record

/// Who holds or took a place where the order of the words tells it and the tree loses it: "X, held by Y, was shelled";
/// "took four villages, among them X in the east and Y"; "was in rebel hands, as were X and Y".
struct ControlByOrder {
    let scene: Scene

    /// The drafts to add to those that the tree gave.
    func drafts(besides known: [Draft], _ coder: EventCoder) -> [Draft] {
        held(besides: known, coder) + named(after: known) + likewise(known) + drivenOut(after: known, coder)
            + left(coder) + unopposed(besides: known, coder) + ours(coder) + keptEncircled(coder)
    }

    private static let states: [String: Control.State] = [
        "held": .held, "controlled": .held, "ruled": .held, "occupied": .held, "captured": .captured,
        "seized": .captured, "retaken": .captured, "recaptured": .captured, "overrun": .captured,
        "liberated": .captured, "taken": .captured, "conquered": .captured, "besieged": .besieged,
        "encircled": .besieged, "surrounded": .besieged,
    ]
    private static let former: Set<String> = ["formerly", "previously", "once", "not", "never", "until", "briefly"]

    /// "X, held by Y": the name, a comma or none, the participle and its party.
    private func held(besides known: [Draft], _ coder: EventCoder) -> [Draft] {
        var found: [Draft] = []
        for at in scene.tokens.indices.dropFirst().dropLast()
        where scene.tokens[at + 1].form == "by" {
            guard let state = Self.states[scene.tokens[at].form.lowercased()],
                !known.contains(where: { $0.isControl && $0.trigger == at }),
                let party = parties(from: at + 2).first
            else { continue }
            var before = at - 1
            while before > 0, scene.tokens[before].upos == .adv, at - before < 4 { before -= 1 }
            guard !scene.tokens[before + 1..<at].contains(where: { Self.former.contains($0.form.lowercased()) }) else {
                continue
            }
            if scene.tokens[before].form == ",", before > 0 { before -= 1 }
            let described = described(before: at)
            guard let mention = described ?? scene.mention(at: before),
                described != nil || mention.tokens.upperBound == before + 1,
                ![.country, .water, .physical].contains(mention.place.kind), scene.isUsable(mention),
                let place = whole(mention.place)
            else { continue }
            var control = Control(state: state, place: place)
            if state == .besieged { control.besieger = party.actor } else { control.holder = party.actor }
            found.append(
                coder.draft(
                    .control(control), scene, token: at, span: mention.tokens.lowerBound..<party.tokens.upperBound,
                    rule: "control/order:\(scene.tokens[at].form.lowercased()) by", confidence: 0.75))
        }
        return found
    }

    /// "X, a village in the hills held by Y": X.
    private func described(before participle: Int) -> PlaceMention? {
        var at = participle - 1
        while at > 1, participle - at < 11, [.noun, .propn, .adj, .adp, .det].contains(scene.tokens[at].upos) {
            if ["a", "an"].contains(scene.tokens[at].form), scene.tokens[at - 1].form == ",",
                scene.tokens[at + 1..<participle].contains(where: {
                    WordClasses.settlementNouns.contains($0.lemma.lowercased())
                })
            {
                return scene.places.first { $0.tokens.upperBound == at - 1 }
            }
            at -= 1
        }
        return nil
    }

    /// The parties right after "by".
    func parties(from start: Int) -> [ActorMention] {
        scene.actors.mentions(in: scene.index).filter {
            $0.tokens.lowerBound >= start && $0.tokens.lowerBound <= start + 1 && $0.mayHold
        }
    }

    /// The place that is meant, the whole of it where no part is named.
    func whole(_ place: Place) -> Place? {
        guard var place = ControlledPlace(scene: scene).meant(place) else { return nil }
        if place.scope == nil { place.scope = .whole }
        return place
    }

    /// "Took four villages, among them X in the east and Y in the west", "including X and Y".
    private func named(after known: [Draft]) -> [Draft] {
        var found: [Draft] = []
        for at in scene.tokens.indices.dropLast() {
            let form = scene.tokens[at].form
            let isAmong = form == "among" && scene.tokens[at + 1].form == "them"
            // "Three villages east of Y: A, B and C".
            guard isAmong || form == "including" || form == ":" else { continue }
            guard
                let origin = known.last(where: { draft in
                    guard case .control(let control) = draft.content, draft.trigger < at,
                        [.captured, .lost, .held].contains(control.state)
                    else { return false }
                    return scene.tokens[draft.trigger..<at].contains {
                        $0.xpos == "NNS" && Self.several.contains($0.lemma.lowercased())
                    } && !scene.tokens[draft.trigger + 1..<at].contains { $0.upos == .verb }
                })
            else { continue }
            let members = PlaceList(scene: scene).members(from: at + (isAmong ? 2 : 1))
            found += members.compactMap { copy(origin, $0) }
        }
        return found
    }

    private static let several: Set<String> = [
        "village", "town", "neighbourhood", "neighborhood", "district", "quarter", "city", "settlement", "suburb",
        "hamlet", "area",
    ]

    /// "X was in rebel hands, as were Y and Z".
    private func likewise(_ known: [Draft]) -> [Draft] {
        var found: [Draft] = []
        for at in scene.tokens.indices.dropLast(2)
        where scene.tokens[at].form == "as" && Self.being.contains(scene.tokens[at + 1].form) {
            guard let origin = known.last(where: { $0.isControl && $0.trigger < at }) else { continue }
            found += PlaceList(scene: scene).members(from: at + 2).compactMap { copy(origin, $0) }
        }
        return found
    }

    private static let being: Set<String> = ["was", "were", "is", "are", "has", "have", "had", "did"]

    /// The same of another place.
    private func copy(_ draft: Draft, _ mention: PlaceMention) -> Draft? {
        guard case .control(var control) = draft.content, control.place.range != mention.place.range,
            let place = whole(mention.place)
        else { return nil }
        control.place = place
        var copy = draft
        copy.content = .control(control)
        if let range = mention.place.range { copy.evidence = copy.evidence.union(range) }
        return copy
    }
}
