import Coding
import Language
import Record
import Testing

/// Who is who.
struct ActorsTests {
    @Test(
        "names are found in all their spellings",
        arguments: [
            ("Fighters of Daesh left the town.", "Daesh", "islamic_state"),
            ("The SDF entered the village.", "SDF", "syrian_democratic_forces"),
            ("Al-Shabaab attacked the base.", "Al-Shabaab", "al_shabaab"),
            ("The Farc freed two soldiers.", "Farc", "farc"),
            ("The Hashd al-Sha'abi shelled the ridge.", "Hashd al-Sha'abi", "popular_mobilization_forces"),
            ("Renamo attacked the convoy.", "Renamo", "renamo"),
            ("The Tamil Tigers sank a boat.", "Tamil Tigers", "ltte"),
            ("The Khmer Rouge shelled the market.", "Khmer Rouge", "khmer_rouge"),
        ])
    func names(text: String, name: String, id: String) throws {
        #expect(try ReadText(text).mention(name)?.actor.id == id)
    }

    @Test("acronyms that are words need capitals")
    func acronyms() throws {
        let read = try ReadText("It is said that they told us who is there.")
        #expect(!read.actors.mentions.contains { $0.actor.id == "islamic_state" || $0.actor.id == "us_government" })
        #expect(try ReadText("IS militants fled the village.").mention("IS militants")?.actor.id == "islamic_state")
    }

    @Test(
        "a country's word makes an arm of that state",
        arguments: [
            ("Iraqi forces retook the town.", "Iraqi forces", "iq_military", Actor.Kind.stateForce),
            ("Russian warplanes bombed the market.", "Russian warplanes", "ru_air_force", .stateForce),
            ("Kenyan police arrested six men.", "Kenyan police", "ke_police", .police),
            ("The Peruvian government declared a curfew.", "Peruvian government", "pe_government", .government),
        ])
    func states(text: String, name: String, id: String, kind: Actor.Kind) throws {
        let mention = try #require(try ReadText(text).mention(name))
        #expect(mention.actor.id == id)
        #expect(mention.actor.kind == kind)
    }

    @Test("forces without a country are those of the state that the report is about")
    func mainState() throws {
        let read = try ReadText("Government forces shelled the suburb. The army then withdrew.", in: "YE")
        #expect(read.mention("Government forces")?.actor.id == "ye_military")
        #expect(read.mention("army")?.actor.id == "ye_military")
    }

    @Test("an adjective exposes its party and takes none of the act")
    func modifiers() throws {
        let read = try ReadText("US-backed rebels entered the Isis-held town.")
        #expect(read.mention("US")?.isModifier == true)
        #expect(read.mention("US")?.modifierOf == "backed")
        #expect(read.mention("Isis")?.modifierOf == "held")
        #expect(read.mention("US-backed rebels")?.actor.id == nil)
        #expect(read.mention("US-backed rebels")?.actor.kind == .rebel)
    }

    @Test("what refers back takes the party of its antecedent")
    func coreference() throws {
        let read = try ReadText("Boko Haram overran a garrison on Sunday. The group has held the area since May.")
        let group = try #require(read.mention("group"))
        #expect(group.actor.id == "boko_haram")
        #expect(group.isCoreferent)
        #expect(group.actor.aliases?.contains("Boko Haram") == true)
    }

    @Test("nobody attacks himself")
    func rivals() throws {
        let read = try ReadText(
            "Iraqi forces surrounded the Isis-held town. The Peshmerga joined them. The Peshmerga drove the militants out."
        )
        #expect(read.mention("militants")?.actor.id == "islamic_state")
    }

    @Test("a name in brackets is another name of the same party")
    func brackets() throws {
        let read = try ReadText("The Hashed al-Shaabi (Popular Mobilisation Units) took the hill.")
        let named = read.actors.mentions.filter { $0.actor.id == "popular_mobilization_forces" }
        #expect(named.count == 1)
        #expect(named.first?.actor.aliases?.contains("Popular Mobilisation Units") == true)
    }

    @Test("compound parties are all given")
    func compounds() throws {
        let read = try ReadText("The army and Hezbollah captured the ridge.", in: "SY")
        let army = try #require(read.mention("army"))
        let ids = read.actors.actors(at: army.head, in: 0).map(\.actor.id)
        #expect(ids == ["sy_military", "hezbollah"])
    }

    @Test("an unknown name in an actor's place becomes a party of that name")
    func unknown() throws {
        let read = try ReadText("The Zarvani Brigade captured the village.")
        let subject = try #require(read.sentences[0].tokens.firstIndex { $0.relation.base == "nsubj" })
        let actor = try #require(read.actors.actors(at: subject, in: 0).first?.actor)
        #expect(actor.name.contains("Zarvani"))
        #expect(actor.id == nil)
    }

    @Test("the coalition is the one that fights there")
    func coalition() throws {
        let read = try ReadText("Coalition jets struck a depot near the port.", in: "YE")
        #expect(read.mention("Coalition jets")?.actor.id == "saudi_led_coalition")
    }

    @Test("capital letters throughout hide no names")
    func shouting() throws {
        let read = try ReadText("THE FMLN GUERRILLAS ATTACKED THE GARRISON BEFORE DAWN.")
        #expect(read.actors.mentions.contains { $0.actor.id == "fmln" })
    }
}
