import Record

/// GDELT 2.0's 61 tab-separated columns without a header, with CAMEO codes.
///
/// What Dateline does not measure stays empty: tone, ethnic and religious codes, and GDELT's own ids.
struct GDELT: RecordWriter {
    static let columns: [String] = {
        let actor = ["Code", "Name", "CountryCode", "KnownGroupCode", "EthnicCode", "Religion1Code", "Religion2Code"]
        let types = ["Type1Code", "Type2Code", "Type3Code"]
        let place = [
            "Type", "FullName", "CountryCode", "ADM1Code", "ADM2Code", "Lat", "Long", "FeatureID",
        ]
        let head = ["GLOBALEVENTID", "SQLDATE", "MonthYear", "Year", "FractionDate"]
        let middle = [
            "IsRootEvent", "EventCode", "EventBaseCode", "EventRootCode", "QuadClass", "GoldsteinScale", "NumMentions",
            "NumSources", "NumArticles", "AvgTone",
        ]
        let actors = ["Actor1", "Actor2"].flatMap { name in (actor + types).map { name + $0 } }
        let places = ["Actor1Geo_", "Actor2Geo_", "ActionGeo_"].flatMap { name in place.map { name + $0 } }
        return head + actors + middle + places + ["DATEADDED", "SOURCEURL"]
    }()

    func write(_ released: ReleasedClaim, to out: inout Bytes) -> Bool {
        let claim = released.claim
        guard let code = released.codes.cameo, code.count >= 2, let (day, _) = released.days,
            claim.modality.isFactual
        else { return false }
        let root = String(code.prefix(2))
        let base = String(code.prefix(3))
        let date = Self.digits(day)
        let length = PartialDate.days(in: 2, of: day.year) == 29 ? 366.0 : 365.0
        let fraction = Double(day.firstDay - (PartialDate(year: day.year)?.firstDay ?? day.firstDay)) / length
        let head = [
            released.recordID, date, String(date.prefix(6)), String(day.year),
            Cell.number(((Double(day.year) + fraction) * 10_000).rounded() / 10_000),
        ]
        let empty = [String](repeating: "", count: 8)
        let middle = [
            "1", code, base, root, Self.quad(root), Self.goldstein[root].map(Cell.number) ?? "", "1", "1", "1", "",
        ]
        let cells =
            head + Self.actor(released.first) + Self.actor(released.second) + middle + empty + empty
            + Self.place(claim.place, released.point) + [Self.digits(released.known) + "000000", released.address]
        out.tabs(cells)
        return true
    }

    static func digits(_ date: PartialDate) -> String {
        PartialDate(daysSince1970: date.firstDay).description.replacing("-", with: "")
    }

    private static func actor(_ actor: Actor?) -> [String] {
        guard let actor else { return [String](repeating: "", count: 10) }
        let type = types[actor.kind] ?? ""
        let name = actor.shownName.uppercased()
        return [type, name, "", actor.id ?? "", "", "", "", type, "", ""]
    }

    /// CAMEO's role codes.
    private static let types: [Actor.Kind: String] = [
        .stateForce: "MIL", .rebel: "REB", .militia: "UAF", .jihadist: "INS", .coalition: "MNC", .police: "COP",
        .government: "GOV", .civilians: "CVL", .un: "IGO", .ngo: "NGO", .media: "MED",
    ]

    private static func place(_ place: Place?, _ point: (latitude: Double, longitude: Double)?) -> [String] {
        guard let place else { return [String](repeating: "", count: 8) }
        let type =
            switch place.kind {
            case .country: "1"
            case .admin1: "5"
            default: "4"
            }
        let name = [place.resolved ?? place.name, place.admin1, place.country.flatMap { Country.byCode[$0]?.name }]
            .compactMap { $0 }.joined(separator: ", ")
        return [
            type, name, place.country ?? "", "", "", Cell.degrees(point?.latitude), Cell.degrees(point?.longitude),
            place.id ?? "",
        ]
    }

    /// 1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict.
    static func quad(_ root: String) -> String {
        switch Int(root) ?? 0 {
        case 1...5: "1"
        case 6...8: "2"
        case 9...13: "3"
        default: "4"
        }
    }

    /// Goldstein's scale for the root categories of CAMEO.
    static let goldstein: [String: Double] = [
        "01": 0, "02": 3, "03": 4, "04": 1, "05": 3.5, "06": 6, "07": 7, "08": 5, "09": -2, "10": -5, "11": -2,
        "12": -4, "13": -4.4, "14": -6.5, "15": -7.2, "16": -4, "17": -7, "18": -9, "19": -10, "20": -10,
    ]
}
