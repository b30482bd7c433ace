public import Record

/// A place named in an analysed text.
public struct PlaceMention: Sendable, Equatable {
    /// Its range counts bytes of the analysed text.
    public var place: Place
    /// Index of the sentence.
    public var sentence: Int
    /// Tokens of that sentence.
    public var tokens: Range<Int>

    /// A mention of `place` at some tokens of a sentence.
    public init(place: Place, sentence: Int, tokens: Range<Int>) {
        (self.place, self.sentence, self.tokens) = (place, sentence, tokens)
    }
}
