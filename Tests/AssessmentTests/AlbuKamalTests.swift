import Assessment
import Record
import Testing

/// Who held Albu Kamal in November 2017, as the reports in Examples tell it: the army's announcement, a monitor that
/// contradicts it, and the first paper's correction. The claims are what those texts say, so that the assessment is
/// tested whatever the coder makes of them.
@Suite struct AlbuKamalTests {
    private static let army = Actor(name: "Syrian army", id: "sy_military", kind: .stateForce, country: "SY")
    private static let group = Actor(name: "Islamic State", id: "islamic_state", kind: .jihadist)
    private static let monitor = Attribution(name: "Syrian Observatory for Human Rights", id: "sohr", kind: .monitor)

    private static func claim(
        _ state: Control.State, _ holder: Actor, share: Double? = nil, on day: String, known: String, report: String,
        publisher: String, by speaker: Attribution? = nil, modality: Modality = .asserted
    ) -> SourcedClaim {
        var claim = Fixture.control(
            state, holder, on: day, known: known, report: report, publisher: publisher, by: speaker, modality: modality)
        claim.key = "\(report)#\(state.rawValue)-\(holder.id ?? "")-\(day)-\(modality.rawValue)"
        if let share, case .control(var control) = claim.claim.content {
            (control.place.scope, control.place.share) = (.part, share)
            claim.claim.content = .control(control)
        }
        return claim
    }

    private let claims: [SourcedClaim] = [
        // 2017-11-09, Euphrates Wire.
        claim(
            .captured, army, on: "2017-11-09", known: "2017-11-09", report: "claimed", publisher: "Euphrates Wire",
            by: Attribution(name: "Syrian army", id: "sy_military", kind: .party), modality: .claimed),
        claim(
            .captured, army, on: "2017-11-08", known: "2017-11-09", report: "claimed", publisher: "Euphrates Wire",
            by: Attribution(name: "Hezbollah's media unit", id: "hezbollah", kind: .party), modality: .claimed),
        // 2017-11-10, Border Desk.
        claim(
            .captured, group, share: 40, on: "2017-11-10", known: "2017-11-10", report: "disputed",
            publisher: "Border Desk", by: monitor),
        claim(
            .captured, group, share: 40, on: "2017-11-10", known: "2017-11-10", report: "disputed",
            publisher: "Border Desk", by: Attribution(name: "military source", kind: .official), modality: .denied),
        // 2017-11-12, Euphrates Wire's correction.
        claim(
            .captured, army, on: "2017-11-09", known: "2017-11-12", report: "corrected", publisher: "Euphrates Wire",
            modality: .negated),
        claim(
            .held, group, share: 50, on: "2017-11-09", known: "2017-11-12", report: "corrected",
            publisher: "Euphrates Wire", by: monitor),
        claim(
            .captured, group, on: "2017-11-11", known: "2017-11-12", report: "corrected", publisher: "Euphrates Wire",
            by: monitor),
        claim(
            .held, group, on: "2017-11-12", known: "2017-11-12", report: "corrected", publisher: "Euphrates Wire"),
    ]

    @Test("as known on the 9th the town is claimed by the army, and by no more than its own word")
    func announced() {
        let state = Fixture.state(claims, on: "2017-11-09", known: "2017-11-09")
        #expect(state.status == .claimed)
        #expect(state.holder?.key == "state:SY")
        #expect(Fixture.state(claims, on: "2017-11-09", known: "2017-11-08").status == .unknown)
    }

    @Test("as known on the 10th it is divided, and the denial is a dispute")
    func disputed() throws {
        let state = Fixture.state(claims, on: "2017-11-10", known: "2017-11-10")
        #expect(state.status == .divided)
        #expect(Set(state.sides.map(\.key)) == ["islamic_state", "state:SY"])
        // The day before keeps its answer.
        #expect(Fixture.state(claims, on: "2017-11-09", known: "2017-11-10").status == .claimed)
        let disputes = Disputes.assess(claims, known: PartialDate("2017-11-10"))
        let denied = try #require(disputes.first { $0.field == .denied })
        #expect(Set(denied.claims.map(\.claim.modality)) == [.asserted, .denied])
        #expect(!disputes.contains { $0.field == .corrected })
    }

    @Test("as known on the 12th the announcement is taken back for the 9th too, and the group holds the town")
    func corrected() throws {
        let ninth = Fixture.state(claims, on: "2017-11-09", known: "2017-11-12")
        #expect(ninth.status == .divided)
        #expect(!ninth.supporting.contains { $0.report == "claimed" })
        #expect(Fixture.state(claims, on: "2017-11-12", known: "2017-11-12").status == .held)
        #expect(Fixture.state(claims, on: "2017-11-12", known: "2017-11-12").holder?.key == "islamic_state")
        let correction = try #require(
            Disputes.assess(claims, known: PartialDate("2017-11-12")).first { $0.field == .corrected })
        #expect(correction.days == 3)
        // What was known before the correction is what it was.
        #expect(Fixture.state(claims, on: "2017-11-09", known: "2017-11-11").status == .claimed)
    }
}
