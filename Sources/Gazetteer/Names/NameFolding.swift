import Foundation

/// Brings the spellings of a name together: first without case, diacritics and punctuation ("exact"), then across
/// transliterations ("folded"), where Dayr az Zawr, Deir ez-Zor and Deir el-Zour are one key.
package enum NameFolding {
    /// Lower case, no diacritics, apostrophes dropped, hyphens as single spaces.
    package static func exact(_ name: some StringProtocol) -> [UInt8] {
        var name = String(name)
        var result: [UInt8] = []
        let plain = name.withUTF8 { bytes -> Bool in
            result.reserveCapacity(bytes.count)
            for byte in bytes {
                if byte >= 0x80 { return false }
                append(byte, to: &result)
            }
            return true
        }
        if !plain {
            result.removeAll(keepingCapacity: true)
            for scalar in name.decomposedStringWithCanonicalMapping.unicodeScalars { append(scalar, to: &result) }
        }
        while result.last == 0x20 { result.removeLast() }
        return result
    }

    private static func append(_ byte: UInt8, to result: inout [UInt8]) {
        switch byte {
        case 0x61...0x7A, 0x30...0x39, 0x26: result.append(byte)
        case 0x41...0x5A: result.append(byte | 0x20)
        case 0x20, 0x2D, 0x2F, 0x5F, 0x09, 0x0A, 0x0D, 0x2C, 0x28, 0x29:
            if let last = result.last, last != 0x20 { result.append(0x20) }
        default: break
        }
    }

    private static func append(_ scalar: Unicode.Scalar, to result: inout [UInt8]) {
        switch scalar.value {
        case 0..<0x80: append(UInt8(scalar.value), to: &result)
        case 0x300...0x36F, 0x2B0...0x2FF, 0x2018...0x201F, 0x200B...0x200D, 0xAD: break
        case 0x2010...0x2015, 0xA0, 0x202F, 0x2009: append(0x20 as UInt8, to: &result)
        case 0x131, 0x130: result.append(0x69)
        case 0x141, 0x142: result.append(0x6C)
        case 0xD8, 0xF8: result.append(0x6F)
        case 0x110, 0x111, 0xD0, 0xF0: result.append(0x64)
        case 0x18F, 0x259: result.append(0x65)
        case 0xDF: result.append(contentsOf: [0x73, 0x73])
        case 0xC6, 0xE6: result.append(contentsOf: [0x61, 0x65])
        case 0x152, 0x153: result.append(contentsOf: [0x6F, 0x65])
        case 0xDE, 0xFE: result.append(contentsOf: [0x74, 0x68])
        default: result.append(contentsOf: Array(String(scalar).lowercased().utf8))
        }
    }

    private static let articles: Set<String> = [
        "al", "el", "ar", "er", "as", "es", "ash", "esh", "ad", "ed", "an", "en", "at", "et", "az", "ez", "ul", "ur",
        "uz", "us", "adh", "ath", "the", "ej", "aj",
    ]
    private static let vowels = Set("aeiou".utf8)

    /// The key across transliterations of a name that ``exact(_:)`` has cleaned; nil where too little is left.
    package static func folded(_ exact: [UInt8]) -> [UInt8]? {
        var words = String(decoding: exact, as: UTF8.self).split(separator: " ").map(String.init)
        if words.count > 1 { words.removeAll { articles.contains($0) } }
        words = words.map(strippedWord)
        let joined = Array(words.joined().utf8)
        guard joined.count >= 4, joined.allSatisfy({ $0 < 0x80 }) else { return nil }
        let key = skeleton(joined)
        return key.count >= 3 ? key : nil
    }

    /// Without an article that is written together with its word ("Ezzor", "Arraqqa", "Albu").
    private static func strippedWord(_ word: String) -> String {
        switch word {
        case "abu", "abou", "albu", "albou", "bou": return "bu"
        case "ain", "ayn", "ein", "eyn": return "ain"
        case "saint": return "st"
        case "mount", "jabal", "jebel", "djebel", "gebel", "jabel": return "jabal"
        default: break
        }
        let bytes = Array(word.utf8)
        if bytes.count > 4, bytes[0] == 0x61 || bytes[0] == 0x65, bytes[1] == bytes[2],
            [0x7A, 0x72, 0x73, 0x6E, 0x64, 0x74].contains(bytes[1])
        {
            return String(decoding: bytes[2...], as: UTF8.self)
        }
        for (long, short) in [("albu", "bu"), ("abu", "bu"), ("abou", "bu"), ("bou", "bu")]
        where word.hasPrefix(long) && word.utf8.count > long.utf8.count + 3 {
            return short + word.dropFirst(long.count)
        }
        return word
    }

    private static func skeleton(_ word: [UInt8]) -> [UInt8] {
        var out: [UInt8] = []
        var at = 0
        func next(_ offset: Int) -> UInt8 { at + offset < word.count ? word[at + offset] : 0 }
        while at < word.count {
            let byte = word[at]
            switch byte {
            case UInt8(ascii: "q"), UInt8(ascii: "k"), UInt8(ascii: "g"):
                out.append(UInt8(ascii: "k"))
                if next(1) == UInt8(ascii: "h") { at += 1 }
            case UInt8(ascii: "c"):
                if next(1) == UInt8(ascii: "h") {
                    out.append(UInt8(ascii: "c"))
                    at += 1
                } else if next(1) != UInt8(ascii: "k") {
                    out.append(UInt8(ascii: "k"))
                }
            case UInt8(ascii: "p") where next(1) == UInt8(ascii: "h"):
                out.append(UInt8(ascii: "f"))
                at += 1
            case UInt8(ascii: "d"), UInt8(ascii: "t"), UInt8(ascii: "z"), UInt8(ascii: "s"):
                out.append(byte)
                if next(1) == UInt8(ascii: "h"), byte != UInt8(ascii: "s") { at += 1 }
            case UInt8(ascii: "e"), UInt8(ascii: "i"), UInt8(ascii: "y"), UInt8(ascii: "j"):
                out.append(byte == UInt8(ascii: "j") ? byte : UInt8(ascii: "i"))
            case UInt8(ascii: "a"):
                if at > 0, next(1) == UInt8(ascii: "y") || next(1) == UInt8(ascii: "i") {
                    out.append(UInt8(ascii: "i"))
                    at += 1
                } else if next(1) == UInt8(ascii: "w") || next(1) == UInt8(ascii: "u") {
                    out.append(UInt8(ascii: "u"))
                    at += 1
                } else {
                    out.append(byte)
                }
            case UInt8(ascii: "o"), UInt8(ascii: "u"): out.append(UInt8(ascii: "u"))
            case UInt8(ascii: "w"): out.append(UInt8(ascii: "v"))
            case UInt8(ascii: "h") where at == word.count - 1 || !(vowels.contains(next(1))): break
            default: out.append(byte)
            }
            at += 1
        }
        var single: [UInt8] = []
        for byte in out where single.last != byte { single.append(byte) }
        while single.count > 3, let last = single.last, last == UInt8(ascii: "a") || last == UInt8(ascii: "i") {
            single.removeLast()
        }
        return single
    }

    /// Letters that a folded key is made of.
    private static let foldedLetters = Array("abcdfhijklmnprstuvxz".utf8)

    /// The folded keys one letter away from a folded key (one left out, put in or changed, two exchanged); none of a
    /// short key, which too much resembles.
    package static func neighbours(_ key: [UInt8]) -> [[UInt8]] {
        guard key.count >= 6, key.count <= 30 else { return [] }
        var result: [[UInt8]] = []
        result.reserveCapacity(key.count * 45)
        for at in 0...key.count {
            let (head, tail) = (key[..<at], key[at...])
            for letter in foldedLetters { result.append(head + [letter] + tail) }
            guard at < key.count else { continue }
            result.append(Array(head + key[(at + 1)...]))
            for letter in foldedLetters where letter != key[at] { result.append(head + [letter] + key[(at + 1)...]) }
            if at + 1 < key.count { result.append(head + [key[at + 1], key[at]] + key[(at + 2)...]) }
        }
        return result
    }

    /// FNV-1a with a finishing mix; never 0.
    package static func hash(_ key: [UInt8], salt: UInt64) -> UInt64 {
        var value: UInt64 = 0xCBF2_9CE4_8422_2325 ^ (salt &* 0x9E37_79B9_7F4A_7C15)
        for byte in key { value = (value ^ UInt64(byte)) &* 0x100_0000_01B3 }
        value ^= value >> 29
        value = value &* 0xBF58_476D_1CE4_E5B9
        value ^= value >> 32
        return value == 0 ? 1 : value
    }

    package static let exactSalt: UInt64 = 1
    package static let foldedSalt: UInt64 = 2
    package static let idSalt: UInt64 = 3
}
