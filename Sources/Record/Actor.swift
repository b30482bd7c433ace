/// A party to an event: `name` as the text spells it, `id` the lexicon's.
public struct Actor: Sendable, Equatable, Hashable, Codable {
    /// What sort of party it is (SCHEMA.md).
    public enum Kind: String, Codable, Sendable, CaseIterable {
        case stateForce = "state_force"
        case rebel, militia, jihadist, coalition, police, government, civilians, un, ngo, media, person, unknown
    }

    /// As the text spells it.
    public var name: String
    /// The lexicon's id ("islamic_state"); nil for a name that the lexicon does not know.
    public var id: String?
    /// Other names: the lexicon's own name first, then what the same report also calls it.
    public var aliases: [String]?
    /// What sort of party it is.
    public var kind: Kind
    /// ISO 3166-1 alpha-2.
    public var country: String?
    /// The lexicon's id of the party that it is part of or speaks for, the outermost; nil where it stands alone.
    public var side: String?

    /// A party by its name in the text.
    public init(
        name: String, id: String? = nil, aliases: [String]? = nil, kind: Kind, country: String? = nil,
        side: String? = nil
    ) {
        (self.name, self.id, self.aliases, self.kind) = (name, id, aliases, kind)
        (self.country, self.side) = (country, side)
    }
}

/// Who says so.
public struct Attribution: Sendable, Equatable, Hashable, Codable {
    /// What sort of source it is; decides between asserted and claimed (ANNOTATION.md).
    public enum Kind: String, Codable, Sendable, CaseIterable { case party, monitor, official, media, witness, un, ngo }

    /// As the text spells it.
    public var name: String
    /// The lexicon's id of the source; nil for one that the lexicon does not know.
    public var id: String?
    /// What sort of source it is.
    public var kind: Kind

    /// A source by its name in the text.
    public init(name: String, id: String? = nil, kind: Kind) {
        (self.name, self.id, self.kind) = (name, id, kind)
    }
}
