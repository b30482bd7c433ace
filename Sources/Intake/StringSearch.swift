extension String {
    /// The last occurrence of `needle`.
    func range(of needle: String, backwards: Bool) -> Range<String.Index>? {
        let wanted = needle.utf8
        // By bytes: what is looked for is plain ASCII, and the texts are the ends of paragraphs.
        let found = utf8.withContiguousStorageIfAvailable { text -> Int? in
            guard let first = wanted.first, text.count >= wanted.count else { return nil }
            for at in stride(from: text.count - wanted.count, through: 0, by: -1) where text[at] == first {
                if text[at..<at + wanted.count].elementsEqual(wanted) { return at }
            }
            return nil
        }
        guard let found else { return ranges(of: needle).last }
        return found.map { at in
            let low = utf8.index(startIndex, offsetBy: at)
            return low..<utf8.index(low, offsetBy: wanted.count)
        }
    }

    /// The parts between occurrences of `separator`.
    func components(of separator: String) -> [String] {
        split(separator: separator, omittingEmptySubsequences: false).map(String.init)
    }
}
