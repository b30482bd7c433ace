/// What the network's tag and relation indices stand for.
struct TagTables: Sendable {
    let upos: [UPOS]
    let xpos: [String]
    let relations: [DependencyRelation]

    init(_ network: Network) {
        upos = network.tags.map { tag in UPOS(name: tag.prefix { $0 != "_" }) ?? .x }
        xpos = network.tags.map(Self.penn)
        relations = network.relations.map(DependencyRelation.init)
    }

    /// The Penn tag nearest to a fine tag.
    private static func penn(_ tag: String) -> String {
        let fixed = [
            "NOUN": "NN", "NOUN_S": "NNS", "PROPN": "NNP", "ADJ": "JJ", "ADV": "RB", "ADP": "IN", "DET": "DT",
            "PRON": "PRP", "NUM": "CD", "CCONJ": "CC", "SCONJ": "IN", "PART": "RP", "INTJ": "UH", "PUNCT": ".",
            "SYM": "SYM", "X": "FW", "AUX_O": "VB",
        ]
        return fixed[tag] ?? String(tag.drop { $0 != "_" }.dropFirst())
    }
}
