/// A set of hashes that are mixed already, with open addresses: a look-up costs a few nanoseconds, where `Set` would hash
/// them again. Every word of every sentence of an export asks several (`dateline bench --only exchange`).
struct HashTable: Sendable {
    /// A power of two of slots, at most half of them taken; 0 is a free one.
    private var slots: [UInt64] = []
    private(set) var count = 0

    var isEmpty: Bool { count == 0 }

    func contains(_ hash: UInt64) -> Bool {
        guard count > 0 else { return false }
        let hash = hash == 0 ? 1 : hash
        let mask = slots.count - 1
        var place = Self.place(hash, mask)
        while slots[place] != 0 {
            if slots[place] == hash { return true }
            place = (place + 1) & mask
        }
        return false
    }

    mutating func insert(_ hash: UInt64) {
        guard !contains(hash) else { return }
        if count * 2 >= slots.count { grow() }
        put(hash == 0 ? 1 : hash)
        count += 1
    }

    private mutating func put(_ hash: UInt64) {
        let mask = slots.count - 1
        var place = Self.place(hash, mask)
        while slots[place] != 0 { place = (place + 1) & mask }
        slots[place] = hash
    }

    private mutating func grow() {
        let old = slots
        slots = [UInt64](repeating: 0, count: max(16, old.count * 2))
        for hash in old where hash != 0 { put(hash) }
    }

    private static func place(_ hash: UInt64, _ mask: Int) -> Int {
        Int(truncatingIfNeeded: hash ^ (hash >> 29)) & mask
    }
}

extension HashTable: Equatable {
    /// The same hashes, in whatever order they came.
    static func == (a: HashTable, b: HashTable) -> Bool {
        a.count == b.count && a.slots.allSatisfy { $0 == 0 || b.contains($0) }
    }
}
