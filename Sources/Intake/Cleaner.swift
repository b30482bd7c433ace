import Record

/// Makes the cleaned copy that language analysis sees: control characters, zero-width marks, certain mojibake, HTML
/// entities, stray tags and inline base64 images go, and an ``OffsetMap`` leads back to the original.
struct Cleaner {
    /// The copy and the way back; the same text with an identity map where nothing had to be done.
    static func clean(_ text: String) -> (text: String, offsets: OffsetMap) {
        var copy = text
        return copy.withUTF8 { bytes in
            guard needsCleaning(bytes) else { return (text, OffsetMap()) }
            var cleaner = Cleaner(bytes)
            return cleaner.run()
        }
    }

    private let bytes: UnsafeBufferPointer<UInt8>
    private var out: [UInt8] = []
    private var map = OffsetMap()
    private var at = 0

    private init(_ bytes: UnsafeBufferPointer<UInt8>) {
        self.bytes = bytes
        out.reserveCapacity(bytes.count)
    }

    /// One pass over the bytes: true where any of what ``run()`` handles may stand.
    private static func needsCleaning(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        ByteWords.first(in: bytes, 0, bytes.count) { word in
            ByteWords.wide(word) | ByteWords.under(word, 0x20) | ByteWords.equal(word, 0x26)
                | ByteWords.equal(word, 0x3C) | ByteWords.equal(word, 0x7F)
        } where: {
            isSuspect(bytes, $0)
        } != nil
    }

    private static func isSuspect(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
        switch bytes[index] {
        case 0x09, 0x0A, 0x0D: return false
        case 0x00..<0x20, 0x26, 0x3C, 0x7F, 0xC2, 0xC3, 0xEF: return true
        case 0xE2:
            guard index + 2 < bytes.count else { return false }
            let (second, last) = (bytes[index + 1], bytes[index + 2])
            return second == 0x81 || second == 0x80 && ((0x8B...0x8F).contains(last) || (0xAA...0xAE).contains(last))
        default: return false
        }
    }

    private mutating func run() -> (text: String, offsets: OffsetMap) {
        while at < bytes.count {
            if let (length, replacement) = edit() {
                out += replacement
                at += length
                map.append(clean: out.count, original: at)
            } else {
                out.append(bytes[at])
                at += 1
            }
        }
        return (String(decoding: out, as: UTF8.self), map)
    }

    /// What to do at the current byte: bytes of the original, and what stands for them in the copy; nil to keep it.
    private mutating func edit() -> (Int, [UInt8])? {
        let byte = bytes[at]
        switch byte {
        case 0x26: return entity()
        case 0x3C: return tag()
        case 0x64: return base64Image()
        case 0x00...0x08, 0x0B, 0x0C, 0x0E...0x1F, 0x7F: return begin(1, [])
        case 0xC2: return latin()
        case 0xC3: return mojibake()
        case 0xE2: return zeroWidth()
        case 0xEF: return at + 2 < bytes.count && bytes[at + 1] == 0xBB && bytes[at + 2] == 0xBF ? begin(3, []) : nil
        default: return nil
        }
    }

    /// Anchors the replacement to where the original begins.
    private mutating func begin(_ length: Int, _ replacement: [UInt8]) -> (Int, [UInt8]) {
        if !replacement.isEmpty { map.append(clean: out.count, original: at) }
        return (length, replacement)
    }

    private mutating func zeroWidth() -> (Int, [UInt8])? {
        guard at + 2 < bytes.count else { return nil }
        let (second, third) = (bytes[at + 1], bytes[at + 2])
        let hidden = second == 0x80 && ((0x8B...0x8F).contains(third) || (0xAA...0xAE).contains(third))
        let joiner = second == 0x81 && (0xA0...0xAF).contains(third)
        return hidden || joiner ? begin(3, []) : nil
    }

    private mutating func latin() -> (Int, [UInt8])? {
        guard at + 1 < bytes.count else { return nil }
        switch bytes[at + 1] {
        case 0xAD: return begin(2, [])
        case 0x80...0x9F: return begin(2, [])  // C1 control characters
        default: return nil
        }
    }

    /// UTF-8 read as Windows-1252 and written again: certain where the sequence is no word of any language.
    private mutating func mojibake() -> (Int, [UInt8])? {
        func follows(_ sequence: [UInt8]) -> Bool {
            at + sequence.count <= bytes.count && sequence.indices.allSatisfy { bytes[at + $0] == sequence[$0] }
        }
        for (broken, right) in Self.broken where follows(broken) { return begin(broken.count, Array(right.utf8)) }
        // "Ã©": a two-byte character read as two.
        if bytes.count > at + 3, bytes[at + 1] == 0x83, bytes[at + 2] == 0xC2, (0x80...0xBF).contains(bytes[at + 3]) {
            return begin(4, [0xC3, bytes[at + 3]])
        }
        if bytes.count > at + 3, bytes[at + 1] == 0x82, bytes[at + 2] == 0xC2, (0xA0...0xBF).contains(bytes[at + 3]) {
            return begin(4, [0xC2, bytes[at + 3]])
        }
        return nil
    }

