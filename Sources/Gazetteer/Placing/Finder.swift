import Language
import Record

/// Finds the names of places in sentences, by the gazetteer and, where there is one, the name tagger.
struct Finder {
    let world: World

    func find(_ sentences: [Sentence]) -> [Found] {
        var found: [Found] = []
        var people: [[UInt8]: Int] = [:]
        let tagged = sentences.contains { !$0.names.isEmpty }
        for (number, sentence) in sentences.enumerated() {
            var at = 0
            while at < sentence.tokens.count {
                guard starts(sentence.tokens, at) else {
                    at += 1
                    continue
                }
                if let hit = longest(sentence, at, number, tagged: tagged, people: &people) {
                    found.append(hit)
                    at = max(at + 1, hit.tokens.upperBound)
                } else {
                    at += 1
                }
            }
        }
        var standing: [[UInt8]: Int] = [:]
        for item in found { standing[item.key, default: 0] += 1 }
        return found.filter { item in
            (people[item.key] ?? 0) < (standing[item.key] ?? 0)
                || Self.cued(sentences[item.sentence].tokens, item.tokens)
                || (item.candidates.first?.prior ?? 0) > 8
        }
    }

    private func starts(_ tokens: [Token], _ at: Int) -> Bool {
        if Self.capital(tokens[at]) { return true }
        return at + 2 < tokens.count && tokens[at + 1].form == "-" && Self.capital(tokens[at + 2])
            && Words.articles.contains(tokens[at].form)
    }

    static func capital(_ token: Token) -> Bool {
        guard let first = token.form.utf8.first else { return false }
        if first < 0x80 { return first >= 0x41 && first <= 0x5A }
        return token.form.first?.isUppercase ?? false
    }

    private static func joining(_ form: String) -> Bool {
        form == "-" || form == "'" || form == "’" || form == "‘" || form == "`" || form == "." || form == "‑"
    }

    /// The longest span from a token on that the gazetteer has and the text lets stand.
    private func longest(
        _ sentence: Sentence, _ start: Int, _ number: Int, tagged: Bool, people: inout [[UInt8]: Int]
    ) -> Found? {
        let tokens = sentence.tokens
        var ends: [Int] = []
        var at = start
        while at < tokens.count, at < start + 9 {
            let token = tokens[at]
            if Self.capital(token) || (at == start) {
                ends.append(at + 1)
            } else if !(Self.joining(token.form) && !token.spaceBefore) && !Words.connectors.contains(token.form)
                && !(token.form.utf8.first.map { $0 >= 0x61 && $0 <= 0x7A } == true && at > start
                    && tokens[at - 1].form == "-")
            {
                break
            } else if tokens[at - 1].form == "-" || tokens[at - 1].form == "’" || tokens[at - 1].form == "'" {
                ends.append(at + 1)
            }
            at += 1
        }
        let lookup = Candidates(world: world, limit: 40)
        for end in ends.reversed() {
            let range = start..<end
            let key = Self.key(tokens, range)
            guard key.count >= 2, range.count > 1 || Self.capital(tokens[start]) else { continue }
            let cue = Self.cued(tokens, range)
            let location = sentence.names.contains {
                ($0.kind == .location || $0.kind == .facility) && $0.tokens.overlaps(range)
            }
            let candidates = lookup.of(key, folding: location || cue || end - start > 2)
            if candidates.isEmpty { continue }
            var item = Found(key: key, sentence: number, tokens: range, range: sentence.textRange(range))
            item.candidates = candidates
            item.kind = Self.kindAsked(tokens, range)
            if item.kind == nil, abbreviates(item, tokens) { item.kind = "admin1" }
            if accepts(item, sentence, cue: cue, location: location, tagged: tagged, people: &people) { return item }
        }
        return unknown(sentence, start, ends.last ?? start + 1, number)
    }

    static func key(_ tokens: [Token], _ range: Range<Int>) -> [UInt8] {
        if range.count == 1 { return NameFolding.exact(tokens[range.lowerBound].form) }
        var name = ""
        for index in range {
            if tokens[index].spaceBefore, index > range.lowerBound { name += " " }
            name += tokens[index].form
        }
        return NameFolding.exact(name)
    }

