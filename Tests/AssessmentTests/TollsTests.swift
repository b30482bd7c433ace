import Assessment
import Record
import Testing

@Suite struct TollsTests {
    @Test("low, best and high stand over each source's newest figure; revisions in the order of knowledge")
    func bounds() throws {
        let tolls = Tolls.assess([
            Fixture.figure(.killed, 100, on: "2017-11-04", known: "2017-11-06", report: "c", publisher: "Third"),
            Fixture.figure(.killed, 75, on: "2017-11-04", known: "2017-11-04", report: "a", publisher: "First"),
            Fixture.figure(.killed, 80, on: "2017-11-04", known: "2017-11-05", report: "b", publisher: "First"),
            Fixture.figure(.killed, 90, on: "2017-11-04", known: "2017-11-05", report: "d", publisher: "Second"),
        ])
        let toll = try #require(tolls.first)
        #expect(tolls.count == 1)
        #expect([toll.low, toll.best, toll.high] == [80, 90, 100])
        #expect(toll.revisions.map(\.low) == [75, 80, 90, 100])
        #expect(toll.current.map(\.source) == ["first", "second", "third"])
    }

    @Test("totals and new figures, groups and days are never put together")
    func scopes() {
        let tolls = Tolls.assess([
            Fixture.figure(.displaced, 5000, total: true, on: "2017-11-04", known: "2017-11-04", report: "a"),
            Fixture.figure(.displaced, 300, on: "2017-11-04", known: "2017-11-04", report: "b"),
            Fixture.figure(.displaced, 200, group: "children", on: "2017-11-04", known: "2017-11-04", report: "c"),
            Fixture.figure(.displaced, 400, on: "2017-11-20", known: "2017-11-20", report: "d"),
        ])
        #expect(tolls.compactMap(\.high).sorted() == [200, 300, 400, 5000])
    }

    @Test("a copy neither confirms nor revises")
    func copies() {
        let first = Fixture.figure(.killed, 12, on: "2017-11-04", known: "2017-11-04", report: "a")
        let copy = Fixture.figure(.killed, 12, on: "2017-11-04", known: "2017-11-05", report: "b", echoOf: "a")
        #expect(Tolls.assess([first, copy]).first?.revisions.count == 1)
    }

    @Test("what was reported later changes no earlier answer")
    func known() {
        let first = Fixture.figure(.killed, 12, on: "2017-11-04", known: "2017-11-04", report: "a")
        let later = Fixture.figure(.killed, 20, on: "2017-11-04", known: "2017-11-09", report: "b")
        #expect(Tolls.assess([first, later], known: PartialDate("2017-11-05")) == Tolls.assess([first]))
    }
}
