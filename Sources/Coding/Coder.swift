public import Gazetteer
public import Language
public import Record

/// Reads like an analyst: sentences with their trees, places and parties in; claims out, each with its words, its source
/// and its rule. Knows nothing of files, formats or other reports.
public struct Coder: Sendable {
    let lexicon: Lexicon
    /// Named in the report's header.
    let name: String

    /// A coder over a lexicon.
    public init(lexicon: Lexicon) {
        self.lexicon = lexicon
        name = "dateline \(Version.program) lexicon \(lexicon.hash.prefix(8))"
    }

    /// The claims of a report; `sentences` and `mentions` are those of `report.reading.text`.
    public func code(_ report: Report, sentences: [Sentence], mentions: [PlaceMention]) -> CodedReport {
        let drafts = drafts(report, sentences, mentions).drafts
        let offsets = report.reading.offsets
        func out(_ actor: Actor?) -> Actor? {
            guard var actor else { return nil }
            actor.name = Self.plainName(actor.name)
            return actor
        }
        func out(_ place: Place?) -> Place? {
            guard var place else { return nil }
            if let range = place.range { place.range = offsets.original(range) }
            return place
        }
        var claims: [Claim] = []
        for (index, draft) in drafts.enumerated() {
            var content = draft.content
            switch content {
            case .event(var event):
                (event.place, event.origin, event.destination) = (
                    out(event.place), out(event.origin), out(event.destination)
                )
                (event.actor, event.target) = (out(event.actor), out(event.target))
                content = .event(event)
            case .control(var control):
                control.place = out(control.place) ?? control.place
                (control.holder, control.from) = (out(control.holder), out(control.from))
                content = .control(control)
            case .figure(var figure):
                figure.place = out(figure.place)
                content = .figure(figure)
            case .relation(var relation):
                relation.actor = out(relation.actor) ?? relation.actor
                relation.target = out(relation.target) ?? relation.target
                content = .relation(relation)
            }
            claims.append(
                Claim(
                    id: "c\(index + 1)", content: content, evidence: offsets.original(draft.evidence),
                    trigger: offsets.original(draft.triggerRange), modality: draft.modality,
                    attribution: draft.attribution,
                    when: draft.when, background: draft.background, confidence: draft.confidence, rule: draft.rule))
        }
        let primary = PrimaryChooser.choose(claims, drafts)
        return CodedReport(
            report: CodedReport.Header(report, coder: name), text: report.text, captions: report.captions,
            places: mentions.compactMap { out($0.place) }, claims: claims, primary: primary)
    }

    /// "US-backed Syrian fighters" are Syrian fighters: who backs them is a claim of its own.
    static func plainName(_ name: String) -> String {
        let endings = ["-backed", "-supported", "-allied", "-aligned", "-linked", "-sponsored", "-trained", "-armed"]
        let words = name.split(separator: " ")
        let kept = words.filter { word in !endings.contains { word.hasSuffix($0) } }
        return kept.isEmpty || kept.count == words.count ? name : kept.joined(separator: " ")
    }

