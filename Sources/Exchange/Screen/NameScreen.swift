import Record

/// Finds names of private persons in a sentence, to leave them out.
///
/// Useful for: the evidence that an export or a public page shows. Not useful for: finding who is who; it takes a name
/// of two words for a person's unless something says that it is not (a known place or party, a word such as "Army" or
/// "Governorate"). It errs to hiding. A name of one word is taken for a person's where it is a given name or a word
/// before it says so ("Dr", "journalist", "named"). `Documentation/Exchange.md` has its measured errors.
struct NameScreen {
    /// The text's words and bytes, for whoever looks for other names in it.
    let words: [ScreenWord]
    let text: [UInt8]
    /// Title case or capitals throughout: capitals say nothing.
    private let isHeadline: Bool

    /// Stretches of the text to leave out, in order, as UTF-8 bytes; filled by ``hide(_:unless:)``.
    private(set) var hidden: [Range<Int>] = []

    /// Takes `text` apart.
    init(_ text: String) {
        var text = text
        (words, self.text) = text.withUTF8 { (ScreenWord.all($0), Array($0)) }
        var (long, capital) = (0, 0)
        for word in words where word.end - word.start > 3 {
            long += 1
            if word.isCapital { capital += 1 }
        }
        isHeadline = long >= 4 && capital * 10 >= long * 8
    }

    /// The text with each hidden name replaced by ``mark``.
    var screened: String { NameScreen.replacing(hidden, in: text, by: Self.mark) }

    /// What stands for a name.
    static let mark = "[name withheld]"

    /// The words of the hidden names, in lower case, four letters or more: what an address must not tell either.
    var hiddenWords: [String] {
        hidden.flatMap { range in
            String(decoding: text[range], as: UTF8.self).lowercased().split { !$0.isLetter }.map(String.init)
        }.filter { $0.utf8.count >= 4 }
    }

    static func replacing(_ ranges: [Range<Int>], in text: [UInt8], by mark: String) -> String {
        var out: [UInt8] = []
        var place = 0
        for range in ranges {
            out += text[place..<range.lowerBound] + Array(mark.utf8)
            place = range.upperBound
        }
        return String(decoding: out + text[place...], as: UTF8.self)
    }

    // MARK: - Finding

    /// Ranges of words that have the form of a person's name: most sentences have none, and nobody need be asked.
    func candidates() -> [Range<Int>] {
        var found: [Range<Int>] = []
        var place = 0
        while place < words.count {
            guard words[place].isCapital else {
                place += 1
                continue
            }
            let end = runEnd(place)
            var start = place
            for at in place...end where at == end || cuts(at, from: start) {
                if start < at, isPerson(start..<at) { found.append(start..<at) }
                start = at + 1
            }
            place = end
        }
        return found
    }

    /// The words of a candidate.
    func name(_ candidate: Range<Int>) -> String {
        String(decoding: text[words[candidate.lowerBound].start..<words[candidate.upperBound - 1].end], as: UTF8.self)
    }

    /// Fills ``hidden`` with the ``candidates()`` that `isPublic` does not let be told.
    mutating func hide(_ candidates: [Range<Int>], unless isPublic: (String) -> Bool) {
        var secret: Set<UInt64> = []
        for candidate in candidates {
            let name = name(candidate)
            if NameWords.isPublic(name) || isPublic(name) { continue }
            hidden.append(words[candidate.lowerBound].start..<words[candidate.upperBound - 1].end)
            for word in words[candidate] where word.isCapital && word.end - word.start >= 3 { secret.insert(word.bare) }
        }
        guard !secret.isEmpty else { return }
        // "Omar Example … Example's house": the name again, alone.
        let again = words.filter { word in
            word.isCapital && secret.contains(word.bare)
                && !hidden.contains { $0.lowerBound <= word.start && word.end <= $0.upperBound }
        }
        hidden = (hidden + again.map { $0.start..<$0.end }).sorted { $0.lowerBound < $1.lowerBound }
    }

    /// The end of the run of capital words that begins at `start`; particles of names may stand inside.
    private func runEnd(_ start: Int) -> Int {
        var end = start + 1
        while end < words.count, words[end].follows {
            if words[end].isCapital {
                end += 1
            } else if NameWords.particles.contains(words[end].hash), end + 1 < words.count, words[end + 1].follows,
                words[end + 1].isCapital
            {
                end += 2
            } else {
                break
            }
        }
        return end
    }

    /// A run is cut at words that no name has: titles, nationalities, days, acronyms, the sentence's first small word.
    private func cuts(_ place: Int, from start: Int) -> Bool {
        let word = words[place]
        return NameWords.never.contains(word.hash) || NameWords.titles.contains(word.hash) || word.isCompound
            || word.isAcronym && !isHeadline || word.isInitial && NameWords.initial.contains(word.hash)
            || place == start && !word.isCapital && NameWords.particles.contains(word.hash)
    }

    private func isPerson(_ segment: Range<Int>) -> Bool {
        var (count, length, isGiven) = (0, 0, false)
        for word in words[segment] {
            if NameWords.bodies.contains(word.hash) || NameWords.bodies.contains(word.bare) { return false }
            guard word.isCapital, !(0x30...0x39).contains(text[word.start]) else { continue }
            if count == 0 { length = word.end - word.start }
            count += 1
            isGiven = isGiven || NameWords.given.contains(word.bare)
        }
        guard count > 0 else { return false }
        if count >= 2, !isHeadline { return true }
        let cued = isCued(segment)
        return cued || isGiven && (count >= 2 || length >= 3)
    }

    /// True where the words around a segment say that it is a person: a title, a trade or a kinship before it, an age
    /// after it.
    private func isCued(_ segment: Range<Int>) -> Bool {
        if segment.lowerBound > 0 {
            let before = words[segment.lowerBound - 1]
            let gap = text[before.end..<words[segment.lowerBound].start]
            if gap.elementsEqual([32]) || gap.elementsEqual([46, 32]) || gap.elementsEqual([44, 32]) {
                if NameWords.titles.contains(before.hash), !gap.elementsEqual([44, 32]) { return true }
                if NameWords.roles.contains(before.hash) { return true }
            }
        }
        // ", 34," and " (34)" and ", aged 7".
        let end = words[segment.upperBound - 1].end
        guard segment.upperBound < words.count else { return false }
        let next = words[segment.upperBound]
        let gap = text[end..<next.start]
        guard gap.elementsEqual([44, 32]) || gap.elementsEqual([32, 40]) else { return false }
        if NameWords.aged.contains(next.hash) { return true }
        let digits = text[next.start..<next.end]
        guard digits.count <= 2, digits.allSatisfy({ (48...57).contains($0) }) else { return false }
        return next.end == text.count || [44, 41, 46, 59].contains(text[next.end])
    }
}
