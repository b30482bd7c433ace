import Assessment
import Foundation
import Ledger
import Record
import Testing

@Suite struct DecisionsTests {
    private func ledger(_ recordings: [Recording], at path: String = Sample.path()) throws -> Ledger {
        let ledger = try Ledger(path: path)
        try ledger.recordBatch(recordings, at: Date(timeIntervalSince1970: 1_700_000_000))
        return ledger
    }

    private func holder(_ ledger: Ledger, _ town: String = "Sampletown", on day: String = "2017-11-20") throws
        -> String?
    {
        let date = try #require(PartialDate(day))
        let one = try ledger.holds(town, on: date).first?.state.holder?.key
        let mapped = try ledger.map(on: date).entries.first { $0.place.name == town }?.state.holder?.key
        #expect(one == mapped)
        return one
    }

    @Test("a correction is read in place of what was coded, everywhere, until it is undone")
    func correction() throws {
        let ledger = try ledger([Sample.capture("a", Sample.army, on: "2017-11-09")])
        #expect(try holder(ledger) == "state:SY")
        let number = try ledger.decide(.correct, claim: "a#c1", field: "holder", new: "Group", who: "ana")
        #expect(try holder(ledger) == "name:group")
        var filter = ClaimFilter()
        filter.actor = "Group"
        #expect(try ledger.claims(filter).map(\.key) == ["a#c1"])
        #expect(try ledger.countClaims(filter) == 1)
        filter.actor = "Army"
        #expect(try ledger.claims(filter).isEmpty)
        #expect(try ledger.decisions(claim: "a#c1").first?.old == "Army")
        // What was coded is still there.
        #expect(try ledger.report("a")?.claims.first?.parties == "Army")
        try ledger.undo(number, who: "ana")
        #expect(try holder(ledger) == "state:SY")
        #expect(try ledger.verify().isSound)
    }

    @Test("a corrected place, day and state move the claim")
    func fields() throws {
        let ledger = try ledger([
            Sample.capture("a", Sample.army, on: "2017-11-09"),
            Sample.capture("b", Sample.group, town: "Othertown", on: "2017-10-01"),
        ])
        try ledger.decide(.correct, claim: "a#c1", field: "place", new: "Othertown", who: "ana")
        #expect(try holder(ledger) == nil)
        #expect(try holder(ledger, "Othertown") == "state:SY")
        try ledger.decide(.correct, claim: "a#c1", field: "when", new: "2017-11-25", who: "ana")
        #expect(try holder(ledger, "Othertown") == "islamic_state" || holder(ledger, "Othertown") == "state:SY")
        try ledger.decide(.correct, claim: "a#c1", field: "state", new: "held", who: "ana")
        #expect(try ledger.claim("a#c1")?.claim.typed == "held")
        #expect(try ledger.facet(.type).map(\.key) == ["captured", "held"])
    }

