import Language
import Record

/// Names of places that the gazetteer may lack: they keep their span where the text asks for a place.
struct UnknownNames {
    let sentence: Sentence
    let number: Int
    let lookup: Candidates
    let resemblances: Resemblances

    private var tokens: [Token] { sentence.tokens }

    /// A street or road ("Hertford Road"), before its first word is taken for a place.
    func road(_ start: Int, _ ends: [Int]) -> Found? {
        guard let end = ends.first(where: { $0 > start + 1 && Words.roads.contains(tokens[$0 - 1].form) }),
            tokens[start..<end].allSatisfy({ Finder.capital($0) || Finder.isJoin($0.form) }), start > 0
        else { return nil }
        let before = tokens[start - 1].form.lowercased()
        guard Self.beforeRoads.contains(before) || Cue(tokens, start..<end) == .strong else { return nil }
        return found(start..<end, "road")
    }

    private static let beforeRoads: Set<String> = [
        "on", "along", "of", "and", "between", "to", "from", "off", "the", "a",
    ]

    /// A name from a token on that the tagger or the words around it call a place.
    func name(_ start: Int, _ end: Int, isJoined: Bool) -> Found? {
        guard start > 0, !Words.function.contains(tokens[start].form) else { return nil }
        if let name = sentence.names.first(where: {
            ($0.kind == .location || $0.kind == .facility) && $0.tokens.lowerBound == start
        }) {
            var range = name.tokens
            while range.count > 1, !Finder.capital(tokens[range.upperBound - 1]) {
                range = range.lowerBound..<range.upperBound - 1
            }
            if isJoined || Cue(tokens, range) == .strong {
                return known(range) ?? found(range, kind(range, isFacility: name.kind == .facility))
            }
        }
        let range = start..<run(start, end)
        if isCalledPlace(range) { return found(range, kind(range, isFacility: false)) }
        return Cue(tokens, range) == .strong ? misspelt(range) : nil
    }

    /// A longer name that only resembles a place's; it stands only where the report lets one believe that place.
    private func misspelt(_ range: Range<Int>) -> Found? {
        guard var item = found(range, nil), let best = item.candidates.first, !best.exact, item.key.count > 6 else {
            return nil
        }
        item.isSure = false
        return item
    }

    /// The place that a longer name begins with, where what follows is no part of a place's name ("Aleppo Blast").
    private func known(_ range: Range<Int>) -> Found? {
        let last = tokens[range.upperBound - 1].form.lowercased()
        guard range.count > 1, !Words.placeTails.contains(last), !Words.facilities.contains(last) else { return nil }
        for end in ((range.lowerBound + 1)..<range.upperBound).reversed()
        where Finder.capital(tokens[end]) && tokens[end].spaceBefore {
            let part = range.lowerBound..<end
            if part.count == 1, Acceptance.elements.contains(tokens[part.lowerBound].form.lowercased()) { continue }
            let candidates = lookup.of(Finder.key(tokens, part), folding: false)
            guard let best = candidates.first, best.prior > 5 else { continue }
            var item = Found(
                key: Finder.key(tokens, part), sentence: number, tokens: part, range: sentence.textRange(part))
            item.candidates = candidates
            return item
        }
        return nil
    }

    /// Where the capitalised words that begin at a token end.
    private func run(_ start: Int, _ end: Int) -> Int {
        var stop = start + 1
        while stop < end, Finder.capital(tokens[stop]) || Finder.isJoin(tokens[stop].form) { stop += 1 }
        while stop > start + 1, !Finder.capital(tokens[stop - 1]) { stop -= 1 }
        return stop
    }

    /// "The town of X", "X district", "near X", "at Jabal X", "in X Suburb".
    private func isCalledPlace(_ range: Range<Int>) -> Bool {
        let (start, end) = (range.lowerBound, range.upperBound)
        let isOther = sentence.names.contains {
            ($0.kind == .organisation || $0.kind == .norp || $0.kind == .person) && $0.tokens.overlaps(range)
        }
        if start >= 2, tokens[start - 1].form == "of", Words.kindWords[tokens[start - 2].form] != nil {
            return true
        }
        if end < tokens.count, tokens[end].spaceBefore, !Finder.capital(tokens[end]),
            Words.placeNouns.contains(tokens[end].form)
        {
            return !isOther || !["area", "sector"].contains(tokens[end].form)
        }
        if range.count > 1, Cue(tokens, range) > .none {
            return Words.placeHeads.contains(tokens[start].form.lowercased())
                || Words.placeTails.contains(tokens[end - 1].form.lowercased())
        }
        return !isOther && Cue.isSpatial(tokens, start)
    }

    private func kind(_ range: Range<Int>, isFacility: Bool) -> String? {
        let last = tokens[range.upperBound - 1].form.lowercased()
        if range.count > 1, Words.facilities.contains(last) { return "facility" }
        return Finder.kindAsked(tokens, range) ?? (isFacility ? "facility" : nil)
    }

    private func found(_ range: Range<Int>, _ kind: String?) -> Found? {
        let key = Finder.key(tokens, range)
        let word = String(decoding: key, as: UTF8.self)
        guard key.count > 2, !Demonyms.isPeople(key), !Words.function.contains(word), !Words.common.contains(word),
            !Words.generic.contains(word)
        else { return nil }
        var item = Found(key: key, sentence: number, tokens: range, range: sentence.textRange(range))
        item.kind = kind
        item.candidates = resemblances.of(key)
        if kind == "road" { item.candidates.removeAll { $0.row.kind != WorldFormat.road } }
        return item
    }
}
