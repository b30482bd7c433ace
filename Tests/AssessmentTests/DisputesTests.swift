import Assessment
import Record
import Testing

@Suite struct DisputesTests {
    private func capture(
        _ holder: Actor, on day: String, report: String, known: String = "2017-11-12", modality: Modality = .asserted
    ) -> SourcedClaim {
        Fixture.control(
            .captured, holder, on: day, known: known, report: report, publisher: "Paper \(report)", modality: modality)
    }

    @Test("two takers on one day differ on the holder")
    func holder() {
        let found = Disputes.assess([
            capture(Fixture.army, on: "2017-11-09", report: "a"), capture(Fixture.group, on: "2017-11-09", report: "b"),
        ])
        #expect(found.map(\.field) == [.holder])
        #expect(found.first?.claims.map(\.report) == ["a", "b"])
    }

    @Test("two days for one capture differ by so many days")
    func date() {
        let found = Disputes.assess([
            capture(Fixture.army, on: "2017-11-08", report: "a"), capture(Fixture.army, on: "2017-11-11", report: "b"),
        ])
        #expect(found.map(\.field) == [.date])
        #expect(found.first?.days == 3)
    }

    @Test("another source's denial is a dispute, the source's own a correction")
    func denials() {
        let claim = capture(Fixture.army, on: "2017-11-09", report: "a", known: "2017-11-09")
        let denial = capture(Fixture.army, on: "2017-11-09", report: "b", modality: .denied)
        #expect(Disputes.assess([claim, denial]).map(\.field) == [.denied])
        var own = capture(Fixture.army, on: "2017-11-09", report: "c", modality: .negated)
        own.publisher = claim.publisher
        let found = Disputes.assess([claim, own])
        #expect(found.map(\.field) == [.corrected])
        #expect(found.first?.days == 3)
        #expect(Disputes.assess([claim, own], known: PartialDate("2017-11-11")).isEmpty)
    }

    @Test("tolls differ from a quarter on; heavier disputes come first")
    func tolls() {
        let near = Fixture.figure(.wounded, 10, on: "2017-11-04", known: "2017-11-04", report: "a")
        let nearer = Fixture.figure(.wounded, 12, on: "2017-11-04", known: "2017-11-04", report: "b")
        #expect(Disputes.assess([near, nearer]).isEmpty)
        let far = Fixture.figure(.wounded, 40, on: "2017-11-04", known: "2017-11-04", report: "c")
        let found = Disputes.assess([
            near, far, capture(Fixture.army, on: "2017-11-09", report: "d"),
            capture(Fixture.group, on: "2017-11-09", report: "e"),
        ])
        #expect(found.map(\.field) == [.toll, .holder])
        #expect(found.map(\.rank) == found.map(\.rank).sorted(by: >))
    }
}
