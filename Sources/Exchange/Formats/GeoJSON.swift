import Record

/// Claims as points (RFC 7946); a claim without a point has a null geometry.
struct GeoJSONEvents: RecordWriter {
    var head: String { GeoJSONText.head }
    var separator: String { ",\n" }
    var foot: String { GeoJSONText.foot }

    func write(_ released: ReleasedClaim, to out: inout Bytes) -> Bool {
        guard released.claim.place != nil else { return false }
        out.object { out in
            out.member("type", "Feature")
            out.member("id", released.recordID)
            GeoJSONText.geometry(released.point, to: &out)
            out.key("properties")
            out.object { PlainNDJSON.members(&$0, released) }
        }
        return true
    }
}

/// What every GeoJSON file of this room has.
enum GeoJSONText {
    static let head = Bytes.text { out in
        out.raw("{\"type\":\"FeatureCollection\",\"attribution\":")
        out.quoted(ExportAttribution.line)
        out.raw(",\"features\":[\n")
    }
    static let foot = "\n]}\n"

    /// The `geometry` member; null where there is no point.
    static func geometry(_ point: (latitude: Double, longitude: Double)?, to out: inout Bytes) {
        out.key("geometry")
        guard let point else { return out.raw("null") }
        out.raw("{\"type\":\"Point\",\"coordinates\":[")
        out.number(point.longitude)
        out.byte(44)
        out.number(point.latitude)
        out.raw("]}")
    }
}
