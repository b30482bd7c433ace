import Record

/// Groups tokens into sentences: rules (after final punctuation with the quotes and brackets that close it, at blank
/// lines, at line breaks before bullets) that a learned ``BoundaryModel`` corrects. Runs without any end are cut at
/// ``limit`` tokens.
package struct SentenceSplitter {
    /// The longest sentence, in tokens.
    package static let limit = 240
    private let bytes: UnsafeBufferPointer<UInt8>
    private let model: BoundaryModel?

    package init(_ bytes: UnsafeBufferPointer<UInt8>, model: BoundaryModel? = nil) {
        (self.bytes, self.model) = (bytes, model)
    }

    /// Ranges of `pieces`, one for each sentence, in order and without gaps.
    package func sentences(_ pieces: [Tokenizer.Piece], _ features: [TokenFeatures]) -> [Range<Int>] {
        var found: [Range<Int>] = []
        walk(pieces) { gap in
            let ends = gap.lines >= 2 || gap.index - gap.start >= Self.limit || decide(pieces, features, gap)
            if ends { found.append(gap.start..<gap.index) }
            return ends
        }
        let start = found.last?.upperBound ?? 0
        if start < pieces.count { found.append(start..<pieces.count) }
        return found
    }

    /// The gaps that the model is asked about, with the sentences so far as `isEnd` tells them; for training.
    package func gaps(_ pieces: [Tokenizer.Piece], isEnd: (Int) -> Bool, each: (BoundaryModel.Gap) -> Void) {
        walk(pieces) { gap in
            if gap.lines < 2, mayEnd(pieces, gap) { each(gap) }
            return isEnd(gap.index)
        }
    }

    /// Goes through the gaps between tokens in order; `ends` says of each whether a sentence ends there.
    private func walk(_ pieces: [Tokenizer.Piece], ends: (BoundaryModel.Gap) -> Bool) {
        var start = 0
        var (capitals, points, lineStart) = (0, 0, pieces.first?.start ?? 0)
        var final: Int?
        for index in pieces.indices.dropFirst() {
            if (65...90).contains(first(pieces[index - 1])) { capitals += 1 }
            let isPoint = isFinal(pieces, index - 1)
            if isPoint { points += 1 }
            final = isPoint ? index - 1 : isClosing(pieces[index - 1]) ? final : nil
            let rules = final.map { !isClosing(pieces[index]) && opens(pieces, index, after: $0) } ?? false
            let gap = BoundaryModel.Gap(
                index: index, start: start, rulesSayEnd: rules || breaksLine(pieces, index),
                spaceBefore: pieces[index].spaceBefore, lines: pieces[index].lines,
                lineLength: pieces[index - 1].end - lineStart, capitals: capitals, points: points)
            if gap.lines > 0 { lineStart = pieces[index].start }
            if ends(gap) { (start, final, capitals) = (index, nil, 0) }
        }
    }

    private func decide(_ pieces: [Tokenizer.Piece], _ features: [TokenFeatures], _ gap: BoundaryModel.Gap) -> Bool {
        guard let model, mayEnd(pieces, gap) else { return gap.rulesSayEnd }
        return model.score(features, gap) > 0
    }

    /// True where the model has a say: where the rules end a sentence, after any punctuation, and before what does not
    /// begin with a small letter. Inside a run of letters without a blank only the rules speak.
    private func mayEnd(_ pieces: [Tokenizer.Piece], _ gap: BoundaryModel.Gap) -> Bool {
        // "ended.The next": treebanks know no missing blank, so there the rules decide alone.
        guard pieces[gap.index].spaceBefore else { return false }
        if gap.rulesSayEnd { return true }
        return !(97...122).contains(first(pieces[gap.index])) || !isLetter(last(pieces[gap.index - 1]))
    }

    private func isLetter(_ byte: UInt8) -> Bool { (97...122).contains(byte | 0x20) || byte >= 0x80 }

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
