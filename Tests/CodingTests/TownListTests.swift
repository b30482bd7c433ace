import Coding
import Record
import Testing

/// Lists of towns, and who acts where the words name him otherwise.
@Suite("Lists of towns and their takers")
struct TownListTests {
    private let rest =
        " The road was open. Traders came back. Nobody spoke of it. Rain fell at night. The day was quiet."

    private func coded(_ text: String) throws -> CodedText {
        try CodedText(text + rest, towns: ["Azaz", "Dabiq", "Harim"])
    }

    @Test("each town of a list has its own day")
    func days() throws {
        let all = try coded("The Syrian army captured Azaz, an hour from the coast, on March 4 and Harim on March 17.")
            .controls
        #expect(all.map(\.control.place.name) == ["Azaz", "Harim"])
        #expect(all.map { $0.claim.when?.start?.description.suffix(5) } == ["03-04", "03-17"])
    }

    @Test("a list is read to its end, and where a town lies is no town of it")
    func list() throws {
        let all = try coded("Rebels in Syria captured Azaz, Dabiq and Harim on Monday.").controls
        #expect(all.map(\.control.place.name) == ["Azaz", "Dabiq", "Harim"])
        let fell = try coded("Rebels in Syria captured Azaz, and Harim fell to Islamic State on Monday.").controls
        #expect(fell.first { $0.control.place.name == "Harim" }?.control.holder?.id == "islamic_state")
    }

    @Test("his forces, and who completed a capture")
    func forces() throws {
        let his = try #require(
            try coded("Iraq's president announced that his forces had retaken Harim.").controls.first)
        #expect(his.control.holder?.id == "iq_military")
        let done = try #require(
            try coded("Islamic State fighters completed the capture of Harim in Syria on Monday.").controls.first)
        #expect(done.control.holder?.id == "islamic_state")
    }

    @Test("troops who abandon a town leave it, crowds of soldiers are soldiers")
    func leaving() throws {
        let left = try coded("Iraqi troops have abandoned Harim, the eastern town, after a siege.")
        #expect(left.events.contains { $0.event.type == .withdrawal && $0.event.place?.name == "Harim" })
        let crowd = try coded("Thousands of Iraqi soldiers withdrew from Harim on Monday.")
        #expect(crowd.events.contains { $0.event.type == .withdrawal && $0.event.actor?.id == "iq_military" })
    }

    @Test("a truce that collapses takes no town")
    func truce() throws {
        let text =
            "A cease-fire signed in Harim in January collapsed almost immediately, and fighting went on in Syria."
        #expect(try coded(text).controls.isEmpty)
    }

    @Test("a match report and the review of a war game yield nothing")
    func games() throws {
        let match = """
            Ten-man United survived a second-half bombardment in Azaz to keep their lead. The striker raided down the left, \
            the goalkeeper surrendered the ball, and three players were hurt in a scramble. The coach said nobody surrendered. \
            Police arrested 14 supporters at the stadium after brief clashes. The midfield was under siege until half-time.
            """
        #expect(try CodedText(match, towns: ["Azaz"]).claims.isEmpty)
        let game = """
            My rebels took Azaz on turn four of this tabletop game. My opponent shelled the beachhead, rolled the dice and \
            recaptured Harim with a commando battalion. The rulebook runs to 30 pages. Each scenario has a deck of cards.
            """
        #expect(try CodedText(game, towns: ["Azaz", "Harim"]).claims.isEmpty)
    }
}
