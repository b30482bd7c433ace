import Foundation

extension Markdown {
    /// Text without the marks of emphasis, code, links and images; one pass over its bytes.
    static func inline(_ text: String) -> String {
        var copy = text
        return copy.withUTF8 { bytes in
            guard bytes.contains(where: { isMark($0) }) else { return text.trimmed }
            var out: [UInt8] = []
            out.reserveCapacity(bytes.count)
            var at = 0
            while at < bytes.count {
                if let (kept, next) = mark(bytes, at) {
                    out.append(contentsOf: bytes[kept])
                    at = next
                } else {
                    out.append(bytes[at])
                    at += 1
                }
            }
            return String(decoding: out, as: UTF8.self).trimmed
        }
    }

    /// True for the bytes `\ [ * _` and the backtick, with one of which every mark begins or goes on.
    private static func isMark(_ byte: UInt8) -> Bool {
        byte == 0x5B || byte == 0x5C || byte == 0x2A || byte == 0x5F || byte == 0x60
    }

    /// The mark at a byte: what of it stays, and where the text goes on; nil where there is none.
    private static func mark(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int) -> (kept: Range<Int>, next: Int)? {
        let follower = at + 1 < bytes.count ? bytes[at + 1] : 0
        switch bytes[at] {
        case UInt8(ascii: "\\"):
            guard let length = punctuation(bytes, at + 1) else { return nil }
            return (at + 1..<at + 1 + length, at + 1 + length)
        case UInt8(ascii: "["):
            return link(bytes, at).map { ($0.label, $0.end) }
        case UInt8(ascii: "!") where follower == UInt8(ascii: "["):
            return link(bytes, at + 1).map { (at..<at, $0.end) }
        case UInt8(ascii: "*"), UInt8(ascii: "`"): return (at..<at, at + 1)
        case UInt8(ascii: "_") where follower == UInt8(ascii: "_"): return (at..<at, at + 2)
        default: return nil
        }
    }

    /// Bytes of the punctuation mark that stands at a byte, if one does.
    private static func punctuation(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int) -> Int? {
        let text = String(decoding: bytes[min(at, bytes.count)..<min(bytes.count, at + 4)], as: UTF8.self)
        guard let first = text.first, first.isPunctuation else { return nil }
        return first.utf8.count
    }

    /// `[label](target)` that opens at a byte; no label holds another bracket.
    private static func link(_ bytes: UnsafeBufferPointer<UInt8>, _ open: Int) -> (label: Range<Int>, end: Int)? {
        var at = open + 1
        while at + 1 < bytes.count, bytes[at] != UInt8(ascii: "]") || bytes[at + 1] != UInt8(ascii: "(") {
            if bytes[at] == UInt8(ascii: "[") { return nil }
            at += 1
        }
        guard at + 1 < bytes.count, let close = bytes[(at + 2)...].firstIndex(of: UInt8(ascii: ")")) else { return nil }
        return (open + 1..<at, close + 1)
    }
}

extension String {
    /// The text without white space at both ends; at once where it has none there.
    var trimmed: String {
        func isPlain(_ byte: UInt8?) -> Bool { byte.map { $0 > 0x20 && $0 < 0x80 } ?? true }
        return isPlain(utf8.first) && isPlain(utf8.last) ? self : trimmingCharacters(in: .whitespaces)
    }
}
