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

    public init(
        id: String, content: Content, evidence: TextRange, trigger: TextRange, modality: Modality,
        attribution: Attribution? = nil, when: TimeSpan? = nil, background: Bool = false, confidence: Double,
        rule: String
    ) {
        (self.id, self.content, self.evidence, self.trigger) = (id, content, evidence, trigger)
        (self.modality, self.attribution, self.when) = (modality, attribution, when)
        (self.background, self.confidence, self.rule) = (background, confidence, rule)
    }

    /// The four kinds of claim.
    public enum Content: Sendable, Equatable {
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
    public var low: Int?
    public var high: Int?
    public var approximate: Bool?
    /// Who was counted ("civilians", "three children"), as the text spells it.
    public var group: String?

    public init(low: Int?, high: Int?, approximate: Bool? = nil, group: String? = nil) {
        (self.low, self.high, self.approximate, self.group) = (low, high, approximate, group)
    }
}

/// Who did what to whom, where.
public struct Event: Sendable, Equatable {
    public var type: EventType
    public var actor: Actor?
    public var target: Actor?
    public var place: Place?
    /// Movements only.
    public var origin: Place?
    /// Movements only.
    public var destination: Place?
    public var weapon: String?
    public var fatalities: Quantity?
    public var wounded: Quantity?
    public var codes: EventCodes

    /// An event with the codes of its type.
    public init(type: EventType, actor: Actor? = nil, target: Actor? = nil, place: Place? = nil) {
        (self.type, self.actor, self.target, self.place) = (type, actor, target, place)
        codes = type.codes
    }
}

/// Who holds a place.
public struct Control: Sendable, Equatable {
    public enum State: String, Codable, Sendable, CaseIterable {
        case captured, held, lost, contested, divided, besieged
    }

    public var state: State
    public var place: Place
    /// Who took or holds it; for lost who lost it; for besieged who is inside; nil for contested and divided.
    public var holder: Actor?
    /// For captured: who lost it.
    public var from: Actor?
    /// Contested or divided: the sides.
    public var holders: [Actor]?
    public var besieger: Actor?
    /// When the state ended (a siege broken).
    public var until: PartialDate?

    public init(state: State, place: Place, holder: Actor? = nil, from: Actor? = nil) {
        (self.state, self.place, self.holder, self.from) = (state, place, holder, from)
    }
}

/// How many.
public struct Figure: Sendable, Equatable {
    public enum Measure: String, Codable, Sendable, CaseIterable {
        case displaced, returnees, killed, wounded, captured, missing, fighters, besieged, households, area
    }

    public var measure: Measure
    public var low: Double?
    public var high: Double?
    public var approximate: Bool
    /// "persons", "families", "km2".
    public var unit: String?
    public var group: String?
    public var place: Place?
    /// True where it is a running total.
    public var cumulative: Bool?

    public init(measure: Measure, low: Double?, high: Double?, approximate: Bool = false) {
        (self.measure, self.low, self.high, self.approximate) = (measure, low, high, approximate)
    }
}

/// Who stands with or against whom.
public struct Relation: Sendable, Equatable {
    public enum Bond: String, Codable, Sendable, CaseIterable {
        case backed, ally, coalition, partOf = "part_of", opposes
    }

    public var bond: Bond
    /// The supporter.
    public var actor: Actor
    /// The supported.
    public var target: Actor

    public init(bond: Bond, actor: Actor, target: Actor) {
        (self.bond, self.actor, self.target) = (bond, actor, target)
    }
}
