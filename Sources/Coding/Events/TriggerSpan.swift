import Language
import Record

/// The words that signal an event: a noun together with the verb that tells what it did ("the blast KILLED", "KILLED IN a
/// blast", "LAUNCHED an assault", "clashes ERUPTED"), a verb together with the toll that hangs on it.
struct TriggerSpan {
    private let scene: Scene
    /// Words that may stand between the two.
    private static let reach = 14

    init(_ scene: Scene) { self.scene = scene }

    /// The trigger of an event with the verbs of its clause that tell the same event.
    func range(of draft: Draft) -> TextRange {
        guard case .event(let event) = draft.content, Self.types.contains(event.type) else { return draft.triggerRange }
        var range = draft.triggerRange
        for verb in verbs(of: draft.trigger) where abs(verb - draft.trigger) <= Self.reach {
            range = range.union(scene.tokens[verb].range)
        }
        return range
    }

    private func verbs(of trigger: Int) -> [Int] {
        let tree = scene.tree
        var found: [Int] = []
        // Upwards: "killed when their car was hit by a BOMB", "wounded in a BLAST", "launched an ASSAULT".
        var at = trigger
        for _ in 0..<3 {
            let token = scene.tokens[at]
            guard token.head >= 0, scene.tokens[token.head].upos == .verb else { break }
            let lemma = tree.lemma(token.head)
            let tells: Bool
            switch token.relation.base {
            case "nsubj": tells = Self.effects.contains(lemma) || Self.happening.contains(lemma)
            case "obj": tells = WordClasses.light.contains(lemma) || Self.happening.contains(lemma)
            case "obl", "advcl", "conj": tells = Self.effects.contains(lemma)
            default: tells = false
            }
            guard tells else { break }
            if token.relation.base == "obj" || token.relation.base == "nsubj" || WordClasses.toll.contains(lemma) {
                found.append(token.head)
            }
            at = token.head
        }
        // Downwards: "fired on the crowd, KILLING four".
        for start in [trigger] + found {
            found += scene.sentence.children(of: start).filter {
                scene.tokens[$0].upos == .verb && ["advcl", "conj", "acl"].contains(tree.relation($0))
                    && WordClasses.toll.contains(tree.lemma($0))
            }
        }
        return found
    }

    private static let effects: Set<String> = WordClasses.toll.union(WordClasses.struck).union([
        "rock", "tear", "rip", "raze", "level", "flatten", "devastate", "cause", "trigger", "spark", "demonstrate",
        "march",
        "rally", "protest", "gather", "chant", "attack", "storm", "ram", "blow",
    ])

    private static let happening: Set<String> = [
        "occur", "happen", "erupt", "begin", "start", "take", "break", "continue", "rage", "resume", "flare", "follow",
        "ensue", "go", "intensify", "escalate", "spread", "last", "come", "repel", "repulse", "foil", "thwart",
    ]

    private static let types: Set<EventType> = [
        .armedClash, .offensive, .advance, .airStrike, .shelling, .missileAttack, .suicideBombing, .ied, .landmine,
        .grenade, .chemicalWeapon, .attack, .killing, .execution, .abduction, .arrest, .protest, .violentDemonstration,
        .protestWithIntervention, .excessiveForceAgainstProtesters, .mobViolence, .looting, .siege,
    ]
}
