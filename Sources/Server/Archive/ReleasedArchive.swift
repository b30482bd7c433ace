public import Assessment
public import Exchange
public import Foundation
public import Ledger
public import Record
import Synchronization

/// What a release policy lets out of another archive, and nothing else: the archive of the public page.
///
/// It asks the policy once for each day and each state of the record, and answers from what came out; so counts, maps,
/// search and histograms cannot tell what the policy holds back. It has no report texts and takes no decisions.
public final class ReleasedArchive: Archive {
    private struct Kept {
        var version: Int64
        var day: Int
        var archive: MemoryArchive
        /// With what it learned of the record's places and parties.
        var policy: ReleasePolicy
    }

    private let whole: any Archive
    private let policy: ReleasePolicy
    private let today: @Sendable () -> PartialDate
    private let kept = Mutex<Kept?>(nil)

    /// Shows `whole` under `policy`.
    ///
    /// - Parameter today: the day by which delays are counted.
    public init(
        _ whole: any Archive, policy: ReleasePolicy = .standard,
        today: @escaping @Sendable () -> PartialDate = {
            PartialDate(daysSince1970: Int(Date().timeIntervalSince1970 / 86_400))
        }
    ) {
        (self.whole, self.policy, self.today) = (whole, policy, today)
    }

    private func released() throws -> MemoryArchive { try state().archive }

    private func state() throws -> Kept {
        let (version, day) = (try whole.version(), today())
        return try kept.withLock { kept in
            if let kept, kept.version == version, kept.day == day.firstDay { return kept }
            let built = try build(version: version, day: day)
            kept = built
            return built
        }
    }

    private func build(version: Int64, day: PartialDate) throws -> Kept {
        var filter = ClaimFilter()
        filter.counted = true
        let all = try whole.claims(filter)
        var policy = policy
        policy.learn(places: all.lazy.flatMap(\.claim.places), actors: all.lazy.flatMap(\.claim.actors))
        let out = policy.released(all, now: day)
        let rows = try whole.reports(limit: .max, offset: 0, matching: nil).map { row in
            var row = row
            // A headline can tell what no claim does, and then so can the address.
            if let title = row.title, !policy.mayShow(title) { (row.title, row.url) = (nil, nil) }
            return row
        }
        let headers = Self.headers(rows, of: all, releasedAs: out)
        // The last digits leave room for the days of one state of the record.
        let stamp = version &* 100_000 &+ Int64(day.firstDay)
        let archive = MemoryArchive(claims: out, headers: headers, version: stamp)
        return Kept(version: version, day: day.firstDay, archive: archive, policy: policy)
    }

    /// The reports that released claims are of. One of which anything was held back or altered has neither headline nor
    /// address, which could tell it; one whose id the policy sealed is known by its claims alone.
    private static func headers(
        _ rows: [ReportRow], of all: [SourcedClaim], releasedAs out: [SourcedClaim]
    ) -> [ReportRow] {
        let known = Dictionary(rows.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        let sentences = Dictionary(all.map { ($0.key, $0.sentence) }, uniquingKeysWith: { first, _ in first })
        let counts = Dictionary(all.map { ($0.report, 1) }, uniquingKeysWith: +)
        return Dictionary(grouping: out, by: \.report).sorted { $0.key < $1.key }.map { id, claims in
            guard var row = known[id] else {
                var header = CodedReport.Header(id: id)
                (header.publisher, header.published) = (claims[0].publisher, claims[0].known)
                return ReportRow(header, claims: claims.count)
            }
            (row.claims, row.source) = (claims.count, "")
            let isWhole = claims.count == counts[id] && claims.allSatisfy { $0.sentence == sentences[$0.key] }
            if !isWhole { (row.title, row.url) = (nil, nil) }
            return row
        }
    }

    public func version() throws -> Int64 { try released().version() }
    public func size() throws -> (reports: Int, claims: Int) { try released().size() }
    public func span() throws -> LedgerSpan { try released().span() }
    public func claims(_ filter: ClaimFilter) throws -> [SourcedClaim] { try released().claims(filter) }
    public func countClaims(_ filter: ClaimFilter) throws -> Int { try released().countClaims(filter) }
    public func facet(_ facet: Ledger.Facet, _ filter: ClaimFilter, limit: Int) throws -> [Count] {
        try released().facet(facet, filter, limit: limit)
    }
    public func claim(_ key: String) throws -> SourcedClaim? { try released().claim(key) }
    public func claims(numbers: [Int]) throws -> [Int: SourcedClaim] { try released().claims(numbers: numbers) }
    public func reviewQueue(_ filter: ClaimFilter, limit: Int) throws -> [SourcedClaim] { [] }
    public func histories(known: PartialDate?) throws -> Histories { try released().histories(known: known) }
    public func history(at key: String, known: PartialDate?) throws -> Histories? {
        try released().history(at: key, known: known)
    }
    public func placesTold(known: PartialDate?) throws -> [PlaceRow] { try released().placesTold(known: known) }
    public func dayCounts(known: PartialDate?) throws -> [DayCount] { try released().dayCounts(known: known) }
    public func eventMarks(_ days: ClosedRange<Int>, known: PartialDate?) throws -> EventMarks {
        try released().eventMarks(days, known: known)
    }
    public func actors(named name: String?, limit: Int, offset: Int) throws -> [ActorRow] {
        try released().actors(named: name, limit: limit, offset: offset)
    }
    public func reports(limit: Int, offset: Int, matching words: String?) throws -> [ReportRow] {
        try released().reports(limit: limit, offset: offset, matching: words)
    }
    /// A report without its text: the header and the claims that were released.
    public func report(_ id: String) throws -> CodedReport? { nil }

    /// Captions that the policy lets out, of reports of which nothing was held back.
    public func captioned(known: PartialDate?, limit: Int) throws -> [(report: ReportRow, captions: [PlacedCaption])] {
        let state = try state()
        let open = try state.archive.reports(limit: .max, offset: 0, matching: nil).filter { $0.title != nil }
        let names = Dictionary(open.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        let day = today()
        return try whole.captioned(known: known, limit: limit).compactMap { report, captions in
            guard let row = names[report.id] else { return nil }
            let sourced = captions.map {
                SourcedCaption(
                    caption: $0.caption, report: row.id, publisher: row.publisher, url: row.url, known: row.known)
            }
            // The place is not told: the policy looks at words only.
            let out = state.policy.release(sourced, now: day).map { PlacedCaption($0.caption, among: []) }
            return out.isEmpty ? nil : (row, out)
        }
    }

    public var takesDecisions: Bool { false }
    public func decisions(claim key: String?) throws -> [Decision] { [] }
    public func decide(
        _ action: Decision.Action, claim key: String, field: String?, old: String?, new: String?, who: String,
        why: String?, at: Date
    ) throws -> Int64 { throw LedgerError("the public page takes no decisions") }
    public func undo(_ number: Int64, who: String, why: String?, at: Date) throws -> Int64 {
        throw LedgerError("the public page takes no decisions")
    }
}
