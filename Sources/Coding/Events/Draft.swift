import Language
import Record

/// A claim as found, before ids are given; ranges are bytes of the analysed text.
struct Draft {
    var content: Claim.Content
    var sentence: Int
    var trigger: Int
    var evidence: TextRange
    var triggerRange: TextRange
    var modality: Modality
    var attribution: Attribution?
    var when: TimeSpan?
    var background = false
    var confidence: Double
    var rule: String
    /// True where the trigger's own phrase names the place.
    var ownPlace = false
    /// True for a noun that only refers back ("the attack").
    var refersBack = false
    /// True for such a noun whose type and place are those of the event that it refers to.
    var recalled = false
    /// What the learned models add to its rank as the report's primary claim.
    var preference = 0.0
    /// How sure the learned model is of what the main clause of the report's first sentence tells, where this tells it.
    var clauseChance = 0.0

    /// True for a claim of who holds a place.
    var isControl: Bool { if case .control = content { true } else { false } }

    /// What happened, for events.
    var eventType: EventType? { if case .event(let event) = content { event.type } else { nil } }

    /// Where it happened, for events and control.
    var place: Place? {
        switch content {
        case .event(let event): event.place
        case .control(let control): control.place
        default: nil
        }
    }
}

extension Draft {
    /// A relation as found in a scene.
    init(_ found: RelationCoder.Found, in scene: Scene) {
        self.init(
            content: .relation(found.relation), sentence: scene.index, trigger: found.token,
            evidence: scene.sentence.textRange(found.span), triggerRange: scene.tokens[found.token].range,
            modality: .asserted, confidence: 0.85, rule: found.rule)
    }
}
