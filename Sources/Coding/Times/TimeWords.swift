import Record

/// The words of time: months, weekdays, seasons, units, and the words with which an expression of time can begin.
enum TimeWords {
    static let months: [String: Int] = [
        "january": 1, "jan": 1, "february": 2, "feb": 2, "march": 3, "mar": 3, "april": 4, "apr": 4, "may": 5,
        "june": 6, "jun": 6, "july": 7, "jul": 7, "august": 8, "aug": 8, "september": 9, "sept": 9, "sep": 9,
        "october": 10, "oct": 10, "november": 11, "nov": 11, "december": 12, "dec": 12,
    ]
    /// Monday is 0.
    static let weekdays: [String: Int] = [
        "monday": 0, "tuesday": 1, "wednesday": 2, "thursday": 3, "friday": 4, "saturday": 5, "sunday": 6, "mon": 0,
        "tue": 1, "tues": 1, "wed": 2, "thu": 3, "thurs": 3, "thur": 3, "fri": 4, "sat": 5, "sun": 6,
    ]
    /// First month of a season of three.
    static let seasons: [String: Int] = ["spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12]
    /// Months whose names are also common words or first names: they need a preposition or a day.
    static let ambiguous: Set<String> = ["may", "march", "april", "june", "mar", "jan", "dec", "sep"]
    static let parts: Set<String> = ["early", "late", "mid", "mid-", "earlier", "later", "end", "beginning", "start"]
    static let numberWords: [String: Int] = [
        "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
        "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "several": 3, "few": 3, "couple": 2,
    ]

    enum Unit { case hour, day, week, month, year, decade }
    static let units: [String: Unit] = [
        "hour": .hour, "hours": .hour, "day": .day, "days": .day, "week": .week, "weeks": .week, "month": .month,
        "months": .month, "year": .year, "years": .year, "decade": .decade, "decades": .decade,
    ]

    private static let relative: Set<String> = [
        "since", "until", "till", "today", "tonight", "yesterday", "tomorrow", "overnight", "last", "past", "previous",
        "this", "earlier", "next", "early", "late", "mid", "later", "between", "from", "following", "same", "that",
    ]
    /// Every word with which an expression can begin, but for figures.
    private static let beginnings = WordTable(
        Set(months.keys).union(weekdays.keys).union(seasons.keys).union(relative).union(numberWords.keys), value: true)

    /// True where an expression of time may begin with the word: a look at its first letter rules out most.
    static func mayBegin(_ word: String) -> Bool {
        guard let first = word.utf8.first else { return false }
        if (48...57).contains(first) { return true }
        return (97...122).contains(first) && word.utf8.count <= 10 && beginnings[word] != nil
            || first == 109 && word.utf8.starts(with: "mid-".utf8)
    }

    /// As ``mayBegin(_:)``, for a form as the text spells it.
    static func mayBegin(form: String) -> Bool {
        guard let first = form.utf8.first else { return false }
        if (48...57).contains(first) { return true }
        guard (97...122).contains(first | 0x20) else { return false }
        if form.utf8.last == 46 { return mayBegin(plain(form)) }
        return form.utf8.count <= 10 && beginnings[ignoringCase: form] != nil
            || first | 0x20 == 109 && form.utf8.count > 3 && mayBegin(plain(form))
    }

    /// Lower case, without the point of an abbreviation.
    static func plain(_ form: String) -> String {
        var lower = form.lowercased()
        if lower.utf8.last == 46, lower.utf8.count > 1 { lower.removeLast() }
        return lower
    }
}
