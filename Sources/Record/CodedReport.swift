public import Foundation

/// What `dateline code` prints for one report: the report, its places and its claims (SCHEMA.md).
///
///     let line = try coded.json()            // one line, no line feed
///     let same = try CodedReport(json: line) // exact round trip; unknown keys are left out
public struct CodedReport: Sendable, Equatable {
    /// What identifies the report.
    public var report: Header
    /// The printed text that all offsets point into.
    public var text: String
    /// Captions of photographs, in text order.
    public var captions: [Caption]
    /// The toponyms of the text, in text order.
    public var places: [Place]
    /// What the report says, in text order.
    public var claims: [Claim]
    /// The event that the report is about; nil where it tells none.
    public var primary: Primary?

    /// The report's own particulars.
    public struct Header: Sendable, Equatable, Codable {
        /// The input's id, else `sha256:` and the hash of the bytes read.
        public var id: String
        /// The headline.
        public var title: String?
        /// Where it was published.
        public var url: String?
        /// The outlet.
        public var publisher: String?
        /// The author as the byline spells it.
        public var author: String?
        /// When it was published.
        public var published: PartialDate?
        /// Publication time with its zone, ISO 8601.
        public var publishedTime: String?
        /// When it was last changed.
        public var updated: PartialDate?
        /// ISO 639-1; "und" where none could be told.
        public var language: String?
        /// Where it was written.
        public var dateline: Dateline?
        /// "dateline 0.1.0 model 2026-11".
        public var coder: String?

        /// A report known by its id alone.
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
        /// ACLED's sub-event type.
        public var acled: String?
        /// PLOVER's root.
        public var plover: String?
        /// CAMEO's code.
        public var cameo: String?

        /// The primary event with its codes; `claim` is the id of the claim that tells it.
        public init(claim: String?, acled: String?, plover: String?, cameo: String?) {
            (self.claim, self.acled, self.plover, self.cameo) = (claim, acled, plover, cameo)
        }
    }

    /// A report with what was read in it.
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
    ///
    /// - Throws: `EncodingError` for a number that JSON does not know (not finite), with its key.
    public func json() throws -> Data {
        var line = JSONLine(text)
        line.object { json in
            json.list("captions", captions) { $0.caption($1) }
            json.list("claims", claims) { $0.claim(nil, $1) }
            json.list("places", places) { $0.place(nil, $1) }
            json.primary(primary)
            json.report(report)
            json.value("text", text)
        }
        if let (key, value) = line.unwritable {
            throw EncodingError.invalidValue(
                value,
                .init(codingPath: [], debugDescription: "\(key) of report \(report.id) is \(value), no number of JSON"))
        }
        return Data(line.bytes)
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
