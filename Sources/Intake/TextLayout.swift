import Foundation
import Record

/// Lays out a plain text: which lines are headline, byline, dateline, captions, furniture and paragraphs; where the
/// lines of hard-wrapped text belong together; and what the text says of its own date, place and author.
struct TextLayout {
    private(set) var blocks: [Block] = []
    private(set) var captions: [CaptionFinder.Found] = []
    /// The story's own date, by dateline or posted line, then by its header.
    private(set) var published: PartialDate?
    private(set) var headerDate: PartialDate?
    private(set) var updated: PartialDate?
    private(set) var author: String?
    private(set) var title: String?
    private(set) var dateline: DatelineParser.Found?

    private let bytes: UnsafeBufferPointer<UInt8>

    /// Lays out `bytes`; `reference` is the publication date where the input gave one, for datelines without a year.
    init(_ bytes: UnsafeBufferPointer<UInt8>, reference: PartialDate?) {
        self.bytes = bytes
        let lines = Self.lines(bytes)
        captions = CaptionFinder(bytes).captions(in: lines)
        var captionOf: [Int: [Int]] = [:]
        for (index, caption) in captions.enumerated() {
            if let line = Self.line(of: caption.range, in: lines) { captionOf[line, default: []].append(index) }
        }
        let wrapped = Self.isHardWrapped(lines, bytes)
        var seenParagraph = false
        var paragraphs = 0
        for (index, line) in lines.enumerated() where line.count > 0 {
            if let here = captionOf[index] {
                for caption in here {
                    blocks.append(Block(kind: .caption, range: captions[caption].text, caption: caption))
                }
                continue
            }
            var kind = kind(of: line, index, lines, seenParagraph: seenParagraph, reference: reference)
            // A wire's short first line: "SAN SALVADOR, 3 JAN 90 -- [REPORT] [COMMITTEE,".
            if kind == .headline, dateline == nil,
                DatelineParser(bytes).dateline(line, reference: reference ?? published)?.date != nil
            {
                kind = .paragraph
            }
            if kind == .paragraph {
                // A picture line or a summary may stand before the dateline.
                paragraphs += 1
                if paragraphs <= 3, dateline == nil,
                    let found = DatelineParser(bytes).dateline(line, reference: reference ?? published)
                {
                    dateline = found
                    blocks.append(Block(kind: .dateline, range: found.range))
                    blocks.append(Block(kind: .paragraph, range: TextRange(found.end, line.end)))
                    if let date = found.date { published = published ?? date }
                    seenParagraph = true
                    continue
                }
                seenParagraph = true
                if wrapped, let last = blocks.last, last.kind == .paragraph, follows(last.range, line) {
                    blocks[blocks.count - 1].range.end = line.end
                    continue
                }
            }
            if kind == .headline, title == nil { title = text(line) }
            blocks.append(Block(kind: kind, range: line))
        }
        if dateline?.date != nil { published = dateline?.date }
    }

    // MARK: - Lines

    /// The line that holds a range, by halving.
    private static func line(of range: TextRange, in lines: [TextRange]) -> Int? {
        var (low, high) = (0, lines.count)
        while low < high {
            let middle = (low + high) / 2
            if lines[middle].start <= range.start { low = middle + 1 } else { high = middle }
        }
        return low > 0 && lines[low - 1].contains(range) ? low - 1 : nil
    }

    private static func lines(_ bytes: UnsafeBufferPointer<UInt8>) -> [TextRange] {
        var lines: [TextRange] = []
        var start = 0
        func add(_ end: Int) {
            var (low, high) = (start, end)
            while low < high, bytes[low] <= 0x20 { low += 1 }
            while high > low, bytes[high - 1] <= 0x20 { high -= 1 }
            lines.append(TextRange(low, high))
        }
        guard let base = bytes.baseAddress else { return lines }
        while start < bytes.count, let found = memchr(base + start, 0x0A, bytes.count - start) {
            let at = UnsafeRawPointer(found) - UnsafeRawPointer(base)
            add(at)
            start = at + 1
        }
        add(bytes.count)
        return lines
    }

    /// Text whose lines were broken at a fixed width: most lines are 50 to 90 bytes long and end inside a sentence.
    private static func isHardWrapped(_ lines: [TextRange], _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        let full = lines.filter { $0.count > 0 }
        guard full.count >= 6 else { return false }
        let usual = full.filter {
            (45...95).contains($0.count) && ![0x2E, 0x21, 0x3F, 0x22, 0x3A].contains(bytes[$0.end - 1])
        }
        return usual.count * 2 > full.count && !full.contains { $0.count > 140 }
    }

    /// True where only one line break lies between two ranges.
    private func follows(_ before: TextRange, _ line: TextRange) -> Bool {
        (before.end..<line.start).reduce(0) { $0 + (bytes[$1] == 0x0A ? 1 : 0) } == 1
    }

    // MARK: - Kinds

