import Coding
import Record
import Testing

/// What is only meant, hoped, charged, denied or rumoured did not happen because a sentence spells it out.
@Suite("Goals, charges, denials and rumours")
struct HearsayTests {
    private let rest =
        " The road was open. Traders came back. Nobody spoke of it. Rain fell at night. The day was quiet."

    private func coded(_ text: String) throws -> CodedText { try CodedText(text + rest, towns: ["Palmyra", "Manbij"]) }

    private func captures(_ text: String) throws -> [Modality] {
        try coded(text).controls.filter { $0.control.state == .captured }.map(\.claim.modality)
    }

    @Test(
        "what somebody aims at, or is near to, is not done",
        arguments: [
            "The general said his next goal is to take both Palmyra and Manbij from the rebels.",
            "The rebels' goals included capturing the town of Manbij from Islamic State.",
            "The army is on the verge of recapturing Palmyra from Islamic State.",
            "The army is close to seizing the town of Palmyra.",
            "The recapture of Palmyra is the army's main objective.",
            "Rumours that the army had taken Palmyra proved false.",
            "The commanders claim to be able to clear Palmyra of Islamic State within days.",
            "The troops engaged in operations to encircle and subsequently retake Palmyra from Islamic State.",
        ])
    func goals(_ text: String) throws {
        #expect(try !captures(text).contains { $0.isFactual }, "\(text)")
    }

    @Test("who was able to take a town took it")
    func able() throws {
        #expect(try captures("The army was able to capture Palmyra on Monday.").contains { $0.isFactual })
    }

    @Test(
        "a claim that is dismissed, a report that nobody can confirm",
        arguments: [
            ("The rebels dismissed as propaganda claims that the army had captured Palmyra.", Modality.denied),
            ("Reports that the army had taken Palmyra could not be independently verified.", .claimed),
        ])
    func rumours(_ text: String, _ modality: Modality) throws {
        #expect(try captures(text).contains(modality), "\(text)")
    }

    @Test(
        "who denies that he backs somebody is not said to back him",
        arguments: [
            "Rwanda denies backing the M23 rebels.", "Rwanda rejected accusations of arming the M23 rebels.",
            "Rwanda dismissed claims that it supports the M23 rebels.",
        ])
    func denials(_ text: String) throws {
        let bonds = try coded(text).claims.filter { $0.kind == .relation }
        #expect(bonds.allSatisfy { $0.modality == .denied }, "\(text)")
    }

    @Test("who is accused of backing somebody is the one who is said to do it, by the word of the accuser")
    func charges() throws {
        let bonds = try coded("Congo accuses Rwanda of backing the M23 rebels.").claims.filter { $0.kind == .relation }
        #expect(!bonds.isEmpty)
        for bond in bonds {
            guard case .relation(let relation) = bond.content else { continue }
            #expect(relation.actor.id == "rw_government")
            #expect(bond.modality == .claimed)
        }
    }

    @Test("troops sent to back a government back it")
    func sent() throws {
        let bonds = try coded("Hezbollah has sent 150 fighters to back the Syrian army.").claims
        #expect(bonds.contains { $0.kind == .relation })
    }

    @Test("a town is taken from those who held it, whether its parts or the whole")
    func adjectives() throws {
        for (text, scope) in [
            ("The army captured rebel-held Manbij.", Place.Scope.whole),
            ("The army took control of rebel-held districts of Manbij on Thursday.", .part),
            ("The army recaptured all of the rebel-held parts of Manbij.", .whole),
        ] {
            let taken = try coded(text).controls.first { $0.control.state == .captured }?.control
            #expect(taken?.from?.name == "rebels", "\(text)")
            #expect(taken?.place.scope == scope, "\(text)")
        }
    }

    @Test("what came years before it is told is of that year")
    func yearsAfter() throws {
        let found = try coded(
            "The army recaptured the palace in Palmyra, nearly two years after the rebels seized it.")
        let taken = found.controls.filter { $0.control.state == .captured }
        #expect(taken.contains { $0.control.holder?.id == "sy_military" })
        for claim in taken where claim.control.holder?.id != "sy_military" {
            #expect(claim.claim.when?.precision == .year)
        }
    }

    @Test("what a group used to hold it holds no more")
    func former() throws {
        #expect(try coded("Islamic State used to control Manbij.").controls.isEmpty)
    }

    @Test("a finite present dates a state by the report, an adjective does not")
    func present() throws {
        let now = try CodedText(
            "The town of Manbij is controlled by the rebels." + rest, towns: ["Manbij"], published: "2017-11-08")
        #expect(now.controls.first?.claim.when?.start == PartialDate("2017-11-08"))
        let passing = try CodedText(
            "Aid reached rebel-held Manbij." + rest, towns: ["Manbij"], published: "2017-11-08")
        #expect(passing.controls.allSatisfy { $0.claim.when == nil })
    }

    @Test("each of two attacks of a sentence keeps its place and its doer")
    func twoAttacks() throws {
        let found = try coded("Troops shelled Manbij while the Taliban attacked Palmyra.")
        #expect(found.events.contains { $0.event.type == .attack && $0.event.place?.name == "Palmyra" })
        #expect(found.events.contains { $0.event.type == .shelling && $0.event.place?.name == "Manbij" })
    }

    @Test("a drone is flown by whoever fired it")
    func drones() throws {
        let found = try coded("A drone fired by the rebels hit a school in Manbij and killed two pupils.")
        #expect(found.events.allSatisfy { $0.event.actor == nil || $0.event.actor?.name == "rebels" })
    }

    @Test("who set out to take a town took it where nobody else is named")
    func aims() throws {
        let found = try coded(
            "The Iraqi army launched an offensive on Manbij on Monday. The capture of Manbij opened the road.")
        #expect(found.controls.contains { $0.control.state == .captured && $0.control.holder?.id == "iq_military" })
    }
}
