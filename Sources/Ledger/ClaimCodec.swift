import Record

/// Claims and places as compact bytes: what `claims.body` holds. Ten times faster than JSON both ways, which ingestion
/// and the map ask for (`make bench`: ledger). The first byte is the form's version.
enum ClaimCodec {
    static let version: UInt8 = 2

    static func encode(_ claim: Claim) -> [UInt8] {
        var out = ByteWriter()
        out.byte(version)
        out.string(claim.id)
        out.range(claim.evidence)
        out.range(claim.trigger)
        out.string(claim.modality.rawValue)
        out.optional(claim.attribution) {
            $0.string($1.name); $0.optionalString($1.id); $0.string($1.kind.rawValue)
        }
        out.optional(claim.when) {
            $0.date($1.start)
            $0.date($1.end)
            $0.string($1.precision.rawValue)
            $0.optionalString($1.text)
        }
        out.flag(claim.background)
        out.double(claim.confidence)
        out.string(claim.rule)
        out.string(claim.kind.rawValue)
        switch claim.content {
        case .event(let event): encode(event, to: &out)
        case .control(let control): encode(control, to: &out)
        case .figure(let figure):
            out.string(figure.measure.rawValue)
            out.optional(figure.low) { $0.double($1) }
            out.optional(figure.high) { $0.double($1) }
            out.flag(figure.approximate)
            out.optionalString(figure.unit)
            out.optionalString(figure.group)
            out.optional(figure.place) { encode($1, to: &$0) }
            out.optional(figure.cumulative) { $0.flag($1) }
        case .relation(let relation):
            out.string(relation.bond.rawValue)
            encode(relation.actor, to: &out)
            encode(relation.target, to: &out)
        }
        return out.bytes
    }

    private static func encode(_ event: Event, to out: inout ByteWriter) {
        out.string(event.type.rawValue)
        out.optional(event.actor) { encode($1, to: &$0) }
        out.optional(event.target) { encode($1, to: &$0) }
        out.optional(event.place) { encode($1, to: &$0) }
        out.optional(event.origin) { encode($1, to: &$0) }
        out.optional(event.destination) { encode($1, to: &$0) }
        out.optionalString(event.weapon)
        out.optional(event.fatalities) { encode($1, to: &$0) }
        out.optional(event.wounded) { encode($1, to: &$0) }
        out.optionalString(event.codes.acled)
        out.optionalString(event.codes.plover)
        out.optionalString(event.codes.ploverMode)
        out.optionalString(event.codes.cameo)
    }

    private static func encode(_ control: Control, to out: inout ByteWriter) {
        out.string(control.state.rawValue)
        encode(control.place, to: &out)
        out.optional(control.holder) { encode($1, to: &$0) }
        out.optional(control.from) { encode($1, to: &$0) }
        out.optional(control.holders) { $0.list($1) { encode($1, to: &$0) } }
        out.optional(control.besieger) { encode($1, to: &$0) }
        out.date(control.until)
    }

    static func encode(_ actor: Actor, to out: inout ByteWriter) {
        out.string(actor.name)
        out.optionalString(actor.id)
        out.optional(actor.aliases) { $0.list($1) { $0.string($1) } }
        out.string(actor.kind.rawValue)
        out.optionalString(actor.country)
        out.optionalString(actor.side)
    }

    private static func encode(_ quantity: Quantity, to out: inout ByteWriter) {
        out.optional(quantity.low) { $0.integer($1) }
        out.optional(quantity.high) { $0.integer($1) }
        out.optional(quantity.approximate) { $0.flag($1) }
        out.optionalString(quantity.group)
    }

    static func encode(_ place: Place, to out: inout ByteWriter) {
        out.optional(place.range) { $0.range($1) }
        out.string(place.name)
        out.optionalString(place.resolved)
        out.optionalString(place.id)
        out.optionalString(place.kind?.rawValue)
        out.optionalString(place.country)
        out.optionalString(place.admin1)
        out.optionalString(place.admin2)
        out.optional(place.latitude) { $0.double($1) }
        out.optional(place.longitude) { $0.double($1) }
        out.optional(place.confidence) { $0.double($1) }
        out.optional(place.metonymic) { $0.flag($1) }
        out.optional(place.modifier) {
            $0.string($1.text)
            $0.optionalString($1.direction)
            $0.optional($1.distance) { $0.double($1) }
            $0.optional($1.latitude) { $0.double($1) }
            $0.optional($1.longitude) { $0.double($1) }
        }
        out.optionalString(place.scope?.rawValue)
        out.optional(place.share) { $0.double($1) }
    }
}
