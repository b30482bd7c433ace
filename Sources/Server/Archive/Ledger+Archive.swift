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

    public var canDecide: Bool { false }
    public func reviewDecisions() throws -> [ReviewDecision] { [] }
    public func record(_ decision: ReviewDecision) throws {
        throw LedgerError("the ledger takes no decisions yet")
    }
}
