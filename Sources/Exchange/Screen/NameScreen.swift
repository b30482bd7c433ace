import Record

/// Finds names of private persons in a sentence, to leave them out.
///
/// Useful for: the evidence that an export or a public page shows. Not useful for: finding who is who; it takes a name
/// of two words for a person's unless something says that it is not (a known place or party, a word such as "Army" or
/// "Governorate"). It errs to hiding. A name of one word is taken for a person's where it is a given name or a word
/// before it says so ("Dr", "journalist", "named"). `Documentation/Exchange.md` has its measured errors.
struct NameScreen {
    private let words: [ScreenWord]
    private let text: [UInt8]
    /// Title case or capitals throughout: capitals say nothing.
    private let isHeadline: Bool
    /// What the caller and the claim itself know; made when first asked for.
    private let isPublic: (String) -> Bool

    /// Stretches of the text to leave out, in order, as UTF-8 bytes.
    private(set) var hidden: [Range<Int>] = []

    /// Screens `text`; `isPublic` says which names may be told.
    init(_ text: String, isPublic: @escaping (String) -> Bool) {
        var text = text
        words = text.withUTF8 { ScreenWord.all($0) }
        self.text = Array(text.utf8)
        self.isPublic = isPublic
        let long = words.filter { $0.end - $0.start > 3 }
        isHeadline = long.count >= 4 && long.count { $0.isCapital } * 10 >= long.count * 8
        find()
    }

    /// The text with each hidden name replaced by ``mark``; nil where nothing is hidden.
    var screened: String? { hidden.isEmpty ? nil : NameScreen.replacing(hidden, in: text, by: Self.mark) }

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

    private mutating func find() {
        var secret: Set<UInt64> = []
        var place = 0
        while place < words.count {
            guard words[place].isCapital else {
                place += 1
                continue
            }
            let end = runEnd(place)
            for segment in segments(place..<end) where isPerson(segment) {
                hidden.append(words[segment.lowerBound].start..<words[segment.upperBound - 1].end)
                for word in words[segment] where word.isCapital && word.end - word.start >= 3 {
                    secret.insert(word.bare)
                }
            }
            place = end
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

    /// A run cut at words that no name has: titles, nationalities, days, acronyms, the sentence's first small word.
    private func segments(_ run: Range<Int>) -> [Range<Int>] {
        var out: [Range<Int>] = []
        var start = run.lowerBound
        for place in run {
            let word = words[place]
            let cuts =
                NameWords.never.contains(word.hash) || NameWords.titles.contains(word.hash) || word.isCompound
                || word.isAcronym && !isHeadline || word.isInitial && NameWords.initial.contains(word.hash)
                || NameWords.particles.contains(word.hash) && !word.isCapital && place == start
            guard cuts else { continue }
            if start < place { out.append(start..<place) }
            start = place + 1
        }
        if start < run.upperBound { out.append(start..<run.upperBound) }
        return out
    }

    private func isPerson(_ segment: Range<Int>) -> Bool {
        let names = words[segment].filter { $0.isCapital && !(0x30...0x39).contains(text[$0.start]) }
        guard let first = names.first else { return false }
        if words[segment].contains(where: { NameWords.bodies.contains($0.hash) || NameWords.bodies.contains($0.bare) })
        {
            return false
        }
        let given = names.contains { NameWords.given.contains($0.bare) }
        let cued = isCued(segment)
        guard given || cued || names.count >= 2 && !isHeadline else { return false }
        if names.count == 1, !cued, first.end - first.start < 3 { return false }
        let name = String(
            decoding: text[words[segment.lowerBound].start..<words[segment.upperBound - 1].end], as: UTF8.self)
        return !NameWords.isPublic(name) && !isPublic(name)
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