    /// The drafts in text order, and the scenes they were found in.
    func drafts(_ report: Report, _ sentences: [Sentence], _ mentions: [PlaceMention]) -> (
        drafts: [Draft], scenes: [Scene]
    ) {
        let text = report.reading.text
        let today = report.dateline?.date ?? report.published ?? printedDay(sentences, text)
        let actors = ActorFinder(lexicon: lexicon).find(
            sentences: sentences, text: text, mentions: mentions, year: today?.year)
        let sources = AttributionFinder(sentences: sentences, text: text, actors: actors)
        let scenes = scenes(report, sentences, mentions, actors, today: today)
        let armed = actors.mentions.filter {
            [.rebel, .militia, .jihadist, .coalition].contains($0.actor.kind) || $0.actor.kind == .stateForce
        }.count
        let named =
            mentions.contains { $0.place.kind != nil }
            || actors.mentions.contains { $0.entry != nil && !$0.isPlaceName }
            || sentences.count <= 5 && sentences.contains { !$0.names.isEmpty }
        guard named else { return ([], scenes) }
        guard !Relevance.isHistory(scenes.flatMap(\.times), today: today) else { return ([], scenes) }
        let news = newsChance(scenes)
        guard report.language == "en" || report.language.isEmpty,
            Relevance.isRelevant(
                sentences, armed: armed, official: actors.mentions.contains { $0.isAuthority }, learned: news)
        else { return ([], scenes) }
        var drafts: [Draft] = []
        var lastPlace: Place?
        var striker: Actor?
        let idle = armed == 0 && Relevance.isOtherwise(sentences) && !mentions.contains { $0.place.kind != nil }
        for scene in scenes {
            var here = EventCoder(lexicon: lexicon.events).code(scene, previous: lastPlace)
            here.removeAll { isTotal($0, scene) || isLong($0, scene) || idle && isBare($0) }
            for index in here.indices { giveStriker(&here[index], &striker, scene, actors) }
            let events = here.indices.filter { if case .event = here[$0].content { true } else { false } }
            let figures = FigureCoder().find(in: scene)
            attach(figures, to: &here, events, scene, earlier: &drafts)
            here += figures.map { figure($0, scene, here, lastPlace) }
            here += RelationCoder().find(in: scene).map { found in
                Draft(
                    content: .relation(found.relation), sentence: scene.index, trigger: found.token,
                    evidence: scene.sentence.textRange(found.span), triggerRange: scene.tokens[found.token].range,
                    modality: .asserted,
                    confidence: 0.85, rule: found.rule)
            }
            if !scene.isShort { here.removeAll { isEmpty($0, scene, drafts) } }
            for index in here.indices { complete(&here[index], scene, sources) }
            here.removeAll { isPurpose($0, scene) }
            for index in here.indices { here[index].triggerRange = TriggerSpan(scene).range(of: here[index]) }
            here.sort { ($0.triggerRange, $0.rule) < ($1.triggerRange, $1.rule) }
            drafts += here
            if let topic = scene.topic {
                lastPlace = topic.place
            } else if let told = here.lazy.compactMap({ $0.place }).first(where: { $0.kind == .settlement }) {
                lastPlace = told
            } else if let mention = scene.places.last(where: { $0.place.kind != .country && scene.isUsable($0) }) {
                lastPlace = mention.place
            }
        }
        return (LearnedJudge(lexicon, scenes: scenes, news: news).judged(drafts), scenes)
    }

    /// The first full date of the first lines, as pages print it, where a report has no other.
    private func printedDay(_ sentences: [Sentence], _ text: String) -> PartialDate? {
        for sentence in sentences.prefix(4) {
            let days = TimeReader(today: nil).read(sentence, in: text).compactMap(\.span.start).filter {
                $0.day != nil
            }
            if let day = days.first { return day }
        }
        return nil
    }

    private func scenes(
        _ report: Report, _ sentences: [Sentence], _ mentions: [PlaceMention], _ actors: ActorMap, today: PartialDate?
    ) -> [Scene] {
        var bySentence: [[PlaceMention]] = Array(repeating: [], count: sentences.count)
        for mention in mentions where bySentence.indices.contains(mention.sentence) {
            bySentence[mention.sentence].append(mention)
        }
        // A report without a day may still say its year, which "31 August" needs.
        let year =
            today == nil
            ? sentences.lazy.flatMap { TimeReader(today: nil).read($0, in: report.reading.text) }
                .compactMap { $0.span.start?.year }.max().flatMap { PartialDate(year: $0) } : nil
        var scenes: [Scene] = []
        var demonyms: [String: Country] = [:]
        for country in lexicon.actors.countries {
            for adjective in country.demonyms { demonyms[adjective.lowercased()] = country }
        }
        let offsets = report.reading.offsets
        let fromTheAir = sentences.contains {
            $0.tokens.contains { WordClasses.aircraft.contains($0.lemma.lowercased()) }
        }
        var lastTown: Place?
        var block = 0
        let blocks = report.reading.blocks
        for (index, sentence) in sentences.enumerated() {
            while block + 1 < blocks.count, blocks[block].range.end <= sentence.range.start { block += 1 }
            let caption = block < blocks.count ? blocks[block].caption : nil
            var day = today
            if let caption, report.captions.indices.contains(caption), let date = report.captions[caption].date {
                day = date
            }
            let here = bySentence[index].filter { mention in
                guard let line = report.dateline?.range, let range = mention.place.range else { return true }
                return !line.overlaps(offsets.original(range))
            }
            var scene = Scene(
                index: index, tree: Tree(sentence), places: here, actors: actors,
                text: report.reading.text,
                lastPlace: lastTown, today: day, inCaption: caption != nil,
                times: TimeReader(today: day ?? year).read(sentence, in: report.reading.text))
            scene.isHeadline = block < blocks.count && blocks[block].kind == .headline
            scene.isShort = sentences.count <= 5
            scene.fromTheAir = fromTheAir
            scene.demonyms = demonyms
            scenes.append(scene)
            if let town = scene.topic { lastTown = town.place }
        }
        return scenes
    }

