import Record

/// Claims as points (RFC 7946); a claim without a point has a null geometry.
struct GeoJSONEvents: RecordWriter {
    var head: String {
        "{\"type\":\"FeatureCollection\",\"attribution\":" + JSONText.text(ExportAttribution.line).json
            + ",\"features\":[\n"
    }
    var separator: String { ",\n" }
    var foot: String { "\n]}\n" }

    func record(_ released: ReleasedClaim) -> String? {
        guard released.claim.place != nil else { return nil }
        return JSONText.object([
            ("type", .text("Feature")), ("id", .text(released.key)), ("geometry", Self.geometry(released.point)),
            ("properties", PlainNDJSON.object(released)),
        ]).json
    }

    static func geometry(_ point: (latitude: Double, longitude: Double)?) -> JSONText {
        guard let point else { return .null }
        return .object([
            ("type", .text("Point")), ("coordinates", .list([.number(point.longitude), .number(point.latitude)])),
        ])
    }
}
