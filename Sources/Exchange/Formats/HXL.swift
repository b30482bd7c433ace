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

    var head: String {
        Bytes.text { out in
            out.row(Self.columns.map(\.0))
            out.row(Self.columns.map(\.1))
        }
    }

    func write(_ released: ReleasedClaim, to out: inout Bytes) -> Bool {
        guard case .figure(let figure) = released.claim.content, released.claim.modality.isFactual,
            let at = [.displaced, .returnees, .killed, .wounded].firstIndex(of: figure.measure)
        else { return false }
        let place = figure.place
        out.cell(released.claim.when?.start)
        out.cell(released.claim.when?.end)
        out.cell(released.known)
        for text in [place?.country, place?.admin1, place?.admin2, place.map { $0.resolved ?? $0.name }] {
            out.cell(text)
        }
        out.cell(degrees: released.point?.latitude)
        out.cell(degrees: released.point?.longitude)
        for column in 0..<4 { out.cell(column == at ? figure.low ?? figure.high : nil) }
        out.cell(figure.high)
        out.cell(figure.group)
        out.cell(figure.cumulative.map { $0 ? "true" : "false" })
        for text in [released.precision, released.sayer, released.url, released.recordID, ExportAttribution.line] {
            out.cell(text)
        }
        out.endRow()
        return true
    }
}
