import Language

/// A sentence with the names that people marked in it.
struct NamedSentence {
    var sentence: Sentence
    /// Index into `NameModel.labels`, for each token.
    var labels: [Int]
    /// Kinds that the annotators marked; where they marked none, another kind is no error.
    var marked: Set<NameKind>

    init(_ sentence: Sentence, spans: [NamedSpan], marked: Set<NameKind>) {
        self.sentence = sentence
        self.marked = marked
        labels = [Int](repeating: 0, count: sentence.tokens.count)
        for span in spans {
            let begin = Self.label(span.kind)
            for token in span.tokens { labels[token] = token == span.tokens.lowerBound ? begin : begin + 1 }
        }
    }

    /// The label that begins a kind.
    static func label(_ kind: NameKind) -> Int {
        NameModel.labels.firstIndex { $0.kind == kind && $0.begins } ?? 0
    }
}
