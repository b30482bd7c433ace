package import Language

/// Finds the numbers of a sentence with their bounds: "at least 20", "between 2,500 and 3,500", "dozens", "up to 80".
package struct NumberReader {
    /// A number of the sentence.
    package struct Found: Equatable {
        /// The number with the words of its bounds.
        package var tokens: Range<Int>
        package var reading: NumberWords.Reading
        /// The last token of the number itself.
        package var head: Int
        /// True for a round word without a figure ("dozens", "several").
        package var isVague = false
    }

    package init() {}

    private enum Bound { case floor, ceiling, about }

    /// The words of a bound, by the last of them, which stands before the number.
    private static let bounds: [String: [(words: [String], kind: Bound)]] = {
        let all: [(String, Bound)] = [
            ("at least", .floor), ("more than", .floor), ("over", .floor), ("no fewer than", .floor),
            ("not less than", .floor), ("above", .floor), ("exceeding", .floor), ("no less than", .floor),
            ("upwards of", .floor), ("minimum of", .floor), ("greater than", .floor), ("in excess of", .floor),
            ("well over", .floor), ("not fewer than", .floor), ("upward of", .floor),
            ("up to", .ceiling), ("as many as", .ceiling), ("fewer than", .ceiling), ("less than", .ceiling),
            ("under", .ceiling), ("at most", .ceiling), ("no more than", .ceiling), ("as much as", .ceiling),
            ("below", .ceiling), ("not more than", .ceiling), ("maximum of", .ceiling),
            ("about", .about), ("around", .about), ("some", .about), ("nearly", .about), ("almost", .about),
            ("approximately", .about), ("roughly", .about), ("an estimated", .about), ("estimated", .about),
            ("close to", .about), ("circa", .about), ("near", .about), ("approx", .about), ("approx .", .about),
            ("reportedly", .about), ("just over", .floor),
        ]
        var found: [String: [(words: [String], kind: Bound)]] = [:]
        for (phrase, kind) in all {
            let words = phrase.split(separator: " ").map(String.init)
            found[words[words.count - 1], default: []].append((words, kind))
        }
        return found.mapValues { $0.sorted { $0.words.count > $1.words.count } }
    }()

    /// All numbers of a sentence, in text order.
    package func read(_ sentence: Sentence) -> [Found] {
        let places = sentence.tokens.indices.filter { NumberWords.mayBegin(sentence.tokens[$0].form) }
        guard !places.isEmpty else { return [] }
        let words = sentence.tokens.map { $0.form.lowercased() }
        var found: [Found] = []
        var end = 0
        for at in places where at >= end {
            // "No one was hurt".
            if words[at] == "one", at > 0, ["no", "any", "every", "some"].contains(words[at - 1]) { continue }
            guard let one = roundWord(words, at: at) ?? number(words, at: at) else { continue }
            found.append(one)
            end = one.tokens.upperBound
        }
        return found
    }

    /// "Dozens", "tens of thousands", "several hundred", "a few dozen".
    private func roundWord(_ words: [String], at: Int) -> Found? {
        guard var bounds = NumberWords.round[words[at]] else { return nil }
        var end = at + 1
        if ["tens", "hundreds", "dozens", "scores"].contains(words[at]), end + 1 < words.count, words[end] == "of",
            let unit = ["thousands": 1000.0, "millions": 1_000_000, "hundreds": 100][words[end + 1]]
        {
            (bounds, end) = ((bounds.0 * unit, bounds.1 * unit), end + 2)
        } else if ["several", "few", "many"].contains(words[at]), end < words.count,
            let unit = ["hundred": 100.0, "thousand": 1000, "dozen": 12, "million": 1_000_000][words[end]]
        {
            (bounds, end) = ((3 * unit, 9 * unit), end + 1)
        } else if words[at] == "few" || words[at] == "many" {
            return nil
        }
        return Found(
            tokens: at..<end, reading: .init(low: bounds.0, high: bounds.1, approximate: true), head: end - 1,
            isVague: true)
    }

    private func number(_ words: [String], at: Int) -> Found? {
        guard let (value, end) = NumberWords.read(words, at: at) else { return nil }
        var reading = NumberWords.Reading(low: value, high: value, approximate: false)
        var (start, stop) = (at, end)
        // A range: "10 to 20", "10-20", "between 10 and 20".
        if end + 1 < words.count, ["to", "-", "–", "or", "and"].contains(words[end]),
            let (second, after) = NumberWords.read(words, at: end + 1), second > value,
            words[end] != "and" || (at > 0 && words[at - 1] == "between")
        {
            reading = .init(low: value, high: second, approximate: true)
            stop = after
            if at > 0, ["between", "from"].contains(words[at - 1]) { start = at - 1 }
        }
        let before = Self.bound(words, before: start)
        switch before.kind {
        case .floor?: reading = .init(low: value, high: nil, approximate: true)
        case .ceiling?: reading = .init(low: nil, high: reading.high, approximate: true)
        case .about?: reading.approximate = true
        case nil: break
        }
        start = before.start
        if stop + 1 < words.count, words[stop] == "or", words[stop + 1] == "more" {
            reading = .init(low: value, high: nil, approximate: true)
            return Found(tokens: start..<stop + 2, reading: reading, head: stop - 1)
        }
        return Found(tokens: start..<stop, reading: reading, head: stop - 1)
    }

    private static func bound(_ words: [String], before start: Int) -> (kind: Bound?, start: Int) {
        guard start > 0, let phrases = bounds[words[start - 1]] else { return (nil, start) }
        for (phrase, kind) in phrases where start >= phrase.count {
            guard words[start - phrase.count..<start].elementsEqual(phrase) else { continue }
            if phrase == ["some"] || phrase == ["over"], start >= 2, words[start - 2] == "all" { continue }
            return (kind, start - phrase.count)
        }
        return (nil, start)
    }
}
