import Gazetteer
import Language
import Record

/// Says what is counted by a number: each rule looks at one construction and gives the measure with the word that tells it.
struct MeasureReader {
    let scene: Scene
    /// Tokens that belong to numbers, which the rules step over.
    let inNumber: Set<Int>

    typealias Reading = (Figure.Measure, Int)

    init(scene: Scene, numbers: [NumberReader.Found]) {
        self.scene = scene
        inNumber = Set(numbers.flatMap(\.tokens))
    }

    var tokens: [Token] { scene.tokens }
    func lemma(_ token: Int) -> String { tokens[token].lemma.lowercased() }

    /// The measure of a count and its governor; nil where nothing told makes it one.
    func measure(of count: Count) -> Reading? {
        if countsThings(count) || speaks(count) { return nil }
        if lemma(count.noun) == "body", !count.isBare { return bodies(count) }
        if let found = bodiesOf(count) { return found }
        if let told = described(count), [.displaced, .missing].contains(told.0) { return told }
        if let found = own(count) ?? left(count) ?? following(count, adjacent: true) ?? active(count, adjacent: true) {
            return found
        }
        let rules: [(Count) -> Reading?] = [
            lives, toll, among, { following($0, adjacent: false) }, { active($0, adjacent: false) }, harm, inTree,
            sheltered, fleeing, described, drivenOut, estimated, strength,
        ]
        return rules.lazy.compactMap { $0(count) }.first
    }

    /// "Wounded 30, two aid workers said".
    private func speaks(_ count: Count) -> Bool {
        !count.isBare && count.end < tokens.count
            && ["said", "say", "says", "told", "reported"].contains(tokens[count.end].form.lowercased())
    }

    /// "Four of the seven districts", "three police checkpoints": no people.
    private func countsThings(_ count: Count) -> Bool {
        func isThing(_ at: Int) -> Bool {
            MeasureWords.things.contains(lemma(at)) || WordClasses.placeNouns.contains(lemma(at))
        }
        if count.isBare {
            guard count.end < tokens.count, tokens[count.end].form == "of",
                let noun = (count.end + 1..<max(count.end + 1, min(tokens.count, count.end + 6))).first(where: {
                    tokens[$0].upos == .noun && !inNumber.contains($0)
                })
            else { return false }
            return isThing(noun)
        }
        let head = count.noun + 1
        return tokens[count.noun].relation.base == "compound" && tokens[count.noun].head == head
            && tokens[head].upos == .noun && isThing(head)
    }

    /// "1,221 dead soldiers", "167 wounded men".
    private func described(_ count: Count) -> Reading? {
        guard !count.isBare, count.isPersonal, count.start < count.noun else { return nil }
        for at in count.start..<count.noun where !inNumber.contains(at) {
            if let measure = Self.fallen[lemma(at)] ?? Self.fallen[tokens[at].form.lowercased()] {
                return (measure, at)
            }
        }
        return nil
    }

    // MARK: The noun itself

    /// "20 deaths", "15 of the wounded", "80 hostages".
    func own(_ count: Count) -> Reading? {
        guard !count.isBare, let measure = MeasureWords.nouns[lemma(count.noun)] else { return nil }
        if isVerbOfNext(count.noun), active(count, adjacent: true) != nil { return nil }
        if measure == .captured, isReleased(count) { return nil }
        return (measure, count.noun)
    }

    /// True for a participle that counts the number after it ("6 killed, 12 wounded": no; "kill 83 injured 100": yes).
    func isVerbOfNext(_ token: Int) -> Bool {
        token + 1 < tokens.count && inNumber.contains(token + 1)
            && ["killed", "wounded", "injured"].contains(tokens[token].form.lowercased())
    }

    static let releasing = WordClasses.set("release free swap exchange escape return rescue hand")

    func isReleased(_ count: Count) -> Bool {
        tokens[max(0, count.start - 4)..<min(tokens.count, count.end + 4)].contains {
            $0.upos == .verb && Self.releasing.contains($0.lemma)
        }
    }

    // MARK: Results

