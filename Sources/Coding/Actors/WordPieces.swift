import Language

/// Cuts word forms into the pieces by which names are compared: small ASCII letters and digits, accents, apostrophes and
/// points dropped, cut at hyphens; "Hashd al-Sha'abi" is hashd, al, shaabi however a tokenizer cuts it.
///
/// Pieces exist only as hashes: no string is made for a word of a text (`make bench`, stage `actors`).
enum WordPieces {
    /// Stands where no name may go on: commas, brackets, quotes.
    static let barrier: UInt64 = 0
    /// The clitic "'s".
    static let possessive: UInt64 = 1

    /// Calls `found` with the hash of each piece of a form.
    static func each(_ form: String, _ found: (UInt64) -> Void) {
        var copy = form
        copy.withUTF8 { bytes in
            let start: UInt64 = 0xCBF2_9CE4_8422_2325
            var hash = start
            var (count, at) = (0, 0)
            var onlyMarks = true
            func close() {
                if count > 0 { found(hash | 2) }
                (hash, count) = (start, 0)
            }
            func add(_ byte: UInt8) {
                hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3
                count += 1
            }
            if isPossessive(bytes) {
                found(possessive)
                return
            }
            while at < bytes.count {
                let byte = bytes[at]
                at += 1
                switch byte {
                case 65...90: add(byte + 32)
                case 97...122, 48...57: add(byte)
                case 0x27, 0x60, 0x2E: continue
                case 0x2D, 0x2F, 0x5F: close()
                case 0x26: add(byte)
                case 0xC3 where at < bytes.count:
                    add(latin1[Int(bytes[at] & 0x3F)])
                    at += 1
                case 0xC4 where at < bytes.count:
                    add(latinA[Int(bytes[at] & 0x3F)])
                    at += 1
                case 0xC5 where at < bytes.count:
                    add(latinB[Int(bytes[at] & 0x3F)])
                    at += 1
                case 0xCA where at < bytes.count && bytes[at] >= 0xB9: at += 1
                case 0xE2 where at + 1 < bytes.count && bytes[at] == 0x80:
                    let last = bytes[at + 1]
                    at += 2
                    if (0x90...0x95).contains(last) { close() }
                    if last == 0x98 || last == 0x99 || last == 0x90 { continue }
                    if !(0x90...0x95).contains(last) { onlyMarks = onlyMarks && count == 0 }
                case 128...: add(byte)
                default: close()
                }
                onlyMarks = onlyMarks && count == 0
            }
            close()
        }
    }

    /// True for forms between two parts of one name: hyphens, apostrophes, nothing else.
    static func isJoin(_ form: String) -> Bool {
        form == "-" || form == "\u{2010}" || form == "\u{2011}" || form == "\u{2013}" || form == "'"
            || form == "\u{2019}"
            || form == "`"
    }

    private static func isPossessive(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let last = bytes.last, last | 0x20 == 0x73 else { return false }
        return bytes.count == 2 && bytes[0] == 0x27
            || bytes.count == 4 && bytes[0] == 0xE2 && bytes[1] == 0x80 && bytes[2] == 0x99
    }

    /// The pieces of an alias as the lexicon writes it.
    static func ofAlias(_ alias: String) -> [UInt64] {
        var pieces: [UInt64] = []
        for word in alias.split(separator: " ") {
            if word.hasSuffix("'s") || word.hasSuffix("\u{2019}s") {
                each(String(word.dropLast(2))) { pieces.append($0) }
                pieces.append(possessive)
            } else {
                each(String(word)) { pieces.append($0) }
            }
        }
        return pieces
    }

    private static let latin1 = table("aaaaaaaceeeeiiiidnooooo*ouuuuypsaaaaaaaceeeeiiiidnooooo*ouuuuypy")
    private static let latinA = table("aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkklllllll")
    private static let latinB = table("lllnnnnnnnnnoooooooorrrrrrsssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs")
    private static func table(_ letters: StaticString) -> [UInt8] {
        (0..<64).map { $0 < letters.utf8CodeUnitCount ? letters.utf8Start[$0] : 0x2A }
    }
}
