import Record

/// One row for each claim of any kind, in plain words.
struct PlainCSV: RecordWriter {
    /// Name and meaning of each column: the header, and the codebook's table.
    static let columns: [(name: String, meaning: String)] = [
        ("id", "the record's own name, the same in every export"), ("kind", "event, control, figure or relation"),
        ("type", "event type, state of control, measure or bond"),
        ("modality", "how the source stands to it"), ("date_start", "first day, month or year of valid time"),
        ("date_end", "last day, month or year"), ("date_precision", "how fine the source is"),
        ("actor", "who acts, takes or holds"), ("actor_id", "the lexicon's id"),
        ("target", "the other side"), ("target_id", "the lexicon's id"),
        ("place", "the gazetteer's name, else the text's"), ("place_id", "the gazetteer's id"),
        ("place_kind", "what sort of place it is"), ("country", "ISO 3166-1 alpha-2"),
        ("admin1", "first-level division"), ("admin2", "second-level division"),
        ("latitude", "degrees, WGS 84"), ("longitude", "degrees, WGS 84"),
        ("place_precision", "exact, or how the release policy coarsened it"),
        ("scope", "whole or part of the place, for control"), ("share", "percent of the place, for control of a part"),
        ("low", "lower bound of a figure"), ("high", "upper bound of a figure"),
        ("approximate", "true where the text rounds"), ("group", "who was counted, in the text's words"),
        ("fatalities_low", "dead of an event, at least"), ("fatalities_high", "dead of an event, at most"),
        ("attributed_to", "who says so; empty for the report's own voice"),
        ("attributed_kind", "what sort of source that is"), ("background", "true for history, false for news"),
        ("confidence", "0 to 1, calibrated"), ("reported", "the day the report was published"),
        ("publisher", "the outlet"), ("url", "the report's address"), ("report", "the report's id"),
        ("sentence", "the words that say it"), ("rule", "the lexicon entry or model that read it"),
        ("attribution", "whence the data come; keep this line"),
    ]

    var head: String { Bytes.text { $0.row(Self.columns.map(\.name)) } }

    func write(_ released: ReleasedClaim, to out: inout Bytes) -> Bool {
        let claim = released.claim
        out.cell(released.recordID)
        out.cell(claim.kind.rawValue)
        out.cell(released.what)
        out.cell(claim.modality.rawValue)
        out.cell(claim.when?.start)
        out.cell(claim.when?.end)
        out.cell(claim.when?.precision.rawValue)
        party(released.first, to: &out)
        party(released.second, to: &out)
        place(claim.place, released, to: &out)
        if case .figure(let figure) = claim.content {
            out.cell(figure.low)
            out.cell(figure.high)
            out.cell(figure.approximate)
            out.cell(figure.group)
        } else {
            for _ in 0..<4 { out.cell("") }
        }
        out.cell(released.fatalities?.low)
        out.cell(released.fatalities?.high)
        out.cell(released.attribution?.name)
        out.cell(released.attribution?.kind.rawValue)
        out.cell(claim.background)
        out.cell(claim.confidence)
        out.cell(released.known)
        out.cell(released.outlet)
        out.cell(released.url)
        out.cell(released.report)
        out.cell(released.sentence)
        out.cell(released.rule)
        out.cell(made: Self.attribution)
        out.endRow()
        return true
    }

    private static let attribution: [UInt8] = {
        var out = Bytes()
        out.cell(ExportAttribution.line)
        return out.storage
    }()

    private func party(_ actor: Actor?, to out: inout Bytes) {
        out.cell(actor?.name)
        out.cell(actor?.id)
    }

    private func place(_ place: Place?, _ released: ReleasedClaim, to out: inout Bytes) {
        out.cell(place?.resolved ?? place?.name)
        out.cell(place?.id)
        out.cell(place?.kind?.rawValue)
        out.cell(place?.country)
        out.cell(place?.admin1)
        out.cell(place?.admin2)
        let point = released.point
        out.cell(degrees: point?.latitude)
        out.cell(degrees: point?.longitude)
        out.cell(released.precision)
        out.cell(place?.scope?.rawValue)
        out.cell(place?.share)
    }
}
