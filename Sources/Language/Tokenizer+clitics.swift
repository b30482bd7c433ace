extension Tokenizer {
    /// Adds what stands between two blanks as one token or, with a clitic, two.
    func split(_ start: Int, _ end: Int, limit: Int, into pieces: inout [Piece]) {
        func add(_ from: Int, _ to: Int) {
            pieces.append(Piece(start: from, end: to, spaceBefore: false, lines: 0))
        }
        guard let cut = cliticStart(start, end) else {
            let whole = hyphenated(start, end, limit)
            add(start, whole)
            return
        }
        add(start, cut)
        if cut < end { add(cut, end) }
    }

    /// After a prefix the hyphen and what follows stay with the word ("anti-tank", "e-mail").
    private func hyphenated(_ start: Int, _ end: Int, _ limit: Int) -> Int {
        guard end < limit, bytes[end] == 0x2D, isWordByte(end + 1, limit), classOf(bytes[start]) == .letter,
            Abbreviations.isPrefix(bytes, start, end)
        else { return end }
        return wordEnd(end + 1, limit)
    }

    /// Where a clitic begins ("n't", "'s", "'re", "not" of "cannot"), nil for none.
    private func cliticStart(_ start: Int, _ end: Int) -> Int? {
        let length = end - start
        func low(_ back: Int) -> UInt8 { bytes[end - back] | 0x20 }
        if length == 6, low(6) == 0x63, low(5) == 0x61, low(4) == 0x6E, low(3) == 0x6E, low(2) == 0x6F, low(1) == 0x74 {
            return start + 3
        }
        guard length > 2 else { return nil }
        var mark = -1
        var markLength = 1
        var at = end - 1
        while at > start {
            if bytes[at] == 0x27 { mark = at }
            if at + 2 < end, bytes[at] == 0xE2, bytes[at + 1] == 0x80, bytes[at + 2] == 0x98 || bytes[at + 2] == 0x99 {
                (mark, markLength) = (at, 3)
            }
            if mark >= 0 { break }
            at -= 1
        }
        guard mark > start else { return nil }
        let after = end - mark - markLength
        func tail(_ index: Int) -> UInt8 { bytes[mark + markLength + index] | 0x20 }
        switch after {
        case 1:
            if tail(0) == 0x74, bytes[mark - 1] | 0x20 == 0x6E, mark - 1 > start { return mark - 1 }  // n't
            return [0x73, 0x6D, 0x64].contains(tail(0)) ? mark : nil  // 's 'm 'd
        case 2:
            let pair = (tail(0), tail(1))
            return pair == (0x72, 0x65) || pair == (0x76, 0x65) || pair == (0x6C, 0x6C) ? mark : nil  // 're 've 'll
        default: return nil
        }
    }
}
