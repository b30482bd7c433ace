import Record

/// A data set of others, as a source of claims.
public struct DataSet: Sendable, Equatable {
    /// A short name without blanks or slashes ("ucdp-ged"), by which its rows are told from others.
    public let name: String

    /// - Throws: ``ImportError`` where the name has other signs than letters, digits, hyphens, dots and underscores.
    public init(name: String) throws {
        guard !name.isEmpty, name.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || "-._".contains($0)) })
        else {
            throw ImportError(
                "a data set's name has letters, digits, hyphens, dots and underscores only, not \"\(name)\"")
        }
        self.name = name
    }

    /// A report with the claims of one row. The row's words are its text, and every claim's evidence.
    func report(_ row: RowRecord) -> CodedReport {
        var header = CodedReport.Header(id: "\(name):\(row.id)")
        (header.publisher, header.url, header.published) = (row.publisher ?? name, row.url, row.known)
        (header.language, header.coder) = ("en", "import \(name)")
        let evidence = TextRange(0, row.text.utf8.count)
        let claims = row.claims.enumerated().map { place, claim in
            var claim = claim
            claim.id = place == 0 ? "row" : "row-\(place + 1)"
            claim.rule = ImportMark.rule + name + (claim.rule.isEmpty ? "" : "/" + claim.rule)
            (claim.evidence, claim.trigger) = (evidence, TextRange(0, 0))
            claim.attribution = attribution(claim.attribution)
            return claim
        }
        return CodedReport(report: header, text: row.text, claims: claims)
    }

    /// Whom a row cites; the data set itself where it cites nobody. Either way the data set is one voice.
    private func attribution(_ cited: Attribution?) -> Attribution {
        guard var cited else { return Attribution(name: name, id: ImportMark.source + name, kind: .monitor) }
        if cited.id == nil { cited.id = ImportMark.source + name }
        return cited
    }
}

/// What a format's reader makes of a row.
struct RowRecord {
    /// The row's own name.
    var id: String
    /// Its words: notes, headline or sentence.
    var text: String
    /// The day on which it, or the report that it is made from, was published.
    var known: PartialDate?
    var publisher: String?
    var url: String?
    /// Without id, ranges and rule; the first is the row itself.
    var claims: [Claim]
}

extension Claim {
    /// A claim of a row, before ``DataSet`` names it.
    init(row content: Content, modality: Modality = .asserted, cited: String?, when: TimeSpan?) {
        self.init(
            id: "", content: content, evidence: TextRange(0, 0), trigger: TextRange(0, 0), modality: modality,
            attribution: cited.map { Attribution(name: $0, kind: .monitor) }, when: when, confidence: 1, rule: "")
    }
}
