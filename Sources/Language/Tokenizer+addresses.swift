extension Tokenizer {
    /// Web and mail addresses are one token.
    func addressEnd(_ start: Int, _ limit: Int) -> Int? {
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

    /// "example.com", "figures.doc": the end of a host or file name whose first point is at `at`, nil for none.
    func suffixEnd(_ at: Int, _ limit: Int) -> Int? {
        var found: Int?
        var point = at
        while point < limit, bytes[point] == 0x2E {
            var end = point + 1
            while end < limit, end - point <= 5, (97...122).contains(bytes[end]) { end += 1 }
            guard end - point >= 3, end >= limit || !isWordByte(end, limit),
                Self.suffixes.contains(String(decoding: bytes[(point + 1)..<end], as: UTF8.self))
            else { break }
            (found, point) = (end, end)
        }
        return found
    }

    private static let suffixes: Set<String> = [
        "com", "org", "net", "gov", "edu", "mil", "info", "int", "co", "uk", "de", "fr", "ru", "io", "tv", "doc", "pdf",
        "jpg", "png", "gif", "html", "htm", "php", "txt", "xls", "zip", "exe",
    ]
}
