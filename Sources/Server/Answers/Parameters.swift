import HTTPTypes
import Hummingbird
import Ledger
import Record

/// The parameters of a request, checked: what is not as it should be is a 400 that says what was expected.
struct Parameters {
    private let request: Request

    init(_ request: Request) { self.request = request }

    /// A text, at most 500 characters; nil where absent.
    func text(_ name: String) -> String? {
        guard let text = request.uri.queryParameters[name[...]], !text.isEmpty else { return nil }
        return String(text.prefix(500))
    }

    /// A day, month or year; nil where absent.
    func date(_ name: String) throws -> PartialDate? {
        guard let text = text(name) else { return nil }
        guard let date = PartialDate(text) else {
            throw HTTPError(
                .badRequest, message: "\(name) must be a date such as 2017-11-03, found \"\(text.prefix(40))\"")
        }
        return date
    }

    /// A whole number within bounds, else the default.
    func number(_ name: String, default standard: Int, in bounds: ClosedRange<Int>) throws -> Int {
        guard let text = text(name) else { return standard }
        guard let value = Int(text), bounds.contains(value) else {
            throw HTTPError(
                .badRequest,
                message: "\(name) must be a number from \(bounds.lowerBound) to \(bounds.upperBound),"
                    + " found \"\(text.prefix(40))\"")
        }
        return value
    }

    /// One of a list of words; nil where absent.
    func word<Word: RawRepresentable & CaseIterable>(_ name: String, as type: Word.Type = Word.self) throws -> Word?
    where Word.RawValue == String {
        guard let text = text(name) else { return nil }
        guard let word = Word(rawValue: text) else {
            let all = Word.allCases.map(\.rawValue).joined(separator: ", ")
            throw HTTPError(.badRequest, message: "\(name) must be one of \(all), found \"\(text.prefix(40))\"")
        }
        return word
    }

    /// What claims are asked for: `q`, `kind`, `type`, `modality`, `publisher`, `source`, `place`, `actor`, `report`,
    /// `confidence` (percent at least), `from`, `to`, `known`.
    func filter() throws -> ClaimFilter {
        var filter = ClaimFilter()
        if let kind = try word("kind", as: Claim.Kind.self) { filter.kinds = [kind] }
        if let modality = try word("modality", as: Modality.self) { filter.modalities = [modality] }
        filter.types = text("type").map { [$0] } ?? []
        (filter.place, filter.actor, filter.report) = (text("place"), text("actor"), text("report"))
        filter.source = text("source") ?? text("publisher")
        filter.text = text("q")
        (filter.from, filter.to, filter.known) = (try date("from"), try date("to"), try date("known"))
        let least = try number("confidence", default: 0, in: 0...100)
        if least > 0 { filter.minConfidence = Double(least) / 100 }
        return filter
    }
}
