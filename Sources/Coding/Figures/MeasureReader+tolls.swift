import Gazetteer
import Language
import Record

/// What tolls, lists, the tree and bare mentions of forces say of a count.
extension MeasureReader {
    /// "Claimed the lives of 80 people", "the deaths of at least ten civilians", "cost 300 lives".
    func lives(_ count: Count) -> Reading? {
        if lemma(count.noun) == "life", let verb = taking(before: count.start) { return (.killed, verb) }
        guard count.start >= 2, lemma(count.start - 1) == "of", let measure = MeasureWords.acts[lemma(count.start - 2)]
        else { return nil }
        if lemma(count.start - 2) == "life" { return taking(before: count.start - 2).map { (.killed, $0) } }
        if lemma(count.start - 2) == "loss", !isArmedOrLed(count), !Self.servants.contains(lemma(count.noun)) {
            return nil
        }
        return count.isPersonal ? (measure, count.start - 2) : nil
    }

    private static let servants = WordClasses.set("serviceman servicewoman policeman personnel man member")

    func taking(before at: Int) -> Int? {
        (max(0, at - 4)..<at).last { ["claim", "cost", "take", "lose", "end"].contains(lemma($0)) }
    }

    static let tolls = WordClasses.set("toll number tally count total")
    static let joints = WordClasses.set("to at of by be reach hit exceed pass top over surpass rise stand")

