import Language
import Record

/// Reads one expression of time that begins at a token.
struct TimePhrase {
    struct Reading {
        var span: TimeSpan
        /// Token after the expression.
        var end: Int
        var lasting = false
    }

    /// The sentence's words in lower case.
    let words: [String]
    let sentence: Sentence
    /// The day of writing; in a history the day told before, from which no "yesterday" counts.
    let today: PartialDate?
    var narrated = false
    /// The last day that a history gives in full.
    var last: PartialDate?
    /// The date that this sentence gave last.
    var anchor: PartialDate?
    /// The day that was given last, from which "two days later" counts.
    var before: PartialDate?

    private var dates: DatePhrase {
        DatePhrase(words: words, sentence: sentence, today: today, narrated: narrated, last: last)
    }
    /// The day of writing, nil in a history.
    private var written: PartialDate? { narrated ? nil : today }
    private func word(_ at: Int) -> String { at < words.count ? words[at] : "" }
    private func isCapital(_ at: Int) -> Bool {
        at < words.count && sentence.tokens[at].form.utf8.first.map { (65...90).contains($0) } == true
    }

    /// The expression at a token; nil where none begins there.
    func read(at: Int) -> Reading? {
        guard at < words.count else { return nil }
        switch words[at] {
        case "since", "until", "till": return bounded(at)
        case "between", "from": return range(at)
        case "today", "tonight", "overnight": return onDay(0, end: at + 1)
        case "yesterday": return onDay(-1, end: at + 1)
        case "tomorrow": return onDay(1, end: at + 1)
        case "last", "past", "previous", "this", "next": return dayAfter(at) ?? relative(at)
        case "following", "same", "that": return dayAfter(at)
        case "earlier", "later", "early", "late", "mid": return part(at)
        default: break
        }
        if words[at].hasPrefix("mid-"), words[at].utf8.count > 4 { return glued(at) }
        if let found = dates.read(at: at) { return Reading(span: found.span, end: found.end) }
        if TimeWords.weekdays[words[at]] != nil { return weekday(at) }
        if TimeWords.seasons[words[at]] != nil { return season(at) }
        return duration(at)
    }

    private func onDay(_ days: Int, end: Int) -> Reading? {
        guard let today = written, today.day != nil else { return nil }
        return Reading(span: TimeSpan(today.adding(days: days)), end: end)
    }

    /// "The next day", "the following day", "that day", "the same day": counted from the day given last.
    private func dayAfter(_ at: Int) -> Reading? {
        guard let before, before.day != nil, word(at + 1) == "day" || word(at + 1) == "night" else { return nil }
        switch words[at] {
        case "next", "following": return Reading(span: TimeSpan(before.adding(days: 1)), end: at + 2)
        case "previous": return Reading(span: TimeSpan(before.adding(days: -1)), end: at + 2)
        case "same", "that": return Reading(span: TimeSpan(before), end: at + 2)
        default: return nil
        }
    }

    // MARK: Bounds

    /// "Since 2014", "until Friday".
    private func bounded(_ at: Int) -> Reading? {
        guard let inner = read(at: at + 1) else { return nil }
        let span =
            words[at] == "since"
            ? TimeSpan(start: inner.span.start, end: nil, precision: .span)
            : TimeSpan(start: nil, end: inner.span.end, precision: .span)
        return Reading(span: span, end: inner.end, lasting: true)
    }

