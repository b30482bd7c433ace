import Record

/// UCDP GED's rows as claims: an event with its dead, `low` to `high`, with UCDP's own precision of time and place.
/// `best`, the conflict's and dyad's numbers and the dead of each side stay in the row's bytes, which the ledger keeps.
enum UCDPImport: RowImport {
    static let columns: Set<String> = ["type_of_violence", "date_start", "best", "where_prec"]

    static func record(_ row: ImportRow) throws -> RowRecord {
        guard let id = row.identity("id"), let start = try row.date("date_start") else {
            throw ImportError("\(row.position): id and date_start must not be empty")
        }
        let end = try row.date("date_end") ?? start
        let violence = try row.whole("type_of_violence") ?? 2
        var event = Event(
            type: violence == 3 ? .attack : .armedClash, actor: side(row.text("side_a"), isState: violence == 1),
            target: side(row.text("side_b"), isState: false), place: try place(row))
        event.fatalities = try dead(row)
        let when = try when(start, end, precision: row.whole("date_prec") ?? 1)
        return RowRecord(
            id: id, text: words(row), known: try published(row) ?? end, publisher: row.text("source_office"), url: nil,
            claims: [Claim(row: .event(event), cited: row.text("source_original"), when: when)])
    }

    /// The headline, else what the article's field has after source and date.
    private static func words(_ row: ImportRow) -> String {
        if let headline = row.text("source_headline") { return headline }
        let parts = (row.fields["source_article"] ?? "").split(
            separator: ",", maxSplits: 2, omittingEmptySubsequences: false)
        return parts.count == 3 ? String(parts[2]) : ""
    }

    /// The first of the dates of the sources, which are apart by semicolons.
    private static func published(_ row: ImportRow) throws -> PartialDate? {
        row.text("source_date")?.split(separator: ";").first.flatMap { PartialDate(String($0).trimmed) }
    }

    private static func when(_ start: PartialDate, _ end: PartialDate, precision: Int) throws -> TimeSpan {
        switch precision {
        case 1: TimeSpan(start: start, end: end, precision: .day)
        case 3: TimeSpan(start: start, end: end, precision: .week)
        case 4: TimeSpan(start: start, end: end, precision: .month)
        case 5: TimeSpan(start: start, end: end, precision: .year)
        default: TimeSpan(start: start, end: end, precision: .span)
        }
    }

    private static func dead(_ row: ImportRow) throws -> Quantity? {
        guard let low = try row.whole("low") ?? row.whole("best") else { return nil }
        let high = try row.whole("high") ?? low
        let civilians = try row.whole("deaths_civilians") ?? 0
        let known = try ["deaths_a", "deaths_b", "deaths_civilians"].map { try row.whole($0) ?? 0 }.reduce(0, +)
        let group = civilians > 0 && civilians == known ? "civilians" : known == 0 ? "people" : nil
        return Quantity(low: low, high: high, group: group)
    }

    private static func side(_ name: String?, isState: Bool) -> Actor? {
        guard let name, name != "Unknown" else { return nil }
        if name.hasPrefix("Government of ") {
            return Actor(name: name, kind: .government, country: Country.code(String(name.dropFirst(14))))
        }
        if name == "Civilians" { return Actor(name: name, kind: .civilians) }
        return Actor(name: name, kind: isState ? .stateForce : .rebel)
    }

    private static func place(_ row: ImportRow) throws -> Place? {
        guard let name = row.text("where_coordinates") else { return nil }
        var place = Place(name: name)
        (place.resolved, place.admin1, place.admin2) = (name, row.text("adm_1"), row.text("adm_2"))
        place.country = row.text("country").flatMap(Country.code)
        (place.latitude, place.longitude) = (try row.number("latitude"), try row.number("longitude"))
        switch try row.whole("where_prec") ?? 1 {
        case 1: place.kind = .settlement
        case 2:
            place.kind = .settlement
            place.modifier = row.text("where_description").map { Place.Modifier(text: $0) } ?? .near
        case 3: place.kind = .admin2
        case 4: place.kind = .admin1
        case 5: place.kind = .region
        default: place.kind = .country
        }
        return place
    }
}
