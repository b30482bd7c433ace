import Language

/// A number with what it counts, as the words in order tell it: trees of long sentences err most in lists of numbers.
struct Count {
    let number: NumberReader.Found
    /// Token of the counted noun; the number's own last token where it stands alone ("killed 28 and wounded 30").
    let noun: Int
    /// First token after the counted phrase.
    let end: Int
    /// True where a noun that can be killed, flee or fight is counted, or where none is named.
    let isPersonal: Bool
    /// True for a number without a noun.
    var isBare: Bool { noun == number.head }
    var start: Int { number.tokens.lowerBound }
}

/// Finds what the numbers of a sentence count, and leaves out those that count no people: dates, money, ages, distances.
struct CountReader {
    let scene: Scene

    private var tokens: [Token] { scene.tokens }

    /// The counts of a sentence, in text order.
    func counts(_ numbers: [NumberReader.Found]) -> [Count] { numbers.compactMap { count($0) } }

    private func count(_ number: NumberReader.Found) -> Count? {
        guard !scene.times.contains(where: { $0.tokens.overlaps(number.tokens) }), !isMoney(number), !isLabel(number)
        else { return nil }
        let (noun, end) = phrase(after: number)
        guard let noun else {
            guard !isYear(number), !isOfPopulation(number), !isLoose(number) else { return nil }
            return Count(number: number, noun: number.head, end: end, isPersonal: true)
        }
        let lemma = tokens[noun].lemma.lowercased()
        if MeasureWords.things.contains(lemma) || isOfPopulation(number) { return nil }
        return Count(number: number, noun: noun, end: end, isPersonal: isPersonal(noun, lemma))
    }

    private func isPersonal(_ noun: Int, _ lemma: String) -> Bool {
        if WordClasses.persons.contains(lemma) || WordClasses.civilians.contains(lemma)
            || MeasureWords.fighters.contains(lemma) || MeasureWords.nouns[lemma] != nil
        {
            return true
        }
        if tokens[noun].upos == .pron { return lemma != "it" }
        return scene.party(at: noun) != nil || tokens[noun].upos == .propn && isPlural(noun)
    }

    private func isPlural(_ token: Int) -> Bool {
        let xpos = tokens[token].xpos
        return xpos == "NNS" || xpos == "NNPS" || Self.plurals.contains(tokens[token].lemma.lowercased())
    }

    private static let plurals = WordClasses.set("people police personnel staff folk men women children crew militia")
    /// Words that stand for persons after a number: "30 others", "ten more".
    private static let pronouns = WordClasses.set("other others more them whom those")

    // MARK: The counted phrase

    /// The noun that a number counts and the token after its phrase: "120 (IS group) fighters", "dozens of the civilians".
    private func phrase(after number: NumberReader.Found) -> (noun: Int?, end: Int) {
        let start = number.tokens.upperBound
        var at = start
        var last: Int?
        while at < min(tokens.count, start + 12) {
            let token = tokens[at]
            if let next = pastMark(at) {
                at = next
                continue
            }
            if token.form.lowercased() == "of", last == nil, at == start {
                guard let inner = pastOf(at) else { return (nil, at) }
                at = inner
                continue
            }
            if Self.pronouns.contains(token.form.lowercased()), last == nil {
                if at + 1 < tokens.count, tokens[at + 1].upos == .noun || tokens[at + 1].upos == .adj {
                    at += 1
                    continue
                }
                // "Four of them children": children.
                if at > start, let noun = subset(after: at) { return (noun, noun + 1) }
                return (at, at + 1)
            }
            switch token.upos {
            case .adj:
                // "12 dead", "12 dead militants".
                if MeasureWords.nouns[token.lemma] != nil, !isBeforeNoun(at) {
                    return (last ?? at, at + (last == nil ? 1 : 0))
                }
            case .noun, .propn:
                if isPlural(at) || MeasureWords.nouns[token.lemma.lowercased()] != nil && last == nil {
                    return (at, at + 1)
                }
                last = at
            case .verb where isHyphened(at): break
            case .verb:
                guard !isFinite(token), isBeforeNoun(at), last == nil || token.xpos == "VBG" else {
                    return (single(last, number), at)
                }
            default: if !isHyphened(at) { return (single(last, number), at) }
            }
            at += 1
        }
        return (single(last, number), at)
    }

    /// The noun of "of them children", "of them young men".
    private func subset(after pronoun: Int) -> Int? {
        guard tokens[pronoun - 1].form == "of", ["them", "whom"].contains(tokens[pronoun].form) else { return nil }
        for at in pronoun + 1..<max(pronoun + 1, min(tokens.count, pronoun + 4)) {
            if tokens[at].upos == .noun, isPlural(at) {
                let next = at + 1
                return next >= tokens.count || ![.verb, .aux].contains(tokens[next].upos) ? at : nil
            }
            guard tokens[at].upos == .adj else { return nil }
        }
        return nil
    }

    /// A singular noun is counted only by one, or where the tree ties it to the number ("eleven Yazidi").
    private func single(_ noun: Int?, _ number: NumberReader.Found) -> Int? {
        guard let noun else { return nil }
        if number.reading.high == 1 || tokens[noun].lemma == "percent" { return noun }
        let head = tokens[number.head].head
        guard head == noun, tokens[number.head].relation.base == "nummod" else { return nil }
        let lemma = tokens[noun].lemma.lowercased()
        return tokens[noun].upos == .noun || MeasureWords.things.contains(lemma) ? noun : nil
    }

