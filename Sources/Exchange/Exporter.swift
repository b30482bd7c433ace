import Record

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
    /// Between two records, where they do not end a line of themselves.
    var separator: String { get }
    var foot: String { get }
    /// Appends the claim; false, and nothing appended, where the format has no such record (a pledge in a list of
    /// events).
    func write(_ released: ReleasedClaim, to out: inout Bytes) -> Bool
}

extension RecordWriter {
    var head: String { "" }
    var separator: String { "" }
    var foot: String { "" }
}

/// Released claims in, a file out, a piece at a time.
///
/// Takes ``ReleasedClaim``s only: nothing reaches a file but by a ``ReleasePolicy``. The same claims give the same
/// bytes. Memory does not grow with the number of claims.
///
///     try Exporter(.geojson).write(policy.release(claims, now: today)) { file.write($0) }
///
/// Where claims come in stretches that several cores write, ``append(_:to:)`` makes each stretch's bytes and an
/// ``ExportFile`` puts them together in order.
public struct Exporter: Sendable {
    /// What is written.
    public let format: ExportFormat
    let writer: any RecordWriter

    /// A writer of a format.
    public init(_ format: ExportFormat) {
        self.format = format
        writer = format.writer
    }

    /// Hands the file to `output` in pieces of about 64 KB.
    ///
    /// - Returns: How many records were written.
    @discardableResult
    public func write(
        _ claims: some Sequence<ReleasedClaim>, to output: ([UInt8]) throws -> Void
    ) rethrows -> Int {
        var piece = ExportPiece(capacity: 70_000)
        var count = 0
        piece.bytes.raw(writer.head)
        for claim in claims {
            append(claim, to: &piece, isFirst: count + piece.count == 0)
            guard piece.bytes.storage.count >= 65_536 else { continue }
            count += piece.count
            try output(piece.bytes.storage)
            piece.bytes.storage.removeAll(keepingCapacity: true)
            piece.count = 0
        }
        piece.bytes.raw(writer.foot)
        try output(piece.bytes.storage)
        return count + piece.count
    }

    /// The whole file as one text.
    public func text(_ claims: some Sequence<ReleasedClaim>) -> String {
        var all: [UInt8] = []
        write(claims) { all += $0 }
        return String(decoding: all, as: UTF8.self)
    }

    /// An empty piece, for ``append(_:to:)``.
    public func piece() -> ExportPiece { ExportPiece(capacity: 1 << 16) }

    /// Adds the record of a claim to a piece, which an ``ExportFile`` puts together with the others.
    public func append(_ claim: ReleasedClaim, to piece: inout ExportPiece) {
        append(claim, to: &piece, isFirst: piece.count == 0)
    }

    private func append(_ claim: ReleasedClaim, to piece: inout ExportPiece, isFirst: Bool) {
        let start = piece.bytes.storage.count
        piece.bytes.isFirst = true
        if !isFirst { piece.bytes.raw(writer.separator) }
        if writer.write(claim, to: &piece.bytes) {
            piece.count += 1
        } else {
            piece.bytes.storage.removeSubrange(start...)
        }
    }
}

/// The records of a stretch of claims, made by ``Exporter/append(_:to:)``.
public struct ExportPiece: Sendable {
    var bytes: Bytes
    /// How many records.
    public internal(set) var count = 0

    init(capacity: Int) { bytes = Bytes(capacity: capacity) }
}

/// Puts pieces together to a file, in the order given.
public struct ExportFile {
    private let exporter: Exporter
    private let output: ([UInt8]) throws -> Void
    /// Records so far.
    public private(set) var count = 0

    /// Begins the file.
    public init(_ exporter: Exporter, to output: @escaping ([UInt8]) throws -> Void) throws {
        (self.exporter, self.output) = (exporter, output)
        try emit(exporter.writer.head)
    }

    /// Adds the next stretch.
    public mutating func add(_ piece: ExportPiece) throws {
        guard piece.count > 0 else { return }
        if count > 0 { try emit(exporter.writer.separator) }
        try output(piece.bytes.storage)
        count += piece.count
    }

    /// Ends the file; answers how many records it has.
    public mutating func finish() throws -> Int {
        try emit(exporter.writer.foot)
        return count
    }

    private func emit(_ text: String) throws {
        if !text.isEmpty { try output(Array(text.utf8)) }
    }
}

/// What every export must say of where its data come from (the file NOTICE has all of it).
public enum ExportAttribution {
    /// One line.
    public static let line =
        "Coded from news text by Dateline; every record is a claim by the source named. Places: GeoNames, CC BY 4.0."
}
