import Language
import Record

/// Finds counts of people: killed, wounded, displaced, returned, captured, missing, besieged, fighters; and areas taken.
///
/// Each number asks in turn what stands around it, the nearest and surest first: its own noun ("20 deaths"), the word
/// after it ("12 killed"), the verb before it ("killed 12"), what its clause says of it, the tree; parts of a whole
/// ("including three children") take the measure of the whole.
struct FigureCoder {
    struct Found {
        var figure: Figure
        var number: NumberReader.Found
        /// Token of the counted noun, or of the number.
        var noun: Int
        /// The verb or noun that says what is counted.
        var governor: Int
        /// True for a part of a whole that was counted before it ("among them 36 children").
        var isPart = false
        /// True where the counted noun itself says it ("thousands of evacuees").
        var isOwn: Bool { noun == governor }
    }

    func find(in scene: Scene) -> [Found] {
        let numbers = NumberReader().read(scene.sentence)
        guard !numbers.isEmpty else { return single(in: scene, []) }
        let counts = CountReader(scene: scene).counts(numbers)
        let areas = AreaReader(scene: scene).find(numbers)
        let reader = MeasureReader(scene: scene, numbers: numbers)
        var found = areas
        for count in counts where !areas.contains(where: { $0.number == count.number }) {
            let isPart = isOfThem(count, scene) || isAmongThem(count, scene) || isNextPart(count, found, scene)
            if isPart, let (measure, governor) = inherited(count, found, scene) {
                found.append(make(measure, count, governor: governor, scene))
                found[found.count - 1].isPart = true
            } else if let (measure, governor) = reader.measure(of: count) {
                found.append(make(measure, count, governor: governor, scene))
            } else if let (measure, governor) = inherited(count, found, scene) {
                found.append(make(measure, count, governor: governor, scene))
                found[found.count - 1].isPart = true
            }
        }
        found += single(in: scene, numbers)
        return found.sorted { $0.number.tokens.lowerBound < $1.number.tokens.lowerBound }
    }

    private static let joints = WordClasses.set("include including among whom")

    /// "Including three children", "among them ten women", "(543 families)": the measure of the figure before.
    private func inherited(_ count: Count, _ found: [Found], _ scene: Scene) -> (Figure.Measure, Int)? {
        guard let whole = found.last(where: { $0.number.tokens.upperBound <= count.start }) else { return nil }
        let between = scene.tokens[whole.number.tokens.upperBound..<count.start]
        guard between.count <= 24, !between.contains(where: { $0.form == ";" }) else { return nil }
        let lemma = scene.tokens[count.noun].lemma.lowercased()
        if scene.tokens[count.start - 1].form == "(" {
            let isHouseholds = MeasureWords.households.contains(lemma)
            guard isHouseholds || count.isPersonal && !count.isBare else { return nil }
            return (isHouseholds ? .households : whole.figure.measure, whole.governor)
        }
        // "Four of them children", "11 women and 13 children among them".
        if count.isPersonal, isOfThem(count, scene) || isAmongThem(count, scene) || isNextPart(count, found, scene) {
            return (whole.figure.measure, whole.governor)
        }
        let isFamily = between.suffix(2).map { $0.lemma.lowercased() } == ["family", "of"]
        guard count.isPersonal, !count.isBare || isFamily,
            let joint = between.suffix(8).lastIndex(where: { Self.joints.contains($0.lemma.lowercased()) }),
            !between[(joint + 1)...].contains(where: { $0.upos == .verb || $0.upos == .aux })
        else { return nil }
        return (whole.figure.measure, whole.governor)
    }

    /// "36 children and 32 women", once the children are parts of a whole.
    private func isNextPart(_ count: Count, _ found: [Found], _ scene: Scene) -> Bool {
        guard let last = found.last, last.isPart, count.isPersonal, !count.isBare, last.noun < count.start else {
            return false
        }
        let between = scene.tokens[last.noun + 1..<count.start]
        return (1...2).contains(between.count) && between.allSatisfy { $0.form == "," || $0.upos == .cconj }
    }

