import Language
import Record

/// Reads dates that name a month or year: "November 3, 2017", "3 November 2017", "Nov 2017", "2017-11-03", "19.04.2017",
/// "3-5 March", "in 2014".
struct DatePhrase {
    struct Reading {
        var span: TimeSpan
        var end: Int
    }

    let words: [String]
    let sentence: Sentence
    let today: PartialDate?
    /// True where `today` is the day that a history tells of, and no day of writing.
    var narrated = false
    /// The last day that a history gives in full.
    var last: PartialDate?
    /// True where a word of time stands before, so that a bare month or year is one.
    var afterPreposition = false

    private func word(_ at: Int) -> String { at < words.count ? words[at] : "" }

    /// A date that begins at a token.
    func read(at: Int) -> Reading? {
        guard at < words.count, let first = words[at].utf8.first else { return nil }
        if (48...57).contains(first) { return numeric(at) ?? dayFirst(at) ?? year(at) }
        return monthFirst(at)
    }

    /// The last such day that is not after today; the plain year of today where it is near in the future. In a history the
    /// one nearest to the day told before.
    func nearest(_ month: Int, _ day: Int?) -> PartialDate? {
        if narrated { return nearestTold(month, day) }
        guard let today, let here = PartialDate(year: today.year, month: month, day: day) else { return nil }
        return here.firstDay > today.lastDay + 45 ? PartialDate(year: today.year - 1, month: month, day: day) : here
    }

    private func nearestTold(_ month: Int, _ day: Int?) -> PartialDate? {
        guard let today else { return nil }
        let years = today.month == nil ? 0...0 : -1...1
        // Histories look back less often than they go on.
        func distance(_ date: PartialDate) -> Int {
            date.firstDay < today.firstDay ? 2 * (today.firstDay - date.firstDay) : date.firstDay - today.firstDay
        }
        let dates = years.compactMap { PartialDate(year: today.year + $0, month: month, day: day) }
        // The next year only as far as the text goes.
        return dates.filter { date in
            date.year <= today.year || last.map { date.firstDay <= $0.lastDay + 45 } ?? true
        }.min { distance($0) < distance($1) }
    }

    /// A number in a range, "3rd" and "21st" included.
    static func number(_ word: String, _ range: ClosedRange<Int>) -> Int? {
        guard let first = word.utf8.first, (48...57).contains(first), word.utf8.count <= 4 else { return nil }
        let digits = word.utf8.prefix { (48...57).contains($0) }
        let rest = word.utf8.count - digits.count
        guard rest == 0 || rest == 2 && ["st", "nd", "rd", "th"].contains(String(word.suffix(2))),
            let value = Int(String(digits) ?? ""),
            range.contains(value)
        else { return nil }
        return value
    }

    private func month(_ at: Int) -> Int? {
        guard at < words.count, let month = TimeWords.months[words[at]],
            sentence.tokens[at].form.utf8.first.map({ (65...90).contains($0) }) == true
        else { return nil }
        return month
    }

    /// "2017", ", 2017", "of 2017" after a month or day.
    private func year(after at: Int) -> (Int, Int)? {
        if let year = Self.number(word(at), 1800...2100), word(at).utf8.count == 4 { return (year, at + 1) }
        if word(at) == "," || word(at) == "of", let year = Self.number(word(at + 1), 1800...2100),
            word(at + 1).utf8.count == 4
        {
            return (year, at + 2)
        }
        return nil
    }

    // MARK: Figures

    /// "2017-11-03", "03/11/2017", "19.04.2017".
    private func numeric(_ at: Int) -> Reading? {
        guard (7...10).contains(words[at].utf8.count) else { return nil }
        if words[at].utf8.contains(45), let iso = PartialDate(words[at]) {
            return Reading(span: TimeSpan(iso), end: at + 1)
        }
        let parts = words[at].split(whereSeparator: { $0 == "/" || $0 == "." || $0 == "-" }).compactMap { Int($0) }
        guard parts.count == 3, parts[2] >= 1800, parts[2] <= 2100 else { return nil }
        var readings: [PartialDate] = []
        if let date = PartialDate(year: parts[2], month: parts[1], day: parts[0]) { readings.append(date) }
        if !words[at].contains("."), let date = PartialDate(year: parts[2], month: parts[0], day: parts[1]) {
            readings.append(date)
        }
        // Day and month may change places: the reading nearest to the report's own day is meant.
        guard let first = readings.first else { return nil }
        guard let today, readings.count > 1 else {
            return readings.count == 1 || parts[0] == parts[1] ? Reading(span: TimeSpan(first), end: at + 1) : nil
        }
        let best = readings.min { abs($0.firstDay - today.firstDay) < abs($1.firstDay - today.firstDay) } ?? first
        return Reading(span: TimeSpan(best), end: at + 1)
    }

