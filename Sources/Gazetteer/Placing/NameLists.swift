import Language
import Record

/// Lists of names that share a noun: "the villages of X, Y and Z", "X, Y and Z provinces". Each member is a place of that
/// kind, also where the gazetteer lacks it.
struct NameLists {
    let sentence: Sentence
    let number: Int
    let resemblances: Resemblances

    private var tokens: [Token] { sentence.tokens }

    /// Gives the members of the sentence's lists their kind, and adds those that are not found yet; `first` is where the
    /// sentence's names begin.
    func complete(_ found: inout [Found], from first: Int) {
        for at in tokens.indices {
            guard tokens[at].form.utf8.last == UInt8(ascii: "s"), let kind = Words.plurals[tokens[at].form],
                !Finder.capital(tokens[at])
            else { continue }
            let before = membersBefore(at, found[first...])
            let members = before.count > 1 ? before : membersAfter(at, found[first...])
            for range in members { take(range, kind, isAfter: before.count < 2, &found, first) }
        }
        found[first...].sort { $0.tokens.lowerBound < $1.tokens.lowerBound }
    }

    private func take(_ range: Range<Int>, _ kind: String, isAfter: Bool, _ found: inout [Found], _ first: Int) {
        if let index = found[first...].firstIndex(where: { $0.tokens.overlaps(range) }) {
            if found[index].tokens == range, found[index].kind == nil { found[index].kind = kind }
            return
        }
        let key = Finder.key(tokens, range)
        let word = String(decoding: key, as: UTF8.self)
        let isOther = sentence.names.contains {
            $0.tokens.overlaps(range) && ($0.kind == .norp || $0.kind == .date || $0.kind == .person && !isAfter)
        }
        guard key.count > 2, !isOther, !Demonyms.isPeople(key), !Words.function.contains(word),
            !Words.generic.contains(word)
        else { return }
        var item = Found(key: key, sentence: number, tokens: range, range: sentence.textRange(range))
        item.kind = kind
        item.candidates = resemblances.of(key)
        if isAfter || !item.candidates.isEmpty { found.append(item) }
    }

    /// The names after "villages of", "villages:", "villages including".
    private func membersAfter(_ noun: Int, _ found: ArraySlice<Found>) -> [Range<Int>] {
        var at = noun + 1
        while at < tokens.count, at < noun + 4, [",", ":", "of", "including", "such", "like"].contains(tokens[at].form)
        {
            at += tokens[at].form == "such" ? 2 : 1
        }
        guard at > noun + 1 else { return [] }
        var members: [Range<Int>] = []
        while at < tokens.count, members.count < 40 {
            if tokens[at].form == "the" { at += 1 }
            guard at < tokens.count, let name = name(from: at, found) else { break }
            members.append(name)
            at = name.upperBound
            let start = at
            while at < tokens.count, at < start + 3, [",", "and", "or", "&"].contains(tokens[at].form) { at += 1 }
            if at == start { break }
        }
        return members
    }

    /// The names before "provinces", nearest last.
    private func membersBefore(_ noun: Int, _ found: ArraySlice<Found>) -> [Range<Int>] {
        var members: [Range<Int>] = []
        var end = noun
        while end > 0, members.count < 40, let name = name(endingAt: end, found) {
            members.insert(name, at: 0)
            end = name.lowerBound
            let start = end
            while end > 0, start - end < 2, [",", "and", "or", "&"].contains(tokens[end - 1].form) { end -= 1 }
            if end == start { break }
        }
        return members
    }

    private func name(from start: Int, _ found: ArraySlice<Found>) -> Range<Int>? {
        if let item = found.first(where: { $0.tokens.lowerBound == start }) { return item.tokens }
        guard Finder.capital(tokens[start]) || isArticle(start) else { return nil }
        var end = start + 1
        while end < tokens.count, end < start + 5,
            Finder.capital(tokens[end]) && tokens[end].spaceBefore || !tokens[end].spaceBefore && isInside(end)
        {
            end += 1
        }
        while end > start + 1, Finder.isJoin(tokens[end - 1].form) { end -= 1 }
        return start..<end
    }

    private func name(endingAt end: Int, _ found: ArraySlice<Found>) -> Range<Int>? {
        if let item = found.first(where: { $0.tokens.upperBound == end }) { return item.tokens }
        guard Finder.capital(tokens[end - 1]) else { return nil }
        var start = end - 1
        while start > 0, end - start < 5,
            Finder.capital(tokens[start - 1]) && tokens[start].spaceBefore
                || !tokens[start].spaceBefore && isInside(start)
        {
            start -= 1
        }
        return start..<end
    }

    /// True for a token that goes on with the name before it: "al-Bab", "Sha'ar".
    private func isInside(_ at: Int) -> Bool {
        Finder.isJoin(tokens[at].form) || at > 0 && Finder.isJoin(tokens[at - 1].form)
    }

    private func isArticle(_ at: Int) -> Bool {
        at + 2 < tokens.count && tokens[at + 1].form == "-" && Words.articles.contains(tokens[at].form)
    }
}
