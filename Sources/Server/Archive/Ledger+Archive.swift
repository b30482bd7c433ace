import Foundation
public import Ledger
public import Record

extension Ledger: Archive {
    public func revision() throws -> Int {
        let counts = try counts()
        return [counts.reports, counts.claims, counts.decisions, counts.withdrawn]
            .reduce(17) { $0 &* 1_000_003 &+ $1 }
    }

    public func sourcedClaims() throws -> [SourcedClaim] { try claims() }

    public func reportHeaders() throws -> [CodedReport.Header] {
        try reports(limit: 1_000_000).map { row in
            var header = CodedReport.Header(id: row.id)
            (header.title, header.publisher, header.url) = (row.title, row.publisher, row.url)
            (header.published, header.language) = (row.published ?? row.known, row.language)
            return header
        }
    }

    public func codedReport(_ id: String) throws -> CodedReport? { try report(id) }

    public func searchReports(_ query: String, limit: Int) throws -> [String] {
        try reports(limit: limit, matching: query).map(\.id)
    }

    public var canDecide: Bool { !isReadOnly }

    public func reviewDecisions() throws -> [ReviewDecision] {
        try decisions().compactMap { decision in
            let verdict: ReviewDecision.Verdict
            switch decision.action {
            case .accept: verdict = .accept
            case .reject: verdict = .reject
            case .correct: verdict = .edit
            case .merge, .split, .note, .undo: return nil
            }
            guard !decision.undone else { return nil }
            return ReviewDecision(
                claim: decision.claim, verdict: verdict, analyst: decision.who, note: decision.why,
                fields: decision.field.map { [$0: decision.new ?? ""] }, at: decision.at.ISO8601Format())
        }
    }

    /// An edit becomes one correction for each field; an undo takes back the analyst's last standing decision.
    public func record(_ decision: ReviewDecision) throws {
        let (who, why) = (decision.analyst, decision.note)
        switch decision.verdict {
        case .accept: try decide(.accept, claim: decision.claim, who: who, why: why)
        case .reject: try decide(.reject, claim: decision.claim, who: who, why: why)
        case .edit:
            let fields = (decision.fields ?? [:]).sorted { $0.key < $1.key }
            for (field, value) in fields {
                try decide(.correct, claim: decision.claim, field: field, new: value, who: who, why: why)
            }
            if fields.isEmpty { try decide(.note, claim: decision.claim, who: who, why: why) }
        case .undo:
            let standing = try decisions(claim: decision.claim).last {
                !$0.undone && $0.action != .undo && $0.who == who
            }
            if let standing { try undo(standing.number, who: who, why: why) }
        }
    }
}
