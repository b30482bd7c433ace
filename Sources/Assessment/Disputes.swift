public import Record

/// Sources that say different things of one matter.
public struct Dispute: Sendable, Equatable {
    /// On what they differ.
    public enum Field: String, Sendable, Codable {
        case holder, date, denied, toll
        /// A source took back what it had said itself.
        case corrected
    }

    /// On what they differ.
    public var field: Field
    /// Where; nil for what has no place.
    public var place: Place?
    /// In words: who says what.
    public var summary: String
    /// By how many days, where the field is a date; how many days later, where it was corrected.
    public var days: Int?
    /// The claims, by key.
    public var claims: [SourcedClaim]
    /// Larger first: weight of the weaker side.
    public var rank: Double
}

/// Finds where sources differ.
public enum Disputes {
    /// Disputes about control (holder, date, denials) and tolls, heaviest first.
    public static func assess(_ claims: [SourcedClaim], known: PartialDate? = nil) -> [Dispute] {
        var places: [String: [SourcedClaim]] = [:]
        for claim in claims where claim.claim.kind == .control {
            if let known, claim.known.lastDay > known.lastDay { continue }
            guard let place = claim.claim.place else { continue }
            places[NameKey.of(place), default: []].append(claim)
        }
        var found: [Dispute] = []
        for (_, group) in places.sorted(by: { $0.key < $1.key }) { found += control(group) }
        for toll in Tolls.assess(claims, known: known) {
            guard let low = toll.low, let high = toll.high, toll.current.count > 1, high > low * 1.25 else { continue }
            found.append(
                Dispute(
                    field: .toll, place: toll.place,
                    summary: "\(toll.measure.rawValue): "
                        + toll.current.map { "\($0.source) \(Int($0.low ?? $0.high ?? 0))" }.joined(separator: ", "),
                    days: nil, claims: toll.current.map(\.claim), rank: min(2, high / max(1, low) / 4)))
        }
        return found.sorted {
            if $0.rank != $1.rank { return $0.rank > $1.rank }
            return ($0.claims.first?.key ?? "") < ($1.claims.first?.key ?? "")
        }
    }

    private static func control(_ claims: [SourcedClaim]) -> [Dispute] {
        let sorted = claims.sorted { $0.key < $1.key }
        let seen = sorted.indices.compactMap { Observation(sorted[$0], ref: $0) }
            .sorted { ($0.first, $0.order) < ($1.first, $1.order) }
        var found: [Dispute] = []
        var pairs: Set<String> = []
        func add(_ field: Dispute.Field, _ a: Observation, _ b: Observation, days: Int?) {
            let (x, y) = (sorted[a.ref], sorted[b.ref])
            guard pairs.insert("\(field.rawValue)\0\(a.side)\0\(b.side)\0\(a.first / 7)").inserted else { return }
            found.append(
                Dispute(
                    field: field, place: x.claim.place, summary: "\(say(x)); \(say(y))", days: days,
                    claims: [x, y].sorted { $0.key < $1.key }, rank: Double(min(a.weight, b.weight))))
        }
        // Two voices, not a report and its copy; one report may quote both.
        func independent(_ a: Observation, _ b: Observation) -> Bool {
            a.voice != b.voice && (a.echo != b.echo || sorted[a.ref].report == sorted[b.ref].report)
        }
        for (index, a) in seen.enumerated() {
            for b in seen[(index + 1)...] {
                if b.first - a.first > 10 { break }
                if a.negative != b.negative {
                    let (no, yes) = a.negative ? (a, b) : (b, a)
                    guard ControlWalk.denies(no, yes) else { continue }
                    if ControlWalk.corrects(no, yes) {
                        add(.corrected, yes, no, days: Int(no.known - yes.known))
                    } else if independent(a, b) {
                        add(.denied, yes, no, days: nil)
                    }
                    continue
                }
                guard independent(a, b) else { continue }
                if !a.negative, a.state == .captured, b.state == .captured, a.side == b.side, a.first != b.first,
                    !a.part, !b.part, a.earliest == a.first, b.earliest == b.first
                {
                    add(.date, a, b, days: Int(b.first - a.first))
                } else if !a.negative, a.first == b.first, a.side != b.side, a.side != 0, b.side != 0, !a.part, !b.part,
                    a.state == b.state, a.state == .captured || a.state == .held
                {
                    add(.holder, a, b, days: nil)
                }
            }
        }
        return found
    }

    private static func say(_ claim: SourcedClaim) -> String {
        guard case .control(let control) = claim.claim.content else { return "" }
        let who = claim.claim.attribution?.name ?? claim.publisher ?? "report \(claim.report.prefix(16))"
        let not = claim.claim.modality == .denied || claim.claim.modality == .negated ? "not " : ""
        let day = claim.claim.when?.start.map { " on \($0)" } ?? ""
        return "\(who): \(not)\(control.state.rawValue) by \(control.holder?.name ?? "?")\(day)"
    }
}
