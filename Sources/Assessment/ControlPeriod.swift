/// What is so in a place, as far as claims can tell.
public enum ControlStatus: String, Sendable, Codable, CaseIterable {
    /// Someone who is no party says so, or a party against its own interest.
    case held
    /// Only a party says so of itself.
    case claimed
    case contested, divided, besieged, unknown
}

/// A stretch of days in which one thing was so in a place. Sides are hashes; ``ControlHistory`` names them.
public struct ControlPeriod: Sendable, Equatable {
    /// What is so on its days.
    public var status: ControlStatus
    /// Who holds or claims it; besieged: who is inside; contested and divided: one side. 0 where not known.
    public var side: UInt64
    /// Contested and divided: the other side; besieged: the besieger.
    public var other: UInt64
    /// Claimed: who held it before, by the word of others; unknown: who held it when somebody last said so.
    public var previous: UInt64
    /// First day (days since 1970).
    public var start: Int32
    /// First day on which it was no longer so; nil where it lasts.
    public var end: Int32?
    /// Sum of the weights of the independent voices for it, and against it.
    public var weight: Float
    /// Sum of the weights of the voices against it.
    public var opposed: Float
    /// Independent voices for it.
    public var voices: Int
    /// ``Observation/ref`` of the claims for and against it, in order of valid time.
    public var supporting: [Int]
    /// ``Observation/ref`` of the claims against it.
    public var contradicting: [Int]
    /// Copies of a report that is counted already.
    public var echoes: [Int]
    /// Days on which a claim says that it is so, ascending.
    public var confirmed: [Int32]

    /// Days between `day` and the last day at or before it on which a source said so.
    public func staleness(on day: Int32) -> Int? {
        guard let last = confirmed.last(where: { $0 <= day }) else { return nil }
        return Int(day - last)
    }
}
