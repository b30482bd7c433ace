import Foundation

/// Brings the spellings of a name together: first without case, diacritics and punctuation ("exact"), then across
/// transliterations ("folded"), where Dayr az Zawr, Deir ez-Zor and Deir el-Zour are one key.
package enum NameFolding {
    /// Lower case, no diacritics, apostrophes dropped, hyphens as single spaces.
    package static func exact(_ name: some StringProtocol) -> [UInt8] {
        var result: [UInt8] = []
        append(String(name), to: &result)
        while result.last == 0x20 { result.removeLast() }
        return result
    }

    /// Adds a further part of a name, cleaned.
    static func append(_ part: String, to result: inout [UInt8]) {
        var part = part
        let before = result.count
        let isPlain = part.withUTF8 { bytes -> Bool in
            result.reserveCapacity(before + bytes.count)
            for byte in bytes {
                if byte >= 0x80 { return false }
                append(byte, to: &result)
            }
            return true
        }
        if isPlain { return }
        result.removeLast(result.count - before)
        // Quotes and dashes are no letters that could be taken apart, which is slow.
        let isSimple = part.unicodeScalars.allSatisfy { $0.value < 0xC0 || (0x2010...0x201F).contains($0.value) }
        for scalar in (isSimple ? part : part.decomposedStringWithCanonicalMapping).unicodeScalars {
            append(scalar, to: &result)
        }
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

    /// A word of up to eight letters as one number, to look it up without a string; 0 for longer ones.
    private static func packed(_ word: ArraySlice<UInt8>) -> UInt64 {
        word.count > 8 ? 0 : word.reduce(0) { $0 << 8 | UInt64($1) }
    }

    private static func packed(_ word: String) -> UInt64 { packed(Array(word.utf8)[...]) }

    private static let articles = Set(
        [
            "al", "el", "ar", "er", "as", "es", "ash", "esh", "ad", "ed", "an", "en", "at", "et", "az", "ez", "ul",
            "ur",
            "uz", "us", "adh", "ath", "the", "ej", "aj",
        ].map { packed($0) })
    /// Words with many spellings, or a short form.
    private static let words: [UInt64: [UInt8]] = {
        var table: [UInt64: [UInt8]] = [:]
        for (spellings, word) in [
            (["abu", "abou", "albu", "albou", "bou"], "bu"), (["ain", "ayn", "ein", "eyn"], "ain"), (["saint"], "st"),
            (["mount", "jabal", "jebel", "djebel", "gebel", "jabel"], "jabal"),
        ] {
            for spelling in spellings { table[packed(spelling)] = Array(word.utf8) }
        }
        return table
    }()
    private static let fathers = ["albu", "abu", "abou", "bou"].map { Array($0.utf8) }

    /// The key across transliterations of a name that ``exact(_:)`` has cleaned; nil where too little is left.
    package static func folded(_ exact: [UInt8]) -> [UInt8]? {
        var joined: [UInt8] = []
        joined.reserveCapacity(exact.count)
        var start = 0
        while start < exact.count {
            let end = exact[start...].firstIndex(of: 0x20) ?? exact.count
            let word = exact[start..<end]
            let isWhole = word.count == exact.count
            if !word.isEmpty, isWhole || word.count > 3 || !articles.contains(packed(word)) {
                strip(word, into: &joined)
            }
            start = end + 1
        }
        guard joined.count >= 4, joined.allSatisfy({ $0 < 0x80 }) else { return nil }
        let key = skeleton(joined)
        return key.count >= 3 ? key : nil
    }

    /// Adds a word without an article that is written together with it ("Ezzor", "Arraqqa", "Albu").
    private static func strip(_ word: ArraySlice<UInt8>, into joined: inout [UInt8]) {
        if word.count <= 8, let short = words[packed(word)] {
            joined += short
            return
        }
        let first = word.startIndex
        if word.count > 4, word[first] == 0x61 || word[first] == 0x65, word[first + 1] == word[first + 2] {
            switch word[first + 1] {
            case 0x7A, 0x72, 0x73, 0x6E, 0x64, 0x74:
                joined += word[(first + 2)...]
                return
            default: break
            }
        }
        for father in fathers where word.count > father.count + 3 && word.starts(with: father) {
            joined += [0x62, 0x75]
            joined += word[(first + father.count)...]
            return
        }
        joined += word
    }

    private static func isVowel(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "i"), UInt8(ascii: "o"), UInt8(ascii: "u"): true
        default: false
        }
    }

    private static func skeleton(_ word: [UInt8]) -> [UInt8] {
        var out: [UInt8] = []
        out.reserveCapacity(word.count)
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
            case UInt8(ascii: "h") where at == word.count - 1 || !isVowel(next(1)): break
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

    /// Hashes of the folded keys one letter away from a folded key (one left out, put in or changed, two exchanged), the
    /// first letter kept, which a slip of the pen hardly ever hits; none of a short key, which too much resembles.
    package static func neighbourHashes(_ key: [UInt8]) -> [UInt64] {
        guard key.count >= 6, key.count <= 30 else { return [] }
        var result: [UInt64] = []
        result.reserveCapacity(key.count * 42)
        var state = step(start(foldedSalt), key[0])
        for at in 1...key.count {
            let tail = key[at...]
            for letter in foldedLetters { result.append(finish(step(state, letter), tail)) }
            guard at < key.count else { break }
            let rest = tail.dropFirst()
            result.append(finish(state, rest))
            for letter in foldedLetters where letter != key[at] { result.append(finish(step(state, letter), rest)) }
            if at + 1 < key.count {
                result.append(finish(step(step(state, key[at + 1]), key[at]), rest.dropFirst()))
            }
            state = step(state, key[at])
        }
        return result
    }

    /// FNV-1a with a finishing mix; never 0.
    package static func hash(_ key: [UInt8], salt: UInt64) -> UInt64 { finish(start(salt), key[...]) }

    /// The state before the first byte of a key.
    static func start(_ salt: UInt64) -> UInt64 { 0xCBF2_9CE4_8422_2325 ^ (salt &* 0x9E37_79B9_7F4A_7C15) }

    static func step(_ state: UInt64, _ byte: UInt8) -> UInt64 { (state ^ UInt64(byte)) &* 0x100_0000_01B3 }

    /// The hash of a key whose last bytes are `tail`.
    static func finish(_ state: UInt64, _ tail: ArraySlice<UInt8>) -> UInt64 {
        var value = state
        for byte in tail { value = step(value, byte) }
        value ^= value >> 29
        value = value &* 0xBF58_476D_1CE4_E5B9
        value ^= value >> 32
        return value == 0 ? 1 : value
    }

    package static let exactSalt: UInt64 = 1
    package static let foldedSalt: UInt64 = 2
    package static let idSalt: UInt64 = 3
}
