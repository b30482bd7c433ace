import Foundation
import Record

/// Finds the captions of photographs in the lines of a text: run-on captions with dates between them, lines that end in
/// a credit, lines followed by "Agency / date", and undated or uncredited picture lines.
///
/// Styles are those seen on real pages (ANNOTATION.md); names and agencies need not be known.
struct CaptionFinder {
    /// A caption in bytes of the text searched.
    struct Found {
        var range: TextRange
        var text: TextRange
        var date: PartialDate?
        var credit: Credit
    }

    private let bytes: UnsafeBufferPointer<UInt8>
    private let scanner: CreditScanner

    init(_ bytes: UnsafeBufferPointer<UInt8>) {
        self.bytes = bytes
        scanner = CreditScanner(bytes: bytes)
    }

    /// The captions in some lines, in text order.
    func captions(in lines: [TextRange]) -> [Found] {
        var found: [Found] = []
        let lines = lines.map(unbracketed)
        for (index, line) in lines.enumerated() where line.count >= 12 {
            let runs = runOn(line)
            if !runs.isEmpty {
                found += runs
                continue
            }
            let below = lines[(index + 1)...].prefix(3).first { $0.count > 0 }.flatMap(agencyAndDate)
            if let caption = credited(line, below: below) ?? uncredited(line, lines, index) {
                // A caption repeated as alternative text stands once.
                if let last = found.last, text(last.text) == text(caption.text), last.credit == caption.credit {
                    continue
                }
                found.append(caption)
            }
        }
        return found
    }

    /// "(Women wave from a car in X. Agency/Name)": a line that stands in brackets as a whole, without them.
    private func unbracketed(_ line: TextRange) -> TextRange {
        let line = trimmed(line.start, line.end)
        guard line.count >= 12, bytes[line.start] == 0x28 || bytes[line.start] == 0x5B else { return line }
        let close: UInt8 = bytes[line.start] == 0x28 ? 0x29 : 0x5D
        let inner = TextRange(line.start + 1, line.end - 1)
        guard bytes[line.end - 1] == close,
            !(inner.start..<inner.end).contains(where: { bytes[$0] == bytes[line.start] || bytes[$0] == close })
        else { return line }
        return inner
    }

    // MARK: - 3 November 2017: textName/AFP2 November 2017: …

    private func runOn(_ line: TextRange) -> [Found] {
        let starts = datedStarts(line)
        guard let first = starts.first else { return [] }
        var found: [Found] = []
        for (index, start) in starts.enumerated() {
            let end = index + 1 < starts.count ? starts[index + 1].at : line.end
            let credit = scanner.credit(start.textStart, end, glued: true)
            let text = trimmed(start.textStart, credit?.textEnd ?? end)
            guard text.count > 0 else { continue }
            found.append(
                Found(range: trimmed(start.at, end), text: text, date: start.date, credit: credit?.credit ?? Credit()))
        }
        // One date at the head of a paragraph is a caption only with a credit, or where the text has no sentence end.
        if starts.count == 1 {
            guard let only = found.first else { return [] }
            let last = bytes[max(only.text.start, only.text.end - 1)]
            if only.credit == Credit(), last == 0x2E || last == 0x21 || last == 0x3F || only.text.count > 300 {
                return []
            }
            if only.credit == Credit(), first.date.day == nil { return [] }
        }
        return found
    }

    private struct DatedStart {
        var at: Int
        var textStart: Int
        var date: PartialDate
    }

    /// Dates followed by a colon, at the line's begin or glued to what stands before.
    private func datedStarts(_ line: TextRange) -> [DatedStart] {
        var starts: [DatedStart] = []
        var colon = line.start
        while let next = nextColon(colon, line.end) {
            colon = next + 1
            guard colon < line.end, bytes[colon] == 0x20 || bytes[colon] >= 0x41 else { continue }
            guard let begin = dateStart(before: next, from: starts.last?.textStart ?? line.start, line: line) else {
                continue
            }
            var text = colon
            while text < line.end, bytes[text] == 0x20 { text += 1 }
            starts.append(DatedStart(at: begin.at, textStart: text, date: begin.date))
        }
        return starts
    }