    /// "The death toll rose to 20", "put the number of militants at 3,000", "put returnees at 2,171,034".
    func toll(_ count: Count) -> Reading? {
        guard count.isBare || isNoPerson(count), count.start > 0, Self.joints.contains(lemma(count.start - 1)) else {
            return nil
        }
        var nearest: Reading?
        for at in stride(from: count.start - 2, through: max(0, count.start - 30), by: -1) where !inNumber.contains(at)
        {
            let word = lemma(at)
            if tokens[at].form == ";" { break }
            if tokens[at].form == "losses", tokens[at].upos == .noun { return (.killed, at) }
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
    func isNoPerson(_ count: Count) -> Bool {
        MeasureWords.nouns[lemma(count.noun)] == nil
            && (!count.isPersonal || ["individual", "people", "person"].contains(lemma(count.noun)))
    }

    /// The displaced, the dead, returnees, displaced persons: people by what befell them.
    func nominal(_ at: Int) -> Figure.Measure? {
        let word = lemma(at)
        if tokens[at].upos != .verb, let measure = MeasureWords.nouns[word] { return measure }
        guard tokens[at].upos == .verb || tokens[at].upos == .adj, ["displace", "displaced"].contains(word) else {
            return nil
        }
        return .displaced
    }

    /// What a toll or number counts: "death toll", "number of people wounded", "number of fighters".
    func counted(_ at: Int, before end: Int) -> Figure.Measure? {
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

    static let fallen: [String: Figure.Measure] = [
        "dead": .killed, "kill": .killed, "killed": .killed, "victim": .killed, "fatality": .killed, "slain": .killed,
        "wounded": .wounded, "wound": .wounded, "injured": .wounded, "injure": .wounded, "missing": .missing,
        "displaced": .displaced, "displace": .displaced, "abduct": .captured, "detain": .captured, "arrest": .captured,
    ]

    /// "Twelve children were among the victims", "among those killed were three women".
    func among(_ count: Count) -> Reading? {
        for at in count.end..<max(count.end, min(tokens.count, count.end + 6)) where lemma(at) == "among" {
            return fallen(after: at)
        }
        var at = count.start - 1
        while at >= 0, count.start - at < 12, inNumber.contains(at) || isBetweenList(tokens[at], lemma(at)) { at -= 1 }
        guard at > 0, tokens[at].lemma == "be" else { return nil }
        guard let word = (max(0, at - 8)..<at).last(where: { lemma($0) == "among" }) else { return nil }
        return fallen(after: word)
    }

    func fallen(after at: Int) -> Reading? {
        for near in at + 1..<max(at + 1, min(tokens.count, at + 5)) {
            if let measure = Self.fallen[lemma(near)] { return (measure, near) }
        }
        return nil
    }

    /// "12 received wounds", "inflicted harm on 200 civilians".
    func harm(_ count: Count) -> Reading? {
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
    func fleeing(_ count: Count) -> Reading? {
        guard count.end < tokens.count, tokens[count.end].xpos == "VBG", count.isPersonal, !count.isBare,
            !MeasureWords.fighters.contains(lemma(count.noun)), lemma(count.end) == "flee"
        else { return nil }
        return (.displaced, count.end)
    }

    // MARK: The tree

    /// The verb over the noun, through lists and apposition.
    func inTree(_ count: Count) -> Reading? {
        let tree = scene.tree
        var at = count.noun
        for _ in 0..<4 {
            let up = tokens[at].head
            guard up >= 0 else { return nil }
            let relation = tree.relation(at)
            if tokens[up].upos == .verb || tokens[up].upos == .adj {
                if count.isPersonal, relation == "nsubj" || relation == "obj", isFatal(up) { return (.killed, up) }
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

    /// "Shot dead", "beaten to death".
    private func isFatal(_ verb: Int) -> Bool {
        guard scene.tree.isPassive(verb) || scene.tree.relation(verb) != "amod" else { return false }
        let after = tokens[(verb + 1)..<min(tokens.count, verb + 4)].map { $0.form.lowercased() }
        switch lemma(verb) {
        case "shoot", "gun": return after.first == "dead"
        case "beat", "stab", "hack", "burn", "crush", "trample", "stone", "torture", "batter", "bludgeon":
            return after.starts(with: ["to", "death"])
        default: return false
        }
    }

    /// The subject of a leaving that the words between hid.
    func leaver(_ verb: Int, _ count: Count) -> Reading? {
        guard tokens[verb].upos == .verb, scene.tree.relation(count.noun) == "nsubj" else { return nil }
        return idiom(verb, count, wasBe: false)
    }

    // MARK: Families and forces

    /// "Shelter for 50 families", "2,000 families were housed".
    func sheltered(_ count: Count) -> Reading? {
        guard MeasureWords.households.contains(lemma(count.noun)) else { return nil }
        // "Drove 14,000 families from their homes".
        if let verb = driving(before: count),
            tokens[count.end..<min(tokens.count, count.end + 4)].contains(where: { Self.homes.contains($0.lemma) })
        {
            return (.households, verb)
        }
        // "Some 1,400 families have reached X".
        if let verb = (count.end..<min(tokens.count, count.end + 3)).first(where: { tokens[$0].upos == .verb }),
            ["reach", "arrive", "settle", "flee", "leave"].contains(lemma(verb))
        {
            return (.households, verb)
        }
        let near = max(0, count.start - 6)..<min(tokens.count, count.end + 5)
        return near.first {
            ["shelter", "house", "host", "accommodate"].contains(lemma($0)) && tokens[$0].form != "house"
        }
        .map { (.households, $0) }
    }

    /// "Has driven nearly 12 million people from their homes".
    func drivenOut(_ count: Count) -> Reading? {
        guard count.isPersonal, !count.isBare, !MeasureWords.fighters.contains(lemma(count.noun)),
            let verb = driving(before: count), !tokens[verb + 1..<count.start].contains(where: { $0.upos == .noun }),
            let from = tokens[count.end..<min(tokens.count, count.end + 3)].firstIndex(where: {
                ["from", "out"].contains($0.form)
            }),
            tokens[from..<min(tokens.count, from + 5)].contains(where: {
                Self.homes.contains($0.lemma) || WordClasses.settlementNouns.contains($0.lemma)
            })
        else { return nil }
        return (.displaced, verb)
    }

    /// The verb of "drove 14,000 families from".
    private func driving(before count: Count) -> Int? {
        (max(0, count.start - 4)..<count.start).last { ["drive", "force", "chase"].contains(lemma($0)) }
    }

    /// "An armed group estimated at over 100 men".
    func estimated(_ count: Count) -> Reading? {
        guard ["man", "strong", "fighter"].contains(lemma(count.noun)) || count.isBare, count.start > 1,
            tokens[count.start - 1].form == "at", lemma(count.start - 2) == "estimate",
            let party = tokens[max(0, count.start - 9)..<count.start - 2].lastIndex(where: { $0.upos == .noun }),
            scene.isArmed(party)
        else { return nil }
        return (.fighters, party)
    }

    static let smallest = 10.0

    /// The strength of a force: "some 400 fighters are still in the city". Two gunmen are no force.
    func strength(_ count: Count) -> Reading? {
        guard !count.isBare, MeasureWords.fighters.contains(lemma(count.noun)) else { return nil }
        let reading = count.number.reading
        return max(reading.low ?? 0, reading.high ?? 0) >= Self.smallest ? (.fighters, count.noun) : nil
    }
}