    /// Past quotation marks, hyphens inside a word and brackets before the noun.
    private func pastMark(_ at: Int) -> Int? {
        let form = tokens[at].form
        if ["\"", "'", "\u{201C}", "\u{201D}", "``", "''"].contains(form) { return at + 1 }
        if form == "-", !tokens[at].spaceBefore { return at + 1 }
        if form == "(" || form == "[" {
            guard
                let close = tokens[at..<min(tokens.count, at + 8)].firstIndex(where: {
                    $0.form == ")" || $0.form == "]"
                }),
                close + 1 < tokens.count, [.noun, .propn, .adj].contains(tokens[close + 1].upos)
            else { return nil }
            return close + 1
        }
        return nil
    }

    /// True for a verb that says something of the number ("12 received wounds"), which no participle is.
    private func isFinite(_ token: Token) -> Bool {
        token.xpos == "VBZ" || token.xpos == "VBD" && MeasureWords.verbs[token.lemma.lowercased()] == nil
    }

    /// True for a part of a word with a hyphen ("pick-up trucks", "US-backed fighters").
    private func isHyphened(_ at: Int) -> Bool {
        func isHyphen(_ token: Token) -> Bool { token.form == "-" && !token.spaceBefore }
        return isHyphen(tokens[at - 1]) && !tokens[at].spaceBefore
            || at + 1 < tokens.count && isHyphen(tokens[at + 1])
    }

    /// Past "of", its articles and possessives.
    private func pastOf(_ at: Int) -> Int? {
        var next = at + 1
        while next < tokens.count, tokens[next].upos == .det || tokens[next].xpos == "PRP$" { next += 1 }
        return next < tokens.count && ![.verb, .adp].contains(tokens[next].upos) ? next : nil
    }

    /// True where a noun follows that the word may stand before ("wounded civilians", "besieged government-held towns").
    private func isBeforeNoun(_ at: Int) -> Bool {
        for next in at + 1..<max(at + 1, min(tokens.count, at + 5)) {
            switch tokens[next].upos {
            case .noun, .propn: if isPlural(next) { return true }
            case .adj, .verb: continue
            default: if tokens[next].form != "-" { return false }
            }
        }
        return false
    }

    // MARK: What counts no people

    private func isMoney(_ number: NumberReader.Found) -> Bool {
        let low = max(0, number.tokens.lowerBound - 1)
        let high = min(tokens.count - 1, number.tokens.upperBound)
        return tokens[low...high].contains { MeasureWords.money.contains($0.lemma.lowercased()) }
    }

    private static let after = WordClasses.set("- % percent per pm am p.m. a.m. th : / x")
    private static let titles = WordClasses.set(
        "no no. number division regiment brigade operation resolution article chapter route highway page unit group point"
    )

    /// True for a number that is part of a name, a label, an age, a share or a score.
    private func isLabel(_ number: NumberReader.Found) -> Bool {
        if isOneOf(number) { return true }
        let next = number.tokens.upperBound
        if next < tokens.count, Self.after.contains(tokens[next].form.lowercased()) { return true }
        guard number.tokens.lowerBound > 0 else { return false }
        let before = tokens[number.tokens.lowerBound - 1]
        if before.form == "-" || before.form == "/"
            || before.form == ":" && !before.spaceBefore && number.tokens.count == 1
        {
            return before.form != ":" || tokens[max(0, number.tokens.lowerBound - 2)].upos == .num
        }
        if ["aged", "age", "aged"].contains(before.lemma) { return true }
        return Self.titles.contains(before.lemma.lowercased()) && tokens[number.head].upos == .num
    }

    /// "Seven people from one family", "in one of them": which, and not how many.
    private func isOneOf(_ number: NumberReader.Found) -> Bool {
        let at = number.head
        guard number.tokens.count == 1, tokens[at].form.lowercased() == "one", at > 0, at + 1 < tokens.count,
            ["from", "of", "in", "at", "on"].contains(tokens[at - 1].form.lowercased())
        else { return false }
        return tokens[at + 1].form == "of" || MeasureWords.households.contains(tokens[at + 1].lemma)
    }

    private func isYear(_ number: NumberReader.Found) -> Bool {
        let form = tokens[number.head].form
        guard form.utf8.count == 4, let year = Int(form) else { return false }
        return (1900...2100).contains(year)
    }

    /// True for a number alone that counts nothing: nought, a page's counter in brackets, "several" without a noun, the
    /// clock before a printed date.
    private func isLoose(_ number: NumberReader.Found) -> Bool {
        let next = number.tokens.upperBound
        let before = number.tokens.lowerBound - 1
        let isBracketed =
            before >= 0 && tokens[before].form == "(" && next < tokens.count && tokens[next].form == ")"
        return number.reading.high == 0 || isBracketed || tokens[number.head].form.lowercased() == "several"
            || scene.times.contains { $0.tokens.lowerBound == next }
    }

    /// "A population of 18,000", "home to 240,000 people", "from 5,000 to": how many live there.
    private func isOfPopulation(_ number: NumberReader.Found) -> Bool {
        let start = number.tokens.lowerBound
        let before = tokens[max(0, start - 4)..<start]
        return before.contains { $0.lemma == "population" || $0.lemma == "inhabit" }
            || start >= 2 && tokens[start - 1].lemma == "to" && tokens[start - 2].lemma == "home"
    }
}
