public import Record

/// Captions in the fields of the IPTC Photo Metadata Standard, as CSV or as ninjs 3.
public enum CaptionFormat: String, Sendable, CaseIterable {
    case csv = "captions-csv"
    case ninjs

    /// Hands the file to `output` in pieces; ninjs is one JSON object a line.
    public func write(_ captions: some Sequence<ReleasedCaption>, to output: (String) throws -> Void) rethrows {
        if self == .csv {
            try output(
                CSVRow.line([
                    "Caption-Abstract", "By-line", "Credit", "DateCreated", "Source", "ReferenceURL",
                    "OriginalDocumentID",
                ]))
        }
        for released in captions {
            let caption = released.caption
            switch self {
            case .csv:
                try output(
                    CSVRow.line([
                        caption.text, caption.photographer ?? "", caption.agency ?? "", caption.date?.description ?? "",
                        released.publisher ?? "", released.url ?? "", released.report,
                    ]))
            case .ninjs: try output(Self.ninjs(released).json + "\n")
            }
        }
    }

    private static func ninjs(_ released: ReleasedCaption) -> JSONText {
        let caption = released.caption
        let people: JSONText =
            caption.photographer.map { .list([.object([("name", .text($0)), ("rel", .text("photographer"))])]) }
            ?? .null
        let infosource: JSONText = caption.agency.map { .list([.object([("name", .text($0))])]) } ?? .null
        return .compact([
            ("uri", .text((released.url ?? "report:" + released.report) + "#caption-\(caption.range.start)")),
            ("standard", .object([("name", .text("ninjs")), ("version", .text("3.0"))])), ("type", .text("picture")),
            ("descriptions", .list([.object([("role", .text("caption")), ("value", .text(caption.text))])])),
            ("contentcreated", caption.date.flatMap { $0.day == nil ? nil : .text("\($0)T00:00:00Z") } ?? .null),
            ("people", people), ("infosources", infosource),
        ])
    }
}