    /// "Left ten people dead", "leaving dozens homeless".
    func left(_ count: Count) -> Reading? {
        for at in stride(from: count.start - 1, through: max(0, count.start - 5), by: -1) where at >= 0 {
            let form = tokens[at].form.lowercased()
            guard tokens[at].lemma == "leave" || form == "left" || form == "leaves" else {
                if tokens[at].upos == .verb { return nil }
                continue
            }
            for next in count.end..<max(count.end, min(tokens.count, count.end + 12)) {
                if let measure = MeasureWords.results[tokens[next].form.lowercased()] { return (measure, next) }
                if tokens[next].upos == .sconj || tokens[next].upos == .aux || tokens[next].form == ";" { return nil }
            }
            let own = tokens[count.noun].form.lowercased()
            return MeasureWords.results[own].map { ($0, count.noun) }
        }
        return nil
    }

    // MARK: What follows

    /// "12 civilians were killed", "34 killed in", "2,000 people have fled": the word that the count is subject of.
    func following(_ count: Count, adjacent: Bool) -> Reading? {
        var wasBe = false
        var inPhrase = false
        var isJoined = false
        var at = count.end
        let limit = min(tokens.count, count.end + (adjacent ? 4 : 26))
        while at < limit {
            let token = tokens[at]
            if inNumber.contains(at) {
                if adjacent { return nil }
                (isJoined, at) = (true, at + 1)
                continue
            }
            if token.form == ",", let end = aside(at) {
                at = end
                continue
            }
            // "49 of those who fled": what is told of those comes second.
            if ["who", "that"].contains(token.form), at == count.end, lemma(count.noun) == "those" { return nil }
            if count.isBare, !inPhrase, [.det, .pron, .noun, .propn].contains(token.upos), at > count.end || !adjacent {
                return nil
            }
            inPhrase = inPhrase || token.upos == .adp
            if token.upos == .aux {
                wasBe = wasBe || token.lemma == "be" || token.lemma == "get"
                at += 1
                continue
            }
            if token.upos == .verb || wasBe || !isJoined, let reading = predicate(at, count, wasBe: wasBe) {
                return reading
            }
            // "Counts 45 civilians and 73 soldiers dead".
            if isJoined, token.upos == .adj, at > 0, [.noun, .propn].contains(tokens[at - 1].upos),
                let measure = MeasureWords.results[token.form.lowercased()],
                at + 1 >= tokens.count || [.adp, .punct, .cconj].contains(tokens[at + 1].upos)
            {
                return (measure, at)
            }
            switch token.upos {
            case .verb:
                if token.lemma == "include" || isReduced(at, count) {
                    if adjacent { return nil }
                    break
                }
                if ["have", "get", "be"].contains(token.lemma) { wasBe = wasBe || token.lemma != "have"; break }
                return nil
            case .sconj where token.form != "for": return nil
            case .punct where token.form == ";" || token.form == ":": return nil
            case .cconj, .punct, .adp, .det: if adjacent { return nil }
            default: break
            }
            at += 1
        }
        return nil
    }

    /// The end of ", he says," after its first comma.
    private func aside(_ comma: Int) -> Int? {
        guard
            let close = (comma + 2..<max(comma + 2, min(tokens.count, comma + 5))).first(where: {
                tokens[$0].form == ","
            }),
            tokens[comma + 1..<close].contains(where: { ["say", "add", "believe", "report"].contains($0.lemma) })
        else { return nil }
        return close + 1
    }

    /// What a word says of the people before it.
    func predicate(_ at: Int, _ count: Count, wasBe: Bool) -> Reading? {
        let token = tokens[at]
        if let idiom = idiom(at, count, wasBe: wasBe) { return idiom }
        // "Thousands of displaced": after a preposition the participle is a noun.
        if at > 0, tokens[at - 1].upos == .adp { return nil }
        guard token.upos == .verb || token.upos == .adj || token.upos == .noun && (at == count.end || wasBe),
            let (measure, voice) = MeasureWords.verbs[token.lemma.lowercased()]
        else { return nil }
        switch voice {
        case .subject:
            if token.upos == .noun || token.xpos == "VBG" && !wasBe { return nil }
            if measure == .displaced, MeasureWords.fighters.contains(lemma(count.noun)) { return nil }
            if measure != .killed, !count.isPersonal { return nil }
            return measure == .returnees && token.xpos == "VBN" && !wasBe && at == count.end ? nil : (measure, at)
        case .object, .ofPersons:
            let isStrict = voice == .ofPersons || ![.killed, .wounded].contains(measure)
            if isStrict, !count.isPersonal || voice == .ofPersons && !isArmedOrLed(count) { return nil }
            if lemma(at) == "lose" { return loseLives(at) }
            guard isParticiple(at) else { return nil }
            if wasBe { return tokens[at].xpos == "VBG" ? nil : (measure, at) }
            if isVerbOfNext(at), active(count, adjacent: true) != nil { return nil }
            return takesObject(at) ? nil : (measure, at)
        }
    }

