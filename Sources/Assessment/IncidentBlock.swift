public import Record

/// Where a claim stands in the blocks by which incidents are linked: claims of two blocks are never one incident, so that
/// blocks can be linked apart, on other machines, and give together what all claims at once give.
///
/// A block is a place, and a stretch of days in which no claim is more than ``Incidents/reach`` days from the one before
/// it. ``Incidents/assess(_:known:pairings:)`` compares within blocks only.
public struct IncidentBlock: Sendable, Equatable {
    /// The place's key; nil for an event without a place, which is an incident of its own.
    public var place: String?
    /// Valid day, in days since 1970.
    public var day: Int

    /// Nil where the claim is of no incident: no event, not told as a fact, or without a day.
    public init?(_ sourced: SourcedClaim) {
        guard let item = IncidentItem(sourced, 0) else { return nil }
        place = sourced.claim.place.map { NameKey.of($0) }
        day = item.day
    }
}

extension Incidents {
    /// Claims that lie further apart than so many days are not compared.
    public static let reach = 2
}
