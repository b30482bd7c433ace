import Foundation
import Record

/// Reads one line of JSON lines: `{"id", "text", "title"?, "published"?, "url"?, "publisher"?}`, and the names that
/// trafilatura and news-please use (`raw_text`, `maintext`, `date`, `date_publish`, `source`, `hostname`).
enum JSONLines {
    private struct Line: Decodable {
        struct Span: Decodable {
            var start: Int
            var end: Int
        }

        var id: Loose?
        var text: String?
        var rawText: String?
        var maintext: String?
        var title: String?
        var published: String?
        var date: Loose?
        var datePublish: String?
        var url: String?
        var publisher: String?
        var source: Loose?
        var hostname: String?
        var author: Loose?
        var language: String?
        var toponyms: [Span]?

        enum CodingKeys: String, CodingKey {
            case id, text, rawText = "raw_text", maintext, title, published, date, datePublish = "date_publish", url
            case publisher, source, hostname, author, language, toponyms
        }
    }

    /// A string or number; anything else counts as absent.
    private struct Loose: Decodable {
        var text: String?
        init(from decoder: any Decoder) throws {
            let box = try decoder.singleValueContainer()
            if let string = try? box.decode(String.self) {
                text = string
            } else if let number = try? box.decode(Int.self) {
                text = String(number)
            }
        }
    }

    /// The report of one line; `place` names the line in errors.
    static func read(_ bytes: Data, source: String, place: String) throws(IntakeError) -> RawReport {
        let line: Line
        do { line = try JSONDecoder().decode(Line.self, from: bytes) } catch {
            let id = (try? JSONSerialization.jsonObject(with: bytes) as? [String: Any])?["id"].map { "\($0)" }
            throw IntakeError(
                source: source, place: place,
                expected: "expected a JSON object with \"id\" and \"text\", \(reason(error)); correct or drop the line",
                reportID: id)
        }
        guard let text = line.text ?? line.rawText ?? line.maintext else {
            throw IntakeError(
                source: source, place: place,
                expected: "expected a key \"text\" (or raw_text, maintext) with a string; add it or drop the line",
                reportID: line.id?.text)
        }
        let sha256 = PlainText.hash(bytes)
        let header = [line.published, line.date?.text, line.datePublish].lazy.compactMap { $0 }.first
        var report = PlainText.report(
            id: line.id?.text, text: text, sha256: sha256, title: line.title,
            published: header.flatMap { PartialDate($0) })
        report.publishedTime = header.flatMap { $0.contains("T") && $0.count >= 19 ? $0 : nil }
        report.url = line.url
        report.publisher = line.publisher ?? line.source?.text ?? line.hostname
        report.author = line.author?.text ?? report.author
        if let language = line.language, language.count == 2 { report.language = language }
        let index = line.toponyms == nil ? nil : OffsetIndex(text)
        let spans = (line.toponyms ?? []).compactMap { span -> TextRange? in
            guard let index, span.start >= 0, span.end >= span.start else { return nil }
            return TextRange(index.byte(atCodePoint: span.start), index.byte(atCodePoint: span.end))
        }
        return RawReport(report: report, bytes: bytes, sha256: sha256, source: "\(source), \(place)", givenSpans: spans)
    }

    private static func reason(_ error: any Error) -> String {
        switch error {
        case DecodingError.dataCorrupted: "but it is no valid JSON"
        case DecodingError.typeMismatch(_, let context):
            "but \"\(context.codingPath.last?.stringValue ?? "?")\" is of another type"
        default: "but it could not be decoded"
        }
    }
}

extension JSONLines {
    /// Every line of a stream; a bad line is reported and the rest goes on. One object over several lines is read too.
    static func readAll(_ stream: ByteStream, name: String, each: Reader.Receiver) throws {
        var number = 0
        while let (line, isWhole) = try stream.line(limit: Formats.largestReport) {
            number += 1
            guard line.contains(where: { $0 > 0x20 }) else { continue }
            let place = "line \(number)"
            guard isWhole else {
                try each(
                    .failure(
                        IntakeError(
                            source: name, place: place,
                            expected: "expected a line of at most \(Formats.largestReport >> 20) MB; correct or drop it"
                        )))
                continue
            }
            if number == 1, line.drop(while: { $0 <= 0x20 }).count <= 2 {
                // "{" alone: one object that is written over several lines.
                var object = line
                while let (next, _) = try stream.line(limit: Formats.largestReport),
                    object.count < Formats.largestReport
                {
                    object.append(0x0A)
                    object.append(next)
                }
                try one(object, name: name, place: place, each: each)
                return
            }
            try one(line, name: name, place: place, each: each)
        }
    }

    private static func one(_ line: Data, name: String, place: String, each: Reader.Receiver) throws {
        let result: Result<RawReport, IntakeError>
        do { result = .success(try read(line, source: name, place: place)) } catch { result = .failure(error) }
        try each(result)
    }
}
