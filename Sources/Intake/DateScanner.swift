public import Record

/// Reads calendar dates with a year from bytes of text: "3 November 2017", "Nov. 3, 2017", "Wednesday, March 9, 2022",
/// "November 2017", "2017-11-03".
public enum DateScanner {
    /// The date that begins at `at`, and where it ends; nil where none begins there.
    public static func date(in bytes: UnsafeBufferPointer<UInt8>, at start: Int, limit: Int) -> (
        date: PartialDate, end: Int
    )? {
        var at = start
        if let day = weekday(bytes, at, limit) {
            at = skip(bytes, day, limit, ", ")
        }
        guard at < limit else { return nil }
        if isDigit(bytes[at]) {
            let (first, end) = number(bytes, at, limit)
            if end - at == 4 { return iso(bytes, at, limit) }
            guard end - at <= 2, (1...31).contains(first) else { return nil }
            var next = end
            if next + 1 < limit, let suffix = ordinal(bytes, next) { next = suffix }
            next = skip(bytes, next, limit, " ")
            guard next > end, let (month, after) = month(bytes, next, limit) else { return nil }
            let (year, last) = yearAfter(bytes, after, limit)
            guard let year, let date = PartialDate(year: year, month: month, day: first) else { return nil }
            return (date, last)
        }
        guard let (month, after) = month(bytes, at, limit) else { return nil }
        let next = skip(bytes, after, limit, " ")
        guard next > after, next < limit, isDigit(bytes[next]) else { return nil }
        let (value, end) = number(bytes, next, limit)
        if end - next == 4 {
            guard let date = PartialDate(year: value, month: month), plausible(value) else { return nil }
            return (date, end)
        }
        guard end - next <= 2 else { return nil }
        var last = end
        if let suffix = ordinal(bytes, last) { last = suffix }
        let (year, stop) = yearAfter(bytes, last, limit)
        guard let year, let date = PartialDate(year: year, month: month, day: value) else { return nil }
        return (date, stop)
    }

    /// A month's name or abbreviation at `at`: its number and where it ends (with its point).
    public static func month(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int, _ limit: Int) -> (Int, Int)? {
        guard at < limit, [0x4A, 0x46, 0x4D, 0x41, 0x53, 0x4F, 0x4E, 0x44].contains(bytes[at]) else { return nil }
        let end = wordEnd(bytes, at, limit)
        guard end - at >= 3, end - at <= 9, (65...90).contains(bytes[at]) else { return nil }
        let word = String(decoding: bytes[at..<end], as: UTF8.self).lowercased()
        for (index, name) in months.enumerated()
        where name == word || (name.hasPrefix(word) && (word.count == 3 || word == "sept")) {
            return (index + 1, end < limit && bytes[end] == 0x2E ? end + 1 : end)
        }
        return nil
    }

    /// A weekday at `at`, and where it ends.
    public static func weekday(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int, _ limit: Int) -> Int? {
        guard at < limit, [0x4D, 0x54, 0x57, 0x46, 0x53].contains(bytes[at]) else { return nil }
        let end = wordEnd(bytes, at, limit)
        guard end - at >= 3, end - at <= 9, (65...90).contains(bytes[at]) else { return nil }
        let word = String(decoding: bytes[at..<end], as: UTF8.self).lowercased()
        guard weekdays.contains(where: { $0 == word || (word.count <= 5 && $0.hasPrefix(word)) }) else { return nil }
        return end < limit && bytes[end] == 0x2E ? end + 1 : end
    }

    private static let months = [
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
        "december",
    ]
    private static let weekdays = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]

    private static func iso(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int, _ limit: Int) -> (PartialDate, Int)? {
        guard at + 10 <= limit, bytes[at + 4] == 0x2D, bytes[at + 7] == 0x2D,
            let date = PartialDate(String(decoding: bytes[at..<at + 10], as: UTF8.self))
        else { return nil }
        return (date, at + 10)
    }

    private static func yearAfter(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int, _ limit: Int) -> (Int?, Int) {
        let next = skip(bytes, at, limit, ", ")
        guard next < limit, isDigit(bytes[next]) else { return (nil, at) }
        let (year, end) = number(bytes, next, min(limit, next + 4))
        return end - next == 4 && plausible(year) ? (year, end) : (nil, at)
    }

    private static func plausible(_ year: Int) -> Bool { (1800...2100).contains(year) }
    private static func isDigit(_ byte: UInt8) -> Bool { (48...57).contains(byte) }

    private static func number(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int, _ limit: Int) -> (Int, Int) {
        var (value, end) = (0, at)
        while end < limit, isDigit(bytes[end]), end - at < 9 {
            value = value * 10 + Int(bytes[end] - 48)
            end += 1
        }
        return (value, end)
    }

    private static func ordinal(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int) -> Int? {
        guard at + 1 < bytes.count else { return nil }
        let pair = String(decoding: bytes[at..<at + 2], as: UTF8.self)
        return ["st", "nd", "rd", "th"].contains(pair) ? at + 2 : nil
    }

    private static func skip(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int, _ limit: Int, _ set: StaticString) -> Int {
        var next = at
        while next < limit, (0..<set.utf8CodeUnitCount).contains(where: { set.utf8Start[$0] == bytes[next] }) {
            next += 1
        }
        return next
    }

    static func wordEnd(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int, _ limit: Int) -> Int {
        var end = at
        while end < limit, (65...90).contains(bytes[end] & 0xDF), bytes[end] < 0x80 { end += 1 }
        return end
    }
}
