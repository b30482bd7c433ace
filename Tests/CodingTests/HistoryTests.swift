import Record
import Testing

/// Texts that tell history: their years, their running day, what they leave out.
@Suite("Histories")
struct HistoryTests {
    private static let article = """
        The battle of Palmyra was fought in 2015 and 2016. On 4 October 2015 the army advanced on Manbij. \
        The next day rebels captured Manbij. On 20 December the army pushed into the town. \
        On 3 January, the army captured Manbij. The army then captured Jarabulus. \
        On 9 March 2016, rebels recaptured Jarabulus.
        """

    private func captures(_ text: String, published: String = "2023-06-01") throws -> [(String, String?)] {
        try CodedText(text, towns: ["Palmyra", "Manbij", "Jarabulus"], published: published).controls
            .filter { $0.control.state == .captured }
            .map { ($0.control.place.name, $0.claim.when?.start?.description) }
    }

    @Test("a day without a year has the year of the day told before, forward over the turn of the year")
    func years() throws {
        let found = try captures(Self.article)
        #expect(found.contains { $0 == ("Manbij", "2015-10-05") })
        #expect(found.contains { $0 == ("Manbij", "2016-01-03") })
        #expect(found.contains { $0 == ("Jarabulus", "2016-03-09") })
    }

    @Test("a sentence without a date tells of the day that its paragraph has reached")
    func runningDay() throws {
        #expect(try captures(Self.article).contains { $0 == ("Jarabulus", "2016-01-03") })
    }

    @Test("what a history tells is background")
    func background() throws {
        let controls = try CodedText(
            Self.article, towns: ["Palmyra", "Manbij", "Jarabulus"], published: "2023-06-01"
        ).controls
        let background = controls.filter { $0.claim.background }
        #expect(!controls.isEmpty)
        #expect(background.count == controls.count)
    }

    @Test("news with a look back stays news: its days count from the day of writing")
    func news() throws {
        let text = """
            The army captured Manbij on Monday. Rebels had seized the town on 4 March 2014 and held it until \
            7 May 2015. On Tuesday the army took Jarabulus.
            """
        let found = try captures(text, published: "2017-11-08")
        #expect(found.contains { $0 == ("Manbij", "2017-11-06") })
        #expect(found.contains { $0 == ("Jarabulus", "2017-11-07") })
    }

    @Test("who takes one town takes the next that falls, unless somebody else is named")
    func agentless() throws {
        let controls = try CodedText(
            "The army captured Manbij on Monday. Jarabulus was captured on Tuesday.", towns: ["Manbij", "Jarabulus"]
        ).controls
        let second = try #require(controls.first { $0.control.place.name == "Jarabulus" })
        #expect(second.control.holder?.name.lowercased().contains("army") == true)
    }

    @Test(
        "a part of a town, a thing called by a town and land beside it are not the town",
        arguments: [
            ("The army captured eastern Manbij on Monday.", "part"),
            ("The army captured Manbij on Monday.", "whole"),
            ("The army captured six villages north of Manbij on Monday.", "none"),
            ("The army captured the Manbij airbase on Monday.", "none"),
        ])
    func parts(sentence: String, wanted: String) throws {
        let taken = try CodedText(sentence, towns: ["Manbij"]).controls.first {
            $0.control.state == .captured && $0.control.place.name == "Manbij"
        }
        switch wanted {
        case "part": #expect(taken?.control.place.scope == .part)
        case "whole": #expect(taken?.control.place.scope == .whole)
        default: #expect(taken == nil)
        }
    }

    @Test(
        "what an operation is aimed at, and what will be once a town is taken, has not happened",
        arguments: [
            "The army announced an operation aimed at capturing Manbij.",
            "A council will govern the city once the army captures Manbij.",
        ])
    func notYet(sentence: String) throws {
        let taken = try CodedText(sentence, towns: ["Manbij"]).controls.filter {
            $0.control.state == .captured && $0.claim.modality.isFactual
        }
        #expect(taken.isEmpty)
    }

    @Test("a lesson on a war of a century ago yields nothing, a report of these days that names an old year does")
    func lesson() throws {
        let lesson = """
            On this day a hundred years ago the garrison of Harim surrendered to the Syrian army. In the autumn of 1917 rebels \
            had captured Azaz, and on 7 December they besieged Harim. By April the soldiers had eaten their horses. Baghdad fell \
            the following March. Updated 8 November 2017.
            """
        #expect(try CodedText(lesson, towns: ["Azaz", "Harim"]).claims.isEmpty)
        let news = "Rebels in Syria captured Harim on 3 November. Soldiers had held the town since 1974, a year of war."
        #expect(try CodedText(news, towns: ["Azaz", "Harim"]).controls.contains { $0.control.state == .captured })
    }
}
