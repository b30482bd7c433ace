import Exchange
import Record

/// Claims to export: written for the tests.
enum Samples {
    static let now = PartialDate(daysSince1970: 17_600)  // 2018-03-10

    static func place(_ name: String = "Mayadin", kind: Place.Kind = .settlement) -> Place {
        var place = Place(name: name)
        (place.resolved, place.id, place.kind, place.country) = (name, "geonames:173811", kind, "SY")
        (place.admin1, place.admin2) = ("Deir ez-Zor Governorate", "Al Mayadin District")
        (place.latitude, place.longitude) = (35.0214, 40.4533)
        return place
    }

    static let army = Actor(
        name: "the army", id: "syrian_army", aliases: ["Syrian Army"], kind: .stateForce, country: "SY")
    static let jihadists = Actor(name: "IS", id: "islamic_state", aliases: ["Islamic State"], kind: .jihadist)

    static func sourced(
        _ content: Claim.Content, key: String = "r1/c1", modality: Modality = .asserted, when: String? = "2017-10-14",
        sentence: String = "The army captured Mayadin.", url: String? = "https://wire.example/mayadin"
    ) -> SourcedClaim {
        let date = when.flatMap { PartialDate($0) }
        let claim = Claim(
            id: "c1", content: content, evidence: TextRange(0, 20), trigger: TextRange(9, 17), modality: modality,
            attribution: Attribution(name: "a monitor", kind: .monitor), when: date.map { TimeSpan($0) },
            confidence: 0.8, rule: "control/capture")
        return SourcedClaim(
            key: key, claim: claim, report: "r1", publisher: "Euphrates Wire", url: url,
            known: PartialDate(daysSince1970: 17_453), sentence: sentence, echoOf: "r1")
    }

    static func capture() -> SourcedClaim {
        sourced(.control(Control(state: .captured, place: place(), holder: army, from: jihadists)))
    }

    static func strike(killed: Int = 21, place: Place = place(), when: String? = "2017-10-04") -> SourcedClaim {
        var event = Event(
            type: .airStrike, actor: army, target: Actor(name: "civilians", kind: .civilians), place: place)
        event.fatalities = Quantity(low: killed, high: killed, group: "civilians")
        return sourced(
            .event(event), key: "r1/c2", when: when,
            sentence: "=1+1, \"quoted\"\nand <b>two</b> lines killed \(killed).")
    }

    static func displaced() -> SourcedClaim {
        var figure = Figure(measure: .displaced, low: 250_000, high: nil, approximate: true)
        (figure.place, figure.group) = (place(), "people")
        return sourced(.figure(figure), key: "r1/c3", when: "2017-10")
    }

    static func pledge() -> SourcedClaim {
        sourced(.event(Event(type: .offensive, actor: army, place: place())), key: "r1/c4", modality: .pledged)
    }

    static func backing() -> SourcedClaim {
        let russia = Actor(name: "Russia", id: "russia", kind: .government, country: "RU")
        return sourced(.relation(Relation(bond: .backed, actor: russia, target: army)), key: "r1/c5")
    }

    static func all() -> [SourcedClaim] { [capture(), strike(), displaced(), pledge(), backing()] }

    static func piece(_ format: ExportFormat, _ claims: some Sequence<ReleasedClaim>) -> ExportPiece {
        let exporter = Exporter(format)
        var piece = exporter.piece()
        for claim in claims { exporter.append(claim, to: &piece) }
        return piece
    }
}
