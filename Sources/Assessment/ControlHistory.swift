public import Record

/// Who held one place, when, and by whose word: periods assessed from control claims, by the rules written down in
/// `Documentation/Assessment.md`.
///
///     let history = ControlHistory.assess(claims, known: PartialDate("2017-11-11"))
///     history.state(on: PartialDate("2017-11-10")!).status   // .claimed
///
/// Pure: the same claims in any order give the same periods. Knows no database and no map.
public struct ControlHistory: Sendable {
    /// In order, without gaps; the first begins with the first claim.
    public var periods: [ControlPeriod]
    private var parties: [UInt64: Party]
    private var claims: [SourcedClaim]

    /// The history of the one place that all `claims` are about (others are the caller's to leave out), as it could be
    /// told at the end of the day `known` (nil: now).
    public static func assess(_ claims: [SourcedClaim], known: PartialDate? = nil) -> ControlHistory {
        var parties: [UInt64: Party] = [:]
        var observations: [Observation] = []
        let limit = known.map { Int32(clamping: $0.lastDay) } ?? .max
        for (index, claim) in claims.enumerated() {
            guard let observation = Observation(claim, ref: index), observation.known <= limit else { continue }
            observations.append(observation)
            Party.note(claim, in: &parties)
        }
        let periods = ControlWalk.periods(observations)
        return ControlHistory(periods: periods, parties: parties, claims: claims)
    }

    /// What was so on `date` (the last day of a month or year).
    public func state(on date: PartialDate) -> ControlState {
        let day = Int32(clamping: date.lastDay)
        guard let period = ControlWalk.period(on: day, in: periods) else { return .unknown }
        return describe(period, on: day)
    }

    /// All periods in readable form; staleness is counted to the period's end.
    public func states(to date: PartialDate) -> [ControlState] {
        let day = Int32(clamping: date.lastDay)
        return periods.filter { $0.start <= day }.map { describe($0, on: min(day, ($0.end ?? .max) - 1)) }
    }

    private func describe(_ period: ControlPeriod, on day: Int32) -> ControlState {
        ControlState(
            period, on: day, party: { parties[$0] }, claim: { claims.indices.contains($0) ? claims[$0] : nil })
    }
}

/// A side as its claims name it.
public struct Party: Sendable, Hashable, Codable {
    /// ``NameKey/side(_:at:)``.
    public var key: String
    /// The name used most simply: the actor's own.
    public var name: String
    /// The lexicon's id; nil for a party that it does not know.
    public var id: String?
    /// What sort of party it is.
    public var kind: Actor.Kind
    /// ISO 3166 code of its state, where it has one.
    public var country: String?

    /// An actor, as a side at a place in `country`.
    public init(_ actor: Actor, at country: String?) {
        key = NameKey.side(actor, at: country)
        (name, id, kind) = (actor.aliases?.first ?? actor.name, actor.id, actor.kind)
        self.country = actor.country
    }

    /// A side from its stored parts.
    public init(key: String, name: String, id: String?, kind: Actor.Kind, country: String?) {
        (self.key, self.name, self.id, self.kind, self.country) = (key, name, id, kind, country)
    }

    /// The parties of a control claim.
    public static func of(_ claim: Claim) -> [Party] {
        guard case .control(let control) = claim.content else { return [] }
        let actors = [control.holder, control.from, control.besieger].compactMap { $0 } + (control.holders ?? [])
        return actors.map { Party($0, at: control.place.country) }
    }

    /// The name that stands for a side: of those its claims use, the one that sorts first among governments, then
    /// forces, so that the order of reading does not choose.
    static func note(_ claim: SourcedClaim, in parties: inout [UInt64: Party]) {
        for party in of(claim.claim) {
            let hash = NameKey.hash(party.key)
            if let old = parties[hash], (old.rank, old.name) <= (party.rank, party.name) { continue }
            parties[hash] = party
        }
    }

    private var rank: Int { kind == .government ? 0 : 1 }
}

extension Party {
    /// True where this name stands for the side rather than `other`.
    public func comes(before other: Party) -> Bool { (rank, name) < (other.rank, other.name) }
}
