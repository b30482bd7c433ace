import Ledger
import Synchronization

/// What analysts decided about one claim, as it stands after undos.
struct Standing: Sendable {
    /// A verdict as the API names it.
    enum Verdict: String, Codable, Sendable, CaseIterable { case accept, reject, edit }

    /// The latest.
    var verdict: Verdict
    var who: String
    /// Number of the latest decision.
    var number: Int64
    /// Each analyst's latest verdict.
    var byAnalyst: [String: Verdict]
    var corrections: [String: String]?
}

/// The standing decisions of an archive at one version, by claim.
struct DecisionBook: Sendable {
    let standing: [String: Standing]

    init(_ decisions: [Decision]) {
        var standing: [String: Standing] = [:]
        for decision in decisions where !decision.undone {
            guard let verdict = Standing.Verdict(decision.action) else { continue }
            var entry =
                standing[decision.claim]
                ?? Standing(verdict: verdict, who: decision.who, number: decision.number, byAnalyst: [:])
            (entry.verdict, entry.who, entry.number) = (verdict, decision.who, decision.number)
            entry.byAnalyst[decision.who] = verdict
            if let field = decision.field {
                entry.corrections = (entry.corrections ?? [:]).merging([field: decision.new ?? ""]) { $1 }
            }
            standing[decision.claim] = entry
        }
        self.standing = standing
    }
}

extension Standing.Verdict {
    /// Nil for what is no verdict: notes, merges, undos.
    init?(_ action: Decision.Action) {
        switch action {
        case .accept: self = .accept
        case .reject: self = .reject
        case .correct: self = .edit
        case .merge, .split, .note, .undo: return nil
        }
    }
}

/// Keeps the book of the latest version.
final class DecisionBooks: Sendable {
    private let archive: any Archive
    private let kept = Mutex<(version: Int64, book: DecisionBook)?>(nil)

    init(_ archive: any Archive) { self.archive = archive }

    func current() throws -> DecisionBook {
        let version = try archive.version()
        if let kept = kept.withLock({ $0 }), kept.version == version { return kept.book }
        let book = DecisionBook(try archive.decisions(claim: nil))
        kept.withLock { $0 = (version, book) }
        return book
    }
}