    private func nextColon(_ from: Int, _ end: Int) -> Int? {
        guard from < end, let base = bytes.baseAddress, let found = memchr(base + from, 0x3A, end - from) else {
            return nil
        }
        return UnsafeRawPointer(found) - UnsafeRawPointer(base)
    }

    private func dateStart(before colon: Int, from: Int, line: TextRange) -> (at: Int, date: PartialDate)? {
        guard colon - from >= 8, (48...57).contains(bytes[colon - 1]) else { return nil }
        for at in max(from, colon - 30)..<colon {
            guard (48...57).contains(bytes[at]) || (65...90).contains(bytes[at]) else { continue }
            guard let (date, end) = DateScanner.date(in: bytes, at: at, limit: colon), end == colon else { continue }
            // "…/AFP12 November": a digit of the date never follows a digit; a date at a blank is part of the sentence.
            if at > line.start {
                let before = bytes[at - 1]
                if before == 0x20, at > from, !isCredit(from, at) { continue }
                if (48...57).contains(before), (48...57).contains(bytes[at]) { continue }
            }
            return (at, date)
        }
        return nil
    }

    /// True where the stretch before a blank and a date ends in a credit: captions that are parted by a blank.
    private func isCredit(_ from: Int, _ at: Int) -> Bool { scanner.credit(from, at, glued: true)?.certain == true }

    // MARK: - Lines with a credit

    private func credited(_ line: TextRange, below: (agency: String, date: PartialDate)?) -> Found? {
        guard line.count <= 1200, let found = scanner.credit(line.start, line.end, glued: line.count < 400) else {
            return nil
        }
        // "AFP" after a full stop also ends ordinary paragraphs: only short lines of one sentence are captions then.
        if !found.certain, line.count > 260 || sentenceEnds(line.start, found.textEnd) > 1 { return nil }
        var credit = found.credit
        var text = stripped(line.start, found.textEnd)
        guard text.count >= 12, bytes[text.start] < 0x61 || bytes[text.start] > 0x7A || found.certain else {
            return nil
        }
        guard text.count <= 700 || found.certain else { return nil }
        var date = trailingDate(&text, inSentence: true)
        if date == nil { (date, text) = dateOfFirstSentence(text) }
        date = date ?? found.date
        if let below {
            date = below.date
            if credit.agency == nil { credit.agency = Credit.agency(below.agency) }
        }
        return Found(range: TextRange(line.start, line.end), text: text, date: date, credit: credit)
    }

    /// "Reuters / Wednesday, October 04, 2017" under a caption.
    private func agencyAndDate(_ line: TextRange) -> (String, PartialDate)? {
        guard line.count < 60, let slash = (line.start..<line.end).first(where: { bytes[$0] == 0x2F }) else {
            return nil
        }
        let agency = Credit.trim(text(TextRange(line.start, slash)))
        guard Credit.isAgency(agency) else { return nil }
        var at = slash + 1
        while at < line.end, bytes[at] == 0x20 { at += 1 }
        guard let (date, end) = DateScanner.date(in: bytes, at: at, limit: line.end), line.end - end <= 2 else {
            return nil
        }
        return (agency, date)
    }

    // MARK: - Lines without a credit

    /// One sentence in the present tense that ends with a full date, in the conventional form or without a full stop.
    private func uncredited(_ line: TextRange, _ lines: [TextRange], _ index: Int) -> Found? {
        guard (40...320).contains(line.count), (65...90).contains(bytes[line.start]), endsInDigit(line) else {
            return nil
        }
        var text = stripped(line.start, line.end)
        let point = bytes[text.end - 1] == 0x2E
        guard let date = trailingDate(&text), date.day != nil, text.count >= 30, sentenceEnds(text.start, text.end) == 0
        else { return nil }
        let repeated = index + 1 < lines.count && self.text(lines[index + 1]) == self.text(line)
        let comma = bytes[text.end] == 0x2C
        guard !point || (comma && (repeated || showsSomething(text))) else { return nil }
        return Found(
            range: TextRange(line.start, line.end), text: text, date: date, credit: Credit(agency: imageSource(text)))
    }

