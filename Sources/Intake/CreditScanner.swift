import Record

/// Finds the credit at the end of a caption line, in the styles of agencies and newspapers.
struct CreditScanner {
    /// A credit, and the bytes before which the caption's text ends.
    struct Found {
        var credit: Credit
        var textEnd: Int
        /// True where the form leaves no doubt that this is a credit.
        var certain: Bool
        /// The day that the credit itself gives.
        var date: PartialDate?
    }

    let bytes: UnsafeBufferPointer<UInt8>

    /// The credit at the end of `start..<end`; `glued` allows a name or agency right after the last word.
    func credit(_ start: Int, _ end: Int, glued: Bool) -> Found? {
        var last = end
        while last > start, isBlank(bytes[last - 1]) { last -= 1 }
        guard last > start, mayHoldCredit(max(start, last - 160), last) else { return nil }
        return bracketed(start, last) ?? labelled(start, last) ?? agencyFirst(start, last) ?? spacedSlashes(start, last)
            ?? (glued ? gluedCredit(start, last) : nil) ?? closingAgency(start, last)
    }

    /// One pass over the tail (`make bench`, intake): most paragraphs end in a full stop and hold no slash, bracket or
    /// label, and cannot end in a credit.
    private func mayHoldCredit(_ start: Int, _ end: Int) -> Bool {
        let last = bytes[end - 1]
        if last != 0x2E, last != 0x21, last != 0x3F, last != 0x22, last != 0x9D, last != 0x3A { return true }
        var open = -1
        // Small letters and blanks are passed over.
        let sure = ByteWords.first(in: bytes, start, end) { word in
            ByteWords.under(word, 0x5C) & ~ByteWords.equal(word, 0x20)
        } where: { at in
            switch bytes[at] {
            case 0x2F: return at + 1 < end && at > start && bytes[at - 1] >= 0x20
            case 0x28, 0x5B: open = at
            // "Photo…", "Foto", "Credit", "Image", "Picture" begin their labels within the tail.
            case 0x50, 0x46, 0x43, 0x49: return labelBegins(at, end)
            default: break
            }
            return false
        }
        if sure != nil { return true }
        return open >= 0 && (open..<end).contains { (bytes[$0] == 0x29 || bytes[$0] == 0x5D) && end - $0 < 64 }
    }

    /// True where a label begins at `at`: "Photo", "Foto", "Cre(dit)", "Pi(cture)", "Image".
    private func labelBegins(_ at: Int, _ end: Int) -> Bool {
        func stands(_ word: StaticString) -> Bool {
            let count = word.utf8CodeUnitCount
            guard at + count <= end else { return false }
            for step in 0..<count where bytes[at + step] != word.utf8Start[step] { return false }
            return true
        }
        return stands("Photo") || stands("Foto") || stands("Cre") || stands("Pi") || stands("Image")
    }

    // MARK: - (AP Photo/Name), (Photo by Name/Getty Images), (NAME/AFP), [Getty]

    private func bracketed(_ start: Int, _ end: Int) -> Found? {
        var close = end
        while close > start, bytes[close - 1] == 0x2E || isBlank(bytes[close - 1]) { close -= 1 }
        // A credit repeated after the bracket ("(AP Photo/Name) Name / AP") is part of the furniture.
        var open = -1
        var stop = close
        for at in stride(from: close - 1, through: max(start, close - 160), by: -1) {
            if bytes[at] == 0x28 || bytes[at] == 0x5B {
                open = at
                break
            }
        }
        guard open > start else { return nil }
        let closing: UInt8 = bytes[open] == 0x28 ? 0x29 : 0x5D
        guard let endBracket = (open..<close).first(where: { bytes[$0] == closing }) else { return nil }
        stop = endBracket
        guard close - endBracket < 64 else { return nil }
        let after = Credit.trim(text(endBracket + 1, close))
        guard let credit = inside(text(open + 1, stop)) else { return nil }
        if !after.isEmpty {
            guard after.count < 60, let name = credit.photographer, after.contains(name) || Credit.isAgency(after)
            else {
                return nil
            }
        }
        return Found(credit: credit, textEnd: open, certain: true)
    }

