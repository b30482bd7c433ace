package import Language
package import Record

/// Reads the time expressions of a sentence against a day: absolute dates, weekdays, "yesterday", "last month",
/// "since 2014", "for nearly three years".
package struct TimeReader {
    /// A time with the tokens that say it.
    package struct Found: Equatable, Sendable {
        package var tokens: Range<Int>
        package var span: TimeSpan
        /// True for "since", "for N years": a state that lasts.
        package var lasting: Bool
        /// True for a time of day or a duration that says nothing of the date.
        package var vague: Bool
    }

    /// The day against which relative words are read; nil where the report has none.
    package let today: PartialDate?

    /// A reader for a report or caption of one day.
    package init(today: PartialDate?) { self.today = today }

    /// All times of a sentence, in text order.
    package func read(_ sentence: Sentence, in text: String) -> [Found] {
        let words = sentence.tokens.map { Self.plain($0.form) }
        guard words.contains(where: { TimeWords.mayBegin($0) }) else { return [] }
        var phrase = TimePhrase(words: words, sentence: sentence, today: today)
        var found: [Found] = []
        var at = 0
        while at < words.count {
            guard TimeWords.mayBegin(words[at]), let one = phrase.read(at: at) else {
                at += 1
                continue
            }
            var span = one.span
            if let start = span.start, start.day != nil { phrase.before = start }
            span.text = sentence.text(of: at..<one.end, in: text)
            let vague = span.start == nil && span.end == nil
            found.append(Found(tokens: at..<one.end, span: span, lasting: one.lasting, vague: vague))
            at = one.end
        }
        return found
    }

    /// Lower case, without the point of an abbreviation.
    private static func plain(_ form: String) -> String {
        var lower = form.lowercased()
        if lower.utf8.last == 46, lower.utf8.count > 1 { lower.removeLast() }
        return lower
    }
}
