import Language
import Record

/// Finds the names of places in sentences, by the gazetteer and, where there is one, the name tagger.
///
/// At each capital letter the longest name that the gazetteer has and the text lets stand (``Acceptance``) is taken;
/// names that it lacks where the text asks for a place (``UnknownNames``); then the members of lists ("the villages of X
/// and Y", ``NameLists``). A name that the tagger called a person or a body, but that the report elsewhere uses as a
/// place, is a place there too: one sense per report.
struct Finder {
    let world: World

    func find(_ sentences: [Sentence]) -> [Found] {
        let lookup = Candidates(world: world, limit: 40)
        var search = Search(
            lookup: lookup, resemblances: Resemblances(lookup), isTagged: sentences.contains { !$0.names.isEmpty })
        for (number, sentence) in sentences.enumerated() { search.read(sentence, number) }
        return search.places(sentences)
    }

    /// One report's names so far.
    private struct Search {
        let lookup: Candidates
        let resemblances: Resemblances
        /// Whether a name tagger has read the report.
        let isTagged: Bool
        var found: [Found] = []
        /// Names that only the tagger speaks against.
        var doubted: [Found] = []
        /// How often a name is a person's.
        var people: [[UInt8]: Int] = [:]
        /// Names that begin a person's full name in this report.
        var givenNames: Set<[UInt8]> = []

        mutating func read(_ sentence: Sentence, _ number: Int) {
            let before = found.count
            var at = 0
            while at < sentence.tokens.count {
                guard Finder.starts(sentence.tokens, at) else {
                    at += 1
                    continue
                }
                if let hit = longest(sentence, at, number) {
                    found.append(hit)
                    at = max(at + 1, hit.tokens.upperBound)
                } else {
                    at += 1
                }
            }
            let lists = NameLists(sentence: sentence, number: number, resemblances: resemblances)
            lists.complete(&found, from: before)
        }

        /// The places, in text order, without names that are mostly people's.
        func places(_ sentences: [Sentence]) -> [Found] {
            var standing: [[UInt8]: Int] = [:]
            for item in found { standing[item.key, default: 0] += 1 }
            var kept = found.filter { item in
                if Cue(sentences[item.sentence].tokens, item.tokens) > .none { return true }
                if givenNames.contains(item.key) { return false }
                return (people[item.key] ?? 0) < (standing[item.key] ?? 0) || (item.candidates.first?.prior ?? 0) > 8
            }
            let places = Set(kept.lazy.filter { !$0.candidates.isEmpty }.map(\.key))
            let again = doubted.filter { item in
                if givenNames.contains(item.key) { return false }
                if (item.candidates.first?.prior ?? 0) > 8 { return true }
                return places.contains(item.key) && (people[item.key] ?? 0) <= (standing[item.key] ?? 0)
            }
            if again.isEmpty { return kept }
            let taken = Set(kept.map(\.range.start))
            kept += again.filter { !taken.contains($0.range.start) }
            return kept.sorted { ($0.range.start, $0.range.end) < ($1.range.start, $1.range.end) }
        }

        /// The longest span from a token on that is a place.
        private mutating func longest(_ sentence: Sentence, _ start: Int, _ number: Int) -> Found? {
            let tokens = sentence.tokens
            let ends = Finder.ends(tokens, start)
            let unknown = UnknownNames(
                sentence: sentence, number: number, lookup: lookup, resemblances: resemblances)
            if let road = unknown.road(start, ends) { return road }
            let isJoined = joined(number, tokens, start)
            let before = max(Cue.before(tokens, start), isJoined ? .weak : .none)
            let names = SpanNames(tokens, start, ends)
            for name in names.spans.reversed() where name.length >= 2 {
                let range = start..<name.end
                if range.count == 1, !Finder.capital(tokens[start]) || Finder.isFunctionWord(tokens[start]) { continue }
                let cue = Cue(tokens, range, before: before)
                let location = sentence.names.contains {
                    ($0.kind == .location || $0.kind == .facility) && $0.tokens.overlaps(range)
                }
                let folding = location || cue > .none || range.count > 2
                if !folding, range.count > 1, !lookup.isKnown(name.hash) { continue }
                let key = names.key(name)
                var item = Found(key: key, sentence: number, tokens: range, range: TextRange(0, 0))
                item.candidates = lookup.of(key, folding: folding)
                if item.candidates.isEmpty, range.count == 1 {
                    item.candidates = possessor(key)
                    item.key = Array(key.dropLast())
                }
                if item.candidates.isEmpty { continue }
                item.range = sentence.textRange(range)
                item.kind = Finder.kindAsked(tokens, range)
                let acceptance = Acceptance(sentence: sentence, item: item, cue: cue, isLocation: location)
                if item.kind == nil, acceptance.abbreviates { item.kind = "admin1" }
                item.isSure = cue == .strong || location || item.kind != nil
                switch acceptance.verdict(isTagged: isTagged) {
                case .place: return item
                case .body:
                    item.isInBody = true
                    return item
                case .person: people[key, default: 0] += 1
                case .givenName:
                    people[key, default: 0] += 1
                    givenNames.insert(key)
                case .doubted(let isPerson):
                    if isPerson { people[key, default: 0] += 1 }
                    doubted.append(item)
                case .none: break
                }
            }
            return unknown.name(start, ends.last ?? start + 1, isJoined: isJoined)
        }

