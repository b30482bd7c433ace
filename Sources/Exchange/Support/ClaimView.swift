import Record

/// What the formats ask of a released claim again and again.
extension ReleasedClaim {
    /// First day, and last day, of valid time.
    var days: (first: PartialDate, last: PartialDate)? {
        guard let date = claim.when?.start ?? claim.when?.end else { return nil }
        let end = claim.when?.end ?? date
        return (PartialDate(daysSince1970: date.firstDay), PartialDate(daysSince1970: max(date.firstDay, end.lastDay)))
    }

    /// The one that does it: who acts in an event, who takes or holds a place.
    var first: Actor? {
        switch claim.content {
        case .event(let event): event.actor
        case .control(let control): control.holder ?? control.holders?.first
        case .figure: nil
        case .relation(let relation): relation.actor
        }
    }

    /// The other side.
    var second: Actor? {
        switch claim.content {
        case .event(let event): event.target
        case .control(let control):
            control.from ?? control.besieger ?? control.holders?.dropFirst().first
        case .figure: nil
        case .relation(let relation): relation.target
        }
    }

    /// The claim's type in one word.
    var what: String {
        switch claim.content {
        case .event(let event): event.type.rawValue
        case .control(let control): control.state.rawValue
        case .figure(let figure): figure.measure.rawValue
        case .relation(let relation): relation.bond.rawValue
        }
    }

    var fatalities: Quantity? { if case .event(let event) = claim.content { event.fatalities } else { nil } }

    /// Codes of the claim in other ontologies; a place that changed hands has those of the change.
    var codes: EventCodes {
        switch claim.content {
        case .event(let event): return event.codes
        case .control(let control) where control.state == .captured:
            let regains = [Actor.Kind.stateForce, .police, .government, .coalition]
            let state = control.holder.map { regains.contains($0.kind) } ?? false
            return EventCodes(
                acled: state ? "Government regains territory" : "Non-state actor overtakes territory",
                plover: "ASSAULT",
                ploverMode: nil, cameo: "192")
        default: return EventCodes()
        }
    }

    /// Where on the map: the point beside the place where the text gives one ("20 km south of"), else the place's own.
    var point: (latitude: Double, longitude: Double)? {
        guard let place = claim.place else { return nil }
        if let latitude = place.modifier?.latitude, let longitude = place.modifier?.longitude {
            return (latitude, longitude)
        }
        guard let latitude = place.latitude, let longitude = place.longitude else { return nil }
        return (latitude, longitude)
    }

    /// Where the record's report stands: its address, else its id.
    var address: String { url ?? "report:" + report }

    /// The sources that the record names: who says so, and the outlet.
    var sources: [String] { [attribution?.name, outlet].compactMap { $0 } }

    /// Who says so: the source named, else the publisher.
    var sayer: String { attribution?.name ?? publisher ?? report }
}
