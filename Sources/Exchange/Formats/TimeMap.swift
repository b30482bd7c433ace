import Record

/// The events of Forensic Architecture's TimeMap: a JSON list; each event names its source by the report's address.
struct TimeMap: RecordWriter {
    var head: String { "[\n" }
    var separator: String { ",\n" }
    var foot: String { "\n]\n" }

    func record(_ released: ReleasedClaim) -> String? {
        let claim = released.claim
        guard let point = released.point, let place = claim.place, let (day, _) = released.days else { return nil }
        return JSONText.object([
            ("id", .text(released.key)),
            ("title", .text("\(released.what.replacing("_", with: " ")), \(place.resolved ?? place.name)")),
            ("description", .text(released.sentence ?? "")), ("date", .text(day.description)), ("time", .text("")),
            ("time_precision", .text(claim.when?.precision.rawValue ?? "")),
            ("location", .text(place.resolved ?? place.name)), ("latitude", .text(degrees(point.latitude))),
            ("longitude", .text(degrees(point.longitude))), ("location_precision", .text(released.precision)),
            ("category", .text(claim.kind.rawValue)), ("associations", .list(associations(released).map { .text($0) })),
            ("sources", .list([.text(released.address)])), ("comments", .text(ExportAttribution.line)),
        ]).json
    }

    private func associations(_ released: ReleasedClaim) -> [String] {
        [released.first?.shownName, released.second?.shownName, released.claim.modality.rawValue].compactMap { $0 }
    }
}
