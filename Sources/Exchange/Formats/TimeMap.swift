import Record

/// The events of Forensic Architecture's TimeMap: a JSON list; each event names its source by the report's address.
struct TimeMap: RecordWriter {
    var head: String { "[\n" }
    var separator: String { ",\n" }
    var foot: String { "\n]\n" }

    func write(_ released: ReleasedClaim, to out: inout Bytes) -> Bool {
        let claim = released.claim
        guard let point = released.point, let place = claim.place, let (day, _) = released.days else { return false }
        let name = place.resolved ?? place.name
        out.object { out in
            out.member("id", released.recordID)
            out.member("title", "\(released.what.replacing("_", with: " ")), \(name)")
            out.member("description", released.sentence ?? "")
            out.member("date", day)
            out.member("time", "")
            out.member("time_precision", claim.when?.precision.rawValue ?? "")
            out.member("location", name)
            for (key, value) in [("latitude" as StaticString, point.latitude), ("longitude", point.longitude)] {
                out.key(key)
                out.byte(34)
                out.degrees(value)
                out.byte(34)
            }
            out.member("location_precision", released.precision)
            out.member("category", claim.kind.rawValue)
            let parties = [released.first?.shownName, released.second?.shownName, claim.modality.rawValue]
            out.member("associations", parties.compactMap { $0 })
            out.member("sources", [released.address])
            out.member("comments", ExportAttribution.line)
        }
        return true
    }
}

/// The sources of TimeMap's events: each report once, by the address that the events name.
public enum TimeMapSources {
    /// A JSON object from address to source.
    public static func write(_ claims: some Sequence<ReleasedClaim>, to output: ([UInt8]) throws -> Void) rethrows {
        var seen: Set<String> = []
        var out = Bytes()
        out.raw("{\n")
        for released in claims where released.point != nil && released.days != nil {
            guard seen.insert(released.address).inserted else { continue }
            if seen.count > 1 { out.raw(",\n") }
            out.quoted(released.address)
            out.byte(58)
            out.object { out in
                out.member("id", released.address)
                out.member("title", released.publisher ?? released.report)
                out.member("thumbnail", "")
                out.member("paths", released.url.map { [$0] } ?? [])
                out.member("type", "Document")
                out.member("affiliation_s", [released.publisher].compactMap { $0 })
                out.member("description", "Reported " + released.known.description)
            }
        }
        out.raw("\n}\n")
        try output(out.storage)
    }
}
