import Coding
import Record
import Testing

/// Who says so.
struct AttributionTests {
    @Test(
        "the source is found wherever it stands",
        arguments: [
            ("The rebels captured the town, the defence ministry said.", "captured", "defence ministry"),
            ("Residents said that soldiers burned the market.", "burned", "Residents"),
            ("According to the United Nations, shelling killed nine people.", "killed", "United Nations"),
            ("Shelling killed nine people, according to the Red Cross.", "killed", "Red Cross"),
        ])
    func sources(text: String, verb: String, name: String) throws {
        #expect(try ReadText(text).source(of: verb)?.attribution.name == name)
    }

    @Test("the report's own voice has no source")
    func ownVoice() throws {
        #expect(try ReadText("The rebels captured the town on Monday.").source(of: "captured") == nil)
    }

    @Test(
        "parties and their media are interested, monitors and witnesses are not",
        arguments: [
            ("Tass said that troops entered the village.", "entered", Attribution.Kind.party, true),
            (
                "The Syrian Observatory for Human Rights said that troops entered the village.", "entered", .monitor,
                false
            ),
            ("Activists said that troops entered the village.", "entered", .witness, false),
            ("Boko Haram said that its fighters entered the village.", "entered", .party, true),
            ("Reuters reported that troops entered the village.", "entered", .media, false),
            ("The UNHCR said that 900 families fled the village.", "fled", .un, false),
            ("A military source said that troops entered the village.", "entered", .official, true),
        ])
    func kinds(text: String, verb: String, kind: Attribution.Kind, interested: Bool) throws {
        let found = try #require(try ReadText(text).source(of: verb))
        #expect(found.attribution.kind == kind)
        #expect(found.isPartyOrInterested == interested)
    }

    @Test(
        "the verb says what becomes of the claim",
        arguments: [
            ("The army denied that its jets bombed the school.", "bombed", FoundAttribution.Hint.denied),
            ("The rebels claimed that they captured the bridge.", "captured", .claimed),
            ("The president vowed to retake the city.", "retake", .pledged),
        ])
    func hints(text: String, verb: String, hint: FoundAttribution.Hint) throws {
        #expect(try ReadText(text, in: "SY").source(of: verb)?.hint == hint)
    }

    @Test("a quotation over two sentences has one speaker")
    func quotation() throws {
        let read = try ReadText(
            "\u{201C}They came at night. They burned our homes,\u{201D} said Amina Yusuf, a teacher.")
        #expect(read.source(of: "came")?.attribution.name == "Amina Yusuf")
    }

    @Test("one source quotes another: the inner one speaks, the outer passes on")
    func nested() throws {
        let read = try ReadText("Sana quoted a military source as saying that the army seized two villages.", in: "SY")
        let found = try #require(read.source(of: "seized"))
        #expect(found.attribution.name == "military source")
        #expect(found.via?.name == "Sana")
    }
}
