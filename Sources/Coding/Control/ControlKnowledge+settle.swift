import Record

/// What only the whole report says of who took, lost or defends a place.
extension ControlKnowledge {
    /// Days that two captures of one advance may lie apart.
    private static let campaign = 60

    /// Gives captures, losses and sieges without a party the one that the rest of the report leaves no doubt of: who is
    /// said elsewhere to have taken or held the place, else who took every place that the report tells of.
    static func settle(_ drafts: inout [Draft]) {
        let told = drafts.compactMap { draft -> (control: Control, draft: Draft)? in
            guard case .control(let control) = draft.content, draft.modality != .negated,
                draft.modality != .hypothetical
            else { return nil }
            return (control, draft)
        }
        guard told.contains(where: { $0.control.holder == nil }) else { return }
        for index in drafts.indices {
            guard case .control(var control) = drafts[index].content, control.holder == nil,
                !drafts[index].background
            else { continue }
            let here = told.filter { key($0.control.place) == key(control.place) && $0.control.place.scope != .part }
            switch control.state {
            case .captured:
                let takers = here.filter {
                    $0.control.state == .captured && mayBeOne($0.draft.when?.start, drafts[index].when?.start)
                }
                control.holder =
                    single(takers.compactMap(\.control.holder), but: control.from)
                    ?? (here.contains { $0.control.state == .held } ? nil : campaigner(told, drafts[index], control))
            case .lost:
                control.holder = single(
                    here.compactMap { $0.control.state == .captured ? $0.control.from : nil }
                        + here.compactMap { $0.control.state == .held ? $0.control.holder : nil },
                    but: control.from)
            case .besieged:
                guard let besieger = control.besieger else { continue }
                control.holder = single(
                    here.compactMap { $0.control.state == .held ? $0.control.holder : nil }, but: besieger)
            default: continue
            }
            guard control.holder != nil else { continue }
            drafts[index].content = .control(control)
            drafts[index].confidence *= 0.9
        }
    }

    /// The one party of a list; nil where it holds several, or only the one that is ruled out.
    private static func single(_ actors: [Actor], but other: Actor?) -> Actor? {
        guard let first = actors.first, actors.allSatisfy({ name($0) == name(first) }),
            other.map({ name($0) != name(first) }) ?? true
        else { return nil }
        return first
    }

    private static func name(_ actor: Actor) -> String { actor.id ?? actor.name.lowercased() }

    /// Who took all the places that a report says were taken about then; nobody where two did.
    private static func campaigner(
        _ told: [(control: Control, draft: Draft)], _ draft: Draft, _ control: Control
    ) -> Actor? {
        guard draft.modality.isFactual else { return nil }
        let others = told.filter {
            $0.control.state == .captured && $0.draft.modality.isFactual && $0.control.holder?.id != nil
        }
        guard let taker = single(others.compactMap(\.control.holder), but: control.from) else { return nil }
        let isOfThen = others.contains { other in
            guard let a = other.draft.when?.start, let b = draft.when?.start else { return true }
            return abs(a.firstDay - b.firstDay) <= campaign
        }
        return isOfThen ? taker : nil
    }
}