    /// What stands inside brackets, where it is a credit.
    private func inside(_ content: String) -> Credit? {
        var body = Credit.trim(content)
        for label in [
            "Photo by ", "Photo: ", "PHOTO: ", "Picture: ", "Image: ", "Credit: ", "Photograph: ", "Photo credit: ",
        ]
        where body.hasPrefix(label) {
            body = Credit.trim(String(body.dropFirst(label.count)))
            return named(body, agencyNeeded: false)
        }
        // "(Reuters: Name, file)".
        if let colon = body.firstIndex(of: ":") {
            let before = String(body[..<colon])
            if Credit.isAgency(before) {
                return Credit(
                    photographer: Credit.photographer(String(body[body.index(after: colon)...])),
                    agency: Credit.agency(before))
            }
        }
        return named(body, agencyNeeded: true)
    }

    /// "Name/AGENCY", "AGENCY/Name", "AGENCY", "Name" (where no agency is needed).
    private func named(_ body: String, agencyNeeded: Bool) -> Credit? {
        var parts = body.split(separator: "/").map { Credit.trim(String($0)) }.filter { !$0.isEmpty }
        guard let first = parts.first, parts.count <= 5, body.count <= 120 else { return nil }
        if parts.count == 1 {
            if Credit.isAgency(first) { return Credit(agency: Credit.agency(first)) }
            if !agencyNeeded { return Credit(photographer: Credit.photographer(first)) }
            return nil
        }
        if Credit.isAgency(first), !parts.dropFirst().allSatisfy({ Credit.isAgency($0) }) {
            parts.removeFirst()
            let names = parts.filter { !Credit.isAgency($0) && Credit.agency($0) != nil }
            return Credit(photographer: names.first.flatMap(Credit.photographer), agency: Credit.agency(first))
        }
        let agencies = parts.dropFirst().joined(separator: "/")
        if parts.allSatisfy({ Credit.isAgency($0) }) { return Credit(agency: Credit.agency(body)) }
        guard let agency = Credit.agency(agencies), agency.first?.isUppercase == true else {
            return agencyNeeded ? nil : Credit(photographer: Credit.photographer(first))
        }
        guard first.first?.isUppercase == true, first.split(separator: " ").count <= 6 else { return nil }
        return Credit(photographer: Credit.photographer(first), agency: agency)
    }

    // MARK: - Credit: …, Photo: …, Photo by …

    private func labelled(_ start: Int, _ end: Int) -> Found? {
        let from = max(start, end - 120)
        guard (from..<end).contains(where: { bytes[$0] == 0x3A || labelBegins($0, end) }) else { return nil }
        let tail = text(from, end)
        for label in [
            "Image Credit: ", "Photo credit: ", "Photo Credit: ", "Picture credit: ", "Credit: ", "CREDIT: ", "PHOTO: ",
            "Photo: ", "Foto: ",
            "Photograph: ", "Picture: ", "Photo by ", "Photos by ", "Image: ", "Credit...",
        ] {
            guard let range = tail.range(of: label, backwards: true) else { continue }
            let before = tail[..<range.lowerBound]
            if let last = before.last, last.isLetter, label.first == "C" || label.hasPrefix("Photo by") == false,
                last.isLowercase == false
            {
                continue
            }
            var body = String(tail[range.upperBound...])
            // "Photo by WHO, 15 November 2023": a date after the credit.
            var date: PartialDate?
            if let comma = body.firstIndex(of: ","), body[comma...].contains(where: \.isNumber) {
                date = Self.date(in: body[body.index(after: comma)...])
                body = String(body[..<comma])
            }
            var credit = named(Credit.trim(body), agencyNeeded: false)
            if let bracket = body.firstIndex(of: "("),
                let inner = inside(String(body[body.index(after: bracket)...].prefix { $0 != ")" }))
            {
                credit = inner
            }
            guard let credit, Credit.trim(body).count <= 80 else { continue }
            let textEnd = from + tail[..<range.lowerBound].utf8.count
            return Found(credit: credit, textEnd: textEnd, certain: true, date: date)
        }
        return nil
    }

    private static func date(in text: Substring) -> PartialDate? {
        let bytes = Array(text.drop(while: \.isWhitespace).utf8)
        return bytes.withUnsafeBufferPointer { DateScanner.date(in: $0, at: 0, limit: $0.count)?.0 }
    }

    // MARK: - REUTERS/Name, EPA-EFE/NAME

