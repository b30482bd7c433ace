import Assessment
import Record
import Testing

/// How claims that are told as history are weighed together.
@Suite("Histories are weighed as a whole")
struct ChronicleTests {
    private static let rebels = Actor(name: "Front", id: "front", kind: .rebel)

    private func told(
        _ state: Control.State, _ holder: Actor?, from: Actor? = nil, on day: String, by publisher: String,
        part: Bool = false
    ) -> SourcedClaim {
        var claim = Fixture.control(
            state, holder, from: from, on: day, known: "2023-01-01", report: "\(publisher) \(day)", publisher: publisher
        )
        claim.claim.background = true
        if case .control(var control) = claim.claim.content {
            control.place.range = TextRange(0, 4)
            if part { control.place.scope = .part }
            claim.claim.content = .control(control)
        }
        return claim
    }

    private var war: [SourcedClaim] {
        [
            told(.captured, Fixture.group, on: "2015-05-21", by: "A"),
            told(.captured, Fixture.group, on: "2015-05-20", by: "B"),
            told(.held, Fixture.group, on: "2016-01-10", by: "C"),
            told(.captured, Fixture.army, from: Fixture.group, on: "2016-03-27", by: "A"),
            told(.captured, Fixture.army, on: "2016-03-27", by: "B"),
        ]
    }

    @Test("changes of hands that the course bears out stand")
    func course() {
        #expect(Fixture.state(war, on: "2015-12-01").holder?.id == "islamic_state")
        #expect(Fixture.state(war, on: "2017-12-01").holder?.key == "state:SY")
    }

    @Test("one sentence that says otherwise between others is set aside, and listed against")
    func slip() {
        let claims = war + [told(.captured, Self.rebels, on: "2015-09-01", by: "D")]
        let state = Fixture.state(claims, on: "2015-12-01")
        #expect(state.holder?.id == "islamic_state")
        #expect(state.contradicting.contains { $0.publisher == "D" })
    }

    @Test("two voices that say otherwise are heard")
    func two() {
        let claims =
            war + [
                told(.captured, Self.rebels, on: "2015-09-01", by: "D"),
                told(.captured, Self.rebels, on: "2015-09-01", by: "E"),
            ]
        #expect(Fixture.state(claims, on: "2015-12-01").holder?.id == "front")
    }

    @Test("a change that no word dates lies where its report tells of the place")
    func undated() {
        var taken = told(.captured, Fixture.army, from: Fixture.group, on: "2016-03-27", by: "A")
        taken.claim.when = nil
        let later = told(.captured, Fixture.army, on: "2016-03-28", by: "A", part: true)
        let others = [
            told(.captured, Fixture.group, on: "2015-05-20", by: "B"),
            told(.captured, Fixture.army, on: "2016-03-28", by: "C", part: true),
        ]
        taken.report = later.report
        taken.echoOf = later.report
        let known = told(.held, Fixture.army, on: "2016-04-20", by: "D", part: true)
        var again = taken
        (again.key, again.report, again.echoOf, again.publisher) = ("again", known.report, known.report, "D")
        let dated = others + [later, known, taken, again]
        #expect(Fixture.state(dated, on: "2016-06-01").holder?.key == "state:SY")
        // Without another word of its report on the place, nobody knows when it was.
        #expect(Fixture.state(others + [taken, again], on: "2016-06-01").holder?.key != "state:SY")
    }

    @Test("who held a town in the month in which it fell held it till it fell")
    func coarse() {
        let claims = war + [told(.held, Fixture.group, on: "2016-03", by: "F")]
        #expect(Fixture.state(claims, on: "2016-04-15").holder?.key == "state:SY")
        #expect(Fixture.state(claims, on: "2016-03-10").holder?.id == "islamic_state")
    }

    @Test("a capture by nobody who is named ends only what nobody has said for a year")
    func nobody() {
        let soon = war + [told(.captured, nil, on: "2016-05-01", by: "F")]
        #expect(Fixture.state(soon, on: "2016-06-01").holder?.key == "state:SY")
        let late = war + [told(.captured, nil, on: "2018-05-01", by: "F")]
        #expect(Fixture.state(late, on: "2018-06-01").status == .unknown)
    }

    @Test("news of one day is never set aside")
    func news() {
        let report = Fixture.control(
            .captured, Self.rebels, on: "2015-09-01", known: "2015-09-02", report: "n", publisher: "D")
        #expect(Fixture.state(war + [report], on: "2015-09-03").holder?.id == "front")
    }

    @Test("a part taken in a fight that changed nothing does not divide the place")
    func parts() {
        let failed = told(.captured, Fixture.army, on: "2015-06-15", by: "D", part: true)
        #expect(Fixture.state(war + [failed], on: "2015-08-01").status == .held)
        let last = told(.captured, Fixture.army, on: "2016-03-20", by: "D", part: true)
        #expect(Fixture.state(war + [last], on: "2016-03-22").status == .divided)
    }

    @Test("militants without a name are the party that others name about that time")
    func crowd() {
        let crowd = Actor(name: "militants", kind: .rebel)
        let claims = [
            told(.captured, crowd, on: "2014-06-11", by: "A"),
            told(.captured, Fixture.group, on: "2014-06-15", by: "B"),
        ]
        #expect(Fixture.state(claims, on: "2014-06-12").holder?.id == "islamic_state")
    }

    @Test("what nobody has said for three years is unknown, and who held it last stays named")
    func lapse() {
        let claims = [told(.captured, Fixture.group, on: "2014-06-08", by: "A")]
        let held = Fixture.state(claims, on: "2016-06-01")
        #expect(held.status == .held)
        #expect(held.until == nil, "that it will be forgotten is no end")
        let late = Fixture.state(claims, on: "2017-12-17")
        #expect(late.status == .unknown)
        #expect(late.previous?.id == "islamic_state")
    }

    @Test("a later claim that names the loser bears out that he held it till then")
    func borneOut() {
        let claims = [
            told(.captured, Fixture.group, on: "2014-06-08", by: "A"),
            told(.captured, Fixture.army, from: Fixture.group, on: "2017-10-05", by: "B"),
        ]
        #expect(Fixture.state(claims, on: "2017-03-01").holder?.id == "islamic_state")
    }

    @Test("forces of a people are its army or alliance in that country")
    func people() {
        let kurdish = Actor(name: "Kurdish forces", kind: .unknown)
        #expect(NameKey.side(kurdish, at: "SY") == "syrian_democratic_forces")
        #expect(NameKey.side(kurdish, at: "IQ") == "state:RQ")
        #expect(NameKey.side(kurdish, at: "TR") == "name:kurdish")
    }
}
