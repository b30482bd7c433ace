/// Claims as JSON: the keys that every claim has and those of its kind in one object, in alphabetical order.
extension JSONLine {
    package mutating func claim(_ key: StaticString? = nil, _ claim: Claim) {
        object(key) { json in
            switch claim.content {
            case .event(let event): json.event(event, of: claim)
            case .control(let control): json.control(control, of: claim)
            case .figure(let figure): json.figure(figure, of: claim)
            case .relation(let relation): json.relation(relation, of: claim)
            }
        }
    }

    private mutating func event(_ event: Event, of claim: Claim) {
        actor("actor", event.actor)
        attribution(claim.attribution)
        value("background", claim.background)
        codes(event.codes)
        value("confidence", claim.confidence)
        place("destination", event.destination)
        range("evidence", claim.evidence)
        quantity("fatalities", event.fatalities)
        nature(of: claim)
        place("origin", event.origin)
        place("place", event.place)
        value("rule", claim.rule)
        actor("target", event.target)
        range("trigger", claim.trigger)
        value("type", event.type.rawValue)
        value("weapon", event.weapon)
        when(claim.when)
        quantity("wounded", event.wounded)
    }

    private mutating func control(_ control: Control, of claim: Claim) {
        attribution(claim.attribution)
        value("background", claim.background)
        actor("besieger", control.besieger)
        value("confidence", claim.confidence)
        range("evidence", claim.evidence)
        actor("from", control.from)
        actor("holder", control.holder)
        if let holders = control.holders { list("holders", holders) { $0.actor(nil, $1) } }
        nature(of: claim)
        place("place", control.place)
        value("rule", claim.rule)
        value("state", control.state.rawValue)
        range("trigger", claim.trigger)
        value("until", control.until?.description)
        when(claim.when)
    }

    private mutating func figure(_ figure: Figure, of claim: Claim) {
        value("approximate", figure.approximate)
        attribution(claim.attribution)
        value("background", claim.background)
        value("confidence", claim.confidence)
        value("cumulative", figure.cumulative)
        range("evidence", claim.evidence)
        value("group", figure.group)
        value("high", figure.high)
        value("id", claim.id)
        value("kind", claim.kind.rawValue)
        value("low", figure.low)
        value("measure", figure.measure.rawValue)
        value("modality", claim.modality.rawValue)
        place("place", figure.place)
        value("rule", claim.rule)
        range("trigger", claim.trigger)
        value("unit", figure.unit)
        when(claim.when)
    }

    private mutating func relation(_ relation: Relation, of claim: Claim) {
        actor("actor", relation.actor)
        attribution(claim.attribution)
        value("background", claim.background)
        value("confidence", claim.confidence)
        range("evidence", claim.evidence)
        nature(of: claim)
        value("relation", relation.bond.rawValue)
        value("rule", claim.rule)
        actor("target", relation.target)
        range("trigger", claim.trigger)
        when(claim.when)
    }

    /// What it is and how its source stands to it: three keys that stand side by side.
    private mutating func nature(of claim: Claim) {
        value("id", claim.id)
        value("kind", claim.kind.rawValue)
        value("modality", claim.modality.rawValue)
    }
}
