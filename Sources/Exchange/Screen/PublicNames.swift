import Assessment
public import Record

/// Names that may be told: places, parties and public persons that the lexicon or the gazetteer knows.
///
/// A name of two words that is none of these counts as a person's, and a private one's, in ``ReleasePolicy``.
public struct PublicNames: Sendable, Equatable {
    private var hashes = HashTable()

    /// No names.
    public init() {}

    /// The names of what `places` and `actors` are; actors without the lexicon's id stay out.
    public init(places: some Sequence<Place>, actors: some Sequence<Actor>) {
        for place in places { insert(place) }
        for actor in actors { insert(actor) }
    }

    /// The place's names.
    public mutating func insert(_ place: Place) {
        guard place.id != nil || place.resolved != nil else { return }
        for name in [place.name, place.resolved, place.admin1, place.admin2] { if let name { insert(name) } }
    }

    /// The names of an actor that the lexicon knows.
    public mutating func insert(_ actor: Actor) {
        guard actor.id != nil else { return }
        for name in [actor.name] + (actor.aliases ?? []) { insert(name) }
    }

    mutating func insert(_ name: String) { hashes.insert(Self.hash(name)) }

    /// What a claim itself names, as far as it may be told.
    init(_ claim: Claim) {
        // A place that no gazetteer has is named in the record itself.
        for place in claim.places {
            insert(place)
            insert(place.name)
        }
        for actor in claim.parties { insert(actor) }
        if let source = claim.attribution, source.id != nil { insert(source.name) }
    }

    func contains(_ name: String) -> Bool { hashes.contains(Self.hash(name)) }

    private static func hash(_ name: String) -> UInt64 { NameKey.hash(NameKey.fold(name)) }
}

/// The names that may be told in one claim: those known, and those of the claim itself, which are folded when a name is
/// first asked for that is not known.
struct ClaimNames {
    let known: PublicNames
    private var own: PublicNames?

    init(known: PublicNames) { self.known = known }

    mutating func contains(_ name: String, in claim: Claim) -> Bool {
        if known.contains(name) { return true }
        let names = own ?? PublicNames(claim)
        own = names
        return names.contains(name)
    }
}
