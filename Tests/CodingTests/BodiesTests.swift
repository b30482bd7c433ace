import Coding
import Record
import Testing

/// Armed bodies that no lexicon knows, and where the words put a party or a place that the tree hides.
@Suite("Named bodies, losers and appositions")
struct BodiesTests {
    private let rest =
        " The road was open. Traders came back. Nobody spoke of it. Rain fell at night. The day was quiet."

    private func controls(_ text: String) throws -> [Control] {
        try CodedText(text + rest, towns: ["Azaz", "Dabiq", "Harim"]).controls.map(\.control)
    }

    @Test(
        "a body is called by its name and is not the state's",
        arguments: [
            ("The Desert Storm Brigade controls the town of Azaz in Syria, rebels say.", "Desert Storm Brigade"),
            ("The Harim Military Council captured Azaz from Islamic State on Monday.", "Harim Military Council"),
            ("The Army of Lions seized Azaz from Islamic State on Monday.", "Army of Lions"),
        ])
    func bodies(_ text: String, _ name: String) throws {
        let control = try #require(try controls(text).first)
        #expect(control.holder?.name == name)
        #expect(control.holder?.id == nil)
    }

    @Test("what is numbered or called after its weapon is the state's")
    func units() throws {
        for unit in ["The Fourth Armoured Brigade", "The army's 104th Brigade"] {
            let control = try #require(try controls("\(unit) captured Azaz in Syria from the rebels on Monday.").first)
            #expect(control.holder?.kind == .stateForce, "\(unit)")
        }
    }

    @Test("who loses a town may hang on the town")
    func losers() throws {
        let control = try #require(
            try controls("The forces moved south following their capture of the town of Dabiq from Islamic State.")
                .first)
        #expect(control.from?.id == "islamic_state")
    }

    @Test("a town told of beside its name")
    func apposition() throws {
        let control = try #require(
            try controls("An air strike killed five people in Harim, a border town held by Islamic State.").first)
        #expect(control.place.name == "Harim")
        #expect(control.state == .held)
        #expect(control.holder?.id == "islamic_state")
    }

    @Test("to each his own, respectively")
    func respectively() throws {
        let all = try controls("Islamic State lost Azaz and Harim to the Iraqi and Syrian armies, respectively.")
        #expect(all.map(\.place.name) == ["Azaz", "Harim"])
        #expect(all.map { $0.from?.country } == ["IQ", "SY"])
    }
}

/// Who lost a town, where the sentence tells it in words of its own.
@Suite("Losers")
struct LosersTests {
    private let rest =
        " The road was open. Traders came back. Nobody spoke of it. Rain fell at night. The day was quiet."

    private func taken(_ text: String) throws -> Control? {
        try CodedText(text + rest, towns: ["Azaz", "Dabiq", "Harim"]).controls.map(\.control).first {
            $0.state == .captured
        }
    }

    @Test(
        "who left before, who was fought, whose camp it was",
        arguments: [
            (
                "Islamic State took control of Azaz after Syrian government troops withdrew from the area.",
                "sy_military"
            ),
            (
                "Government troops withdrew from Azaz in Syria and Islamic State took full control of the city.",
                "sy_military"
            ),
            ("The Syrian army seized Harim after days of clashes with Islamic State fighters.", "islamic_state"),
            ("The Syrian army took Harim without a fight as Islamic State fighters had fled.", "islamic_state"),
            ("The Syrian army captured the Islamic State base at Harim on Monday.", "islamic_state"),
        ])
    func losers(_ text: String, _ loser: String) throws {
        let control = try #require(try taken(text))
        #expect(control.from?.id == loser, "\(text)")
        #expect(control.holder?.id != loser)
    }

    @Test("who did not leave, who only watched")
    func none() throws {
        #expect(
            try taken("The Syrian army seized Harim on Monday after Islamic State had not withdrawn in time.")?.from
                == nil)
        #expect(try taken("The Syrian army seized Harim on Monday as residents fled the town.")?.from == nil)
    }

    @Test("two towns that are named are no third place")
    func spelledOut() throws {
        let all = try CodedText(
            "Islamic State captured two towns, Azaz and Harim, in Syria." + rest, towns: ["Azaz", "Harim"]
        ).controls
        #expect(all.map(\.control.place.name) == ["Azaz", "Harim"])
    }

    @Test("a state's control by its adjective")
    func adjective() throws {
        let control = try #require(try taken("The town of Harim returned to Iraqi control on Monday, the army said."))
        #expect(control.holder?.id == "iq_military")
    }
}
