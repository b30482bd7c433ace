public import Record

/// What the server reads and the one thing it writes (an analyst's decision); `Ledger` conforms.
///
/// The server keeps nothing of its own: whatever stands behind this protocol is the record.
public protocol Archive: Sendable {
    /// A number that changes whenever a report was recorded or a decision taken.
    func revision() throws -> Int
    /// All claims with their reports, echoes marked.
    func sourcedClaims() throws -> [SourcedClaim]
    /// The headers of all reports, newest first.
    func reportHeaders() throws -> [CodedReport.Header]
    /// One report with its text, captions and claims; nil where there is none with this id.
    func codedReport(_ id: String) throws -> CodedReport?
    /// Ids of the reports whose text matches, best first.
    func searchReports(_ query: String, limit: Int) throws -> [String]
    /// Whether decisions can be stored.
    var canDecide: Bool { get }
    /// All decisions, oldest first.
    func reviewDecisions() throws -> [ReviewDecision]
    /// Stores a decision beside the claim.
    func record(_ decision: ReviewDecision) throws
}

/// What an analyst decided about a claim: a record beside the claim, which itself is never changed.
public struct ReviewDecision: Sendable, Equatable, Codable {
    /// What was decided; `undo` takes back the analyst's last decision on the claim.
    public enum Verdict: String, Sendable, Codable, CaseIterable { case accept, reject, edit, undo }

    /// The ledger's key of the claim.
    public var claim: String
    public var verdict: Verdict
    public var analyst: String
    public var note: String?
    /// Edited fields by their names in SCHEMA.md, values as text.
    public var fields: [String: String]?
    /// ISO 8601 with zone.
    public var at: String

    public init(
        claim: String, verdict: Verdict, analyst: String, note: String? = nil, fields: [String: String]? = nil,
        at: String
    ) {
        (self.claim, self.verdict, self.analyst) = (claim, verdict, analyst)
        (self.note, self.fields, self.at) = (note, fields, at)
    }
}
