/// Words and pairs of words, by the hash of their lower-case letters: found in a text without making strings of it,
/// since every claim of an export passes here (`dateline bench`: export).
struct WordSet: Sendable, Equatable {
    private var hashes = HashTable()
    /// True where some of the words are pairs.
    private let hasPairs: Bool

    var isEmpty: Bool { hashes.isEmpty }

    /// `words` in lower case; a pair is two words with a space.
    init(_ words: some Sequence<String>) {
        var pairs = false
        for word in words {
            hashes.insert(Self.hash(word))
            pairs = pairs || word.contains(" ")
        }
        hasPairs = pairs
    }

    /// A list as one text, words apart by spaces or line ends.
    init(list: String) { self.init(list.split(whereSeparator: \.isWhitespace).map(String.init)) }

    func contains(_ hash: UInt64) -> Bool { hashes.contains(hash) }

    /// True where `text` has one of the words, in any case.
    func isNamed(in text: String) -> Bool {
        guard !hashes.isEmpty, !text.isEmpty else { return false }
        var text = text.utf8.allSatisfy { $0 < 0x80 } ? text : text.lowercased()
        return text.withUTF8(isNamed)
    }

    /// The same of UTF-8 bytes.
    func isNamed(in bytes: [UInt8]) -> Bool {
        guard !hashes.isEmpty else { return false }
        if bytes.allSatisfy({ $0 < 0x80 }) { return bytes.withUnsafeBufferPointer(isNamed) }
        return isNamed(in: String(decoding: bytes, as: UTF8.self))
    }

    private func isNamed(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        var (hash, before): (UInt64, UInt64) = (Self.seed, 0)
        for unit in bytes {
            if let letter = Self.letter(unit) {
                hash = Self.add(letter, to: hash)
                continue
            }
            guard hash != Self.seed else { continue }
            if hits(hash, after: before) { return true }
            (before, hash) = (hash, Self.seed)
        }
        return hash != Self.seed && hits(hash, after: before)
    }

    private func hits(_ hash: UInt64, after before: UInt64) -> Bool {
        if hashes.contains(hash) { return true }
        return hasPairs && before != 0 && hashes.contains(Self.pair(before, hash))
    }

    static let seed: UInt64 = 0xcbf2_9ce4_8422_2325

    /// FNV-1a.
    @inline(__always)
    static func add(_ unit: UInt8, to hash: UInt64) -> UInt64 { (hash ^ UInt64(unit)) &* 0x100_0000_01b3 }

    static func pair(_ first: UInt64, _ second: UInt64) -> UInt64 { (first &* 31) ^ second }

    static func hash(_ word: String) -> UInt64 {
        let parts = word.split(separator: " ").map { part in
            part.utf8.reduce(seed) { hash, unit in letter(unit).map { add($0, to: hash) } ?? hash }
        }
        return parts.count == 2 ? pair(parts[0], parts[1]) : parts.first ?? 0
    }

    /// The unit in lower case where it belongs to a word, nil elsewhere.
    @inline(__always)
    static func letter(_ unit: UInt8) -> UInt8? {
        switch unit {
        case 0x61...0x7A, 0x30...0x39, 0x80...: unit
        case 0x41...0x5A: unit | 0x20
        default: nil
        }
    }
}
