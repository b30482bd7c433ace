/// A dictionary from words to values for look-ups at every token of a text: a plain hash over the bytes, and no string
/// made for a word whose case is to be ignored.
package struct WordTable<Value: Sendable>: Sendable {
    private let values: [Value]
    /// The words one behind the other, and where each begins.
    private let bytes: [UInt8]
    private let starts: [Int32]
    /// Number of a word by its hash, open addressing; -1 for none.
    private let slots: [Int32]

    /// A table of some words.
    package init(_ words: [String: Value]) {
        var size = 16
        while size < 2 * words.count { size *= 2 }
        var (values, bytes, starts): ([Value], [UInt8], [Int32]) = ([], [], [0])
        var slots = [Int32](repeating: -1, count: size)
        for (word, value) in words {
            var hash = Self.seed
            for byte in word.utf8 { hash = Self.extend(hash, byte) }
            var slot = Self.slot(hash, size)
            while slots[slot] >= 0 { slot = (slot + 1) & (size - 1) }
            slots[slot] = Int32(values.count)
            values.append(value)
            bytes.append(contentsOf: word.utf8)
            starts.append(Int32(bytes.count))
        }
        (self.values, self.bytes, self.starts, self.slots) = (values, bytes, starts, slots)
    }

    /// A table that gives some words one value.
    package init(_ words: some Sequence<String>, value: Value) {
        self.init([String: Value](words.map { ($0, value) }) { first, _ in first })
    }

    /// All words, in no order.
    var words: [String] {
        values.indices.map { String(decoding: bytes[Int(starts[$0])..<Int(starts[$0 + 1])], as: UTF8.self) }
    }

    /// The value of a word as it is written.
    package subscript(word: String) -> Value? {
        var word = word
        return word.withUTF8 { utf8 in
            var hash = Self.seed
            for byte in utf8 { hash = Self.extend(hash, byte) }
            return find(hash, utf8) { $0 }
        }
    }

    /// The value of a word's small letters.
    package subscript(ignoringCase word: String) -> Value? {
        var copy = word
        return copy.withUTF8 { utf8 in
            var hash = Self.seed
            for byte in utf8 {
                guard byte < 0x80 else { return self[word.lowercased()] }
                hash = Self.extend(hash, Self.small(byte))
            }
            return find(hash, utf8, Self.small)
        }
    }

    @inline(__always)
    private func find(_ hash: UInt64, _ word: UnsafeBufferPointer<UInt8>, _ spelled: (UInt8) -> UInt8) -> Value? {
        var slot = Self.slot(hash, slots.count)
        while slots[slot] >= 0 {
            let number = Int(slots[slot])
            let start = Int(starts[number])
            if Int(starts[number + 1]) - start == word.count,
                word.indices.allSatisfy({ bytes[start + $0] == spelled(word[$0]) })
            {
                return values[number]
            }
            slot = (slot + 1) & (slots.count - 1)
        }
        return nil
    }

    private static var seed: UInt64 { 0xCBF2_9CE4_8422_2325 }

    @inline(__always)
    private static func extend(_ hash: UInt64, _ byte: UInt8) -> UInt64 { (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }

    @inline(__always)
    private static func slot(_ hash: UInt64, _ size: Int) -> Int {
        Int(truncatingIfNeeded: hash ^ (hash &>> 29)) & (size - 1)
    }

    @inline(__always)
    private static func small(_ byte: UInt8) -> UInt8 { (65...90).contains(byte) ? byte | 0x20 : byte }
}
