public import Record

/// Who says what a sentence, or a part of it, tells.
public struct FoundAttribution: Sendable, Equatable {
    /// What the verb of saying makes of the claim.
    public enum Hint: String, Sendable { case said, claimed, denied, pledged, forecast, warned }

    /// The source.
    public var attribution: Attribution
    /// True for a belligerent, its ally, its media or an interested official: what they say is *claimed*.
    public var isPartyOrInterested: Bool
    /// What the verb makes of the claim.
    public var hint: Hint
    /// Who passed it on, where one source quotes another.
    public var via: Attribution?
    /// Token of the verb or of "according"; nil where carried over from a neighbouring sentence.
    public var trigger: Int?
    /// The party as an actor, where it is one.
    public var actor: Actor?

    /// A found source; see the properties.
    public init(
        attribution: Attribution, isPartyOrInterested: Bool, hint: Hint = .said, via: Attribution? = nil,
        trigger: Int? = nil, actor: Actor? = nil
    ) {
        (self.attribution, self.isPartyOrInterested, self.hint) = (attribution, isPartyOrInterested, hint)
        (self.via, self.trigger, self.actor) = (via, trigger, actor)
    }
}
