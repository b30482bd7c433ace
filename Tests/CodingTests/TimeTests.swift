import Coding
import Language
import Record
import Testing

@Suite("Times")
struct TimeTests {
    @Test("a sentence that ends in a word of time is read to its end", arguments: ["since", "until", "till", "last"])
    func endsInWord(_ word: String) {
        let sentence = Sentence(tokens: [
            Token(range: TextRange(0, 4), form: "Held", lemma: "hold", upos: .verb),
            Token(range: TextRange(5, 5 + word.utf8.count), form: word, lemma: word, upos: .adp, head: 0),
        ])
        #expect(TimeReader(today: PartialDate("2017-11-03")).read(sentence, in: "Held " + word).isEmpty)
    }

    @Test(
        "times are read against the day of the report, a Wednesday",
        arguments: [
            ("The bridge fell yesterday.", "2017-11-07", "2017-11-07"),
            ("The bridge fell on Friday.", "2017-11-03", "2017-11-03"),
            ("The bridge fell on 2 October.", "2017-10-02", "2017-10-02"),
            ("The bridge fell in March 2016.", "2016-03", "2016-03"),
            ("The bridge has been closed since 2014.", "2014", nil),
            ("The bridge has been closed for nearly three years.", "2014", nil),
            ("The bridge fell three days ago.", "2017-11-05", "2017-11-05"),
        ] as [(String, String?, String?)])
    func against(_ text: String, start: String?, end: String?) throws {
        let span = try #require(try times(text).first)
        #expect(span.start?.description == start)
        #expect(span.end?.description == end)
    }

    @Test("so long before or after the date that the sentence gave")
    func beside() throws {
        func starts(_ text: String) throws -> [String?] { try times(text).map(\.start?.description) }
        #expect(
            try starts("They took the hill in January 2014, five months before they took the town.") == [
                "2014-01", "2014-06",
            ])
        #expect(try starts("Troops came on Nov 3, a day after the rebels had left.") == ["2017-11-03", "2017-11-02"])
        #expect(
            try starts("The army took the hill on Nov 6, and the town two days before.") == [
                "2017-11-06", "2017-11-04",
            ])
    }

    @Test("days later count from the day that the sentence gave last, and from none without one")
    func later() throws {
        let starts = try times("The army took the hill on Nov 2, but lost it two days later.").map(\.start?.description)
        #expect(starts == ["2017-11-02", "2017-11-04"])
        #expect(try times("The army lost the hill two days later.").allSatisfy { $0.start == nil })
    }

    private func times(_ text: String) throws -> [TimeSpan] {
        let models = try LanguageModels(folder: try DataFolder.path(.models))
        let reader = TimeReader(today: PartialDate("2017-11-08"))
        return Analyser(models: models).analyse(text).flatMap { reader.read($0, in: text) }.map(\.span)
    }
}
