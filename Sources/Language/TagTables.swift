/// What the network's tag and relation indices stand for.
struct TagTables: Sendable {
    let upos: [UPOS]
    let xpos: [String]
    let lemmaTags: [Lemmatizer.Tag]
    let relations: [DependencyRelation]

    init(_ network: Network) {
        upos = network.tags.map { tag in UPOS(name: tag.prefix { $0 != "_" }) ?? .x }
        xpos = network.tags.map { String($0.drop { $0 != "_" }.dropFirst()) }
        lemmaTags = network.tags.map { Lemmatizer.Tag($0) }
        relations = network.relations.map(DependencyRelation.init)
    }
}
