import Gazetteer
import Language
import Record

/// Turns of phrase that tell who has a place and whose words the tree takes apart.
extension ControlByOrder {
    /// "Y held X until Z drove them out": Z took it from Y.
    func drivenOut(after known: [Draft], _ coder: EventCoder) -> [Draft] {
        var found: [Draft] = []
        for at in scene.tokens.indices.dropLast()
        where scene.tokens[at].upos == .verb && Self.driving.contains(scene.tokens[at].lemma.lowercased()) {
            guard ["them", "it"].contains(scene.tokens[at + 1].form), at + 2 < scene.tokens.count,
                ["out", "away", "off", "from"].contains(scene.tokens[at + 2].form),
                let conjunction = scene.tokens[..<at].lastIndex(where: {
                    ["until", "before", "when", "and", "but"].contains($0.form)
                }),
                let taker = parties(from: conjunction + 1, to: at).last,
                let origin = known.last(where: { draft in
                    guard case .control(let control) = draft.content, draft.trigger < conjunction else { return false }
                    return [.held, .captured].contains(control.state)
                        && !Self.isOne(control.holder, taker.actor)
                }), case .control(let former) = origin.content
            else { continue }
            var place = former.place
            if let range = place.range, range.start > scene.tokens[at].range.start { place.range = nil }
            let control = Control(state: .captured, place: place, holder: taker.actor, from: former.holder)
            found.append(
                coder.draft(
                    .control(control), scene, token: at, span: taker.tokens.lowerBound..<at + 3,
                    rule: "control/order:drive out", confidence: 0.7))
        }
        return found
    }

    private static let driving: Set<String> = [
        "drive", "push", "force", "throw", "kick", "chase", "expel", "flush", "oust",
    ]

    private static func isOne(_ a: Actor?, _ b: Actor) -> Bool { a?.id != nil && a?.id == b.id }

    /// "All that was left in government hands was X", "still under rebel control were X and Y".
    func left(_ coder: EventCoder) -> [Draft] {
        var found: [Draft] = []
        for at in scene.tokens.indices.dropFirst(2).dropLast(2)
        where ["hands", "control"].contains(scene.tokens[at].form) && Self.isBeing(scene.tokens[at + 1].form) {
            guard let link = scene.tokens[..<at].lastIndex(where: { ["in", "under"].contains($0.form) }),
                at - link <= 5,
                let holder = holder(link + 1..<at),
                scene.tokens[..<link].contains(where: { Self.remaining.contains($0.form.lowercased()) })
            else { continue }
            for mention in PlaceList(scene: scene).members(from: at + 2) {
                guard let place = whole(mention.place) else { continue }
                let control = Control(state: .held, place: place, holder: holder)
                found.append(
                    coder.draft(
                        .control(control), scene, token: at, span: link..<mention.tokens.upperBound,
                        rule: "control/order:left in hands", confidence: 0.7))
            }
        }
        return found
    }

    private static let remaining: Set<String> = ["left", "remained", "remaining", "still", "only"]
    private static func isBeing(_ form: String) -> Bool { ["was", "were", "is", "are"].contains(form) }

    /// Who "rebel hands" and "the government's hands" belong to.
    private func holder(_ words: Range<Int>) -> Actor? {
        let named = scene.actors.mentions(in: scene.index).first {
            words.contains($0.head) && !$0.isPerson && ![.civilians, .media, .ngo, .un].contains($0.actor.kind)
        }
        if let named { return named.actor }
        return words.reversed().lazy.compactMap { CompoundControl.side(scene.tokens[$0].form) }.first
    }

