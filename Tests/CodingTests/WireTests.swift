import Coding
import Record
import Testing

/// Plain sentences of news agencies, as they stand in report after report.
@Suite("Wire sentences")
struct WireTests {
    private func coded(_ text: String) throws -> CodedText { try .inReport(text) }

    // MARK: Control

    @Test("who took it, wherever the sentence says so")
    func agents() throws {
        let late = try #require(
            try coded("Harim was retaken from Islamic State at the end of March by Hezbollah.").controls.first)
        #expect(late.control.holder?.id == "hezbollah")
        #expect(late.control.from?.id == "islamic_state")
        let named = try #require(try coded("Harim is controlled by the jihadist group Islamic State.").controls.first)
        #expect(named.control.holder?.id == "islamic_state")
        let after = try #require(try coded("With the capture of Harim, Hezbollah cut the road.").controls.first)
        #expect(after.control.holder?.id == "hezbollah")
    }

    @Test("control regained is a capture; a beating and an occupied land are none")
    func states() throws {
        #expect(try coded("Hezbollah regained control of Harim on Tuesday.").controls.first?.control.state == .captured)
        #expect(try coded("A mob beat two men to death in Harim.").controls.isEmpty)
        #expect(try coded("The weather in occupied Harim was cold.").controls.isEmpty)
    }

    @Test("a siege that is broken is an event, too; a fight for a town is a clash")
    func besides() throws {
        let broken = try coded("Hezbollah broke the siege of Harim on Tuesday.").events
        #expect(broken.contains { $0.event.type == .siegeLifted && $0.event.actor?.id == "hezbollah" })
        let fought = try coded("Islamic State is fighting Hezbollah for control of Harim.")
        #expect(fought.controls.contains { $0.control.state == .contested })
        #expect(fought.events.contains { $0.event.type == .armedClash && $0.event.target?.id == "hezbollah" })
    }

    // MARK: How it is meant

    @Test("will, as it was said: a promise of the party that says it, and no supposition")
    func would() throws {
        let promise = try #require(try coded("Hezbollah said it would retake Harim within days.").controls.first)
        #expect(promise.claim.modality == .pledged)
        let condition = try coded("Hezbollah said it would retake Harim if the army helped.").controls
        #expect(condition.allSatisfy { $0.claim.modality != .pledged })
    }

    // MARK: Events

    @Test("nobody who is denied, only described or among the dead does anything")
    func nobody() throws {
        let none = try coded("No group has claimed responsibility for the bombing in Harim.").events
        #expect(none.contains { $0.event.type == .ied && $0.event.actor == nil })
        let fled = try coded("Residents who had fled Harim said that the bakery was shut.").events
        #expect(!fled.contains { $0.event.type == .displacement })
        let captured = try coded("Militants executed 25 captured soldiers in Harim.").events
        #expect(!captured.contains { $0.event.type == .arrest })
        let struck = try coded("At least nine civilians died in air strikes on Harim.").events
        #expect(struck.contains { $0.event.type == .airStrike && $0.event.actor == nil })
    }

    @Test("crowds, officials and whose guns they are")
    func doers() throws {
        let march = try coded("Thousands marched in Harim on Friday.").events
        #expect(march.contains { $0.event.type == .protest && $0.event.actor?.name == "Thousands" })
        let officials = try coded("Insurgents killed two government officials in Harim.").events
        #expect(officials.contains { $0.event.type == .killing })
        let guns = try coded("Army artillery shelled Harim on Tuesday.").events
        #expect(guns.first { $0.event.type == .shelling }?.event.actor?.aliases?.contains("Army") == true)
        let cache = try coded("Soldiers seized a large cache of weapons, including 130 mortar rounds, in Harim.").events
        #expect(!cache.contains { $0.event.type == .shelling })
    }

    // MARK: Figures and relations

    @Test("bodies of people, the beaten, and who only speaks")
    func counts() throws {
        let bodies = try coded("The bodies of 53 people were found at a hotel in Harim.").figures
        #expect(bodies.contains { $0.measure == .killed && $0.low == 53 })
        let strike = "An air strike on Harim killed 56 people and wounded 30, two aid workers said."
        #expect(!(try coded(strike).figures.contains { $0.low == 2 }))
    }

    @Test("who backs a leader, whose allies they are")
    func backers() throws {
        let leader = try coded("Russia has supported President Bashar al-Assad with air power.").relations
        #expect(leader.contains { $0.bond == .backed })
        let allies = try coded("Hezbollah and allied militias took Harim.").relations
        #expect(allies.contains { $0.bond == .ally && $0.target.id == "hezbollah" })
    }

    // MARK: What is no news

    @Test("wars of other centuries and anniversaries")
    func history() throws {
        let old = try CodedText(
            "The long war lasted from 1817 to 1864. In 1839 the army laid siege to Harim, which fell after 80 days.",
            towns: ["Harim"])
        #expect(old.claims.isEmpty)
        let anniversary = try CodedText(
            "Seventy years ago this Wednesday, the army opened its attack on Harim. Soldiers retook Azaz in 1943.",
            towns: ["Harim", "Azaz"])
        #expect(anniversary.claims.isEmpty)
    }
}
