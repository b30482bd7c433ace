import Record

/// The codebook of a dataset folder, made from the code: what a column or a word means stands where it is written.
public enum Codebook {
    /// Markdown.
    public static var text: String {
        var out = """
            # Codebook

            Every record is a claim: a statement by a source, with the sentence that makes it. Two reports of one event are
            two records. What is denied, pledged or expected keeps that modality and is not a fact that happened.
            `claims.csv` and `claims.ndjson` hold the same records; `events.geojson` those with a place;
            `control.geojson` who held what on the day of the query; `changes.geojson` every change of hands up to it.

            ## Columns of claims.csv

            | column | meaning |
            |---|---|

            """
        for column in PlainCSV.columns { out += "| \(column.name) | \(column.meaning) |\n" }
        out += "\n## Event types\n\n| type | ACLED | PLOVER (mode) | CAMEO |\n|---|---|---|---|\n"
        for type in EventType.allCases {
            let codes = type.codes
            let mode = codes.ploverMode.map { " (\($0))" } ?? ""
            out +=
                "| \(type.rawValue) | \(codes.acled ?? "-") | \((codes.plover ?? "-") + mode) | \(codes.cameo ?? "-") |\n"
        }
        out += section("Kinds of claim", Claim.Kind.self)
        out += section("Modality", Modality.self)
        out += section("States of control", Control.State.self)
        out += section("Measures of figures", Figure.Measure.self)
        out += section("Bonds of relations", Relation.Bond.self)
        out += section("Kinds of party", Actor.Kind.self)
        out += section("Kinds of source", Attribution.Kind.self)
        out += section("Kinds of place", Place.Kind.self)
        out += section("Precision of time", Precision.self)
        out += """

            ## Precision of place

            `exact`: the gazetteer's point, or a point at the distance and direction that the text gives. `admin2`, `admin1`,
            `country`, `grid N`: told coarser by the release policy, without a point or with the centre of a cell of N degrees.

            """
        return out
    }

    private static func section<Word: CaseIterable & RawRepresentable>(_ title: String, _: Word.Type) -> String
    where Word.RawValue == String {
        "\n## \(title)\n\n" + Word.allCases.map(\.rawValue).joined(separator: ", ") + "\n"
    }
}
