public import Assessment
public import Foundation
public import Ledger
public import Record

/// What the server reads, and the one thing it writes: an analyst's decision. `Ledger` is one; ``MemoryArchive`` and
/// ``ReleasedArchive`` are others.
///
/// The server keeps no claims of its own: whatever stands behind this protocol is the record, so that what is not in
/// there cannot be shown.
public protocol Archive: Sendable {
    /// A number that grows whenever a report was recorded or a decision taken.
    func version() throws -> Int64
    /// How many reports and claims there are.
    func size() throws -> (reports: Int, claims: Int)
    /// The days that the record tells of.
    func span() throws -> LedgerSpan

    // Claims
    func claims(_ filter: ClaimFilter) throws -> [SourcedClaim]
    func countClaims(_ filter: ClaimFilter) throws -> Int
    func facet(_ facet: Ledger.Facet, _ filter: ClaimFilter, limit: Int) throws -> [Count]
    /// One claim by its key (report id, `#`, claim id).
    func claim(_ key: String) throws -> SourcedClaim?
    /// Claims by the numbers that ``PlaceHistory/periods`` refer to them with.
    func claims(numbers: [Int]) throws -> [Int: SourcedClaim]
    /// Claims that nobody decided on, least sure first.
    func reviewQueue(_ filter: ClaimFilter, limit: Int) throws -> [SourcedClaim]

    // The map
    func histories(known: PartialDate?) throws -> Histories
    /// The history of one place by its key; nil where no control claim speaks of it.
    func history(at key: String, known: PartialDate?) throws -> Histories?
    func placesTold(known: PartialDate?) throws -> [PlaceRow]
    func dayCounts(known: PartialDate?) throws -> [DayCount]
    func eventMarks(_ days: ClosedRange<Int>, known: PartialDate?) throws -> EventMarks
    func actors(named name: String?, limit: Int, offset: Int) throws -> [ActorRow]

    // Reports
    func reports(limit: Int, offset: Int, matching words: String?) throws -> [ReportRow]
    /// One report with its text, captions and claims; nil where there is none with this id.
    func report(_ id: String) throws -> CodedReport?
    func captioned(known: PartialDate?, limit: Int) throws -> [(report: ReportRow, captions: [PlacedCaption])]

    // Decisions
    /// False where nothing can be decided.
    var takesDecisions: Bool { get }
    func decisions(claim key: String?) throws -> [Decision]
    @discardableResult
    func decide(
        _ action: Decision.Action, claim key: String, field: String?, old: String?, new: String?, who: String,
        why: String?, at: Date
    ) throws -> Int64
    @discardableResult
    func undo(_ number: Int64, who: String, why: String?, at: Date) throws -> Int64
}

extension Ledger: Archive {
    public func size() throws -> (reports: Int, claims: Int) {
        let counts = try counts()
        return (counts.reports, counts.claims)
    }

    public var takesDecisions: Bool { !isReadOnly }
}
