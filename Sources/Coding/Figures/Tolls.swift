import Gazetteer
import Language
import Record

/// Gives the dead and wounded of a sentence to its events, and figures their places.
enum Tolls {
    private static let violent: Set<EventType> = [
        .armedClash, .airStrike, .shelling, .missileAttack, .suicideBombing, .ied, .landmine, .grenade,
        .chemicalWeapon, .attack, .killing, .execution, .mobViolence, .excessiveForceAgainstProtesters,
        .violentDemonstration,
    ]

    static func attach(
        _ figures: [FigureCoder.Found], to here: inout [Draft], _ events: [Int], _ scene: Scene, earlier: inout [Draft]
    ) {
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

    /// A figure as a draft, at the place of its clause, else of the event it counts.
    /// Millions fled no single town: without words that say where from, a country's war made them.
    private static func isOfCountry(_ figure: Figure) -> Bool {
        figure.measure == .displaced && (figure.low ?? figure.high ?? 0) >= 1_000_000
    }

    static func draft(_ found: FigureCoder.Found, _ scene: Scene, _ here: [Draft], _ last: Place?) -> Draft {
        var figure = found.figure
        let finder = RoleFinder(scene: scene, trigger: found.governor, rest: [], pos: .verb)
        let verb = scene.tree.clause(found.governor)
        let below = scene.sentence.children(of: verb).filter { child in
            // "Are estimated to remain in X", whatever the infinitive is called in the tree.
            scene.tree.relation(child) == "xcomp"
                || scene.tree.relation(child) == "advcl"
                    && scene.sentence.child(of: child, "mark").map { scene.tree.lemma($0) == "to" } == true
        }
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
            ?? (isOfCountry(figure)
                ? scene.places.first { $0.place.kind == .country }?.place
                : here.compactMap { draft -> Place? in
                    if case .event(let event) = draft.content { event.place } else { nil }
                }.first ?? scene.places.first { $0.place.kind != .country }?.place ?? last)
        let low = min(found.number.tokens.lowerBound, found.governor)
        let high = max(found.number.tokens.upperBound, found.governor + 1)
        return Draft(
            content: .figure(figure), sentence: scene.index, trigger: found.governor,
            evidence: scene.sentence.textRange(low..<high),
            triggerRange: scene.tokens[found.governor].range, modality: .asserted, confidence: 0.85,
            rule: "figure/\(figure.measure.rawValue)" + (found.number.isVague ? FigureEcho.vague : ""))
    }
}
