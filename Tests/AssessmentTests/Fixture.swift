import Assessment
import Record

/// Short hands for claims about one town.
enum Fixture {
    static let army = Actor(name: "army", id: "syrian_army", kind: .stateForce, country: "SY")
    static let group = Actor(name: "IS", id: "islamic_state", kind: .jihadist)

    static func town() -> Place {
        var place = Place(name: "Sampletown")
        (place.id, place.country, place.kind) = ("t:1", "SY", .settlement)
        return place
    }

    static func control(
        _ state: Control.State, _ holder: Actor?, from: Actor? = nil, on day: String?, known: String, report: String,
        publisher: String = "Paper", by: Attribution? = nil, modality: Modality = .asserted, echoOf: String? = nil
    ) -> SourcedClaim {
        let control = Control(state: state, place: town(), holder: holder, from: from)
        let claim = Claim(
            id: "c1", content: .control(control), evidence: TextRange(0, 4), trigger: TextRange(0, 4),
            modality: modality, attribution: by, when: day.flatMap { PartialDate($0) }.map { TimeSpan($0) },
            confidence: 0.9, rule: "test")
        return SourcedClaim(
            key: report + "#c1", claim: claim, report: report, publisher: publisher, url: nil,
            known: PartialDate(known) ?? PartialDate(daysSince1970: 0), sentence: "", echoOf: echoOf ?? report)
    }

    static func event(
        _ type: EventType, actor: Actor? = nil, target: Actor? = nil, dead: Int? = nil, on day: String?, known: String,
        report: String, publisher: String? = nil, at place: Place? = town(), echoOf: String? = nil
    ) -> SourcedClaim {
        var event = Event(type: type, actor: actor, target: target, place: place)
        event.fatalities = dead.map { Quantity(low: $0, high: $0) }
        return sourced(.event(event), on: day, known: known, report: report, publisher: publisher, echoOf: echoOf)
    }

    static func figure(
        _ measure: Figure.Measure, _ number: Double, total: Bool? = nil, group: String? = nil, on day: String?,
        known: String, report: String, publisher: String? = nil, echoOf: String? = nil
    ) -> SourcedClaim {
        var figure = Figure(measure: measure, low: number, high: number)
        (figure.place, figure.cumulative, figure.group) = (town(), total, group)
        return sourced(.figure(figure), on: day, known: known, report: report, publisher: publisher, echoOf: echoOf)
    }

    private static func sourced(
        _ content: Claim.Content, on day: String?, known: String, report: String, publisher: String?, echoOf: String?
    ) -> SourcedClaim {
        let claim = Claim(
            id: "c1", content: content, evidence: TextRange(0, 4), trigger: TextRange(0, 4), modality: .asserted,
            when: day.flatMap { PartialDate($0) }.map { TimeSpan($0) }, confidence: 0.9, rule: "test")
        return SourcedClaim(
            key: report + "#c1", claim: claim, report: report, publisher: publisher ?? "Paper \(report)", url: nil,
            known: PartialDate(known) ?? PartialDate(daysSince1970: 0), sentence: "", echoOf: echoOf ?? report)
    }

    static func state(_ claims: [SourcedClaim], on day: String, known: String? = nil) -> ControlState {
        ControlHistory.assess(claims, known: known.flatMap { PartialDate($0) })
            .state(on: PartialDate(day) ?? PartialDate(daysSince1970: 0))
    }
}
