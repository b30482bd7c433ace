import Record

/// Placemarks with time spans (OGC KML 2.2), for Google Earth and QGIS.
struct KML: RecordWriter {
    var head: String {
        Bytes.text { out in
            out.raw("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
            out.raw("<kml xmlns=\"http://www.opengis.net/kml/2.2\"><Document><name>Dateline</name>\n<description>")
            out.xml(ExportAttribution.line)
            out.raw("</description>\n")
        }
    }
    var foot: String { "</Document></kml>\n" }

    func write(_ released: ReleasedClaim, to out: inout Bytes) -> Bool {
        guard let point = released.point, let place = released.claim.place else { return false }
        let claim = released.claim
        out.raw("<Placemark><name>")
        out.xml("\(place.resolved ?? place.name): \(released.what.replacing("_", with: " "))")
        out.raw("</name><description>")
        out.xml([released.sentence, released.address].compactMap { $0 }.joined(separator: "\n"))
        out.raw("</description>")
        Self.time(claim, to: &out)
        out.raw("<ExtendedData>")
        let data: [(StaticString, String?)] = [
            ("id", released.recordID), ("kind", claim.kind.rawValue), ("modality", claim.modality.rawValue),
            ("actor", released.first?.name), ("target", released.second?.name), ("source", released.sayer),
            ("reported", released.known.description), ("place_precision", released.precision),
        ]
        for (name, value) in data {
            guard let value else { continue }
            out.raw("<Data name=\"")
            out.raw(name)
            out.raw("\"><value>")
            out.xml(value)
            out.raw("</value></Data>")
        }
        out.raw("</ExtendedData><Point><coordinates>")
        out.degrees(point.longitude)
        out.byte(44)
        out.degrees(point.latitude)
        out.raw("</coordinates></Point></Placemark>\n")
        return true
    }

    private static func time(_ claim: Claim, to out: inout Bytes) {
        guard let when = claim.when, when.start != nil || when.end != nil else { return }
        out.raw("<TimeSpan>")
        if let start = when.start { out.raw("<begin>\(start)</begin>") }
        // A town that was captured on a day is held from then on: its span stays open.
        var ends = true
        if case .control(let control) = claim.content, control.state == .captured, when.start == when.end {
            ends = false
        }
        if ends, let end = when.end { out.raw("<end>\(end)</end>") }
        out.raw("</TimeSpan>")
    }
}