    /// "3 November 2017", "the 3rd of November", "3-5 March".
    private func dayFirst(_ at: Int) -> Reading? {
        guard let day = Self.number(words[at], 1...31) else { return nil }
        var (last, monthAt) = (day, at + 1)
        if ["-", "–", "and", "to"].contains(word(at + 1)), let second = Self.number(word(at + 2), 1...31), second > day
        {
            (last, monthAt) = (second, at + 3)
        }
        if word(monthAt) == "of" { monthAt += 1 }
        guard let month = month(monthAt) else { return nil }
        if let (year, end) = year(after: monthAt + 1) { return days(day, last, month, year, end: end) }
        return nearest(month, day).flatMap { days(day, last, month, $0.year, end: monthAt + 1) }
    }

    private func days(_ first: Int, _ last: Int, _ month: Int, _ year: Int, end: Int) -> Reading? {
        guard let start = PartialDate(year: year, month: month, day: first) else { return nil }
        guard last > first, let stop = PartialDate(year: year, month: month, day: last) else {
            return Reading(span: TimeSpan(start), end: end)
        }
        return Reading(span: TimeSpan(start: start, end: stop, precision: .span), end: end)
    }

    private static let beforeYear: Set<String> = [
        "in", "since", "of", "until", "till", "from", "early", "late", "by", "mid", "during", "before", "after", "for",
        "the",
        "/", "and", "to", "(", "between", "end", "summer", "spring", "autumn", "winter",
    ]

    /// "In 2014", "(2014)".
    private func year(_ at: Int) -> Reading? {
        guard words[at].utf8.count == 4, let year = Self.number(words[at], 1500...2099), afterPreposition || at > 0
        else { return nil }
        // "Up to 1600 fled" is a number; "in 1839" is a year.
        let told = at > 0 ? words[at - 1] : ""
        guard year >= 1900 || ["in", "since", "from", "until", "till", "between"].contains(told) else { return nil }
        if !afterPreposition {
            guard Self.beforeYear.contains(words[at - 1]) else { return nil }
            if ["for", "the", "of", "and", "to", "by"].contains(words[at - 1]),
                sentence.tokens[at].relation.base == "nummod"
            {
                return nil
            }
        }
        guard at + 1 >= words.count || sentence.tokens[at + 1].upos != .noun || words[at + 1] == "when" else {
            return nil
        }
        return PartialDate(year: year).map { Reading(span: TimeSpan($0), end: at + 1) }
    }

    // MARK: Months

    private static let beforeMonth: Set<String> = [
        "in", "since", "early", "late", "mid", "until", "till", "by", "of", "during", "from", "last", "this", "next",
        "before", "after", "between", "and", "to", "end", "beginning", "through", "-",
    ]

    /// "November 3, 2017", "Nov 2017", "November".
    private func monthFirst(_ at: Int) -> Reading? {
        guard let month = month(at) else { return nil }
        let opensSentence = at == 0 && ["may", "march"].contains(words[at])
        if let day = Self.number(word(at + 1), 1...31), !opensSentence || year(after: at + 2) != nil {
            return monthDay(month, day, at)
        }
        // "Apr 152017": a lost comma and blank.
        if let (day, year) = Self.glued(word(at + 1)), let date = PartialDate(year: year, month: month, day: day) {
            return Reading(span: TimeSpan(date), end: at + 2)
        }
        if let (year, end) = year(after: at + 1) {
            return PartialDate(year: year, month: month).map { Reading(span: TimeSpan($0), end: end) }
        }
        let before = at > 0 ? words[at - 1] : ""
        guard
            afterPreposition || Self.beforeMonth.contains(before)
                || !TimeWords.ambiguous.contains(words[at]) && words[at].utf8.count > 4
        else { return nil }
        return nearest(month, nil).map { Reading(span: TimeSpan($0), end: at + 1) }
    }

    private func monthDay(_ month: Int, _ day: Int, _ at: Int) -> Reading? {
        var (last, end) = (day, at + 2)
        if ["-", "–", "and", "to"].contains(word(at + 2)), let second = Self.number(word(at + 3), 1...31), second > day,
            word(at + 2) != "and"
                || TimeWords.months[word(at + 4)] == nil && sentence.tokens[at + 3].relation.base != "nummod"
        {
            (last, end) = (second, at + 4)
        }
        if let (year, after) = year(after: end) { return days(day, last, month, year, end: after) }
        return nearest(month, day).flatMap { days(day, last, month, $0.year, end: end) }
    }

    private static func glued(_ word: String) -> (Int, Int)? {
        guard (5...6).contains(word.utf8.count), word.utf8.allSatisfy({ (48...57).contains($0) }),
            let year = Int(word.suffix(4)),
            (1900...2100).contains(year), let day = Int(word.dropLast(4)), (1...31).contains(day)
        else { return nil }
        return (day, year)
    }
}
