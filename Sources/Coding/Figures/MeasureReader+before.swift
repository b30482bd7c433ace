import Language
import Record

/// What stands before a count: the verb that it is object of.
extension MeasureReader {
    static let phrases: [String: Set<String>] = [
        "dead": ["shoot", "gun", "find"], "down": ["gun", "mow", "cut"], "out": ["wipe"],
        "death": ["put", "stone", "burn"],
    ]

    /// "Killed 12", "wounding at least 30", "killed a woman and nine children": the verb that the count is object of.
    func active(_ count: Count, adjacent: Bool) -> Reading? {
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

    static func isJoint(_ token: Token) -> Bool { token.upos == .cconj || token.form == "," }

    /// True for a verb with an object; "kills" and "wounds" may be read as nouns.
    func isActive(_ at: Int, _ measure: Figure.Measure) -> Bool {
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
    func isArmedOrLed(_ count: Count) -> Bool {
        !count.isBare
            && (MeasureWords.fighters.contains(lemma(count.noun)) || scene.isArmed(count.noun)
                || ["member", "leader", "commander", "officer", "man", "people", "civilian", "bomber", "enemy"]
                    .contains(
                        lemma(count.noun)))
    }

    func isBetweenNear(_ token: Token, _ word: String) -> Bool {
        token.upos == .det || token.upos == .adv
            || ["further", "additional", "more", "other", "\"", "\u{201C}"].contains(word)
    }

    func isBetweenList(_ token: Token, _ word: String) -> Bool {
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
}
