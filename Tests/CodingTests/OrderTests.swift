import Coding
import Record
import Testing

/// What the order of the words tells where the tree loses it.
@Suite("Told by the order of the words")
struct OrderTests {
    private func coded(_ text: String) throws -> CodedText { try .inReport(text) }

    // MARK: Control

    @Test("a town held by, with a comma or none")
    func heldBy() throws {
        let held = try coded("In Harim, held by Islamic State, four people were hurt when a wall fell.").controls
        #expect(held.map(\.control.state) == [.held])
        #expect(held.first?.control.holder?.id == "islamic_state")
        let former = try coded("Harim, formerly held by Islamic State, has a new school.").controls
        #expect(former.isEmpty)
    }

    @Test("towns named after those that were counted")
    func amongThem() throws {
        let text = "Rebels have captured four towns in Syria, among them Azaz in the east and Dabiq in the west."
        let all = try coded(text).controls.filter { $0.control.state == .captured }
        #expect(Set(all.map(\.control.place.name)).isSuperset(of: ["Azaz", "Dabiq"]))
    }

    @Test("as were others")
    func likewise() throws {
        let all = try coded("By noon Azaz was in rebel hands, as were Dabiq and the village of Harim.").controls
        #expect(Set(all.map(\.control.place.name)) == ["Azaz", "Dabiq", "Harim"])
        #expect(all.allSatisfy { $0.control.state == .held })
    }

    @Test("a list before its verb")
    func before() throws {
        let all = try coded("Azaz, Dabiq and Harim have been captured by Islamic State.").controls
        #expect(Set(all.map(\.control.place.name)) == ["Azaz", "Dabiq", "Harim"])
    }

    @Test("who keeps a town under siege, and where a garrison is besieged")
    func keepers() throws {
        let kept = try #require(try coded("Islamic State has kept Harim under siege since May.").controls.first)
        #expect(kept.control.state == .besieged)
        #expect(kept.control.besieger?.id == "islamic_state")
        let inside = try coded("The rebels drove to Harim, where Islamic State has besieged Syrian troops since 2015.")
        #expect(inside.controls.contains { $0.control.state == .besieged && $0.control.place.name == "Harim" })
    }

    @Test("a state told in past speech is that of the day, one of 'now' too")
    func days() throws {
        let said = try #require(
            try coded("A commander said that the rebels were in control of Harim.").controls.first)
        #expect(said.claim.when?.start?.description == "2017-11-08")
        let now = try #require(
            try coded("Islamic State now administers Harim, from which the Syrian army had fled in May.").controls.first
        )
        #expect(now.claim.when?.start?.description == "2017-11-08")
    }

    @Test(
        "a hold that is consolidated is held, a town that went over is taken, one entered with its defenders driven out too"
    )
    func more() throws {
        let held = try coded("Syrian troops consolidated their hold on Harim on Tuesday.").controls
        #expect(held.map(\.control.state) == [.held])
        let over = try coded("Harim went over to Islamic State on Tuesday.").controls
        #expect(over.map(\.control.state) == [.captured])
        let both = try coded("The Syrian army stormed into Harim on Tuesday and drove out Islamic State.").controls
        #expect(both.first?.control.state == .captured)
        #expect(both.first?.control.from?.id == "islamic_state")
    }

    @Test("an affiliate is another party")
    func affiliate() throws {
        let one = try #require(try coded("An Islamic State affiliate captured Harim on Tuesday.").controls.first)
        #expect(one.control.holder?.id != "islamic_state")
    }

    @Test("its men, our forces: of whoever says so")
    func own() throws {
        let men = try #require(try coded("Islamic State says its men are in control of Harim.").controls.first)
        #expect(men.control.holder?.id == "islamic_state")
        #expect(men.claim.modality == .claimed)
    }

    // MARK: Relations

    @Test(
        "who arms, helps, stands beside",
        arguments: [
            (
                "Hezbollah, armed and paid by Iran, has fought near Azaz.", Relation.Bond.backed, "ir_government",
                "hezbollah"
            ),
            ("The Houthis enjoy the support of Iran and Syria.", .backed, "ir_government", "houthis"),
            ("The Houthis receive weapons and training from Iran.", .backed, "ir_government", "houthis"),
            ("Hezbollah's backers, Iran and Russia, were not invited.", .backed, "ir_government", "hezbollah"),
            ("Hezbollah is fighting on the side of the Syrian army.", .ally, "hezbollah", "sy_military"),
            ("Russian jets gave cover to the Syrian army near Azaz.", .backed, "ru_air_force", "sy_military"),
        ])
    func relations(_ text: String, _ bond: Relation.Bond, _ actor: String, _ target: String) throws {
        let found = try coded(text).relations
        #expect(
            found.contains { $0.bond == bond && $0.actor.id == actor && $0.target.id == target }, "\(found)")
    }

    @Test("a man who bears a ruler's name is another")
    func names() throws {
        let relations = try coded("Hadi al-Amiri of the Badr Organisation, which is funded by Iran, came to Azaz.")
            .relations
        #expect(relations.contains { $0.target.id == "badr_organization" })
        #expect(!relations.contains { $0.target.id == "ye_military" })
    }

    // MARK: Events

    @Test(
        "deeds in other words",
        arguments: [
            ("The Houthis fired missiles and drones at Harim.", EventType.missileAttack),
            ("A convoy near Harim was struck from the air on Monday.", .airStrike),
            ("Most of the militants have already fled Harim.", .withdrawal),
            ("Ten villagers were hurt when their bus drove over a landmine near Harim.", .landmine),
            ("A roadside bomb they had left behind killed four soldiers in Harim.", .ied),
            ("The offensive that Syrian forces launched on Monday reached the edge of Harim.", .offensive),
            ("Hamas, which seized Israeli hostages in Harim, was silent.", .abduction),
            ("Two suicide bombers in cars opened the way into Harim on Tuesday.", .suicideBombing),
            ("Rebels pulled out of Harim on Tuesday.", .withdrawal),
            ("Some 3,000 people waded across the river to Harim.", .displacement),
        ])
    func events(_ text: String, _ type: EventType) throws {
        let found = try coded(text).events.map(\.event.type)
        #expect(found.contains(type), "\(found)")
    }

    @Test("what is to be done is pledged, and who flees is only described by it")
    func meant() throws {
        let pledged = try #require(
            try coded("Hezbollah is to give up its positions in Harim.").events.first { $0.event.type == .withdrawal })
        #expect(pledged.claim.modality == .pledged)
        let fleeing = try coded("The fleeing militants burned a shop in Harim.").events
        #expect(!fleeing.contains { $0.event.type == .withdrawal })
    }
}
