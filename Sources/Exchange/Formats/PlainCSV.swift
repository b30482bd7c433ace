import Record

/// One row for each claim of any kind, in plain words.
struct PlainCSV: RecordWriter {
    static let columns = [
        "id", "kind", "type", "modality", "date_start", "date_end", "date_precision", "actor", "actor_id", "target",
        "target_id", "place", "place_id", "place_kind", "country", "admin1", "admin2", "latitude", "longitude",
        "place_precision", "scope", "share", "low", "high", "approximate", "group", "fatalities_low", "fatalities_high",
        "attributed_to", "attributed_kind", "background", "confidence", "reported", "publisher", "url", "report",
        "sentence", "rule", "attribution",
    ]

    var head: String { CSVRow.line(Self.columns) }
    var separator: String { "" }
    var foot: String { "" }

    func record(_ released: ReleasedClaim) -> String? {
        let claim = released.claim
        let place = claim.place
        var low = ""
        var high = ""
        var approximate = ""
        var group = ""
        if case .figure(let figure) = claim.content {
            low = figure.low.map(JSONText.decimal) ?? ""
            high = figure.high.map(JSONText.decimal) ?? ""
            approximate = figure.approximate ? "true" : "false"
            group = figure.group ?? ""
        }
        let cells: [String] = [
            released.key, claim.kind.rawValue, released.what, claim.modality.rawValue,
            claim.when?.start?.description ?? "", claim.when?.end?.description ?? "",
            claim.when?.precision.rawValue ?? "", released.first?.name ?? "", released.first?.id ?? "",
            released.second?.name ?? "", released.second?.id ?? "", place?.resolved ?? place?.name ?? "",
            place?.id ?? "", place?.kind?.rawValue ?? "", place?.country ?? "", place?.admin1 ?? "",
            place?.admin2 ?? "", released.point.map { degrees($0.latitude) } ?? "",
            released.point.map { degrees($0.longitude) } ?? "", released.precision, place?.scope?.rawValue ?? "",
            place?.share.map(JSONText.decimal) ?? "", low, high, approximate, group,
            released.fatalities?.low.map { String($0) } ?? "", released.fatalities?.high.map { String($0) } ?? "",
            claim.attribution?.name ?? "", claim.attribution?.kind.rawValue ?? "", claim.background ? "true" : "false",
            JSONText.decimal(claim.confidence), released.known.description, released.publisher ?? "",
            released.url ?? "", released.report, released.sentence ?? "", claim.rule, ExportAttribution.line,
        ]
        return CSVRow.line(cells)
    }
}
