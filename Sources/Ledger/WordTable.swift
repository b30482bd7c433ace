import Record

/// The words of an enumeration, found by the bytes of a word without making a string of it: a million claims of an
/// export have eight such words each, and `init(rawValue:)` compares with one word after another
/// (`dateline bench --only exchange`).
struct WordTable<Word: RawRepresentable & CaseIterable & Sendable>: Sendable where Word.RawValue == String {
    /// A power of two of slots, at most half of them taken.
    private var slots: [(bytes: [UInt8], word: Word)?]

    init() {
        var size = 8
        while size < Word.allCases.count * 2 { size *= 2 }
        slots = Array(repeating: nil, count: size)
        for word in Word.allCases {
            let bytes = Array(word.rawValue.utf8)
            var place = bytes.withUnsafeBytes { Self.hash($0) } & (size - 1)
            while slots[place] != nil { place = (place + 1) & (size - 1) }
            slots[place] = (bytes, word)
        }
    }

    /// The word of these bytes; nil where it is none of the enumeration's.
    func word(_ bytes: UnsafeRawBufferPointer) -> Word? {
        slots.withUnsafeBufferPointer { slots in
            var place = Self.hash(bytes) & (slots.count - 1)
            while let slot = slots[place] {
                if slot.bytes.count == bytes.count, slot.bytes.elementsEqual(bytes) { return slot.word }
                place = (place + 1) & (slots.count - 1)
            }
            return nil
        }
    }

    /// FNV-1a.
    private static func hash(_ bytes: UnsafeRawBufferPointer) -> Int {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
        return Int(truncatingIfNeeded: hash ^ (hash >> 32)) & Int.max
    }
}

/// An enumeration whose words stand in the bytes of a claim.
protocol StoredWord: RawRepresentable, CaseIterable, Sendable where RawValue == String {
    static var table: WordTable<Self> { get }
}

extension Modality: StoredWord { static let table = WordTable<Self>() }
extension Precision: StoredWord { static let table = WordTable<Self>() }
extension EventType: StoredWord { static let table = WordTable<Self>() }
extension Claim.Kind: StoredWord { static let table = WordTable<Self>() }
extension Control.State: StoredWord { static let table = WordTable<Self>() }
extension Figure.Measure: StoredWord { static let table = WordTable<Self>() }
extension Relation.Bond: StoredWord { static let table = WordTable<Self>() }
extension Actor.Kind: StoredWord { static let table = WordTable<Self>() }
extension Attribution.Kind: StoredWord { static let table = WordTable<Self>() }
extension Place.Kind: StoredWord { static let table = WordTable<Self>() }
