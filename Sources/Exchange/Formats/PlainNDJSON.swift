import Record

/// The claims of SCHEMA.md, one object a line, each with the report that carries it.
///
/// Offsets are left out: they point into the report's text, which an export does not carry; `sentence` has the words.
struct PlainNDJSON: RecordWriter {
    var head: String { "" }
    var separator: String { "" }
    var foot: String { "" }

    func record(_ released: ReleasedClaim) -> String? {
        Self.object(released).json + "\n"
    }

    static func object(_ released: ReleasedClaim) -> JSONText {
        let claim = released.claim
        var pairs: [(String, JSONText)] = [
            ("id", .text(released.key)), ("kind", .text(claim.kind.rawValue)),
            ("modality", .text(claim.modality.rawValue)),
            ("attributed_to", claim.attribution.map { attribution($0) } ?? .null),
            ("when", claim.when.map { when($0) } ?? .null), ("background", .flag(claim.background)),
            ("confidence", .number(claim.confidence)), ("rule", .text(claim.rule)),
        ]
        pairs += content(claim.content)
        pairs += [
            ("place_precision", .text(released.precision)), ("sentence", .optional(released.sentence)),
            ("report", .text(released.report)), ("publisher", .optional(released.publisher)),
            ("url", .optional(released.url)), ("reported", .text(released.known.description)),
            ("echo_of", released.echoOf == released.report ? .null : .text(released.echoOf)),
            ("attribution", .text(ExportAttribution.line)),
        ]
        return .compact(pairs)
    }

    private static func content(_ content: Claim.Content) -> [(String, JSONText)] {
        switch content {
        case .event(let event):
            [
                ("type", .text(event.type.rawValue)), ("actor", actor(event.actor)), ("target", actor(event.target)),
                ("place", place(event.place)), ("origin", place(event.origin)),
                ("destination", place(event.destination)), ("weapon", .optional(event.weapon)),
                ("fatalities", quantity(event.fatalities)), ("wounded", quantity(event.wounded)),
                (
                    "codes",
                    .compact([
                        ("acled", .optional(event.codes.acled)), ("plover", .optional(event.codes.plover)),
                        ("plover_mode", .optional(event.codes.ploverMode)), ("cameo", .optional(event.codes.cameo)),
                    ])
                ),
            ]
        case .control(let control):
            [
                ("state", .text(control.state.rawValue)), ("place", place(control.place)),
                ("holder", actor(control.holder)), ("from", actor(control.from)),
                ("holders", control.holders.map { .list($0.map { actor($0) }) } ?? .null),
                ("besieger", actor(control.besieger)), ("until", .optional(control.until?.description)),
            ]
        case .figure(let figure):
            [
                ("measure", .text(figure.measure.rawValue)), ("low", figure.low.map { .number($0) } ?? .null),
                ("high", figure.high.map { .number($0) } ?? .null), ("approximate", .flag(figure.approximate)),
                ("unit", .optional(figure.unit)), ("group", .optional(figure.group)), ("place", place(figure.place)),
                ("cumulative", figure.cumulative.map { .flag($0) } ?? .null),
            ]
        case .relation(let relation):
            [
                ("relation", .text(relation.bond.rawValue)), ("actor", actor(relation.actor)),
                ("target", actor(relation.target)),
            ]
        }
    }

    static func actor(_ actor: Actor?) -> JSONText {
        guard let actor else { return .null }
        return .compact([
            ("name", .text(actor.name)), ("id", .optional(actor.id)), ("kind", .text(actor.kind.rawValue)),
            ("country", .optional(actor.country)),
        ])
    }

    static func place(_ place: Place?) -> JSONText {
        guard let place else { return .null }
        return .compact([
            ("name", .text(place.name)), ("resolved", .optional(place.resolved)), ("id", .optional(place.id)),
            ("kind", .optional(place.kind?.rawValue)), ("country", .optional(place.country)),
            ("admin1", .optional(place.admin1)), ("admin2", .optional(place.admin2)),
            ("lat", place.latitude.map { .number($0) } ?? .null),
            ("lon", place.longitude.map { .number($0) } ?? .null), ("scope", .optional(place.scope?.rawValue)),
            ("share", place.share.map { .number($0) } ?? .null), ("modifier", modifier(place.modifier)),
        ])
    }

    private static func modifier(_ modifier: Place.Modifier?) -> JSONText {
        guard let modifier else { return .null }
        return .compact([
            ("text", .text(modifier.text)), ("direction", .optional(modifier.direction)),
            ("km", modifier.distance.map { .number($0) } ?? .null),
            ("lat", modifier.latitude.map { .number($0) } ?? .null),
            ("lon", modifier.longitude.map { .number($0) } ?? .null),
        ])
    }

    private static func quantity(_ quantity: Quantity?) -> JSONText {
        guard let quantity else { return .null }
        return .compact([
            ("low", quantity.low.map { .whole($0) } ?? .null), ("high", quantity.high.map { .whole($0) } ?? .null),
            ("approximate", quantity.approximate.map { .flag($0) } ?? .null), ("group", .optional(quantity.group)),
        ])
    }

    private static func when(_ when: TimeSpan) -> JSONText {
        .compact([
            ("start", .optional(when.start?.description)), ("end", .optional(when.end?.description)),
            ("precision", .text(when.precision.rawValue)), ("text", .optional(when.text)),
        ])
    }

    private static func attribution(_ source: Attribution) -> JSONText {
        .compact([
            ("name", .text(source.name)), ("id", .optional(source.id)), ("kind", .text(source.kind.rawValue)),
        ])
    }
}
