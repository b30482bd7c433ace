import Language
import Record

/// The day that a history tells of, sentence by sentence. A history (an encyclopedia's article, a chronicle) is written
/// long after what it tells: "on 5 March" has the year of the date before it, "the next day" counts from that date, and
/// a sentence without a date tells of the day that its paragraph has reached.
///
/// Strötgen & Gertz, "Domain-Sensitive Temporal Tagging" (2016), chapter 4: in narratives the reference time is the date
/// mentioned last, in news the date of publication.
struct StoryClock {
    /// Where the story stands, as fine as its last date; years come from it.
    private(set) var day: PartialDate?
    /// What a sentence without a date of its own tells of: the date that its paragraph gave last, the month of it in the
    /// next paragraphs of the section.
    private(set) var told: TimeSpan?
    private var block = -1
    private var headings = 0
    /// True until the block gives a date.
    private var fresh = true
    private let start: PartialDate?

    /// The last day that the text gives in full: a day without a year lies no later.
    let end: PartialDate?

    /// A clock that begins with the first date of the text, or with the year that its first sentence names ("was a 2016
    /// offensive").
    init(_ dates: [TimeReader.Found], _ sentences: [Sentence]) {
        let days = dates.compactMap { $0.span.end ?? $0.span.start }
        end = days.filter { $0.day != nil }.max { $0.lastDay < $1.lastDay }
        let first = dates.lazy.compactMap(\.span.start).first
        let year = sentences.prefix(2).lazy.flatMap(\.tokens).compactMap { Self.year($0.form) }.first
        start = year.flatMap { $0 == first?.year ? nil : PartialDate(year: $0) } ?? first
        day = start
    }

    /// True where nearly all dates that `sentences` give in full (`dates`) lie more than half a year before the day of
    /// writing, and no words count from that day; without such a day, where they span more than half a year. One such date
    /// is enough where days without a year follow it.
    static func tellsHistory(_ dates: [TimeReader.Found], _ sentences: [Sentence], written: PartialDate?) -> Bool {
        let days = dates.compactMap(\.span.start)
        let old = written.map { today in days.filter { today.firstDay - $0.lastDay > halfYear } } ?? days
        let exact = old.count { $0.day != nil }
        guard old.count * 10 >= days.count * 9,
            exact >= 2 || old.count >= 3 && sentences.count >= 12 || exact == 1 && yearless(sentences) >= 3
        else { return false }
        if written == nil {
            let numbers = days.map(\.firstDay)
            guard days.count >= 8, let low = numbers.min(), let high = numbers.max(), high - low > halfYear else {
                return false
            }
        }
        var fresh = 0
        for sentence in sentences {
            for token in sentence.tokens where ofWriting.contains(token.form) { fresh += 1 }
        }
        return fresh * 5 <= old.count
    }

    /// Days that are given without their year.
    private static func yearless(_ sentences: [Sentence]) -> Int {
        sentences.reduce(0) { count, sentence in
            let words = sentence.tokens.map { $0.form.lowercased() }
            return count
                + words.indices.count { at in
                    func day(_ at: Int) -> Bool {
                        words.indices.contains(at) && DatePhrase.number(words[at], 1...31) != nil
                    }
                    guard TimeWords.months[words[at]] != nil, day(at - 1) || day(at + 1) else { return false }
                    return !words[at...].prefix(4).contains { year($0) != nil }
                }
        }
    }

    private static let halfYear = 200
    /// Words that count from the day of writing.
    private static let ofWriting: Set<String> = Set(
        TimeWords.weekdays.keys.filter { $0.utf8.count > 5 }.map(\.capitalized)
    )
    .union(["today", "yesterday", "tomorrow", "tonight"])

    /// Goes on to a sentence of block number `next`.
    mutating func enter(block next: Int) {
        guard next != block else { return }
        if block >= 0, let date = told?.start, let month = PartialDate(year: date.year, month: date.month) {
            told = date.month == nil ? nil : TimeSpan(month)
        }
        (block, fresh) = (next, true)
    }

    /// A heading begins a section: its year or date is where the section starts. The first section after the summary
    /// tells from the beginning.
    mutating func enter(heading: Sentence, times: [TimeReader.Found]) {
        told = nil
        headings += 1
        if headings == 2 { day = start }
        if let date = times.lazy.compactMap(\.span.start).first {
            // "Fighting goes on (July–October 2013)": the section's year; where in it, its sentences say.
            day = date.day == nil ? PartialDate(year: date.year) : date
        } else if let year = heading.tokens.lazy.compactMap({ Self.year($0.form) }).first, day?.year != year {
            day = PartialDate(year: year)
        }
    }

    /// Takes in what a sentence gives. Dates in relative clauses and in the pluperfect look back, and move nothing.
    mutating func note(_ times: [TimeReader.Found], in tree: Tree) {
        for found in times where !found.lasting && !looksBack(found, tree) {
            guard let date = found.span.end ?? found.span.start else { continue }
            // "The battle of X (2016–17)": a name's year.
            if date.precision == .year, found.tokens.lowerBound > 0,
                tree.tokens[found.tokens.lowerBound - 1].form == "("
            {
                continue
            }
            if let day, day.firstDay - date.lastDay > Self.halfYear, !fresh, !opens(found, tree) { continue }
            fresh = false
            told = found.span
            if let day, date.precision == .year, day.year == date.year { continue }
            day = date
        }
    }

    /// True for a date at the head of its sentence, which sets the scene; further on it may only compare.
    private func opens(_ found: TimeReader.Found, _ tree: Tree) -> Bool {
        !tree.tokens[..<found.tokens.lowerBound].contains { $0.upos == .verb }
    }

    private func looksBack(_ found: TimeReader.Found, _ tree: Tree) -> Bool {
        var at = found.tokens.lowerBound
        for _ in 0..<8 {
            at = tree.tokens[at].head
            guard at >= 0 else { return false }
            if tree.full(at) == "acl:relcl" || tree.isPluperfect(at) { return true }
        }
        return false
    }

    /// "2016", "2016–2017".
    private static func year(_ form: String) -> Int? {
        let digits = form.utf8.prefix { (48...57).contains($0) }
        guard digits.count == 4, form.utf8.count == 4 || form.utf8.count > 5, let year = Int(form.prefix(4)),
            (1900...2099).contains(year)
        else { return nil }
        return year
    }
}

extension Tree {
    /// "Had seized", "had been held".
    func isPluperfect(_ verb: Int) -> Bool {
        sentence.children(of: verb).contains {
            tokens[$0].relation.base == "aux" && tokens[$0].form.lowercased() == "had"
        }
    }
}
