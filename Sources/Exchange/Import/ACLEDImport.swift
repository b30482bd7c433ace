import Record

/// ACLED's rows as claims: the event of its sub-event type, or the change of hands, with ACLED's own precision of time
/// and place. What a claim has no room for (associated actors, scale of the source, third division) stays in the row's
/// bytes, which the ledger keeps.
enum ACLEDImport: RowImport {
    static let columns: Set<String> = ["event_id_cnty", "event_date", "sub_event_type"]

    static func record(_ row: ImportRow) throws -> RowRecord {
        guard let id = row.identity("event_id_cnty"), let sub = row.text("sub_event_type") else {
            throw ImportError("\(row.position): event_id_cnty and sub_event_type must not be empty")
        }
        let cited = row.text("source")
        let modality: Modality = row.text("tags") == "claimed by a party" ? .claimed : .asserted
        let claim = Claim(row: try content(row, sub), modality: modality, cited: cited, when: try when(row))
        return RowRecord(
            id: id, text: row.fields["notes"] ?? "", known: try known(row), publisher: nil, url: nil, claims: [claim])
    }

    /// The time stamp is a date in our files and seconds since 1970 in ACLED's.
    private static func known(_ row: ImportRow) throws -> PartialDate? {
        if let seconds = row.text("timestamp").flatMap(Int.init), seconds > 9999 {
            return PartialDate(daysSince1970: seconds / 86_400)
        }
        return try row.date("timestamp") ?? row.date("event_date")
    }

    private static func content(_ row: ImportRow, _ sub: String) throws -> Claim.Content {
        let place = try place(row)
        let (first, second) = (actor(row, "actor1", "inter1"), actor(row, "actor2", "inter2"))
        if let place, ["Government regains territory", "Non-state actor overtakes territory"].contains(sub) {
            return .control(Control(state: .captured, place: place, holder: first, from: second))
        }
        var event = Event(type: types[sub] ?? .other, actor: first, target: second, place: place)
        event.codes.acled = sub
        if let dead = try row.whole("fatalities"), dead > 0 { event.fatalities = Quantity(low: dead, high: dead) }
        return .event(event)
    }

    private static func when(_ row: ImportRow) throws -> TimeSpan? {
        guard let day = try row.date("event_date", "iso_date") else { return nil }
        switch try row.whole("time_precision") ?? 1 {
        case 2: return TimeSpan(start: day, end: day.adding(days: 6), precision: .week)
        case 3: return PartialDate(year: day.year, month: day.month).map { TimeSpan($0) }
        default: return TimeSpan(day)
        }
    }

    private static func place(_ row: ImportRow) throws -> Place? {
        guard let name = row.text("location") else { return nil }
        var place = Place(name: name)
        (place.resolved, place.admin1, place.admin2) = (name, row.text("admin1"), row.text("admin2"))
        place.country = row.text("country").flatMap(Country.code)
        (place.latitude, place.longitude) = (try row.number("latitude"), try row.number("longitude"))
        switch try row.whole("geo_precision") ?? 1 {
        case 2: (place.kind, place.modifier) = (.settlement, .near)
        case 3: place.kind = .admin1
        default: place.kind = .settlement
        }
        return place
    }

    private static func actor(_ row: ImportRow, _ name: String, _ inter: String) -> Actor? {
        guard let text = row.text(name) else { return nil }
        return Actor(name: text, kind: row.text(inter).flatMap { kinds[$0] } ?? .unknown)
    }

    /// By ACLED's words, and by the numbers that it used before 2024.
    private static let kinds: [String: Actor.Kind] = [
        "State forces": .stateForce, "Rebel group": .rebel, "Political militia": .militia,
        "Identity militia": .militia, "Rioters": .civilians, "Protesters": .civilians, "Civilians": .civilians,
        "External/Other forces": .coalition, "1": .stateForce, "2": .rebel, "3": .militia, "4": .militia,
        "5": .civilians, "6": .civilians, "7": .civilians, "8": .coalition,
    ]

    /// The first type of each sub-event in the order of ``Record/EventType``.
    private static let types: [String: EventType] = {
        var types: [String: EventType] = [:]
        for type in EventType.allCases {
            if let sub = type.codes.acled, types[sub] == nil { types[sub] = type }
        }
        types["Other"] = .other
        types["Excessive force against protesters"] = .excessiveForceAgainstProtesters
        return types
    }()
}

extension Place.Modifier {
    /// Near the place: what another data set's precision says.
    static let near = Place.Modifier(text: "near")
}
