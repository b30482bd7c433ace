/// Numbers as English writes them: digits with separators, words, round words ("dozens", "scores").
package enum NumberWords {
    /// A number with its bounds, both nil where open.
    package struct Reading: Equatable, Sendable {
        package var low: Double?
        package var high: Double?
        package var approximate: Bool
        package init(low: Double?, high: Double?, approximate: Bool) {
            (self.low, self.high, self.approximate) = (low, high, approximate)
        }
    }

    private static let small = WordTable<Double>([
        "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
        "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
        "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50,
        "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
    ])
    private static let scale = WordTable<Double>([
        "hundred": 100, "thousand": 1000, "million": 1_000_000, "billion": 1_000_000_000, "dozen": 12, "score": 20,
        "lakh": 100_000, "m": 1_000_000, "k": 1000,
    ])
    /// Round words: how many at least, and at most.
    package static let round: [String: (Double, Double)] = [
        "dozens": (24, 99), "scores": (40, 99), "hundreds": (200, 999), "thousands": (2000, 9999),
        "millions": (2_000_000, 9_999_999), "several": (3, 9), "tens": (20, 99), "handful": (3, 6),
        "few": (3, 9), "many": (3, 9),
    ]

    /// True for a word with which a number can begin: a digit, a word of number, or "a" ("a dozen").
    package static func mayBegin(_ word: String) -> Bool {
        guard let first = word.utf8.first else { return false }
        if (48...57).contains(first) { return true }
        guard first >= 65, word.utf8.count > 1 || first | 32 == 97 else { return false }
        return beginnings[ignoringCase: word] != nil || word.utf8.contains(45) && value(word) != nil
    }

    private static let beginnings = WordTable(small.words + round.keys + ["a", "an"], value: true)

    /// The value of one word or figure ("1,500", "forty-two", "2.5"); nil for scale words alone.
    package static func value(_ raw: String) -> Double? { value(small: raw.lowercased()) }

    /// The value of a word in small letters.
    private static func value(small word: String) -> Double? {
        if let known = small[word] { return known }
        guard let first = word.utf8.first else { return nil }
        if (48...57).contains(first) {
            var digits = ""
            let parts = word.split(whereSeparator: { $0 == "," || $0 == "." || $0 == "'" })
            guard parts.allSatisfy({ $0.utf8.allSatisfy { (48...57).contains($0) } }) else { return nil }
            let grouped = parts.dropFirst().allSatisfy { $0.count == 3 } && (parts.first?.count ?? 9) <= 3
            if parts.count > 1, grouped {
                digits = parts.joined()
            } else if parts.count == 2, word.contains(".") {
                digits = parts[0] + "." + parts[1]
            } else if parts.count == 1 {
                digits = String(parts[0])
            } else {
                return nil
            }
            return digits.count > 15 ? nil : Double(digits)
        }
        guard word.utf8.contains(45) else { return nil }
        let pieces = word.split(separator: "-")
        if pieces.count == 2, let tens = small[String(pieces[0])], let ones = small[String(pieces[1])], tens >= 20,
            ones < 10
        {
            return tens + ones
        }
        return nil
    }

    /// Reads the longest number that begins at `start` of some words in small letters; gives its value and the index after
    /// it.
    package static func read(_ words: [String], at start: Int) -> (value: Double, end: Int)? {
        var at = start
        var total = 0.0
        var current: Double?
        if words[at] == "a" || words[at] == "an", at + 1 < words.count, let unit = scale[words[at + 1]], unit != 20 {
            (current, at) = (unit, at + 2)
            if unit >= 1000 { (total, current) = (unit, nil) }
        }
        var read = at > start
        while at < words.count {
            let word = words[at]
            if let value = value(small: word) {
                let digits = word.utf8.first.map { (48...57).contains($0) } == true
                if let held = current {
                    guard !digits, value < 100, held >= 100 || (held >= 20 && value < 10) else { break }
                    current = held + value
                } else {
                    if digits, read { break }
                    current = value
                }
                read = true
                at += 1
            } else if let unit = scale[word], read, word.count > 1 {
                if unit == 100 || unit == 12 || unit == 20 {
                    current = (current ?? 1) * unit
                } else {
                    total += (current ?? 1) * unit
                    current = nil
                }
                at += 1
            } else if word == "and", read, at + 1 < words.count, let next = small[words[at + 1]],
                let held = current,
                held >= 100, held.truncatingRemainder(dividingBy: 100) == 0, next < 100,
                scale[words[at - 1]] != nil
            {
                at += 1
            } else if word == "-", read, current.map({ $0 >= 20 && $0 < 100 }) == true, at + 1 < words.count,
                let ones = small[words[at + 1]], ones < 10
            {
                current = (current ?? 0) + ones
                at += 2
            } else {
                break
            }
        }
        guard read, at > start else { return nil }
        return (total + (current ?? 0), at)
    }
}
