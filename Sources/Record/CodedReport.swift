public import Foundation

/// What `dateline code` prints for one report: the report, its places and its claims (SCHEMA.md).
///
///     let line = try coded.json()            // one line, no line feed
///     let same = try CodedReport(json: line) // exact round trip; unknown keys are left out
public struct CodedReport: Sendable, Equatable {
    public var report: Header
    public var text: String
    public var captions: [Caption]
    public var places: [Place]
    public var claims: [Claim]
    public var primary: Primary?

    /// The report's own particulars.
    public struct Header: Sendable, Equatable, Codable {
        public var id: String
        public var title: String?
        public var url: String?
        public var publisher: String?
        public var author: String?
        public var published: PartialDate?
        public var publishedTime: String?
        public var updated: PartialDate?
        public var language: String?
        public var dateline: Dateline?
        /// "dateline 0.1.0 model 2026-11".
        public var coder: String?

        public init(id: String) { self.id = id }

        /// The header of a report as the reader gave it.
        public init(_ report: Report, coder: String?) {
            id = report.id
            (title, url, publisher, author) = (report.title, report.url, report.publisher, report.author)
            (published, publishedTime, updated) = (report.published, report.publishedTime, report.updated)
            (language, dateline) = (report.language, report.dateline)
            self.coder = coder
        }

        private enum CodingKeys: String, CodingKey {
            case id, title, url, publisher, author, published, publishedTime = "published_time", updated, language
            case dateline, coder
        }
    }

    /// What an ACLED coder would enter for the report.
    public struct Primary: Sendable, Equatable, Codable {
        /// The id of the claim.
        public var claim: String?
        public var acled: String?
        public var plover: String?
        public var cameo: String?

        public init(claim: String?, acled: String?, plover: String?, cameo: String?) {
            (self.claim, self.acled, self.plover, self.cameo) = (claim, acled, plover, cameo)
        }
    }

    public init(
        report: Header, text: String, captions: [Caption] = [], places: [Place] = [], claims: [Claim] = [],
        primary: Primary? = nil
    ) {
        (self.report, self.text, self.captions) = (report, text, captions)
        (self.places, self.claims, self.primary) = (places, claims, primary)
    }
}

// MARK: - JSON

extension CodedReport: Codable {
    private enum CodingKeys: String, CodingKey { case report, text, captions, places, claims, primary }

    /// One line of JSON, keys sorted, offsets in code points; the same bytes for the same record.
    public func json() throws -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        encoder.userInfo[.offsetIndex] = OffsetIndex(text)
        return try encoder.encode(self)
    }

    /// Reads one line of ``json()``; offsets become UTF-8 bytes of ``text``.
    ///
    /// - Throws: `DecodingError` that names the key and what was expected there.
    public init(json: Data) throws {
        struct OnlyText: Decodable { var text: String }
        let decoder = JSONDecoder()
        decoder.userInfo[.offsetIndex] = OffsetIndex(try decoder.decode(OnlyText.self, from: json).text)
        self = try decoder.decode(CodedReport.self, from: json)
    }
}
