/// Values of short English words, looked up at every token whatever its case: a word of up to sixteen ASCII letters is two
/// numbers, so no bytes are compared and no string is made (`dateline bench --only places` measures what that saves).
struct PackedWords<Value: Sendable>: Sendable {
    private struct Slot {
        var head: UInt64 = 0, tail: UInt64 = 0
        var value: Value?
    }
    private var slots: [Slot]

    init(_ words: some Collection<(key: String, value: Value)>) {
        var size = 16
        while size < words.count * 3 { size *= 2 }
        slots = Array(repeating: Slot(), count: size)
        for (word, value) in words {
            guard let (head, tail) = Self.packed(word) else {
                preconditionFailure("“\(word)” has more than sixteen letters, or others than ASCII")
            }
            slots[slot(head, tail)] = Slot(head: head, tail: tail, value: value)
        }
    }

    subscript(word: String) -> Value? {
        guard let (head, tail) = Self.packed(word) else { return nil }
        return slots[slot(head, tail)].value
    }

    /// The letters in lower case as two numbers; nil for longer words and other letters.
    private static func packed(_ word: String) -> (head: UInt64, tail: UInt64)? {
        let letters = word.utf8
        guard letters.count <= 16 else { return nil }
        var (head, tail): (UInt64, UInt64) = (0, 0)
        for byte in letters {
            guard byte < 0x80 else { return nil }
            let small = byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte
            head = head << 8 | tail >> 56
            tail = tail << 8 | UInt64(small)
        }
        return (head, tail)
    }

    /// Where a word is, or the free slot where it would be.
    private func slot(_ head: UInt64, _ tail: UInt64) -> Int {
        let mixed = (head ^ tail &* 0x9E37_79B9_7F4A_7C15) &* 0xBF58_476D_1CE4_E5B9
        var at = Int(truncatingIfNeeded: mixed >> 40) & (slots.count - 1)
        while slots[at].value != nil, slots[at].head != head || slots[at].tail != tail {
            at = (at + 1) & (slots.count - 1)
        }
        return at
    }
}

extension PackedWords<Bool> {
    init(_ words: Set<String>) { self.init(words.map { (key: $0, value: true) }) }

    func contains(_ word: String) -> Bool { self[word] != nil }
}

extension PackedWords {
    init(_ words: [String: Value]) { self.init(words.map { (key: $0.key, value: $0.value) }) }
}