    private static let broken: [([UInt8], String)] = [
        ("â€™", "’"), ("â€˜", "‘"), ("â€œ", "“"), ("â€\u{9D}", "”"), ("â€“", "–"), ("â€”", "—"), ("â€¦", "…"),
        ("â€¢", "•"),
        ("â\u{80}\u{99}", "’"), ("â\u{80}\u{98}", "‘"), ("â\u{80}\u{9C}", "“"), ("â\u{80}\u{9D}", "”"),
        ("â\u{80}\u{93}", "–"), ("â\u{80}\u{94}", "—"), ("â\u{80}¦", "…"),
    ].map { (Array($0.0.utf8), $0.1) }

    private mutating func entity() -> (Int, [UInt8])? {
        guard let end = (at + 1..<min(bytes.count, at + 12)).first(where: { bytes[$0] == 0x3B }), end > at + 1 else {
            return nil
        }
        let name = String(decoding: bytes[(at + 1)..<end], as: UTF8.self)
        guard let character = Self.character(name) else { return nil }
        return begin(end - at + 1, Array(String(character).utf8))
    }

    private static func character(_ name: String) -> Character? {
        if let known = named[name] { return known }
        guard name.first == "#" else { return nil }
        let digits = name.dropFirst()
        let value = digits.first == "x" || digits.first == "X" ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
        guard let value, value >= 0x20, !(0x7F...0x9F).contains(value), let scalar = Unicode.Scalar(value) else {
            return nil
        }
        return Character(scalar)
    }

    private static let named: [String: Character] = [
        "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": " ", "rsquo": "’", "lsquo": "‘",
        "rdquo": "”",
        "ldquo": "“", "ndash": "–", "mdash": "—", "hellip": "…", "eacute": "é", "egrave": "è", "uuml": "ü", "ouml": "ö",
        "auml": "ä", "ccedil": "ç", "ntilde": "ñ", "bull": "•", "middot": "·", "shy": "\u{AD}", "copy": "©",
        "euro": "€",
        "pound": "£", "deg": "°",
    ]

    /// A stray HTML tag; a block or break tag leaves a blank.
    private mutating func tag() -> (Int, [UInt8])? {
        guard at + 2 < bytes.count else { return nil }
        let next = bytes[at + 1]
        let letter = (65...90).contains(next & 0xDF) && next < 0x80
        guard letter || next == 0x2F || next == 0x21 else { return nil }
        var name = at + (next == 0x2F ? 2 : 1)
        let nameStart = name
        while name < bytes.count, (65...90).contains(bytes[name] & 0xDF) || (48...57).contains(bytes[name]) {
            name += 1
        }
        let word = String(decoding: bytes[nameStart..<name], as: UTF8.self).lowercased()
        guard next == 0x21 || Self.tags.contains(word) else { return nil }
        guard let end = (name..<min(bytes.count, at + 2000)).first(where: { bytes[$0] == 0x3E }) else { return nil }
        return begin(end - at + 1, Self.breaking.contains(word) ? [0x20] : [])
    }

    private static let tags: Set<String> = [
        "a", "abbr", "aside", "b", "big", "blockquote", "body", "br", "center", "cite", "code", "div", "em",
        "figcaption",
        "figure", "font", "footer", "h1", "h2", "h3", "h4", "h5", "h6", "head", "header", "hr", "html", "i", "iframe",
        "img",
        "li", "link", "meta", "nav", "ol", "p", "picture", "pre", "q", "s", "script", "section", "small", "source",
        "span",
        "strong", "style", "sub", "sup", "table", "tbody", "td", "th", "thead", "tr", "u", "ul", "video", "wbr",
    ]
    private static let breaking: Set<String> = [
        "br", "div", "p", "li", "td", "tr", "h1", "h2", "h3", "h4", "blockquote", "figcaption", "section", "hr", "img",
    ]

    /// "data:image/png;base64,…" written into the text.
    private mutating func base64Image() -> (Int, [UInt8])? {
        let head = Array("data:image/".utf8)
        guard at + 32 < bytes.count, head.indices.allSatisfy({ bytes[at + $0] == head[$0] }) else { return nil }
        var end = at + head.count
        while end < bytes.count, bytes[end] > 0x20, bytes[end] < 0x7F,
            ![0x22, 0x27, 0x29, 0x3C, 0x3E].contains(bytes[end])
        { end += 1 }
        return end - at > 40 ? begin(end - at, []) : nil
    }
}
