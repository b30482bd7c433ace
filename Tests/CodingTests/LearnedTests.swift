import Coding
import Foundation
import Language
import Record
import Testing

/// Texts of other fields that use the words of war.
private let idleTexts = [
    "Wanderers seized control of the derby when their captain fired home from the edge of the box. Rovers laid siege to the goal in the last minutes but could not break through.",
    "The Kenyan attacked on the final hill and destroyed the field to win in Boston for the third time.",
    "Batting first, Pakistan lost four wickets in the morning session before a counterattack by the lower order.",
    "Ferrari's strategists were under fire after the race in Monza, where both cars retreated to the garage.",
    "The heavyweight champion knocked out his challenger in the second round in Manila and called for a rematch.",
    "Defender Ibrahim has signed for Lyon after Ajax released him on a free transfer.",
    "Nordbank fired a broadside at its rival on Tuesday when it offered 4 billion euros for the insurer.",
    "The coffee chain will invade Italy with 200 shops, and local bars are preparing for battle.",
    "Shares in the miner exploded after it struck copper in Zambia; analysts raised their targets.",
    "Airlines are fighting a fuel tax that the European Commission wants to impose on short flights.",
    "The takeover of Helix by Orion was shot down by shareholders, who think the price too low.",
    "A strike of luck for the watchmaker: sales in China rose by a quarter.",
    "In the second season the queen's army marches north, and the city falls after a terrible siege.",
    "This board game for four puts you in command of a fleet; bombard the enemy's port and capture his treasure.",
    "The photographs of the battlefield are on show in Berlin until March, and admission is free.",
    "Her new single was ambushed at the top of the charts by an unknown band from Oslo.",
    "The director's tenth film, shot in Morocco, follows a sniper who can no longer kill.",
    "Shoot the drones first, then storm the bunker: our guide to the last level of Steel Dawn.",
    "In 1571 the fleets met off Lepanto, and the Ottoman admiral was killed on his flagship.",
    "The fortress was besieged three times between 1702 and 1746 and fell only once.",
    "Wellington's troops stormed Badajoz in April 1812 at a terrible price.",
    "Legend says that the giants bombarded the chapel with rocks, which still lie in the valley.",
    "A band of heavy rain will sweep across Ireland on Monday and hit the east coast by noon.",
    "Gusts of 100 km an hour battered Lisbon and cut power to thousands of homes.",
    "The parasite invades the bee's body and kills the colony within weeks, a team in Zurich found.",
    "Antibodies capture the virus before it attacks the cell.",
    "A comet bombarded Jupiter in 1994, and the scars were seen for months.",
    "Grey squirrels have occupied the park and driven out their red cousins.",
    "Toast the seeds, crush the garlic and fire up the oven to its highest setting.",
    "The landlord declared war on bicycles in the hallway, and the tenants rebelled.",
    "My grandmother's army of gnomes has conquered the whole front garden.",
    "The quiz team from Cardiff crushed its rivals and took the cup home.",
    "Volunteers will plant 3,000 trees along the canal on Sunday.",
    "The town council of Dover voted to keep the library open on Saturdays.",
]

/// What the learned models add to the rules, over texts made up for these tests.
@Suite("Learned models")
struct LearnedTests {
    private static let pipeline = Result {
        Pipeline(
            models: try LanguageModels(folder: try DataFolder.path(.models)), world: nil,
            lexicon: try ReadText.lexicon.get())
    }

    private func coded(_ text: String) throws -> CodedReport {
        try Self.pipeline.get().code(Report(id: "t", text: text))
    }

    @Test("of ten texts on sport, trade, games, reviews, history, weather or daily life at most one makes a claim")
    func idle() throws {
        let alarms = try idleTexts.filter { text in
            try coded(text).claims.contains { $0.kind != .relation }
        }
        #expect(alarms.count * 10 <= idleTexts.count, "\(alarms)")
    }

    @Test(
        "notes are typed where the rules know no word for what they tell",
        arguments: [
            (
                "Dozens suffocated in Mopti when a nerve agent and chlorine gas were used on the town, doctors said.",
                "Chemical weapon"
            ),
            (
                "Pickets in Oaxaca pelted officers with bricks and set a bus on fire on Tuesday.",
                "Violent demonstration"
            ),
            (
                "Marines have put up a new observation post on the hill over Basilan, the navy said.",
                "Headquarters or base established"
            ),
        ])
    func types(_ text: String, _ subEvent: String) throws {
        #expect(try coded(text).primary?.acled == subEvent)
    }

    @Test(
        "what the main verb does gives PLOVER's root, not the violence that is only spoken of",
        arguments: [
            ("Norway condemned the bombing of a hospital in Kunduz by the Afghan army.", "ACCUSE"),
            ("Ghana threatened to attack rebels in Togo.", "THREATEN"),
            ("Peru has opened its borders to refugees from Venezuela and gave them food.", "AID"),
            ("Chad vetoed a resolution that Libya had drafted.", "REJECT"),
        ])
    func roots(_ text: String, _ root: String) throws {
        #expect(try coded(text).primary?.plover == root)
    }

    @Test("a claim of a model names it as its rule")
    func rules() throws {
        let found = try coded("Chad vetoed a resolution that Libya had drafted.")
        let primary = try #require(found.claims.first { $0.id == found.primary?.claim })
        #expect(primary.rule.hasPrefix("event/") || primary.rule.contains("learned/"))
    }

    @Test("a model file that is cut short is refused with its path")
    func broken() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("learned-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let path = folder.appendingPathComponent("types.model").path
        try Data("DATELINE".utf8).write(to: URL(fileURLWithPath: path))
        #expect { try LearnedModels(folder: folder.path) } throws: { "\($0)".contains(path) }
    }
}
