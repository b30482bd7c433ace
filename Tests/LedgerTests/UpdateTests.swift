import Assessment
import Foundation
import Ledger
import Record
import Testing

@Suite struct UpdateTests {
    /// What a map is drawn from, in a form that can be compared.
    private struct Picture: Equatable {
        var keys: [String]
        var periods: [[ControlPeriod]]
        var parties: [UInt64: Party]

        init(_ ledger: Ledger, known: PartialDate?) throws {
            let histories = try ledger.histories(known: known)
            keys = histories.places.map(\.key)
            periods = histories.places.map(\.periods)
            parties = histories.parties
        }
    }

    /// An open ledger that was asked before must tell what one that is opened now tells.
    private func compare(_ ledger: Ledger, _ what: String) throws {
        let fresh = try Ledger(path: ledger.path, readOnly: true)
        for known in [nil, PartialDate(daysSince1970: 16_012)] {
            #expect(try Picture(ledger, known: known) == Picture(fresh, known: known), "\(what)")
        }
    }

    @Test("what a ledger keeps of control follows new reports, copies, decisions, undos and new codings")
    func follows() throws {
        let ledger = try Ledger(path: Sample.path())
        var made = LedgerGenerator()
        (made.places, made.echoEvery) = (12, 4)
        let reports = (0..<40).map { made.recording($0) }
        // Copies before their originals too.
        for batch in [10..<20, 0..<10, 20..<39] {
            try ledger.recordBatch(reports[batch].map { $0 }, at: Date())
            try compare(ledger, "reports \(batch)")
        }
        let told = try ledger.allControlClaims()
        let (first, second) = (told[5].key, told[9].key)
        try ledger.decide(.reject, claim: first, who: "ana")
        try compare(ledger, "a rejection")
        let moved = try ledger.decide(.correct, claim: second, field: "place", new: "Nowhere", who: "ana")
        try compare(ledger, "a claim moved to a new place")
        try ledger.undo(moved, who: "ana")
        try compare(ledger, "and back")
        var again = reports[12]
        again.coded.report.coder = "another coder"
        again.coded.claims.removeFirst(6)
        try ledger.recordBatch([again, reports[39]], at: Date())
        try compare(ledger, "a new coding beside a new report")
        try ledger.redact("r12", why: "asked for", who: "ana")
        try compare(ledger, "a redaction")
    }
}
