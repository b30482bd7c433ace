import Coding
import Record
import Testing

/// Counts of people: what is counted, how exactly, and what is no count at all.
@Suite("Figures and relations")
struct FigureTests {
    private func figures(_ text: String) throws -> [Figure] {
        try CodedText(text, towns: ["Raqqa", "Homs", "Tadef"]).claims.compactMap {
            if case .figure(let figure) = $0.content { figure } else { nil }
        }
    }

    @Test(
        "one measure with its bounds",
        arguments: [
            (
                "At least 14 villagers were killed in the shelling of Raqqa.", Figure.Measure.killed, 14.0,
                nil as Double?
            ),
            ("The hospital in Homs said 22 people were also wounded in the shelling.", .wounded, 22, 22),
            ("Nearly 3 million people were displaced by the fighting in Homs.", .displaced, 3_000_000, 3_000_000),
            ("The army said its soldiers detained 35 militants in Homs.", .captured, 35, 35),
            ("The shelling of Raqqa left nine people dead.", .killed, 9, 9),
            ("A doctor in Homs said he had received 87 bodies after the shelling.", .killed, 87, 87),
            ("The army in Homs has published the names of 221 dead soldiers.", .killed, 221, 221),
            ("The ministry in Homs has announced the loss of 92 servicemen in the shelling.", .killed, 92, 92),
            ("Some 1,400 families have reached Raqqa from Homs.", .households, 1400, 1400),
            ("The army puts the losses of the rebels in Homs at over 400.", .killed, 400, nil),
            ("Soldiers had shot dead at least 82 villagers in Homs.", .killed, 82, nil),
            ("More than 100 militants gave themselves up in Homs.", .captured, 100, nil),
            ("The shelling killed a villager in Raqqa.", .killed, 1, 1),
            ("Warplanes struck Raqqa, killing seven people from one family.", .killed, 7, 7),
            ("Six soldiers were martyred in the shelling of Raqqa.", .killed, 6, 6),
            ("The fighting in Homs drove 14,000 families from their homes.", .households, 14_000, 14_000),
        ] as [(String, Figure.Measure, Double?, Double?)])
    func measured(text: String, measure: Figure.Measure, low: Double?, high: Double?) throws {
        let found = try figures(text)
        #expect(found.contains { $0.measure == measure && $0.low == low && $0.high == high }, "\(found)")
        #expect(found.count == 1)
    }

    @Test("parts of a toll take its measure")
    func parts() throws {
        let found = try figures("Eleven civilians were killed in the shelling of Raqqa, including four children.")
        #expect(found.map(\.low) == [11, 4])
        #expect(found.allSatisfy { $0.measure == .killed })
    }

    @Test("four of them children, and children among them")
    func subsets() throws {
        let four = try figures("A shell killed nine people in Homs, four of them children.")
        #expect(four.map(\.low) == [9, 4])
        #expect(four.last?.group == "children")
        let list = try figures("Soldiers killed 82 people in Homs, 11 women and 13 children among them.")
        #expect(list.map(\.low) == [82, 11, 13])
        #expect(list.allSatisfy { $0.measure == .killed })
    }

    @Test(
        "what counts no people",
        arguments: [
            "Gunmen attacked three police checkpoints in Raqqa on Monday.",
            "A convoy with supplies for 25,000 children left Homs on Monday after the shelling.",
            "Fifteen pick-up trucks were destroyed in the shelling of Raqqa.",
            "The soldiers in Homs were paid 7 million dollars.",
            "Shelling of Raqqa went on for 12 days, the army said.",
        ])
    func nothing(text: String) throws { #expect(try figures(text).isEmpty) }

    @Test("the displaced after the dead are not dead, who is beaten back does not return")
    func mixed() throws {
        let found = try figures("The fighting in Homs has caused 310 deaths and more than 81,700 displaced people.")
        #expect(found.contains { $0.measure == .displaced && $0.low == 81_700 }, "\(found)")
        #expect(!found.contains { $0.measure == .killed && $0.low == 81_700 })
        let beaten = try figures("About 200 fighters were beaten back in two suburbs of Homs, the army said.")
        #expect(!beaten.contains { $0.measure == .returnees }, "\(beaten)")
    }

    @Test("a relation is told once in a report")
    func once() throws {
        let coded = try CodedText(
            "US-backed Syrian Democratic Forces entered Raqqa. The US-backed Syrian Democratic Forces then took Tadef.",
            towns: ["Raqqa", "Tadef"])
        let relations = coded.claims.filter { if case .relation = $0.content { true } else { false } }
        #expect(relations.count == 1)
    }

    @Test("the day that a page prints is surer than the day of fetching")
    func headerDay() throws {
        let coded = try CodedText(
            "Published November 6 2017 The army captured Raqqa on Sunday.", towns: ["Raqqa"], published: "2017-11-20")
        #expect(coded.controls.first?.claim.when?.start == PartialDate("2017-11-05"))
    }
}
