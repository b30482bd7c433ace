/// A MinHash sketch of a text's word 4-grams: near-copies of one report have nearly the same sketch (A. Broder, "On the
/// resemblance and containment of documents", 1997; one permutation with bins: P. Li, A. Owen, C.-H. Zhang, 2012).
public struct EchoSignature: Sendable, Equatable {
    /// Bins of the sketch.
    public static let size = 48
    /// Bands that are looked up: two sketches that share one are compared.
    public static let bands = 12
    /// Share of equal bins from which a report is a copy.
    public static let threshold = 0.6

    /// The smallest hash in each bin; `UInt32.max` where a bin is empty.
    public var bins: [UInt32]
    /// False for texts too short to tell a copy from a coincidence.
    public var isTelling: Bool

    /// The sketch of a text.
    public init(_ text: String) {
        var bins = [UInt32](repeating: .max, count: Self.size)
        var window: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)
        var word: UInt64 = 0xcbf2_9ce4_8422_2325
        var length = 0
        var words = 0
        func close() {
            guard length > 0 else { return }
            window = (window.1, window.2, window.3, word)
            words += 1
            word = 0xcbf2_9ce4_8422_2325
            length = 0
            guard words >= 4 else { return }
            var hash = window.0 &* 0x9E37_79B9_7F4A_7C15
            hash = (hash ^ window.1) &* 0xBF58_476D_1CE4_E5B9
            hash = (hash ^ (hash >> 29) ^ window.2) &* 0x94D0_49BB_1331_11EB
            hash = (hash ^ (hash >> 31) ^ window.3) &* 0x9E37_79B9_7F4A_7C15
            hash ^= hash >> 32
            let bin = Int((hash >> 32) % UInt64(Self.size))
            let value = UInt32(truncatingIfNeeded: hash)
            if value < bins[bin] { bins[bin] = value }
        }
        var copy = text
        copy.withUTF8 { bytes in
            for byte in bytes {
                let lower = byte | 0x20
                if (97...122).contains(lower) || (48...57).contains(byte) || byte >= 0x80 {
                    word = (word ^ UInt64(byte >= 0x80 ? byte : lower)) &* 0x100_0000_01b3
                    length += 1
                } else {
                    close()
                }
            }
            close()
        }
        self.bins = bins
        isTelling = words >= 24
    }

    /// A sketch from its stored bins.
    public init(bins: [UInt32]) { (self.bins, isTelling) = (bins, true) }

    /// Estimated share of 4-grams that two texts have in common.
    public func similarity(_ other: EchoSignature) -> Double {
        var same = 0
        var filled = 0
        for (a, b) in zip(bins, other.bins) where a != .max || b != .max {
            filled += 1
            if a == b { same += 1 }
        }
        return filled == 0 ? 0 : Double(same) / Double(filled)
    }

    /// Keys under which near-copies meet.
    public var bandKeys: [UInt64] {
        let rows = Self.size / Self.bands
        return (0..<Self.bands).map { band in
            var hash = UInt64(band) &* 0x9E37_79B9_7F4A_7C15
            for row in 0..<rows { hash = (hash ^ UInt64(bins[band * rows + row])) &* 0x100_0000_01b3 }
            return hash ^ (hash >> 29)
        }
    }
}
