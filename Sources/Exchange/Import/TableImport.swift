import Record

/// Rows of a plain table: a day, a place and what was counted there, found by the usual names of columns. An event with
/// its dead and wounded, and a figure for each column of displaced, returned, killed or wounded where no type of event is
/// given.
enum TableImport: RowImport {
    static let columns: Set<String> = []

    static func record(_ row: ImportRow) throws -> RowRecord {
        guard let start = try row.date("date_start", "date", "start", "day", "event_date", "#date") else {
            throw ImportError(
                "\(row.position): no date; name its column date or date_start, or map it with --columns date=NAME")
        }
        let end = try row.date("date_end", "end") ?? start
        let when = TimeSpan(start: start, end: end, precision: start == end ? start.precision : .span)
        let cited = row.text("source", "attributed_to")
        let contents = try contents(row)
        guard !contents.isEmpty else {
            throw ImportError(
                "\(row.position): neither a type of event nor a count; name a column type, killed, wounded, displaced or returnees"
            )
        }
        return RowRecord(
            id: row.identity("id", "event_id") ?? row.position,
            text: row.text("sentence", "notes", "description", "text", "summary") ?? "",
            known: try row.date("reported", "published") ?? end, publisher: row.text("publisher"), url: row.text("url"),
            claims: contents.map { Claim(row: $0, cited: cited, when: when) })
    }

    private static func contents(_ row: ImportRow) throws -> [Claim.Content] {
        let place = try place(row)
        let killed = try quantity(row, "killed", "fatalities", "deaths", "fatalities_low")
        let wounded = try quantity(row, "wounded", "injured")
        var contents: [Claim.Content] = []
        if let type = row.text("type", "event_type", "sub_event_type") {
            let actor = row.text("actor", "actor1", "perpetrator", "side_a").map { Actor(name: $0, kind: .unknown) }
            let target = row.text("target", "actor2", "victim", "side_b").map { Actor(name: $0, kind: .unknown) }
            let known = EventType(rawValue: type.lowercased().replacing(" ", with: "_"))
            var event = Event(type: known ?? .other, actor: actor, target: target, place: place)
            (event.fatalities, event.wounded) = (killed, wounded)
            contents.append(.event(event))
        } else {
            for (measure, count) in [(Figure.Measure.killed, killed), (.wounded, wounded)] {
                guard let count else { continue }
                var figure = Figure(
                    measure: measure, low: count.low.map(Double.init), high: count.high.map(Double.init))
                figure.place = place
                contents.append(.figure(figure))
            }
        }
        for (measure, names) in [(Figure.Measure.displaced, ["displaced", "idps"]), (.returnees, ["returnees"])] {
            for name in names {
                guard let count = try row.number(name) else { continue }
                var figure = Figure(measure: measure, low: count, high: count)
                (figure.place, figure.group) = (place, row.text("group"))
                contents.append(.figure(figure))
                break
            }
        }
        return contents
    }

    private static func quantity(_ row: ImportRow, _ names: String...) throws -> Quantity? {
        for name in names {
            if let low = try row.whole(name) {
                return Quantity(low: low, high: try row.whole(name.replacing("_low", with: "") + "_high") ?? low)
            }
        }
        return nil
    }

    static func place(_ row: ImportRow) throws -> Place? {
        let names = ["place", "location", "town", "settlement", "name"]
        guard let name = names.lazy.compactMap({ row.text($0) }).first ?? row.text("admin2") ?? row.text("admin1")
        else {
            return nil
        }
        var place = Place(name: name)
        (place.resolved, place.admin1, place.admin2) = (name, row.text("admin1"), row.text("admin2"))
        (place.latitude, place.longitude) = (
            try row.number("latitude", "lat"), try row.number("longitude", "lon", "lng")
        )
        place.country = row.text("country", "iso2").flatMap { $0.count == 2 ? $0.uppercased() : Country.code($0) }
        place.kind = row.text("place_kind").flatMap(Place.Kind.init) ?? .settlement
        return place
    }
}
