import Coding
import Gazetteer
import Language
import Record
import Testing

/// Rules that read whole sentences, over made-up texts; places are given, so no gazetteer is needed.
@Suite("Sentences, control and events")
struct SentenceRulesTests {
    private static let models = Result { try LanguageModels(folder: try DataFolder.path(.models)) }

    /// Codes a text in which the words of `towns` are settlements.
    private func code(_ text: String, towns: [String], published: String = "2017-11-08") throws -> [Claim] {
        let sentences = Analyser(models: try Self.models.get()).analyse(text)
        var mentions: [PlaceMention] = []
        for (number, sentence) in sentences.enumerated() {
            for (at, token) in sentence.tokens.enumerated() where towns.contains(token.form) {
                var place = Place(name: token.form, range: sentence.textRange(at..<at + 1))
                (place.kind, place.country) = (.settlement, "SY")
                mentions.append(PlaceMention(place: place, sentence: number, tokens: at..<at + 1))
            }
        }
        var report = Report(id: "t", text: text)
        report.published = PartialDate(published)
        return Coder(lexicon: try ReadText.lexicon.get()).code(report, sentences: sentences, mentions: mentions).claims
    }

    private func controls(_ claims: [Claim]) -> [Control] {
        claims.compactMap { if case .control(let control) = $0.content { control } else { nil } }
    }

    private func events(_ claims: [Claim]) -> [Event] {
        claims.compactMap { if case .event(let event) = $0.content { event } else { nil } }
    }

    @Test("the largest to be retaken is the place that the sentence before was about")
    func superlative() throws {
        let found = controls(
            try code(
                "The city of Palmyra lies in the desert. It is also the largest to be retaken by the Syrian army from the rebels.",
                towns: ["Palmyra"]))
        let taken = try #require(found.first { $0.state == .captured })
        #expect(taken.place.name == "Palmyra")
        #expect(taken.holder?.name == "Syrian army")
        #expect(taken.from != nil)
    }

    @Test("in somebody's hands is held, from the year that is said")
    func hands() throws {
        let claims = try code("The town of Manbij has been in Islamic State hands since 2014.", towns: ["Manbij"])
        let held = try #require(claims.first { if case .control = $0.content { true } else { false } })
        #expect(controls([held]).first?.state == .held)
        #expect(held.when?.start?.year == 2014)
    }

    @Test("who says it in a statement is the source, and those who remain near a town are counted there")
    func statement() throws {
        let claims = try code(
            "The alliance said in a statement that about 300 rebels were estimated to remain in the outskirts of Palmyra.",
            towns: ["Palmyra"])
        let counted = try #require(claims.first { if case .figure = $0.content { true } else { false } })
        #expect(counted.attribution?.name.contains("alliance") == true)
        #expect(counted.place?.name == "Palmyra")
    }

    @Test("a picture story without a day of its own is told from the day of its last picture")
    func pictures() throws {
        let text = "The town of Manbij had been held by the rebels for two years."
        let sentences = Analyser(models: try Self.models.get()).analyse(text)
        let mention = PlaceMention(
            place: Place(name: "Manbij", range: sentences[0].textRange(3..<4)), sentence: 0, tokens: 3..<4)
        var report = Report(id: "t", text: text)
        report.captions = [
            Caption(
                range: TextRange(0, 0), text: "", textRange: TextRange(0, 0), date: PartialDate("2016-08-13"))
        ]
        let claims = Coder(lexicon: try ReadText.lexicon.get()).code(
            report, sentences: sentences, mentions: [mention]
        ).claims
        let held = try #require(claims.first { if case .control = $0.content { true } else { false } })
        #expect(held.when?.start == PartialDate("2014"))
    }

    @Test("who breaks a siege is not who laid it, who lifts it is")
    func sieges() throws {
        let broken = controls(
            try code("Rebel forces broke the siege of Zabadani on Tuesday.", towns: ["Zabadani"]))
        #expect(broken.first?.state == .besieged)
        #expect(broken.allSatisfy { $0.besieger == nil && $0.until != nil })
        let lifted = controls(try code("The Syrian army lifted the siege of Zabadani.", towns: ["Zabadani"]))
        #expect(lifted.first?.besieger?.id == "sy_military")
    }

    @Test("a part that is named by another thing is not the town told before")
    func namedPart() throws {
        let claims = try code(
            "Troops reached Palmyra on Monday. They captured the area of the cemetery from the rebels.",
            towns: ["Palmyra"])
        #expect(controls(claims).allSatisfy { $0.place.name != "Palmyra" || $0.place.scope == .part })
    }

    @Test("racing to take a town is no capture")
    func racing() throws {
        let claims = try code("The Syrian army is now racing to take the town of Boukamal.", towns: ["Boukamal"])
        for claim in claims { if case .control = claim.content { #expect(claim.modality == .pledged) } }
    }

    @Test("what an operation is for is not control")
    func purpose() throws {
        let found = controls(
            try code("The Syrian army launched an operation on Monday to retake Manbij.", towns: ["Manbij"]))
        #expect(found.isEmpty)
    }

    @Test("an officer's \"they\" are his own side")
    func fellow() throws {
        let found = events(
            try code(
                "A Syrian army officer said they are pushing into the western neighbourhoods of Manbij.",
                towns: ["Manbij"]))
        #expect(found.contains { $0.type == .advance && $0.place?.name == "Manbij" && $0.actor?.id == "sy_military" })
    }

    @Test("a state's adjective says who strikes", arguments: ["Russian", "Turkish", "Israeli"])
    func adjective(state: String) throws {
        let found = events(
            try code("\(state) air strikes hit the town of Manbij on Monday, residents said.", towns: ["Manbij"]))
        #expect(found.first { $0.type == .airStrike }?.actor?.name == state)
    }

    @Test("history of long ago and words of war in a game yield nothing")
    func nothing() throws {
        #expect(
            try code("About 9,000 people died in the siege of Manbij in 1942.", towns: ["Manbij"]).isEmpty)
        #expect(try code("In this game a player may fight or scare the others into surrender.", towns: []).isEmpty)
    }
}
