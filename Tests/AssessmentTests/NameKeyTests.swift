import Assessment
import Record
import Testing

@Suite struct NameKeyTests {
    @Test(
        "sides",
        arguments: [
            (Actor(name: "the army", id: "sy_military", kind: .stateForce, country: "SY"), "state:SY"),
            (Actor(name: "Assad", id: "ruler", kind: .person, country: "SY", side: "sy_government"), "state:SY"),
            (Actor(name: "Guards", id: "guards", kind: .stateForce, country: "SY", side: "sy_military"), "state:SY"),
            (
                Actor(name: "Council police", id: "town_police", kind: .police, country: "SY", side: "town_union"),
                "town_union"
            ),
            (Actor(name: "Self-rule", id: "self_rule", kind: .government, country: "SY"), "self_rule"),
            (Actor(name: "police", kind: .police), "state:IQ"),
            (Actor(name: "rebel forces", kind: .rebel), "name:rebel"),
            (Actor(name: "Rebels", kind: .rebel), "name:rebel"),
            (Actor(name: "forces", kind: .unknown), "name:force"),
        ])
    func side(actor: Actor, key: String) { #expect(NameKey.side(actor, at: "IQ") == key) }

    @Test(
        "spellings of one name fold alike",
        arguments: [("Deir ez-Zor", "deir ez zor"), ("al-Qa'im", "qaim"), ("Ālbū Kamāl", "albu kamal")])
    func fold(name: String, folded: String) { #expect(NameKey.fold(name) == folded) }
}
