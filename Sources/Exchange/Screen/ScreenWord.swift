/// A word of a sentence as ``NameScreen`` sees it.
struct ScreenWord {
    /// UTF-8 bytes of the sentence.
    var start: Int
    var end: Int
    /// Where it ends with its "'s".
    var after: Int
    /// Of the lower-case letters, hyphens and apostrophes left out.
    var hash: UInt64
    /// Of what stands after an Arabic article ("al-Assad": "assad"), else ``hash``.
    var bare: UInt64
    /// Begins with a capital, or with a letter of a script without case.
    var isCapital: Bool
    /// In capitals throughout, two letters or more.
    var isAcronym: Bool
    /// "Syrian-led": a capital part and a part in small letters.
    var isCompound: Bool
    /// Nothing but one space stands before it.
    var follows: Bool
    /// First of its sentence.
    var isInitial: Bool

    /// The words of `bytes`, with what the screen asks of them.
    static func all(_ bytes: UnsafeBufferPointer<UInt8>) -> [ScreenWord] {
        var words: [ScreenWord] = []
        // As many as English has: one allocation for most sentences.
        words.reserveCapacity(bytes.count / 5 + 1)
        var place = 0
        var last = -1
        while place < bytes.count {
            guard let length = letter(bytes, place) else {
                place += 1
                continue
            }
            let word = word(bytes, place, length, last: last)
            words.append(word)
            last = word.after
            place = word.after
        }
        return words
    }

    private static func word(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ first: Int, last: Int) -> ScreenWord {
        var word = ScreenWord(
            start: start, end: start, after: start, hash: WordSet.seed, bare: WordSet.seed, isCapital: false,
            isAcronym: false,
            isCompound: false, follows: last >= 0 && start == last + 1 && bytes[last] == 32, isInitial: last < 0)
        if last >= 0, !word.follows { word.isInitial = bytes[last..<start].contains { [46, 33, 63, 10].contains($0) } }
        var place = start
        var (part, parts, capitals, letters) = (start, 0, 0, 0)
        while place < bytes.count {
            // Letters of ASCII and digits, which most are.
            if bytes[place] < 0x80, let unit = WordSet.letter(bytes[place]) {
                if unit != bytes[place] {
                    letters += 1
                    if place == part, parts == 0 { capitals += 1 }
                }
                word.hash = WordSet.add(unit, to: word.hash)
                word.bare = WordSet.add(unit, to: word.bare)
                place += 1
                word.end = place
                continue
            }
            if let length = letter(bytes, place) {
                if place == part, isUpper(bytes, place) { capitals += parts == 0 ? 1 : 0 }
                for at in place..<place + length {
                    let unit = WordSet.letter(bytes[at]) ?? bytes[at]
                    word.hash = WordSet.add(unit, to: word.hash)
                    word.bare = WordSet.add(unit, to: word.bare)
                }
                if isUpper(bytes, place) { letters += 1 }
                place += length
                word.end = place
                continue
            }
            guard let joint = joint(bytes, place), letter(bytes, place + joint.length) != nil else { break }
            if joint.isApostrophe, endsInS(bytes, place + joint.length) {
                word.after = place + joint.length + 1
                break
            }
            if !joint.isApostrophe {
                let isArticle = place - part <= 3 && parts == 0 && isArticle(bytes, part, place)
                if isArticle { word.bare = WordSet.seed }
                if !isArticle, !isUpper(bytes, place + joint.length), isUpper(bytes, part) {
                    word.isCompound = !isArticle && !startsArticle(bytes, place + joint.length)
                }
                parts = isArticle ? 0 : parts + 1
                part = place + joint.length
                if isArticle { capitals = 0 }
            }
            place += joint.length
        }
        word.after = max(word.after, word.end)
        word.isCapital = capitals > 0 || isUpper(bytes, start)
        word.isAcronym = letters >= 2 && letters == word.end - word.start
        return word
    }

    /// How many bytes the letter or digit at `place` has; nil where there is none.
    private static func letter(_ bytes: UnsafeBufferPointer<UInt8>, _ place: Int) -> Int? {
        guard place < bytes.count else { return nil }
        let unit = bytes[place]
        if unit < 0x80 { return WordSet.letter(unit) == nil ? nil : 1 }
        guard unit >= 0xC2 else { return nil }
        let length = unit < 0xE0 ? 2 : unit < 0xF0 ? 3 : 4
        // U+00A0…U+00BF and U+2000…U+206F are blanks, quotes and dashes.
        if unit == 0xC2 || unit == 0xE2 && place + 1 < bytes.count && bytes[place + 1] <= 0x81 { return nil }
        return place + length <= bytes.count ? length : nil
    }

    /// A hyphen or an apostrophe that may stand inside a word.
    private static func joint(_ bytes: UnsafeBufferPointer<UInt8>, _ place: Int) -> (length: Int, isApostrophe: Bool)? {
        switch bytes[place] {
        case 45: (1, false)
        case 39, 96: (1, true)
        case 0xE2 where place + 2 < bytes.count && bytes[place + 1] == 0x80 && (0x98...0x99).contains(bytes[place + 2]):
            (3, true)
        case 0xE2 where place + 2 < bytes.count && bytes[place + 1] == 0x80 && (0x90...0x91).contains(bytes[place + 2]):
            (3, false)
        default: nil
        }
    }

    /// "…'s" ends a word.
    private static func endsInS(_ bytes: UnsafeBufferPointer<UInt8>, _ place: Int) -> Bool {
        bytes[place] | 0x20 == 0x73 && (place + 1 == bytes.count || letter(bytes, place + 1) == nil)
    }

    /// The article before "-Assad", in either case.
    private static func isArticle(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Bool {
        articles.contains(bytes[start..<end].map { $0 | 0x20 })
    }

    /// A part in small letters that belongs to a name: "Abd-al-Rahman", "Nur-ud-Din".
    private static func startsArticle(_ bytes: UnsafeBufferPointer<UInt8>, _ place: Int) -> Bool {
        guard place + 2 < bytes.count, bytes[place + 2] == 45 else { return false }
        return isArticle(bytes, place, place + 2)
    }

    private static let articles: Set<[UInt8]> = Set(
        ["al", "el", "ar", "as", "ad", "an", "at", "az", "ul", "ud", "ash", "ez", "es"].map { Array($0.utf8) })

    /// True for a capital, and for a letter of a script without case.
    private static func isUpper(_ bytes: UnsafeBufferPointer<UInt8>, _ place: Int) -> Bool {
        let unit = bytes[place]
        if unit < 0x80 { return (0x41...0x5A).contains(unit) }
        guard let length = letter(bytes, place),
            let scalar = String(decoding: bytes[place..<place + length], as: UTF8.self).unicodeScalars.first
        else { return false }
        return scalar.properties.isAlphabetic && !scalar.properties.isLowercase
    }
}
