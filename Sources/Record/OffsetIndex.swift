/// Turns UTF-8 byte offsets of one text into Unicode code point offsets and back.
///
/// A checkpoint every 64 bytes makes each look-up a table read and at most 63 bytes of counting; a text that is all
/// ASCII needs no table.
public struct OffsetIndex: Sendable {
    private static let step = 64
    private let bytes: [UInt8]
    private let checkpoints: [Int]  // code points before byte 64 * i; empty for ASCII
    /// Code points in the text.
    public let codePoints: Int

    /// Indexes `text`.
    public init(_ text: String) {
        var copy = text
        self = copy.withUTF8 { buffer in OffsetIndex(utf8: buffer) }
    }

    /// Indexes UTF-8 bytes.
    public init(utf8 buffer: UnsafeBufferPointer<UInt8>) {
        guard buffer.contains(where: { $0 >= 0x80 }) else {
            (bytes, checkpoints, codePoints) = ([], [], buffer.count)
            return
        }
        var table: [Int] = []
        table.reserveCapacity(buffer.count / Self.step + 1)
        var seen = 0
        for (offset, byte) in buffer.enumerated() {
            if offset % Self.step == 0 { table.append(seen) }
            if byte & 0xC0 != 0x80 { seen += 1 }
        }
        (bytes, checkpoints, codePoints) = (Array(buffer), table, seen)
    }

    /// Code points before the UTF-8 byte at `offset`; offsets past the end count as the end.
    public func codePoint(atByte offset: Int) -> Int {
        guard !checkpoints.isEmpty else { return min(max(0, offset), codePoints) }
        guard offset < bytes.count else { return codePoints }
        let block = max(0, offset) / Self.step
        var count = checkpoints[block]
        for position in block * Self.step..<max(0, offset) where bytes[position] & 0xC0 != 0x80 { count += 1 }
        return count
    }

    /// The UTF-8 byte at which the code point number `offset` begins; past the end, the text's length.
    public func byte(atCodePoint offset: Int) -> Int {
        guard !checkpoints.isEmpty else { return min(max(0, offset), codePoints) }
        guard offset < codePoints else { return bytes.count }
        var low = 0
        var high = checkpoints.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if checkpoints[middle] <= offset { low = middle } else { high = middle }
        }
        var seen = checkpoints[low]
        var position = low * Self.step
        while position < bytes.count {
            if bytes[position] & 0xC0 != 0x80 {
                if seen == offset { return position }
                seen += 1
            }
            position += 1
        }
        return bytes.count
    }
}
