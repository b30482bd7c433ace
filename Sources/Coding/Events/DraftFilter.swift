import Gazetteer
import Language
import Record

/// Tells the drafts that are no news: totals, purposes, long fighting, words that tell nothing but themselves.
enum DraftFilter {
    /// True for a place that is only the purpose of what is told ("an operation to retake X"), not pledged by anybody.
    static func isPurpose(_ draft: Draft, _ scene: Scene) -> Bool {
        guard case .control(let control) = draft.content, [.captured, .besieged].contains(control.state) else {
            return false
        }
        if draft.rule.contains("/noun:"), isAimedAt(draft.trigger, scene) { return true }
        return draft.modality == .pledged && !ModalityReader.isPromised(draft.trigger, scene.tree)
    }

    private static let aims: Set<String> = [
        "aim", "operation", "offensive", "campaign", "plan", "preparation", "prepare", "goal", "bid", "push", "drive",
        "battle", "fight", "launch", "direct", "intend", "hope", "call",
    ]
    private static let long: Set<String> = ["month", "week", "year", "months", "weeks", "years"]

    /// "An operation aimed at the liberation of X", "a campaign for the recapture of X".
    private static func isAimedAt(_ trigger: Int, _ scene: Scene) -> Bool {
        let head = scene.tokens[trigger].head
        guard head >= 0, ["at", "for", "towards", "to"].contains(where: { scene.tree.hasCase(trigger, $0) }) else {
            return false
        }
        return aims.contains(scene.tree.lemma(head).lowercased())
    }

    /// True for an act that is only what something is for ("a deal to evacuate", "attempts to move on X", "plans attacks").
    static func isOnlyMeant(_ draft: Draft, _ scene: Scene) -> Bool {
        guard case .event(let event) = draft.content, draft.modality == .pledged, event.type != .pledge else {
            return false
        }
        let isNoun = draft.rule.hasPrefix("event/noun")
        if isNoun { return !draft.ownPlace || event.actor == nil }
        return !ModalityReader.isPromised(draft.trigger, scene.tree)
    }

    /// "An operation to retake X from Y": that Y holds X is so, whatever becomes of the operation.
    static func presupposed(_ draft: Draft, _ scene: Scene) -> Draft? {
        guard isPurpose(draft, scene), case .control(let control) = draft.content, let loser = control.from
        else { return nil }
        var held = draft
        var place = control.place
        place.scope = place.scope ?? .whole
        held.content = .control(Control(state: .held, place: place, holder: loser))
        (held.modality, held.rule) = (.asserted, draft.rule + "/purpose")
        return held
    }

    /// True for the many strikes of weeks or years of which only the sum of their dead is told ("the strikes have killed
    /// over 1,200 people since 2014").
    static func isSum(_ draft: Draft, _ scene: Scene, _ figures: [Figure]) -> Bool {
        guard case .event(let event) = draft.content else { return false }
        // "At least 1,335 civilians were killed by coalition action": in years, and nowhere that is named.
        if event.type == .killing, !draft.ownPlace,
            figures.contains(where: { $0.measure == .killed && $0.low ?? 0 >= 500 })
        {
            return true
        }
        guard draft.rule.hasPrefix("event/noun"),
            [.airStrike, .shelling, .missileAttack, .armedClash, .attack, .killing].contains(event.type),
            scene.tokens[draft.trigger].xpos == "NNS", isOverLong(scene)
        else { return false }
        let dead = figures.filter { $0.measure == .killed || $0.measure == .wounded }
        return !dead.isEmpty
    }

    /// "Since 2014", "over the past several weeks".
    private static func isOverLong(_ scene: Scene) -> Bool {
        let tokens = scene.tokens
        let isSince = tokens.indices.contains { at in
            // "Since Wednesday evening" is days.
            tokens[at].lemma.lowercased() == "since"
                && !(at + 1 < tokens.count && Self.recent.contains(tokens[at + 1].form.lowercased()))
        }
        if isSince { return true }
        return tokens.indices.contains { at in
            ["week", "month", "year"].contains(tokens[at].lemma) && tokens[at].xpos == "NNS"
                && tokens[max(0, at - 4)..<at].contains { ["past", "last", "recent"].contains($0.lemma.lowercased()) }
        }
    }

    private static let recent: Set<String> = [
        "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "yesterday", "dawn", "midnight",
        "noon", "morning",
    ]

    /// True for an event of which nothing is said but the word.
    static func isBare(_ draft: Draft) -> Bool {
        guard case .event(let event) = draft.content else { return false }
        return event.actor == nil && event.target == nil && event.place == nil
    }

