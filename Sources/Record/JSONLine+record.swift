/// The record's parts as JSON, keys in alphabetical order (SCHEMA.md); the same bytes as their `Codable` forms.
extension JSONLine {
    mutating func report(_ header: CodedReport.Header) {
        object("report") { json in
            json.value("author", header.author)
            json.value("coder", header.coder)
            if let dateline = header.dateline {
                json.object("dateline") { json in
                    json.value("agency", dateline.agency)
                    json.value("date", dateline.date?.description)
                    json.value("place", dateline.place)
                    json.range("range", dateline.range)
                }
            }
            json.value("id", header.id)
            json.value("language", header.language)
            json.value("published", header.published?.description)
            json.value("published_time", header.publishedTime)
            json.value("publisher", header.publisher)
            json.value("title", header.title)
            json.value("updated", header.updated?.description)
            json.value("url", header.url)
        }
    }

    mutating func caption(_ caption: Caption) {
        object { json in
            json.valueOrNull("agency", caption.agency)
            json.valueOrNull("date", caption.date?.description)
            json.offset("end", caption.range.end)
            json.valueOrNull("photographer", caption.photographer)
            json.offset("start", caption.range.start)
            json.value("text", caption.text)
            json.offset("text_start", caption.textRange.start)
        }
    }

    mutating func primary(_ primary: CodedReport.Primary?) {
        guard let primary else { return }
        object("primary") { json in
            json.value("acled", primary.acled)
            json.value("cameo", primary.cameo)
            json.value("claim", primary.claim)
            json.value("plover", primary.plover)
        }
    }

    package mutating func place(_ key: StaticString? = nil, _ place: Place?) {
        guard let place else { return }
        object(key) { json in
            json.value("admin1", place.admin1)
            json.value("admin2", place.admin2)
            json.value("confidence", place.confidence)
            json.value("country", place.country)
            if let range = place.range { json.offset("end", range.end) }
            json.value("id", place.id)
            json.value("kind", place.kind?.rawValue)
            json.value("lat", place.latitude)
            json.value("lon", place.longitude)
            json.value("metonymic", place.metonymic)
            json.modifier(place.modifier)
            json.value("name", place.name)
            json.value("resolved", place.resolved)
            json.value("scope", place.scope?.rawValue)
            json.value("share", place.share)
            if let range = place.range { json.offset("start", range.start) }
        }
    }

    private mutating func modifier(_ modifier: Place.Modifier?) {
        guard let modifier else { return }
        object("modifier") { json in
            json.value("direction", modifier.direction)
            json.value("km", modifier.distance)
            json.value("lat", modifier.latitude)
            json.value("lon", modifier.longitude)
            json.value("text", modifier.text)
        }
    }

    mutating func actor(_ key: StaticString? = nil, _ actor: Actor?) {
        guard let actor else { return }
        object(key) { json in
            if let aliases = actor.aliases { json.list("aliases", aliases) { $0.value(nil, $1) } }
            json.value("country", actor.country)
            json.value("id", actor.id)
            json.value("kind", actor.kind.rawValue)
            json.value("name", actor.name)
            json.value("side", actor.side)
        }
    }

    mutating func attribution(_ source: Attribution?) {
        guard let source else { return }
        object("attributed_to") { json in
            json.value("id", source.id)
            json.value("kind", source.kind.rawValue)
            json.value("name", source.name)
        }
    }

    mutating func codes(_ codes: EventCodes?) {
        guard let codes else { return }
        object("codes") { json in
            json.value("acled", codes.acled)
            json.value("cameo", codes.cameo)
            json.value("plover", codes.plover)
            json.value("plover_mode", codes.ploverMode)
        }
    }

    mutating func quantity(_ key: StaticString, _ quantity: Quantity?) {
        guard let quantity else { return }
        object(key) { json in
            json.value("approximate", quantity.approximate)
            json.value("group", quantity.group)
            json.value("high", quantity.high)
            json.value("low", quantity.low)
        }
    }

    mutating func when(_ span: TimeSpan?) {
        guard let span else { return }
        object("when") { json in
            json.value("end", span.end?.description)
            json.value("precision", span.precision.rawValue)
            json.value("start", span.start?.description)
            json.value("text", span.text)
        }
    }

    mutating func range(_ key: StaticString, _ range: TextRange) {
        object(key) { json in
            json.offset("end", range.end)
            json.offset("start", range.start)
        }
    }

    private mutating func valueOrNull(_ key: StaticString, _ text: String?) {
        if let text { value(key, text) } else { null(key) }
    }
}