    @Test("a value that the field does not take is refused in words, and nothing is recorded")
    func refused() throws {
        let ledger = try ledger([Sample.capture("a", Sample.army, on: "2017-11-09")])
        for (field, value) in [("state", "sold"), ("when", "soon"), ("id", "c9"), ("confidence", "1")] {
            #expect(throws: LedgerError.self) {
                try ledger.decide(.correct, claim: "a#c1", field: field, new: value, who: "ana")
            }
        }
        #expect(throws: LedgerError.self) { try ledger.decide(.accept, claim: "a#c7", who: "ana") }
        #expect(throws: LedgerError.self) { try ledger.decide(.merge, claim: "a#c1", new: "a#c1", who: "ana") }
        #expect(try ledger.decisions().isEmpty)
    }

    @Test("a rejected claim counts in no assessment and is still listed; accepting it again counts it")
    func rejection() throws {
        let ledger = try ledger([Sample.capture("a", Sample.army, on: "2017-11-09")])
        try ledger.decide(.reject, claim: "a#c1", who: "ana")
        #expect(try holder(ledger) == nil)
        #expect(try ledger.claims().count == 1)
        #expect(try ledger.allControlClaims().isEmpty)
        try ledger.decide(.accept, claim: "a#c1", who: "ben")
        #expect(try holder(ledger) == "state:SY")
    }

    @Test("a claim merged into another is its copy: one voice; split, it counts again")
    func merge() throws {
        let ledger = try ledger([
            Sample.capture("a", Sample.army, on: "2017-11-09", publisher: "First"),
            Sample.capture("b", Sample.army, on: "2017-11-09", publisher: "Second"),
        ])
        let day = try #require(PartialDate("2017-11-20"))
        #expect(try ledger.holds("Sampletown", on: day).first?.state.voices == 2)
        let number = try ledger.decide(.merge, claim: "b#c1", new: "a#c1", who: "ana")
        let state = try #require(try ledger.holds("Sampletown", on: day).first?.state)
        #expect(state.voices == 1)
        #expect(state.echoes.map(\.key) == ["b#c1"])
        #expect(try ledger.claim("b#c1")?.echoOf == "a")
        try ledger.undo(number, who: "ana")
        #expect(try ledger.holds("Sampletown", on: day).first?.state.voices == 2)
    }

    @Test("merging and splitting events joins and parts incidents")
    func incidents() throws {
        let ledger = try ledger([
            Sample.bombing("a", dead: 75, on: "2017-11-04", publisher: "First"),
            Sample.bombing("b", dead: 75, on: "2017-11-04", publisher: "Second"),
        ])
        #expect(try ledger.incidents().map(\.members.count) == [2])
        try ledger.decide(.split, claim: "a#c1", new: "b#c1", who: "ana")
        #expect(try ledger.incidents().map(\.members.count) == [1, 1])
    }

    @Test("after a new coding, decisions follow the claim that is found again under another id")
    func follows() throws {
        let ledger = try ledger([Sample.capture("a", Sample.army, on: "2017-11-09")])
        try ledger.decide(.correct, claim: "a#c1", field: "holder", new: "Group", who: "ana")
        let again = Sample.capture("a", Sample.army, on: "2017-11-09", coder: "coder 2", number: 4)
        #expect(try ledger.recordBatch([again], at: Date()) == [.recoded("a")])
        #expect(try holder(ledger) == "name:group")
        #expect(try ledger.decisions(claim: "a#c4").map(\.claim) == ["a#c4"])
        #expect(try ledger.reviewQueue().isEmpty)
        #expect(try ledger.verify().isSound)
        // A coding that no longer says it leaves the decision without a claim, and the next finds it again.
        var silent = Sample.capture("a", Sample.army, on: "2017-11-09", coder: "coder 3")
        silent.coded.claims = []
        try ledger.recordBatch([silent], at: Date())
        #expect(try holder(ledger) == nil)
        #expect(try ledger.decisions().map(\.claim) == ["a#c1"])
        let third = Sample.capture("a", Sample.army, on: "2017-11-09", coder: "coder 4", number: 2)
        try ledger.recordBatch([third], at: Date())
        #expect(try holder(ledger) == "name:group")
    }

    @Test("the queue has what nobody decided on, least sure first")
    func queue() throws {
        var unsure = Sample.capture("b", Sample.group, on: "2017-11-10")
        unsure.coded.claims[0].confidence = 0.4
        let ledger = try ledger([Sample.capture("a", Sample.army, on: "2017-11-09"), unsure])
        #expect(try ledger.reviewQueue().map(\.key) == ["b#c1", "a#c1"])
        try ledger.decide(.note, claim: "b#c1", who: "ana", why: "ask the desk")
        let number = try ledger.decide(.accept, claim: "b#c1", who: "ana")
        #expect(try ledger.reviewQueue().map(\.key) == ["a#c1"])
        try ledger.undo(number, who: "ana")
        #expect(try ledger.reviewQueue().count == 2)
    }

    @Test("redacting a claim takes what analysts wrote about it too")
    func redaction() throws {
        let path = Sample.path()
        let ledger = try ledger([Sample.capture("a", Sample.army, on: "2017-11-09")], at: path)
        try ledger.decide(
            .correct, claim: "a#c1", field: "holder", new: "Secretperson", who: "ana", why: "Secretperson told me")
        try ledger.redact("a#c1", why: "a witness in danger", who: "ana")
        #expect(try ledger.verify().problems.isEmpty)
        #expect(try holder(ledger) == nil)
        for end in ["", "-wal"] {
            guard let bytes = FileManager.default.contents(atPath: path + end) else { continue }
            #expect(bytes.range(of: Data("ecretperson".utf8)) == nil)
        }
    }
}

extension Claim {
    fileprivate var parties: String? {
        guard case .control(let control) = content else { return nil }
        return control.holder?.name
    }

    fileprivate var typed: String? {
        guard case .control(let control) = content else { return nil }
        return control.state.rawValue
    }
}
