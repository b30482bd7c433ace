import CLibXML2
import Foundation
import Record

/// Reads RSS 2.0, RSS 1.0 and Atom feeds item by item with libxml2's reader; no entity from outside is ever loaded.
enum Feed {
    /// Every item as a report; a damaged feed gives its items up to the damage and one error.
    static func readAll(_ bytes: Data, name: String, each: Reader.Receiver) throws {
        guard bytes.count <= Int(Int32.max) else {
            throw IntakeError(source: name, expected: "expected a feed of at most 2 GB; split it")
        }
        let options =
            XML_PARSE_NONET.rawValue | XML_PARSE_NOERROR.rawValue | XML_PARSE_NOWARNING.rawValue
            | XML_PARSE_NOCDATA.rawValue
        try bytes.withUnsafeBytes { (raw: UnsafeRawBufferPointer) in
            guard let base = raw.bindMemory(to: CChar.self).baseAddress,
                let reader = xmlReaderForMemory(base, Int32(raw.count), nil, nil, Int32(options))
            else { return }
            defer { xmlFreeTextReader(reader) }
            var source = Page()
            var count = 0
            var status = xmlTextReaderRead(reader)
            while status == 1 {
                let element = Int32(XML_READER_TYPE_ELEMENT.rawValue)
                guard xmlTextReaderNodeType(reader) == element, let found = xmlTextReaderConstLocalName(reader) else {
                    status = xmlTextReaderRead(reader)
                    continue
                }
                let tag = String(cString: found)
                if tag == "item" || tag == "entry" {
                    guard let node = xmlTextReaderExpand(reader) else {
                        status = -1
                        break
                    }
                    count += 1
                    let item = XMLItem(node)
                    try each(report(item, source: source, name: "\(name), item \(count)"))
                    status = xmlTextReaderNext(reader)
                    continue
                }
                if xmlTextReaderDepth(reader) <= 2, ["title", "language", "link"].contains(tag), count == 0,
                    let node = xmlTextReaderExpand(reader)
                {
                    let text = XMLItem.text(node)
                    if tag == "title", source.publisher == nil, !text.isEmpty { source.publisher = text }
                    if tag == "language", !text.isEmpty { source.language = text.prefix(2).lowercased() }
                    status = xmlTextReaderNext(reader)
                    continue
                }
                status = xmlTextReaderRead(reader)
            }
            if status < 0 {
                throw IntakeError(
                    source: name, place: "line \(xmlTextReaderGetParserLineNumber(reader))",
                    expected:
                        "expected well-formed RSS or Atom, but the XML breaks here (\(count) items read before); fetch it again"
                )
            }
            if count == 0 {
                throw IntakeError(
                    source: name, expected: "expected a feed with items, but there are none in it; remove it")
            }
        }
    }

    private static func report(_ item: XMLItem, source: Page, name: String) -> Result<RawReport, IntakeError> {
        var page = Page()
        page.publisher = item.first("source", "publisher") ?? source.publisher
        page.language = source.language
        page.title = item.first("title").map { Cleaner.clean($0).text }
        page.url = item.link
        page.author = item.first("creator", "author")
        let date = item.first("pubDate", "published", "date", "issued") ?? item.first("updated")
        page.published = date.flatMap { DateScanner.date(of: $0) }
        page.publishedTime = date.flatMap { $0.contains("T") && $0.count >= 19 ? $0 : nil }
        page.updated = item.first("updated", "modified").flatMap { DateScanner.date(of: $0) }
        do throws(IntakeError) {
            let html = item.first("encoded", "content") ?? item.first("description", "summary") ?? ""
            page.pieces = try HTMLPage.pieces(ofFragment: html, name: name)
        } catch { return .failure(error) }
        if let title = page.title, !title.isEmpty {
            page.pieces.insert(Page.Piece(kind: .headline, text: title), at: 0)
        }
        guard !page.pieces.isEmpty else {
            return .failure(
                IntakeError(source: name, expected: "expected an item with a title or text, but it has neither"))
        }
        let bytes = item.bytes
        let sha256 = PlainText.hash(bytes)
        return .success(
            RawReport(report: page.report(id: nil, sha256: sha256), bytes: bytes, sha256: sha256, source: name))
    }
}
