import Foundation
import Gazetteer
import Language
import Record

/// Lets the learned models weigh what the rules found: which claim is the primary one, and, in notes of a few sentences,
/// what happened where the rules found nothing or something else.
///
/// Useful for short texts and for ranking; it never takes a claim of the rules away.
struct LearnedJudge {
    private let models: LearnedModels
    private let words: EventLexicon
    /// Texts longer than this get no claims from the models.
    static let noteLength = 5

    /// The most that a claim of the models alone is held to be worth.
    private static let guess = 0.4

    /// True where the models may add claims.
    private let isNote: Bool
    private let scenes: [Scene]

    /// `news`: how likely the text is to be news, where that is known.
    init(_ lexicon: Lexicon, scenes: [Scene], news: Double?) {
        (models, words, self.scenes) = (lexicon.learned, lexicon.events, scenes)
        isNote = scenes.count <= Self.noteLength && news ?? 1 > 0.5
    }

    /// The drafts with learned ones added, and each with what the models think of it as the primary one.
    func judged(_ drafts: [Draft]) -> [Draft] {
        var drafts = drafts
        let text = SnippetFeatures.of(scenes, drafts, words)
        let clauses = models.plover.map { judgeClauses($0, &drafts) } ?? Clauses()
        if let types = models.types { judgeText(types, text, &drafts, spoken: clauses.spoken) }
        if isNote, drafts.isEmpty, let force = clauses.force { drafts.append(force) }
        if let confidence = models.confidence {
            for index in drafts.indices { drafts[index].confidence = confidence.chance(of: drafts[index]) }
        }
        // What no rule found is a guess at a short note.
        for index in drafts.indices where drafts[index].rule.hasPrefix("learned/") {
            drafts[index].confidence = min(drafts[index].confidence, Self.guess)
        }
        return drafts.sorted {
            ($0.sentence, $0.triggerRange, $0.rule) < ($1.sentence, $1.triggerRange, $1.rule)
        }
    }

    // MARK: The whole text

    private func judgeText(_ model: LinearModel, _ bag: FeatureBag, _ drafts: inout [Draft], spoken: Bool) {
        let chances = model.probabilities(bag)
        guard let best = chances.indices.max(by: { chances[$0] < chances[$1] }) else { return }
        func chance(_ label: String?) -> Double {
            model.labels.firstIndex { $0 == label }.map { chances[$0] } ?? 0
        }
        let label = model.labels[best]
        let isEvent = label.first?.isUppercase == true
        let known = drafts.contains { PrimaryChooser.codes($0.content).acled == label && $0.sentence < 2 }
        if isNote, isEvent, chances[best] > (spoken ? 0.5 : drafts.isEmpty ? 0.25 : 0.3), !known {
            supply(label, model, best, bag, &drafts)
        }
        // Speech and the like have no sub-event: they are as likely as what is none.
        let none = zip(model.labels, chances).filter { $0.0.first?.isUppercase == false }.reduce(0) { $0 + $1.1 }
        for index in drafts.indices {
            drafts[index].preference += drafts[index].clauseChance * 8
            let code = PrimaryChooser.codes(drafts[index].content).acled
            let own = code == nil ? none : chance(code)
            drafts[index].preference += 20 * max(-3, own <= 0 ? -3 : log(own / chances[best]))
        }
    }

    /// A claim of what the model read where its words weigh most.
    private func supply(
        _ label: String, _ model: LinearModel, _ index: Int, _ bag: FeatureBag, _ drafts: inout [Draft]
    ) {
        var top: (scene: Scene, token: Int, share: Float)?
        for scene in scenes.prefix(2) {
            let shares = model.shares(of: index, in: bag, sentence: scene.index, words: scene.tokens.count)
            for (at, share) in shares.enumerated()
            where scene.tokens[at].upos == .verb || scene.tokens[at].upos == .noun {
                if share > top?.share ?? 0 { top = (scene, at, share) }
            }
        }
        guard let top else { return }
        let rule = "learned/types: \(label)"
        if let type = LearnedLabels.event(label) {
            if let same = drafts.firstIndex(where: { $0.sentence == top.scene.index && $0.trigger == top.token }),
                case .event(var event) = drafts[same].content
            {
                // What the rules read stays; ACLED may have another name for it, and for speech about it.
                event.codes.acled = label
                drafts[same].content = .event(event)
                drafts[same].rule += " + " + rule
                return
            }
            drafts.append(draft(.event(event(type, at: top.token, top.scene)), at: top.token, top.scene, rule: rule))
        }
    }

    /// What ACLED has no name for and the rules are sure of.
    private static let plain: Set<EventType> = [.displacement, .evacuation, .return, .siege, .siegeLifted]

    // MARK: Clauses

    /// What the main clauses tell.
    private struct Clauses {
        /// True where one tells no force but speech about it.
        var spoken = false
        /// A claim of force where one tells it, for texts that have no other.
        var force: Draft?
    }

