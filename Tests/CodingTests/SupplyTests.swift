import Coding
import Record
import Testing

/// Who helps whom, in other words than "backed".
@Suite("Supply, behalf, support")
struct SupplyTests {
    private func relations(_ text: String) throws -> [Relation] {
        try CodedText("Fighting went on near Azaz. " + text, towns: ["Azaz"]).claims.compactMap {
            if case .relation(let relation) = $0.content { relation } else { nil }
        }
    }

    @Test(
        "backed",
        arguments: [
            ("Russia has supplied the rebels in Azaz with tanks and gunners.", "ru_government"),
            ("Pakistani aircraft bombed the rebels on the Taliban's behalf.", "pk_air_force"),
            ("American planes flew in support of the Iraqi army in Azaz.", "us_air_force"),
        ])
    func backed(_ text: String, _ backer: String) throws {
        let found = try relations(text)
        #expect(found.contains { $0.bond == .backed && $0.actor.id == backer }, "\(found)")
    }

    @Test("members of an alliance with their fellows")
    func members() throws {
        let found = try relations(
            "The YPG is one of the members of the Syrian Democratic Forces, together with the YPJ.")
        #expect(found.filter { $0.bond == .coalition }.count == 2, "\(found)")
    }

    @Test("food for villagers backs nobody")
    func food() throws {
        #expect(try relations("Russia has supplied the villagers of Azaz with flour and blankets.").isEmpty)
    }
}
