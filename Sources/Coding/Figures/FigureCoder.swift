import Language
import Record

/// Finds counts of people: killed, wounded, displaced, captured, missing, besieged, fighters.
struct FigureCoder {
    struct Found {
        var figure: Figure
        var number: NumberReader.Found
        /// Token of the counted noun, or of the number.
        var noun: Int
        /// The verb or noun that says what is counted.
        var governor: Int
    }

    private static func set(_ words: String) -> Set<String> { Set(words.split(separator: " ").map(String.init)) }
    private static let killed = set(
        "kill die perish slay murder execute massacre behead slaughter assassinate dead death fatality martyr martyrs slain lynch bury corpse eliminate neutralise neutralize"
    )
    private static let wounded = set("wound injure hurt wounded injured injury maim casualty")
    private static let displaced = set(
        "displace flee uproot evacuate escape leave displacement refugee evacuee abandon deport expel idp rescue")
    private static let returned = set("return returnee repatriate")
    private static let captured = set(
        "capture arrest detain abduct kidnap imprison surrender hostage prisoner captive jail detainee seize nab")
    private static let missing = set("missing disappear unaccounted vanish")
    private static let besieged = set("besiege trap strand encircle besieged trapped")
    private static let fighters = set(
        "fighter militant jihadist soldier troop insurgent rebel gunman terrorist combatant guerrilla militiaman mercenary commando paratrooper"
    )
    private static let money = set("dollar euro pound rouble ruble lira yen cent usd eur")
    private static let nothing = set(
        "year month week day hour minute second km kilometre kilometer mile metre meter kg ton tonne percent % degree time goal point house building vehicle tank aircraft plane jet rocket missile shell bomb village town city country round flight strike airstrike raid attack school home car truck vote seat game match acre hectare square barrel litre liter inch foot bus sortie district neighbourhood street position weapon ship boat place part area front side page step dollar euro pound mosque hospital family-day age target round unit brigade group state nation governorate province hill point"
    )
    private static let persons = WordClasses.persons

    func find(in scene: Scene) -> [Found] {
        let numbers = NumberReader().read(scene.sentence)
        var found: [Found] = []
        for number in numbers {
            if scene.times.contains(where: { $0.tokens.overlaps(number.tokens) }) { continue }
            if let one = read(number, scene) { found.append(one) }
        }
        // Parts without a verb of their own ("including three children", "10 soldiers and 5 rebels") take the measure of their list.
        for number in numbers where !found.contains(where: { $0.number == number }) {
            if scene.times.contains(where: { $0.tokens.overlaps(number.tokens) }) { continue }
            guard let noun = noun(of: number, scene), isPersonal(noun, scene), !isMoney(number, scene) else { continue }
            var at = noun
            for _ in 0..<5 {
                let head = scene.tokens[at].head
                guard head >= 0 else { break }
                if let owner = found.first(where: { $0.noun == head || $0.number.tokens.contains(head) }),
                    ["conj", "nmod", "appos", "acl", "dep", "parataxis", "list", "obl", "flat"].contains(
                        scene.tree.relation(at))
                {
                    found.append(make(owner.figure.measure, number, noun: noun, governor: owner.governor, scene))
                    break
                }
                at = head
            }
            if !found.contains(where: { $0.number == number }), followsIncluding(number, scene),
                let owner = found.last(where: { $0.number.tokens.upperBound <= number.tokens.lowerBound })
            {
                found.append(make(owner.figure.measure, number, noun: noun, governor: owner.governor, scene))
            }
        }
        return found.sorted { $0.number.tokens.lowerBound < $1.number.tokens.lowerBound }
    }

    private func followsIncluding(_ number: NumberReader.Found, _ scene: Scene) -> Bool {
        for at in stride(from: number.tokens.lowerBound - 1, through: max(0, number.tokens.lowerBound - 8), by: -1) {
            let lemma = scene.tokens[at].lemma
            if lemma == "include" || lemma == "including" || lemma == "among" { return true }
            if scene.tokens[at].upos == .verb { return false }
        }
        return false
    }

    private func noun(of number: NumberReader.Found, _ scene: Scene) -> Int? {
        let head = number.head
        let token = scene.tokens[head]
        if ["nummod", "amod", "compound", "det"].contains(token.relation.base),
            token.head > head || token.head >= number.tokens.upperBound
        {
            return token.head
        }
        // "dozens of people"
        if let inner = scene.tree.phrase(head, "of"), inner > head { return inner }
        let next = number.tokens.upperBound
        if next < scene.tokens.count, scene.tokens[next].upos == .noun {
            return scene.sentence.tokens[next].relation.base == "compound" && scene.tokens[next].head > next
                ? scene.tokens[next].head : next
        }
        if number.tokens.lowerBound > 0, token.relation.base == "nummod", token.head >= 0, token.head < head {
            return nil
        }
        return head
    }

    private func isPersonal(_ noun: Int, _ scene: Scene) -> Bool {
        scene.isPersons(noun) || scene.tokens[noun].upos == .num
    }

