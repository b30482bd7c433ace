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

    package static let months: [String: Int] = [
        "january": 1, "jan": 1, "february": 2, "feb": 2, "march": 3, "mar": 3, "april": 4, "apr": 4, "may": 5,
        "june": 6,
        "jun": 6, "july": 7, "jul": 7, "august": 8, "aug": 8, "september": 9, "sept": 9, "sep": 9, "october": 10,
        "oct": 10,
        "november": 11, "nov": 11, "december": 12, "dec": 12,
    ]
    static let weekdays: [String: Int] = [
        "monday": 0, "tuesday": 1, "wednesday": 2, "thursday": 3, "friday": 4, "saturday": 5, "sunday": 6, "mon": 0,
        "tue": 1, "tues": 1, "wed": 2, "thu": 3, "thurs": 3, "fri": 4, "sat": 5,
    ]

    /// All times of a sentence, in text order.
    package func read(_ sentence: Sentence, in text: String) -> [Found] {
        let words = sentence.tokens.map { word in
            var lower = word.form.lowercased()
            if lower.hasSuffix("."), lower.count > 1 { lower.removeLast() }
            return lower
        }
        var found: [Found] = []
        var at = 0
        while at < words.count {
            if let (span, end, lasting) = expression(words, sentence, at: at) {
                var named = span
                named.text = sentence.text(of: at..<end, in: text)
                found.append(
                    Found(tokens: at..<end, span: named, lasting: lasting, vague: span.start == nil && span.end == nil))
                at = end
            } else {
                at += 1
            }
        }
        return found
    }

    private func expression(_ words: [String], _ sentence: Sentence, at: Int) -> (TimeSpan, Int, Bool)? {
        // A sentence may end in "since" or "until".
        guard at < words.count else { return nil }
        let word = words[at]
        func next(_ offset: Int) -> String { at + offset < words.count ? words[at + offset] : "" }
        if word == "since" || word == "until" || word == "till",
            let (inner, end, _) = expression(words, sentence, at: at + 1) ?? nil
        {
            return word == "since"
                ? (TimeSpan(start: inner.start, end: nil, precision: .span), end, true)
                : (TimeSpan(start: nil, end: inner.end, precision: .span), end, true)
        }
        if let absolute = absolute(words, sentence, at: at) { return (TimeSpan(absolute.0), absolute.1, false) }
        if let day = Self.weekdays[word], sentence.tokens[at].form.first?.isUppercase == true, word.count > 3 {
            guard let today, let own = today.weekday else { return nil }
            if at > 0, words[at - 1] == "next" {
                return (TimeSpan(today.adding(days: (day - own + 6) % 7 + 1)), at + 1, false)
            }
            let back = (own - day + 7) % 7
            return (TimeSpan(today.adding(days: -back)), at + 1, false)
        }
        guard let today, today.day != nil else { return relativeYear(words, at: at) }
        switch word {
        case "today", "tonight": return (TimeSpan(today), at + 1, false)
        case "yesterday": return (TimeSpan(today.adding(days: -1)), at + 1, false)
        case "tomorrow": return (TimeSpan(today.adding(days: 1)), at + 1, false)
        case "overnight": return (TimeSpan(today), at + 1, false)
        case "last", "past", "previous", "this", "earlier", "next":
            var unitAt = 1
            if word == "earlier", next(1) == "this" { unitAt = 2 }
            if word == "earlier", unitAt == 1 { return nil }
            let back = word == "this" || word == "earlier" ? 0 : word == "next" ? -1 : 1
            switch next(unitAt) {
            case "week":
                return (
                    TimeSpan(
                        start: today.adding(days: -7 * back - (today.weekday ?? 0)), end: today.adding(days: -7 * back),
                        precision: .week), at + unitAt + 1, false
                )
            case "month": return month(today, back).map { (TimeSpan($0), at + unitAt + 1, false) }
            case "year": return PartialDate(year: today.year - back).map { (TimeSpan($0), at + unitAt + 1, false) }
            case "night": return (TimeSpan(today.adding(days: -back)), at + unitAt + 1, false)
            case let name:
                if word == "last" || word == "this", let number = Self.months[name],
                    sentence.tokens[at + unitAt].form.first?.isUppercase == true
                {
                    let year =
                        word == "last" && number >= (today.month ?? 12) || number > (today.month ?? 12)
                        ? today.year - 1 : today.year
                    return PartialDate(year: year, month: number).map { (TimeSpan($0), at + unitAt + 1, false) }
                }
            }
        default: break
        }
        if let (number, end) = NumberWords.read(words, at: at), end + 1 < words.count || end < words.count {
            let unit = words[end]
            let days = ["day": 1, "days": 1, "week": 7, "weeks": 7][unit]
            if end + 1 < words.count,
                words[end + 1] == "ago" || words[end + 1] == "earlier" || words[end + 1] == "before"
            {
                let ago = words[end + 1] == "ago"
                if let days, ago { return (TimeSpan(today.adding(days: -days * Int(number))), end + 2, false) }
                if unit.hasPrefix("month"), ago {
                    return month(today, Int(number)).map { (TimeSpan($0), end + 2, false) }
                }
                if unit.hasPrefix("year"), ago {
                    return PartialDate(year: today.year - Int(min(number, 5000))).map { (TimeSpan($0), end + 2, false) }
                }
            }
            let before = at > 0 ? words[at - 1] : ""
            if ["for", "nearly", "over", "almost", "about", "than", "around"].contains(before),
                days != nil || unit.hasPrefix("month") || unit.hasPrefix("year")
            {
                return (TimeSpan(start: nil, end: nil, precision: .span), end + 1, true)
            }
        }
        return nil
    }

    private func month(_ today: PartialDate, _ back: Int) -> PartialDate? {
        let count = today.year * 12 + (today.month ?? 1) - 1 - back
        return PartialDate(year: count / 12, month: count % 12 + 1)
    }

    private func relativeYear(_ words: [String], at: Int) -> (TimeSpan, Int, Bool)? { nil }

    /// "November 3, 2017", "3 November 2017", "3 Nov", "November 2017", "2017-11-03", "in 2014", "November".
    private func absolute(_ words: [String], _ sentence: Sentence, at: Int) -> (PartialDate, Int)? {
        func number(_ index: Int, _ range: ClosedRange<Int>) -> Int? {
            guard index < words.count else { return nil }
            var word = words[index]
            for suffix in ["st", "nd", "rd", "th"] where word.hasSuffix(suffix) { word.removeLast(2); break }
            guard let value = Int(word), range.contains(value) else { return nil }
            return value
        }
        func month(_ index: Int) -> Int? {
            guard index < words.count, let month = Self.months[words[index]] else { return nil }
            guard sentence.tokens[index].form.first?.isUppercase == true else { return nil }
            return month
        }
        func year(after index: Int) -> (Int, Int)? {
            if let year = number(index, 1800...2100) { return (year, index + 1) }
            if index < words.count, words[index] == ",", let year = number(index + 1, 1800...2100) {
                return (year, index + 2)
            }
            if index < words.count, words[index] == "of", let year = number(index + 1, 1800...2100) {
                return (year, index + 2)
            }
            return nil
        }
        if let iso = PartialDate(words[at]), words[at].contains("-") { return (iso, at + 1) }
        if let day = number(at, 1...31) {
            let monthAt = at + 1 < words.count && words[at + 1] == "of" ? at + 2 : at + 1
            if let month = month(monthAt) {
                if let (year, end) = year(after: monthAt + 1) {
                    return PartialDate(year: year, month: month, day: day).map { ($0, end) }
                }
                return nearest(month, day).map { ($0, monthAt + 1) }
            }
        }
        if let month = month(at) {
            let capital = words[at] != "may" && words[at] != "march" || at > 0
            if let day = number(at + 1, 1...31), capital {
                if let (year, end) = year(after: at + 2) {
                    return PartialDate(year: year, month: month, day: day).map { ($0, end) }
                }
                return nearest(month, day).map { ($0, at + 2) }
            }
            if let (year, end) = year(after: at + 1) { return PartialDate(year: year, month: month).map { ($0, end) } }
            let before = at > 0 ? words[at - 1] : ""
            if ["in", "since", "early", "late", "mid", "until", "by", "of", "during", "from", "last"].contains(before) {
                return nearest(month, nil).map { ($0, at + 1) }
            }
            return nil
        }
        if let year = number(at, 1900...2099), words[at].count == 4, at > 0,
            [
                "in", "since", "of", "until", "from", "early", "late", "by", "mid", "during", "before", "after", "for",
                "the", "/", "and", "to", "(",
            ].contains(words[at - 1]),
            at + 1 >= words.count || sentence.tokens[at + 1].upos != .noun || ["when"].contains(words[at + 1])
        {
            if ["for", "the", "of", "and", "to", "by"].contains(words[at - 1]),
                sentence.tokens[at].relation.base == "nummod"
            {
                return nil
            }
            return PartialDate(year: year).map { ($0, at + 1) }
        }
        return nil
    }

    /// The last such day that is not after today; the plain year of today where it is near in the future.
    private func nearest(_ month: Int, _ day: Int?) -> PartialDate? {
        guard let today else { return nil }
        guard let here = PartialDate(year: today.year, month: month, day: day) else { return nil }
        if here.firstDay > today.lastDay + 45 { return PartialDate(year: today.year - 1, month: month, day: day) }
        return here
    }
}