    /// "Between 3 and 5 November", "from May to July 2016".
    private func range(_ at: Int) -> Reading? {
        guard let first = read(at: at + 1) ?? bareDay(at + 1),
            ["and", "to", "until", "till", "-", "–"].contains(word(first.end)),
            let last = dates.read(at: first.end + 1).map({ Reading(span: $0.span, end: $0.end) })
                ?? weekdayOrNil(first.end + 1)
        else { return nil }
        var start = first.span.start
        if start == nil, let month = last.span.start, let day = Int(words[at + 1].prefix { $0.isNumber }) {
            start = PartialDate(year: month.year, month: month.month, day: day)
        }
        // "From May to July 2016": the year stands once.
        if let own = start, let end = last.span.start, own.firstDay > end.firstDay,
            let year = PartialDate(
                year: end.year, month: own.month, day: own.day), year.firstDay <= end.firstDay
        {
            start = year
        }
        guard let start, let end = last.span.end, start.firstDay <= end.lastDay else { return nil }
        return Reading(span: TimeSpan(start: start, end: end, precision: .span), end: last.end)
    }

    private func weekdayOrNil(_ at: Int) -> Reading? { TimeWords.weekdays[word(at)] == nil ? nil : weekday(at) }

    private func bareDay(_ at: Int) -> Reading? {
        guard let day = DatePhrase.number(word(at), 1...31), day > 0 else { return nil }
        return Reading(span: TimeSpan(start: nil, end: nil, precision: .day), end: at + 1)
    }

    // MARK: Days of the week, weeks, months

    /// "Friday": the last such day that is not after today; a printed date after it says it better.
    private func weekday(_ at: Int, after previous: String = "") -> Reading? {
        guard let day = TimeWords.weekdays[words[at]], isCapital(at), words[at].utf8.count > 3 || isPrinted(at) else {
            return nil
        }
        var next = at + 1
        if [",", "(", "the"].contains(word(next)) { next += 1 }
        if let date = dates.read(at: next), date.span.precision == .day {
            return Reading(span: date.span, end: date.end)
        }
        guard let today = written, let own = today.weekday else { return nil }
        if previous == "next" {
            return Reading(span: TimeSpan(today.adding(days: (day - own + 6) % 7 + 1)), end: at + 1)
        }
        var back = (own - day + 7) % 7
        if previous == "last" || previous == "previous", back == 0 { back = 7 }
        return Reading(span: TimeSpan(today.adding(days: -back)), end: at + 1)
    }

    /// "Fri", "Sat" are days only before a date.
    private func isPrinted(_ at: Int) -> Bool { dates.read(at: word(at + 1) == "," ? at + 2 : at + 1) != nil }

    /// "Last week", "this month", "past two days", "last March", "next Friday".
    private func relative(_ at: Int) -> Reading? {
        let which = words[at]
        if let several = lastUnits(at) { return several }
        if TimeWords.weekdays[word(at + 1)] != nil { return weekday(at + 1, after: which) }
        guard let today = written, today.day != nil || today.month != nil else { return nil }
        let back = which == "this" ? 0 : which == "next" ? -1 : 1
        switch word(at + 1) {
        case "week":
            guard let weekday = today.weekday else { return nil }
            let first = today.adding(days: -7 * back - weekday)
            let last = back == 0 ? today : first.adding(days: 6)
            return Reading(span: TimeSpan(start: first, end: last, precision: .week), end: at + 2)
        case "weekend":
            guard let weekday = today.weekday else { return nil }
            let saturday = today.adding(days: -((weekday + 2) % 7) - (which == "last" && weekday >= 5 ? 7 : 0))
            return Reading(
                span: TimeSpan(start: saturday, end: saturday.adding(days: 1), precision: .span), end: at + 2)
        case "month": return month(back).map { Reading(span: TimeSpan($0), end: at + 2) }
        case "year": return PartialDate(year: today.year - back).map { Reading(span: TimeSpan($0), end: at + 2) }
        case "night", "evening": return onDay(which == "this" ? 0 : -1, end: at + 2)
        case "morning", "afternoon": return which == "this" ? onDay(0, end: at + 2) : nil
        case let name:
            if let number = TimeWords.months[name], isCapital(at + 1), which != "past", let month = today.month {
                let earlier = which == "next" ? number > month : which == "last" ? number < month : number <= month
                let year =
                    which == "next" ? (earlier ? today.year : today.year + 1) : earlier ? today.year : today.year - 1
                return PartialDate(year: year, month: number).map { Reading(span: TimeSpan($0), end: at + 2) }
            }
            if TimeWords.seasons[name] != nil { return season(at + 1, back: back) }
            return nil
        }
    }

