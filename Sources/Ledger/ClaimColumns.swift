import Record

extension Claim {
    /// The actor and target that a claim is found by.
    var parties: (Actor?, Actor?) {
        switch content {
        case .event(let event): (event.actor, event.target)
        case .control(let control): (control.holder ?? control.holders?.first, control.from ?? control.besieger)
        case .figure: (nil, nil)
        case .relation(let relation): (relation.actor, relation.target)
        }
    }

    /// Event type, control state, measure or bond.
    var typeWord: String {
        switch content {
        case .event(let event): event.type.rawValue
        case .control(let control): control.state.rawValue
        case .figure(let figure): figure.measure.rawValue
        case .relation(let relation): relation.bond.rawValue
        }
    }
}

extension Claim.Kind {
    var number: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