    /// True for a place that is only the purpose of what is told ("an operation to retake X"), not pledged by anybody.
    private func isPurpose(_ draft: Draft, _ scene: Scene) -> Bool {
        guard case .control(let control) = draft.content, draft.modality == .pledged,
            [.captured, .besieged].contains(control.state)
        else { return false }
        return !ModalityReader.isPromised(draft.trigger, scene.tree)
    }

    /// True for an event of which nothing is said but the word.
    private func isBare(_ draft: Draft) -> Bool {
        guard case .event(let event) = draft.content else { return false }
        return event.actor == nil && event.target == nil && event.place == nil
    }

    /// True for fighting of months that only a length tells of ("after a battle of four months"), and for the
    /// engagements that a release of strikes counts.
    private func isLong(_ draft: Draft, _ scene: Scene) -> Bool {
        guard case .event(let event) = draft.content, [.armedClash, .offensive].contains(event.type) else {
            return false
        }
        let lemma = scene.tree.lemma(draft.trigger).lowercased()
        if lemma == "engagement" || lemma == "engage" {
            return scene.tokens.contains { ["strike", "airstrike"].contains($0.lemma.lowercased()) }
        }
        guard draft.rule.hasPrefix("event/noun") else { return false }
        let long: Set<String> = ["month", "week", "year", "months", "weeks", "years"]
        let token = scene.tokens[draft.trigger]
        if token.head >= 0, scene.tree.hasCase(draft.trigger, "of"), long.contains(scene.tree.lemma(token.head)) {
            return true
        }
        return scene.tree.phrases(draft.trigger, "of").contains { long.contains(scene.tree.lemma($0)) }
            || scene.sentence.children(of: draft.trigger).contains {
                $0 < draft.trigger && long.contains(scene.tree.lemma($0))
            }
    }

    /// True for the total of a release of strikes ("In Syria, 22 strikes of 32 engagements:").
    private func isTotal(_ draft: Draft, _ scene: Scene) -> Bool {
        guard case .event(let event) = draft.content, event.type == .airStrike else { return false }
        return scene.tokens.contains { $0.lemma.lowercased() == "engagement" }
            && scene.sentence.children(of: draft.trigger).contains { scene.tree.relation($0) == "nummod" }
            && (event.place == nil || event.place?.kind == .country || !draft.ownPlace)
            && !scene.places.contains { $0.place.kind == .settlement && scene.isUsable($0) }
    }

    /// Counted strikes ("Near X, two strikes: …") and further ones are those of who struck before in the report.
    private func giveStriker(_ draft: inout Draft, _ striker: inout Actor?, _ scene: Scene, _ actors: ActorMap) {
        guard case .event(var event) = draft.content, event.type == .airStrike else { return }
        if let actor = event.actor {
            if [.coalition, .stateForce, .government].contains(actor.kind) { striker = actor }
            return
        }
        let words = scene.sentence.children(of: draft.trigger)
        let counted = words.contains { scene.tree.relation($0) == "nummod" }
        let further = words.contains {
            ["another", "other", "further", "more", "the", "these", "those", "such"].contains(
                scene.tokens[$0].form.lowercased())
        }
        guard counted || further else { return }
        event.actor =
            striker ?? (counted ? actors.mentions.first { $0.actor.kind == .coalition && !$0.isModifier }?.actor : nil)
        draft.content = .event(event)
    }

