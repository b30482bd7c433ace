extension Bytes {
    /// Text for XML: markup escaped, what XML 1.0 cannot hold left out.
    mutating func xml(_ text: String) {
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 38: raw("&amp;")
            case 60: raw("&lt;")
            case 62: raw("&gt;")
            case 34: raw("&quot;")
            case 9, 10, 13: byte(UInt8(scalar.value))
            case 0..<32, 0xFFFE, 0xFFFF: continue
            default: for unit in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter { byte(unit) }
            }
        }
    }
}
