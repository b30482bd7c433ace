package import Language

/// Finds the numbers of a sentence with their bounds: "at least 20", "between 2,500 and 3,500", "dozens", "up to 80".
package struct NumberReader {
    /// A number of the sentence.
    package struct Found: Equatable {
        package var tokens: Range<Int>
        package var reading: NumberWords.Reading
        /// The last token of the number itself.
        package var head: Int
    }

    package init() {}

    private static let floors: [[String]] = [
        ["at", "least"], ["more", "than"], ["over"], ["no", "fewer", "than"], ["not", "less", "than"], ["above"],
        ["exceeding"],
        ["no", "less", "than"], ["upwards", "of"], ["minimum", "of"], ["greater", "than"], ["in", "excess", "of"],
        ["well", "over"],
        ["not", "fewer", "than"], ["as", "of"],
    ]
    private static let ceilings: [[String]] = [
        ["up", "to"], ["as", "many", "as"], ["fewer", "than"], ["less", "than"], ["under"], ["at", "most"],
        ["no", "more", "than"],
        ["as", "much", "as"], ["below"],
    ]
    private static let abouts: [[String]] = [
        ["about"], ["around"], ["some"], ["nearly"], ["almost"], ["approximately"], ["roughly"], ["an", "estimated"],
        ["estimated"],
        ["close", "to"], ["circa"], ["near"], ["approx"], ["approx", "."], ["reportedly"],
    ]

    /// All numbers of a sentence, in text order.
    package func read(_ sentence: Sentence) -> [Found] {
        let words = sentence.tokens.map(\.form)
        let lower = words.map { $0.lowercased() }
        var found: [Found] = []
        var at = 0
        while at < words.count {
            if let (low, high) = NumberWords.round[lower[at]] {
                var end = at + 1
                var bounds = (low, high)
                if lower[at] == "tens", end + 1 < lower.count, lower[end] == "of" {
                    if lower[end + 1] == "thousands" { (bounds, end) = ((20_000, 99_000), end + 2) }
                } else if lower[at] == "hundreds", end + 1 < lower.count, lower[end] == "of",
                    lower[end + 1] == "thousands"
                {
                    (bounds, end) = ((200_000, 999_000), end + 2)
                } else if end < lower.count, lower[at] == "several",
                    lower[end] == "hundred" || lower[end] == "thousand" || lower[end] == "dozen"
                {
                    let unit = lower[end] == "hundred" ? 100.0 : lower[end] == "dozen" ? 12 : 1000
                    (bounds, end) = ((3 * unit, 9 * unit), end + 1)
                }
                found.append(
                    Found(
                        tokens: at..<end, reading: .init(low: bounds.0, high: bounds.1, approximate: true),
                        head: end - 1))
                at = end
                continue
            }
            guard let (value, end) = NumberWords.read(words, at: at) else { at += 1; continue }
            var reading = NumberWords.Reading(low: value, high: value, approximate: false)
            var (start, stop) = (at, end)
            // A range: "10 to 20", "10-20", "between 10 and 20".
            if end + 1 < words.count, ["to", "-", "–", "or", "and"].contains(lower[end]),
                let (second, after) = NumberWords.read(words, at: end + 1), second > value,
                lower[end] != "and" || (at > 0 && lower[at - 1] == "between"),
                lower[end] != "to" || at == 0 || lower[at - 1] != "from" || second > value
            {
                reading = .init(low: value, high: second, approximate: true)
                stop = after
                if at > 0, ["between", "from"].contains(lower[at - 1]) { start = at - 1 }
            }
            let before = Self.bound(lower, before: start)
            switch before.kind {
            case .floor?: reading = .init(low: value, high: nil, approximate: true)
            case .ceiling?: reading = .init(low: nil, high: reading.high, approximate: true)
            case .about?: reading.approximate = true
            case nil: break
            }
            start = before.start
            if stop + 1 < lower.count, lower[stop] == "or", lower[stop + 1] == "more" {
                reading = .init(low: value, high: nil, approximate: true)
            }
            found.append(Found(tokens: start..<stop, reading: reading, head: stop - 1))
            at = stop
        }
        return found
    }

    private enum Bound { case floor, ceiling, about }

    private static func bound(_ words: [String], before start: Int) -> (kind: Bound?, start: Int) {
        for (kind, lists) in [(Bound.floor, floors), (.ceiling, ceilings), (.about, abouts)] {
            for phrase in lists.sorted(by: { $0.count > $1.count }) where start >= phrase.count {
                guard Array(words[start - phrase.count..<start]) == phrase else { continue }
                if phrase == ["some"] || phrase == ["over"], start >= 2, words[start - 2] == "all" { continue }
                return (kind, start - phrase.count)
            }
        }
        return (nil, start)
    }
}
