/// A small generator with a fixed seed (xorshift64), so that training repeats itself.
struct Random: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

    mutating func next() -> UInt64 {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return state
    }

    /// A number from 0 up to 1.
    mutating func unit() -> Double { Double(next() >> 11) / 9_007_199_254_740_992 }
    mutating func below(_ limit: Int) -> Int { Int(next() % UInt64(limit)) }
    mutating func pick<T>(_ items: [T]) -> T { items[below(items.count)] }
    /// About normal, with deviation 1.
    mutating func normal() -> Float { Float((0..<12).reduce(-6.0) { sum, _ in sum + unit() }) }
}
