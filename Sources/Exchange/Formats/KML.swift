import Record

/// Placemarks with time spans (OGC KML 2.2), for Google Earth and QGIS.
struct KML: RecordWriter {
    var head: String {
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <kml xmlns="http://www.opengis.net/kml/2.2"><Document><name>Dateline</name>
        <description>\(xmlEscaped(ExportAttribution.line))</description>

        """
    }
    var separator: String { "" }
    var foot: String { "</Document></kml>\n" }

    func record(_ released: ReleasedClaim) -> String? {
        guard let point = released.point, let place = released.claim.place else { return nil }
        let claim = released.claim
        var out = "<Placemark><name>"
        out += xmlEscaped("\(place.resolved ?? place.name): \(released.what.replacing("_", with: " "))")
        out += "</name><description>"
        out += xmlEscaped([released.sentence, released.address].compactMap { $0 }.joined(separator: "\n"))
        out += "</description>"
        out += Self.time(claim)
        out += "<ExtendedData>"
        let data: [(String, String?)] = [
            ("id", released.key), ("kind", claim.kind.rawValue), ("modality", claim.modality.rawValue),
            ("actor", released.first?.name), ("target", released.second?.name), ("source", released.sayer),
            ("reported", released.known.description), ("place_precision", released.precision),
        ]
        for (name, value) in data {
            guard let value else { continue }
            out += "<Data name=\"\(name)\"><value>\(xmlEscaped(value))</value></Data>"
        }
        out += "</ExtendedData><Point><coordinates>\(degrees(point.longitude)),\(degrees(point.latitude))"
        return out + "</coordinates></Point></Placemark>\n"
    }

    private static func time(_ claim: Claim) -> String {
        guard let when = claim.when, when.start != nil || when.end != nil else { return "" }
        var out = "<TimeSpan>"
        if let start = when.start { out += "<begin>\(start)</begin>" }
        // A town that was captured on a day is held from then on: its span stays open.
        var ends = true
        if case .control(let control) = claim.content, control.state == .captured, when.start == when.end {
            ends = false
        }
        if ends, let end = when.end { out += "<end>\(end)</end>" }
        return out + "</TimeSpan>"
    }
}
