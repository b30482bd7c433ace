/// A date as coarse as its source: `2014`, `2017-11` or `2017-11-03` (proleptic Gregorian calendar).
public struct PartialDate: Hashable, Sendable {
    /// Year, 1 to 9999.
    public let year: Int
    /// Month 1 to 12, nil where only the year is known.
    public let month: Int?
    /// Day of the month, nil where only the month is known.
    public let day: Int?

    /// A year.
    public init?(year: Int) { self.init(year: year, month: nil, day: nil) }

    /// A date of any precision; nil where no such date exists (31 April, a day without a month).
    public init?(year: Int, month: Int?, day: Int? = nil) {
        guard (1...9999).contains(year), month != nil || day == nil else { return nil }
        if let month {
            guard (1...12).contains(month) else { return nil }
            if let day { guard (1...Self.days(in: month, of: year)).contains(day) else { return nil } }
        }
        (self.year, self.month, self.day) = (year, month, day)
    }

    /// Reads `2014`, `2017-11`, `2017-11-03`; a time after the day (`2017-11-03T10:00:00Z`) is left out.
    public init?(_ iso: some StringProtocol) {
        var numbers = [0, 0, 0]
        var (part, digits) = (0, 0)
        scan: for unit in iso.utf8 {
            switch unit {
            case 48...57:
                digits += 1
                guard digits <= 4 else { return nil }
                numbers[part] = numbers[part] * 10 + Int(unit - 48)
            case 45:
                guard part < 2, digits == (part == 0 ? 4 : 2) else { return nil }
                (part, digits) = (part + 1, 0)
            case 84, 32: break scan
            default: return nil
            }
        }
        guard digits == (part == 0 ? 4 : 2) else { return nil }
        self.init(year: numbers[0], month: part > 0 ? numbers[1] : nil, day: part > 1 ? numbers[2] : nil)
    }

    /// The day that is `number` days after 1 January 1970.
    public init(daysSince1970 number: Int) {
        // Howard Hinnant, "chrono-compatible low-level date algorithms": civil_from_days.
        let z = number + 719_468
        let era = (z >= 0 ? z : z - 146_096) / 146_097
        let doe = z - era * 146_097
        let yoe = (doe - doe / 1460 + doe / 36_524 - doe / 146_096) / 365
        let doy = doe - (365 * yoe + yoe / 4 - yoe / 100)
        let mp = (5 * doy + 2) / 153
        let month = mp < 10 ? mp + 3 : mp - 9
        (year, self.month, day) = (yoe + era * 400 + (month <= 2 ? 1 : 0), month, doy - (153 * mp + 2) / 5 + 1)
    }

    /// What the date is precise to.
    public var precision: Precision { day != nil ? .day : month != nil ? .month : .year }

    /// Days since 1 January 1970 of the first day that the date may mean.
    public var firstDay: Int { Self.dayNumber(year, month ?? 1, day ?? 1) }

    /// Days since 1 January 1970 of the last day that the date may mean.
    public var lastDay: Int {
        let month = self.month ?? 12
        return Self.dayNumber(year, month, day ?? Self.days(in: month, of: year))
    }

    /// 0 Monday to 6 Sunday, nil for a month or a year.
    public var weekday: Int? { day == nil ? nil : ((firstDay + 3) % 7 + 7) % 7 }

    /// The day `count` days later (from the first day of a coarser date).
    public func adding(days count: Int) -> PartialDate { PartialDate(daysSince1970: firstDay + count) }

    /// Days in a month.
    public static func days(in month: Int, of year: Int) -> Int {
        switch month {
        case 2: return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: return 30
        default: return 31
        }
    }

    private static func dayNumber(_ year: Int, _ month: Int, _ day: Int) -> Int {
        let y = month <= 2 ? year - 1 : year
        let era = (y >= 0 ? y : y - 399) / 400
        let yoe = y - era * 400
        let doy = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        return era * 146_097 + yoe * 365 + yoe / 4 - yoe / 100 + doy - 719_468
    }
}

extension PartialDate: Comparable {
    /// By first day; of two that begin together the finer comes first.
    public static func < (a: PartialDate, b: PartialDate) -> Bool {
        (a.firstDay, a.lastDay) < (b.firstDay, b.lastDay)
    }
}

extension PartialDate: CustomStringConvertible {
    /// ISO 8601.
    public var description: String {
        func two(_ n: Int) -> String { n < 10 ? "0\(n)" : "\(n)" }
        var text = String(year)
        text = String(repeating: "0", count: max(0, 4 - text.count)) + text
        if let month { text += "-" + two(month) }
        if let day { text += "-" + two(day) }
        return text
    }
}

extension PartialDate: Codable {
    /// An ISO 8601 string.
    public func encode(to encoder: any Encoder) throws {
        var box = encoder.singleValueContainer()
        try box.encode(description)
    }

    /// From an ISO 8601 string.
    public init(from decoder: any Decoder) throws {
        let box = try decoder.singleValueContainer()
        let text = try box.decode(String.self)
        guard let date = PartialDate(text) else {
            throw DecodingError.dataCorruptedError(
                in: box, debugDescription: "\"\(text)\" is no ISO 8601 date such as 2014, 2017-11 or 2017-11-03")
        }
        self = date
    }
}

/// How fine a time is known.
public enum Precision: String, Codable, Sendable, CaseIterable {
    case day, week, month, year, span
}

/// Valid time: when a thing was so, not when it was printed.
public struct TimeSpan: Hashable, Sendable, Codable {
    /// First day, month or year; nil where open.
    public var start: PartialDate?
    /// Last day, month or year; nil where open or not known.
    public var end: PartialDate?
    /// How fine the source is.
    public var precision: Precision
    /// The words that say it ("on Friday", "since 2014"), nil where taken from the report's or caption's own date.
    public var text: String?

    /// A span; give `end` equal to `start` for a single day.
    public init(start: PartialDate?, end: PartialDate?, precision: Precision, text: String? = nil) {
        (self.start, self.end, self.precision, self.text) = (start, end, precision, text)
    }

    /// One day, month or year.
    public init(_ date: PartialDate, text: String? = nil) {
        self.init(start: date, end: date, precision: date.precision, text: text)
    }
}
