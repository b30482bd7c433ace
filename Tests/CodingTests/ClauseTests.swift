import Coding
import Record
import Testing

/// Rules of one clause each, over made-up texts long enough that the learned models add nothing.
@Suite("Clauses: who, what and where")
struct ClauseTests {
    private let rest =
        " The road was open. Traders came back. Nobody spoke of it. Rain fell at night. The day was quiet."

    private func coded(_ text: String, _ towns: String...) throws -> CodedText {
        try CodedText(text + rest, towns: towns)
    }

    @Test("\"its forces\" are those of who says so, not of who was named before")
    func ownForces() throws {
        let found = try coded(
            "The rebels left. The Syrian army said on Friday that its forces had taken Palmyra.", "Palmyra")
        #expect(found.controls.first { $0.control.state == .captured }?.control.holder?.id == "sy_military")
    }

    @Test("the adjective of a side names the side, its spelling kept beside it")
    func sides() throws {
        let found = try coded("A shell fell on the rebel-held town of Manbij on Monday.", "Manbij")
        let holder = try #require(found.controls.first { $0.control.state == .held }?.control.holder)
        #expect(holder.name == "rebels")
        #expect(holder.aliases?.contains("rebel") == true)
    }

    @Test("a list of verbs has one subject")
    func list() throws {
        let found = try coded(
            "Syrian troops entered the town of Palmyra on Monday, clashed there with the rebels and cleared it a day later.",
            "Palmyra")
        #expect(found.events.contains { $0.event.type == .armedClash && $0.event.actor?.name == "Syrian troops" })
    }

    @Test("who surrounds a town with its object named is no victim of it")
    func activeDespiteTree() throws {
        let found = try coded(
            "The Syrian Democratic Forces, an alliance backed by American jets, surrounded Manbij in early April.",
            "Manbij")
        #expect(!found.events.contains { $0.event.target?.name.contains("Democratic") == true })
        #expect(found.controls.contains { $0.control.state == .besieged && $0.control.place.name == "Manbij" })
    }

    @Test("\"there was fighting\" makes no fighter of who says so")
    func existential() throws {
        let found = try coded("Councillor Ahmad Jan told a reporter there was fighting on Sunday in Manbij.", "Manbij")
        #expect(found.events.allSatisfy { $0.event.actor == nil || $0.event.type != .armedClash })
    }

    @Test("\"had to leave\" happened, \"is yet to\" did not")
    func infinitives() throws {
        let left = try coded("About 3,000 people had to leave Manbij last week, the agency said.", "Manbij")
        for claim in left.claims where claim.kind == .figure { #expect(claim.modality.isFactual) }
        let waiting = try coded("The army has yet to enter Manbij.", "Manbij")
        #expect(waiting.events.allSatisfy { $0.event.type != .advance || !$0.claim.modality.isFactual })
    }

    @Test("a bomb that is destroyed or a number of years is no event of a day")
    func noEvents() throws {
        let destroyed = try coded(
            "On Monday a strike near Manbij destroyed an explosive device and a vehicle.", "Manbij")
        #expect(!destroyed.events.contains { $0.event.type == .ied })
        let total = try coded("The coalition made 34,573 strikes between August 2014 and the end of August 2019.")
        #expect(!total.events.contains { $0.event.type == .airStrike })
        let camp = try coded("A shell hit a camp for displaced families in Manbij on Monday.", "Manbij")
        #expect(!camp.events.contains { $0.event.type == .displacement })
    }

    @Test("a village that no gazetteer knows keeps its name")
    func unknownVillage() throws {
        let found = try coded(
            "Syrian forces liberated the village of Umm Dakhn in northern Manbij on Monday.", "Manbij")
        #expect(found.controls.map(\.control.place.name) == ["Umm Dakhn"])
    }

    @Test("where a man comes from or speaks is not where he was killed")
    func origins() throws {
        let found = try coded(
            "Two men from Manbij were killed in an air strike on Monday, an activist said, speaking from Palmyra.",
            "Manbij", "Palmyra")
        #expect(found.events.allSatisfy { $0.event.place == nil })
    }

    @Test("strikes of a release are one series: each at its own place, all by who began it")
    func series() throws {
        let text = """
            Coalition forces made six strikes of nine engagements on Monday, the task force said.

            -- Near Manbij, two strikes: destroyed a bridge.

            -- Near Palmyra, one strike: destroyed an oil still.
            """
        let strikes = try CodedText(text + rest, towns: ["Manbij", "Palmyra"]).events.filter {
            $0.event.type == .airStrike && $0.event.place?.kind == .settlement
        }
        #expect(strikes.map { $0.event.place?.name } == ["Manbij", "Palmyra"])
        #expect(strikes.allSatisfy { $0.event.actor?.kind == .coalition })
    }

    @Test("who stands behind an army backs it and does not own it")
    func behind() throws {
        let found = try coded(
            "The Syrian army fought on. The army, with Russia and Iran behind it, surrounded the rebels in Manbij.",
            "Manbij")
        let backed = found.claims.compactMap { claim -> Relation? in
            if case .relation(let relation) = claim.content { relation } else { nil }
        }
        #expect(Set(backed.map(\.actor.name)) == ["Russia", "Iran"])
        #expect(backed.allSatisfy { $0.bond == .backed && $0.target.id == "sy_military" })
    }

    @Test("a participle with its doer is passive wherever it hangs; backed men with a name of their own are a party")
    func backed() throws {
        let found = try coded(
            "Besides other militias, and supported by Iran and Russia, the Syrian troops took Manbij. "
                + "Turkish-backed Syrian fighters took Palmyra.", "Manbij", "Palmyra")
        let backers = found.claims.compactMap { claim -> String? in
            if case .relation(let relation) = claim.content { relation.actor.name } else { nil }
        }
        #expect(Set(backers).isSuperset(of: ["Iran", "Russia", "Turkish"]))
    }

    @Test("taken by rebels from a party: from whom, not whose")
    func takenFrom() throws {
        let found = try coded("Manbij was taken by Turkish-backed rebels from Islamic State on Monday.", "Manbij")
        let taken = try #require(found.controls.first { $0.control.state == .captured })
        #expect(taken.control.holder?.id != "islamic_state")
        #expect(taken.control.from?.id == "islamic_state")
    }

    @Test("who declares a town freed by himself only claims it; an outlet run by a party speaks for it")
    func declared() throws {
        let own = try coded(
            "On Friday the Syrian army, supported by Russia, formally declared Manbij freed from Islamic State.",
            "Manbij")
        for (control, claim) in own.controls where control.state == .captured { #expect(claim.modality == .claimed) }
        let outlet = try coded(
            "Parts of Manbij have been taken by the Syrian army and allies, a military news outlet run by Hezbollah said on Thursday.",
            "Manbij")
        let taken = try #require(outlet.controls.first { $0.control.state == .captured })
        #expect(taken.claim.attribution?.name.contains("outlet") == true)
        #expect(taken.claim.modality == .claimed)
    }
}
