import Exchange
import Foundation
import Ledger
import Record

/// Reads a ledger in stretches, passes each through the release policy and hands on what is made of it, in order; on
/// several threads, with the memory of a few stretches.
struct ExportRun {
    let ledger: Ledger
    let filter: ClaimFilter
    let policy: ReleasePolicy
    /// The day of release.
    let day: PartialDate
    let jobs: Int

    /// Calls `emit` with what `make` makes of each stretch.
    ///
    /// - Returns: how many claims the policy kept back.
    func each<Piece: Sendable>(
        _ make: @escaping @Sendable ([ReleasedClaim]) -> Piece, emit: @escaping (Piece) throws -> Void
    ) throws -> Int {
        let (ledger, filter, policy, day) = (ledger, filter, policy, day)
        var withheld = 0
        var batches = Batches<ClosedRange<Int64>, Result<(Piece, Int), any Error>>(jobs: jobs, capacity: jobs * 2) {
            rows in
            Result {
                var part = filter
                (part.rows, part.order) = (rows, .recorded)
                let claims = try ledger.claims(part)
                let released = policy.release(claims, now: day)
                return (make(released), claims.count - released.count)
            }
        } emit: { result in
            let (piece, kept) = try result.get()
            withheld += kept
            try emit(piece)
        }
        for rows in try ledger.stretches() { try batches.add(rows) }
        try batches.finish()
        return withheld
    }

    /// All released claims at once, for what needs them together (control).
    func all(_ kinds: [Claim.Kind] = []) throws -> [ReleasedClaim] {
        var claims: [ReleasedClaim] = []
        var part = filter
        if !kinds.isEmpty { part.kinds = kinds }
        _ = try ExportRun(ledger: ledger, filter: part, policy: policy, day: day, jobs: jobs)
            .each({ $0 }, emit: { claims += $0 })
        return claims
    }

    /// The captions that may leave, report by report.
    func captions(_ each: ([ReleasedCaption]) throws -> Void) throws {
        var offset = 0
        while true {
            let reports = try ledger.reports(limit: 500, offset: offset)
            for row in reports where filter.known.map({ row.known <= $0 }) ?? true {
                guard let report = try ledger.report(row.id), !report.captions.isEmpty else { continue }
                let sourced = report.captions.map {
                    SourcedCaption(
                        caption: $0, report: row.id, publisher: row.publisher, url: row.url, known: row.known)
                }
                try each(policy.release(sourced, now: day))
            }
            offset += reports.count
            if reports.count < 500 { return }
        }
    }
}
