import Language

/// A sentence made ready for learning: features and numbered answers.
struct Example {
    var forms: [String]
    var features: [TokenFeatures]
    /// Clusters and groups, as ``WordClusters`` packs them.
    var clusters: [UInt16]
    /// -1 for tags too rare to learn.
    var tags: [Int]
    var heads: [Int]
    /// -1 for relations too rare to learn.
    var relations: [Int]
    /// How often each form occurs in training.
    var frequencies: [Double]
    /// Sentences from other sources count less or more.
    var weight: Float = 1

    var count: Int { features.count }

    /// Without its last full stop, as headlines stand.
    func withoutEnd() -> Example {
        let last = count - 1
        guard count > 3, heads[last] != count, !heads.contains(last) else { return self }
        var copy = self
        copy.forms.removeLast()
        copy.features.removeLast()
        copy.clusters.removeLast()
        copy.tags.removeLast()
        copy.heads = heads.dropLast().map { $0 == count ? last : $0 }
        copy.relations.removeLast()
        copy.frequencies.removeLast()
        return copy
    }

    /// With other capitals, as headlines and captions shout.
    func respelt(_ change: (String) -> String) -> Example {
        var copy = self
        copy.features = forms.map { TokenFeatures(change($0)) }
        return copy
    }
}

/// Turns a treebank into examples for a network.
struct ExampleMaker {
    private let tags: [String: Int]
    private let relations: [String: Int]
    private let clusters: ClusterList

    init(_ network: FloatNetwork, _ clusters: ClusterList) {
        self.clusters = clusters
        tags = Dictionary(uniqueKeysWithValues: network.tags.enumerated().map { ($1, $0) })
        relations = Dictionary(uniqueKeysWithValues: network.relations.enumerated().map { ($1, $0) })
    }

    func examples(_ treebank: Treebank) -> [Example] {
        let frequencies = treebank.counts { $0.form.lowercased() }
        // A fine tag too rare for itself counts as the commonest of its part of speech.
        var common: [String: (tag: Int, count: Int)] = [:]
        for (name, count) in treebank.counts({ "\($0.upos)_\($0.xpos)" }) {
            let upos = String(name.prefix { $0 != "_" })
            if let tag = tags[name], count > common[upos]?.count ?? 0 { common[upos] = (tag, count) }
        }
        return treebank.sentences.map { words in
            Example(
                forms: words.map(\.form), features: words.map { TokenFeatures($0.form) },
                clusters: words.map { clusters.cluster(of: $0.form) },
                tags: words.map { tags["\($0.upos)_\($0.xpos)"] ?? common[$0.upos]?.tag ?? -1 },
                heads: words.map(\.head), relations: words.map { relations[$0.relation] ?? -1 },
                frequencies: words.map { Double(frequencies[$0.form.lowercased()] ?? 1) })
        }
    }
}