    /// True for fighting of months that only a length tells of ("after a battle of four months"), and for the
    /// engagements that a release of strikes counts.
    static func isLong(_ draft: Draft, _ scene: Scene) -> Bool {
        guard case .event(let event) = draft.content, [.armedClash, .offensive].contains(event.type) else {
            return false
        }
        let lemma = scene.tree.lemma(draft.trigger).lowercased()
        if lemma == "engagement" || lemma == "engage" {
            return scene.tokens.contains { ["strike", "airstrike"].contains($0.lemma.lowercased()) }
        }
        guard draft.rule.hasPrefix("event/noun") else { return false }
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
    static func isTotal(_ draft: Draft, _ scene: Scene) -> Bool {
        guard case .event(let event) = draft.content, event.type == .airStrike else { return false }
        // "The coalition made 34,573 strikes": in years, not on a day.
        let counts = scene.sentence.children(of: draft.trigger).filter { scene.tree.relation($0) == "nummod" }
        if counts.contains(where: { Double(scene.tokens[$0].form.filter(\.isNumber)) ?? 0 >= 500 }) { return true }
        return scene.tokens.contains { $0.lemma.lowercased() == "engagement" }
            && scene.sentence.children(of: draft.trigger).contains { scene.tree.relation($0) == "nummod" }
            && (event.place == nil || event.place?.kind == .country || !draft.ownPlace)
            && !scene.places.contains { $0.place.kind == .settlement && scene.isUsable($0) }
    }

    private static let undoing = WordClasses.set(
        "destroy damage engage suppress neutralise neutralize defuse dismantle disarm deactivate find discover seize "
            + "clear remove uncover locate recover confiscate unearth")

    /// True for a bomb or cache that is found or destroyed ("a strike destroyed an explosive device"): it killed nobody.
    static func isUndone(_ draft: Draft, _ scene: Scene) -> Bool {
        guard case .event(let event) = draft.content, draft.rule.hasPrefix("event/noun"),
            [.ied, .landmine, .weaponsSeized].contains(event.type), event.fatalities == nil
        else { return false }
        var noun = draft.trigger
        while ["conj", "appos"].contains(scene.tree.relation(noun)), scene.tokens[noun].upos != .verb,
            scene.tokens[noun].head >= 0, scene.tokens[scene.tokens[noun].head].upos != .verb
        { noun = scene.tokens[noun].head }
        let verb = scene.tokens[noun].head
        guard verb >= 0, verb < noun, ["obj", "conj"].contains(scene.tree.relation(noun)) else { return false }
        let lemma = scene.tree.lemma(verb).lowercased()
        if event.type == .weaponsSeized { return ["destroy", "damage", "engage", "suppress"].contains(lemma) }
        return undoing.contains(lemma)
    }

    /// "The incident" that refers to nothing told before: none of war.
    static func isLoose(_ draft: Draft) -> Bool { draft.rule == "event/noun:incident" && !draft.recalled }

    /// True for a noun that tells no event of its own: it refers back, or nothing says who, where or how many.
    static func isEmpty(_ draft: Draft, _ scene: Scene, _ earlier: [Draft]) -> Bool {
        guard case .event(let event) = draft.content, event.fatalities == nil, event.wounded == nil else {
            return false
        }
        if draft.refersBack, !draft.ownPlace { return true }
        if isToldBefore(draft, event, scene, earlier) || isVague(draft, event, scene) { return true }
        let here =
            event.place?.range.map { $0.start >= scene.sentence.range.start && $0.end <= scene.sentence.range.end }
            ?? false
        return event.actor == nil && event.target == nil && !here && draft.rule.hasPrefix("event/noun")
    }

    /// "The coalition's strikes", "the attack on X" after the report told them.
    private static func isToldBefore(_ draft: Draft, _ event: Event, _ scene: Scene, _ earlier: [Draft]) -> Bool {
        guard draft.rule.hasPrefix("event/noun"),
            scene.sentence.children(of: draft.trigger).contains(where: {
                $0 < draft.trigger
                    && (["the", "this", "that", "these", "those", "its", "their"].contains(
                        scene.tokens[$0].form.lowercased()) || scene.tree.full($0) == "nmod:poss")
            }),
            scene.times.isEmpty
        else { return false }
        let family = DraftMerger.family(event.type)
        return earlier.contains { other in
            guard let type = other.eventType, DraftMerger.family(type) == family, case .event(let told) = other.content,
                event.actor == nil || told.actor?.id == event.actor?.id
            else { return false }
            return !draft.ownPlace || told.place?.name == event.place?.name
        }
    }

    /// Fighting "in Syria and Iraq" without a day or a toll: what goes on, and no event.
    private static func isVague(_ draft: Draft, _ event: Event, _ scene: Scene) -> Bool {
        guard event.place?.kind == .country, scene.index > 1, !scene.inCaption, scene.times.isEmpty else {
            return false
        }
        return [
            .airStrike, .shelling, .missileAttack, .armedClash, .attack, .killing, .chemicalWeapon, .suicideBombing,
        ]
        .contains(event.type)
    }
}
