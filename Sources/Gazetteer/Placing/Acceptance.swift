import Language

/// Whether the text lets a name that the gazetteer has be a place there.
struct Acceptance {
    let sentence: Sentence
    let item: Found
    let cue: Cue
    /// Whether the name tagger calls it a location or a facility.
    let isLocation: Bool

    enum Verdict: Equatable {
        case place
        /// A place in the name of a body ("U.S. Department of Justice").
        case body
        /// Only the tagger speaks against it: a place where the report uses it as one elsewhere.
        case doubted(isPerson: Bool)
        case person
        /// The first of a person's names ("Georgia Stevens").
        case givenName
        case none
    }

    private var tokens: [Token] { sentence.tokens }
    private var first: Int { item.tokens.lowerBound }
    private var end: Int { item.tokens.upperBound }
    private var best: Candidate { item.candidates[0] }
    private var isLarge: Bool { best.prior > 8 }
    private var word: String { String(decoding: item.key, as: UTF8.self) }

    func verdict(isTagged: Bool) -> Verdict {
        if Demonyms.table[word] != nil || Self.never.contains(word) || isAge { return .none }
        if end < tokens.count, tokens[end].form == "of", Words.generic.contains(tokens[end - 1].form.lowercased()) {
            return .none
        }
        if first > 0, Self.never.contains(tokens[first - 1].form.lowercased() + " " + word) { return .none }
        if abbreviates || isResidence { return .place }
        if item.tokens.count > 1, best.exact, Words.divisions.contains(tokens[end - 1].form.lowercased()) {
            return .place
        }
        if isInsideName
            || isAcronym && !isLocation && first > 0
                && ![WorldFormat.country, WorldFormat.admin1].contains(best.row.kind)
        {
            return .none
        }
        if !best.exact, isAcronym || item.tokens.count > 1 && Words.function.contains(tokens[first].form) {
            return .none
        }
        let isBody = best.exact && best.prior > 4.6 && Finder.namesBody(tokens, end)
        if item.tokens.count == 1, !isWordAPlace(isBody: isBody) { return .none }
        if let verdict = tagged(isBody: isBody) { return verdict }
        if let verdict = afterName() { return verdict }
        if isBody { return .place }
        if let verdict = beforeName() { return verdict }
        return isCertain(isTagged: isTagged) ? .place : .none
    }

    /// Names of offices and bodies that are spelt like places.
    private static let never: Set<String> = ["white house", "red cross", "the white house", "west nile", "eu", "un"]

    /// "The Roman theatre", "an Ottoman fort": an age, not the town.
    private var isAge: Bool {
        ["roman", "ottoman", "byzantine"].contains(word) && end < tokens.count
            && tokens[end].form.first?.isLowercase == true && [.noun, .adj].contains(tokens[end].upos)
    }

    /// "Paris, Ky.": a short name of a division behind a comma.
    var abbreviates: Bool {
        guard item.key.count <= 5, first > 1, tokens[first - 1].form == "," else { return false }
        if sentence.names.contains(where: { $0.kind == .person && $0.tokens.contains(first - 2) }) { return false }
        return item.candidates.contains { $0.exact && $0.row.kind == 1 && ($0.prior > 4 || item.key.count > 2) }
    }

    /// "A. Name, 43, of X": where a person lives.
    private var isResidence: Bool {
        guard first >= 4, best.exact, tokens[first - 1].form == "of", tokens[first - 2].form == "," else {
            return false
        }
        return tokens[first - 4].form == "," && tokens[first - 3].form.utf8.allSatisfy { $0 >= 0x30 && $0 <= 0x39 }
    }

    /// "FIFA": only its own spelling is its name.
    private var isAcronym: Bool {
        let form = tokens[first].form
        return item.tokens.count == 1 && form.utf8.count <= 5 && form == form.uppercased()
    }

    /// "Ahrar al-Sham", "Bab al-Nairab": the name goes on before or after it.
    private var isInsideName: Bool {
        func isArticle(_ at: Int) -> Bool {
            at >= 0 && at + 2 < tokens.count && tokens[at + 1].form == "-" && tokens[at].spaceBefore
                && Words.articles.contains(tokens[at].form)
        }
        if isArticle(end), Finder.capital(tokens[end + 2]), !isLarge { return true }
        let start = first > 1 && tokens[first - 1].form == "-" && isArticle(first - 2) ? first - 2 : first
        guard isArticle(start), start > 0, Finder.capital(tokens[start - 1]) else { return false }
        let previous = tokens[start - 1].form.lowercased()
        return !Words.function.contains(previous) && Words.kindWords[previous] == nil && Demonyms.table[previous] == nil
            && Cue(tokens, item.tokens) == .none
    }

