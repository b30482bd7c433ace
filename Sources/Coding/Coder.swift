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
        func side(_ actor: Actor?) -> Actor? {
            guard var actor = out(actor) else { return nil }
            if let owner = Self.ownerOfArms(actor.name) {
                actor.aliases = (actor.aliases ?? []).filter { $0 != owner } + [owner]
            }
            if let name = Self.sides[actor.name.lowercased()] {
                actor.aliases = [actor.name] + (actor.aliases ?? []).filter { $0 != name }
                actor.name = name
            }
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
                (event.actor, event.target) = (side(event.actor), out(event.target))
                content = .event(event)
            case .control(var control):
                control.place = out(control.place) ?? control.place
                (control.holder, control.from) = (side(control.holder), side(control.from))
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

    /// "Rebel-held", "a militant attack": who holds or acts is not one man but the side that the adjective names.
    private static let sides = [
        "rebel": "rebels", "insurgent": "insurgents", "militant": "militants", "jihadist": "jihadists",
        "islamist": "Islamists", "extremist": "extremists", "separatist": "separatists", "loyalist": "loyalists",
    ]

    /// "Army artillery", "Israeli jets": whose they are, as the text says it.
    private static func ownerOfArms(_ name: String) -> String? {
        let words = name.split(separator: " ")
        guard words.count > 1, let last = words.last?.lowercased() else { return nil }
        let noun = last.hasSuffix("s") && last != "aircraft" ? String(last.dropLast()) : last
        guard WordClasses.arms.contains(noun) || WordClasses.aircraft.contains(noun) else { return nil }
        return words.dropLast().joined(separator: " ")
    }

    /// "US-backed Syrian fighters" are Syrian fighters: who backs them is a claim of its own.
    static func plainName(_ name: String) -> String {
        guard name.utf8.contains(UInt8(ascii: "-")) else { return name }
        let endings = ["-backed", "-supported", "-allied", "-aligned", "-linked", "-sponsored", "-trained", "-armed"]
        let words = name.split(separator: " ")
        let kept = words.filter { word in !endings.contains { word.hasSuffix($0) } }
        // "US-backed forces" would be anybody's without it.
        let says = kept.contains { $0.first?.isUppercase == true } || kept.count > 1
        return kept.count == words.count || !says ? name : kept.joined(separator: " ")
    }

    /// The drafts in text order, and the scenes they were found in.
    func drafts(_ report: Report, _ sentences: [Sentence], _ mentions: [PlaceMention]) -> (
        drafts: [Draft], scenes: [Scene]
    ) {
        let text = report.reading.text
        let layout = SceneBuilder(lexicon: lexicon.actors, report: report, sentences: sentences)
        let written = report.dateline?.date ?? layout.headerDay() ?? report.published
        let dates = layout.fullDates()
        let isHistory =
            report.dateline == nil && StoryClock.tellsHistory(dates, sentences, written: written)
        let today = written ?? (isHistory ? nil : layout.printedDay() ?? layout.pictureDay())
        let years = dates.compactMap { $0.span.start?.year }.sorted()
        let actors = ActorFinder(lexicon: lexicon).find(
            sentences: sentences, text: text, mentions: mentions,
            year: isHistory ? years[years.count / 2] : today?.year)
        let sources = AttributionFinder(sentences: sentences, text: text, actors: actors)
        let scenes = layout.scenes(
            mentions, actors, today: today, story: isHistory ? StoryClock(dates, sentences) : nil)
        let news = newsChance(scenes)
        guard isNews(report, sentences, mentions, actors, scenes, today: today, learned: news) else {
            return ([], scenes)
        }
        var drafts: [Draft] = []
        var lastPlace: Place?
        var strikes = StrikeSeries()
        var known = ControlKnowledge()
        var thread = EventThread()
        let idle =
            actors.armed == 0 && Relevance.isOtherwise(sentences) && !mentions.contains { $0.place.kind != nil }
        for scene in scenes where !scene.repeatsLast {
            var here = EventCoder(lexicon: lexicon.events).code(scene, previous: lastPlace)
            here.removeAll {
                DraftFilter.isTotal($0, scene) || DraftFilter.isLong($0, scene) || DraftFilter.isUndone($0, scene)
                    || idle && DraftFilter.isBare($0)
            }
            here.removeAll { Furniture.holds($0, scene) }
            for index in here.indices {
                thread.recall(&here[index], scene)
                strikes.giveStriker(&here[index], scene, actors)
            }
            here.removeAll { DraftFilter.isLoose($0) }
            addFigures(to: &here, scene, earlier: &drafts, lastPlace)
            here += RelationCoder().find(in: scene).map { Draft($0, in: scene) }
            if !scene.isShort { here.removeAll { DraftFilter.isEmpty($0, scene, drafts) } }
            let context = ClaimContext(scene: scene, sources: sources)
            for index in here.indices { context.complete(&here[index]) }
            here = DraftMerger.withoutFormer(here)
            known.noteAims(here)
            here = here.compactMap { draft in
                if DraftFilter.isOnlyMeant(draft, scene) { return nil }
                return DraftFilter.isPurpose(draft, scene) ? DraftFilter.presupposed(draft, scene) : draft
            }
            for index in here.indices { here[index].triggerRange = TriggerSpan(scene).range(of: here[index]) }
            here.sort { ($0.triggerRange, $0.rule) < ($1.triggerRange, $1.rule) }
            known.complete(&here)
            thread.note(here)
            drafts += here
            lastPlace = whereNext(after: scene, here) ?? lastPlace
        }
        EventThread.placeFirst(&drafts)
        ControlKnowledge.settle(&drafts)
        let judge = LearnedJudge(lexicon, scenes: scenes, news: news)
        drafts = FigureEcho.removed(
            from: HeadlineEcho.removed(from: drafts, scenes), scenes,
            title: FigureEcho.titleRange(report.title, in: text))
        return (judge.judged(RelationCoder.once(drafts)), scenes)
    }

    /// True for a report that names a party or place, tells no mere history and speaks of the matter.
    private func isNews(
        _ report: Report, _ sentences: [Sentence], _ mentions: [PlaceMention], _ actors: ActorMap, _ scenes: [Scene],
        today: PartialDate?, learned: Double?
    ) -> Bool {
        let named =
            mentions.contains { $0.place.kind != nil }
            || actors.mentions.contains { $0.entry != nil && !$0.isPlaceName }
            || sentences.count <= 5 && sentences.contains { !$0.names.isEmpty }
        guard named, !Relevance.isHistory(scenes, today: today) else { return false }
        return (report.language == "en" || report.language.isEmpty)
            && Relevance.isRelevant(
                sentences, armed: actors.armed, official: actors.mentions.contains { $0.isAuthority },
                learned: learned)
    }

    /// Adds the figures of a sentence and gives tolls to the events that they count.
    private func addFigures(to here: inout [Draft], _ scene: Scene, earlier: inout [Draft], _ lastPlace: Place?) {
        let figures = FigureCoder().find(in: scene)
        here.removeAll { DraftFilter.isSum($0, scene, figures.map(\.figure)) }
        let events = here.indices.filter { if case .event = here[$0].content { true } else { false } }
        Tolls.attach(figures, to: &here, events, scene, earlier: &earlier)
        here += figures.map { Tolls.draft($0, scene, here, lastPlace) }
    }

    /// Where a next sentence is that names no place; nil where this one says nothing of it.
    private func whereNext(after scene: Scene, _ here: [Draft]) -> Place? {
        if let topic = scene.topic { return topic.place }
        return here.lazy.compactMap(\.place).first { $0.kind == .settlement }
            ?? scene.places.last { mention in
                // A continent is no place of an event.
                mention.place.kind != .country && scene.isUsable(mention)
                    && (mention.place.kind != .region || mention.place.country != nil)
            }?.place
    }
}
