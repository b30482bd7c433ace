import Record

/// Finds names of persons in addresses and ids ("…/2017/12/omar-example-killed"), whose words have no capitals: a given
/// name counts as a person's unless it stands in a name that may be told ("al-omar-oil-field").
struct AddressScreen {
    private let words: [Word]
    private let bytes: [UInt8]

    /// Nil where the address has no given name: most have none, and nobody need be asked.
    init?(_ address: String) {
        var address = address
        var isFound = false
        address.withUTF8 { Self.words($0) { isFound = isFound || Self.isGiven($0.hash) } }
        guard isFound else { return nil }
        var words: [Word] = []
        address.withUTF8 { Self.words($0) { words.append($0) } }
        (self.words, bytes) = (words, Array(address.utf8))
    }

    /// True where there is the name of a person that `isPublic` does not let be told.
    func namesPerson(_ isPublic: (String) -> Bool) -> Bool {
        words.indices.contains { Self.isGiven(words[$0].hash) && !isTold($0, isPublic) }
    }

    private struct Word {
        var range: Range<Int>
        var hash: UInt64
    }

    private static func isGiven(_ hash: UInt64) -> Bool {
        NameWords.given.contains(hash) && !NameWords.initial.contains(hash) && !NameWords.bodies.contains(hash)
    }

    /// Stretches of letters and digits.
    private static func words(_ bytes: UnsafeBufferPointer<UInt8>, _ each: (Word) -> Void) {
        var (start, hash) = (0, WordSet.seed)
        for (place, unit) in bytes.enumerated() {
            if let letter = WordSet.letter(unit) {
                if hash == WordSet.seed { start = place }
                hash = WordSet.add(letter, to: hash)
            } else if hash != WordSet.seed {
                each(Word(range: start..<place, hash: hash))
                hash = WordSet.seed
            }
        }
        if hash != WordSet.seed { each(Word(range: start..<bytes.count, hash: hash)) }
    }

    /// True where up to four words, the given name among them, are a name that may be told.
    private func isTold(_ place: Int, _ isPublic: (String) -> Bool) -> Bool {
        for first in max(0, place - 2)...place {
            for last in place..<min(words.count, first + 4) {
                let name = words[first...last].map { String(decoding: bytes[$0.range], as: UTF8.self) }
                    .joined(separator: " ")
                if NameWords.isPublic(name) || isPublic(name) { return true }
            }
        }
        return false
    }
}