    /// False for single words that are hardly names of places.
    private func isWordAPlace(isBody: Bool) -> Bool {
        let form = tokens[first].form
        if Words.generic.contains(word) { return false }
        if Words.function.contains(word), word != "us" || form.lowercased() == form || form == "Us" { return false }
        if word.utf8.count <= 3 {
            if form != form.uppercased() {
                if !isLarge, cue == .none { return false }
            } else if !isLarge {
                return isLocation || isBody || best.exact && best.prior > 5.5 && cue > .none
            }
        }
        guard Words.common.contains(word), !isLocation else { return true }
        return cue > .none && best.prior > 5.3 && best.row.kind != WorldFormat.water && !Words.titles.contains(word)
    }

    /// What the tagger's names of people and bodies say; nil where they say nothing against the place.
    private func tagged(isBody: Bool) -> Verdict? {
        // A tagged name speaks against a place only where it holds all of it: a fragment of it tagged is no evidence.
        let names = sentence.names.filter {
            ($0.kind == .person || $0.kind == .organisation || $0.kind == .norp) && $0.tokens.lowerBound <= first
                && $0.tokens.upperBound >= end
        }
        guard let name = names.first, !(cue > .none && isLarge), !isBody else { return nil }
        let isPerson = names.contains { $0.kind == .person }
        let isWhole = name.tokens.count - item.tokens.count <= (tokens[name.tokens.lowerBound].form == "the" ? 1 : 0)
        if isLarge, best.exact, isCountryOrDivision, !isPerson || isWhole && item.tokens.count > 1 {
            return isWhole ? nil : .body
        }
        guard isWhole, name.kind != .norp else {
            return !isPerson ? Verdict.none : name.tokens.lowerBound == first ? .givenName : .person
        }
        if cue == .strong, best.exact, best.prior > (isPerson ? 4 : 3), !Words.common.contains(word) { return nil }
        return .doubted(isPerson: isPerson)
    }

    private var isCountryOrDivision: Bool {
        best.row.kind == WorldFormat.country || best.row.kind == WorldFormat.admin1 && item.tokens.count > 1
    }

    /// What stands before a name: titles and given names make it a person's.
    private func afterName() -> Verdict? {
        let before = first - 1
        guard before >= 0, !isLarge || item.tokens.count == 1 else { return nil }
        let previous = tokens[before].form.lowercased()
        if Words.titles.contains(previous)
            || (previous == "." && before >= 1 && Words.titles.contains(tokens[before - 1].form))
        {
            return .person
        }
        if Finder.capital(tokens[before]), before > 0 || best.prior < 6, tokens[first].spaceBefore,
            !Words.function.contains(previous), Demonyms.table[previous] == nil, Words.kindWords[previous] == nil,
            !isLarge || best.row.kind != WorldFormat.country,
            tokens[before].form != tokens[before].form.uppercased() || tokens[before].form.count < 3
        {
            return isLarge ? Verdict.none : .person
        }
        return nil
    }

    /// What stands after a name: another name makes it a part of that.
    private func beforeName() -> Verdict? {
        guard end < tokens.count, tokens[end].spaceBefore, Finder.capital(tokens[end]) else { return nil }
        let next = tokens[end].form.lowercased()
        if Words.notPlaceAfter.contains(next) { return Verdict.none }
        // "Tal Mardikh": a mound is no place by itself.
        if item.tokens.count == 1, Self.elements.contains(word), Words.kindWords[next] == nil { return Verdict.none }
        if !isLarge, Words.kindWords[next] == nil, !Words.function.contains(next), !Words.titles.contains(next),
            Demonyms.table[next] == nil, tokens[first].form != tokens[first].form.uppercased(), best.prior < 6.3
        {
            return best.prior < 5.5 ? .person : Verdict.none
        }
        return nil
    }

    /// First words of many names: mound, village, monastery, inn, spring, mount, father, mother, well, valley, ruin, house,
    /// castle, cape, hill.
    static let elements: Set<String> = [
        "tal", "tall", "tell", "tel", "kafr", "kfar", "deir", "dayr", "khan", "ain", "ayn", "jabal", "jebel", "djebel",
        "abu", "umm", "bir", "wadi", "khirbet", "khirbat", "beit", "bayt", "qalat", "ras", "tulul", "nahr", "hay",
    ]

    private func isCertain(isTagged: Bool) -> Bool {
        if isLocation || isLarge { return true }
        if end + 1 < tokens.count, tokens[end].form == ",", Finder.capital(tokens[end + 1]), best.exact { return true }
        if cue > .none { return best.exact || item.kind != nil || best.prior > 1.5 }
        if !best.exact { return false }
        if item.tokens.count > 1 { return best.prior > 3.4 }
        if first == 0 { return best.prior > 5 && !isTagged || best.prior > 5.6 }
        return best.prior > 4.6
    }
}
