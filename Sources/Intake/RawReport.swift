public import Foundation
public import Record

/// A report as read, with the bytes that it was read from.
public struct RawReport: Sendable {
    /// What was read.
    public var report: Report
    /// The bytes of this one report: the file, the line, the feed's item, the archived response.
    public var bytes: Data
    /// SHA-256 of ``bytes``, lower-case hexadecimal.
    public var sha256: String
    /// The path or address that it was read from, with a line or offset where a file holds several.
    public var source: String
    /// Spans given by the input (`toponyms`), in bytes of the report's text, for `dateline places --spans given`.
    public var givenSpans: [TextRange]

    /// A report with the bytes that it was read from and their hash.
    public init(report: Report, bytes: Data, sha256: String, source: String, givenSpans: [TextRange] = []) {
        (self.report, self.bytes, self.sha256, self.source) = (report, bytes, sha256, source)
        self.givenSpans = givenSpans
    }
}

/// Something that could not be read: where it is, what was expected, and what to do.
public struct IntakeError: Error, CustomStringConvertible, Sendable {
    /// The input's id of the report, where it could be told.
    public var reportID: String?
    /// File or address.
    public var source: String
    /// "line 12", "byte 4096"; nil for the whole file.
    public var place: String?
    /// What was expected there, and what to do where something can be done.
    public var expected: String

    /// An error at `place` of `source`.
    public init(source: String, place: String? = nil, expected: String, reportID: String? = nil) {
        (self.source, self.place, self.expected, self.reportID) = (source, place, expected, reportID)
    }

    /// "file, place: what was expected", one line.
    public var description: String { "\(source)\(place.map { ", \($0)" } ?? ""): \(expected)" }
}

/// A form of input.
public enum InputFormat: String, Sendable, CaseIterable {
    case auto, text, html, markdown, rss, atom, ndjson, warc
}
