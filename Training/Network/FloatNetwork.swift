import CKernels
import Language

/// The network while it learns: the same shape as `Language.Network`, in floating point.
final class FloatNetwork {
    let dimension: Int
    let layers: Int
    /// How many tokens away a layer's neighbours stand.
    let reaches: [Int]
    let hidden: Int
    let tags: [String]
    let relations: [String]
    /// Relation of each action; -1 for shift and reduce.
    let actionRelations: [Int32]
    let leftActions: Int
    let actionColumns: Int
    let tagColumns: Int

    let embeddings: Parameter
    let convolutions: [Parameter]
    let convolutionBiases: [Parameter]
    let tag: Parameter
    let tagBias: Parameter
    let parser: Parameter
    let parserNull: Parameter
    let parserBias: Parameter
    let discrete: Parameter
    let output: Parameter
    let outputBias: Parameter

    init(_ treebank: Treebank, dimension d: Int, reaches: [Int], hidden h: Int, _ random: inout Random) {
        (dimension, layers, self.reaches, hidden) = (d, reaches.count, reaches, h)
        tags = treebank.fineTags(least: 40)
        relations = treebank.counts { $0.relation }.filter { $0.value >= 5 }.keys.sorted()
        tagColumns = (tags.count + 31) / 32 * 32
        var (left, right): ([String: Int], [String: Int]) = ([:], [:])
        for sentence in treebank.sentences {
            for (index, word) in sentence.enumerated() {
                if word.head > index {
                    left[word.relation, default: 0] += 1
                } else {
                    right[word.relation, default: 0] += 1
                }
            }
        }
        var actions: [Int32] = [-1, -1]
        for (index, name) in relations.enumerated() where left[name] ?? 0 >= 5 { actions.append(Int32(index)) }
        leftActions = actions.count - 2
        for (index, name) in relations.enumerated() where right[name] ?? 0 >= 5 { actions.append(Int32(index)) }
        actionRelations = actions
        actionColumns = (actions.count + 95) / 96 * 96
        func spread(_ inputs: Int) -> Float { 1 / Float(inputs).squareRoot() }
        embeddings = Parameter(EmbeddingRows.total * d, deviation: 0.1, &random)
        convolutions = (0..<layers).map { _ in Parameter(3 * d * 2 * d, deviation: spread(3 * d), &random) }
        convolutionBiases = (0..<layers).map { _ in Parameter(2 * d, deviation: 0, &random) }
        tag = Parameter(d * tagColumns, deviation: 0.05, &random)
        tagBias = Parameter(tagColumns, deviation: 0, &random)
        parser = Parameter(d * Network.slots * h, deviation: spread(4 * d), &random)
        parserNull = Parameter(Network.slots * h, deviation: 0.05, &random)
        parserBias = Parameter(h, deviation: 0, &random)
        discrete = Parameter(ParserState.discreteRows(relations: relations.count) * h, deviation: 0.05, &random)
        output = Parameter(h * actionColumns, deviation: spread(h), &random)
        outputBias = Parameter(actionColumns, deviation: 0, &random)
    }

    /// All but the embeddings, of which a batch touches few rows.
    var dense: [Parameter] {
        convolutions + convolutionBiases
            + [tag, tagBias, parser, parserNull, parserBias, discrete, output, outputBias]
    }
}
