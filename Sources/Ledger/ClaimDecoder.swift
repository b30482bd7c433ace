import Record

extension ClaimCodec {
    static func decode(_ bytes: UnsafeRawBufferPointer) throws -> Claim {
        var box = ByteReader(bytes)
        box.version = try box.byte()
        guard box.version == version || box.version == 1 else { throw ByteReader.broken }
        let id = try box.string()
        let evidence = try box.range()
        let trigger = try box.range()
        let modality = try box.word(Modality.self)
        let attribution = try box.optional {
            Attribution(name: try $0.string(), id: try $0.optionalString(), kind: try $0.word(Attribution.Kind.self))
        }
        let when = try box.optional {
            TimeSpan(
                start: try $0.date(), end: try $0.date(), precision: try $0.word(Precision.self),
                text: try $0.optionalString())
        }
        let background = try box.flag()
        let confidence = try box.double()
        let rule = try box.string()
        let content: Claim.Content =
            switch try box.word(Claim.Kind.self) {
            case .event: .event(try event(&box))
            case .control: .control(try control(&box))
            case .figure: .figure(try figure(&box))
            case .relation:
                .relation(
                    Relation(bond: try box.word(Relation.Bond.self), actor: try actor(&box), target: try actor(&box)))
            }
        return Claim(
            id: id, content: content, evidence: evidence, trigger: trigger, modality: modality,
            attribution: attribution, when: when, background: background, confidence: confidence, rule: rule)
    }

    private static func event(_ box: inout ByteReader) throws -> Event {
        var event = Event(type: try box.word(EventType.self))
        event.actor = try box.optional(actor)
        event.target = try box.optional(actor)
        event.place = try box.optional(place)
        event.origin = try box.optional(place)
        event.destination = try box.optional(place)
        event.weapon = try box.optionalString()
        event.fatalities = try box.optional(quantity)
        event.wounded = try box.optional(quantity)
        event.codes.acled = try box.optionalString()
        event.codes.plover = try box.optionalString()
        event.codes.ploverMode = try box.optionalString()
        event.codes.cameo = try box.optionalString()
        return event
    }

    private static func control(_ box: inout ByteReader) throws -> Control {
        var control = Control(state: try box.word(Control.State.self), place: try place(&box))
        control.holder = try box.optional(actor)
        control.from = try box.optional(actor)
        control.holders = try box.optional { try $0.list(actor) }
        control.besieger = try box.optional(actor)
        control.until = try box.date()
        return control
    }

    private static func figure(_ box: inout ByteReader) throws -> Figure {
        var figure = Figure(
            measure: try box.word(Figure.Measure.self), low: try box.optional { try $0.double() },
            high: try box.optional { try $0.double() }, approximate: try box.flag())
        figure.unit = try box.optionalString()
        figure.group = try box.optionalString()
        figure.place = try box.optional(place)
        figure.cumulative = try box.optional { try $0.flag() }
        return figure
    }

    static func actor(_ box: inout ByteReader) throws -> Actor {
        Actor(
            name: try box.string(), id: try box.optionalString(),
            aliases: try box.optional { try $0.list { try $0.string() } }, kind: try box.word(Actor.Kind.self),
            country: try box.optionalString(), side: box.version > 1 ? try box.optionalString() : nil)
    }

    private static func quantity(_ box: inout ByteReader) throws -> Quantity {
        Quantity(
            low: try box.optional { try $0.integer() }, high: try box.optional { try $0.integer() },
            approximate: try box.optional { try $0.flag() }, group: try box.optionalString())
    }

    static func place(_ box: inout ByteReader) throws -> Place {
        let range = try box.optional { try $0.range() }
        var place = Place(name: try box.string(), range: range)
        place.resolved = try box.optionalString()
        place.id = try box.optionalString()
        place.kind = try box.optionalWord(Place.Kind.self)
        place.country = try box.optionalString()
        place.admin1 = try box.optionalString()
        place.admin2 = try box.optionalString()
        place.latitude = try box.optional { try $0.double() }
        place.longitude = try box.optional { try $0.double() }
        place.confidence = try box.optional { try $0.double() }
        place.metonymic = try box.optional { try $0.flag() }
        place.modifier = try box.optional {
            Place.Modifier(
                text: try $0.string(), direction: try $0.optionalString(),
                distance: try $0.optional { try $0.double() },
                latitude: try $0.optional { try $0.double() }, longitude: try $0.optional { try $0.double() })
        }
        place.scope = try box.optionalString().flatMap(Place.Scope.init)
        place.share = try box.optional { try $0.double() }
        return place
    }
}