    /// "The past three weeks", "last 24 hours".
    private func lastUnits(_ at: Int) -> Reading? {
        guard words[at] == "last" || words[at] == "past", let today = written, today.day != nil,
            at + 1 < words.count, let (number, next) = NumberWords.read(words, at: at + 1),
            let unit = TimeWords.units[word(next)], let start = earlier(unit, number)
        else { return nil }
        return Reading(span: TimeSpan(start: start, end: today, precision: .span), end: next + 1)
    }

    /// "Earlier this month", "late last year", "early in March", "mid 2014".
    private func part(_ at: Int) -> Reading? {
        var next = at + 1
        if word(next) == "-" { next += 1 }
        if ["on", "in"].contains(word(next)) { next += 1 }
        if word(next) == "the", ["month", "week", "year"].contains(word(next + 1)) {
            guard words[at] == "earlier" || words[at] == "early" || words[at] == "later", let today = written,
                today.day != nil
            else { return nil }
            switch word(next + 1) {
            case "month": return month(0).map { Reading(span: TimeSpan($0), end: next + 2) }
            case "year": return PartialDate(year: today.year).map { Reading(span: TimeSpan($0), end: next + 2) }
            default: return relativeWeek(end: next + 2)
            }
        }
        guard next < words.count, TimeWords.mayBegin(words[next]), words[next] != "since", words[next] != "from",
            let inner = DatePhrase(
                words: words, sentence: sentence, today: today, narrated: narrated, afterPreposition: true
            ).read(at: next).map({ Reading(span: $0.span, end: $0.end) }) ?? read(at: next)
        else { return nil }
        return inner.lasting ? nil : inner
    }

    private func relativeWeek(end: Int) -> Reading? {
        guard let today = written, let weekday = today.weekday else { return nil }
        return Reading(span: TimeSpan(start: today.adding(days: -weekday), end: today, precision: .week), end: end)
    }

    /// "Mid-2014", "mid-March".
    private func glued(_ at: Int) -> Reading? {
        let rest = String(words[at].dropFirst(4))
        if let year = DatePhrase.number(rest, 1900...2100) {
            return PartialDate(year: year).map { Reading(span: TimeSpan($0), end: at + 1) }
        }
        guard let month = TimeWords.months[rest] else { return nil }
        if let year = DatePhrase.number(word(at + 1), 1800...2100) {
            return PartialDate(year: year, month: month).map { Reading(span: TimeSpan($0), end: at + 2) }
        }
        return dates.nearest(month, nil).map { Reading(span: TimeSpan($0), end: at + 1) }
    }

    /// "Summer 2014", "the spring of 2015", "last winter".
    private func season(_ at: Int, back: Int? = nil) -> Reading? {
        guard let first = TimeWords.seasons[words[at]] else { return nil }
        let yearAt = word(at + 1) == "of" ? at + 2 : at + 1
        var year = DatePhrase.number(word(yearAt), 1800...2100)
        let end = year == nil ? at + 1 : yearAt + 1
        if year == nil, let back, let today = written, let month = today.month {
            year = back == 0 ? today.year : first + 2 < month ? today.year : today.year - 1
        }
        guard let year, let start = PartialDate(year: year, month: first) else { return nil }
        let last = PartialDate(year: first + 2 > 12 ? year + 1 : year, month: (first + 1) % 12 + 1)
        return Reading(span: TimeSpan(start: start, end: last, precision: .span), end: end)
    }

    // MARK: Durations

    private static let lengths: Set<String> = [
        "for", "nearly", "over", "almost", "about", "than", "around", "after", "within", "during", "roughly", "some",
    ]

