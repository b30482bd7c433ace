public import Record

/// A party where a text names it.
public struct ActorMention: Sendable, Equatable {
    /// Index of the sentence.
    public var sentence: Int
    /// Tokens of the sentence, modifiers included, articles not.
    public var tokens: Range<Int>
    /// The token that carries the phrase in the tree.
    public var head: Int
    /// `name` as the text spells it, `id` and `aliases` the lexicon's, or those of what it refers back to.
    public var actor: Actor
    /// The lexicon's entry where there is one.
    public var entry: ActorEntry?
    /// 0 to 1: that this is the party meant.
    public var certainty: Double
    /// True for "the rebels", "gunmen", "government forces": a common noun and no name.
    public var isGeneric: Bool
    /// True where the party was found through an antecedent ("the group", "they").
    public var isCoreferent: Bool
    /// Index of the antecedent in ``ActorMap/mentions``.
    public var antecedent: Int?
    /// True where it stands in a compound adjective ("Isis" of "Isis-held") and is no party to the act itself.
    public var isModifier: Bool
    /// The word after the hyphen of such an adjective ("held", "backed", "led"), lower case.
    public var modifierOf: String?
    /// True for one person, a speaker or office rather than the party ("an army spokesman").
    public var isPerson: Bool
    /// True for a bare country or capital name, which is an actor only in an actor's place.
    public var isPlaceName: Bool

    /// A mention; see the properties.
    public init(
        sentence: Int, tokens: Range<Int>, head: Int, actor: Actor, entry: ActorEntry? = nil, certainty: Double = 0.9,
        isGeneric: Bool = false
    ) {
        (self.sentence, self.tokens, self.head, self.actor) = (sentence, tokens, head, actor)
        (self.entry, self.certainty, self.isGeneric) = (entry, certainty, isGeneric)
        (isCoreferent, antecedent, isModifier, modifierOf) = (false, nil, false, nil)
        (isPerson, isPlaceName) = (false, false)
    }

    /// True for a party that may take or hold a place: no person, no name of a place, nobody who only tells or suffers.
    var mayHold: Bool {
        !isModifier && !isPlaceName && !isPerson && ![.civilians, .media, .ngo, .un].contains(actor.kind)
    }
}