    /// True where the words before or after ask for a place.
    static func cued(_ tokens: [Token], _ range: Range<Int>) -> Bool {
        if kindAsked(tokens, range) != nil { return true }
        var before = range.lowerBound - 1
        if before >= 0, tokens[before].form.lowercased() == "the" { before -= 1 }
        if before >= 0, Words.prepositions.contains(tokens[before].form.lowercased()) { return true }
        return false
    }

    /// The kind that "the town of X", "X province", "River X" ask for.
    static func kindAsked(_ tokens: [Token], _ range: Range<Int>) -> String? {
        if range.upperBound < tokens.count, tokens[range.upperBound].spaceBefore,
            let kind = Words.kindWords[tokens[range.upperBound].form.lowercased()]
        {
            return kind
        }
        let before = range.lowerBound - 1
        guard before >= 0 else { return nil }
        let word = tokens[before].form.lowercased()
        if word == "of", before >= 1 { return Words.kindWords[tokens[before - 1].form.lowercased()] }
        if word == "river" || word == "lake" || word == "town" || word == "village" || word == "city" {
            return Words.kindWords[word]
        }
        return nil
    }

    private func accepts(
        _ item: Found, _ sentence: Sentence, cue: Bool, location: Bool, tagged: Bool, people: inout [[UInt8]: Int]
    ) -> Bool {
        let tokens = sentence.tokens
        let (first, end) = (item.tokens.lowerBound, item.tokens.upperBound)
        let best = item.candidates[0]
        let word = String(decoding: item.key, as: UTF8.self)
        let large = best.prior > 8
        if Demonyms.table[word] != nil || Self.never.contains(word) { return false }
        if first > 0, Self.never.contains(tokens[first - 1].form.lowercased() + " " + word) { return false }
        if abbreviates(item, tokens) { return true }
        if item.tokens.count > 1, best.exact, Words.divisions.contains(tokens[end - 1].form.lowercased()) {
            return true
        }
        let body = best.exact && best.prior > 4.6 && Self.namesBody(tokens, end)
        if item.tokens.count == 1 {
            if Words.function.contains(word),
                word != "us" || tokens[first].form.lowercased() == tokens[first].form
                    || (tokens[first].form == "Us")
            {
                return false
            }
            if word.utf8.count <= 3, tokens[first].form != tokens[first].form.uppercased(), !large, !cue {
                return false
            }
            if word.utf8.count <= 3, tokens[first].form == tokens[first].form.uppercased(), !large {
                return location || body
            }
            if Words.common.contains(word), !location,
                !(cue && best.prior > 5.3 && best.row.kind != WorldFormat.water && !Words.titles.contains(word))
            {
                return false
            }
        }
        // A tagged name speaks against a place only where it holds all of it: a fragment of it tagged is no evidence.
        func within(_ name: NamedSpan) -> Bool {
            name.tokens.lowerBound <= first && name.tokens.upperBound >= end
        }
        if sentence.names.contains(where: {
            ($0.kind == .person || $0.kind == .organisation || $0.kind == .norp) && within($0)
        }), !(cue && large), !body {
            if sentence.names.contains(where: { $0.kind == .person && within($0) }) {
                people[item.key, default: 0] += 1
            }
            return false
        }
        if !large || item.tokens.count == 1 {
            let before = first - 1
            if before >= 0 {
                let previous = tokens[before].form.lowercased()
                if Words.titles.contains(previous)
                    || (previous == "." && before >= 1 && Words.titles.contains(tokens[before - 1].form.lowercased()))
                {
                    people[item.key, default: 0] += 1
                    return false
                }
                if Self.capital(tokens[before]), before > 0 || best.prior < 6, tokens[first].spaceBefore,
                    !Words.function.contains(previous),
                    Demonyms.table[previous] == nil, Words.kindWords[previous] == nil, !large || best.row.kind != 4,
                    tokens[before].form != tokens[before].form.uppercased() || tokens[before].form.count < 3
                {
                    if !large { people[item.key, default: 0] += 1 }
                    return false
                }
            }
        }
        if body { return true }
        if end < tokens.count, tokens[end].spaceBefore, Self.capital(tokens[end]) {
            let next = tokens[end].form.lowercased()
            if Words.notPlaceAfter.contains(next) { return false }
            if !large, Words.kindWords[next] == nil, !Words.function.contains(next), !Words.titles.contains(next),
                Demonyms.table[next] == nil, tokens[first].form != tokens[first].form.uppercased(), best.prior < 6.3
            {
                if best.prior < 5.5 { people[item.key, default: 0] += 1 }
                return false
            }
        }
        if location || large { return true }
        if end + 1 < tokens.count, tokens[end].form == ",", Self.capital(tokens[end + 1]), best.exact { return true }
        if cue { return best.exact || item.kind != nil || best.prior > 1.5 }
        if !best.exact { return false }
        if item.tokens.count > 1 { return best.prior > 3.4 }
        if first == 0 { return best.prior > 5 && !tagged || best.prior > 5.6 }
        return best.prior > 4.6
    }

