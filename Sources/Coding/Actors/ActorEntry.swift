public import Record

/// A party, office, medium or monitor of the lexicon.
public struct ActorEntry: Sendable, Equatable {
    /// Stable, lower case with underscores ("islamic_state").
    public var id: String
    /// Its own name, or the field's neutral one.
    public var name: String
    /// Other spellings, translations and acronyms; those without small letters match only in capitals.
    public var aliases: [String]
    /// What sort of party it is.
    public var kind: Actor.Kind
    /// ISO 3166-1 alpha-2, the most important first.
    public var countries: [String]
    /// Id of what it is part of.
    public var parent: String?
    /// Id of the outermost party that it is part of or speaks for; the lexicon finds it.
    public internal(set) var side: String?
    /// "Military of Somalia", for a state's army with a name of its own: so those know it who file parties by state.
    var arm: String?
    /// First year in which it existed under that name; nil for open.
    public var from: Int?
    /// Last year in which it existed under that name; nil for open.
    public var until: Int?
    /// Id of the party for which a medium, office or person speaks.
    public var speaksFor: String?
    /// What sort of source it is where it is quoted.
    public var sourceKind: Attribution.Kind?

    /// An entry; see the properties.
    public init(
        id: String, name: String, aliases: [String] = [], kind: Actor.Kind, countries: [String] = [],
        parent: String? = nil, from: Int? = nil, until: Int? = nil, speaksFor: String? = nil,
        sourceKind: Attribution.Kind? = nil
    ) {
        (self.id, self.name, self.aliases, self.kind, self.countries) = (id, name, aliases, kind, countries)
        (self.parent, self.from, self.until) = (parent, from, until)
        (self.speaksFor, self.sourceKind) = (speaksFor, sourceKind)
    }

    /// True where the entry's years take in `year`; an open side takes in all.
    public func exists(in year: Int) -> Bool { (from ?? year) <= year && year <= (until ?? year) }
}
