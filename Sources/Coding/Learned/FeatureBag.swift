/// The hashed features of a text or clause: what a ``LinearModel`` weighs. A feature counts once, whatever its number.
package struct FeatureBag: Sendable {
    /// Rows of a table of weights, as a power of two.
    package static let rowBits: UInt64 = 15

    /// One feature: its row, its strength, and the sentence and word it was read from (for explanations).
    package struct Item: Sendable {
        package var row: Int
        package var value: Float
        package var sentence: Int
        package var token: Int
    }

    package private(set) var items: [Item] = []
    private var seen: Set<UInt64> = []

    package init() {}

    /// Adds a feature of one kind with up to three parts.
    mutating func add(
        _ kind: StaticString, _ first: String, _ second: String = "", _ third: String = "", value: Float = 1,
        sentence: Int, token: Int
    ) {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        func mix(_ byte: UInt8) { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        kind.withUTF8Buffer { $0.forEach(mix) }
        for part in [first, second, third] {
            mix(0)
            part.utf8.forEach(mix)
        }
        guard seen.insert(hash).inserted else { return }
        let mixed = (hash ^ (hash &>> 29)) &* 0xBF58_476D_1CE4_E5B9
        items.append(
            Item(row: Int(mixed &>> (64 - Self.rowBits)), value: value, sentence: sentence, token: token))
    }

    /// Scales all values so that their squares sum to one: long and short texts count alike.
    mutating func normalise() {
        let length = items.reduce(Float(0)) { $0 + $1.value * $1.value }.squareRoot()
        guard length > 0 else { return }
        for index in items.indices { items[index].value /= length }
    }
}
