import Record

/// The claims of SCHEMA.md, one object a line, each with the report that carries it.
///
/// Offsets are left out: they point into the report's text, which an export does not carry; `sentence` has the words.
struct PlainNDJSON: RecordWriter {
    func write(_ released: ReleasedClaim, to out: inout Bytes) -> Bool {
        out.object { Self.members(&$0, released) }
        out.byte(10)
        return true
    }

    /// The members of a claim's object, in SCHEMA.md's words.
    static func members(_ out: inout Bytes, _ released: ReleasedClaim) {
        let claim = released.claim
        out.member("id", released.recordID)
        out.member("kind", claim.kind.rawValue)
        out.member("modality", claim.modality.rawValue)
        out.member("attributed_to", released.attribution) {
            $0.member("name", $1.name)
            $0.member("id", $1.id)
            $0.member("kind", $1.kind.rawValue)
        }
        out.member("when", claim.when) {
            $0.member("start", $1.start)
            $0.member("end", $1.end)
            $0.member("precision", $1.precision.rawValue)
            $0.member("text", $1.text)
        }
        out.member("background", claim.background)
        out.member("confidence", claim.confidence)
        out.member("rule", released.rule)
        switch claim.content {
        case .event(let event): self.event(event, to: &out)
        case .control(let control): self.control(control, to: &out)
        case .figure(let figure): self.figure(figure, to: &out)
        case .relation(let relation):
            out.member("relation", relation.bond.rawValue)
            out.member("actor", relation.actor, actor)
            out.member("target", relation.target, actor)
        }
        out.member("place_precision", released.precision)
        out.member("suppressed", released.suppressed ? true : nil)
        out.member("sentence", released.sentence)
        out.member("report", released.report)
        out.member("publisher", released.outlet)
        out.member("url", released.url)
        out.member("reported", released.known)
        out.member("echo_of", released.echoOf == released.report ? nil : released.echoOf)
        out.member("attribution", ExportAttribution.line)
    }

    private static func event(_ event: Event, to out: inout Bytes) {
        out.member("type", event.type.rawValue)
        out.member("actor", event.actor, actor)
        out.member("target", event.target, actor)
        out.member("place", event.place, place)
        out.member("origin", event.origin, place)
        out.member("destination", event.destination, place)
        out.member("weapon", event.weapon)
        out.member("fatalities", event.fatalities, quantity)
        out.member("wounded", event.wounded, quantity)
        out.member("codes", event.codes) {
            $0.member("acled", $1.acled)
            $0.member("plover", $1.plover)
            $0.member("plover_mode", $1.ploverMode)
            $0.member("cameo", $1.cameo)
        }
    }

    private static func control(_ control: Control, to out: inout Bytes) {
        out.member("state", control.state.rawValue)
        out.member("place", control.place, place)
        out.member("holder", control.holder, actor)
        out.member("from", control.from, actor)
        if let holders = control.holders {
            out.key("holders")
            out.array(holders) { out, holder in out.object { actor(&$0, holder) } }
        }
        out.member("besieger", control.besieger, actor)
        out.member("until", control.until)
    }

    private static func figure(_ figure: Figure, to out: inout Bytes) {
        out.member("measure", figure.measure.rawValue)
        out.member("low", figure.low)
        out.member("high", figure.high)
        out.member("approximate", figure.approximate)
        out.member("unit", figure.unit)
        out.member("group", figure.group)
        out.member("place", figure.place, place)
        out.member("cumulative", figure.cumulative)
    }

    static func actor(_ out: inout Bytes, _ actor: Actor) {
        out.member("name", actor.name)
        out.member("id", actor.id)
        out.member("aliases", actor.aliases)
        out.member("kind", actor.kind.rawValue)
        out.member("country", actor.country)
    }

    static func place(_ out: inout Bytes, _ place: Place) {
        out.member("name", place.name)
        out.member("resolved", place.resolved)
        out.member("id", place.id)
        out.member("kind", place.kind?.rawValue)
        out.member("country", place.country)
        out.member("admin1", place.admin1)
        out.member("admin2", place.admin2)
        out.member("lat", place.latitude)
        out.member("lon", place.longitude)
        out.member("confidence", place.confidence)
        out.member("scope", place.scope?.rawValue)
        out.member("share", place.share)
        out.member("modifier", place.modifier) {
            $0.member("text", $1.text)
            $0.member("direction", $1.direction)
            $0.member("km", $1.distance)
            $0.member("lat", $1.latitude)
            $0.member("lon", $1.longitude)
        }
    }

    private static func quantity(_ out: inout Bytes, _ quantity: Quantity) {
        out.member("low", quantity.low)
        out.member("high", quantity.high)
        out.member("approximate", quantity.approximate)
        out.member("group", quantity.group)
    }
}
