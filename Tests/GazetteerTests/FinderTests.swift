import Gazetteer
import Language
import Record
import Testing

/// What the words around a name say for and against its being a place.
@Suite("finding") struct FinderTests {
    let placer: Placer

    init() throws {
        let world = try SmallWorld.make { builder in
            func add(_ id: String, _ name: String, _ kind: Place.Kind, _ latitude: Double, _ people: Int) {
                builder.add(
                    GazetteerPlace(
                        id: "geonames:" + id, name: name, kind: kind, country: "SY", latitude: latitude, longitude: 37,
                        population: people), names: [])
            }
            add("40", "Wad Rimal", .settlement, 35.1, 60_000)
            add("41", "Homs", .settlement, 34.7, 600_000)
            add("42", "Homs Governorate", .admin1, 34.5, 1_700_000)
            add("43", "Aleppo Governorate", .admin1, 36.3, 4_000_000)
            add("44", "Marqadiniyah", .settlement, 35.3, 30_000)
            add("45", "Rusafa Field", .settlement, 35.4, 0)
        }.world
        placer = Placer(world: world)
    }

    /// Places of one sentence in which a tagger has read a name wrongly or rightly.
    private func places(_ text: String, tagged name: String? = nil, _ kind: NameKind = .organisation) -> [Place] {
        var sentences = PlainTokenizer.sentences(text)
        if let name {
            let words = name.split(separator: " ").map(String.init)
            sentences = sentences.map { sentence in
                let forms = sentence.tokens.map(\.form)
                let starts = forms.indices.filter { Array(forms[$0...].prefix(words.count)) == words }
                let names = starts.map { NamedSpan(kind: kind, tokens: $0..<($0 + words.count)) }
                return Sentence(tokens: sentence.tokens, names: names)
            }
        }
        return placer.place(sentences, in: text).map(\.place)
    }

    @Test(
        "what the tagger calls a body is a place where the text says so",
        arguments: [
            "Fighters entered Wad Rimal at dawn.", "People fled from Wad Rimal to Aleppo.",
            "They are in Wad Rimal now.", "It fell north of Wad Rimal.", "The rebel-held Wad Rimal is quiet.",
            "Then Wad Rimal, a town in Syria, fell.", "Then Wad Rimal residents left.",
        ])
    func cues(_ text: String) {
        #expect(places(text, tagged: "Wad Rimal").first?.id == "geonames:40")
    }

    @Test("without such words the tagger is believed") func noCue() {
        #expect(places("Later Wad Rimal won the cup.", tagged: "Wad Rimal").isEmpty)
    }

    @Test("one sense per report: a headline's name is the place of the text") func oneSense() {
        let text = "Army takes all of it as Wad Rimal burns.\n\nSoldiers are in Wad Rimal."
        #expect(places(text, tagged: "Wad Rimal").map(\.id) == ["geonames:40", "geonames:40"])
    }

    @Test("who bears a name in full keeps it") func givenName() {
        let text = "They met Homs Barakat. Later Homs spoke."
        #expect(places(text, tagged: "Homs Barakat", .person).isEmpty)
    }

    @Test("a plural noun gives its kind to the whole list") func plural() {
        let found = places("Fighting was reported in Aleppo and Homs provinces.")
        #expect(found.map(\.id) == ["geonames:43", "geonames:42"])
    }

    @Test("villages that nobody knows are kept with their names") func unknownList() {
        let found = places("They took the villages of Tal Zarqun, Zarqat and Umm Sahla in Syria.")
        #expect(found.map(\.name) == ["Tal Zarqun", "Zarqat", "Umm Sahla", "Syria"])
        #expect(found.first?.kind == .settlement)
        #expect(found.first?.latitude == nil)
    }

    @Test(
        "a facility at a town is not the town whole",
        arguments: [
            ("They shelled the military airport of Aleppo in Syria.", "military airport of"),
            ("They shelled Aleppo air base in Syria.", "air base"),
        ])
    func facility(_ text: String, _ words: String) throws {
        let place = try #require(places(text).first)
        #expect(place.id == "geonames:4")
        #expect(place.scope == .part)
        #expect(place.modifier?.text == words)
    }

    @Test("a safe area of a town is the town") func safeArea() {
        let place = places("They overran the safe area of Homs in Syria.").first
        #expect(place?.id == "geonames:41")
        #expect(place?.modifier == nil)
    }

    @Test("a bare name is the town, not the division called after it") func seat() {
        #expect(places("Shells fell in Homs, Syria.").first?.id == "geonames:41")
        #expect(places("Shells fell in Homs province, Syria.").first?.id == "geonames:42")
    }

    @Test("a name that goes on behind an article is not cut") func continued() {
        let found = places("The blast shook Homs al-Jadida district in Syria.")
        #expect(!found.contains { $0.name == "Homs al" })
        #expect(places("The leader of Ahrar al-Homs spoke in Aleppo, Syria.").first?.id == "geonames:4")
    }

    @Test("a page that lost its apostrophes") func lostApostrophe() {
        let found = places("Strikes hit Syrias north and Aleppos old town.")
        #expect(found.map(\.id) == ["geonames:1", "geonames:4"])
    }

    @Test("a long name with one wrong letter stands where its region is spoken of") func misspelt() {
        #expect(places("Troops in Markadiniya and Aleppo, Syria, rested.").first?.id == "geonames:44")
        #expect(places("Troops in Marqadimiyah and Aleppo, Syria, rested.").first?.id == "geonames:44")
        #expect(places("Troops in Marqadimiyah rested in Texas.").allSatisfy { $0.id != "geonames:44" })
    }

    @Test("months, acronyms and streets are told apart") func words() {
        #expect(places("It began in March and in April.").isEmpty)
        let road = places("They cut the Rusafa Road in Syria.").first
        #expect(road?.name == "Rusafa Road")
        #expect(road?.kind == .road)
        #expect(road?.id == nil)
    }

    @Test("a ministry's country is in a body's name") func body() {
        let text = "Later the Syria Education Office wrote to them."
        let place = places(text, tagged: "Syria Education Office").first
        #expect(place?.id == "geonames:1")
        #expect(place?.metonymic == true)
    }
}
