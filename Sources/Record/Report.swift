/// A report: dated text by a publisher, as the reader (`Intake`) gives it.
///
/// ``text`` is what is printed and what every offset in the record points into. For plain text and JSON lines it is
/// the input's own, unchanged; ``reading`` is the cleaned copy that language analysis sees, with the way back.
public struct Report: Sendable, Equatable {
    /// The input's id, else `sha256:` and the hash of the bytes read.
    public var id: String
    /// The headline, where the input gives one.
    public var title: String?
    /// Where it was published; the link that every datum leads back to.
    public var url: String?
    /// The outlet, as the page names it ("Reuters") or its host ("reuters.com").
    public var publisher: String?
    /// The author as the byline spells it.
    public var author: String?
    /// When it was published, by its own word (dateline, posted line), else by the page's header.
    public var published: PartialDate?
    /// When it was last changed, where the page says so.
    public var updated: PartialDate?
    /// Publication time with its zone, ISO 8601, where the source gives one.
    public var publishedTime: String?
    /// ISO 639-1; "und" where no language could be told. Only "en" is coded.
    public var language: String
    /// Where the report was written ("BEIRUT"), from its dateline.
    public var dateline: Dateline?
    /// The printed text.
    public var text: String
    /// Captions of photographs, in text order; ranges point into ``text``.
    public var captions: [Caption]
    /// The cleaned copy that is analysed.
    public var reading: Reading

    /// A report whose reading is its text, one paragraph.
    public init(id: String, text: String) {
        self.id = id
        self.text = text
        self.language = "en"
        self.captions = []
        self.reading = Reading(verbatim: text)
    }
}

/// The place, agency and day at the head of a wire report: "BEIRUT (AP), Nov 3 —".
public struct Dateline: Sendable, Equatable, Codable {
    /// As the text spells it, in normal case ("Beirut", "Mosul, Iraq").
    public var place: String
    /// The news agency in brackets ("AP").
    public var agency: String?
    /// The day that the line gives; its year is the publication's where the line gives none.
    public var date: PartialDate?
    /// Where it stands in the report's text.
    public var range: TextRange

    /// A dateline as it stands at `range` of the report's text.
    public init(place: String, agency: String? = nil, date: PartialDate? = nil, range: TextRange) {
        (self.place, self.agency, self.date, self.range) = (place, agency, date, range)
    }
}

/// The caption of a photograph.
public struct Caption: Sendable, Equatable, Codable {
    /// The whole caption with its date and credit, in the report's text.
    public var range: TextRange
    /// Without date and credit; always a verbatim stretch of the report's text.
    public var text: String
    /// Where ``text`` stands in the report's text.
    public var textRange: TextRange
    /// The day of the photograph.
    public var date: PartialDate?
    /// Who took it, as the credit spells the name.
    public var photographer: String?
    /// The agency or rights holder of the credit ("AFP", "Reuters").
    public var agency: String?

    /// A caption; `textRange` must hold exactly `text`.
    public init(
        range: TextRange, text: String, textRange: TextRange, date: PartialDate? = nil, photographer: String? = nil,
        agency: String? = nil
    ) {
        (self.range, self.text, self.textRange) = (range, text, textRange)
        (self.date, self.photographer, self.agency) = (date, photographer, agency)
    }

    private enum Key: String, CodingKey { case start, end, text, textStart = "text_start", date, photographer, agency }

    /// `{start, end, date, text, photographer, agency}` with null for what is absent (SCHEMA.md).
    public func encode(to encoder: any Encoder) throws {
        let index = encoder.userInfo[.offsetIndex] as? OffsetIndex
        func out(_ byte: Int) -> Int { index?.codePoint(atByte: byte) ?? byte }
        var box = encoder.container(keyedBy: Key.self)
        try box.encode(out(range.start), forKey: .start)
        try box.encode(out(range.end), forKey: .end)
        try box.encode(text, forKey: .text)
        try box.encode(out(textRange.start), forKey: .textStart)
        try box.encode(date, forKey: .date)
        try box.encode(photographer, forKey: .photographer)
        try box.encode(agency, forKey: .agency)
    }

    /// Reads what ``encode(to:)`` writes; offsets are code points where the decoder carries an `offsetIndex`.
    public init(from decoder: any Decoder) throws {
        let index = decoder.userInfo[.offsetIndex] as? OffsetIndex
        range = try TextRange(from: decoder)
        let box = try decoder.container(keyedBy: Key.self)
        text = try box.decode(String.self, forKey: .text)
        let at = try box.decodeIfPresent(Int.self, forKey: .textStart).map { index?.byte(atCodePoint: $0) ?? $0 }
        textRange = TextRange(at ?? range.start, (at ?? range.start) + text.utf8.count)
        date = try box.decodeIfPresent(PartialDate.self, forKey: .date)
        photographer = try box.decodeIfPresent(String.self, forKey: .photographer)
        agency = try box.decodeIfPresent(String.self, forKey: .agency)
    }
}
