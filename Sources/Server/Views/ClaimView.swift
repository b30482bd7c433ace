import Record

/// A claim with its sentence and its source, flat, as the page and the API give it.
struct ClaimView: Encodable, Sendable {
    var key: String
    var report: String
    var publisher: String?
    var url: String?
    /// The day from which it was known.
    var known: String
    /// Empty where the public page's policy holds the words back.
    var sentence: String
    var echoOf: String?
    var kind: String
    var modality: String
    var attributedTo: String?
    var attributionKind: String?
    var start: String?
    var end: String?
    var when: String?
    var background: Bool
    var confidence: Double
    var rule: String
    /// Event type, control state, measure or bond.
    var type: String
    var place: PlaceView?
    var scope: String?
    var modifier: String?
    var actor: ActorView?
    var target: ActorView?
    var holder: ActorView?
    var from: ActorView?
    var holders: [ActorView]?
    var besieger: ActorView?
    var origin: PlaceView?
    var destination: PlaceView?
    var weapon: String?
    var low: Double?
    var high: Double?
    var approximate: Bool?
    var unit: String?
    var group: String?
    var fatalities: String?
    var wounded: String?
    /// Figure: whether it is a running total. Control: the day on which it ended.
    var cumulative: Bool?
    var until: String?
    var acled: String?
    /// accept, reject or edit, where an analyst's decision stands.
    var decision: String?
    var decidedBy: String?
    /// Fields that analysts corrected, by their names in SCHEMA.md.
    var corrections: [String: String]?

    init(_ sourced: SourcedClaim, standing: Standing? = nil) {
        let claim = sourced.claim
        (key, report, publisher, url) = (sourced.key, sourced.report, sourced.publisher, sourced.url)
        (known, sentence) = (sourced.known.description, sourced.sentence)
        echoOf = sourced.echoOf == sourced.report ? nil : sourced.echoOf
        (kind, modality) = (claim.kind.rawValue, claim.modality.rawValue)
        (attributedTo, attributionKind) = (claim.attribution?.name, claim.attribution?.kind.rawValue)
        (start, end, when) = (claim.when?.start?.description, claim.when?.end?.description, claim.when?.text)
        (background, confidence, rule) = (claim.background, claim.confidence, claim.rule)
        place = claim.place.map(PlaceView.init)
        (scope, modifier) = (claim.place?.scope?.rawValue, claim.place?.modifier?.text)
        (decision, decidedBy, corrections) = (standing?.verdict.rawValue, standing?.who, standing?.corrections)
        type = claim.typeWord
        fill(claim.content)
    }

    private mutating func fill(_ content: Claim.Content) {
        switch content {
        case .event(let event):
            (actor, target) = (event.actor.map(ActorView.init), event.target.map(ActorView.init))
            (origin, destination) = (event.origin.map(PlaceView.init), event.destination.map(PlaceView.init))
            (weapon, acled) = (event.weapon, event.codes.acled)
            (fatalities, wounded) = (event.fatalities.map(Self.text), event.wounded.map(Self.text))
        case .control(let control):
            (holder, from) = (control.holder.map(ActorView.init), control.from.map(ActorView.init))
            holders = control.holders?.map(ActorView.init)
            (besieger, until) = (control.besieger.map(ActorView.init), control.until?.description)
        case .figure(let figure):
            (low, high, approximate) = (figure.low, figure.high, figure.approximate)
            (unit, group, cumulative) = (figure.unit, figure.group, figure.cumulative)
        case .relation(let relation):
            (actor, target) = (ActorView(relation.actor), ActorView(relation.target))
        }
    }

    private static func text(_ quantity: Quantity) -> String {
        switch (quantity.low, quantity.high) {
        case (let low?, let high?): low == high ? "\(low)" : "\(low)–\(high)"
        case (let low?, nil): "≥ \(low)"
        case (nil, let high?): "≤ \(high)"
        case (nil, nil): "?"
        }
    }
}
