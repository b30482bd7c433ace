/// Finds names in parsed sentences.
struct NameModel: Sendable {
    /// From the model folder; nil where it holds no `names.model`.
    init?(folder: String) throws { return nil }

    /// Adds the names to sentences of one text.
    func find(in sentences: inout [Sentence]) {}
}
