/// What the lists of names know about a token or a run of tokens; several may hold at once.
package struct NameClasses: OptionSet, Hashable, Sendable {
    package let rawValue: UInt32
    package init(rawValue: UInt32) { self.rawValue = rawValue }

    package static let given = NameClasses(rawValue: 1)
    package static let family = NameClasses(rawValue: 1 << 1)
    package static let title = NameClasses(rawValue: 1 << 2)
    package static let city = NameClasses(rawValue: 1 << 3)
    package static let region = NameClasses(rawValue: 1 << 4)
    package static let country = NameClasses(rawValue: 1 << 5)
    package static let knownPlace = NameClasses(rawValue: 1 << 6)
    package static let placeWord = NameClasses(rawValue: 1 << 7)
    package static let demonym = NameClasses(rawValue: 1 << 8)
    package static let knownOrganisation = NameClasses(rawValue: 1 << 9)
    package static let organisationWord = NameClasses(rawValue: 1 << 10)
    package static let facilityWord = NameClasses(rawValue: 1 << 11)
    package static let weapon = NameClasses(rawValue: 1 << 12)
    package static let timeWord = NameClasses(rawValue: 1 << 13)
    /// The run goes on: a longer entry of the lists begins with it.
    package static let prefix = NameClasses(rawValue: 1 << 14)
    /// Set by the finder, not in the lists: the token continues a run of two or more.
    package static let inside = NameClasses(rawValue: 1 << 15)

    package static let person: NameClasses = [.given, .family, .title]
    package static let place: NameClasses = [.city, .region, .country, .knownPlace, .placeWord, .inside]
    package static let words: NameClasses = [.organisationWord, .placeWord, .facilityWord, .title, .timeWord]
    /// Classes that hold for words written small too.
    static let small: NameClasses = [.title, .placeWord, .organisationWord, .facilityWord, .timeWord]
}

/// The lists behind the name tagger: a hash table from runs of up to ``longest`` lower-cased tokens to their classes.
package struct NameLists: Sendable {
    /// Tokens in the longest run that is looked up.
    package static let longest = 5

    // Pointers into the mapped model file, which the owner keeps alive; nothing writes through them.
    nonisolated(unsafe) private let keys: UnsafeBufferPointer<UInt32>
    nonisolated(unsafe) private let classes: UnsafeBufferPointer<UInt16>
    private let mask: Int

    /// `keys` (0 for empty) and `classes` are a table of open addressing; its size is a power of two.
    package init(keys: UnsafeBufferPointer<UInt32>, classes: UnsafeBufferPointer<UInt16>) {
        (self.keys, self.classes, mask) = (keys, classes, keys.count - 1)
    }

    /// The hash of a run from the hash of its beginning.
    @inline(__always)
    package static func extend(_ hash: UInt64, with token: UInt64) -> UInt64 {
        TokenFeatures.mix((hash &* 0x9E37_79B9_7F4A_7C15) ^ token)
    }

    @inline(__always)
    package func lookup(_ hash: UInt64) -> NameClasses {
        let key = max(1, UInt32(truncatingIfNeeded: hash &>> 32))
        var slot = Int(truncatingIfNeeded: hash) & mask
        while keys[slot] != 0 {
            if keys[slot] == key { return NameClasses(rawValue: UInt32(classes[slot])) }
            slot = (slot + 1) & mask
        }
        return []
    }

    /// The classes of each token of a sentence; a token inside a longer run has those of the run.
    func mark(_ tokens: inout [NameContext]) {
        for start in tokens.indices {
            var hash: UInt64 = 0
            let capital = tokens[start].isCapital
            for end in start..<min(tokens.count, start + Self.longest) {
                hash = Self.extend(hash, with: tokens[end].features.lower)
                var found = lookup(hash)
                if !capital { found.formIntersection(NameClasses.small.union(.prefix)) }
                let known = found.subtracting(.prefix)
                if !known.isEmpty {
                    for token in start...end {
                        tokens[token].classes.formUnion(known)
                        if token > start { tokens[token].classes.formUnion(.inside) }
                    }
                }
                if !found.contains(.prefix) { break }
            }
        }
    }

    // MARK: - Building

    /// The table for some runs, as sections of a model file.
    package static func build(_ entries: [(tokens: [String], classes: NameClasses)]) -> (
        keys: [UInt32], classes: [UInt16]
    ) {
        var table: [UInt64: NameClasses] = [:]
        for entry in entries where !entry.tokens.isEmpty && entry.tokens.count <= longest {
            var hash: UInt64 = 0
            for (index, token) in entry.tokens.enumerated() {
                hash = extend(hash, with: TokenFeatures(token).lower)
                table[hash, default: []].formUnion(index + 1 == entry.tokens.count ? entry.classes : .prefix)
            }
        }
        var size = 1024
        while size < table.count * 8 / 5 { size *= 2 }
        var keys = [UInt32](repeating: 0, count: size)
        var classes = [UInt16](repeating: 0, count: size)
        for (hash, value) in table.sorted(by: { $0.key < $1.key }) {
            let key = max(1, UInt32(truncatingIfNeeded: hash &>> 32))
            var slot = Int(truncatingIfNeeded: hash) & (size - 1)
            while keys[slot] != 0, keys[slot] != key { slot = (slot + 1) & (size - 1) }
            keys[slot] = key
            classes[slot] |= UInt16(truncatingIfNeeded: value.rawValue)
        }
        return (keys, classes)
    }
}
