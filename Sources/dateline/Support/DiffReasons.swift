import Exchange
import Ledger
import Record

/// Why a record of an earlier export is not as it was: what the ledger and the policy say of it.
struct DiffReasons {
    private let ledger: Ledger
    private let policy: ReleasePolicy
    private let day: PartialDate
    private let decisions: [String: Decision]

    init(ledger: Ledger, policy: ReleasePolicy, day: PartialDate) throws {
        (self.ledger, self.policy, self.day) = (ledger, policy, day)
        let standing = try ledger.decisions().filter { !$0.undone && $0.action != .undo }
        decisions = Dictionary(standing.map { ($0.claim, $0) }, uniquingKeysWith: { $1 })
    }

    /// One line in words.
    func reason(_ change: ExportDiff.Change) throws -> String {
        let claim = try ledger.claim(change.id)
        switch change.kind {
        case .added:
            guard let claim else { return "told under another name: what its own would tell is hidden" }
            if let decision = decisions[change.id] { return words(decision) }
            return "reported \(claim.known)\(claim.publisher.map { " by \($0)" } ?? "")"
        case .changed:
            if let decision = decisions[change.id] { return words(decision) }
            if change.columns.contains("place_precision") { return "the policy tells its place otherwise" }
            return "its report was coded again"
        case .withdrawn:
            if let decision = decisions[change.id] { return words(decision) }
            guard let claim else {
                return "no longer in the ledger: its report was coded again, or it was redacted"
            }
            if case .withheld(let rule) = policy.verdict(claim, now: day) { return "withheld by the policy: \(rule)" }
            return "outside the query, or told under another name"
        }
    }

    private func words(_ decision: Decision) -> String {
        let action =
            decision.action == .correct
            ? "corrected \(decision.field ?? "")" : decision.action == .reject ? "rejected" : decision.action.rawValue
        return "\(action) by \(decision.who)" + (decision.why.map { ": \($0)" } ?? "")
    }
}
