package import Record

/// Splits text into tokens after the conventions of UD English: clitics apart ("do n't"), hyphens apart but after
/// prefixes ("US - backed", "anti-tank"), abbreviations with their point, numbers with their separators.
package struct Tokenizer {
    /// A token before analysis: bytes of the text.
    package struct Piece {
        package var start: Int
        package var end: Int
        package var spaceBefore: Bool
        /// Line breaks before it.
        package var lines: Int
    }

    let bytes: UnsafeBufferPointer<UInt8>

    package init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

    /// The tokens of a stretch of the text; with the gaps between them they rebuild it exactly.
    package func pieces(in range: TextRange) -> [Piece] {
        var pieces: [Piece] = []
        pieces.reserveCapacity(range.count / 5 + 4)
        var at = range.start
        var (space, lines) = (true, 0)
        while at < range.end {
            let width = whitespace(at, range.end)
            if width > 0 {
                if bytes[at] == 0x0A { lines += 1 }
                space = true
                at += width
                continue
            }
            let end = tokenEnd(at, range.end)
            let before = pieces.count
            split(at, end, limit: range.end, into: &pieces)
            if before < pieces.count {
                pieces[before].spaceBefore = space
                pieces[before].lines = lines
            }
            at = max(pieces.last?.end ?? end, at + 1)
            (space, lines) = (false, 0)
        }
        return pieces
    }

    // MARK: - Where a token ends

    enum Class { case letter, digit, mark, other }

    func classOf(_ byte: UInt8) -> Class {
        switch byte {
        case 65...90, 97...122: .letter
        case 48...57: .digit
        case 0x80...: .letter
        default: .mark
        }
    }

    /// Bytes of white space at `at`, 0 for none: ASCII blanks, no-break and other Unicode spaces, byte-order mark.
    func whitespace(_ at: Int, _ limit: Int) -> Int {
        switch bytes[at] {
        case 0x09...0x0D, 0x20: return 1
        case 0xC2: return at + 1 < limit && (bytes[at + 1] == 0xA0 || bytes[at + 1] == 0x85) ? 2 : 0
        case 0xE2 where at + 2 < limit && bytes[at + 1] == 0x80:
            let last = bytes[at + 2]
            return (0x80...0x8B).contains(last) || last == 0xA8 || last == 0xA9 || last == 0xAF ? 3 : 0
        case 0xE3: return at + 2 < limit && bytes[at + 1] == 0x80 && bytes[at + 2] == 0x80 ? 3 : 0
        case 0xEF: return at + 2 < limit && bytes[at + 1] == 0xBB && bytes[at + 2] == 0xBF ? 3 : 0
        default: return 0
        }
    }

    /// Non-ASCII punctuation at `at`: its length and ASCII fellow, nil where it is none.
    private func unicodeMark(_ at: Int, _ limit: Int) -> (length: Int, as: UInt8)? {
        if bytes[at] == 0xE2, at + 2 < limit {
            if bytes[at + 1] == 0x80 {
                switch bytes[at + 2] {
                case 0x98, 0x99: return (3, 0x27)
                case 0x9C, 0x9D, 0x9E: return (3, 0x22)
                case 0x90, 0x91: return (3, 0x2D)
                case 0x92...0x95: return (3, 0x2D)
                case 0xA6: return (3, 0x2E)
                case 0xA2: return (3, 0x2A)
                default: return nil
                }
            }
            if bytes[at + 1] == 0x82, bytes[at + 2] == 0xAC { return (3, 0x24) }  // euro
        }
        if bytes[at] == 0xC2, at + 1 < limit {
            switch bytes[at + 1] {
            case 0xA3, 0xA5: return (2, 0x24)
            case 0xAB, 0xBB: return (2, 0x22)
            case 0xB7: return (2, 0x2A)
            default: return nil
            }
        }
        return nil
    }

    private func tokenEnd(_ start: Int, _ limit: Int) -> Int {
        if let mark = unicodeMark(start, limit), mark.as != 0x27 || !isWordByte(start + mark.length, limit) {
            return run(of: start, mark.length, limit)
        }
        switch classOf(bytes[start]) {
        case .mark: return markEnd(start, limit)
        case .digit: return numberEnd(start, limit)
        default: return wordEnd(start, limit)
        }
    }

    func isWordByte(_ at: Int, _ limit: Int) -> Bool {
        guard at < limit else { return false }
        return classOf(bytes[at]) != .mark && whitespace(at, limit) == 0 && unicodeMark(at, limit) == nil
    }

    private func run(of start: Int, _ length: Int, _ limit: Int) -> Int {
        var end = start + length
        while end + length <= limit, (0..<length).allSatisfy({ bytes[end + $0] == bytes[start + $0] }) { end += length }
        return end
    }

    private func markEnd(_ start: Int, _ limit: Int) -> Int {
        let byte = bytes[start]
        switch byte {
        case UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: "*"),
            UInt8(ascii: "_"), UInt8(ascii: "="), UInt8(ascii: "~"), UInt8(ascii: "#"):
            return run(of: start, 1, limit)
        case UInt8(ascii: "'"), UInt8(ascii: "`"):
            return start + 1 < limit && bytes[start + 1] == byte ? start + 2 : start + 1
        case UInt8(ascii: ":"), UInt8(ascii: ";"):
            return emoticonEnd(start, limit) ?? start + 1
        default: return start + 1
        }
    }

    private func emoticonEnd(_ start: Int, _ limit: Int) -> Int? {
        var at = start + 1
        if at < limit, bytes[at] == 0x2D { at += 1 }
        guard at < limit, [0x29, 0x28, 0x44, 0x50, 0x70].contains(bytes[at]) else { return nil }
        return at + 1 >= limit || whitespace(at + 1, limit) > 0 ? at + 1 : nil
    }

    func wordEnd(_ start: Int, _ limit: Int) -> Int {
        if let end = addressEnd(start, limit) { return end }
        var at = start
        while at < limit {
            if isWordByte(at, limit) {
                at += 1
                continue
            }
            // Apostrophes and points inside a word; the splitting of clitics and abbreviations comes after.
            if bytes[at] == 0x27 || bytes[at] == 0x26, isWordByte(at + 1, limit), at > start {
                at += 1
                continue
            }
            if let mark = unicodeMark(at, limit), mark.as == 0x27, isWordByte(at + mark.length, limit) {
                at += mark.length
                continue
            }
            if bytes[at] == 0x2E, isAbbreviationPoint(start, at, limit) {
                at += 1
                continue
            }
            if bytes[at] == 0x2E, let end = suffixEnd(at, limit) { return end }
            break
        }
        return max(at, start + 1)
    }

    /// True where the point at `at` belongs to the word that began at `start`.
    private func isAbbreviationPoint(_ start: Int, _ at: Int, _ limit: Int) -> Bool {
        let length = at - start
        guard length > 0 else { return false }
        let follows = at + 1 < limit ? bytes[at + 1] : 0x20
        let letterFollows = classOf(follows) == .letter && follows < 0x80
        // "U.S.", "a.m.": single letters between points.
        let single = length == 1 || (length >= 2 && bytes[at - 2] == 0x2E)
        if single, classOf(bytes[at - 1]) == .letter, bytes[at - 1] < 0x80 {
            if letterFollows { return at + 2 < limit && bytes[at + 2] == 0x2E || length > 1 }
            return length > 1 || ((65...90).contains(bytes[at - 1]) && at + 1 < limit)
        }
        if letterFollows { return false }
        return Abbreviations.contains(bytes, start, at)
    }
}
