import Coding
import Record
import Testing

/// Turns of phrase in which reports tell who has a place, and everyday sentences of war.
@Suite("Turns of phrase")
struct IdiomTests {
    private func coded(_ text: String) throws -> CodedText { try .inReport(text) }

    // MARK: Control

    @Test(
        "who has a town",
        arguments: [
            ("Harim was lost to Islamic State on Tuesday.", Control.State.captured, "islamic_state"),
            ("The army conceded that Harim was out of the control of Islamic State.", .lost, "islamic_state"),
            ("Harim slipped from the grasp of Islamic State on Tuesday.", .lost, "islamic_state"),
            ("Hezbollah marched into Harim on Tuesday without a fight.", .captured, "hezbollah"),
            ("Islamic State held Harim until Hezbollah drove them out.", .captured, "hezbollah"),
            ("All that was left in the hands of Islamic State was Harim.", .held, "islamic_state"),
            ("A shell hit Harim, a village in the hills held by Islamic State.", .held, "islamic_state"),
            ("Hezbollah announced the seizure of Harim on Tuesday.", .captured, "hezbollah"),
            ("The army, which Russia backs and which Iran arms, captured Harim.", .captured, "sy_military"),
            ("\"We have taken full control of Harim,\" said a spokesman for Hezbollah.", .captured, "hezbollah"),
        ])
    func holders(_ text: String, _ state: Control.State, _ holder: String) throws {
        let found = try coded(text).controls
        #expect(
            found.contains { $0.control.state == state && $0.control.holder?.id == holder },
            "\(found.map { ($0.control.state, $0.control.holder?.id, $0.control.place.name) })")
    }

    @Test("what was merely taken part in, and who was freed, is no capture")
    func noCapture() throws {
        #expect(try coded("It took part in the Harim clashes of 2016.").controls.isEmpty)
        #expect(try coded("The nurses of Harim who were later freed flew home.").controls.isEmpty)
        #expect(try coded("A checkpoint at Harim run by Hezbollah was closed.").controls.isEmpty)
    }

    @Test("towns of a list with their days")
    func days() throws {
        let found = try coded("Hezbollah captured Azaz in January, Dabiq a week later and Harim on March 25.").controls
        #expect(Set(found.map(\.control.place.name)) == ["Azaz", "Dabiq", "Harim"])
    }

    @Test("towns kept encircled")
    func kept() throws {
        let found = try coded("Islamic State has had Azaz and Dabiq encircled for most of the war.").controls
        #expect(Set(found.map(\.control.place.name)) == ["Azaz", "Dabiq"])
        #expect(found.allSatisfy { $0.control.besieger?.id == "islamic_state" })
    }

    @Test("who took a town that fell, where one party took all that the report tells of")
    func campaign() throws {
        let text =
            "Hezbollah captured Azaz on Monday. Schools were shut. Nobody came. The bakery burned. Harim fell on Tuesday."
        let harim = try #require(try coded(text).controls.first { $0.control.place.name == "Harim" })
        #expect(harim.control.holder?.id == "hezbollah")
        let two =
            "Hezbollah captured Azaz on Monday. Islamic State captured Dabiq. The bakery burned. Harim was seized on Tuesday."
        let open = try coded(two).controls.first {
            $0.control.place.name == "Harim" && $0.control.holder?.id == "hezbollah"
        }
        #expect(open == nil)
    }

    @Test("the city is the one that the report is about")
    func city() throws {
        let text =
            "Azaz was quiet on Monday. Shops in Azaz opened. The mayor of Azaz spoke. His brother lives in Harim. Hezbollah captured the city on Tuesday."
        #expect(try coded(text).controls.map(\.control.place.name) == ["Azaz"])
    }

    @Test("the United States are not us")
    func states() throws {
        let text = "The Turkish army said that it had shelled the PYD, a US-backed Kurdish group, near Azaz."
        let found = try coded(text).relations
        #expect(!found.contains { $0.actor.country == "TR" }, "\(found)")
    }

    // MARK: Events

    @Test(
        "everyday sentences",
        arguments: [
            ("A patrol was ambushed outside Harim on Monday, leaving nine soldiers dead.", EventType.armedClash),
            ("Syrian troops came under fire near Harim on Sunday.", .armedClash),
            ("Sporadic shooting was heard in Harim on Sunday.", .armedClash),
            ("An infiltration attempt near Harim was foiled on Sunday.", .armedClash),
            ("Gunmen shot dead a teacher in Harim.", .killing),
            ("A woman was killed by sniper fire in Harim.", .killing),
            ("A sniper killed a woman in Harim.", .killing),
            ("Syrian troops were pulled back from Harim.", .withdrawal),
            ("The rebels ordered a tactical withdrawal from Harim.", .withdrawal),
            ("Turkish marines landed near Harim on Friday.", .advance),
            ("Two generals were taken prisoner at Harim.", .arrest),
            ("The rebels took 30 soldiers prisoner near Harim.", .arrest),
            ("Rebels burned houses in Harim and led away some 40 men.", .abduction),
            ("Some 4,680 people moved to Harim.", .displacement),
            ("Six soldiers died when a mine went off in a house in Harim.", .landmine),
            ("Harim was besieged for 33 days.", .siege),
            ("A suicide truck bomber rammed a police station in Harim.", .suicideBombing),
            ("Masked men ambushed an army convoy near Harim.", .armedClash),
        ])
    func events(_ text: String, _ type: EventType) throws {
        let found = try coded(text).events.map(\.event.type)
        #expect(found.contains(type), "\(found)")
    }

    @Test("a suicide bomber is no plane")
    func bomber() throws {
        let found = try coded("A suicide bomber struck a market in Harim on Monday.").events.map(\.event.type)
        #expect(!found.contains(.airStrike), "\(found)")
    }

    @Test("whose planes, whose drones")
    func owners() throws {
        let planes = try coded("The Syrian army, whose planes had bombed Harim, took a hill.").events
        #expect(planes.contains { $0.event.type == .airStrike && $0.event.actor?.country == "SY" })
        let drones = try coded("The Turkish army's drones have been striking Harim.").events
        #expect(drones.contains { $0.event.type == .airStrike && $0.event.actor?.id == "tr_military" })
    }

    // MARK: Figures and relations

    @Test("people driven from their homes are displaced; nobody hurt is none")
    func figures() throws {
        func figures(_ text: String) throws -> [Figure] { try coded(text).figures }
        let driven = try figures(
            "The war between Hezbollah and the Syrian army has driven nearly 12 million people from their homes.")
        #expect(driven.contains { $0.measure == .displaced && $0.low == 12_000_000 })
        #expect(try figures("No one was hurt in Harim.").isEmpty)
        #expect(try figures("One soldier fell in Harim.").contains { $0.measure == .killed && $0.low == 1 })
    }

    @Test(
        "who fights beside whom",
        arguments: [
            ("Hezbollah fought on the Syrian army's side near Harim.", "hezbollah", "sy_military"),
            ("Hezbollah and the Syrian army concluded an alliance in May.", "hezbollah", "sy_military"),
            ("Hezbollah is taking part in the battle alongside the Syrian army.", "hezbollah", "sy_military"),
        ])
    func allies(_ text: String, _ actor: String, _ target: String) throws {
        let found = try coded(text).relations
        #expect(
            found.contains { $0.bond == .ally && $0.actor.id == actor && $0.target.id == target }, "\(found)")
    }
}
