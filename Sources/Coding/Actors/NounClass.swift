public import Record

/// A class of common nouns for parties: "soldiers", "rebels", "spokesman", "residents".
public struct NounClass: Sendable, Equatable {
    /// How a noun names a party.
    public enum Role: String, Sendable {
        /// An arm of a state or of another party ("troops", "police").
        case force
        /// People on a side ("rebels", "jihadists", "fighters").
        case member
        /// The party as a body ("group", "movement", "alliance").
        case group
        /// One who speaks or decides for it ("spokesman", "minister").
        case person
        /// People on no side ("civilians", "residents").
        case people
    }

    /// The entry's id in `words.yaml`.
    public var id: String
    /// How its nouns name a party.
    public var role: Role
    /// What sort of party they name.
    public var kind: Actor.Kind
    /// The arm of a state that the noun means where a country stands with it.
    public var branch: StateBranch?
    /// What such people are where they are a source.
    public var sourceKind: Attribution.Kind?
}

/// What an adjective or noun before a party's noun says of its side: "government", "rebel", "Islamist".
struct SideClass: Sendable, Equatable {
    var id: String
    /// The kind of party, or nil for words that say nothing of it ("local", "Kurdish").
    var kind: Actor.Kind?
    /// The arm of the report's own state that is meant where no country is named.
    var branch: StateBranch?
}