    /// Names of offices and bodies that are spelt like places.
    private static let never: Set<String> = ["white house", "red cross", "the white house", "west nile", "eu", "un"]

    /// "Paris, Ky.": a short name of a division behind a comma.
    private func abbreviates(_ item: Found, _ tokens: [Token]) -> Bool {
        guard item.key.count <= 5, item.tokens.lowerBound > 0, tokens[item.tokens.lowerBound - 1].form == "," else {
            return false
        }
        return item.candidates.contains { $0.exact && $0.row.kind == 1 && ($0.prior > 4 || item.key.count > 2) }
    }

    /// A name after "the village of" that the gazetteer lacks: it keeps its span.
    private func unknown(_ sentence: Sentence, _ start: Int, _ end: Int, _ number: Int) -> Found? {
        let tokens = sentence.tokens
        let before = start - 1
        var stop = start + 1
        while stop < end, Self.capital(tokens[stop]) || Self.joining(tokens[stop].form) { stop += 1 }
        while stop > start + 1, !Self.capital(tokens[stop - 1]) { stop -= 1 }
        let range = start..<stop
        let of =
            before >= 1 && tokens[before].form == "of"
            && Words.kindWords[tokens[before - 1].form.lowercased()] != nil
        let after =
            stop < tokens.count && Words.kindWords[tokens[stop].form] != nil
            && ["province", "governorate", "village", "district", "county", "town"].contains(tokens[stop].form)
        guard of || after, !Words.function.contains(tokens[start].form.lowercased()) else { return nil }
        let key = Self.key(tokens, range)
        let word = String(decoding: key, as: UTF8.self)
        guard key.count > 2, Demonyms.table[word] == nil, !Words.function.contains(word), !Words.common.contains(word),
            start > 0
        else { return nil }
        var item = Found(key: key, sentence: number, tokens: range, range: sentence.textRange(range))
        item.kind = Self.kindAsked(tokens, range)
        return item
    }

    /// "Kentucky State Police", "Idlib Health Directorate": what follows a name makes it that of a public body.
    static func namesBody(_ tokens: [Token], _ end: Int) -> Bool {
        guard end < tokens.count, tokens[end].spaceBefore, capital(tokens[end]) else { return false }
        return Words.bodies.contains(tokens[end].form.lowercased())
    }

    /// "Washington said", "Moscow-backed": the place stands for its government, or is in the name of a public body.
    static func standsForGovernment(_ tokens: [Token], _ range: Range<Int>, _ place: Place) -> Bool {
        guard place.id != nil else { return false }
        let end = range.upperBound
        if namesBody(tokens, end) { return true }
        if end + 1 < tokens.count, tokens[end].form == "-",
            ["backed", "led", "supported", "aligned", "sponsored", "allied", "brokered"].contains(tokens[end + 1].form)
        {
            return true
        }
        guard end < tokens.count, Words.saying.contains(tokens[end].form.lowercased()) else { return false }
        let before = range.lowerBound - 1
        return before < 0 || !Words.prepositions.contains(tokens[before].form.lowercased())
    }
}
