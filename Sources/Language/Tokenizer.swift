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

    private let bytes: UnsafeBufferPointer<UInt8>

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

    private enum Class { case letter, digit, mark, other }

    private func classOf(_ byte: UInt8) -> Class {
        switch byte {
        case 65...90, 97...122: .letter
        case 48...57: .digit
        case 0x80...: .letter
        default: .mark
        }
    }

    /// Bytes of white space at `at`, 0 for none: ASCII blanks, no-break and other Unicode spaces, byte-order mark.
    private func whitespace(_ at: Int, _ limit: Int) -> Int {
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

    private func isWordByte(_ at: Int, _ limit: Int) -> Bool {
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

    private func numberEnd(_ start: Int, _ limit: Int) -> Int {
        var at = start
        while at < limit {
            if classOf(bytes[at]) == .digit {
                at += 1
                continue
            }
            let inside: [UInt8] = [0x2E, 0x2C, 0x3A, 0x2F]  // . , : /
            if inside.contains(bytes[at]), at + 1 < limit, classOf(bytes[at + 1]) == .digit {
                at += 1
                continue
            }
            break
        }
        if let end = dashedNumberEnd(start, at, limit) { return end }
        // "1990s", "20th", "5km", "3rd": letters glued to digits stay with them.
        var end = at
        while end < limit, isWordByte(end, limit), classOf(bytes[end]) == .letter { end += 1 }
        return end
    }

    /// Telephone numbers and dates with hyphens are one token ("555-0199", "2017-11-03", "03-Nov-17"); spans of years
    /// and scores are not.
    private func dashedNumberEnd(_ start: Int, _ end: Int, _ limit: Int) -> Int? {
        var groups = [end - start]
        var letters = 0
        var at = end
        while at + 1 < limit, bytes[at] == 0x2D, groups.count < 4 {
            var next = at + 1
            while next < limit, classOf(bytes[next]) == .digit { next += 1 }
            if next == at + 1 {
                while next < limit, (bytes[next] | 0x20) >= 97, (bytes[next] | 0x20) <= 122 { next += 1 }
                guard next - at == 4, groups.count == 1 else { break }
                letters += 1
            }
            groups.append(next - at - 1)
            at = next
        }
        guard at >= limit || !isWordByte(at, limit) else { return nil }
        let phone = groups == [3, 4] || groups == [3, 3, 4] || groups == [1, 3, 3, 4]
        let date = groups == [4, 2, 2] || (letters == 1 && groups.count == 3 && groups[0] <= 2)
        return phone && letters == 0 || date ? at : nil
    }

    private func wordEnd(_ start: Int, _ limit: Int) -> Int {
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

    /// Web and mail addresses are one token.
    private func addressEnd(_ start: Int, _ limit: Int) -> Int? {
        func begins(_ word: StaticString) -> Bool {
            let count = word.utf8CodeUnitCount
            guard start + count <= limit else { return false }
            return (0..<count).allSatisfy { (bytes[start + $0] | 0x20) == (word.utf8Start[$0] | 0x20) }
        }
        func blankEnd() -> Int {
            var end = start
            while end < limit, whitespace(end, limit) == 0, bytes[end] != 0x3C, bytes[end] != 0x3E, bytes[end] != 0x22 {
                end += 1
            }
            while end > start + 1, [0x2E, 0x2C, 0x29, 0x3B, 0x3A].contains(bytes[end - 1]) { end -= 1 }
            return end
        }
        if begins("http://") || begins("https://") || begins("www.") { return blankEnd() }
        var at = start
        while at < limit, at - start < 64, isWordByte(at, limit) || bytes[at] == 0x2E || bytes[at] == 0x5F { at += 1 }
        if at > start, at + 1 < limit, bytes[at] == 0x40, isWordByte(at + 1, limit) { return blankEnd() }
        return nil
    }

    /// "example.com", "figures.doc": the end of a host or file name whose point is at `at`.
    private func suffixEnd(_ at: Int, _ limit: Int) -> Int? {
        var end = at + 1
        while end < limit, end - at <= 5, (97...122).contains(bytes[end]) { end += 1 }
        guard end - at >= 3, end >= limit || !isWordByte(end, limit) || bytes[end] == 0x2E else { return nil }
        let suffix = String(decoding: bytes[(at + 1)..<end], as: UTF8.self)
        guard Self.suffixes.contains(suffix) else { return nil }
        if end + 1 < limit, bytes[end] == 0x2E, let further = suffixEnd(end, limit) { return further }
        return end
    }

    private static let suffixes: Set<String> = [
        "com", "org", "net", "gov", "edu", "mil", "info", "int", "co", "uk", "de", "fr", "ru", "io", "tv", "doc", "pdf",
        "jpg", "png", "gif", "html", "htm", "php", "txt", "xls", "zip", "exe",
    ]

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

    // MARK: - Splitting what stands without a blank

    private func split(_ start: Int, _ end: Int, limit: Int, into pieces: inout [Piece]) {
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
