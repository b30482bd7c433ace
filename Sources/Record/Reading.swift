/// The cleaned copy of a report's text that is analysed, and the way back to the text that is printed.
///
/// Control characters, zero-width marks, mojibake, base64 images and stray markup are gone from ``text``; ``blocks``
/// says which stretches are prose, captions, headline or furniture of the page. All ranges of ``blocks`` are UTF-8 byte
/// offsets into ``text`` of the reading; ``offsets`` maps them to the printed text.
public struct Reading: Sendable, Equatable {
    /// The cleaned text.
    public var text: String
    /// From bytes of ``text`` to bytes of the printed text.
    public var offsets: OffsetMap
    /// In text order, not overlapping; together they hold all that should be analysed.
    public var blocks: [Block]

    /// A cleaned text with its way back and its blocks; the ranges of `blocks` must lie within `text`.
    public init(text: String, offsets: OffsetMap, blocks: [Block]) {
        (self.text, self.offsets, self.blocks) = (text, offsets, blocks)
    }

    /// A text that needed no cleaning, as one paragraph.
    public init(verbatim text: String) {
        self.init(
            text: text, offsets: OffsetMap(), blocks: [Block(kind: .paragraph, range: TextRange(0, text.utf8.count))])
    }
}

/// A stretch of the cleaned text with one purpose on the page.
public struct Block: Sendable, Equatable {
    /// What a stretch of text is for.
    public enum Kind: String, Sendable, CaseIterable {
        case headline, byline, dateline, paragraph, listItem, caption
        /// Kept in the text but not analysed: related links, counters, posted lines.
        case furniture
    }

    /// What the stretch is for.
    public var kind: Kind
    /// UTF-8 bytes of the reading's text.
    public var range: TextRange
    /// For a caption, its index in the report's captions.
    public var caption: Int?

    /// A stretch at `range`, in UTF-8 bytes of the reading's text.
    public init(kind: Kind, range: TextRange, caption: Int? = nil) {
        (self.kind, self.range, self.caption) = (kind, range, caption)
    }
}

/// A monotone map from byte offsets of a cleaned copy to byte offsets of its original, as a list of edits.
///
/// Between two anchors offsets run in step; at an anchor the original may skip ahead (bytes removed) or a stretch of
/// the copy may stand for a stretch of other length (a replacement). An empty map is the identity.
public struct OffsetMap: Sendable, Equatable {
    /// From `clean` on, the copy's bytes stand for the original's from `original` on.
    public struct Anchor: Sendable, Equatable {
        /// UTF-8 byte offset in the copy.
        public var clean: Int
        /// UTF-8 byte offset in the original.
        public var original: Int
        /// A pair of offsets that stand for each other.
        public init(clean: Int, original: Int) { (self.clean, self.original) = (clean, original) }
    }

    /// Ascending in both offsets.
    public private(set) var anchors: [Anchor]

    /// The identity.
    public init() { anchors = [] }
    /// From anchors in ascending order.
    public init(anchors: [Anchor]) { self.anchors = anchors }

    /// True where every offset maps to itself.
    public var isIdentity: Bool { anchors.allSatisfy { $0.clean == $0.original } }

    /// Adds the next anchor while a copy is made.
    public mutating func append(clean: Int, original: Int) {
        anchors.append(Anchor(clean: clean, original: original))
    }

    /// The original byte for a byte of the copy that begins something.
    public func original(_ clean: Int) -> Int {
        guard let anchor = anchor(atOrBefore: clean) else { return clean }
        return anchor.original + (clean - anchor.clean)
    }

    /// The original range for a range of the copy: it ends after the original of the last byte inside, so that bytes
    /// removed after the range stay outside it.
    public func original(_ range: TextRange) -> TextRange {
        guard range.end > range.start else {
            let at = original(range.start)
            return TextRange(at, at)
        }
        return TextRange(original(range.start), original(range.end - 1) + 1)
    }

    private func anchor(atOrBefore clean: Int) -> Anchor? {
        var low = 0
        var high = anchors.count
        while low < high {
            let middle = (low + high) / 2
            if anchors[middle].clean <= clean { low = middle + 1 } else { high = middle }
        }
        return low == 0 ? nil : anchors[low - 1]
    }
}
