/// A stretch of a text: UTF-8 byte offsets, end exclusive.
///
/// Inside the program every offset is a byte offset. In JSON (SCHEMA.md) offsets are Unicode code points into the
/// report's text: encoding and decoding need an ``OffsetIndex`` under ``Swift/CodingUserInfoKey/offsetIndex``, which
/// ``CodedReport`` sets for what it contains.
public struct TextRange: Hashable, Sendable {
    /// First UTF-8 byte.
    public var start: Int
    /// One past the last UTF-8 byte.
    public var end: Int

    /// A range of UTF-8 bytes; `end` is exclusive.
    public init(_ start: Int, _ end: Int) {
        self.start = start
        self.end = end
    }

    /// Bytes in the range.
    public var count: Int { end - start }
    /// The range as Swift's own.
    public var range: Range<Int> { start..<max(start, end) }

    /// True where the two ranges share at least one byte.
    public func overlaps(_ other: TextRange) -> Bool { start < other.end && other.start < end }
    /// True where `other` lies wholly inside this range.
    public func contains(_ other: TextRange) -> Bool { start <= other.start && other.end <= end }
    /// The smallest range that holds both.
    public func union(_ other: TextRange) -> TextRange { TextRange(min(start, other.start), max(end, other.end)) }
    /// The range moved by `bytes`.
    public func shifted(by bytes: Int) -> TextRange { TextRange(start + bytes, end + bytes) }

    /// The text that the range covers; byte offsets that fall inside a character are repaired with U+FFFD.
    public func text(in source: String) -> String {
        var copy = source
        return copy.withUTF8 { bytes in
            let low = Swift.min(Swift.max(0, start), bytes.count)
            let high = Swift.min(Swift.max(low, end), bytes.count)
            return String(decoding: bytes[low..<high], as: UTF8.self)
        }
    }
}

extension TextRange: Comparable {
    /// By start, then by end.
    public static func < (a: TextRange, b: TextRange) -> Bool { (a.start, a.end) < (b.start, b.end) }
}

// MARK: - JSON

extension TextRange: Codable {
    private enum Key: String, CodingKey { case start, end }

    /// Writes `{start, end}` in code points where an ``OffsetIndex`` is given, else in bytes.
    public func encode(to encoder: any Encoder) throws {
        let index = encoder.userInfo[.offsetIndex] as? OffsetIndex
        var box = encoder.container(keyedBy: Key.self)
        try box.encode(index?.codePoint(atByte: start) ?? start, forKey: .start)
        try box.encode(index?.codePoint(atByte: end) ?? end, forKey: .end)
    }

    /// Reads `{start, end}`, from code points to bytes where an ``OffsetIndex`` is given.
    public init(from decoder: any Decoder) throws {
        let index = decoder.userInfo[.offsetIndex] as? OffsetIndex
        let box = try decoder.container(keyedBy: Key.self)
        let start = try box.decode(Int.self, forKey: .start)
        let end = try box.decode(Int.self, forKey: .end)
        guard start >= 0, end >= start else {
            throw DecodingError.dataCorruptedError(
                forKey: .end, in: box, debugDescription: "a range needs 0 <= start <= end, found \(start)..\(end)")
        }
        self.init(index?.byte(atCodePoint: start) ?? start, index?.byte(atCodePoint: end) ?? end)
    }
}

extension CodingUserInfoKey {
    /// Where a coder finds the ``OffsetIndex`` of the text that ranges point into.
    public static let offsetIndex = CodingUserInfoKey(rawValue: "dateline.offsetIndex")!
}
