import Record

/// Displacement and tolls with HXL's row of tags under the header, for humanitarian tables.
struct HXL: RecordWriter {
    static let columns: [(String, String)] = [
        ("Date", "#date+start"), ("Date end", "#date+end"), ("Reported", "#date+reported"),
        ("Country", "#country+code+v_iso2"),
        ("Admin 1", "#adm1+name"), ("Admin 2", "#adm2+name"), ("Place", "#loc+name"), ("Latitude", "#geo+lat"),
        ("Longitude", "#geo+lon"), ("Displaced", "#affected+idps"), ("Returnees", "#affected+returnees"),
        ("Killed", "#affected+killed"), ("Injured", "#affected+injured"), ("Upper bound", "#affected+max"),
        ("Group", "#affected+type"), ("Running total", "#meta+cumulative"), ("Place precision", "#meta+precision"),
        ("Source", "#meta+source"), ("Address", "#meta+url"), ("Id", "#meta+id"), ("Licence", "#meta+license"),
    ]

    var head: String { CSVRow.line(Self.columns.map(\.0)) + CSVRow.line(Self.columns.map(\.1)) }
    var separator: String { "" }
    var foot: String { "" }

    func record(_ released: ReleasedClaim) -> String? {
        guard case .figure(let figure) = released.claim.content, released.claim.modality.isFactual,
            let at = [.displaced, .returnees, .killed, .wounded].firstIndex(of: figure.measure)
        else { return nil }
        var counts = ["", "", "", ""]
        counts[at] = (figure.low ?? figure.high).map(JSONText.decimal) ?? ""
        let place = figure.place
        return CSVRow.line(
            [
                released.claim.when?.start?.description ?? "", released.claim.when?.end?.description ?? "",
                released.known.description, place?.country ?? "", place?.admin1 ?? "", place?.admin2 ?? "",
                place.map { $0.resolved ?? $0.name } ?? "", released.point.map { degrees($0.latitude) } ?? "",
                released.point.map { degrees($0.longitude) } ?? "",
            ] + counts + [
                figure.high.map(JSONText.decimal) ?? "", figure.group ?? "",
                figure.cumulative.map { $0 ? "true" : "false" } ?? "", released.precision, released.sayer,
                released.url ?? "", released.key, ExportAttribution.line,
            ])
    }
}
