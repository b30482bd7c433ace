import Record

/// Captions in the fields of the IPTC Photo Metadata Standard, as CSV or as ninjs 3.
public enum CaptionFormat: String, Sendable, CaseIterable {
    case csv = "captions-csv"
    case ninjs

    /// Hands the file to `output` in pieces; ninjs is one JSON object a line.
    ///
    /// - Returns: How many captions were written.
    @discardableResult
    public func write(_ captions: some Sequence<ReleasedCaption>, to output: ([UInt8]) throws -> Void) rethrows -> Int {
        var out = Bytes()
        var count = 0
        if self == .csv { out.row(Self.columns) }
        for released in captions {
            switch self {
            case .csv: Self.row(released, to: &out)
            case .ninjs: Self.ninjs(released, to: &out)
            }
            count += 1
            if out.storage.count >= 65_536 {
                try output(out.storage)
                out.storage.removeAll(keepingCapacity: true)
            }
        }
        try output(out.storage)
        return count
    }

    private static let columns = [
        "Caption-Abstract", "By-line", "Credit", "DateCreated", "Source", "ReferenceURL", "OriginalDocumentID",
    ]

    private static func row(_ released: ReleasedCaption, to out: inout Bytes) {
        let caption = released.caption
        out.cell(caption.text)
        out.cell(caption.photographer)
        out.cell(caption.agency)
        out.cell(caption.date)
        out.cell(released.publisher)
        out.cell(released.url)
        out.cell(released.report)
        out.endRow()
    }

    /// ninjs 3.0 asks for a `uri` with a scheme and for times with their zone; a day is
    /// its midnight, UTC.
    private static func ninjs(_ released: ReleasedCaption, to out: inout Bytes) {
        let caption = released.caption
        out.object { out in
            let base = released.url ?? "urn:dateline:report:" + Self.percent(released.report)
            out.member("uri", "\(base)#caption-\(caption.range.start)")
            out.member("type", "picture")
            out.member("standard", ()) { out, _ in
                out.member("name", "ninjs")
                out.member("version", "3.0")
                out.member("schema", "http://www.iptc.org/std/ninjs/ninjs-schema_3.0.json")
            }
            if let date = caption.date, date.day != nil { out.member("contentCreated", "\(date)T00:00:00Z") }
            out.key("descriptions")
            out.array([caption.text]) { out, text in
                out.object { out in
                    out.member("role", "caption")
                    out.member("value", text)
                }
            }
            out.member("by", caption.photographer)
            if let agency = caption.agency {
                out.key("infoSources")
                out.array([agency]) { out, name in out.object { $0.member("name", name) } }
            }
        }
        out.byte(10)
    }

    /// An id as a part of a URI: what RFC 3986 does not leave unreserved is written as `%` and hexadecimal.
    private static func percent(_ text: String) -> String {
        var out = ""
        for unit in text.utf8 {
            switch unit {
            case 48...57, 65...90, 97...122, 45, 46, 95, 126, 58: out.unicodeScalars.append(Unicode.Scalar(unit))
            default: out += "%" + (unit < 16 ? "0" : "") + String(unit, radix: 16, uppercase: true)
            }
        }
        return out
    }
}
