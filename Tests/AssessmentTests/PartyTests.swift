import Assessment
import Record
import Testing

@Suite struct PartyTests {
    private static func unit(_ name: String) -> Actor {
        Actor(name: name, id: "border_guards", kind: .stateForce, country: "IQ", side: "iq_military")
    }
    private static func army(_ name: String, _ aliases: [String]? = nil) -> Actor {
        Actor(name: name, id: "iq_military", aliases: aliases, kind: .stateForce, country: "IQ")
    }

    private func name(of holders: [Actor]) -> String? {
        var names = PartyNames()
        for holder in holders {
            names.note(Fixture.control(.held, holder, on: nil, known: "2017-11-01", report: "r").claim)
        }
        return names.chosen[NameKey.hash("state:IQ")]?.name
    }

    @Test("a side is called by its own name, however often one of its units is named")
    func outermost() {
        #expect(
            name(of: [Self.unit("Border Guards"), Self.unit("Border Guards"), Self.army("Iraqi army")]) == "Iraqi army")
        #expect(name(of: [Self.unit("Border Guards")]) == "Border Guards")
    }

    @Test("a state is called by its government where claims name it")
    func government() {
        let government = Actor(name: "Iraqi government", id: "iq_government", kind: .government, country: "IQ")
        #expect(name(of: [Self.army("Iraqi army"), government]) == "Iraqi government")
    }

    @Test("a common noun names nobody where another name does")
    func commonNoun() {
        let government = Actor(name: "government", id: "iq_government", kind: .government, country: "IQ")
        #expect(name(of: [government, government, Self.army("Iraqi army")]) == "Iraqi army")
        #expect(name(of: [government]) == "government")
    }

    @Test("of names for the same party the one used most stands for it, whatever the order")
    func mostUsed() {
        let holders = [Self.army("Iraqi army"), Self.army("Iraqi forces"), Self.army("Iraqi forces")]
        #expect(name(of: holders) == "Iraqi forces")
        #expect(name(of: holders.reversed()) == "Iraqi forces")
    }

    @Test(
        "the name of an actor is its own rather than a short form or a common noun",
        arguments: [
            (
                Actor(name: "IS", id: "islamic_state", aliases: ["ISIS", "Islamic State"], kind: .jihadist),
                "Islamic State"
            ),
            (Actor(name: "group", id: "some_front", aliases: ["fighters", "the Front"], kind: .rebel), "group"),
            (Actor(name: "army", id: "sy_military", aliases: ["Syrian army"], kind: .stateForce), "Syrian army"),
            (Actor(name: "الجيش", kind: .stateForce), "الجيش"),
        ])
    func own(actor: Actor, name: String) { #expect(NameKey.name(of: actor) == name) }
}
