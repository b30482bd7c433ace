import Foundation
import Record

/// Reads Markdown with its front matter; marks of emphasis, links and images go, headings and lists stay as kinds.
enum Markdown {
    /// One Markdown file as one report.
    static func read(_ bytes: Data, name: String) throws(IntakeError) -> RawReport {
        let outcome = bytes.withUnsafeBytes { (raw: UnsafeRawBufferPointer) in
            TextDecoding.decode(raw.bindMemory(to: UInt8.self))
        }
        guard case .text(let text) = outcome else {
            throw IntakeError(source: name, expected: "expected Markdown in UTF-8; convert the file")
        }
        let sha256 = PlainText.hash(bytes)
        let page = page(text)
        guard !page.pieces.isEmpty else {
            throw IntakeError(source: name, expected: "expected Markdown with text, but there is none; remove the file")
        }
        return RawReport(report: page.report(id: nil, sha256: sha256), bytes: bytes, sha256: sha256, source: name)
    }

    /// The particulars and the blocks of a Markdown text.
    static func page(_ text: String) -> Page {
        var page = Page()
        var lines = text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false).map {
            Substring($0.last == 0x0D ? $0.dropLast() : $0)
        }[...]
        if lines.first == "---", let end = lines.dropFirst().firstIndex(where: { $0 == "---" || $0 == "..." }) {
            for line in lines[1..<end] { frontMatter(line, &page) }
            lines = lines[(end + 1)...]
        }
        var paragraph: [String] = []
        var fenced = false
        func close() {
            guard !paragraph.isEmpty else { return }
            page.pieces.append(Page.Piece(kind: .paragraph, text: paragraph.joined(separator: " ")))
            paragraph = []
        }
        for line in lines {
            let bare = line.drop { $0 == " " || $0 == "\t" }
            if bare.hasPrefix("```") || bare.hasPrefix("~~~") {
                close()
                fenced.toggle()
            } else if fenced {
                continue
            } else if bare.isEmpty || bare.allSatisfy({ "-*_= ".contains($0) }) {
                close()
            } else if bare.hasPrefix("#") {
                close()
                let heading = inline(
                    String(bare.drop { $0 == "#" }.reversed().drop { $0 == "#" || $0 == " " }.reversed()))
                if page.title == nil { page.title = heading }
                page.pieces.append(Page.Piece(kind: .headline, text: heading))
            } else if let item = listItem(bare) {
                close()
                page.pieces.append(Page.Piece(kind: .listItem, text: inline(item)))
            } else if bare.hasPrefix("!["), bare.hasSuffix(")"), let alt = altText(bare) {
                close()
                if !alt.isEmpty { page.pieces.append(Page.Piece(kind: .caption, text: alt)) }
            } else {
                paragraph.append(inline(String(bare.hasPrefix(">") ? bare.dropFirst().drop { $0 == " " } : bare)))
            }
        }
        close()
        if let title = page.title, !page.pieces.contains(where: { $0.text == title }), !page.pieces.isEmpty {
            page.pieces.insert(Page.Piece(kind: .headline, text: title), at: 0)
        }
        return page
    }

    private static func frontMatter(_ line: Substring, _ page: inout Page) {
        guard let colon = line.firstIndex(of: ":") else { return }
        let key = line[..<colon].trimmingCharacters(in: .whitespaces).lowercased()
        let value = line[line.index(after: colon)...].trimmingCharacters(in: CharacterSet(charactersIn: " \"'[]\t"))
        guard !value.isEmpty else { return }
        switch key {
        case "title", "headline", "subject": page.title = value
        case "author", "authors", "byline": page.author = value
        case "publisher", "source", "site", "hostname", "sitename": page.publisher = value
        case "url", "link", "canonical": page.url = value
        case "lang", "language": page.language = String(value.prefix(2)).lowercased()
        case "date", "published", "publishdate", "date_published", "pubdate":
            page.published = DateScanner.date(of: value)
            if value.contains("T") { page.publishedTime = value }
        case "updated", "lastmod", "modified": page.updated = DateScanner.date(of: value)
        default: break
        }
    }

    private static func listItem(_ line: Substring) -> String? {
        for mark in ["- ", "* ", "+ "] where line.hasPrefix(mark) { return String(line.dropFirst(2)) }
        let digits = line.prefix { $0.isNumber }
        guard (1...3).contains(digits.count), line.dropFirst(digits.count).hasPrefix(". ") else { return nil }
        return String(line.dropFirst(digits.count + 2))
    }

    private static func altText(_ line: Substring) -> String? {
        guard let close = line.firstRange(of: "](") else { return nil }
        return String(line[line.index(line.startIndex, offsetBy: 2)..<close.lowerBound])
    }
}

extension DateScanner {
    /// The date that a whole value says: ISO 8601, "Fri, 03 Nov 2017 10:00:00 GMT", "November 3, 2017".
    static func date(of value: String) -> PartialDate? {
        let plain = value.trimmingCharacters(in: .whitespacesAndNewlines)
        if let date = PartialDate(plain) { return date }
        var copy = plain
        return copy.withUTF8 { bytes in
            for at in bytes.indices where at == 0 || bytes[at - 1] == 0x20 || bytes[at - 1] == 0x3A {
                if let (date, _) = Self.date(in: bytes, at: at, limit: bytes.count) { return date }
            }
            // 2017/11/03 and 20171103.
            let digits = plain.split(whereSeparator: { !$0.isNumber })
            if digits.count >= 3, digits[0].count == 4 {
                return PartialDate(digits[0] + "-" + digits[1] + "-" + digits[2])
            }
            return nil
        }
    }
}
