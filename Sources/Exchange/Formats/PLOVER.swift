import Record

/// PLOVER's records as JSON lines.
struct PLOVER: RecordWriter {
    func write(_ released: ReleasedClaim, to out: inout Bytes) -> Bool {
        let claim = released.claim
        guard let root = released.codes.plover, claim.modality.isFactual || claim.modality == .pledged,
            let (day, last) = released.days
        else { return false }
        out.object { out in
            out.member("id", released.recordID)
            out.member("date", day)
            out.member("dateEnd", last == day ? nil : last)
            actors("source", released.first, to: &out)
            actors("target", released.second, to: &out)
            out.member("event", root)
            out.member("mode", claim.modality == .pledged ? "future" : released.codes.ploverMode)
            out.member("context", ["military"])
            out.member("location", claim.place, PlainNDJSON.place)
            out.member("dead", released.fatalities?.low)
            if case .event(let event) = claim.content { out.member("injured", event.wounded?.low) }
            out.member("text", released.sentence)
            out.member("publisher", released.outlet)
            out.member("publicationDate", released.known)
            out.member("url", released.url)
            out.member("license", ExportAttribution.line)
        }
        out.byte(10)
        return true
    }

    private func actors(_ name: StaticString, _ actor: Actor?, to out: inout Bytes) {
        guard let actor else { return }
        out.key(name)
        out.array([actor]) { out, actor in
            out.object { out in
                out.member("actorText", actor.shownName)
                out.member("actorCode", actor.id)
                out.member("sector", Self.sectors[actor.kind] ?? "OTH")
                out.member("country", actor.country)
            }
        }
    }

    private static let sectors: [Actor.Kind: String] = [
        .stateForce: "MIL", .rebel: "REB", .militia: "PRM", .jihadist: "REB", .coalition: "MIL", .police: "COP",
        .government: "GOV", .civilians: "CVL", .un: "IGO", .ngo: "NGO", .media: "MED", .person: "CVL",
    ]
}