    private mutating func kind(
        of line: TextRange, _ index: Int, _ lines: [TextRange], seenParagraph: Bool, reference: PartialDate?
    ) -> Block.Kind {
        // Long lines after the head are prose or list items; nothing else need be asked (`make bench`, intake).
        if line.count >= 160, seenParagraph || line.count > 200 {
            let begin = bytes[line.start]
            let bullet =
                (begin == 0x2A || begin == 0x2D) && bytes[line.start + 1] == 0x20
                || begin == 0xE2 && bytes[line.start + 3] == 0x20
            return bullet ? .listItem : .paragraph
        }
        if seenParagraph, line.count >= 45, !Self.mayStartFurniture(bytes[line.start], bytes[line.start + 1]),
            !hasBar(line)
        {
            return .paragraph
        }
        let first = text(TextRange(line.start, min(line.end, line.start + 80)))
        let lower = first.lowercased()
        if line.count < 160, let posted = posted(line, lower) {
            if posted.header {
                headerDate = headerDate ?? posted.date
            } else if lower.contains("updat") {
                updated = posted.date
                published = published ?? posted.date
            } else {
                published = published ?? posted.date
            }
            return .furniture
        }
        if line.count < 100, lower.hasPrefix("by "), let name = byline(line) {
            author = author ?? name
            return .byline
        }
        if line.count < 120, Self.furniture.contains(where: { lower == $0 || lower.hasPrefix($0 + ":") }) {
            return .furniture
        }
        if line.count < 80, Self.furnitureStarts.contains(where: { lower.hasPrefix($0) }) { return .furniture }
        if let bullet = first.first, "•*-–".contains(bullet), first.dropFirst().first == " " { return .listItem }
        let ending = bytes[line.end - 1]
        let ended = [0x2E, 0x21, 0x22, 0x9D, 0x3B].contains(ending)
        if !seenParagraph, title == nil, line.count <= 200, !ended, index + 1 < lines.count { return .headline }
        return .paragraph
    }

    /// The first two letters that a line of furniture, a byline, a posted line or a list item may begin with.
    private static func mayStartFurniture(_ first: UInt8, _ second: UInt8) -> Bool {
        openings[Int(first | 0x20) << 8 | Int(second | 0x20)]
    }

    private static let openings: [Bool] = {
        var table = [Bool](repeating: false, count: 1 << 16)
        for word in Array(furniture) + furnitureStarts + postedLabels + ["by ", "* ", "- "] {
            let two = Array(word.utf8.prefix(2))
            guard two.count == 2 else { continue }
            table[Int(two[0] | 0x20) << 8 | Int(two[1] | 0x20)] = true
        }
        for second in 0..<256 { table[0xE2 << 8 | second] = true }
        return table
    }()

    private func hasBar(_ line: TextRange) -> Bool {
        guard let base = bytes.baseAddress else { return false }
        return memchr(base + line.start, 0x7C, line.count) != nil
    }

    private static let furniture: Set<String> = [
        "share", "share this", "print", "email", "tweet", "comments", "advertisement", "accessibility links",
        "breaking news",
        "update", "related", "related news", "related stories", "read more", "more on this story", "most read",
        "read also",
        "also read", "see also", "topics", "tags", "follow us", "newsletter", "skip to main content", "home", "world",
        "middle east", "subscribe", "sign up", "menu", "search", "powered by automated translation", "listen", "save",
    ]
    private static let furnitureStarts = [
        "read more:", "related:", "read also:", "also read:", "see also:", "follow us on", "copyright ©", "© ",
        "all rights reserved",
        "reporting by ", "editing by ", "additional reporting", "our standards:", "click here", "sign up for",
        "share on ",
        "watch:", "photos:", "tags:", "topics:", "filed under",
    ]

    private static let postedLabels = [
        "posted", "published", "updated", "last updated", "last modified", "first published", "issued", "date:",
        "date ",
        "release date",
    ]

    /// "Posted: 3 November 2017", "Published Nov 3, 2017 10:14", "Last updated …", " date 2017-11-03", a date alone.
    private func posted(_ line: TextRange, _ lower: String) -> (date: PartialDate, header: Bool)? {
        guard (line.start..<line.end).contains(where: { (0x30...0x39).contains(bytes[$0]) }) else { return nil }
        let header = lower.hasPrefix("date ")
        let labelled = Self.postedLabels.contains { lower.hasPrefix($0) }
        for at in line.start..<line.end where at == line.start || [0x20, 0x7C, 0x3A, 0x28].contains(bytes[at - 1]) {
            guard let (date, end) = DateScanner.date(in: bytes, at: at, limit: line.end), date.day != nil else {
                continue
            }
            if labelled { return (date, header) }
            // A line of little but a date: "Pictures | Fri Oct 6, 2017 | 11:51pm IST".
            let rest = line.count - (end - at)
            let bars = (line.start..<line.end).contains { bytes[$0] == 0x7C }
            return rest <= 6 || (bars && line.count < 90) ? (date, false) : nil
        }
        return nil
    }

    private func byline(_ line: TextRange) -> String? {
        let name =
            text(TextRange(line.start + 3, line.end)).split(separator: "|").first.map { Credit.trim(String($0)) } ?? ""
        let words = name.split(separator: " ")
        guard (1...9).contains(words.count), words[0].first?.isUppercase == true, !name.hasSuffix(".") else {
            return nil
        }
        return name.components(of: ",").first
    }

    private func text(_ range: TextRange) -> String { String(decoding: bytes[range.range], as: UTF8.self) }
}