    /// "Three days ago", "for nearly three years".
    private func duration(_ at: Int) -> Reading? {
        guard let (number, end) = count(at), let unit = TimeWords.units[word(end)] else { return nil }
        if word(end + 1) == "ago" {
            guard let date = earlier(unit, number) else { return nil }
            return Reading(span: TimeSpan(date), end: end + 2)
        }
        if word(end + 1) == "later" {
            return Reading(span: later(unit, number) ?? TimeSpan(start: nil, end: nil, precision: .span), end: end + 2)
        }
        if let span = beside(unit, number, end + 1) { return Reading(span: span, end: end + 2) }
        guard at > 0, Self.lengths.contains(words[at - 1]), unit != .hour else { return nil }
        var span = TimeSpan(start: nil, end: nil, precision: .span)
        let opening = words[max(0, at - 3)..<at]
        if opening.contains("for"), word(end + 1) != "after", word(end + 1) != "before" {
            span.start = earlier(unit, number)
        }
        return Reading(span: span, end: end + 1, lasting: true)
    }

    /// "Seized X in January, five months before they overran Y", "left X on Friday, a day after Y fell", "took X two days
    /// before": counted from the date that the sentence gave.
    private func beside(_ unit: TimeWords.Unit, _ number: Double, _ at: Int) -> TimeSpan? {
        guard let anchor, number < 500, ["before", "after", "earlier", "previously"].contains(word(at)) else {
            return nil
        }
        let next = word(at + 1)
        let isLast = next.isEmpty || next == "and" || next.allSatisfy { !$0.isLetter && !$0.isNumber }
        if word(at) == "after", isLast { return nil }
        let forwards = word(at) == "before" && !isLast
        let count = Int(number) * (forwards ? 1 : -1)
        switch unit {
        case .day, .week:
            guard anchor.day != nil else { return nil }
            return TimeSpan(anchor.adding(days: count * (unit == .week ? 7 : 1)))
        case .month:
            guard let month = anchor.month else { return nil }
            let months = anchor.year * 12 + month - 1 + count
            return PartialDate(year: months / 12, month: months % 12 + 1).map { TimeSpan($0) }
        case .year: return PartialDate(year: anchor.year + count).map { TimeSpan($0) }
        case .hour, .decade: return nil
        }
    }

    /// So many days or weeks after the day that was given last.
    private func later(_ unit: TimeWords.Unit, _ number: Double) -> TimeSpan? {
        guard let before, before.day != nil, number < 500, unit == .day || unit == .week else { return nil }
        return TimeSpan(before.adding(days: Int(number) * (unit == .week ? 7 : 1)))
    }

    private func count(_ at: Int) -> (Double, Int)? {
        if let (number, end) = NumberWords.read(words, at: at) { return (number, end) }
        guard let number = TimeWords.numberWords[words[at]] else { return nil }
        if words[at] == "a", word(at + 1) == "few" { return (3, at + 2) }
        if words[at] == "a", word(at + 1) == "couple", word(at + 2) == "of" { return (2, at + 3) }
        return (Double(number), at + 1)
    }

    /// A day, week, month or year so many units back, as coarse as the unit.
    private func earlier(_ unit: TimeWords.Unit, _ number: Double) -> PartialDate? {
        guard let today = written, number < 5000 else { return nil }
        let count = Int(number)
        switch unit {
        case .hour: return today.day == nil ? nil : today.adding(days: -(count + 12) / 24)
        case .day: return today.day == nil ? nil : today.adding(days: -count)
        case .week: return today.day == nil ? nil : today.adding(days: -7 * count)
        case .month: return month(count)
        case .year: return PartialDate(year: today.year - count)
        case .decade: return PartialDate(year: today.year - 10 * count)
        }
    }

    private func month(_ back: Int) -> PartialDate? {
        guard let today = written, let month = today.month else { return nil }
        let count = today.year * 12 + month - 1 - back
        return PartialDate(year: count / 12, month: count % 12 + 1)
    }
}
