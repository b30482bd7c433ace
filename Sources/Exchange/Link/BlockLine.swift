public import Assessment
import Foundation
public import Record

/// A claim that incidents are linked from, on a line of JSON of its own: what `dateline link --split` prints and
/// `dateline link --blocks` reads.
///
///     {"block":"geonames:170794","claim":{…},"day":"2017-11-03","key":"r1#c2","known":"2017-11-03","publisher":"Desk",
///      "report":"r1","sentence":"…","url":"…"}
///
/// `claim` has SCHEMA.md's form, its offsets in code points of the report's text. `echo_of` may name the report that the
/// report copies. Whoever sorts lines by `block` and `day` (ISO 8601) has the blocks together, in order.
public struct BlockLine: Sendable {
    /// The claim with its report, for the assessment; its ranges are of no use here, for the text is not on the line.
    public let claim: SourcedClaim
    /// Where it is linked.
    public let block: IncidentBlock
    /// The line, without line feed.
    public let bytes: [UInt8]

    /// The lines of a coded report, in text order. Claims of which no incident is made are left out: all but events that
    /// are told as facts, and events of no day in reports without a date.
    public static func lines(of coded: CodedReport) -> [BlockLine] {
        let offsets = OffsetIndex(coded.text)
        let published = coded.report.published ?? coded.captions.compactMap(\.date).max()
        return coded.claims.compactMap { claim in
            guard claim.kind == .event, let known = published ?? claim.when?.end ?? claim.when?.start else {
                return nil
            }
            let sourced = SourcedClaim(
                key: coded.report.id + "#" + claim.id, claim: claim, report: coded.report.id,
                publisher: coded.report.publisher, url: coded.report.url, known: known,
                sentence: claim.evidence.text(in: coded.text), echoOf: coded.report.id)
            return IncidentBlock(sourced).flatMap { BlockLine(sourced, $0, offsets) }
        }
    }

    /// The lines of a report as `dateline code` printed it; none of one that the coder could not read.
    ///
    /// - Parameter position: for messages: "FILE: line 12".
    /// - Throws: ``ImportError`` with position, key and what was expected.
    public static func lines(json bytes: [UInt8], position: String) throws(ImportError) -> [BlockLine] {
        do { return lines(of: try CodedReport(json: Data(bytes))) } catch {
            struct Failed: Decodable { var error: String }
            if (try? JSONDecoder().decode(Failed.self, from: Data(bytes))) != nil { return [] }
            throw ImportError("\(position): no line of `dateline code`: \(ImportError.reason(error))")
        }
    }

    /// Nil where the claim has a number that JSON does not know.
    private init?(_ sourced: SourcedClaim, _ block: IncidentBlock, _ offsets: OffsetIndex) {
        var line = JSONLine(offsets)
        line.object { json in
            json.value("block", block.place)
            json.claim("claim", sourced.claim)
            json.value("day", PartialDate(daysSince1970: block.day).description)
            json.value("key", sourced.key)
            json.value("known", sourced.known.description)
            json.value("publisher", sourced.publisher)
            json.value("report", sourced.report)
            json.value("sentence", sourced.sentence)
            json.value("url", sourced.url)
        }
        guard line.unwritable == nil else { return nil }
        (claim, self.block, bytes) = (sourced, block, line.bytes)
    }

    /// Reads a line.
    ///
    /// - Parameter position: for messages: "FILE: line 12".
    /// - Throws: ``ImportError`` with position, key and what was expected.
    public init(json bytes: [UInt8], position: String) throws(ImportError) {
        let line: Fields
        do { line = try JSONDecoder().decode(Fields.self, from: Data(bytes)) } catch {
            throw ImportError("\(position): no line of `dateline link --split`: \(ImportError.reason(error))")
        }
        claim = SourcedClaim(
            key: line.key, claim: line.claim, report: line.report, publisher: line.publisher, url: line.url,
            known: line.known, sentence: line.sentence, echoOf: line.echo_of ?? line.report)
        guard let block = IncidentBlock(claim) else {
            throw ImportError(
                "\(position): the claim is no event of a day that is told as a fact, so no incident has it")
        }
        guard block.place == line.block, block.day == line.day.firstDay else {
            let (place, day) = (block.place ?? "none", PartialDate(daysSince1970: block.day))
            throw ImportError(
                "\(position): block \(line.block ?? "none") and day \(line.day), but the claim's are \(place) and \(day)"
            )
        }
        (self.block, self.bytes) = (block, bytes)
    }

    private struct Fields: Decodable {
        var block: String?
        var claim: Claim
        var day: PartialDate
        var key: String
        var known: PartialDate
        var publisher: String?
        var report: String
        var sentence: String
        var url: String?
        var echo_of: String?
    }
}

extension ImportError {
    /// What is wrong with a line, in words.
    static func reason(_ error: any Error) -> String {
        func path(_ context: DecodingError.Context) -> String {
            context.codingPath.map(\.stringValue).joined(separator: ".")
        }
        switch error {
        case DecodingError.keyNotFound(let key, let context):
            let place = path(context)
            return "no key \"\((place.isEmpty ? "" : place + ".") + key.stringValue)\""
        case DecodingError.typeMismatch(_, let context), DecodingError.valueNotFound(_, let context):
            return "\"\(path(context))\": \(context.debugDescription)"
        case DecodingError.dataCorrupted(let context):
            return context.codingPath.isEmpty ? "no valid JSON" : "\"\(path(context))\": \(context.debugDescription)"
        default: return "\(error)"
        }
    }
}
