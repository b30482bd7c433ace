import Record

/// ACLED's 31 columns: what happened, on a day, at a place; never what is denied, pledged or expected.
///
/// Dates as ACLED prints them ("03 November 2017"); `time_precision` 1 day, 2 week, 3 month; `geo_precision` 1 the
/// place, 2 a place near it or a district, 3 a province.
struct ACLED: RecordWriter {
    static let columns = [
        "event_id_cnty", "event_date", "year", "time_precision", "disorder_type", "event_type", "sub_event_type",
        "actor1", "assoc_actor_1", "inter1", "actor2", "assoc_actor_2", "inter2", "interaction", "civilian_targeting",
        "iso", "region", "country", "admin1", "admin2", "admin3", "location", "latitude", "longitude", "geo_precision",
        "source", "source_scale", "notes", "fatalities", "tags", "timestamp",
    ]

    var head: String { Bytes.text { $0.row(Self.columns) } }

    func write(_ released: ReleasedClaim, to out: inout Bytes) -> Bool {
        let claim = released.claim
        guard claim.modality.isFactual, let sub = released.codes.acled, let place = claim.place,
            let (day, _) = released.days, let when = claim.when, when.precision != .year,
            let (event, disorder) = Self.kinds[sub]
        else { return false }
        let country = place.country.flatMap { Country.byCode[$0] }
        let first = released.first
        let second = released.second
        let inter1 = Self.inter(first, in: place.country)
        let inter2 = Self.inter(second, in: place.country)
        let civilians = second?.kind == .civilians
        let source = released.sources.joined(separator: "; ")
        let cells: [String] = [
            released.recordID, Self.date(day), String(day.year), Self.timePrecision(when.precision), disorder, event,
            sub,
            Self.name(first), "", inter1, Self.name(second), "", inter2,
            [inter1, inter2].filter { !$0.isEmpty }.joined(separator: "-"), civilians ? "Civilian targeting" : "",
            country.map { String($0.number) } ?? "", country?.region ?? "", country?.name ?? "", place.admin1 ?? "",
            place.admin2 ?? "", "", place.resolved ?? place.name, Cell.degrees(released.point?.latitude),
            Cell.degrees(released.point?.longitude), Self.geoPrecision(released, place),
            source.isEmpty ? released.report : source, "", released.sentence ?? "",
            released.suppressed ? "" : String(released.fatalities?.low ?? 0),
            claim.modality == .claimed ? "claimed by a party" : "",
            released.known.description,
        ]
        out.row(cells)
        return true
    }

    static func date(_ day: PartialDate) -> String {
        let number = day.day ?? 1
        return "\(number < 10 ? "0" : "")\(number) \(months[(day.month ?? 1) - 1]) \(day.year)"
    }

    static let months = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
    ]

    private static func timePrecision(_ precision: Precision) -> String {
        switch precision {
        case .day: "1"
        case .week, .span: "2"
        case .month, .year: "3"
        }
    }

    private static func geoPrecision(_ released: ReleasedClaim, _ place: Place) -> String {
        if released.precision != "exact" { return released.precision == "admin2" ? "2" : "3" }
        switch place.kind {
        case .settlement, .neighbourhood, .facility, .camp: return place.modifier == nil ? "1" : "2"
        case .admin2, .admin3, .water, .physical, .road: return "2"
        default: return "3"
        }
    }

    private static func name(_ actor: Actor?) -> String {
        guard let actor else { return "" }
        return actor.aliases?.first ?? actor.name
    }

    /// ACLED's kinds of actor; soldiers outside their own country are external.
    static func inter(_ actor: Actor?, in country: String?) -> String {
        guard let actor else { return "" }
        switch actor.kind {
        case .stateForce, .police, .government:
            return actor.country == nil || country == nil || actor.country == country
                ? "State forces" : "External/Other forces"
        case .coalition, .un, .ngo, .media: return "External/Other forces"
        case .rebel, .jihadist: return "Rebel group"
        case .militia: return "Political militia"
        case .civilians, .person: return "Civilians"
        case .unknown: return ""
        }
    }

    /// Event type and disorder type by sub-event type.
    static let kinds: [String: (String, String)] = {
        let political = "Political violence"
        let battles = ("Battles", political)
        let remote = ("Explosions/Remote violence", political)
        let civilians = ("Violence against civilians", political)
        let strategic = ("Strategic developments", "Strategic developments")
        let protests = ("Protests", "Demonstrations")
        return [
            "Government regains territory": battles, "Non-state actor overtakes territory": battles,
            "Armed clash": battles, "Chemical weapon": remote, "Air/drone strike": remote, "Suicide bomb": remote,
            "Shelling/artillery/missile attack": remote, "Remote explosive/landmine/IED": remote, "Grenade": remote,
            "Sexual violence": civilians, "Attack": civilians, "Abduction/forced disappearance": civilians,
            "Excessive force against protesters": ("Protests", "Political violence; Demonstrations"),
            "Peaceful protest": protests, "Protest with intervention": protests,
            "Violent demonstration": ("Riots", "Demonstrations"), "Mob violence": ("Riots", political),
            "Agreement": strategic, "Arrests": strategic, "Change to group/activity": strategic,
            "Disrupted weapons use": strategic, "Headquarters or base established": strategic,
            "Looting/property destruction": strategic, "Non-violent transfer of territory": strategic,
            "Other": strategic,
        ]
    }()
}
