/// What the letters of a word show, by its bytes where they are ASCII.
extension String {
    /// True for a capital at the beginning.
    var beginsUpper: Bool {
        guard let byte = utf8.first else { return false }
        return byte < 0x80 ? (65...90).contains(byte) : first?.isUppercase == true
    }

    /// True for a small letter at the beginning.
    var beginsLower: Bool {
        guard let byte = utf8.first else { return false }
        return byte < 0x80 ? (97...122).contains(byte) : first?.isLowercase == true
    }

    /// True for more than three characters of which the first is a letter.
    var isLongWord: Bool {
        guard let byte = utf8.first else { return false }
        guard utf8.allSatisfy({ $0 < 0x80 }) else { return first?.isLetter == true && count > 3 }
        return (65...90).contains(byte & 0xDF) && utf8.count > 3
    }

    /// True for a digit, or another number, at the end.
    var endsInNumber: Bool {
        guard let byte = utf8.last else { return false }
        return byte < 0x80 ? (48...57).contains(byte) : last?.isNumber == true
    }

    /// True for a word of small ASCII letters, in whatever case it is written here.
    func says(_ word: String) -> Bool {
        guard utf8.count == word.utf8.count else { return false }
        return zip(utf8, word.utf8).allSatisfy { $0 == $1 || (65...90).contains($0) && $0 | 0x20 == $1 }
    }
}
