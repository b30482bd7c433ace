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
    /// True where `today` is the day that a history told last.
    let narrated: Bool

    /// The last day that a history gives in full.
    private let end: PartialDate?

    /// A reader for a report or caption of one day.
    package init(today: PartialDate?) { (self.today, narrated, end) = (today, false, nil) }

    /// A reader for the next sentence of a history, which told of `day` last and of nothing after `end`.
    init(after day: PartialDate?, until end: PartialDate?) { (today, narrated, self.end) = (day, true, end) }

    /// All times of a sentence, in text order.
    package func read(_ sentence: Sentence, in text: String) -> [Found] {
        let places = sentence.tokens.indices.filter { TimeWords.mayBegin(form: sentence.tokens[$0].form) }
        guard !places.isEmpty else { return [] }
        let words = sentence.tokens.map { TimeWords.plain($0.form) }
        var phrase = TimePhrase(words: words, sentence: sentence, today: today, narrated: narrated, last: end)
        if narrated { phrase.before = today }
        var found: [Found] = []
        var end = 0
        for at in places where at >= end {
            guard let one = phrase.read(at: at) else { continue }
            var span = one.span
            if let start = span.start, start.day != nil { phrase.before = start }
            if let start = span.start, start.month != nil, !one.lasting { phrase.anchor = start }
            span.text = sentence.text(of: at..<one.end, in: text)
            let vague = span.start == nil && span.end == nil
            found.append(Found(tokens: at..<one.end, span: span, lasting: one.lasting, vague: vague))
            end = one.end
        }
        return found
    }
}