    private func agencyFirst(_ start: Int, _ end: Int) -> Found? {
        let from = max(start, end - 120)
        guard (from..<end).contains(where: { bytes[$0] == 0x2F }) else { return nil }
        let tail = text(from, end)
        for agency in [
            "REUTERS", "Reuters", "EPA-EFE", "EFE-EPA", "EPA", "AFP", "AP Photo", "AP PHOTO", "AP", "UNHCR", "UNICEF",
            "DPA", "Xinhua",
        ] {
            guard let range = tail.range(of: agency + "/", backwards: true) else { continue }
            let before = tail[..<range.lowerBound]
            if let last = before.last, last != " ", last != ".", last != "”", last != "\"", last != ")" { continue }
            let body = String(tail[range.upperBound...])
            if Credit.isAgency(body.split(separator: "/").first.map(String.init) ?? "") { continue }
            guard body.count <= 70, body.first?.isUppercase == true else { continue }
            let names = body.split(separator: "/").map(String.init)
            return Found(
                credit: Credit(
                    photographer: names.first.flatMap { Credit.photographer(strip($0)) }, agency: Credit.agency(agency)),
                textEnd: from + before.utf8.count, certain: true)
        }
        return nil
    }

    private func strip(_ name: String) -> String {
        var out = Credit.trim(name)
        while out.hasSuffix(".") { out.removeLast() }
        return out
    }

    // MARK: - TEXT / AFP / NAME

    private func spacedSlashes(_ start: Int, _ end: Int) -> Found? {
        let from = max(start, end - 100)
        guard (from..<end).contains(where: { bytes[$0] == 0x2F && $0 > from && bytes[$0 - 1] == 0x20 }) else {
            return nil
        }
        let tail = text(from, end)
        let parts = tail.components(of: " / ")
        guard parts.count >= 3, let agencyIndex = parts.indices.dropFirst().first(where: { Credit.isAgency(parts[$0]) })
        else {
            return nil
        }
        let names = parts[(agencyIndex + 1)...].filter { !Credit.isAgency($0) }
        let kept = parts[..<agencyIndex].joined(separator: " / ")
        guard names.count == 1, let name = names.first, name.split(separator: " ").count <= 5 else { return nil }
        return Found(
            credit: Credit(photographer: Credit.photographer(strip(name)), agency: Credit.agency(parts[agencyIndex])),
            textEnd: from + kept.utf8.count, certain: true)
    }

    // MARK: - textName/AFP, textAFP

    private func gluedCredit(_ start: Int, _ end: Int) -> Found? {
        let from = max(start, end - 120)
        if let slash = (from..<end).last(where: { bytes[$0] == 0x2F }) {
            var first = slash
            // "Name/AFP/Getty Images": go on to the first slash of the chain.
            while let earlier = (from..<first).last(where: { bytes[$0] == 0x2F }),
                Credit.isAgency(text(earlier + 1, first))
            { first = earlier }
            let agencies = text(first + 1, end)
            if agencies.first?.isUppercase == true, agencies.split(separator: " ").count <= 4 {
                if let agency = agencySuffix(from, first) {
                    let credit = Credit(agency: Credit.agency(agency + "/" + agencies))
                    return Found(credit: credit, textEnd: first - agency.utf8.count, certain: true)
                }
                if let cut = nameStart(from, first) {
                    let name = text(cut, first)
                    return Found(
                        credit: Credit(photographer: Credit.photographer(name), agency: Credit.agency(agencies)),
                        textEnd: cut, certain: true)
                }
            }
        }
        guard isLetter(bytes[end - 1]) else { return nil }
        if let agency = agencySuffix(from, end) {
            return Found(
                credit: Credit(agency: Credit.agency(agency)), textEnd: end - agency.utf8.count, certain: false)
        }
        for name in ["Handout", "Stringer"] where ends(name, from, end) && isGlue(bytes[end - name.utf8.count - 1]) {
            return Found(credit: Credit(photographer: name), textEnd: end - name.utf8.count, certain: false)
        }
        // An agency nobody listed: capitals glued to a small letter.
        var cut = end
        while cut > from, (65...90).contains(bytes[cut - 1]) { cut -= 1 }
        if (2...8).contains(end - cut), cut > from, isGlue(bytes[cut - 1]) {
            return Found(credit: Credit(agency: text(cut, end)), textEnd: cut, certain: false)
        }
        return nil
    }

    /// A known agency at the end of `from..<end`, right after a word.
    private func agencySuffix(_ from: Int, _ end: Int) -> String? {
        for agency in Credit.agencies where ends(agency, from, end) {
            let head = text(from, end - agency.utf8.count)
            guard let before = head.last else { continue }
            let capitals = agency == agency.uppercased()
            if before.isLowercase || before.isNumber || "\"”’').!?]".contains(before)
                || (!capitals && before.isUppercase) || capitals && Self.endsInAcronym(head)
            {
                return agency
            }
        }
        return nil
    }