    private func judgeClauses(_ model: LinearModel, _ drafts: inout [Draft]) -> Clauses {
        var found = Clauses()
        for scene in scenes.prefix(SnippetFeatures.length) {
            let verb = ClauseFeatures.main(scene.sentence)
            guard [.verb, .noun, .adj].contains(scene.tokens[verb].upos) else { continue }
            let chances = model.probabilities(ClauseFeatures.of(verb, scene, drafts, words))
            guard let best = chances.indices.max(by: { chances[$0] < chances[$1] }), chances[best] > 0.2 else {
                continue
            }
            let (root, chance) = (model.labels[best], chances[best])
            if chance > 0.4, LearnedLabels.spoken.contains(root) { found.spoken = true }
            if root == "ASSAULT", chance > 0.4, found.force == nil {
                found.force = draft(root: root, chance, at: verb, scene)
            }
            judge(verb, as: root, chance: chance, scene, &drafts)
        }
        return found
    }

    private func judge(_ verb: Int, as root: String, chance: Double, _ scene: Scene, _ drafts: inout [Draft]) {
        let spoken = LearnedLabels.spoken.contains(root)
        var own = false
        for index in drafts.indices where drafts[index].sentence == scene.index {
            guard case .event(var event) = drafts[index].content else { continue }
            let governed = ClauseFeatures.governor(of: drafts[index].trigger, scene.sentence) == verb
            if drafts[index].trigger != verb, event.codes.plover == "ASSAULT" {
                if spoken, governed || scene.sentence.ancestors(of: drafts[index].trigger).contains(verb) {
                    drafts[index].preference -= 45
                }
                continue
            }
            guard governed else { continue }
            if LearnedLabels.root(of: event.codes) != root {
                guard isNote, spoken || event.codes.plover != "ASSAULT" else {
                    // One word, one event.
                    if drafts[index].trigger == verb { own = true }
                    continue
                }
                // Flight stays flight, whatever drove it.
                if event.codes.acled == nil || event.codes.acled == "Other", !Self.plain.contains(event.type),
                    let type = LearnedLabels.event(root: root)
                {
                    event.type = type
                    event.codes = type.codes
                }
                event.codes.plover = LearnedLabels.code(root)
                drafts[index].content = .event(event)
                drafts[index].rule += " + learned/plover: \(root)"
            }
            own = true
            drafts[index].clauseChance = scene.index == 0 ? chance : 0
            if !drafts[index].modality.isFactual { drafts[index].preference += 25 }
        }
        if root == "COERCE" || root == "SANCTION", takesPlace(verb, scene, drafts) { return }
        let none = !drafts.contains { $0.sentence == scene.index }
        let needed = none ? (scene.tokens[verb].upos == .noun ? 0.5 : 0.25) : 0.4
        guard isNote, !own, chance > needed, root != "ASSAULT", none || scene.tokens[verb].upos != .noun,
            let new = draft(root: root, chance, at: verb, scene)
        else { return }
        drafts.append(new)
    }

    /// Who takes a town coerces nobody besides.
    private func takesPlace(_ verb: Int, _ scene: Scene, _ drafts: [Draft]) -> Bool {
        drafts.contains { draft in
            guard draft.sentence == scene.index, case .control(let control) = draft.content else { return false }
            return [.captured, .held, .besieged].contains(control.state)
                && (draft.trigger == verb || ClauseFeatures.governor(of: draft.trigger, scene.sentence) == verb)
        }
    }

    // MARK: Claims of the models

    private func roles(at token: Int, _ scene: Scene) -> (actor: Actor?, target: Actor?) {
        let pos: EventEntry.Pos = scene.tokens[token].upos == .verb ? .verb : .noun
        let finder = RoleFinder(scene: scene, trigger: token, rest: [], pos: pos)
        let actor = finder.parties(pos == .verb ? [.subject] : [.phrase("by"), .possessive, .modifier, .subject])
        let target = finder.parties([.object, .phrase("against"), .phrase("on"), .phrase("to"), .phrase("with")])
        return (actor.first?.actor, target.first { $0.tokens != actor.first?.tokens }?.actor)
    }

    private func place(near token: Int, _ scene: Scene) -> Place? {
        let usable = scene.places.filter { scene.isUsable($0) }
        let nearest = usable.min {
            abs($0.tokens.lowerBound - token) + ($0.place.kind == .country ? 40 : 0)
                < abs($1.tokens.lowerBound - token) + ($1.place.kind == .country ? 40 : 0)
        }
        return nearest?.place
    }

    private func event(_ type: EventType, at token: Int, _ scene: Scene) -> Event {
        let (actor, target) = roles(at: token, scene)
        return Event(type: type, actor: actor, target: target, place: place(near: token, scene))
    }

    private func draft(root: String, _ chance: Double, at verb: Int, _ scene: Scene) -> Draft? {
        guard let type = LearnedLabels.event(root: root) else { return nil }
        var new = draft(.event(event(type, at: verb, scene)), at: verb, scene, rule: "learned/plover: \(root)")
        new.clauseChance = scene.index == 0 ? chance : 0
        return new
    }

    private func draft(_ content: Claim.Content, at token: Int, _ scene: Scene, rule: String) -> Draft {
        let range = scene.tokens[token].range
        var draft = Draft(
            content: content, sentence: scene.index, trigger: token, evidence: range, triggerRange: range,
            modality: ModalityReader(tree: scene.tree).read(token) ?? .asserted, confidence: 0.5, rule: rule)
        if let place = draft.place?.range, place.start >= scene.sentence.range.start,
            place.end <= scene.sentence.range.end
        {
            draft.evidence = draft.evidence.union(place)
        }
        if draft.modality.isFactual { draft.when = scene.undated }
        return draft
    }
}
