import Record
import Synchronization

/// The claims of an archive at one revision, indexed for the page's questions.
final class Snapshot: Sendable {
    let revision: Int
    /// Every claim that no analyst rejected.
    let claims: [SourcedClaim]
    /// Rejected ones too.
    let all: [SourcedClaim]
    /// The standing verdict on a claim by its key, after undos.
    let verdicts: [String: String]
    /// Indices into `all` by key of claim.
    private let byKey: [String: Int]
    /// Indices into `claims` by key of place.
    private let byPlace: [String: [Int]]
    let places: [PlaceView]

    init(_ archive: any Archive, revision: Int) throws {
        self.revision = revision
        let all = try archive.sourcedClaims()
        let verdicts = Self.standing(try archive.reviewDecisions())
        let claims = all.filter { verdicts[$0.key] != "reject" }
        var byPlace: [String: [Int]] = [:]
        var places: [String: PlaceView] = [:]
        for (index, sourced) in claims.enumerated() {
            guard let place = sourced.claim.place else { continue }
            let view = PlaceView(place)
            byPlace[view.id, default: []].append(index)
            if places[view.id] == nil { places[view.id] = view }
        }
        (self.all, self.claims, self.verdicts, self.byPlace) = (all, claims, verdicts, byPlace)
        self.places = places.values.sorted { $0.id < $1.id }
        byKey = Dictionary(all.enumerated().map { ($1.key, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// The claim with a key, rejected or not.
    func claim(_ key: String) -> SourcedClaim? { byKey[key].map { all[$0] } }

    /// Claims about a place that were known on a day (all where nil).
    func claims(at place: String, known: Int?) -> [SourcedClaim] {
        (byPlace[place] ?? []).map { claims[$0] }.filter { known.map($0.known.firstDay.isAtMost) ?? true }
    }

    /// Claims that were known on a day (all where nil).
    func claims(known: Int?) -> [SourcedClaim] {
        guard let known else { return claims }
        return claims.filter { $0.known.firstDay <= known }
    }

    /// As the API gives it.
    func view(_ sourced: SourcedClaim) -> ClaimView { ClaimView(sourced, decision: verdicts[sourced.key]) }

    private static func standing(_ decisions: [ReviewDecision]) -> [String: String] {
        var stacks: [String: [String]] = [:]
        for decision in decisions {
            if decision.verdict == .undo {
                _ = stacks[decision.claim]?.popLast()
            } else {
                stacks[decision.claim, default: []].append(decision.verdict.rawValue)
            }
        }
        return stacks.compactMapValues(\.last)
    }
}

extension Int {
    fileprivate func isAtMost(_ limit: Int) -> Bool { self <= limit }
}

/// Keeps the snapshot of the latest revision, so that a request reads the archive only after a change; whether there
/// was one is asked at most once a second.
final class SnapshotCache: Sendable {
    private struct Kept {
        var snapshot: Snapshot
        var asked: ContinuousClock.Instant
    }

    private let archive: any Archive
    private let latest = Mutex<Kept?>(nil)

    init(_ archive: any Archive) { self.archive = archive }

    /// The latest snapshot; `fresh` asks the archive again whatever the time.
    func current(fresh: Bool = false) throws -> Snapshot {
        try latest.withLock { kept in
            let now = ContinuousClock.now
            if let kept, !fresh, now - kept.asked < .seconds(1) { return kept.snapshot }
            let revision = try archive.revision()
            if let old = kept?.snapshot, old.revision == revision {
                kept?.asked = now
                return old
            }
            let snapshot = try Snapshot(archive, revision: revision)
            kept = Kept(snapshot: snapshot, asked: now)
            return snapshot
        }
    }
}
