/// A statement by a source, never a fact: one thing said, with the words that say it.
public struct Claim: Sendable, Equatable {
    /// Stable: the same report coded twice by the same coder gives the same ids.
    public var id: String
    /// What is claimed.
    public var content: Content
    /// The shortest text that carries it, never past its sentence.
    public var evidence: TextRange
    /// The word that signals it ("recaptured", "clashes").
    public var trigger: TextRange
    /// Whether the source asserts it, claims it, denies it, only promises it (ANNOTATION.md).
    public var modality: Modality
    /// Who says so; nil for the report's own voice.
    public var attribution: Attribution?
    /// Valid time; nil where the text gives none.
    public var when: TimeSpan?
    /// True where the text tells it as history, not news.
    public var background: Bool
    /// 0 to 1, calibrated: of claims given 0.8, four in five are right.
    public var confidence: Double
    /// The lexicon entry or model that produced it.
    public var rule: String

    /// A claim with its four marks of origin: evidence, trigger, attribution and rule.
    public init(
        id: String, content: Content, evidence: TextRange, trigger: TextRange, modality: Modality,
        attribution: Attribution? = nil, when: TimeSpan? = nil, background: Bool = false, confidence: Double,
        rule: String
    ) {
        (self.id, self.content, self.evidence, self.trigger) = (id, content, evidence, trigger)
        (self.modality, self.attribution, self.when) = (modality, attribution, when)
        (self.background, self.confidence, self.rule) = (background, confidence, rule)
    }

    /// The four kinds of claim. Kept by reference: an event has some forty fields, and a claim is handed on far more often
    /// than it is looked into.
    public indirect enum Content: Sendable, Equatable {
        case event(Event)
        case control(Control)
        case figure(Figure)
        case relation(Relation)
    }

    /// `kind` of SCHEMA.md.
    public enum Kind: String, Codable, Sendable, CaseIterable { case event, control, figure, relation }

    /// Which of the four it is.
    public var kind: Kind {
        switch content {
        case .event: .event
        case .control: .control
        case .figure: .figure
        case .relation: .relation
        }
    }

    /// Where it is, for the three kinds that are somewhere.
    public var place: Place? {
        switch content {
        case .event(let event): event.place
        case .control(let control): control.place
        case .figure(let figure): figure.place
        case .relation: nil
        }
    }
}

/// How a source stands to what it says (ANNOTATION.md).
public enum Modality: String, Codable, Sendable, CaseIterable {
    case asserted, claimed, denied, negated, pledged, forecast, hypothetical

    /// True for what a source says has happened or is so.
    public var isFactual: Bool { self == .asserted || self == .claimed }
}

/// A count with its bounds; exact where low equals high.
public struct Quantity: Sendable, Equatable, Hashable, Codable {
    /// The least that the text allows; nil for a mere ceiling ("up to 50").
    public var low: Int?
    /// The most that the text allows; nil for a mere floor ("at least 50").
    public var high: Int?
    /// True for a rounded or vague count ("about", "dozens").
    public var approximate: Bool?
    /// Who was counted ("civilians", "three children"), as the text spells it.
    public var group: String?

    /// A count between `low` and `high`, both inclusive.
    public init(low: Int?, high: Int?, approximate: Bool? = nil, group: String? = nil) {
        (self.low, self.high, self.approximate, self.group) = (low, high, approximate, group)
    }
}

/// Who did what to whom, where.
public struct Event: Sendable, Equatable {
    /// What happened (ONTOLOGY.md).
    public var type: EventType
    /// Who did it; nil where the text names no one.
    public var actor: Actor?
    /// Whom it was done to.
    public var target: Actor?
    /// Where it happened; nil where the text does not say, never guessed.
    public var place: Place?
    /// Movements only.
    public var origin: Place?
    /// Movements only.
    public var destination: Place?
    /// The weapon, as the text spells it ("car bomb").
    public var weapon: String?
    /// The dead that the text counts for this event.
    public var fatalities: Quantity?
    /// The wounded that the text counts for this event.
    public var wounded: Quantity?
    /// The type in the codes of other schemes.
    public var codes: EventCodes

    /// An event with the codes of its type.
    public init(type: EventType, actor: Actor? = nil, target: Actor? = nil, place: Place? = nil) {
        (self.type, self.actor, self.target, self.place) = (type, actor, target, place)
        codes = type.codes
    }
}

/// Who holds a place.
public struct Control: Sendable, Equatable {
    /// How a place stands (ANNOTATION.md).
    public enum State: String, Codable, Sendable, CaseIterable {
        case captured, held, lost, contested, divided, besieged
    }

    /// How the place stands.
    public var state: State
    /// The place, with `scope` part where only a part of it is meant.
    public var place: Place
    /// Who took or holds it; for lost who lost it; for besieged who is inside; nil for contested and divided.
    public var holder: Actor?
    /// For captured: who lost it.
    public var from: Actor?
    /// Contested or divided: the sides.
    public var holders: [Actor]?
    /// For besieged: who stands around it.
    public var besieger: Actor?
    /// When the state ended (a siege broken).
    public var until: PartialDate?

    /// A state of `place`; the other roles are set after.
    public init(state: State, place: Place, holder: Actor? = nil, from: Actor? = nil) {
        (self.state, self.place, self.holder, self.from) = (state, place, holder, from)
    }
}

/// How many.
public struct Figure: Sendable, Equatable {
    /// What is counted.
    public enum Measure: String, Codable, Sendable, CaseIterable {
        case displaced, returnees, killed, wounded, captured, missing, fighters, besieged, households, area
    }

    /// What is counted.
    public var measure: Measure
    /// The least that the text allows, in ``unit``; nil for a mere ceiling.
    public var low: Double?
    /// The most that the text allows, in ``unit``; nil for a mere floor.
    public var high: Double?
    /// True for a rounded or vague count.
    public var approximate: Bool
    /// "persons", "families", "km2".
    public var unit: String?
    /// Who was counted ("civilians"), as the text spells it.
    public var group: String?
    /// Where they were counted.
    public var place: Place?
    /// True where it is a running total.
    public var cumulative: Bool?

    /// A count between `low` and `high`, both inclusive.
    public init(measure: Measure, low: Double?, high: Double?, approximate: Bool = false) {
        (self.measure, self.low, self.high, self.approximate) = (measure, low, high, approximate)
    }
}

/// Who stands with or against whom.
public struct Relation: Sendable, Equatable {
    /// How one party stands to another.
    public enum Bond: String, Codable, Sendable, CaseIterable {
        case backed, ally, coalition, partOf = "part_of", opposes
    }

    /// How ``actor`` stands to ``target``.
    public var bond: Bond
    /// The supporter.
    public var actor: Actor
    /// The supported.
    public var target: Actor

    /// A bond of `actor` to `target`; for `opposes`, `ally` and `coalition` the order is the text's.
    public init(bond: Bond, actor: Actor, target: Actor) {
        (self.bond, self.actor, self.target) = (bond, actor, target)
    }
}
