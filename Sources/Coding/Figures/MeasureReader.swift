import Gazetteer
import Language
import Record

/// Says what is counted by a number: each rule looks at one construction and gives the measure with the word that tells it.
struct MeasureReader {
    let scene: Scene
    /// Tokens that belong to numbers, which the rules step over.
    private let inNumber: Set<Int>

    typealias Reading = (Figure.Measure, Int)

    init(scene: Scene, numbers: [NumberReader.Found]) {
        self.scene = scene
        inNumber = Set(numbers.flatMap(\.tokens))
    }

    private var tokens: [Token] { scene.tokens }
    private func lemma(_ token: Int) -> String { tokens[token].lemma.lowercased() }

    /// The measure of a count and its governor; nil where nothing told makes it one.
    func measure(of count: Count) -> Reading? {
        if let found = own(count) ?? left(count) ?? following(count, adjacent: true) ?? active(count, adjacent: true) {
            return found
        }
        return lives(count) ?? toll(count) ?? among(count) ?? following(count, adjacent: false)
            ?? active(count, adjacent: false) ?? harm(count) ?? inTree(count) ?? sheltered(count) ?? fleeing(count)
            ?? strength(count)
    }

    // MARK: The noun itself

    /// "20 deaths", "15 of the wounded", "80 hostages".
    private func own(_ count: Count) -> Reading? {
        guard !count.isBare, let measure = MeasureWords.nouns[lemma(count.noun)] else { return nil }
        if isVerbOfNext(count.noun), active(count, adjacent: true) != nil { return nil }
        if measure == .captured, isReleased(count) { return nil }
        return (measure, count.noun)
    }

    /// True for a participle that counts the number after it ("6 killed, 12 wounded": no; "kill 83 injured 100": yes).
    private func isVerbOfNext(_ token: Int) -> Bool {
        token + 1 < tokens.count && inNumber.contains(token + 1)
            && ["killed", "wounded", "injured"].contains(tokens[token].form.lowercased())
    }

    private static let releasing = WordClasses.set("release free swap exchange escape return rescue hand")

    private func isReleased(_ count: Count) -> Bool {
        tokens[max(0, count.start - 4)..<min(tokens.count, count.end + 4)].contains {
            $0.upos == .verb && Self.releasing.contains($0.lemma)
        }
    }

    // MARK: Results

    /// "Left ten people dead", "leaving dozens homeless".
    private func left(_ count: Count) -> Reading? {
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
    private func following(_ count: Count, adjacent: Bool) -> Reading? {
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
            switch token.upos {
            case .verb:
                if token.lemma == "include" || isReduced(at, count) {
                    if adjacent { return nil }
                    break
                }
                if ["have", "get", "be"].contains(token.lemma) { wasBe = wasBe || token.lemma != "have"; break }
                return nil
            case .sconj: return nil
            case .punct where token.form == ";" || token.form == ":": return nil
            case .cconj, .punct, .adp, .det: if adjacent { return nil }
            default: break
            }
            at += 1
        }
        return nil
    }

