import Record

/// UCDP GED's columns: an event is one that killed somebody, between two sides or one side and civilians.
///
/// The numbers that UCDP gives to conflicts, dyads and actors are its own and stay empty; names are ours.
struct UCDPEvents: RecordWriter {
    static let columns = [
        "id", "relid", "year", "active_year", "code_status", "type_of_violence", "conflict_dset_id", "conflict_new_id",
        "conflict_name", "dyad_dset_id", "dyad_new_id", "dyad_name", "side_a_dset_id", "side_a_new_id", "side_a",
        "side_b_dset_id", "side_b_new_id", "side_b", "number_of_sources", "source_article", "source_office",
        "source_date", "source_headline", "source_original", "where_prec", "where_coordinates", "where_description",
        "adm_1", "adm_2", "latitude", "longitude", "geom_wkt", "priogrid_gid", "country", "country_id", "region",
        "event_clarity", "date_prec", "date_start", "date_end", "deaths_a", "deaths_b", "deaths_civilians",
        "deaths_unknown", "best", "high", "low", "gwnoa", "gwnob",
    ]

    var head: String { Bytes.text { $0.row(Self.columns) } }

    func write(_ released: ReleasedClaim, to out: inout Bytes) -> Bool {
        let claim = released.claim
        guard claim.modality.isFactual, let dead = released.fatalities, let low = dead.low ?? dead.high, low > 0,
            let (first, last) = released.days, let place = claim.place
        else { return false }
        let high = dead.high ?? low
        let country = place.country.flatMap { Country.byCode[$0] }
        let (a, b) = (released.first, released.second)
        let deaths = Self.deaths(low, among: dead.group, target: b)
        let (latitude, longitude) = (Cell.degrees(released.point?.latitude), Cell.degrees(released.point?.longitude))
        let sides = [a?.shownName, b?.shownName]
        let cells: [String] = [
            released.recordID, "", String(first.year), "", "", Self.violence(a, b, civilians: deaths.civilians > 0), "",
            "",
            "", "", "", sides.map { $0 ?? "Unknown" }.joined(separator: " - "), "", "", a?.shownName ?? "", "", "",
            deaths.civilians > 0 && b == nil ? "Civilians" : b?.shownName ?? "", "1",
            [released.outlet, released.known.description, released.sentence].compactMap { $0 }
                .joined(separator: ","),
            released.outlet ?? "", released.known.description, "", released.attribution?.name ?? "",
            Self.wherePrecision(released, place), place.resolved ?? place.name, place.modifier?.text ?? "",
            place.admin1 ?? "", place.admin2 ?? "", latitude, longitude,
            released.point == nil ? "" : "POINT (\(longitude) \(latitude))",
            released.point.map { String(Self.grid($0.latitude, $0.longitude)) } ?? "", country?.name ?? "", "",
            country?.region ?? "", first == last ? "1" : "2", Self.datePrecision(claim), first.description,
            last.description, String(deaths.a), String(deaths.b), String(deaths.civilians), String(deaths.unknown),
            String(low), String(max(low, high)), String(low), "", "",
        ]
        out.row(cells)
        return true
    }

    /// 1 state-based, 2 non-state, 3 one-sided.
    static func violence(_ a: Actor?, _ b: Actor?, civilians: Bool) -> String {
        if civilians || b?.kind == .civilians || b?.kind == .person { return "3" }
        let states: Set<Actor.Kind> = [.stateForce, .government, .police, .coalition]
        return [a, b].contains { $0.map { states.contains($0.kind) } ?? false } ? "1" : "2"
    }

    /// Whom the dead belong to: by the words of the count, else by the target; never guessed.
    static func deaths(_ count: Int, among group: String?, target: Actor?)
        -> (a: Int, b: Int, civilians: Int, unknown: Int)
    {
        let words = Set((group ?? "").lowercased().split { !$0.isLetter }.map(String.init))
        let civil: Set = ["civilian", "civilians", "children", "child", "women", "woman", "residents"]
        if !words.isDisjoint(with: civil) { return (0, 0, count, 0) }
        guard let target else { return (0, 0, 0, count) }
        switch target.kind {
        case .civilians: return (0, 0, count, 0)
        case .stateForce, .rebel, .militia, .jihadist, .coalition, .police:
            let armed: Set = ["fighters", "fighter", "soldiers", "soldier", "militants", "troops", "rebels", "gunmen"]
            return group == nil || !words.isDisjoint(with: armed) ? (0, count, 0, 0) : (0, 0, 0, count)
        default: return (0, 0, 0, count)
        }
    }

    /// The number of PRIO-GRID's cell of half a degree.
    static func grid(_ latitude: Double, _ longitude: Double) -> Int {
        let row = min(359, max(0, Int(((latitude + 90) / 0.5).rounded(.down))))
        let column = min(719, max(0, Int(((longitude + 180) / 0.5).rounded(.down))))
        return row * 720 + column + 1
    }

    /// 1 exact, 2 near, 3 second-level division, 4 first-level division, 5 a river or region, 6 the country.
    static func wherePrecision(_ released: ReleasedClaim, _ place: Place) -> String {
        switch released.precision {
        case "exact": break
        case "admin2": return place.kind == .admin2 ? "3" : "4"
        case "country": return "6"
        default: return "4"
        }
        switch place.kind {
        case .settlement, .neighbourhood, .facility, .camp: return place.modifier == nil ? "1" : "2"
        case .road: return "2"
        case .admin2, .admin3: return "3"
        case .admin1: return "4"
        case .water, .physical, .region: return "5"
        case .country, nil: return "6"
        }
    }

    /// 1 day, 2 two to six days, 3 a week, 4 a month, 5 longer.
    static func datePrecision(_ claim: Claim) -> String {
        switch claim.when?.precision {
        case .day: "1"
        case .span: "2"
        case .week: "3"
        case .month: "4"
        case .year, nil: "5"
        }
    }
}

extension Actor {
    /// The lexicon's own name, else what the text says.
    var shownName: String { aliases?.first ?? name }
}
