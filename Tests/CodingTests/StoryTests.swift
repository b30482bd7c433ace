import Coding
import Record
import Testing

/// What sentences take from those before them: nouns that refer back, places said once, towns that fell next.
@Suite("Stories told over several sentences")
struct StoryTests {
    @Test("\"the attack\" is the strike told before, at its place, where the sentence adds a toll")
    func attackRefersBack() throws {
        let coded = try CodedText(
            "Warplanes bombed a market in Tavora on Monday. Medics said the attack killed nine people.",
            towns: ["Tavora"])
        let told = coded.events.filter { $0.event.fatalities?.low == 9 }
        #expect(told.contains { $0.event.type == .airStrike && $0.event.place?.name == "Tavora" })
        #expect(!coded.events.contains { $0.event.type == .attack })
    }

    @Test("\"another attack\" is none of those told before")
    func anotherAttack() throws {
        let coded = try CodedText(
            "Warplanes bombed a market in Tavora on Monday. Another attack killed nine people in Lomsk.",
            towns: ["Tavora", "Lomsk"])
        #expect(coded.events.contains { $0.event.type != .airStrike && $0.event.place?.name == "Lomsk" })
    }

    @Test("who is blamed for an attack is held to have done it")
    func blame() throws {
        let coded = try CodedText(
            "A bomb exploded in Tavora on Monday. The army blamed Islamic State for the attack.", towns: ["Tavora"])
        let blamed = coded.events.first { $0.event.actor?.name == "Islamic State" }
        #expect(blamed?.event.type == .ied)
        #expect(blamed?.event.place?.name == "Tavora")
    }

    @Test("those who suffer a strike are where it fell")
    func sufferers() throws {
        let coded = try CodedText(
            "Lomsk suffered a wave of air strikes on Sunday. Tavora came under mortar fire too.",
            towns: ["Lomsk", "Tavora"])
        #expect(coded.events.contains { $0.event.type == .airStrike && $0.event.place?.name == "Lomsk" })
        #expect(coded.events.contains { $0.event.type == .shelling && $0.event.place?.name == "Tavora" })
    }

    @Test("a projectile falls where its verb says, whatever it was fired from")
    func projectile() throws {
        let coded = try CodedText(
            "Rockets fired from Lomsk hit the town of Tavora on Sunday.", towns: ["Lomsk", "Tavora"])
        #expect(coded.events.contains { $0.event.type == .shelling && $0.event.place?.name == "Tavora" })
    }

    @Test("tags and related headlines in the text tell nothing")
    func furniture() throws {
        let coded = try CodedText(
            "Rebels captured Tavora on Monday. Tags Lomsk airstrikes Tavora regime. Related Army Jets Bomb School in Lomsk",
            towns: ["Lomsk", "Tavora"])
        #expect(!coded.events.contains { $0.event.type == .airStrike })
        #expect(coded.controls.contains { $0.control.place.name == "Tavora" && $0.control.state == .captured })
    }

    @Test("who breaks a siege comes to those inside")
    func siegeBroken() throws {
        let coded = try CodedText("The Syrian army broke the siege of Tavora on Monday.", towns: ["Tavora"])
        let siege = try #require(coded.controls.first { $0.control.state == .besieged })
        #expect(siege.control.holder?.name == "Syrian army")
        #expect(siege.control.besieger == nil)
    }

    @Test("a town that fell next fell to the captor of the one before")
    func fellNext() throws {
        let coded = try CodedText(
            "The Taliban captured Tavora on Sunday. Lomsk fell hours later.", towns: ["Lomsk", "Tavora"], country: "AF")
        let fallen = try #require(coded.controls.first { $0.control.place.name == "Lomsk" })
        #expect(fallen.control.holder?.name == "Taliban")
    }

    @Test("what a force says it took, its \"they\" took")
    func speakersTake() throws {
        let coded = try CodedText(
            "Islamic State held Tavora. Iraqi forces say they took Tavora from IS fighters on Monday.",
            towns: ["Tavora"],
            country: "IQ")
        let taken = try #require(coded.controls.first { $0.control.state == .captured })
        #expect(taken.control.holder?.name == "Iraqi forces")
        #expect(taken.claim.modality == .claimed)
    }

    @Test("who attacked is the actor where the attack was repelled")
    func repelled() throws {
        let coded = try CodedText(
            "Government troops foiled an attack launched by Islamic State on a post in Tavora.", towns: ["Tavora"])
        let clash = try #require(coded.events.first { $0.event.type == .armedClash })
        #expect(clash.event.actor?.name == "Islamic State")
        #expect(clash.event.target?.name == "Government troops")
    }

    @Test("the sum of the dead of years is no strike")
    func sums() throws {
        let coded = try CodedText(
            "Rebels hold Tavora. Coalition airstrikes have killed more than 900 civilians since 2014.",
            towns: ["Tavora"])
        #expect(!coded.events.contains { $0.event.type == .airStrike })
    }

    @Test("troops in another country are that country's")
    func troopsElsewhere() throws {
        let coded = try CodedText(
            "Syrian troops hold Lomsk and the Syrian army is near Minsa. In Iraq, troops captured Tavora on Sunday.",
            towns: ["Lomsk", "Tavora", "Minsa"])
        let taken = try #require(coded.controls.first { $0.control.state == .captured })
        #expect(taken.control.holder?.country == "IQ")
    }

    @Test("a bare year of history dates no other day")
    func bareYear() throws {
        let coded = try CodedText(
            "On October 17 the rebels captured Tavora. They had first seized it in 2014.", towns: ["Tavora"],
            published: "")
        #expect(!coded.controls.contains { $0.claim.when?.start?.year == 2014 && $0.claim.when?.start?.month == 10 })
    }
}

@Suite("Who backs whom")
struct RelationTests {
    private func relations(_ text: String) throws -> [Relation] {
        try CodedText(text, towns: ["Tavora"]).claims.compactMap {
            if case .relation(let relation) = $0.content { relation } else { nil }
        }
    }

    @Test(
        "support is told in many words",
        arguments: [
            "The Syrian army took Tavora with support from Russian air strikes.",
            "The Syrian army, supported by Russian air and missile power, took Tavora.",
            "The Syrian army is advancing on Tavora with the help of Russian warplanes.",
            "The Syrian army took Tavora under cover of Russian airstrikes.",
        ])
    func backed(_ text: String) throws {
        let found = try relations(text)
        #expect(
            found.contains { $0.bond == .backed && $0.actor.country == "RU" && $0.target.name.contains("Syrian army") },
            "\(found)")
    }

    @Test("its ally is the ally of the other of the pair")
    func pair() throws {
        let found = try relations("The strikes on Tavora were the work of the Syrian government or its ally Russia.")
        #expect(
            found.contains { $0.bond == .ally && $0.actor.name == "Russia" && $0.target.name == "Syrian government" })
    }

    @Test("who dominates an alliance belongs to it")
    func dominated() throws {
        let found = try relations("The Syrian Democratic Forces are dominated by the YPG, and hold Tavora.")
        #expect(found.contains { $0.bond == .coalition && $0.actor.name == "YPG" })
    }
}
