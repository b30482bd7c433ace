import Coding
import Record
import Testing

/// Sentences that a coder with a dictionary of phrase patterns leaves without an event, an actor or a place: who took
/// which town from whom, in active and passive, in compounds, negated and denied.
@Suite("Who took what from whom")
struct PetrarchSentencesTests {
    private static let verbs = ["retook", "recaptured", "seized", "liberated", "captured", "took", "regained"]
    private static let islamicState = ["Islamic State", "IS", "ISIS", "ISIL", "Daesh"]

    private func taken(_ text: String) throws -> (control: Control, claim: Claim)? {
        try CodedText(text, towns: ["Deir Ezzor"]).controls.first { $0.control.state == .captured }
    }

    @Test("the taker, the town and the loser", arguments: verbs, islamicState)
    func takes(verb: String, loser: String) throws {
        let found = try #require(try taken("The Syrian army \(verb) the city of Deir Ezzor from \(loser) on Friday."))
        #expect(found.control.place.name == "Deir Ezzor")
        #expect(found.control.holder?.id == "sy_military")
        #expect(found.control.from?.id == "islamic_state")
        #expect(found.claim.modality == .asserted)
    }

    @Test("the passive", arguments: ["retaken", "recaptured", "seized", "liberated", "captured", "taken"])
    func passive(verb: String) throws {
        let found = try #require(
            try taken("The city of Deir Ezzor was \(verb) from Islamic State by the Syrian army on Friday."))
        #expect(found.control.place.name == "Deir Ezzor")
        #expect(found.control.holder?.id == "sy_military")
        #expect(found.control.from?.id == "islamic_state")
    }

    @Test("a denial repeats what it denies", arguments: verbs)
    func denial(verb: String) throws {
        let found = try #require(
            try taken("Islamic State denied that the Syrian army \(verb) the city of Deir Ezzor."))
        #expect(found.claim.modality == .denied)
        #expect(found.control.place.name == "Deir Ezzor")
        #expect(found.control.holder?.id == "sy_military")
    }

    @Test("what did not happen is negated", arguments: ["retake", "recapture", "seize", "liberate", "capture", "take"])
    func negation(verb: String) throws {
        let found = try #require(try taken("The Syrian army did not \(verb) the city of Deir Ezzor on Friday."))
        #expect(found.claim.modality == .negated)
    }

    @Test("compound takers", arguments: verbs)
    func compound(verb: String) throws {
        let text = try CodedText(
            "The Syrian army and Hezbollah \(verb) the city of Deir Ezzor from Islamic State.", towns: ["Deir Ezzor"])
        let found = try #require(text.controls.first { $0.control.state == .captured })
        #expect(found.control.holder?.id == "sy_military")
        #expect(found.control.place.name == "Deir Ezzor")
        #expect(found.control.from?.id == "islamic_state")
    }

    @Test("compound towns are a claim each", arguments: verbs)
    func towns(verb: String) throws {
        let found = try CodedText(
            "The Syrian army \(verb) Deir Ezzor, Mayadin and Boukamal from Islamic State.",
            towns: ["Deir Ezzor", "Mayadin", "Boukamal"]
        ).controls.filter { $0.control.state == .captured }
        #expect(Set(found.map(\.control.place.name)) == ["Deir Ezzor", "Mayadin", "Boukamal"])
        #expect(found.allSatisfy { $0.control.holder?.id == "sy_military" })
    }

    @Test(
        "losing names who lost",
        arguments: [
            "Islamic State lost the city of Deir Ezzor to the Syrian army.",
            "Daesh lost Deir Ezzor on Friday.",
            "ISIS has lost control of Deir Ezzor.",
        ])
    func loses(text: String) throws {
        let found = try #require(
            try CodedText(text, towns: ["Deir Ezzor"]).controls.first { $0.control.state == .lost })
        #expect(found.control.place.name == "Deir Ezzor")
        #expect(found.control.holder?.id == "islamic_state")
    }

    @Test("a loss may be denied or negated")
    func losesNot() throws {
        let denied = try CodedText("Islamic State denied that it lost Deir Ezzor.", towns: ["Deir Ezzor"])
        #expect(denied.controls.first { $0.control.state == .lost }?.claim.modality == .denied)
        let negated = try CodedText("Islamic State has not lost Deir Ezzor.", towns: ["Deir Ezzor"])
        #expect(negated.controls.first { $0.control.state == .lost }?.claim.modality == .negated)
    }

    @Test(
        "driving somebody out takes the place from him",
        arguments: [
            "The Syrian army drove Islamic State out of the city of Deir Ezzor.",
            "Islamic State was driven out of the city of Deir Ezzor by the Syrian army.",
            "The Syrian army has expelled ISIS from Deir Ezzor.",
            "Daesh militants were ousted from Deir Ezzor by the Syrian army.",
        ])
    func drivenOut(text: String) throws {
        let found = try #require(try taken(text))
        #expect(found.control.place.name == "Deir Ezzor")
        #expect(found.control.holder?.id == "sy_military")
        #expect(found.control.from?.id == "islamic_state")
    }

    @Test(
        "entering is an advance into the town",
        arguments: ["entered the city of Deir Ezzor", "advanced into Deir Ezzor", "pushed into Deir Ezzor"])
    func enters(phrase: String) throws {
        let found = try #require(
            try CodedText("The Syrian army \(phrase) on Friday.", towns: ["Deir Ezzor"]).events.first {
                $0.event.type == .advance
            })
        #expect(found.event.actor?.id == "sy_military")
        #expect(found.event.place?.name == "Deir Ezzor")
    }

    @Test(
        "parties with the state's word in their name are not the state",
        arguments: [
            ("The Syrian Democratic Forces", "syrian_democratic_forces"),
            ("The Popular Mobilization Forces", "popular_mobilization_forces"),
            ("The Popular Mobilisation Units", "popular_mobilization_forces"),
            ("Syrian government forces", "sy_military"),
            ("The Free Syrian Army", "free_syrian_army"),
        ])
    func parties(name: String, id: String) throws {
        let found = try #require(try taken("\(name) recaptured Deir Ezzor from Islamic State."))
        #expect(found.control.holder?.id == id)
        #expect(found.control.from?.id == "islamic_state")
    }

    @Test(
        "strikes count their dead",
        arguments: [
            "Airstrikes killed 50 civilians in Deir Ezzor.",
            "Fifty civilians were killed by airstrikes in Deir Ezzor.",
            "Airstrikes and shelling killed 50 civilians in Deir Ezzor.",
        ])
    func strikes(text: String) throws {
        let events = try CodedText(text, towns: ["Deir Ezzor"]).events.map(\.event)
        let strike = try #require(events.first { $0.type == .airStrike })
        #expect(strike.place?.name == "Deir Ezzor")
        #expect(events.contains { $0.fatalities?.low == 50 && $0.place?.name == "Deir Ezzor" })
    }

    @Test(
        "flight names the town and the number",
        arguments: ["More than 10,000 people fled al-Qaim.", "More than 10,000 people were displaced from al-Qaim."])
    func flight(text: String) throws {
        let coded = try CodedText(text, towns: ["al-Qaim"])
        #expect(coded.events.contains { $0.event.type == .displacement && $0.event.place?.name == "al-Qaim" })
        #expect(
            coded.claims.contains {
                if case .figure(let figure) = $0.content {
                    figure.measure == .displaced && figure.low == 10_000
                } else {
                    false
                }
            })
    }

    @Test("strikes and flight that are negated did not happen")
    func none() throws {
        let strikes = try CodedText("Airstrikes did not hit Deir Ezzor on Friday.", towns: ["Deir Ezzor"])
        #expect(strikes.events.allSatisfy { $0.claim.modality == .negated })
        let denied = try CodedText(
            "Russia denied that its warplanes bombed the city of Deir Ezzor.", towns: ["Deir Ezzor"])
        #expect(denied.events.contains { $0.event.type == .airStrike && $0.claim.modality == .denied })
    }
}
