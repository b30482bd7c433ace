/// Which rows of the embedding table one token takes: one from each of the tables for form (twice, so that two words
/// seldom share both), suffixes, prefix, shape, word cluster and group of clusters.
package enum EmbeddingRows {
    /// Bits of each table: form, form again, suffix 3, prefix 3, shape, suffix 2, suffix 4, cluster, group.
    package static let bits: [UInt64] = [14, 14, 13, 12, 10, 12, 13, WordClusters.bits, WordClusters.groupBits]
    /// How many rows a token takes.
    package static let count = 9
    /// Tables of the form, which training hides now and then so that unknown words are learned.
    package static let forms = 2
    /// All rows.
    package static let total = bits.reduce(0) { $0 + (1 << Int($1)) }

    /// Writes the rows of a token whose cluster and group are packed in `cluster`.
    @inline(__always)
    package static func write(_ token: TokenFeatures, cluster: UInt16, into rows: UnsafeMutablePointer<Int32>) {
        rows[0] = Int32(truncatingIfNeeded: token.lower &>> (64 - 14))
        rows[1] = 16_384 + Int32(truncatingIfNeeded: (token.lower &>> 16) & 16_383)
        rows[2] = 32_768 + Int32(truncatingIfNeeded: token.suffix3 &>> (64 - 13))
        rows[3] = 40_960 + Int32(truncatingIfNeeded: token.prefix3 &>> (64 - 12))
        rows[4] = 45_056 + Int32(truncatingIfNeeded: token.shape &>> (64 - 10))
        rows[5] = 46_080 + Int32(truncatingIfNeeded: token.suffix2 &>> (64 - 12))
        rows[6] = 50_176 + Int32(truncatingIfNeeded: token.suffix4 &>> (64 - 13))
        rows[7] = 58_368 + Int32(cluster &>> 6)
        rows[8] = 59_392 + Int32(cluster & 63)
    }
}