    /// What a word says of the people before it.
    private func predicate(_ at: Int, _ count: Count, wasBe: Bool) -> Reading? {
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

    private func isParticiple(_ at: Int) -> Bool {
        let form = tokens[at].form.lowercased()
        return tokens[at].xpos == "VBN" || form.hasSuffix("ed") || tokens[at].xpos == "VBD" || form == "slain"
    }

    /// True where an object stands right after the verb ("12 men killed a guard"); a number does not count as one.
    private func takesObject(_ at: Int) -> Bool {
        guard at + 1 < tokens.count, !inNumber.contains(at + 1) else { return false }
        return [.det, .pron, .propn, .noun, .adj].contains(tokens[at + 1].upos) && tokens[at + 1].lemma != "this"
            && !scene.isDate(at + 1) && scene.sentence.child(of: at, "obj") != nil
    }

    /// A participle right after the noun that only describes it ("members belonging to", "people living in").
    private func isReduced(_ at: Int, _ count: Count) -> Bool {
        let tag = tokens[at].xpos
        guard tag == "VBG" || tag == "VBN" else { return false }
        return at == count.end || at == count.end + 1 || scene.tokens[at].relation.base == "acl"
            || tokens[at].relation.base == "amod"
    }

    private func loseLives(_ at: Int) -> Reading? {
        tokens[at..<min(tokens.count, at + 4)].contains { $0.lemma == "life" } ? (.killed, at) : nil
    }

    private static let homes = WordClasses.set("home house")
    private static let leaving = WordClasses.set("leave abandon")

    /// "Are back", "in flight", "had to leave", "lost their lives".
    private func idiom(_ at: Int, _ count: Count, wasBe: Bool) -> Reading? {
        guard count.isPersonal else { return nil }
        let word = lemma(at)
        if word == "back", tokens[at].upos == .adv, wasBe, at + 1 >= tokens.count || [.adp, .punct, .adv].contains(tokens[at + 1].upos) {
            return (.returnees, at)
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

    // MARK: What stands before

    private static let phrases: [String: Set<String>] = [
        "dead": ["shoot", "gun", "find"], "down": ["gun", "mow", "cut"], "out": ["wipe"],
        "death": ["put", "stone", "burn"],
    ]

    /// "Killed 12", "wounding at least 30", "killed a woman and nine children": the verb that the count is object of.
    private func active(_ count: Count, adjacent: Bool) -> Reading? {
        // A number alone is counted by the verb beside it, or by that of the list which it continues.
        if !adjacent, count.isBare, count.start > 0, !Self.isJoint(tokens[count.start - 1]) { return nil }
        let lowest = max(0, count.start - (adjacent ? 4 : 20))
        var at = count.start - 1
        while at >= lowest {
            let token = tokens[at]
            let word = lemma(at)
            if let verbs = Self.phrases[word], at > 0,
                let verb = [at - 1, at - 2].first(where: { $0 >= 0 && verbs.contains(lemma($0)) })
            {
                return (.killed, verb)
            }
            if let (measure, voice) = MeasureWords.verbs[word], isActive(at, measure) {
                guard voice != .subject else { return nil }
                let isStrict = voice == .ofPersons || ![.killed, .wounded].contains(measure)
                if isStrict, !count.isPersonal || voice == .ofPersons && !isArmedOrLed(count) { return nil }
                return (measure, at)
            }
            if inNumber.contains(at) { if adjacent { return nil }; at -= 1; continue }
            if adjacent ? !isBetweenNear(token, word) : !isBetweenList(token, word) { return nil }
            at -= 1
        }
        return nil
    }

    private static func isJoint(_ token: Token) -> Bool { token.upos == .cconj || token.form == "," }

    /// True for a verb with an object; "kills" and "wounds" may be read as nouns.
    private func isActive(_ at: Int, _ measure: Figure.Measure) -> Bool {
        let token = tokens[at]
        if token.upos == .noun, at + 1 < tokens.count, inNumber.contains(at + 1) || tokens[at + 1].upos == .det {
            return ["kill", "wound", "injure"].contains(lemma(at))
        }
        guard token.upos == .verb else { return false }
        for before in stride(from: at - 1, through: max(0, at - 3), by: -1) {
            if tokens[before].upos == .aux {
                return !["be", "get"].contains(tokens[before].lemma) || token.xpos == "VBG"
            }
            if tokens[before].upos != .adv { break }
        }
        return true
    }

    /// People under arms or their leaders: of them "destroyed" and "lost" mean killed.
    private func isArmedOrLed(_ count: Count) -> Bool {
        !count.isBare
            && (MeasureWords.fighters.contains(lemma(count.noun)) || scene.isArmed(count.noun)
                || ["member", "leader", "commander", "officer", "man", "people", "civilian", "bomber"].contains(
                    lemma(count.noun)))
    }

    private func isBetweenNear(_ token: Token, _ word: String) -> Bool {
        token.upos == .det || token.upos == .adv
            || ["further", "additional", "more", "other", "\"", "\u{201C}"].contains(word)
    }

    private func isBetweenList(_ token: Token, _ word: String) -> Bool {
        switch token.upos {
        case .det, .num, .adj, .noun, .propn, .cconj, .pron: true
        case .adv: true
        case .punct:
            token.form == "," || token.form == "-" || token.form == "\"" || token.form == "(" || token.form == ")"
        case .adp: ["of", "include", "including", "as", "plus", "with", "besides", "from", "among"].contains(word)
        case .verb: word == "include" || token.relation.base == "amod"
        default: false
        }
    }

    // MARK: Lives, tolls, groups

    /// "Claimed the lives of 80 people", "the deaths of at least ten civilians", "cost 300 lives".
    private func lives(_ count: Count) -> Reading? {
        if lemma(count.noun) == "life", let verb = taking(before: count.start) { return (.killed, verb) }
        guard count.start >= 2, lemma(count.start - 1) == "of", let measure = MeasureWords.acts[lemma(count.start - 2)]
        else { return nil }
        if lemma(count.start - 2) == "life" { return taking(before: count.start - 2).map { (.killed, $0) } }
        return count.isPersonal ? (measure, count.start - 2) : nil
    }

    private func taking(before at: Int) -> Int? {
        (max(0, at - 4)..<at).last { ["claim", "cost", "take", "lose", "end"].contains(lemma($0)) }
    }

    private static let tolls = WordClasses.set("toll number tally count total")
    private static let joints = WordClasses.set("to at of by be reach hit exceed pass top over surpass rise stand")

    /// "The death toll rose to 20", "put the number of militants at 3,000", "put returnees at 2,171,034".
    private func toll(_ count: Count) -> Reading? {
        guard count.isBare || isNoPerson(count), count.start > 0, Self.joints.contains(lemma(count.start - 1)) else {
            return nil
        }
        var nearest: Reading?
        for at in stride(from: count.start - 2, through: max(0, count.start - 30), by: -1) where !inNumber.contains(at)
        {
            let word = lemma(at)
            if tokens[at].form == ";" { break }
            if Self.tolls.contains(word) {
                if let measure = counted(at, before: count.start) ?? nearest?.0 { return (measure, at) }
                return word == "toll" ? (.killed, at) : nil
            }
            if nearest == nil { nearest = nominal(at).map { ($0, at) } }
        }
        guard let nearest, ["at", "to", "reach", "be"].contains(lemma(count.start - 1)) else { return nil }
        return nearest
    }

    /// True for a noun that says nothing of who is counted.
    private func isNoPerson(_ count: Count) -> Bool {
        MeasureWords.nouns[lemma(count.noun)] == nil
            && (!count.isPersonal || ["individual", "people", "person"].contains(lemma(count.noun)))
    }

    /// The displaced, the dead, returnees, displaced persons: people by what befell them.
    private func nominal(_ at: Int) -> Figure.Measure? {
        let word = lemma(at)
        if tokens[at].upos != .verb, let measure = MeasureWords.nouns[word] { return measure }
        guard tokens[at].upos == .verb || tokens[at].upos == .adj, ["displace", "displaced"].contains(word) else {
            return nil
        }
        return .displaced
    }

    /// What a toll or number counts: "death toll", "number of people wounded", "number of fighters".
    private func counted(_ at: Int, before end: Int) -> Figure.Measure? {
        if at > 0, let measure = MeasureWords.nouns[lemma(at - 1)] { return measure }
        var fighters = false
        for near in at + 1..<max(at + 1, min(end, at + 14)) {
            if let measure = MeasureWords.verbs[lemma(near)]?.measure ?? MeasureWords.nouns[lemma(near)] {
                return measure
            }
            if ["casualty", "victim"].contains(lemma(near)) { return .killed }
            fighters = fighters || MeasureWords.fighters.contains(lemma(near))
        }
        return fighters ? .fighters : nil
    }

    private static let fallen: [String: Figure.Measure] = [
        "dead": .killed, "kill": .killed, "killed": .killed, "victim": .killed, "fatality": .killed, "slain": .killed,
        "wounded": .wounded, "wound": .wounded, "injured": .wounded, "injure": .wounded, "missing": .missing,
        "displaced": .displaced, "displace": .displaced, "abduct": .captured, "detain": .captured, "arrest": .captured,
    ]

    /// "Twelve children were among the victims", "among those killed were three women".
    private func among(_ count: Count) -> Reading? {
        for at in count.end..<max(count.end, min(tokens.count, count.end + 6)) where lemma(at) == "among" {
            return fallen(after: at)
        }
        var at = count.start - 1
        while at >= 0, count.start - at < 12, inNumber.contains(at) || isBetweenList(tokens[at], lemma(at)) { at -= 1 }
        guard at > 0, tokens[at].lemma == "be" else { return nil }
        guard let word = (max(0, at - 8)..<at).last(where: { lemma($0) == "among" }) else { return nil }
        return fallen(after: word)
    }

    private func fallen(after at: Int) -> Reading? {
        for near in at + 1..<max(at + 1, min(tokens.count, at + 5)) {
            if let measure = Self.fallen[lemma(near)] { return (measure, near) }
        }
        return nil
    }

    /// "12 received wounds", "inflicted harm on 200 civilians".
    private func harm(_ count: Count) -> Reading? {
        if let verb = tokens[count.end..<min(tokens.count, count.end + 3)].firstIndex(where: {
            ["receive", "suffer", "sustain"].contains($0.lemma)
        }),
            tokens[verb..<min(tokens.count, verb + 5)].contains(where: {
                ["wound", "injury", "burn"].contains($0.lemma.lowercased())
            })
        {
            return (.wounded, verb)
        }
        let before = max(0, count.start - 6)..<count.start
        guard before.contains(where: { lemma($0) == "inflict" || lemma($0) == "cause" }),
            let noun = before.last(where: { ["harm", "injury", "wound"].contains(lemma($0)) }),
            before.contains(where: { $0 > noun && ["on", "upon", "to"].contains(lemma($0)) })
        else { return nil }
        return (.wounded, noun)
    }

    /// "Thousands of civilians fleeing the city": said only by the way, so anything else told of them comes first.
    private func fleeing(_ count: Count) -> Reading? {
        guard count.end < tokens.count, tokens[count.end].xpos == "VBG", count.isPersonal, !count.isBare,
            !MeasureWords.fighters.contains(lemma(count.noun)), lemma(count.end) == "flee"
        else { return nil }
        return (.displaced, count.end)
    }

    // MARK: The tree

    /// The verb over the noun, through lists and apposition.
    private func inTree(_ count: Count) -> Reading? {
        let tree = scene.tree
        var at = count.noun
        for _ in 0..<4 {
            let up = tokens[at].head
            guard up >= 0 else { return nil }
            let relation = tree.relation(at)
            if tokens[up].upos == .verb || tokens[up].upos == .adj {
                guard let (measure, voice) = MeasureWords.verbs[lemma(up)] else { return leaver(up, count) }
                let isSubject = relation == "nsubj"
                switch voice {
                case .subject: return isSubject && count.isPersonal ? (measure, up) : nil
                case .object, .ofPersons:
                    guard relation == "obj" || isSubject && tree.isPassive(up), count.isPersonal else { return nil }
                    return voice == .ofPersons && !isArmedOrLed(count) ? nil : (measure, up)
                }
            }
            guard ["conj", "nmod", "appos", "nummod", "obl"].contains(relation) else { return nil }
            if relation == "nmod", let measure = MeasureWords.acts[lemma(up)], lemma(up) != "life" {
                return (measure, up)
            }
            at = up
        }
        return nil
    }

    /// The subject of a leaving that the words between hid.
    private func leaver(_ verb: Int, _ count: Count) -> Reading? {
        guard tokens[verb].upos == .verb, scene.tree.relation(count.noun) == "nsubj" else { return nil }
        return idiom(verb, count, wasBe: false)
    }

    // MARK: Families and forces

    /// "Shelter for 50 families", "2,000 families were housed".
    private func sheltered(_ count: Count) -> Reading? {
        guard MeasureWords.households.contains(lemma(count.noun)) else { return nil }
        let near = max(0, count.start - 6)..<min(tokens.count, count.end + 5)
        return near.first {
            ["shelter", "house", "host", "accommodate"].contains(lemma($0)) && tokens[$0].form != "house"
        }
        .map { (.households, $0) }
    }

    private static let smallest = 10.0

    /// The strength of a force: "some 400 fighters are still in the city". Two gunmen are no force.
    private func strength(_ count: Count) -> Reading? {
        guard !count.isBare, MeasureWords.fighters.contains(lemma(count.noun)) else { return nil }
        let reading = count.number.reading
        return max(reading.low ?? 0, reading.high ?? 0) >= Self.smallest ? (.fighters, count.noun) : nil
    }
}
