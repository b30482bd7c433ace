import Crypto
import Foundation
import Record

/// Reads one plain text as one report, and lays out text that other formats have extracted.
enum PlainText {
    /// A report from text whose printed form stays as it is.
    ///
    /// - Parameters:
    ///   - id: the input's id; nil takes the hash of `bytes`.
    ///   - published: what the input's header says; the story's own date wins over it.
    static func report(id: String?, text: String, sha256: String, title: String? = nil, published: PartialDate? = nil)
        -> Report
    {
        var report = Report(id: id ?? "sha256:" + sha256, text: text)
        let (clean, offsets) = Cleaner.clean(text)
        var copy = clean
        copy.withUTF8 { bytes in
            let layout = TextLayout(bytes, reference: published)
            report.captions = layout.captions.map { caption in
                let range = offsets.original(caption.range)
                let textRange = offsets.original(caption.text)
                return Caption(
                    range: range, text: textRange.text(in: text), textRange: textRange, date: caption.date,
                    photographer: caption.credit.photographer, agency: caption.credit.agency)
            }
            report.reading = Reading(text: clean, offsets: offsets, blocks: layout.blocks)
            report.title = title ?? layout.title
            report.author = layout.author
            report.updated = layout.updated
            // The story's own date wins over the header's.
            report.published = layout.published ?? published ?? layout.headerDate
            if let found = layout.dateline {
                report.dateline = Dateline(
                    place: found.place, agency: found.agency, date: found.date, range: offsets.original(found.range))
            }
        }
        report.language = LanguageGuess.language(of: clean)
        return report
    }

    /// SHA-256 as lower-case hexadecimal.
    static func hash(_ bytes: Data) -> String {
        let digits = Array("0123456789abcdef".utf8)
        var out: [UInt8] = []
        out.reserveCapacity(64)
        for byte in SHA256.hash(data: bytes) {
            out.append(digits[Int(byte >> 4)])
            out.append(digits[Int(byte & 15)])
        }
        return String(decoding: out, as: UTF8.self)
    }
}

extension PlainText {
    /// One plain text file as one report.
    static func read(_ bytes: Data, name: String, known: Page) throws(IntakeError) -> RawReport {
        let outcome = bytes.withUnsafeBytes { (raw: UnsafeRawBufferPointer) in
            TextDecoding.decode(raw.bindMemory(to: UInt8.self), declared: known.charset)
        }
        guard case .text(let text) = outcome else {
            guard case .invalid(let at) = outcome else { throw IntakeError(source: name, expected: "expected text") }
            throw IntakeError(
                source: name, place: "byte \(at)",
                expected: "expected UTF-8, UTF-16 or Windows-1252, but this byte fits none; convert or drop the file")
        }
        guard text.utf8.contains(where: { $0 > 0x20 }) else {
            throw IntakeError(source: name, expected: "expected a report, but there are only blanks; remove the file")
        }
        let sha256 = hash(bytes)
        var report = report(id: nil, text: text, sha256: sha256, published: known.published ?? known.crawled)
        report.url = known.url
        report.publisher = known.publisher
        return RawReport(report: report, bytes: bytes, sha256: sha256, source: name)
    }
}
