public import Language

/// Finds who says so.
public struct AttributionFinder: Sendable {
    let sentences: [Sentence]
    let text: String
    let actors: ActorMap

    /// A finder for one report, over its sentences and parties.
    public init(sentences: [Sentence], text: String, actors: ActorMap) {
        (self.sentences, self.text, self.actors) = (sentences, text, actors)
    }

    /// The source of what a token tells; nil for the report's own voice.
    public func attribution(for token: Int, in sentence: Int) -> FoundAttribution? { nil }
}
