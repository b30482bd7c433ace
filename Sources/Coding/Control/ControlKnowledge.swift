import Record

/// What a report has said so far of who holds what: it names the besieged of a town, and whom an operation to retake
/// a place is meant to take it from.
struct ControlKnowledge {
    private var holders: [String: Actor] = [:]
    private var captors: [String: Actor] = [:]
    /// Who took a place last, and the sentence that says so: towns that "fell" next fell to him.
    private var lastCaptor: Actor?
    private var lastCapture = -100
    private static let reach = 4

    /// Notes who holds or took a place, and gives a siege the party inside that was told before.
    mutating func complete(_ drafts: inout [Draft]) {
        for index in drafts.indices {
            guard case .control(var control) = drafts[index].content else { continue }
            let key = control.place.id ?? control.place.name.lowercased()
            switch control.state {
            case .besieged where control.holder == nil:
                guard let inside = holders[key], inside.id == nil || inside.id != control.besieger?.id else { continue }
                control.holder = inside
                drafts[index].content = .control(control)
            case .captured where control.holder == nil:
                // "The town fell": to him who was said to have taken it.
                let named =
                    captors[key]
                    ?? (drafts[index].rule.contains(":fall") && drafts[index].sentence - lastCapture <= Self.reach
                        ? lastCaptor : nil)
                guard let captor = named, captor.id != control.from?.id else { continue }
                control.holder = captor
                drafts[index].content = .control(control)
            case .held, .captured:
                guard let holder = control.holder, drafts[index].modality.isFactual, control.place.scope != .part
                else { continue }
                holders[key] = holder
                if control.state == .captured {
                    captors[key] = holder
                    (lastCaptor, lastCapture) = (holder, drafts[index].sentence)
                }
            default: continue
            }
        }
    }
}