    /// True for a noun that tells no event of its own: it refers back, or nothing says who, where or how many.
    private func isEmpty(_ draft: Draft, _ scene: Scene, _ earlier: [Draft]) -> Bool {
        guard case .event(let event) = draft.content, event.fatalities == nil, event.wounded == nil else {
            return false
        }
        if draft.refersBack, !draft.ownPlace { return true }
        let here =
            event.place?.range.map { $0.start >= scene.sentence.range.start && $0.end <= scene.sentence.range.end }
            ?? false
        return event.actor == nil && event.target == nil && !here && draft.rule.hasPrefix("event/noun")
    }

    // MARK: Tolls

    private func attach(
        _ figures: [FigureCoder.Found], to here: inout [Draft], _ events: [Int], _ scene: Scene, earlier: inout [Draft]
    ) {
        let violent: Set<EventType> = [
            .armedClash, .airStrike, .shelling, .missileAttack, .suicideBombing, .ied, .landmine, .grenade,
            .chemicalWeapon,
            .attack, .killing, .execution, .mobViolence, .excessiveForceAgainstProtesters, .violentDemonstration,
        ]
        func quantity(_ found: FigureCoder.Found) -> Quantity {
            Quantity(
                low: found.figure.low.map { Int($0) }, high: found.figure.high.map { Int($0) },
                approximate: found.figure.approximate ? true : nil, group: found.figure.group)
        }
        func set(_ found: FigureCoder.Found, _ draft: inout Draft) {
            guard case .event(var event) = draft.content else { return }
            if found.figure.measure == .killed, event.fatalities == nil { event.fatalities = quantity(found) }
            if found.figure.measure == .wounded, event.wounded == nil { event.wounded = quantity(found) }
            draft.content = .event(event)
        }
        for found in figures where found.figure.measure == .killed || found.figure.measure == .wounded {
            if found.figure.cumulative == true { continue }
            let candidates = events.filter { index in
                if case .event(let event) = here[index].content { violent.contains(event.type) } else { false }
            }
            if let nearest = candidates.min(by: {
                abs(here[$0].trigger - found.governor) < abs(here[$1].trigger - found.governor)
            }) {
                set(found, &here[nearest])
            } else if let last = earlier.lastIndex(where: { draft in
                guard draft.sentence == scene.index - 1, case .event(let event) = draft.content else { return false }
                return violent.contains(event.type)
            }) {
                set(found, &earlier[last])
            }
        }
    }

    private func figure(_ found: FigureCoder.Found, _ scene: Scene, _ here: [Draft], _ last: Place?) -> Draft {
        var figure = found.figure
        let finder = RoleFinder(scene: scene, trigger: found.governor, rest: [], pos: .verb)
        let verb = scene.tree.clause(found.governor)
        let below = scene.sentence.children(of: verb).filter { scene.tree.relation($0) == "xcomp" }
        let clauses = ([verb] + below).filter { scene.tokens[$0].upos == .verb && $0 != found.governor }
        figure.place =
            clauses.lazy.compactMap { clause in
                RoleFinder(scene: scene, trigger: clause, rest: [], pos: .verb).places([
                    .phrase("in"), .phrase("near"), .phrase("at"), .phrase("around"),
                ]).first
            }.first
            ?? finder.places([
                .phrase("in"), .phrase("near"), .phrase("at"), .phrase("from"), .phrase("around"), .phrase("of"),
            ]).first
            ?? here.compactMap { draft -> Place? in
                if case .event(let event) = draft.content { event.place } else { nil }
            }.first
            ?? scene.places.first { $0.place.kind != .country }?.place ?? last
        let low = min(found.number.tokens.lowerBound, found.governor)
        let high = max(found.number.tokens.upperBound, found.governor + 1)
        return Draft(
            content: .figure(figure), sentence: scene.index, trigger: found.governor,
            evidence: scene.sentence.textRange(low..<high),
            triggerRange: scene.tokens[found.governor].range, modality: .asserted, confidence: 0.85,
            rule: "figure/\(figure.measure.rawValue)")
    }

