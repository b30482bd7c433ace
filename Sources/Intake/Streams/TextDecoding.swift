import Foundation

/// Turns bytes into text: by byte order mark, by declared charset, as UTF-8 where they are, else as Windows-1252.
enum TextDecoding {
    /// The text, or the offset of the first byte that fits no encoding that the bytes could be in.
    enum Outcome {
        case text(String)
        case invalid(at: Int)
    }

    /// Decodes `bytes`; `declared` is a charset's name from a header or a `<meta>`.
    static func decode(_ bytes: UnsafeBufferPointer<UInt8>, declared: String? = nil) -> Outcome {
        if bytes.count >= 3, bytes[0] == 0xEF, bytes[1] == 0xBB, bytes[2] == 0xBF {
            return decode(UnsafeBufferPointer(rebasing: bytes[3...]))
        }
        if let wide = utf16(bytes) { return wide }
        if let text = String(validating: bytes, as: UTF8.self) { return .text(text) }
        if let declared, let text = convert(bytes, from: declared) { return .text(text) }
        let (wrong, wide, undefined) = survey(bytes)
        // Some sequences of UTF-8 and then a byte that is none: damaged UTF-8, not Windows-1252.
        if wide > 0 || undefined { return .invalid(at: wrong) }
        return convert(bytes, from: "windows-1252").map { .text($0) } ?? .invalid(at: wrong)
    }

    // MARK: - UTF-16

    private static func utf16(_ bytes: UnsafeBufferPointer<UInt8>) -> Outcome? {
        guard bytes.count >= 2 else { return nil }
        if bytes[0] == 0xFF, bytes[1] == 0xFE { return wide(bytes, from: 2, bigEndian: false) }
        if bytes[0] == 0xFE, bytes[1] == 0xFF { return wide(bytes, from: 2, bigEndian: true) }
        let sample = min(bytes.count & ~1, 512)
        guard sample >= 8 else { return nil }
        var (even, odd) = (0, 0)
        for at in 0..<sample where bytes[at] == 0 { if at & 1 == 0 { even += 1 } else { odd += 1 } }
        if odd * 10 > sample * 4, even == 0 { return wide(bytes, from: 0, bigEndian: false) }
        if even * 10 > sample * 4, odd == 0 { return wide(bytes, from: 0, bigEndian: true) }
        return nil
    }

    private static func wide(_ bytes: UnsafeBufferPointer<UInt8>, from: Int, bigEndian: Bool) -> Outcome {
        var units: [UInt16] = []
        units.reserveCapacity(bytes.count / 2)
        var at = from
        while at + 1 < bytes.count {
            let (first, second) = (UInt16(bytes[at]), UInt16(bytes[at + 1]))
            units.append(bigEndian ? first << 8 | second : second << 8 | first)
            at += 2
        }
        guard let text = String(validating: units, as: UTF16.self) else { return .invalid(at: bytes.count) }
        return .text(text)
    }

    // MARK: - Eight-bit charsets

    /// First byte that is no UTF-8, how many whole sequences there are, and whether a byte is undefined in Windows-1252.
    private static func survey(_ bytes: UnsafeBufferPointer<UInt8>) -> (wrong: Int, sequences: Int, undefined: Bool) {
        var (wrong, sequences, undefined) = (-1, 0, false)
        var at = 0
        while at < bytes.count {
            let byte = bytes[at]
            guard byte >= 0x80 else {
                at += 1
                continue
            }
            let length =
                byte >= 0xF0 && byte < 0xF5 ? 4 : byte >= 0xE0 && byte < 0xF0 ? 3 : byte >= 0xC2 && byte < 0xE0 ? 2 : 0
            if length > 0, at + length <= bytes.count, (1..<length).allSatisfy({ bytes[at + $0] & 0xC0 == 0x80 }) {
                sequences += 1
                at += length
                continue
            }
            if wrong < 0 { wrong = at }
            if [0x81, 0x8D, 0x8F, 0x90, 0x9D].contains(byte)
                || byte == 0xFF && at + 1 < bytes.count && bytes[at + 1] == 0xFF
            {
                undefined = true
            }
            at += 1
        }
        return (max(0, wrong), sequences, undefined)
    }

    /// Converts with the C library's tables; nil where the charset is unknown or the bytes do not fit it.
    private static func convert(_ bytes: UnsafeBufferPointer<UInt8>, from charset: String) -> String? {
        var name = charset.trimmingCharacters(in: .whitespacesAndNewlines).lowercased()
        // As browsers do (WHATWG Encoding): who says Latin-1 or ASCII means Windows-1252.
        if ["iso-8859-1", "latin1", "latin-1", "ascii", "us-ascii", "iso8859-1", "utf-8", "utf8"].contains(name) {
            name = "windows-1252"
        }
        guard name.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F && $0 != 0x2F }), name.utf8.count < 40 else { return nil }
        let converter = iconv_open("UTF-8", name)
        guard converter != iconv_t(bitPattern: -1) else { return name == "windows-1252" ? latin(bytes) : nil }
        defer { iconv_close(converter) }
        var out = [UInt8](repeating: 0, count: bytes.count * 4 + 16)
        var left = out.count
        var inLeft = bytes.count
        let status = out.withUnsafeMutableBytes { (target: UnsafeMutableRawBufferPointer) -> Int in
            var from = bytes.baseAddress.map {
                UnsafeMutableRawPointer(mutating: $0).assumingMemoryBound(to: CChar.self)
            }
            var to = target.baseAddress?.assumingMemoryBound(to: CChar.self)
            return iconv(converter, &from, &inLeft, &to, &left)
        }
        guard status != -1 else { return nil }
        return String(decoding: out[..<(out.count - left)], as: UTF8.self)
    }

    private static func latin(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
        var text = String.UnicodeScalarView()
        for byte in bytes { text.append(Unicode.Scalar(byte)) }
        return String(text)
    }
}
