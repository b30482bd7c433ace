import Record

/// Reads the head of a wire report: "BEIRUT (AP) —", "MOSUL, Iraq, Nov 3 (Reuters) -", "DAMASCUS – ".
struct DatelineParser {
    /// A dateline in bytes of the text.
    struct Found {
        var place: String
        var agency: String?
        var date: PartialDate?
        var range: TextRange
        /// Where the report's first sentence begins.
        var end: Int
    }

    private let bytes: UnsafeBufferPointer<UInt8>

    init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

    /// The dateline at the head of a paragraph; `reference` gives the year that a date there leaves out.
    func dateline(_ line: TextRange, reference: PartialDate?) -> Found? {
        guard let (dash, width) = dash(line) else { return nil }
        let head = String(decoding: bytes[line.start..<dash], as: UTF8.self)
        var place = head
        var agency: String?
        var after = ""
        if let open = head.firstIndex(of: "("), let close = head[open...].firstIndex(of: ")") {
            agency = Credit.trim(String(head[head.index(after: open)..<close]))
            place = String(head[..<open])
            after = String(head[head.index(after: close)...])
        }
        let (before, cut) = dateIn(place, reference: reference)
        // "BEIRUT (Agency), Nov 3, 2017 —": the date may stand behind the bracket.
        let date = before ?? dateIn(after, reference: reference).0
        place = Credit.trim(cut.replacing(" | ", with: ", "))
        let words = place.split(whereSeparator: { " ,/".contains($0) })
        guard let first = words.first, words.count <= 7, place.count >= 2 else { return nil }
        let capitals = first == first.uppercased()[...] && first.contains { $0.isLetter } && first.count > 1
        guard capitals || (agency != nil && first.first?.isUppercase == true) else { return nil }
        guard
            words.allSatisfy({
                $0.first?.isUppercase == true || $0.first?.isNumber == true
                    || ["al", "de", "of", "and", "the"].contains($0) || $0.hasPrefix("al-") || $0.hasPrefix("ez-")
                    || $0.hasPrefix("el-")
            })
        else { return nil }
        guard !Self.labels.contains(place.lowercased()) else { return nil }
        var end = dash + width
        while end < line.end, bytes[end] == 0x20 { end += 1 }
        guard end < line.end else { return nil }
        return Found(
            place: normalCase(place), agency: agency, date: date, range: TextRange(line.start, dash + width), end: end)
    }

    private static let labels: Set<String> = [
        "update", "breaking", "breaking news", "watch", "correction", "file", "video", "photos", "analysis", "opinion",
    ]

    /// The dash that closes a dateline: within 80 bytes, a blank before or after it.
    private func dash(_ line: TextRange) -> (Int, Int)? {
        var at = line.start + 2
        while at < min(line.end - 1, line.start + 80) {
            // A sentence that ends before any dash: no dateline. ("Nov. 3" ends none.)
            if bytes[at] == 0x2E, at + 1 < line.end, bytes[at + 1] == 0x20, at - line.start > 20,
                (97...122).contains(bytes[at - 1]), at < 4 || (97...122).contains(bytes[at - 4])
            {
                return nil
            }
            let blank = bytes[at - 1] == 0x20 || bytes[at - 1] == 0x29
            if bytes[at] == 0x2D, blank, bytes[at + 1] == 0x20 || bytes[at + 1] == 0x2D {
                return (at, bytes[at + 1] == 0x2D ? 2 : 1)
            }
            if bytes[at] == 0xE2, at + 2 < line.end, bytes[at + 1] == 0x80, (0x93...0x95).contains(bytes[at + 2]) {
                return (at, 3)
            }
            at += 1
        }
        return nil
    }

    /// A date among the parts of a dateline, and the rest without it.
    private func dateIn(_ head: String, reference: PartialDate?) -> (PartialDate?, String) {
        var copy = head
        return copy.withUTF8 { buffer in
            for at in 0..<buffer.count where at == 0 || buffer[at - 1] == 0x20 || buffer[at - 1] == 0x2C {
                if let (date, _) = DateScanner.date(in: buffer, at: at, limit: buffer.count) {
                    return (date, String(decoding: buffer[..<at], as: UTF8.self))
                }
                // "Nov 3" or "3 November" without a year; "3 JAN 90" as wires wrote.
                if let found = dayAndMonth(buffer, at) {
                    let last = reference.map { found.month == 12 && $0.month == 1 ? $0.year - 1 : $0.year }
                    if let year = shortYear(buffer, found.end) ?? last,
                        let date = PartialDate(year: year, month: found.month, day: found.day)
                    {
                        return (date, String(decoding: buffer[..<at], as: UTF8.self))
                    }
                }
            }
            return (nil, head)
        }
    }

    private func dayAndMonth(_ buffer: UnsafeBufferPointer<UInt8>, _ at: Int) -> (month: Int, day: Int, end: Int)? {
        func number(_ from: Int) -> (Int, Int)? {
            var (value, end) = (0, from)
            while end < buffer.count, (48...57).contains(buffer[end]), end - from < 2 {
                (value, end) = (value * 10 + Int(buffer[end] - 48), end + 1)
            }
            return end > from && (1...31).contains(value) ? (value, end) : nil
        }
        if let (month, end) = DateScanner.month(buffer, at, buffer.count), end < buffer.count,
            let (day, last) = number(end + 1)
        {
            return (month, day, last)
        }
        if let (day, end) = number(at), end < buffer.count,
            let (month, last) = DateScanner.month(buffer, end + 1, buffer.count)
        {
            return (month, day, last)
        }
        return nil
    }

    /// A year of two digits that ends a date: 40 to 99 are of the last century.
    private func shortYear(_ buffer: UnsafeBufferPointer<UInt8>, _ at: Int) -> Int? {
        guard at + 2 < buffer.count, buffer[at] == 0x20 else { return nil }
        let digits = (at + 1...at + 2).map { Int(buffer[$0]) - 48 }
        guard digits.allSatisfy({ (0...9).contains($0) }) else { return nil }
        guard at + 3 == buffer.count || !(48...57).contains(buffer[at + 3]) else { return nil }
        let year = digits[0] * 10 + digits[1]
        return year < 40 ? 2000 + year : 1900 + year
    }

    private func normalCase(_ place: String) -> String {
        place.split(separator: " ", omittingEmptySubsequences: false).map { word -> String in
            guard word == word.uppercased()[...], word.filter(\.isLetter).count > 2 else { return String(word) }
            return word.split(separator: "-", omittingEmptySubsequences: false).map {
                $0.prefix(1) + $0.dropFirst().lowercased()
            }.joined(separator: "-")
        }.joined(separator: " ")
    }
}
