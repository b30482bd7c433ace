/// Judges the gaps between tokens where a sentence may end: a linear model over the words and shapes around the gap and
/// what the rules of ``SentenceSplitter`` say, learned from the treebanks (whole numbers: the same on every machine).
package struct BoundaryModel: Sendable {
    /// Features of one gap.
    package static let count = 39
    /// Rows of the table of weights, as a power of two.
    package static let rowBits: UInt64 = 16

    private let file: ModelFile
    // Points into the mapped file, which `file` keeps alive; nothing writes through it.
    nonisolated(unsafe) private let weights: UnsafeBufferPointer<Int16>
    private let threshold: Int

    init(file: ModelFile) throws {
        self.file = file
        weights = try file.array("weights", of: Int16.self)
        threshold = Int(try file.array("threshold", of: Int32.self).first ?? 0)
        guard weights.count == 1 << Int(Self.rowBits) else {
            throw ModelFile.Broken(path: file.path, reason: "it has \(weights.count) weights")
        }
    }

    /// Above 0 where a sentence ends before token `index`.
    func score(_ tokens: [TokenFeatures], _ gap: Gap) -> Int {
        withUnsafeTemporaryAllocation(of: Int32.self, capacity: Self.count) { rows in
            guard let base = rows.baseAddress else { return 0 }
            Self.rows(tokens, gap, into: base)
            return rows.reduce(-threshold) { $0 + Int(weights[Int($1)]) }
        }
    }

    /// The gap before token `index`.
    package struct Gap {
        package var index: Int
        /// First token of the running sentence.
        package var start: Int
        package var rulesSayEnd: Bool
        package var spaceBefore: Bool
        package var lines: Int
        /// Bytes of the line that ends in this gap, where a line does.
        package var lineLength: Int
        /// Tokens of the running sentence that begin with a capital.
        package var capitals: Int
        /// Final punctuation seen in the stretch so far.
        package var points: Int
    }

    /// Writes the rows of a gap's features.
    package static func rows(_ tokens: [TokenFeatures], _ gap: Gap, into out: UnsafeMutablePointer<Int32>) {
        @inline(__always) func at(_ offset: Int) -> TokenFeatures {
            let place = gap.index + offset
            return place >= 0 && place < tokens.count ? tokens[place] : edge
        }
        let (a, b, c, d) = (at(-2), at(-1), at(0), at(1))
        let says: UInt64 = (gap.rulesSayEnd ? 1 : 2) | (gap.spaceBefore ? 4 : 0) | UInt64(min(gap.lines, 2)) << 4
        let length = gap.index - gap.start
        let size: UInt64 = length < 4 ? UInt64(length) : length < 8 ? 4 : length < 16 ? 5 : length < 32 ? 6 : 7
        var slot = 0
        @inline(__always) func emit(_ x: UInt64, _ y: UInt64 = 0, _ z: UInt64 = 0) {
            var mixed = (x ^ (UInt64(slot &+ 1) &* 0x9E37_79B9_7F4A_7C15)) &* 0xBF58_476D_1CE4_E5B9
            mixed = ((mixed ^ (mixed &>> 29)) &+ y) &* 0x94D0_49BB_1331_11EB
            mixed = ((mixed ^ (mixed &>> 31)) &+ z) &* 0xD6E8_FEB8_6659_FD93
            out[slot] = Int32(truncatingIfNeeded: (mixed ^ (mixed &>> 32)) &>> (64 - rowBits))
            slot &+= 1
        }
        emit(says); emit(says, size); emit(b.lower, says); emit(c.lower, says); emit(b.word, c.shape)
        emit(b.lower, c.lower); emit(b.shape, c.shape, says); emit(a.shape, b.shape, c.shape)
        emit(b.shape, c.shape, d.shape); emit(a.lower, b.lower); emit(c.lower, d.lower); emit(a.lower, b.lower, says)
        emit(c.lower, c.shape, b.shape); emit(a.lower, says); emit(d.lower, says); emit(at(-3).lower, b.lower)
        emit(d.shape, c.lower); emit(b.suffix3, c.shape); emit(c.word, says); emit(a.suffix2, b.lower, c.shape)
        emit(size, b.lower); emit(size, c.shape, b.shape); emit(at(2).lower, c.lower); emit(c.suffix3, says)
        let first = tokens[max(0, gap.start)]
        let share: UInt64 = gap.capitals == length ? 9 : UInt64(gap.capitals * 4 / max(1, length))
        let points = UInt64(min(3, gap.points)) | size << 8
        emit(first.lower, size); emit(a.shape, b.lower, c.shape); emit(share, size, says); emit(share, b.shape, c.shape)
        emit(share, b.lower, c.shape); emit(points, says); emit(points, b.shape, c.shape); emit(first.lower, share)
        emit(b.suffix2, c.lower); emit(b.suffix3, c.shape, d.shape); emit(c.lower, share, size)
        emit(at(2).shape, d.shape, c.shape)
        let line: UInt64 = gap.lines == 0 ? 0 : 1 + UInt64(min(11, gap.lineLength / 10))
        emit(line, c.shape, says); emit(line, b.shape, c.shape); emit(line, b.lower, says)
    }

    private static let edge = TokenFeatures("\u{1}")
}
