import Assessment
import Record
import Testing

@Suite struct IncidentsTests {
    let one = Fixture.event(
        .ied, actor: Fixture.group, dead: 75, on: "2017-11-04", known: "2017-11-04", report: "a")
    let two = Fixture.event(
        .suicideBombing, actor: Fixture.group, dead: 100, on: "2017-11-04", known: "2017-11-05", report: "b")

    @Test("two reports of one bombing are one incident; type and toll are listed as conflicts")
    func linked() throws {
        let incidents = Incidents.assess([two, one])
        let incident = try #require(incidents.first)
        #expect(incidents.count == 1)
        #expect(incident.members.map(\.report) == ["a", "b"])
        #expect(incident.independent == 2)
        #expect(incident.conflicts == ["type: ied / suicide_bombing", "killed: 75 / 100"])
        #expect(incident.killed?.low == 75 && incident.killed?.high == 100)
    }

    @Test("claims of one report, of other days, other places or other kinds stay apart")
    func apart() {
        var sameReport = two
        sameReport.report = "a"
        let later = Fixture.event(.ied, actor: Fixture.group, on: "2017-11-08", known: "2017-11-08", report: "c")
        let elsewhere = Fixture.event(
            .ied, actor: Fixture.group, on: "2017-11-04", known: "2017-11-04", report: "d", at: Place(name: "Othertown")
        )
        let other = Fixture.event(.aid, on: "2017-11-04", known: "2017-11-04", report: "e")
        #expect(Incidents.assess([one, sameReport, later, elsewhere, other]).count == 5)
    }

    @Test("what was reported later is no part of what was known")
    func known() {
        #expect(Incidents.assess([one, two], known: PartialDate("2017-11-04")).map(\.members.count) == [1])
    }

    @Test("an event without a day is no incident")
    func coarse() {
        let month = Fixture.event(.ied, on: "2017-11", known: "2017-12-01", report: "m")
        #expect(Incidents.assess([month]).isEmpty)
    }

    @Test("an analyst's word goes before the score, both ways")
    func pairings() {
        let far = Fixture.event(.ied, dead: 3, on: "2017-11-05", known: "2017-11-06", report: "f")
        #expect(Incidents.assess([one, two, far]).count == 2)
        let joined = Pairings(joined: [("b#c1", "f#c1")])
        #expect(Incidents.assess([one, two, far], pairings: joined).map(\.members.count) == [3])
        let parted = Pairings(parted: [("a#c1", "b#c1")])
        #expect(Incidents.assess([one, two], pairings: parted).count == 2)
        // A third report alike to both joins one of them, and does not bring the parted two together.
        let third = Fixture.event(
            .ied, actor: Fixture.group, dead: 75, on: "2017-11-04", known: "2017-11-05", report: "g")
        let groups = Incidents.assess([one, two, third], pairings: parted)
        #expect(groups.map { Set($0.members.map(\.report)) } == [["a", "g"], ["b"]])
    }

    @Test("the order of reading changes no incident", arguments: 0..<100)
    func order(seed: Int) {
        var random = Seeded(seed: UInt64(seed))
        let types: [EventType] = [.ied, .armedClash, .attack, .airStrike, .shelling]
        let sides = [Fixture.army, Fixture.group, nil]
        let claims = (0..<40).map { index in
            let day = PartialDate(daysSince1970: 17_000 + Int.random(in: 0...6, using: &random)).description
            return Fixture.event(
                types.randomElement(using: &random) ?? .ied, actor: sides.randomElement(using: &random) ?? nil,
                target: sides.randomElement(using: &random) ?? nil, dead: Int.random(in: 0...4, using: &random),
                on: day,
                known: day, report: "r\(index / 2)")
        }
        let unique = claims.enumerated().map { index, claim in
            var claim = claim
            claim.key = "\(claim.report)#c\(index)"
            return claim
        }
        #expect(Incidents.assess(unique) == Incidents.assess(unique.shuffled(using: &random)))
    }
}