    private func isMoney(_ number: NumberReader.Found, _ scene: Scene) -> Bool {
        let low = max(0, number.tokens.lowerBound - 1)
        let high = min(scene.tokens.count - 1, number.tokens.upperBound)
        return scene.tokens[low...high].contains {
            ["$", "€", "£", "¥"].contains($0.form) || Self.money.contains($0.lemma)
        }
            || scene.sentence.names.contains { $0.kind == .money && $0.tokens.overlaps(number.tokens) }
    }

    private func read(_ number: NumberReader.Found, _ scene: Scene) -> Found? {
        guard !isMoney(number, scene), let noun = noun(of: number, scene) else { return nil }
        let head = number.head
        let after = number.tokens.upperBound
        if after < scene.tokens.count,
            ["-", "%", "percent", "per", "pm", "am", "p.m.", "a.m.", "th"].contains(
                scene.tokens[after].form.lowercased())
        {
            return nil
        }
        let nounLemma = scene.tokens[noun].lemma
        if Self.nothing.contains(nounLemma) { return nil }
        if scene.tokens[head].form.count == 4, let year = Int(scene.tokens[head].form), (1900...2100).contains(year),
            noun == head
        {
            return nil
        }
        // The counted noun says it itself: "20 deaths", "12 wounded", "15,000 refugees", "80 hostages", "20 dead".
        if let measure = measure(nounLemma, noun, scene),
            !scene.isArmed(noun) || measure == .killed || measure == .wounded
        {
            if nounLemma == "refugee" || nounLemma == "casualty" { return nil }
            return make(measure, number, noun: noun, governor: noun, scene)
        }
        let personal = isPersonal(noun, scene)
        let before = scene.tokens[max(0, number.tokens.lowerBound - 4)..<number.tokens.lowerBound]
        if before.contains(where: { $0.lemma == "population" }) { return nil }
        // "left seven people injured", "100 were left wounded"
        if personal,
            scene.tokens[max(0, number.tokens.lowerBound - 3)..<min(scene.tokens.count, noun + 4)].contains(where: {
                $0.lemma == "leave" || $0.form == "left"
            })
        {
            for at in noun + 1..<max(noun + 1, min(scene.tokens.count, noun + 6)) {
                if let measure = measure(scene.tokens[at].lemma, at, scene),
                    [.killed, .wounded, .missing].contains(measure)
                {
                    return make(measure, number, noun: noun, governor: at, scene)
                }
            }
        }
        // "raises the death toll to 20"
        if noun == head || scene.tokens[noun].upos == .num, let toll = tollBefore(head, scene) {
            return make(toll.0, number, noun: noun, governor: toll.1, scene)
        }
        guard personal else { return nil }
        // Headline style and plain order: the participle right after the noun.
        for at in noun + 1..<min(scene.tokens.count, noun + 4) {
            let token = scene.tokens[at]
            if token.upos == .punct || token.upos == .cconj { break }
            if token.upos == .verb || token.upos == .adj || token.upos == .noun {
                if token.xpos == "VBN" || token.xpos == "VBD" || token.upos == .adj,
                    let measure = measure(token.lemma, at, scene), !takesObject(at, scene)
                {
                    return make(measure, number, noun: noun, governor: at, scene)
                }
                if token.upos != .noun { break }
            }
        }
        // Through the tree: up from the noun to the verb that governs it.
        var at = noun
        for _ in 0..<4 {
            let up = scene.tokens[at].head
            guard up >= 0 else { break }
            let relation = scene.tree.relation(at)
            if scene.tokens[up].upos == .verb || scene.tokens[up].upos == .adj {
                let passive = scene.tree.isPassive(up)
                let intransitive = [
                    "die", "perish", "flee", "return", "surrender", "disappear", "escape", "leave", "dead", "missing",
                ].contains(scene.tree.lemma(up))
                if let measure = measure(scene.tree.lemma(up), up, scene) {
                    if relation == "obj"
                        || relation == "nsubj"
                            && (passive || intransitive || scene.tokens[up].upos == .adj || headlinePassive(up, scene))
                        || relation == "conj"
                    {
                        return make(measure, number, noun: noun, governor: up, scene)
                    }
                }
                if ["leave", "include", "claim", "cause", "see", "force", "say", "make"].contains(scene.tree.lemma(up)),
                    relation == "obj" || relation == "nsubj"
                {
                    for child in scene.sentence.children(of: up)
                    where child > noun
                        && ["xcomp", "obj", "advcl", "acl", "ccomp"].contains(scene.tree.relation(child))
                    {
                        if let measure = measure(scene.tree.lemma(child), child, scene) {
                            return make(measure, number, noun: noun, governor: child, scene)
                        }
                    }
                    if scene.tree.lemma(up) == "claim", relation == "obj", nounLemma == "life" {
                        return make(.killed, number, noun: noun, governor: up, scene)
                    }
                }
                break
            }
            if relation == "conj" || relation == "nmod" || relation == "obl" || relation == "appos"
                || relation == "nummod"
            {
                if let measure = measure(scene.tree.lemma(up), up, scene), relation == "nmod",
                    [
                        "death", "killing", "displacement", "arrest", "return", "capture", "execution", "massacre",
                        "evacuation", "abduction",
                    ].contains(scene.tree.lemma(up))
                {
                    return make(measure, number, noun: noun, governor: up, scene)
                }
                at = up
                continue
            }
            break
        }
        for child in scene.sentence.children(of: noun)
        where (scene.tree.relation(child) == "acl" || scene.tree.relation(child) == "amod")
            && !(measure(scene.tree.lemma(child), child, scene) == .displaced && nearestMeasure(number, scene) != nil)
        {
            if let measure = measure(scene.tree.lemma(child), child, scene),
                scene.tree.isPassive(child) || scene.tokens[child].upos == .adj
                    || ["flee", "die", "return"].contains(scene.tree.lemma(child))
            {
                return make(measure, number, noun: noun, governor: child, scene)
            }
        }
        if Self.fighters.contains(nounLemma), noun != head {
            return make(nearestMeasure(number, scene) ?? .fighters, number, noun: noun, governor: noun, scene)
        }
        return nil
    }

