import Record

/// What a report has said so far of who holds what: it names the besieged of a town, and who took what "fell" or "was
/// captured".
struct ControlKnowledge {
    private var holders: [String: Told] = [:]
    private var captors: [String: Told] = [:]
    /// Who set out to take a place.
    private var aims: [String: (actor: Actor, sentence: Int)] = [:]
    /// Who took a place last, whichever it was.
    private var last: (captor: Actor, sentence: Int)?

    private struct Told {
        var actor: Actor
        var day: PartialDate?
    }

    /// Notes who sets out to take a place: whoever "launched an offensive to retake X".
    mutating func noteAims(_ drafts: [Draft]) {
        for draft in drafts {
            switch draft.content {
            case .control(let control) where control.state == .captured && !draft.modality.isFactual:
                guard let actor = control.holder, [.pledged, .forecast].contains(draft.modality) else { continue }
                aims[Self.key(control.place)] = (actor, draft.sentence)
            case .event(let event) where event.type == .offensive && draft.modality.isFactual:
                guard let actor = event.actor, let place = event.place, draft.ownPlace else { continue }
                aims[Self.key(place)] = (actor, draft.sentence)
            default: continue
            }
        }
    }

    static func key(_ place: Place) -> String { place.id ?? place.name.lowercased() }

    /// Notes who holds or took a place, and gives sieges and captures the party that the sentence leaves out.
    mutating func complete(_ drafts: inout [Draft]) {
        for draft in drafts {
            guard case .control(let control) = draft.content, control.state == .captured, draft.modality.isFactual,
                let holder = control.holder
            else { continue }
            last = (holder, draft.sentence)
        }
        // "X followed" tells of a capture only after another.
        drafts.removeAll { draft in
            guard case .control(let control) = draft.content, draft.rule.contains(":follow") else { return false }
            return captor(of: Self.key(control.place), draft) == nil
        }
        for index in drafts.indices {
            guard case .control(var control) = drafts[index].content else { continue }
            let key = Self.key(control.place)
            let day = drafts[index].when?.start
            switch control.state {
            case .besieged where control.holder == nil:
                guard let inside = holders[key], let besieger = control.besieger, !isOne(inside.actor, besieger),
                    !isLater(inside.day, than: day)
                else { continue }
                control.holder = inside.actor
                drafts[index].content = .control(control)
            case .captured where control.holder == nil:
                guard let captor = captor(of: key, drafts[index]), !isOne(captor, control.from) else { continue }
                control.holder = captor
                drafts[index].content = .control(control)
            case .held, .captured:
                guard let holder = control.holder, drafts[index].modality.isFactual, control.place.scope != .part
                else { continue }
                holders[key] = Told(actor: holder, day: day)
                if control.state == .captured { captors[key] = Told(actor: holder, day: day) }
            default: continue
            }
        }
    }

    /// Who took a place that "fell": whoever was said to have taken it about that day. "It was captured on the 28th" in
    /// the course of an advance: whoever took the place before.
    private func captor(of place: String, _ draft: Draft) -> Actor? {
        if let told = captors[place], Self.mayBeOne(told.day, draft.when?.start) { return told.actor }
        if let aim = aims[place], draft.modality.isFactual, draft.sentence - aim.sentence <= 12,
            holders[place].map({ !isOne(aim.actor, $0.actor) }) ?? true
        {
            return aim.actor
        }
        // Towns that "fell" next fell to him, some sentences on; what merely "was captured" in the next two.
        // "Took X, followed by the capture of Y": in one sentence, he.
        let reach = draft.rule.contains(":fall") ? 4 : draft.rule.contains("/verb:") ? 2 : 0
        guard let last, draft.modality.isFactual, draft.sentence - last.sentence <= reach,
            holders[place].map({ !isOne(last.captor, $0.actor) }) ?? true
        else { return nil }
        return last.captor
    }

    private func isOne(_ a: Actor, _ b: Actor?) -> Bool { a.id != nil && a.id == b?.id }

    /// True where two dates may be those of one capture.
    static func mayBeOne(_ a: PartialDate?, _ b: PartialDate?) -> Bool {
        guard let a, let b else { return true }
        return a.firstDay - b.lastDay <= 10 && b.firstDay - a.lastDay <= 10
    }

    private func isLater(_ a: PartialDate?, than b: PartialDate?) -> Bool {
        guard let a, let b else { return false }
        return a.firstDay > b.lastDay
    }
}