    // MARK: Who says so, how meant, when

    private func complete(_ draft: inout Draft, _ scene: Scene, _ sources: AttributionFinder) {
        let source = sources.attribution(for: draft.trigger, in: scene.index)
        draft.attribution = source?.attribution
        var modality: Modality = source?.isPartyOrInterested == true ? .claimed : .asserted
        if case .relation = draft.content {
            draft.modality = .asserted
        } else {
            if scene.tokens.last?.form == "?" { modality = .hypothetical }
            switch source?.hint {
            case .denied?: modality = .denied
            case .pledged? where ModalityReader(tree: scene.tree).read(draft.trigger) != nil: modality = .pledged
            default:
                if let read = ModalityReader(tree: scene.tree).read(draft.trigger) { modality = read }
            }
            if case .event(let event) = draft.content, event.type == .pledge, modality.isFactual { modality = .pledged }
            if draft.rule.hasSuffix("/ended"), !modality.isFactual, modality != .denied {
                // "Battled to break the siege": the siege goes on.
                draft.rule.removeLast("/ended".count)
                modality = source?.isPartyOrInterested == true ? .claimed : .asserted
            }
            if modality == .forecast, source?.isPartyOrInterested == true { modality = .pledged }
            draft.modality = modality
        }
        draft.when = time(of: draft, scene)
        if draft.rule.hasSuffix("/ended"), case .control(var control) = draft.content {
            control.until = draft.when?.start ?? scene.today
            draft.content = .control(control)
            draft.when = nil
        }
        if let start = draft.when?.start, let today = scene.today, today.firstDay - start.lastDay > 200,
            draft.when?.precision != .span
        {
            draft.background = true
        }
        tellAsHistory(&draft, scene)
    }

    /// "The city had been divided since 2014": the pluperfect tells a state that was over when the report was written.
    private func tellAsHistory(_ draft: inout Draft, _ scene: Scene) {
        guard case .control(let control) = draft.content,
            [.held, .divided, .contested, .besieged].contains(control.state),
            scene.sentence.children(of: draft.trigger).contains(where: {
                scene.tokens[$0].relation.base == "aux" && scene.tokens[$0].form.lowercased() == "had"
            })
        else { return }
        draft.background = true
        if draft.when?.start != nil, draft.when?.end == nil { draft.when?.end = scene.today?.adding(days: -1) }
    }

    /// True for a time in a relative clause that the claim is no part of ("X, which fell in May, …").
    private func isAside(_ found: TimeReader.Found, _ draft: Draft, _ scene: Scene) -> Bool {
        var at = found.tokens.lowerBound
        for _ in 0..<8 {
            at = scene.tokens[at].head
            guard at >= 0 else { return false }
            if at == draft.trigger { return false }
            if scene.tree.full(at) == "acl:relcl" { return !scene.sentence.span(of: at).contains(draft.trigger) }
        }
        return false
    }

    private func time(of draft: Draft, _ scene: Scene) -> TimeSpan? {
        let usable = scene.times.filter { !$0.vague && !isAside($0, draft, scene) }
        let clause = scene.tree.clause(draft.trigger)
        func distance(_ found: TimeReader.Found) -> Int {
            let head = found.tokens.lowerBound
            var penalty = abs(head - draft.trigger)
            var at = head
            for _ in 0..<6 {
                at = scene.tokens[at].head
                guard at >= 0 else { break }
                if at == clause || at == draft.trigger { return penalty }
                if scene.tokens[at].upos == .verb { penalty += 12; break }
            }
            return penalty
        }
        if let best = usable.min(by: { distance($0) < distance($1) }) { return best.span }
        if scene.inCaption, let today = scene.today { return TimeSpan(today) }
        if case .event = draft.content, let today = scene.today, draft.modality.isFactual { return TimeSpan(today) }
        return nil
    }
}