    func isParticiple(_ at: Int) -> Bool {
        let form = tokens[at].form.lowercased()
        return tokens[at].xpos == "VBN" || form.hasSuffix("ed") || tokens[at].xpos == "VBD" || form == "slain"
    }

    /// True where an object stands right after the verb ("12 men killed a guard"); a number does not count as one.
    func takesObject(_ at: Int) -> Bool {
        guard at + 1 < tokens.count, !inNumber.contains(at + 1) else { return false }
        return [.det, .pron, .propn, .noun, .adj].contains(tokens[at + 1].upos) && tokens[at + 1].lemma != "this"
            && !scene.isDate(at + 1) && scene.sentence.child(of: at, "obj") != nil
    }

    /// A participle right after the noun that only describes it ("members belonging to", "people living in").
    func isReduced(_ at: Int, _ count: Count) -> Bool {
        let tag = tokens[at].xpos
        guard tag == "VBG" || tag == "VBN" else { return false }
        return at == count.end || at == count.end + 1 || scene.tokens[at].relation.base == "acl"
            || tokens[at].relation.base == "amod"
    }

    func loseLives(_ at: Int) -> Reading? {
        tokens[at..<min(tokens.count, at + 4)].contains { $0.lemma == "life" } ? (.killed, at) : nil
    }

    static let homes = WordClasses.set("home house")
    static let leaving = WordClasses.set("leave abandon")

    /// "Are back", "in flight", "had to leave", "lost their lives".
    func idiom(_ at: Int, _ count: Count, wasBe: Bool) -> Reading? {
        // "Supplies for 25,000 children left the port": the children did not.
        guard count.isPersonal, count.start == 0 || tokens[count.start - 1].form != "for" else { return nil }
        let word = lemma(at)
        if word == "back", tokens[at].upos == .adv, wasBe, at > 0, [.aux, .adv].contains(tokens[at - 1].upos),
            at + 1 >= tokens.count || [.adp, .punct, .adv].contains(tokens[at + 1].upos)
        {
            return (.returnees, at)
        }
        if ["give", "turn", "hand"].contains(word), at + 2 < tokens.count, tokens[at + 1].form == "themselves",
            ["up", "in", "over"].contains(tokens[at + 2].form)
        {
            return (.captured, at)
        }
        if word == "get", at + 1 < tokens.count, tokens[at + 1].form == "out",
            !MeasureWords.fighters.contains(lemma(count.noun))
        {
            return (.displaced, at)
        }
        // "Still away from home".
        if word == "away", at + 2 < tokens.count, tokens[at + 1].form == "from",
            tokens[at + 2..<min(tokens.count, at + 4)].contains(where: { Self.homes.contains($0.lemma) })
        {
            return (.displaced, at)
        }
        // "One soldier fell", and did not fall back.
        if word == "fall", tokens[at].xpos == "VBD" || tokens[at].xpos == "VBN", !wasBe,
            MeasureWords.fighters.contains(lemma(count.noun)),
            at + 1 >= tokens.count || [.punct, .cconj].contains(tokens[at + 1].upos)
                || ["in", "at", "during", "on"].contains(tokens[at + 1].form)
        {
            return (.killed, at)
        }
        if word == "flight", at > 0, ["in", "to"].contains(lemma(at - 1)) { return (.displaced, at) }
        guard tokens[at].upos == .verb, Self.leaving.contains(word),
            !MeasureWords.fighters.contains(lemma(count.noun))
        else { return nil }
        let before = tokens[max(count.end, at - 5)..<at]
        let after = tokens[at + 1..<min(tokens.count, at + 5)]
        let forced = before.contains { $0.lemma == "force" } || before.suffix(3).contains { $0.lemma == "to" }
        let from =
            after.contains { Self.homes.contains($0.lemma) || WordClasses.settlementNouns.contains($0.lemma) }
            || scene.places.contains { $0.tokens.lowerBound > at && $0.tokens.lowerBound <= at + 3 }
        return forced || from ? (.displaced, at) : nil
    }

}
