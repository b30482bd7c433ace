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
        var names = PartyNames()
        var observations: [Observation] = []
        let limit = known.map { Int32(clamping: $0.lastDay) } ?? .max
        for (index, claim) in claims.enumerated() {
            guard let observation = Observation(claim, ref: index), observation.known <= limit else { continue }
            observations.append(observation)
            names.note(claim.claim)
        }
        let periods = ControlWalk.periods(observations)
        return ControlHistory(periods: periods, parties: names.chosen, claims: claims)
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
