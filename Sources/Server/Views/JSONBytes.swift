/// Writes JSON without an encoder, for the answers that are long or asked for often.
struct JSONBytes {
    private(set) var bytes: [UInt8] = []

    init(capacity: Int = 256) { bytes.reserveCapacity(capacity) }

    /// As it stands.
    mutating func put(_ text: StaticString) {
        text.withUTF8Buffer { bytes.append(contentsOf: $0) }
    }

    /// What was written before.
    mutating func put(_ written: [UInt8]) { bytes.append(contentsOf: written) }

    mutating func number(_ value: Int) {
        if (0..<10).contains(value) { return bytes.append(UInt8(48 + value)) }
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 20) { digits in
            var (rest, at) = (value.magnitude, 20)
            while rest > 0 {
                at -= 1
                digits[at] = UInt8(48 + rest % 10)
                rest /= 10
            }
            if value < 0 { bytes.append(45) }
            bytes.append(contentsOf: UnsafeBufferPointer(rebasing: digits[at...]))
        }
    }

    /// Numbers with commas between them.
    mutating func numbers(_ values: [Int]) {
        for (index, value) in values.enumerated() {
            if index > 0 { bytes.append(44) }
            number(value)
        }
    }

    /// A JSON string, or null.
    mutating func text(_ text: String?) {
        guard let text else { return put("null") }
        bytes.append(34)
        for byte in text.utf8 {
            switch byte {
            case 34, 92: bytes.append(contentsOf: [92, byte])
            case 0..<32:
                bytes.append(contentsOf: Array(("\\u00" + (byte < 16 ? "0" : "") + String(byte, radix: 16)).utf8))
            default: bytes.append(byte)
            }
        }
        bytes.append(34)
    }

    /// Degrees to five decimals: a metre.
    mutating func degrees(_ value: Double?) {
        bytes.append(contentsOf: String(((value ?? 0) * 100_000).rounded() / 100_000).utf8)
    }
}
