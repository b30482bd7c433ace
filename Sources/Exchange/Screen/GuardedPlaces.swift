import Record

/// Masks in a sentence the names of places that the policy guards: those that the record knows as such (a camp named in
/// a claim about the town beside it), and those that stand at one of a rule's words ("the Furat hospital" is told as "the
/// [place withheld]", "hospitals in the city" as it is).
struct GuardedPlaces: Sendable, Equatable {
    static let mark = "[place withheld]"

    /// Hashes of the names' words, one after another.
    private var names = HashTable()
    /// Words of the longest name.
    private var longest = 0

    mutating func insert(_ name: String) {
        var name = name
        let words = name.withUTF8 { ScreenWord.all($0) }
        guard let last = words.last, last.end - words[0].start >= 3 else { return }
        names.insert(Self.hash(words[...]))
        longest = max(longest, words.count)
    }

    /// The text without those names; nil where it has none.
    func masked(_ screen: NameScreen, rules: [HeldRule]) -> String? {
        let (words, text) = (screen.words, screen.text)
        let guarding = rules.filter { !$0.publishes && $0.names(text) }
        guard !names.isEmpty || !guarding.isEmpty else { return nil }
        var hidden = [Bool](repeating: false, count: words.count)
        for place in words.indices where words[place].isCapital { known(place, words, &hidden) }
        if !guarding.isEmpty { named(words, text, guarding, &hidden) }
        guard hidden.contains(true) else { return nil }
        var ranges: [Range<Int>] = []
        for place in words.indices where hidden[place] {
            if let last = ranges.last, place > 0, hidden[place - 1], words[place].follows {
                ranges[ranges.count - 1] = last.lowerBound..<words[place].end
            } else {
                ranges.append(words[place].start..<words[place].end)
            }
        }
        return NameScreen.replacing(ranges, in: text, by: Self.mark)
    }

    /// Marks a known name that begins at a word.
    private func known(_ start: Int, _ words: [ScreenWord], _ hidden: inout [Bool]) {
        guard !names.isEmpty else { return }
        var hash = WordSet.seed
        for end in start..<min(words.count, start + longest) {
            if end > start, !words[end].follows { return }
            hash = WordSet.pair(hash, words[end].bare)
            if names.contains(hash) { for place in start...end { hidden[place] = true } }
        }
    }

    /// Marks the capital words that stand at a rule's word.
    private func named(_ words: [ScreenWord], _ text: [UInt8], _ rules: [HeldRule], _ hidden: inout [Bool]) {
        for (place, word) in words.enumerated() {
            let written = String(decoding: text[word.start..<word.end], as: UTF8.self)
            guard rules.contains(where: { $0.names(written) }) else { continue }
            var (first, last) = (place, place)
            while first > 0, words[first].follows, Self.isName(words[first - 1]) { first -= 1 }
            // "Zahra women's shelter": a small word between the name and the rule's word.
            if first == place, place > 1, words[place].follows, words[place - 1].follows, !words[place - 1].isCapital,
                Self.isName(words[place - 2])
            {
                first = place - 2
                while first > 0, words[first].follows, Self.isName(words[first - 1]) { first -= 1 }
            }
            while last + 1 < words.count, words[last + 1].follows, Self.isName(words[last + 1]) { last += 1 }
            guard first < last else { continue }
            for at in first...last { hidden[at] = true }
        }
    }

    private static func hash(_ words: ArraySlice<ScreenWord>) -> UInt64 {
        words.reduce(WordSet.seed) { WordSet.pair($0, $1.bare) }
    }

    /// A capital word that can be part of a place's name.
    private static func isName(_ word: ScreenWord) -> Bool {
        word.isCapital && !word.isCompound && !NameWords.never.contains(word.hash)
            && !(word.isInitial && NameWords.initial.contains(word.hash))
    }
}