    /// "Killed a soldier", "another militant was killed": one, without a number.
    private func single(in scene: Scene, _ numbers: [NumberReader.Found]) -> [Found] {
        scene.tokens.indices.flatMap { verb -> [Found] in
            guard scene.tokens[verb].upos == .verb, let measure = Self.harming[scene.tokens[verb].lemma] else {
                return []
            }
            let list = scene.tree.object(verb)
            // "A man and his daughter": two.
            guard !list.contains(where: { scene.sentence.child(of: $0, "nmod:poss") != nil }) else { return [] }
            return list.compactMap { one($0, of: measure, by: verb, scene, numbers) }
        }
    }

    private static let harming: [String: Figure.Measure] = [
        "kill": .killed, "slay": .killed, "wound": .wounded, "injure": .wounded,
    ]

    private func one(
        _ noun: Int, of measure: Figure.Measure, by verb: Int, _ scene: Scene, _ numbers: [NumberReader.Found]
    ) -> Found? {
        let token = scene.tokens[noun]
        guard token.upos == .noun, token.xpos == "NN", WordClasses.persons.contains(token.lemma),
            !["people", "police", "family", "crowd", "troop"].contains(token.lemma),
            let article = scene.sentence.children(of: noun).first(where: {
                $0 < noun && ["a", "an", "another"].contains(scene.tokens[$0].form.lowercased())
            }),
            !numbers.contains(where: { $0.tokens.overlaps(article..<noun + 1) })
        else { return nil }
        var figure = Figure(measure: measure, low: 1, high: 1, approximate: false)
        figure.unit = "persons"
        figure.group = scene.sentence.text(of: article + 1..<noun + 1, in: scene.text)
        let number = NumberReader.Found(
            tokens: article..<article + 1, reading: .init(low: 1, high: 1, approximate: false), head: article)
        return Found(figure: figure, number: number, noun: noun, governor: verb)
    }

    private func isOfThem(_ count: Count, _ scene: Scene) -> Bool {
        let end = count.number.tokens.upperBound
        return end + 1 < count.end && scene.tokens[end].form == "of"
            && ["them", "whom"].contains(scene.tokens[end + 1].form) && count.noun > end + 1
    }

    private func isAmongThem(_ count: Count, _ scene: Scene) -> Bool {
        var at = count.end
        while at + 1 < scene.tokens.count, at < count.end + 6 {
            let token = scene.tokens[at]
            if token.form == "among" { return ["them", "whom"].contains(scene.tokens[at + 1].form) }
            guard [.cconj, .num, .noun, .adj].contains(token.upos) || token.form == "," else { return false }
            at += 1
        }
        return false
    }

    private func make(_ measure: Figure.Measure, _ count: Count, governor: Int, _ scene: Scene) -> Found {
        let reading = count.number.reading
        let lemma = scene.tokens[count.noun].lemma.lowercased()
        let ofHouseholds = MeasureWords.households.contains(lemma)
        let counted: Figure.Measure =
            ofHouseholds && [.displaced, .returnees, .besieged].contains(measure) ? .households : measure
        var figure = Figure(
            measure: counted, low: reading.low, high: reading.high, approximate: reading.approximate)
        figure.unit = ofHouseholds ? "families" : "persons"
        if !count.isBare {
            let ofThem = isOfThem(count, scene) ? 2 : 0
            figure.group = scene.sentence.text(
                of: count.number.tokens.upperBound + ofThem..<max(count.noun + 1, count.number.tokens.upperBound + 1),
                in: scene.text)
        }
        if isCumulative(count, scene) { figure.cumulative = true }
        return Found(figure: figure, number: count.number, noun: count.noun, governor: governor)
    }

    private static let totals = WordClasses.set("toll overall altogether cumulative cumulatively")
    private static let beginnings = WordClasses.set(
        "begin start erupt break outbreak war conflict uprising crisis insurgency")

    /// True for a running total: a toll, or all since a war began.
    private func isCumulative(_ count: Count, _ scene: Scene) -> Bool {
        let low = max(0, count.start - 10)
        let high = min(scene.tokens.count, count.end + 14)
        if scene.tokens[low..<min(high, count.end + 10)].contains(where: { Self.totals.contains($0.lemma) }) {
            return true
        }
        guard let since = scene.tokens[low..<high].firstIndex(where: { $0.lemma.lowercased() == "since" }) else {
            return false
        }
        return scene.tokens[since..<min(scene.tokens.count, since + 8)].contains {
            Self.beginnings.contains($0.lemma) || $0.upos == .num && $0.form.utf8.count == 4
        }
    }
}
