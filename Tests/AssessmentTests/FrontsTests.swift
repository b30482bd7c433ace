import Assessment
import Record
import Testing

@Suite struct FrontsTests {
    private func history(
        _ name: String, _ latitude: Double, _ changes: [(Actor, String)]
    ) -> (Fronts.History, [SourcedClaim]) {
        var place = Place(name: name)
        (place.id, place.country, place.latitude, place.longitude) = ("t:\(name)", "SY", latitude, 40)
        let claims = changes.enumerated().map { index, change in
            Fixture.control(
                .captured, change.0, on: change.1, known: change.1, report: "\(name)\(index)", publisher: "P\(index)")
        }
        let seen = claims.enumerated().compactMap { Observation($1, ref: $0) }
        return ((key: "t:\(name)", place: place, periods: ControlWalk.periods(seen)), claims)
    }

    @Test("towns along a river that fell one after another are one front; one far away or much later is not")
    func front() throws {
        let (group, army) = (Fixture.group, Fixture.army)
        let towns = [
            history("Northtown", 35.3, [(group, "2014-07-01"), (army, "2017-10-01")]),
            history("Middletown", 35.1, [(group, "2014-07-01"), (army, "2017-10-08")]),
            history("Southtown", 34.9, [(group, "2014-07-01"), (army, "2017-10-14")]),
            history("Fartown", 30.0, [(group, "2014-07-01"), (army, "2017-10-09")]),
            history("Latetown", 35.2, [(group, "2014-07-01"), (army, "2018-03-01")]),
        ]
        var parties: [UInt64: Party] = [:]
        for party in towns.flatMap(\.1).flatMap({ Party.of($0.claim) }) { parties[NameKey.hash(party.key)] = party }
        let fronts = Fronts.assess(towns.map(\.0), parties: parties)
        let front = try #require(fronts.first)
        #expect(fronts.count == 1)
        #expect(front.taker.key == "state:SY" && front.loser.key == "islamic_state")
        #expect(front.steps.map(\.place.name) == ["Northtown", "Middletown", "Southtown"])
        #expect(front.steps[0].distance == nil)
        #expect(abs((front.steps[1].distance ?? 0) - 22.2) < 0.1)
        #expect(Fronts.assess(towns.map(\.0).reversed(), parties: parties) == fronts)
    }
}
