import Gazetteer
import Record
import Testing

@Suite("placing") struct PlacerTests {
    let placer: Placer

    init() throws { placer = Placer(world: try SmallWorld.make().world) }

    private func places(_ text: String) -> [Place] { placer.place(in: text).map(\.place) }

    @Test("what stands behind a comma decides") func containment() {
        #expect(places("A storm hit Paris, Texas, overnight.").first?.id == "geonames:7")
        #expect(places("A storm hit Paris overnight.").first?.id == "geonames:6")
    }

    @Test("a list of countries is no list of towns") func listedCountries() throws {
        let (world, _) = try SmallWorld.make { builder in
            for (id, name) in [("12", "Iran"), ("13", "Turkey")] {
                builder.add(
                    GazetteerPlace(
                        id: "geonames:" + id, name: name, kind: .country, country: name == "Iran" ? "IR" : "TR",
                        admin1: "", latitude: 32, longitude: 53, population: 80_000_000), names: [])
            }
            // A town that once had the name of the country beside its own.
            builder.add(
                GazetteerPlace(
                    id: "geonames:14", name: "Arak", kind: .settlement, country: "IR", admin1: "Markazi",
                    latitude: 34.09, longitude: 49.7, population: 500_000), names: ["Iraq"])
        }
        let found = Placer(world: world).place(in: "Russia, Iraq, Iran and Syria set up a cell. Troops left Iraq.")
        #expect(found.filter { $0.place.name == "Iraq" }.map(\.place.id) == ["geonames:2", "geonames:2"])
    }

    @Test("the home of a party that the report names tells which town is meant") func homes() throws {
        var context = PlacingContext()
        context.homes = ["US": 2]
        let found = placer.place(in: "The militia took Paris.", context: context)
        #expect(found.first?.place.id == "geonames:7")
    }

    @Test("a mound is no place by itself") func mounds() throws {
        let (world, _) = try SmallWorld.make { builder in
            builder.add(
                GazetteerPlace(
                    id: "geonames:12", name: "Tal", kind: .settlement, country: "SY", admin1: "Daraa", latitude: 33.6,
                    longitude: 36.3, population: 20_000), names: [])
        }
        let found = Placer(world: world).place(in: "Troops took the village of Tal Mardikh in Syria.")
        #expect(!found.contains { $0.place.name == "Tal" })
    }

    @Test("a distance and a direction keep base and point") func distance() throws {
        let place = try #require(places("They stopped 20 km south of Mosul.").first)
        #expect(place.id == "geonames:5")
        #expect(place.modifier?.distance == 20)
        #expect(place.modifier?.direction == "south")
        #expect(abs((place.modifier?.latitude ?? 0) - 36.16) < 0.01)
    }

    @Test("the countryside of a town is a modifier") func countryside() {
        let place = places("Shells fell on the eastern countryside of Aleppo.").first
        #expect(place?.id == "geonames:4")
        #expect(place?.modifier?.direction == "east")
    }

    @Test("between two towns lies their middle") func between() {
        let found = places("A convoy was hit between Aleppo and Mosul at noon.")
        #expect(found.count == 2)
        #expect(found.first?.modifier?.direction == "between")
    }

    @Test("capitals that speak are metonyms") func metonyms() {
        #expect(places("Later Moscow said it would stay.").first?.metonymic == true)
        #expect(places("The Moscow-backed troops left.").first?.metonymic == true)
        #expect(places("Snow fell in Moscow on Monday.").first?.metonymic == nil)
    }

    @Test("a place in the name of a public body is marked") func bodies() {
        let place = places("Later Texas State Police closed the road.").first
        #expect(place?.id == "geonames:8")
        #expect(place?.metonymic == true)
    }

    @Test("in a report on one region no small name lands on another continent") func region() throws {
        let world = try SmallWorld.make {
            $0.add(
                GazetteerPlace(
                    id: "geonames:20", name: "Zarka", kind: .settlement, country: "US", latitude: 42, longitude: -86,
                    population: 3000),
                names: [])
        }.world
        func zarka(_ text: String) -> Place? {
            Placer(world: world).place(in: text).map(\.place).first { $0.name == "Zarka" }
        }
        let far = try #require(zarka("The Syrian army shelled Aleppo and Deir ez-Zor and stopped in Zarka."))
        #expect(far.id == nil)
        #expect(zarka("A barn burnt down in Zarka.")?.id == "geonames:20")
    }

    @Test("the baseline takes the largest whatever the report says") func baseline() {
        let context = PlacingContext(ranking: .population)
        let found = placer.place(in: "A storm hit Paris, Texas, overnight.", context: context)
        #expect(found.first?.place.id == "geonames:6")
    }

    @Test("adjectives of countries are no places") func demonyms() {
        #expect(places("The Syrian troops met Iraqi officers.").isEmpty)
    }

    @Test("an unknown village keeps its name") func unknown() {
        let place = places("Two died in the village of Zarzuqat when a shell hit.").first
        #expect(place?.name == "Zarzuqat")
        #expect(place?.id == nil)
        #expect(place?.latitude == nil)
    }

    @Test("given spans all come back in order") func spans() {
        let text = "Qwxyz and Mosul"
        let found = placer.resolve(spans: [TextRange(0, 5), TextRange(10, 15), TextRange(50, 60)], in: text)
        #expect(found.count == 3)
        #expect(found[0].id == nil)
        #expect(found[1].id == "geonames:5")
    }

    @Test("odd texts do no harm", arguments: ["", "\n\n", "🎉 Ünïcödé\u{0}\u{FEFF}", "A-B-C-'-.", "of of of", "U.S."])
    func odd(_ text: String) {
        _ = places(text)
        _ = placer.resolve(spans: [TextRange(0, 1), TextRange(3, 2), TextRange(-1, 900)], in: text)
    }
}
