/// SCHEMA.md's flat form: the keys that every claim has and those of its kind in one object.
extension Claim: Codable {
    private enum Key: String, CodingKey {
        case id, kind, evidence, trigger, modality, attributedTo = "attributed_to", when, background, confidence, rule
        case type, actor, target, place, origin, destination, weapon, fatalities, wounded, codes
        case state, holder, from, holders, besieger, until
        case measure, low, high, approximate, unit, group, cumulative
        case relation
    }

    /// Writes the keys that every claim has, then those of its kind.
    public func encode(to encoder: any Encoder) throws {
        var box = encoder.container(keyedBy: Key.self)
        try box.encode(id, forKey: .id)
        try box.encode(kind, forKey: .kind)
        try box.encode(evidence, forKey: .evidence)
        try box.encode(trigger, forKey: .trigger)
        try box.encode(modality, forKey: .modality)
        try box.encodeIfPresent(attribution, forKey: .attributedTo)
        try box.encodeIfPresent(when, forKey: .when)
        try box.encode(background, forKey: .background)
        try box.encode(confidence, forKey: .confidence)
        try box.encode(rule, forKey: .rule)
        switch content {
        case .event(let event): try Self.encode(event, to: &box)
        case .control(let control): try Self.encode(control, to: &box)
        case .figure(let figure): try Self.encode(figure, to: &box)
        case .relation(let relation):
            try box.encode(relation.bond, forKey: .relation)
            try box.encode(relation.actor, forKey: .actor)
            try box.encode(relation.target, forKey: .target)
        }
    }

    private static func encode(_ event: Event, to box: inout KeyedEncodingContainer<Key>) throws {
        try box.encode(event.type, forKey: .type)
        try box.encodeIfPresent(event.actor, forKey: .actor)
        try box.encodeIfPresent(event.target, forKey: .target)
        try box.encodeIfPresent(event.place, forKey: .place)
        try box.encodeIfPresent(event.origin, forKey: .origin)
        try box.encodeIfPresent(event.destination, forKey: .destination)
        try box.encodeIfPresent(event.weapon, forKey: .weapon)
        try box.encodeIfPresent(event.fatalities, forKey: .fatalities)
        try box.encodeIfPresent(event.wounded, forKey: .wounded)
        try box.encode(event.codes, forKey: .codes)
    }

    private static func encode(_ control: Control, to box: inout KeyedEncodingContainer<Key>) throws {
        try box.encode(control.state, forKey: .state)
        try box.encode(control.place, forKey: .place)
        try box.encodeIfPresent(control.holder, forKey: .holder)
        try box.encodeIfPresent(control.from, forKey: .from)
        try box.encodeIfPresent(control.holders, forKey: .holders)
        try box.encodeIfPresent(control.besieger, forKey: .besieger)
        try box.encodeIfPresent(control.until, forKey: .until)
    }

    private static func encode(_ figure: Figure, to box: inout KeyedEncodingContainer<Key>) throws {
        try box.encode(figure.measure, forKey: .measure)
        try box.encodeIfPresent(figure.low, forKey: .low)
        try box.encodeIfPresent(figure.high, forKey: .high)
        try box.encode(figure.approximate, forKey: .approximate)
        try box.encodeIfPresent(figure.unit, forKey: .unit)
        try box.encodeIfPresent(figure.group, forKey: .group)
        try box.encodeIfPresent(figure.place, forKey: .place)
        try box.encodeIfPresent(figure.cumulative, forKey: .cumulative)
    }

    /// Reads what ``encode(to:)`` writes; unknown keys are left out.
    public init(from decoder: any Decoder) throws {
        let box = try decoder.container(keyedBy: Key.self)
        id = try box.decode(String.self, forKey: .id)
        evidence = try box.decode(TextRange.self, forKey: .evidence)
        trigger = try box.decode(TextRange.self, forKey: .trigger)
        modality = try box.decode(Modality.self, forKey: .modality)
        attribution = try box.decodeIfPresent(Attribution.self, forKey: .attributedTo)
        when = try box.decodeIfPresent(TimeSpan.self, forKey: .when)
        background = try box.decodeIfPresent(Bool.self, forKey: .background) ?? false
        confidence = try box.decode(Double.self, forKey: .confidence)
        rule = try box.decode(String.self, forKey: .rule)
        switch try box.decode(Kind.self, forKey: .kind) {
        case .event: content = .event(try Self.event(box))
        case .control: content = .control(try Self.control(box))
        case .figure: content = .figure(try Self.figure(box))
        case .relation:
            content = .relation(
                Relation(
                    bond: try box.decode(Relation.Bond.self, forKey: .relation),
                    actor: try box.decode(Actor.self, forKey: .actor),
                    target: try box.decode(Actor.self, forKey: .target)))
        }
    }

    private static func event(_ box: KeyedDecodingContainer<Key>) throws -> Event {
        var event = Event(type: try box.decode(EventType.self, forKey: .type))
        event.actor = try box.decodeIfPresent(Actor.self, forKey: .actor)
        event.target = try box.decodeIfPresent(Actor.self, forKey: .target)
        event.place = try box.decodeIfPresent(Place.self, forKey: .place)
        event.origin = try box.decodeIfPresent(Place.self, forKey: .origin)
        event.destination = try box.decodeIfPresent(Place.self, forKey: .destination)
        event.weapon = try box.decodeIfPresent(String.self, forKey: .weapon)
        event.fatalities = try box.decodeIfPresent(Quantity.self, forKey: .fatalities)
        event.wounded = try box.decodeIfPresent(Quantity.self, forKey: .wounded)
        if let codes = try box.decodeIfPresent(EventCodes.self, forKey: .codes) { event.codes = codes }
        return event
    }

    private static func control(_ box: KeyedDecodingContainer<Key>) throws -> Control {
        var control = Control(
            state: try box.decode(Control.State.self, forKey: .state),
            place: try box.decode(Place.self, forKey: .place))
        control.holder = try box.decodeIfPresent(Actor.self, forKey: .holder)
        control.from = try box.decodeIfPresent(Actor.self, forKey: .from)
        control.holders = try box.decodeIfPresent([Actor].self, forKey: .holders)
        control.besieger = try box.decodeIfPresent(Actor.self, forKey: .besieger)
        control.until = try box.decodeIfPresent(PartialDate.self, forKey: .until)
        return control
    }

    private static func figure(_ box: KeyedDecodingContainer<Key>) throws -> Figure {
        var figure = Figure(
            measure: try box.decode(Figure.Measure.self, forKey: .measure),
            low: try box.decodeIfPresent(Double.self, forKey: .low),
            high: try box.decodeIfPresent(Double.self, forKey: .high),
            approximate: try box.decodeIfPresent(Bool.self, forKey: .approximate) ?? false)
        figure.unit = try box.decodeIfPresent(String.self, forKey: .unit)
        figure.group = try box.decodeIfPresent(String.self, forKey: .group)
        figure.place = try box.decodeIfPresent(Place.self, forKey: .place)
        figure.cumulative = try box.decodeIfPresent(Bool.self, forKey: .cumulative)
        return figure
    }
}
