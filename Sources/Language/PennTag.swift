/// A tag of the Penn Treebank, as a number of one table.
struct PennTag: Hashable, Sendable {
    private let number: UInt8

    /// From its name; a name that the table lacks is no tag.
    init(_ name: String) { number = UInt8(Self.names.firstIndex(of: name) ?? 0) }

    /// As the treebank spells it; empty for no tag.
    var name: String { Self.names[Int(number)] }

    /// The tags of the Penn Treebank as the English Web Treebank extends them; no tag first.
    private static let names = [
        "", "NN", "NNP", "NNS", "NNPS", "VB", "VBD", "VBG", "VBN", "VBP", "VBZ", "MD", "JJ", "JJR", "JJS", "RB", "RBR",
        "RBS", "RP", "IN", "TO", "DT", "PDT", "WDT", "WP", "WP$", "WRB", "PRP", "PRP$", "EX", "POS", "CC", "CD", "UH",
        "FW", "SYM", "LS", "ADD", "AFX", "GW", "HYPH", "NFP", "XX", "$", "#", ",", ".", ":", "``", "''", "-LRB-",
        "-RRB-",
    ]
}
