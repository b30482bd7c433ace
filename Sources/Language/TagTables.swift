/// What the network's tag and relation indices stand for.
struct TagTables: Sendable {
    let upos: [UPOS]
    let xpos: [PennTag]
    let lemmaTags: [Lemmatizer.Tag]
    let relations: [DependencyRelation]

    init(_ network: Network) {
        upos = network.tags.map { tag in UPOS(name: tag.prefix { $0 != "_" }) ?? .x }
        xpos = network.tags.map { PennTag(String($0.drop { $0 != "_" }.dropFirst())) }
        lemmaTags = network.tags.map { Lemmatizer.Tag($0) }
        relations = network.relations.map(DependencyRelation.init)
    }

    /// The first name of a network that these tables cannot hold.
    func unknown(of network: Network) -> String? {
        zip(network.relations, relations).first { $0 != $1.rawValue }?.0
            ?? zip(network.tags, xpos).first { !$0.hasSuffix("_" + $1.name) }?.0
    }
}
