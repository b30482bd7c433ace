public import Record

/// Other people's formats that the record can be written in.
public enum ExportFormat: String, Sendable, CaseIterable {
    case csv, ndjson, geojson, kml, acled, ucdp, gdelt, plover, hxl, timemap

    /// What a file in the format is named.
    public var fileExtension: String {
        switch self {
        case .csv, .acled, .ucdp, .hxl: "csv"
        case .gdelt: "tsv"
        case .ndjson, .plover: "jsonl"
        case .geojson: "geojson"
        case .kml: "kml"
        case .timemap: "json"
        }
    }

    /// What a server says the format is.
    public var mediaType: String {
        switch self {
        case .csv, .acled, .ucdp, .hxl: "text/csv; charset=utf-8"
        case .gdelt: "text/tab-separated-values; charset=utf-8"
        case .ndjson, .plover: "application/x-ndjson; charset=utf-8"
        case .geojson: "application/geo+json"
        case .kml: "application/vnd.google-earth.kml+xml"
        case .timemap: "application/json"
        }
    }

    var writer: any RecordWriter {
        switch self {
        case .csv: PlainCSV()
        case .ndjson: PlainNDJSON()
        case .geojson: GeoJSONEvents()
        case .kml: KML()
        case .acled: ACLED()
        case .ucdp: UCDPEvents()
        case .gdelt: GDELT()
        case .plover: PLOVER()
        case .hxl: HXL()
        case .timemap: TimeMap()
        }
    }
}

/// Writes one claim after another; what it cannot hold it leaves out.
protocol RecordWriter: Sendable {
    var head: String { get }
    var separator: String { get }
    var foot: String { get }
    /// Nil where the format has no such record (a pledge in a list of events).
    func record(_ released: ReleasedClaim) -> String?
}

/// Released claims in, a file out, a piece at a time.
///
/// Takes ``ReleasedClaim``s only: nothing reaches a file but by a ``ReleasePolicy``. The same claims give the same
/// bytes. Memory does not grow with the number of claims.
///
///     try Exporter(.geojson).write(policy.release(claims, now: today)) { file.write($0) }
public struct Exporter: Sendable {
    /// What is written.
    public let format: ExportFormat

    /// A writer of a format.
    public init(_ format: ExportFormat) { self.format = format }

    /// Hands the file to `output` in pieces of about 64 KB.
    ///
    /// - Returns: How many records were written.
    @discardableResult
    public func write(
        _ claims: some Sequence<ReleasedClaim>, to output: (String) throws -> Void
    ) throws -> Int {
        let writer = format.writer
        var piece = writer.head
        var count = 0
        for claim in claims {
            guard let record = writer.record(claim) else { continue }
            if count > 0 { piece += writer.separator }
            piece += record
            count += 1
            if piece.utf8.count >= 65_536 {
                try output(piece)
                piece = ""
            }
        }
        try output(piece + writer.foot)
        return count
    }

    /// The whole file as one text.
    public func text(_ claims: some Sequence<ReleasedClaim>) -> String {
        var all = ""
        // The closure does not throw, so neither does `write`.
        _ = try? write(claims) { all += $0 }
        return all
    }
}

/// What every export must say of where its data come from (the file NOTICE has all of it).
public enum ExportAttribution {
    /// One line.
    public static let line =
        "Coded from news text by Dateline; every record is a claim by the source named. Places: GeoNames, CC BY 4.0."
}