    /// A date at the end leaves a digit there, before a full stop or bracket.
    private func endsInDigit(_ line: TextRange) -> Bool {
        var end = line.end
        while end > line.start, [0x2E, 0x20, 0x29].contains(bytes[end - 1]) { end -= 1 }
        return end > line.start && (48...57).contains(bytes[end - 1])
    }

    private func showsSomething(_ range: TextRange) -> Bool {
        let words = text(range).split(separator: " ").prefix(12)
        return words.contains {
            [
                "shows", "show", "stand", "stands", "walk", "walks", "sit", "sits", "gather", "seen", "pose", "poses",
                "hold", "holds", "inspect", "watch", "watches", "ride", "rides", "rises", "looks", "look",
            ].contains($0.lowercased())
        }
    }

    /// "An image from Kurdistan 24 video shows …".
    private func imageSource(_ range: TextRange) -> String? {
        let words = text(range)
        guard let from = words.firstRange(of: " from "),
            words[..<from.lowerBound].lowercased().hasSuffix("image")
                || words[..<from.lowerBound].lowercased().hasSuffix("picture")
        else {
            return nil
        }
        let rest = words[from.upperBound...]
        guard let end = rest.firstRange(of: " video ")?.lowerBound ?? rest.firstRange(of: " shows")?.lowerBound else {
            return nil
        }
        let source = String(rest[..<end])
        return source.split(separator: " ").count <= 4 && source.first?.isUppercase == true ? source : nil
    }

    // MARK: - Trimming

    /// Without "FILE -", counters and editor's notes at the begin.
    func stripped(_ start: Int, _ end: Int) -> TextRange {
        var range = trimmed(start, end)
        for _ in 0..<3 {
            let head = text(TextRange(range.start, min(range.end, range.start + 40)))
            var cut = 0
            for prefix in [
                "FILE PHOTO: ", "FILE PHOTO - ", "FILE - ", "FILE – ", "FILE — ", "File photo: ", "FILE: ", "Photo: ",
                "PHOTO: ", "Caption: ", "Image: ", "Picture: ", "PICTURE: ", "In the picture: ", "Main image: ",
            ]
            where head.hasPrefix(prefix) { cut = prefix.utf8.count }
            if cut == 0, head.hasPrefix("EDS NOTE"), let dash = text(range).firstRange(of: " - ") {
                cut = text(range)[..<dash.upperBound].utf8.count
            }
            if cut == 0 { cut = counter(range) }
            if cut == 0 { cut = tag(range) }
            if cut == 0 { break }
            range = trimmed(range.start + cut, range.end)
        }
        return range
    }

    /// "[PHOTO] ", "[IMG_2231] ", "[File photo] " before a caption.
    private func tag(_ range: TextRange) -> Int {
        guard range.start < range.end, bytes[range.start] == 0x5B,
            let close = (range.start + 1..<min(range.end, range.start + 24)).first(where: { bytes[$0] == 0x5D })
        else { return 0 }
        let word = text(TextRange(range.start + 1, close)).lowercased()
        let isTag = ["photo", "image", "picture", "img", "file", "caption", "dsc", "pic"].contains {
            word.hasPrefix($0)
        }
        return isTag ? close + 1 - range.start : 0
    }

    /// "3 of 12 ", "4/20 ", "1. " before a caption.
    private func counter(_ range: TextRange) -> Int {
        var at = range.start
        while at < range.end, (48...57).contains(bytes[at]) { at += 1 }
        guard at > range.start, at - range.start <= 3 else { return 0 }
        var rest = at
        if text(TextRange(at, min(range.end, at + 4))) == " of " {
            rest = at + 4
        } else if rest < range.end, bytes[rest] == 0x2F {
            rest += 1
        } else {
            return 0
        }
        let digits = rest
        while rest < range.end, (48...57).contains(bytes[rest]) { rest += 1 }
        return rest > digits && rest - digits <= 3 ? rest - range.start : 0
    }

