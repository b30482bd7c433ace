import Assessment
import Record
import Testing

@Suite struct ControlHistoryTests {
    let fall = Fixture.control(
        .captured, Fixture.army, from: Fixture.group, on: "2017-11-09", known: "2017-11-09", report: "a")
    let before = Fixture.control(.held, Fixture.group, on: "2017-11-01", known: "2017-11-01", report: "z")

    @Test("a capture by an independent source changes the holder from its day on")
    func capture() {
        #expect(Fixture.state([before, fall], on: "2017-11-08").holder?.key == "islamic_state")
        #expect(Fixture.state([before, fall], on: "2017-11-09").holder?.key == "state:SY")
        #expect(Fixture.state([before, fall], on: "2017-11-09").status == .held)
    }

    @Test("a party's word for itself stays claimed until someone who is no party says so")
    func claimed() {
        let army = Attribution(name: "army", id: "syrian_army", kind: .party)
        let own = Fixture.control(
            .captured, Fixture.army, on: "2017-11-09", known: "2017-11-09", report: "b", by: army, modality: .claimed)
        let state = Fixture.state([before, own], on: "2017-11-10")
        #expect(state.status == .claimed)
        #expect(state.previous?.key == "islamic_state")
        let seen = Fixture.control(
            .held, Fixture.army, on: "2017-11-11", known: "2017-11-11", report: "c", publisher: "Other")
        #expect(Fixture.state([before, own, seen], on: "2017-11-12").status == .held)
        #expect(Fixture.state([before, own, seen], on: "2017-11-12", known: "2017-11-10").status == .claimed)
    }

    @Test("an admission against the speaker's own interest is enough")
    func admission() {
        let group = Attribution(name: "IS", id: "islamic_state", kind: .party)
        let own = Fixture.control(
            .captured, Fixture.army, from: Fixture.group, on: "2017-11-09", known: "2017-11-09", report: "b", by: group,
            modality: .claimed)
        #expect(Fixture.state([before, own], on: "2017-11-10").status == .held)
        #expect(Fixture.state([before, own], on: "2017-11-10").holder?.key == "state:SY")
    }

    @Test("a correction by the same paper takes the capture away, but not for what was known before")
    func correction() {
        let wrong = Fixture.control(
            .captured, Fixture.army, on: "2017-11-09", known: "2017-11-10", report: "d", modality: .negated)
        let all = [before, fall, wrong]
        #expect(Fixture.state(all, on: "2017-11-09", known: "2017-11-09").holder?.key == "state:SY")
        #expect(Fixture.state(all, on: "2017-11-09", known: "2017-11-10").holder?.key == "islamic_state")
    }

    @Test("one party's claim against the other's denial is contested")
    func wordAgainstWord() {
        let army = Attribution(name: "army", id: "syrian_army", kind: .party)
        let group = Attribution(name: "IS", id: "islamic_state", kind: .party)
        let claim = Fixture.control(
            .captured, Fixture.army, on: "2017-11-09", known: "2017-11-09", report: "b", by: army, modality: .claimed)
        let denial = Fixture.control(
            .captured, Fixture.army, on: "2017-11-09", known: "2017-11-09", report: "e", publisher: "Other", by: group,
            modality: .denied)
        let state = Fixture.state([before, claim, denial], on: "2017-11-10")
        #expect(state.status == .contested)
        #expect(!state.contradicting.isEmpty)
    }

    @Test("what is pledged, forecast or supposed never counts")
    func pledged() {
        for modality in [Modality.pledged, .forecast, .hypothetical] {
            let claim = Fixture.control(
                .captured, Fixture.army, on: "2017-11-09", known: "2017-11-09", report: "b", modality: modality)
            #expect(Fixture.state([before, claim], on: "2017-11-10").holder?.key == "islamic_state")
        }
    }

    @Test("a part taken divides the town")
    func part() {
        var claim = fall
        if case .control(var control) = claim.claim.content {
            control.place.scope = .part
            claim.claim.content = .control(control)
        }
        let state = Fixture.state([before, claim], on: "2017-11-10")
        #expect(state.status == .divided)
        #expect(state.sides.count == 2)
    }

    @Test("staleness is counted from the last day on which a source said so")
    func stale() {
        #expect(Fixture.state([fall], on: "2017-12-26").staleDays == 47)
    }

    @Test("nothing is known before the first claim")
    func unknown() { #expect(Fixture.state([fall], on: "2017-01-01").status == .unknown) }

    @Test("a later capture of the whole ends a division, and one that is only claimed leaves it claimed")
    func divisionEnds() {
        let divided = Fixture.control(
            .divided, nil, on: "2017-07-01", known: "2017-11-03", report: "h", publisher: "History")
        let before = Fixture.state([divided], on: "2017-11-01")
        #expect(before.status == .divided)
        #expect(Fixture.state([divided, fall], on: "2017-11-09").status == .held)
        #expect(Fixture.state([divided, fall], on: "2017-12-09").holder?.key == "state:SY")
        let army = Attribution(name: "army", id: "syrian_army", kind: .party)
        let own = Fixture.control(
            .captured, Fixture.army, on: "2017-11-09", known: "2017-11-09", report: "b", by: army, modality: .claimed)
        #expect(Fixture.state([divided, own], on: "2017-11-09").status == .claimed)
    }

    @Test("who holds the whole and clears a part of it does not divide it")
    func clearing() {
        var part = Fixture.control(
            .captured, Fixture.army, on: "2017-11-11", known: "2017-11-11", report: "p", publisher: "Other")
        if case .control(var control) = part.claim.content {
            control.place.scope = .part
            part.claim.content = .control(control)
        }
        #expect(Fixture.state([before, fall, part], on: "2017-11-12").status == .held)
        #expect(Fixture.state([before, part], on: "2017-11-12").status == .divided)
    }

    @Test("parts that different sides are said to hold name both sides of the division")
    func bothSides() {
        let parts = [(Fixture.army, "p"), (Fixture.group, "q")].map { side, report in
            var claim = Fixture.control(.held, side, on: "2017-09-12", known: "2017-09-12", report: report)
            if case .control(var control) = claim.claim.content {
                control.place.scope = .part
                claim.claim.content = .control(control)
            }
            return claim
        }
        let state = Fixture.state(parts, on: "2017-09-12")
        #expect(state.status == .divided)
        #expect(Set(state.sides.map(\.key)) == ["state:SY", "islamic_state"])
    }

    @Test("the whole claimed on the day on which a part was seen taken is claimed, no longer divided")
    func wholeAndPart() {
        let divided = Fixture.control(
            .divided, nil, on: "2014-07-01", known: "2017-11-01", report: "h", publisher: "History")
        var part = Fixture.control(
            .captured, Fixture.army, on: "2017-11-09", known: "2017-11-09", report: "p", publisher: "Other")
        if case .control(var control) = part.claim.content {
            control.place.scope = .part
            part.claim.content = .control(control)
        }
        let army = Attribution(name: "army", id: "syrian_army", kind: .party)
        let own = Fixture.control(
            .captured, Fixture.army, on: "2017-11-09", known: "2017-11-09", report: "b", by: army, modality: .claimed)
        #expect(Fixture.state([divided, part, own], on: "2017-11-10").status == .claimed)
    }
}
