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

    /// Calls `emit` with what `add` makes of each stretch, beginning with what `start` gives.
    ///
    /// - Returns: how many claims the policy kept back.
    func each<Piece: Sendable>(
        _ start: @escaping @Sendable () -> Piece, add: @escaping @Sendable (ReleasedClaim, inout Piece) -> Void,
        emit: @escaping (Piece) throws -> Void
    ) throws -> Int {
        let (ledger, filter, policy, day) = (ledger, filter, policy, day)
        var withheld = 0
        var batches = Batches<ClosedRange<Int64>, Result<(piece: Piece, kept: Int), any Error>>(
            jobs: jobs, capacity: jobs * 4
        ) { rows in
            Result {
                var piece = start()
                var kept = 0
                try ledger.stream(filter, rows: rows) { claim in
                    if let released = policy.release(claim, now: day) { add(released, &piece) } else { kept += 1 }
                }
                return (piece, kept)
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
            .each({ [ReleasedClaim]() }, add: { $1.append($0) }, emit: { claims += $0 })
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
