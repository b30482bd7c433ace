public import Record

/// Who stands with or against whom on a day, by whose word.
public struct Bond: Sendable, Equatable {
    /// What binds or parts them.
    public var bond: Relation.Bond
    /// The supporter, or either of two allies.
    public var actor: Actor
    /// The supported, or the other.
    public var target: Actor
    /// First valid day that a claim gives.
    public var first: PartialDate
    /// Last valid day up to the day asked for.
    public var last: PartialDate
    /// Voices that do not copy each other.
    public var independent: Int
    /// The claims, by valid time.
    public var claims: [SourcedClaim]
}

/// Gathers relations.
public enum Relations {
    /// The bonds that claims known by `known` say of `date` or before it, newest confirmation first. A bond stands until
    /// one that contradicts it (backed, ally or coalition against opposes) is confirmed later.
    public static func assess(_ claims: [SourcedClaim], on date: PartialDate, known: PartialDate? = nil) -> [Bond] {
        var groups: [String: [SourcedClaim]] = [:]
        for claim in claims where claim.claim.modality.isFactual {
            guard case .relation(let relation) = claim.claim.content else { continue }
            if let known, claim.known.lastDay > known.lastDay { continue }
            if day(claim).firstDay > date.lastDay { continue }
            let key = [relation.bond.rawValue, NameKey.of(relation.actor), NameKey.of(relation.target)]
            groups[key.joined(separator: "\0"), default: []].append(claim)
        }
        var bonds: [Bond] = []
        for (_, group) in groups {
            let sorted = group.sorted { (day($0), $0.key) < (day($1), $1.key) }
            guard let first = sorted.first, let last = sorted.last, case .relation(let relation) = first.claim.content
            else { continue }
            let voices = Set(sorted.map { $0.claim.attribution.map { $0.id ?? NameKey.fold($0.name) } ?? $0.echoOf })
            bonds.append(
                Bond(
                    bond: relation.bond, actor: relation.actor, target: relation.target, first: day(first),
                    last: day(last), independent: voices.count, claims: sorted))
        }
        let all = bonds
        bonds.removeAll { bond in
            all.contains { other in
                (other.bond == .opposes) != (bond.bond == .opposes)
                    && NameKey.of(other.actor) == NameKey.of(bond.actor)
                    && NameKey.of(other.target) == NameKey.of(bond.target) && other.last > bond.last
            }
        }
        return bonds.sorted {
            ($1.last, NameKey.of($0.actor), NameKey.of($0.target), $0.bond.rawValue)
                < ($0.last, NameKey.of($1.actor), NameKey.of($1.target), $1.bond.rawValue)
        }
    }

    private static func day(_ claim: SourcedClaim) -> PartialDate { claim.claim.when?.start ?? claim.known }
}
