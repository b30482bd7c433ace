/// Groups tokens into sentences: after final punctuation with the quotes and brackets that close it, at blank lines, and
/// at line breaks before bullets. Runs without any end are cut at ``limit`` tokens.
struct SentenceSplitter {
    /// The longest sentence, in tokens.
    static let limit = 240
    private let bytes: UnsafeBufferPointer<UInt8>

    init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

    /// Ranges of `pieces`, one for each sentence, in order and without gaps.
    func sentences(_ pieces: [Tokenizer.Piece]) -> [Range<Int>] {
        var found: [Range<Int>] = []
        var start = 0
        var index = 0
        while index < pieces.count {
            var end = index + 1
            var ends = false
            if isFinal(pieces, index) {
                while end < pieces.count, isClosing(pieces[end]) { end += 1 }
                ends = end >= pieces.count || opens(pieces, end, after: index)
            }
            if end < pieces.count, breaksLine(pieces, end) { ends = true }
            if !ends, end - start >= Self.limit { ends = true }
            if ends {
                found.append(start..<end)
                start = end
            }
            index = ends ? end : index + 1
        }
        if start < pieces.count { found.append(start..<pieces.count) }
        return found
    }

    private func first(_ piece: Tokenizer.Piece) -> UInt8 { bytes[piece.start] }
    private func last(_ piece: Tokenizer.Piece) -> UInt8 { bytes[piece.end - 1] }

    private func isFinal(_ pieces: [Tokenizer.Piece], _ index: Int) -> Bool {
        let piece = pieces[index]
        switch last(piece) {
        case 0x21, 0x3F: return true
        case 0x2E:
            if piece.end - piece.start == 1 || first(piece) == 0x2E { return true }
            // A word with its point: titles and initials never end a sentence, other abbreviations may.
            if Abbreviations.isTitle(bytes, piece.start, piece.end - 1) { return false }
            if piece.end - piece.start == 2 { return false }
            return true
        case 0xA6: return piece.end - piece.start == 3 && first(piece) == 0xE2
        default: return false
        }
    }

    private func isClosing(_ piece: Tokenizer.Piece) -> Bool {
        guard !piece.spaceBefore else { return false }
        switch first(piece) {
        case 0x22, 0x29, 0x5D, 0x27: return piece.end - piece.start <= 2
        case 0xE2:
            let tail = last(piece)
            return piece.end - piece.start == 3 && bytes[piece.start + 1] == 0x80 && (tail == 0x9D || tail == 0x99)
        case 0xC2: return last(piece) == 0xBB
        default: return false
        }
    }

    /// True where a sentence may begin at `index`, after final punctuation at `mark`.
    private func opens(_ pieces: [Tokenizer.Piece], _ index: Int, after mark: Int) -> Bool {
        let piece = pieces[index]
        let byte = first(piece)
        let single = pieces[mark].end - pieces[mark].start == 1
        if !piece.spaceBefore {
            // "ended.The next": a missing blank after a full stop, between a small letter and a capital.
            guard single, mark > 0, (65...90).contains(byte) else { return false }
            let before = last(pieces[mark - 1])
            return (97...122).contains(before) || (48...57).contains(before)
        }
        switch byte {
        case 65...90, 0xC3, 0xD0...0xD2, 0xD8...0xDB, 0x22, 0x28, 0x5B, 0x2D, 0x2A: return true
        case 48...57: return single || last(pieces[mark]) != 0x2E
        case 0x27, 0x60: return true
        case 0xE2: return true
        case 0xC2: return true
        case 97...122:
            // Small letters begin a sentence only after "!" and "?" in careless text, and after "..." never.
            return false
        default: return single
        }
    }

    private func breaksLine(_ pieces: [Tokenizer.Piece], _ index: Int) -> Bool {
        if pieces[index].lines >= 2 { return true }
        guard pieces[index].lines == 1 else { return false }
        let byte = first(pieces[index])
        return byte == 0x2A || byte == 0x2D || (byte == 0xE2 && last(pieces[index]) == 0xA2)
    }
}