    /// "Marched into X without a fight": what is entered so is taken.
    func unopposed(besides known: [Draft], _ coder: EventCoder) -> [Draft] {
        known.compactMap { draft -> Draft? in
            guard case .event(let event) = draft.content, event.type == .advance, draft.ownPlace,
                let actor = event.actor,
                let place = event.place, place.kind == .settlement || place.kind == nil,
                isUnresisted(after: draft.trigger),
                !known.contains(where: {
                    if case .control(let control) = $0.content { control.place.range == place.range } else { false }
                })
            else { return nil }
            var control = Control(state: .captured, place: place, holder: actor)
            if control.place.scope == nil { control.place.scope = .whole }
            var taken = draft
            taken.content = .control(control)
            taken.rule = "control/order:unopposed"
            return taken
        }
    }

    /// "Without a fight", "without firing a shot", "unopposed", "without resistance".
    private func isUnresisted(after verb: Int) -> Bool {
        for at in scene.tokens.indices where at > verb && at - verb <= 20 {
            let form = scene.tokens[at].form.lowercased()
            if [";", "but", "while"].contains(form) { return false }
            if form == "unopposed" { return true }
            guard form == "without" else { continue }
            let next = scene.tokens[at + 1..<min(scene.tokens.count, at + 5)].map { $0.lemma.lowercased() }
            return next.contains { ["fight", "shot", "resistance", "battle", "opposition"].contains($0) }
        }
        return false
    }

    /// "X is ours," said the president; "X is no longer ours": the side of whoever says so.
    func ours(_ coder: EventCoder) -> [Draft] {
        var found: [Draft] = []
        for at in scene.tokens.indices.dropFirst(2) where scene.tokens[at].form == "ours" {
            var before = at - 1
            while before > 0, at - before < 5, !Self.isBeing(scene.tokens[before].form) { before -= 1 }
            guard before > 0, Self.isBeing(scene.tokens[before].form), let mention = scene.mention(at: before - 1),
                scene.isUsable(mention), mention.place.kind != .country
            else { continue }
            let isOver = scene.tokens[before + 1..<at].contains { ["no", "not", "n't"].contains($0.form.lowercased()) }
            guard let side = scene.party(at: at)?.actor else { continue }
            var control = Control(state: isOver ? .lost : .held, place: mention.place, holder: side)
            control.place.scope = .whole
            found.append(
                coder.draft(
                    .control(control), scene, token: at, span: mention.tokens.lowerBound..<at + 1,
                    rule: "control/order:ours", confidence: 0.7))
        }
        return found
    }

    /// "Y has had X and Z encircled", "Y keeps X, in the south, under siege".
    func keptEncircled(_ coder: EventCoder) -> [Draft] {
        var found: [Draft] = []
        for at in scene.tokens.indices where Self.encircled[ignoringCase: scene.tokens[at].form] != nil {
            guard
                let keeping = (max(0, at - 14)..<at).last(where: {
                    Self.keeping.contains(scene.tokens[$0].lemma.lowercased())
                }), at - keeping > 1, keeping > 0,
                !scene.tokens[keeping + 1..<at].contains(where: { $0.upos == .verb || $0.upos == .aux })
            else { continue }
            let besieger = RoleFinder(scene: scene, trigger: keeping, rest: [], pos: .verb).parties([.subject]).first
            guard let besieger else { continue }
            for mention in PlaceList(scene: scene).members(from: keeping + 1) where mention.tokens.upperBound <= at {
                guard let place = whole(mention.place) else { continue }
                var control = Control(state: .besieged, place: place)
                control.besieger = besieger.actor
                found.append(
                    coder.draft(
                        .control(control), scene, token: at, span: mention.tokens.lowerBound..<at + 1,
                        rule: "control/order:kept \(scene.tokens[at].form.lowercased())", confidence: 0.75))
            }
        }
        return found
    }

    private static let encircled = WordTable(
        ["encircled", "besieged", "surrounded", "siege", "blockaded"], value: true)
    private static let keeping: Set<String> = ["have", "keep", "hold"]

    private func parties(from start: Int, to end: Int) -> [ActorMention] {
        scene.actors.mentions(in: scene.index).filter {
            $0.tokens.lowerBound >= start && $0.tokens.upperBound <= end && $0.mayHold
        }
    }
}