    /// Headlines drop the auxiliary: "12 killed in …".
    private func headlinePassive(_ verb: Int, _ scene: Scene) -> Bool {
        scene.tokens[verb].form.hasSuffix("ed") && !takesObject(verb, scene) || scene.tokens[verb].xpos == "VBN"
    }

    private func takesObject(_ verb: Int, _ scene: Scene) -> Bool { scene.sentence.child(of: verb, "obj") != nil }

    /// What is said of people near a number where the tree does not tie them together.
    private func nearestMeasure(_ number: NumberReader.Found, _ scene: Scene) -> Figure.Measure? {
        let low = max(0, number.tokens.lowerBound - 8)
        let high = min(scene.tokens.count, number.tokens.upperBound + 10)
        var best: (Int, Figure.Measure)?
        for at in low..<high where !number.tokens.contains(at) {
            guard let measure = measure(scene.tokens[at].lemma, at, scene),
                [.killed, .wounded, .captured].contains(measure)
            else { continue }
            let distance = at < number.tokens.lowerBound ? number.tokens.lowerBound - at : at - number.tokens.upperBound
            if best == nil || distance < best!.0 { best = (distance, measure) }
        }
        return best?.1
    }

    private func tollBefore(_ head: Int, _ scene: Scene) -> (Figure.Measure, Int)? {
        for at in stride(from: head - 1, through: max(0, head - 12), by: -1) {
            let lemma = scene.tokens[at].lemma
            if lemma == "toll" || lemma == "number" {
                for near in max(0, at - 3)..<min(scene.tokens.count, at + 6) where near != at && near < head {
                    if let measure = measure(scene.tokens[near].lemma, near, scene) { return (measure, at) }
                    if lemma == "number", Self.fighters.contains(scene.tokens[near].lemma) { return (.fighters, at) }
                }
                return lemma == "toll" ? (.killed, at) : nil
            }
            if scene.tokens[at].upos == .punct, scene.tokens[at].form == ";" { break }
        }
        return nil
    }

    private func measure(_ lemma: String, _ token: Int, _ scene: Scene) -> Figure.Measure? {
        if Self.killed.contains(lemma) { return .killed }
        if Self.wounded.contains(lemma) { return .wounded }
        if Self.returned.contains(lemma) { return .returnees }
        if Self.displaced.contains(lemma) { return .displaced }
        if Self.captured.contains(lemma) { return .captured }
        if Self.missing.contains(lemma) { return .missing }
        if Self.besieged.contains(lemma) { return .besieged }
        return nil
    }

    private func make(_ measure: Figure.Measure, _ number: NumberReader.Found, noun: Int, governor: Int, _ scene: Scene)
        -> Found
    {
        var figure = Figure(
            measure: measure, low: number.reading.low, high: number.reading.high,
            approximate: number.reading.approximate)
        figure.unit = ["family", "household"].contains(scene.tokens[noun].lemma) ? "families" : "persons"
        if scene.tokens[noun].upos != .num {
            let phrase = scene.tree.nounPhrase(noun)
            let low = max(
                phrase.lowerBound,
                number.tokens.contains(phrase.lowerBound) ? number.tokens.upperBound : phrase.lowerBound)
            figure.group =
                low <= noun
                ? scene.sentence.text(of: low..<max(noun + 1, phrase.upperBound), in: scene.text)
                : scene.tokens[noun].form
        }
        let window = max(0, number.tokens.lowerBound - 10)..<min(scene.tokens.count, number.tokens.upperBound + 10)
        if scene.tokens[window].contains(where: {
            ["toll", "total", "overall", "altogether", "cumulative"].contains($0.lemma)
        }) {
            figure.cumulative = true
        }
        return Found(figure: figure, number: number, noun: noun, governor: governor)
    }
}
