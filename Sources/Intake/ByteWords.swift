/// Eight bytes of a text at a time, for the searches that every text passes through (`make bench`, intake).
enum ByteWords {
    private static let ones: UInt64 = 0x0101_0101_0101_0101
    private static let highs: UInt64 = 0x8080_8080_8080_8080

    /// The first place in `start..<end` where `wanted` holds, asked only of bytes that `marks` picks and of the last
    /// seven; nil where it holds nowhere.
    ///
    /// - Parameter marks: the high bit of each byte of a word that may be wanted; a bit too many costs only time.
    @inline(__always)
    static func first(
        in bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int, marks: (UInt64) -> UInt64,
        where wanted: (Int) -> Bool
    ) -> Int? {
        let raw = UnsafeRawBufferPointer(bytes)
        var at = start
        while at + 8 <= end {
            var found = marks(UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: at, as: UInt64.self))) & highs
            while found != 0 {
                let place = at + found.trailingZeroBitCount / 8
                if wanted(place) { return place }
                found &= found &- 1
            }
            at += 8
        }
        while at < end {
            if wanted(at) { return at }
            at += 1
        }
        return nil
    }

    /// Marks of the bytes that equal `byte`.
    @inline(__always)
    static func equal(_ word: UInt64, _ byte: UInt8) -> UInt64 {
        let difference = word ^ (ones &* UInt64(byte))
        return ~(((difference & ~highs) &+ ~highs) | difference)
    }

    /// Marks of the ASCII bytes under `bound` (at most 0x80).
    @inline(__always)
    static func under(_ word: UInt64, _ bound: UInt8) -> UInt64 {
        ~((word | highs) &- ones &* UInt64(bound)) & ~word
    }

    /// Marks of the bytes outside ASCII.
    @inline(__always)
    static func wide(_ word: UInt64) -> UInt64 { word }
}
