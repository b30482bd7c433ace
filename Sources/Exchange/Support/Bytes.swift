/// The bytes of a file in the making: what every writer of this room appends to.
///
/// Bytes and not `String`, because a million records pass through here (`dateline bench`: export).
struct Bytes: Sendable {
    var storage: [UInt8] = []
    /// True where the next cell or member needs no separator before it.
    var isFirst = true

    init(capacity: Int = 0) { storage.reserveCapacity(capacity) }

    /// The bytes of what `write` writes, for a head or a foot.
    static func text(_ write: (inout Bytes) -> Void) -> String {
        var out = Bytes()
        write(&out)
        return String(decoding: out.storage, as: UTF8.self)
    }

    /// True where a unit below 32 or one of two others stands in the bytes; eight at a time.
    @inline(__always)
    static func has(_ one: UInt8, _ other: UInt8, orControlIn bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        let (ones, highs): (UInt64, UInt64) = (0x0101_0101_0101_0101, 0x8080_8080_8080_8080)
        let raw = UnsafeRawBufferPointer(bytes)
        var place = 0
        while place + 8 <= raw.count {
            let word = raw.loadUnaligned(fromByteOffset: place, as: UInt64.self)
            let (a, b) = (word ^ (ones &* UInt64(one)), word ^ (ones &* UInt64(other)))
            let found = (word &- ones &* 32) & ~word | (a &- ones) & ~a | (b &- ones) & ~b
            if found & highs != 0 { return true }
            place += 8
        }
        while place < raw.count {
            if raw[place] < 32 || raw[place] == one || raw[place] == other { return true }
            place += 1
        }
        return false
    }

    mutating func byte(_ value: UInt8) { storage.append(value) }

    mutating func raw(_ text: StaticString) {
        storage.append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }

    mutating func raw(_ text: String) {
        var text = text
        text.withUTF8 { storage.append(contentsOf: $0) }
    }

    mutating func whole(_ value: Int) {
        guard value >= 0, value < 10_000_000_000 else { return raw(String(value)) }
        guard value >= 10 else { return byte(48 + UInt8(value)) }
        var rest = value
        var length = 0
        while rest > 0 {
            rest /= 10
            length += 1
        }
        let start = storage.count
        storage.append(contentsOf: repeatElement(48, count: length))
        rest = value
        for place in stride(from: start + length - 1, through: start, by: -1) {
            storage[place] = 48 + UInt8(rest % 10)
            rest /= 10
        }
    }

    /// A number without a fraction that says nothing; what is not finite is `null`.
    mutating func number(_ value: Double) {
        guard value.isFinite else { return raw("null") }
        if value == value.rounded(), abs(value) < 1e15 { return whole(Int(value)) }
        // Up to five decimals, as coordinates and confidences have, in whole numbers; longer ones the slow way.
        let scaled = (abs(value) * 100_000).rounded()
        guard scaled < 1e12, scaled / 100_000 == abs(value) else { return raw("\(value)") }
        if value < 0 { byte(45) }
        decimal(Int(scaled))
    }

    /// Degrees with five decimals (about a metre), no more zeros than needed.
    mutating func degrees(_ value: Double) {
        let scaled = Int((value * 100_000).rounded())
        if scaled < 0 { byte(45) }
        decimal(abs(scaled))
    }

    /// Hundred-thousandths as a decimal number.
    private mutating func decimal(_ scaled: Int) {
        whole(scaled / 100_000)
        var rest = scaled % 100_000
        guard rest > 0 else { return }
        byte(46)
        var unit = 10_000
        while rest > 0 {
            byte(48 + UInt8(rest / unit))
            rest %= unit
            unit /= 10
        }
    }
}
