public import Record

/// A word of a sentence, with its place in the text and in the tree.
public struct Token: Sendable, Equatable {
    /// UTF-8 bytes of the analysed text.
    public var range: TextRange
    /// As the text spells it.
    public var form: String
    /// Dictionary form, lower case but for names.
    public var lemma: String
    public var upos: UPOS
    private var penn: PennTag
    /// Index of the head in the sentence; -1 for the root.
    public var head: Int
    public var relation: DependencyRelation
    /// True where white space stands before it in the text.
    public var spaceBefore: Bool

    public init(
        range: TextRange, form: String, lemma: String = "", upos: UPOS = .x, xpos: String = "", head: Int = -1,
        relation: DependencyRelation = .root, spaceBefore: Bool = true
    ) {
        (self.range, self.form, self.lemma, self.upos, penn) = (range, form, lemma, upos, PennTag(xpos))
        (self.head, self.relation, self.spaceBefore) = (head, relation, spaceBefore)
    }

    /// A Penn tag as far as it can be told (VBD, VBN, NNS, NNP …); empty for none.
    public var xpos: String {
        get { penn.name }
        set { penn = PennTag(newValue) }
    }

    /// Sets ``xpos`` without a look at its letters.
    mutating func set(_ tag: PennTag) { penn = tag }
}
