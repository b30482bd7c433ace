import Record

/// PLOVER's records as JSON lines.
struct PLOVER: RecordWriter {
    var head: String { "" }
    var separator: String { "" }
    var foot: String { "" }

    func record(_ released: ReleasedClaim) -> String? {
        let claim = released.claim
        guard let root = released.codes.plover, claim.modality.isFactual || claim.modality == .pledged,
            let (day, last) = released.days
        else { return nil }
        return JSONText.compact([
            ("id", .text(released.key)), ("date", .text(day.description)),
            ("dateEnd", last == day ? .null : .text(last.description)), ("source", actors(released.first)),
            ("target", actors(released.second)), ("event", .text(root)), ("mode", mode(released)),
            ("context", .list([.text("military")])), ("location", PlainNDJSON.place(claim.place)),
            ("dead", released.fatalities?.low.map { .whole($0) } ?? .null),
            ("injured", wounded(claim).map { .whole($0) } ?? .null), ("text", .optional(released.sentence)),
            ("publisher", .optional(released.publisher)), ("publicationDate", .text(released.known.description)),
            ("url", .optional(released.url)), ("license", .text(ExportAttribution.line)),
        ]).json + "\n"
    }

    private func mode(_ released: ReleasedClaim) -> JSONText {
        if released.claim.modality == .pledged { return .text("future") }
        return .optional(released.codes.ploverMode)
    }

    private func wounded(_ claim: Claim) -> Int? {
        if case .event(let event) = claim.content { event.wounded?.low } else { nil }
    }

    private func actors(_ actor: Actor?) -> JSONText {
        guard let actor else { return .null }
        return .list([
            .compact([
                ("actorText", .text(actor.shownName)), ("actorCode", .optional(actor.id)),
                ("sector", .text(sectors[actor.kind] ?? "OTH")), ("country", .optional(actor.country)),
            ])
        ])
    }

    private let sectors: [Actor.Kind: String] = [
        .stateForce: "MIL", .rebel: "REB", .militia: "PRM", .jihadist: "REB", .coalition: "MIL", .police: "COP",
        .government: "GOV", .civilians: "CVL", .un: "IGO", .ngo: "NGO", .media: "MED", .person: "CVL",
    ]
}