    /// The date that ends a caption; the text is cut before it and its comma. A date with a preposition ("… in Kunduz on
    /// 8 August 2021") stays in the text where `inSentence` says that it is the sentence's and not the only credit.
    func trailingDate(_ range: inout TextRange, inSentence: Bool = false) -> PartialDate? {
        var end = range.end
        while end > range.start, [0x2E, 0x20, 0x29].contains(bytes[end - 1]) { end -= 1 }
        guard end - range.start > 20, (48...57).contains(bytes[end - 1]) else { return nil }
        for at in max(range.start + 10, end - 34)..<(end - 5) {
            guard bytes[at - 1] == 0x20 || bytes[at - 1] == 0x28,
                let (date, stop) = DateScanner.date(in: bytes, at: at, limit: end), stop == end
            else { continue }
            var cut = at
            while cut > range.start, [0x20, 0x28].contains(bytes[cut - 1]) { cut -= 1 }
            if cut > range.start, bytes[cut - 1] == 0x2C {
                range = TextRange(range.start, cut - 1)
                return date
            }
            let before = text(TextRange(max(range.start, cut - 3), cut))
            if before == " of" { return nil }
            if before == " on" || before == " in" {
                if !inSentence { range = TextRange(range.start, cut - 3) }
                return date
            }
            range = trimmed(range.start, cut)
            return date
        }
        return nil
    }

    /// Where the first sentence of a longer caption ends in a date ("… on Sunday, August 8, 2021. A councillor said …"),
    /// that sentence is the caption and the date its own.
    private func dateOfFirstSentence(_ range: TextRange) -> (PartialDate?, TextRange) {
        var at = range.start + 20
        while at + 1 < range.end {
            if bytes[at] == 0x2E, bytes[at + 1] == 0x20, (48...57).contains(bytes[at - 1]) {
                for start in max(range.start + 10, at - 34)..<(at - 5) {
                    guard bytes[start - 1] == 0x20,
                        let (date, stop) = DateScanner.date(in: bytes, at: start, limit: at), stop == at
                    else { continue }
                    if bytes[start - 2] == 0x2C { return (date, trimmed(range.start, start - 2)) }
                    return (date, TextRange(range.start, at))
                }
            }
            at += 1
        }
        return (innerDate(range), range)
    }

    /// A full date inside the caption.
    func innerDate(_ range: TextRange) -> PartialDate? {
        guard range.count > 14 else { return nil }
        for at in range.start..<(range.end - 8) where at == range.start || bytes[at - 1] == 0x20 {
            guard (48...57).contains(bytes[at]) || (65...90).contains(bytes[at]) else { continue }
            if let (date, _) = DateScanner.date(in: bytes, at: at, limit: range.end), date.day != nil { return date }
        }
        return nil
    }

    private func sentenceEnds(_ start: Int, _ end: Int) -> Int {
        var count = 0
        var at = start + 1
        while at + 2 < end {
            let byte = bytes[at]
            let ends = byte == 0x2E || byte == 0x21 || byte == 0x3F
            if ends, bytes[at + 1] == 0x20, (65...90).contains(bytes[at + 2]), (97...122).contains(bytes[at - 1]) {
                count += 1
            }
            at += 1
        }
        return count
    }

    private func trimmed(_ start: Int, _ end: Int) -> TextRange {
        var (low, high) = (start, end)
        while low < high, bytes[low] <= 0x20 || bytes[low] == 0x7C { low += 1 }
        while high > low, bytes[high - 1] <= 0x20 || [0x7C, 0x2D, 0x2F].contains(bytes[high - 1]) { high -= 1 }
        return TextRange(low, high)
    }

    private func text(_ range: TextRange) -> String {
        range.count > 0 ? String(decoding: bytes[range.range], as: UTF8.self) : ""
    }
}

extension CaptionFinder {
    /// A caption's text and date where markup says that the whole stretch is one.
    func shaped(_ range: TextRange) -> (text: TextRange, date: PartialDate?) {
        var text = stripped(range.start, range.end)
        guard text.count > 20 else { return (text, nil) }
        let date = trailingDate(&text) ?? innerDate(text)
        return (text, date)
    }
}