        /// "Syrias" of a page that lost its apostrophes: a large place's own name with an s.
        private func possessor(_ key: [UInt8]) -> [Candidate] {
            guard key.count > 5, key.last == UInt8(ascii: "s") else { return [] }
            return lookup.of(Array(key.dropLast()), folding: false).filter { $0.prior > 6 }
        }

        /// True behind a place and "and" or a comma.
        private func joined(_ number: Int, _ tokens: [Token], _ start: Int) -> Bool {
            guard let last = found.last, last.sentence == number, start > 0 else { return false }
            return last.tokens.upperBound == start - 1 && ["and", ",", "or"].contains(tokens[start - 1].form)
        }
    }

    // MARK: - Spans

    private static func starts(_ tokens: [Token], _ at: Int) -> Bool {
        if capital(tokens[at]) { return true }
        return at + 2 < tokens.count && tokens[at + 1].form == "-" && capital(tokens[at + 2])
            && Words.articles.contains(tokens[at].form)
    }

    static func capital(_ token: Token) -> Bool {
        guard let first = token.form.utf8.first else { return false }
        if first < 0x80 { return first >= 0x41 && first <= 0x5A }
        return token.form.first?.isUppercase ?? false
    }

    /// "The" and "In", which begin sentences; "US" is none.
    private static func isFunctionWord(_ token: Token) -> Bool {
        Words.function.contains(token.form) && token.form != "US"
    }

    static func isJoin(_ form: String) -> Bool {
        form == "-" || form == "'" || form == "’" || form == "‘" || form == "`" || form == "." || form == "‑"
    }

    /// Where a name that starts at a token may end.
    private static func ends(_ tokens: [Token], _ start: Int) -> [Int] {
        var ends: [Int] = []
        var at = start
        while at < tokens.count, at < start + 9 {
            let token = tokens[at]
            if capital(token) || at == start {
                ends.append(at + 1)
            } else if !(isJoin(token.form) && !token.spaceBefore) && !Words.connectors.contains(token.form)
                && !(token.form.utf8.first.map { $0 >= 0x61 && $0 <= 0x7A } == true && tokens[at - 1].form == "-")
            {
                break
            } else if tokens[at - 1].form == "-" || tokens[at - 1].form == "’" || tokens[at - 1].form == "'" {
                ends.append(at + 1)
            }
            at += 1
        }
        return ends
    }

    /// The cleaned name of some tokens.
    static func key(_ tokens: [Token], _ range: Range<Int>) -> [UInt8] {
        let names = SpanNames(tokens, range.lowerBound, [range.upperBound])
        return names.key(names.spans[0])
    }

    /// The kind that "the town of X", "X province", "River X" ask for.
    static func kindAsked(_ tokens: [Token], _ range: Range<Int>) -> String? {
        if let noun = kindNoun(tokens, after: range.upperBound) { return noun.kind }
        let before = range.lowerBound - 1
        guard before >= 0 else { return nil }
        let word = tokens[before].form
        if word == "of" || word == "Of", before >= 1 { return Words.kindWords[tokens[before - 1].form] }
        guard let kind = Words.kindWords[word] else { return nil }
        return ["river", "lake", "town", "village", "city"].contains(word.lowercased()) ? kind : nil
    }

    /// The noun right after a name that says its kind, and where it stands: "X airport", "X military airport".
    static func kindNoun(_ tokens: [Token], after end: Int) -> (at: Int, kind: String)? {
        var at = end
        while at < tokens.count, at < end + 3, tokens[at].spaceBefore {
            if let kind = Words.kindWords[tokens[at].form] {
                // Between them only what tells facilities apart.
                return at == end || kind == "facility" || kind == "camp" ? (at, kind) : nil
            }
            guard Words.facilityAdjectives.contains(tokens[at].form) else { return nil }
            at += 1
        }
        return nil
    }

    // MARK: - Places that stand for others

    /// "Kentucky State Police", "Idlib Health Directorate": what follows a name makes it that of a public body.
    static func namesBody(_ tokens: [Token], _ end: Int) -> Bool {
        guard end < tokens.count, tokens[end].spaceBefore, capital(tokens[end]) else { return false }
        return Words.bodies.contains(tokens[end].form)
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
        guard end < tokens.count, Words.saying.contains(tokens[end].form) else { return false }
        // "X has fallen", "X has been cut off": what becomes of a town, no government.
        if tokens[end].form == "has", end + 1 < tokens.count {
            let next = tokens[end + 1].form
            if Words.becoming.contains(next) { return false }
            if next == "been" { return end + 2 < tokens.count && tokens[end + 2].form.hasSuffix("ing") }
        }
        return Cue(tokens, range) == .none
    }
}
