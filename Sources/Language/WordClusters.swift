/// Brown clusters (Brown and others 1992) of common words: words that stand in the same company share a cluster, and the
/// first bits of its path group clusters. They tell the network about words that the treebanks lack.
///
/// A hash table in a mapped file, read in place; the key is the lower-cased form with digits folded.
package struct WordClusters: Sendable {
    /// Bits of a cluster's number; 0 is for unknown words.
    package static let bits: UInt64 = 10
    /// Bits of a group's number.
    package static let groupBits: UInt64 = 6

    // Pointers into the mapped file, which the owner keeps alive; nothing writes through them.
    nonisolated(unsafe) private let keys: UnsafeBufferPointer<UInt32>
    nonisolated(unsafe) private let values: UnsafeBufferPointer<UInt16>

    /// `keys` (0 for empty) and `values` are a table of open addressing; its size is a power of two.
    package init(keys: UnsafeBufferPointer<UInt32>, values: UnsafeBufferPointer<UInt16>) {
        (self.keys, self.values) = (keys, values)
    }

    /// True where keys and values are a table that look-up can end in.
    var isWhole: Bool { keys.count == values.count && keys.count.nonzeroBitCount == 1 && keys.contains(0) }

    /// The cluster and group of a word (``TokenFeatures/lower``), packed as `cluster << 6 | group`; 0 for none.
    @inline(__always)
    package func cluster(of lower: UInt64) -> UInt16 {
        let key = Self.key(lower), mask = keys.count - 1
        var slot = Int(truncatingIfNeeded: lower) & mask
        while keys[slot] != 0 {
            if keys[slot] == key { return values[slot] }
            slot = (slot + 1) & mask
        }
        return 0
    }

    @inline(__always)
    private static func key(_ lower: UInt64) -> UInt32 { max(1, UInt32(truncatingIfNeeded: lower &>> 32)) }

    /// The table's keys and values for some words, in the order given.
    package static func build(_ words: [(form: String, cluster: UInt16)]) -> (keys: [UInt32], values: [UInt16]) {
        var size = 1024
        while size < words.count * 5 / 4 { size *= 2 }
        var keys = [UInt32](repeating: 0, count: size)
        var values = [UInt16](repeating: 0, count: size)
        for word in words {
            let lower = TokenFeatures(word.form).lower
            var slot = Int(truncatingIfNeeded: lower) & (size - 1)
            while keys[slot] != 0, keys[slot] != key(lower) { slot = (slot + 1) & (size - 1) }
            (keys[slot], values[slot]) = (key(lower), word.cluster)
        }
        return (keys, values)
    }
}
