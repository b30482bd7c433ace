/// The hashed views of one token from which the network and the name tagger work: lower-cased form with digits folded,
/// suffixes, prefix and shape. Curly quotes and dashes count as their ASCII fellows.
package struct TokenFeatures: Sendable {
    package var word: UInt64 = 0
    package var lower: UInt64 = 0
    package var suffix2: UInt64 = 0
    package var suffix3: UInt64 = 0
    package var suffix4: UInt64 = 0
    package var prefix3: UInt64 = 0
    package var shape: UInt64 = 0

    /// From a form.
    package init(_ form: String) {
        var copy = form
        self = copy.withUTF8 { TokenFeatures($0) }
    }

    /// From the UTF-8 bytes of a form.
    @inline(__always)
    package init(_ bytes: UnsafeBufferPointer<UInt8>) {
        var exact: UInt64 = 1_469_598_103_934_665_603
        var folded: UInt64 = 0x123_4567
        var tail: UInt64 = 0
        var (upper, digits, hyphen, other, length) = (0, 0, 0, 0, 0)
        var at = 0
        while at < bytes.count {
            var byte = bytes[at]
            at += 1
            if byte == 0xE2, at + 1 < bytes.count, bytes[at] == 0x80 {
                switch bytes[at + 1] {
                case 0x98, 0x99: byte = 0x27
                case 0x9C, 0x9D: byte = 0x22
                case 0x90, 0x91, 0x93, 0x94: byte = 0x2D
                default: break
                }
                if byte != 0xE2 { at += 2 }
            }
            exact = (exact ^ UInt64(byte)) &* 1_099_511_628_211
            switch byte {
            case 65...90:
                byte += 32
                upper += 1
            case 48...57:
                byte = 48
                digits += 1
            case 45: hyphen = 1
            case 128...: other = 1
            default: break
            }
            folded = (folded ^ UInt64(byte)) &* 1_099_511_628_211
            tail = (tail << 8) | UInt64(byte)
            length += 1
            if length == 3 { prefix3 = Self.mix(folded) }
        }
        if length < 3 { prefix3 = Self.mix(folded &+ 77) }
        word = Self.mix(exact)
        lower = Self.mix(folded)
        suffix2 = Self.mix(tail & 0xFFFF)
        suffix3 = Self.mix((tail & 0xFF_FFFF) | 1 << 60)
        suffix4 = Self.mix((tail & 0xFFFF_FFFF) | 1 << 61)
        let capital = bytes.first.map { (65...90).contains($0) } ?? false
        var bits = (capital ? 1 : 0) | (upper == length && length > 1 ? 2 : 0)
        bits |= (digits > 0 ? 4 : 0) | (digits == length ? 8 : 0) | hyphen << 4 | other << 5
        bits |= min(length, 3) << 6 | (upper > 1 ? 256 : 0)
        shape = Self.mix(UInt64(bits) | 1 << 62)
    }

    /// splitmix64's finaliser.
    @inline(__always)
    package static func mix(_ value: UInt64) -> UInt64 {
        var z = value &+ 0x9E37_79B9_7F4A_7C15
        z = (z ^ (z &>> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z &>> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z &>> 31)
    }
}
