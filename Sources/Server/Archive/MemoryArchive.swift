public import Record
import Synchronization

/// An archive of coded reports in memory: for tests, and for looking at `dateline code`'s output without a ledger.
public final class MemoryArchive: Archive {
    private let reports: [CodedReport]
    private let claims: [SourcedClaim]
    private let decisions = Mutex<[ReviewDecision]>([])

    /// Holds the reports for the life of the process.
    public init(_ reports: [CodedReport]) {
        self.reports = reports
        claims = reports.flatMap { coded in
            coded.claims.map { claim in
                SourcedClaim(
                    key: "\(coded.report.id)/\(claim.id)", claim: claim, report: coded.report.id,
                    publisher: coded.report.publisher, url: coded.report.url,
                    known: coded.report.published ?? PartialDate(daysSince1970: 0),
                    sentence: claim.evidence.text(in: coded.text), echoOf: coded.report.id)
            }
        }
    }

    public func revision() throws -> Int { decisions.withLock { $0.count } }
    public func sourcedClaims() throws -> [SourcedClaim] { claims }
    public func reportHeaders() throws -> [CodedReport.Header] {
        reports.map(\.report).sorted { ($0.published?.firstDay ?? 0, $0.id) > ($1.published?.firstDay ?? 0, $1.id) }
    }
    public func codedReport(_ id: String) throws -> CodedReport? { reports.first { $0.report.id == id } }
    public func searchReports(_ query: String, limit: Int) throws -> [String] {
        let words = query.lowercased().split(separator: " ")
        let found = reports.filter { coded in
            let text = ((coded.report.title ?? "") + " " + coded.text).lowercased()
            return words.allSatisfy { text.contains($0) }
        }
        return Array(found.prefix(limit).map(\.report.id))
    }
    public var canDecide: Bool { true }
    public func reviewDecisions() throws -> [ReviewDecision] { decisions.withLock { $0 } }
    public func record(_ decision: ReviewDecision) throws { decisions.withLock { $0.append(decision) } }
}
