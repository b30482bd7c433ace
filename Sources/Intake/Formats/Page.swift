import Foundation
import Record

/// What a page is found to hold before it becomes a report: its particulars and its blocks of text in order.
struct Page {
    /// A stretch of text on the page.
    struct Piece {
        var kind: Block.Kind
        var text: String
        /// What an element for credits inside a figure says, already part of ``text``'s end.
        var credit: String?
    }

    var title: String?
    var url: String?
    var publisher: String?
    var author: String?
    var published: PartialDate?
    var publishedTime: String?
    var updated: PartialDate?
    var language: String?
    /// Charset from outside (an HTTP header).
    var charset: String?
    /// The day of the crawl, used where the page has no date.
    var crawled: PartialDate?
    var pieces: [Piece] = []
}

extension Page {
    /// The report: pieces one below the other, cleaned, with its captions, dateline and blocks.
    func report(id: String?, sha256: String) -> Report {
        var lines: [String] = []
        var kinds: [Piece] = []
        for piece in pieces {
            let clean = Cleaner.clean(piece.text).text
            let text = (clean.utf8.contains(0x0A) ? clean.replacing("\n", with: " ") : clean).trimmed
            guard !text.isEmpty else { continue }
            lines.append(text)
            kinds.append(piece)
        }
        let text = lines.joined(separator: "\n\n")
        var report = PlainText.report(id: id, text: text, sha256: sha256, title: title, published: published ?? crawled)
        place(kinds, lines: lines, in: &report)
        report.url = url
        report.publisher = publisher
        report.author = author ?? report.author
        // The page's own date over the crawl's; a dateline with a day over both.
        report.published = report.dateline?.date ?? published ?? report.published
        report.publishedTime = publishedTime
        report.updated = updated ?? report.updated
        if let language, language != "en" || report.language == "und" { report.language = language }
        return report
    }

    /// What the markup knows better than the layout of lines: headlines, list items, captions of figures.
    private func place(_ kinds: [Piece], lines: [String], in report: inout Report) {
        var start = 0
        var blocks = report.reading.blocks
        for (piece, line) in zip(kinds, lines) {
            let range = TextRange(start, start + line.utf8.count)
            start = range.end + 2
            guard piece.kind != .paragraph else { continue }
            let here = blocks.indices.filter { range.contains(blocks[$0].range) }
            guard let first = here.first else { continue }
            if piece.kind == .caption {
                if !here.contains(where: { blocks[$0].kind == .caption }) {
                    let caption = caption(piece, line: line, range: range)
                    blocks.replaceSubrange(
                        first...(here.last ?? first),
                        with: [Block(kind: .caption, range: caption.textRange, caption: -1)])
                    report.captions.append(caption)
                }
            } else if here.count == 1, blocks[first].kind != .caption {
                blocks[first].kind = piece.kind
            }
        }
        report.captions.sort { $0.range < $1.range }
        for index in blocks.indices where blocks[index].kind == .caption {
            blocks[index].caption = report.captions.firstIndex { $0.textRange == blocks[index].range }
        }
        report.reading.blocks = blocks
    }

    private func caption(_ piece: Piece, line: String, range: TextRange) -> Caption {
        var textEnd = range.end
        var credit = Credit()
        if let words = piece.credit.map({ Cleaner.clean($0).text.trimmed }), !words.isEmpty {
            credit = CreditScanner.creditLine(words)
            if line.hasSuffix(words), words.utf8.count < line.utf8.count { textEnd -= words.utf8.count }
        }
        var text = TextRange(range.start, textEnd)
        var copy = line
        var date: PartialDate?
        copy.withUTF8 { bytes in
            let finder = CaptionFinder(bytes)
            let shaped = finder.shaped(TextRange(0, textEnd - range.start))
            text = shaped.text.shifted(by: range.start)
            date = shaped.date
        }
        return Caption(
            range: range, text: text.shifted(by: -range.start).text(in: line), textRange: text, date: date,
            photographer: credit.photographer, agency: credit.agency)
    }
}