    /// True where `from..<end` ends in `word`, byte for byte.
    private func ends(_ word: String, _ from: Int, _ end: Int) -> Bool {
        let count = word.utf8.count
        guard end - from >= count else { return false }
        return bytes[(end - count)..<end].elementsEqual(word.utf8)
    }

    /// "… handed out by the UN" before a glued "AP": the capitals before an agency's are a word of their own.
    private static func endsInAcronym(_ text: String) -> Bool {
        let word = text.reversed().prefix { $0.isUppercase }.reversed()
        return [
            "UN", "US", "USA", "UK", "EU", "UAE", "NATO", "NGO", "SDF", "YPG", "PKK", "PMF", "IS", "ISIS", "RSF", "DRC",
        ]
        .contains(String(word))
    }

    /// Where a photographer's name begins that is glued to the word before it and ends at `end`.
    private func nameStart(_ from: Int, _ end: Int) -> Int? {
        var words = 1
        var at = end - 1
        while at > from, words <= 5 {
            let byte = bytes[at]
            if byte == 0x20 { words += 1 }
            if byte < 0x80,
                !(byte == 0x20 || byte == 0x2D || byte == 0x2E || byte == 0x27 || (65...90).contains(byte & 0xDF))
            {
                return nil
            }
            if (65...90).contains(byte), isGlue(bytes[at - 1]), !isInsideName(at) { return at }
            at -= 1
        }
        return nil
    }

    private func isGlue(_ byte: UInt8) -> Bool {
        (97...122).contains(byte) || (48...57).contains(byte)
            || [0x22, 0x29, 0x2E, 0x21, 0x3F, 0x27, 0x9D].contains(byte)
            || byte >= 0x80
    }

    /// "McGrath", "MacLeod", "DeLuca", "al-Rubaye": a capital inside a name.
    private func isInsideName(_ at: Int) -> Bool {
        var begin = at
        while begin > 0, (65...90).contains(bytes[begin - 1] & 0xDF), bytes[begin - 1] < 0x80 { begin -= 1 }
        guard begin > 0, !isGlue(bytes[begin - 1]) || begin == at else { return false }
        if isElided(at) { return true }
        // "Karam aL-Masri", "Ali eL-Sayed": one small letter that stands alone before the capital.
        if at - begin == 1, (97...122).contains(bytes[begin]) { return true }
        return ["Mc", "Mac", "De", "Di", "Du", "La", "Le", "Van", "Fitz", "O", "D", "aL", "Al", "El", "St"].contains(
            text(begin, at))
    }

    /// "O'Brien", "D’Angelo": a capital after an apostrophe that follows a single capital.
    private func isElided(_ at: Int) -> Bool {
        let mark = bytes[at - 1] == 0x27 ? 1 : at >= 3 && text(at - 3, at) == "’" ? 3 : 0
        guard mark > 0, at - mark >= 2 else { return false }
        return (65...90).contains(bytes[at - mark - 1]) && !(65...90).contains(bytes[at - mark - 2] & 0xDF)
    }

    // MARK: - TEXT. AFP

    private func closingAgency(_ start: Int, _ end: Int) -> Found? {
        guard isLetter(bytes[end - 1]) else { return nil }
        let from = max(start, end - 60)
        for agency in Credit.agencies where ends(agency, from, end) {
            let before = text(from, end - agency.utf8.count)
            guard before.hasSuffix(". ") || before.hasSuffix(".") || before.hasSuffix("| ") || before.hasSuffix("— ")
            else { continue }
            return Found(
                credit: Credit(agency: Credit.agency(agency)), textEnd: from + before.utf8.count, certain: false)
        }
        return nil
    }

    // MARK: - Bytes

    private func isLetter(_ byte: UInt8) -> Bool { byte < 0x80 && (65...90).contains(byte & 0xDF) }
    private func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0D }
    private func text(_ start: Int, _ end: Int) -> String {
        start < end ? String(decoding: bytes[start..<end], as: UTF8.self) : ""
    }
}

extension CreditScanner {
    /// A credit that markup has set apart: "Name/AFP", "Photo: Name (Reuters)", "AFP via Getty Images".
    static func creditLine(_ line: String) -> Credit {
        var framed = "x (" + line.replacing(" via ", with: "/") + ")"
        let found = framed.withUTF8 { bytes in CreditScanner(bytes: bytes).credit(0, bytes.count, glued: false) }
        if let found { return found.credit }
        let name = Credit.trim(line)
        return name.split(separator: " ").count <= 4 ? Credit(photographer: Credit.photographer(name)) : Credit()
    }
}
