import CLibXML2
import Foundation
import Record

/// Reads a web page: its particulars from JSON-LD, OpenGraph, meta and byline, and its story without the furniture.
enum HTMLPage {
    /// The page as one report.
    static func read(_ bytes: Data, name: String, known: Page) throws(IntakeError) -> RawReport {
        let page = try page(bytes, name: name, known: known)
        guard !page.pieces.isEmpty else {
            throw IntakeError(
                source: name,
                expected:
                    "expected a page with text, but there is none in it; remove it, or save the page with its text")
        }
        let sha256 = PlainText.hash(bytes)
        return RawReport(
            report: page.report(id: nil, sha256: sha256), bytes: bytes, sha256: sha256, source: known.url ?? name)
    }

    /// The particulars and pieces of a page.
    static func page(_ bytes: Data, name: String, known: Page) throws(IntakeError) -> Page {
        var collector = HTMLCollector()
        try parse(bytes, name: name, charset: known.charset, into: &collector)
        collector.finish()
        var page = known
        HTMLParticulars(collector).fill(&page)
        page.pieces = HTMLStory(collector).pieces(title: page.title)
        return page
    }

    /// A fragment of HTML out of a feed, as pieces.
    static func pieces(ofFragment html: String, name: String) throws(IntakeError) -> [Page.Piece] {
        guard html.utf8.contains(0x3C) || html.utf8.contains(0x26) else {
            return [Page.Piece(kind: .paragraph, text: html)]
        }
        return try page(Data(html.utf8), name: name, known: Page()).pieces
    }

    private static func parse(_ bytes: Data, name: String, charset: String?, into collector: inout HTMLCollector)
        throws(IntakeError)
    {
        var failure: IntakeError?
        bytes.withUnsafeBytes { (raw: UnsafeRawBufferPointer) in
            let buffer = raw.bindMemory(to: UInt8.self)
            if isPlainUTF8(buffer) {
                collector.parse(buffer)
            } else {
                switch TextDecoding.decode(buffer, declared: charset ?? declared(in: buffer)) {
                case .text(var text): text.withUTF8 { collector.parse($0) }
                case .invalid:
                    // Pages are often pieced together from parts in several encodings: the stray bytes become U+FFFD.
                    var text = String(decoding: buffer, as: UTF8.self)
                    text.withUTF8 { collector.parse($0) }
                }
            }
        }
        if collector.isTooDeep {
            failure = IntakeError(
                source: name,
                expected:
                    "expected a page nested at most \(HTMLCollector.deepest) elements deep, but this one goes deeper; it is no story"
            )
        }
        if let failure { throw failure }
    }

    private static func isPlainUTF8(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        guard bytes.count >= 2, !(bytes[0] >= 0xEF), !bytes.prefix(64).contains(0) else { return false }
        return isValid(bytes)
    }

    private static func isValid(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        var at = 0
        let count = bytes.count
        while at < count {
            if bytes[at] < 0x80 {
                at += 1
                continue
            }
            let byte = bytes[at]
            let length =
                byte >= 0xF0 && byte < 0xF5 ? 4 : byte >= 0xE0 && byte < 0xF0 ? 3 : byte >= 0xC2 && byte < 0xE0 ? 2 : 0
            guard length > 0, at + length <= count else { return false }
            for step in 1..<length where bytes[at + step] & 0xC0 != 0x80 { return false }
            if byte == 0xE0, bytes[at + 1] < 0xA0 { return false }
            if byte == 0xED, bytes[at + 1] > 0x9F { return false }
            if byte == 0xF0, bytes[at + 1] < 0x90 { return false }
            if byte == 0xF4, bytes[at + 1] > 0x8F { return false }
            at += length
        }
        return true
    }

    /// `<meta charset="…">` or `charset=…` in the first kilobytes.
    private static func declared(in bytes: UnsafeBufferPointer<UInt8>) -> String? {
        let head = String(decoding: bytes.prefix(4096), as: UTF8.self)
        guard let at = head.lowercased().firstRange(of: "charset=") else { return nil }
        let lower = head.lowercased()
        let name = lower[at.upperBound...].drop { "\"' ".contains($0) }.prefix {
            $0.isLetter || $0.isNumber || "-_".contains($0)
        }
        return name.isEmpty ? nil : String(name)
    }
}
