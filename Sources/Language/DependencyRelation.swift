/// A relation of Universal Dependencies, with its subtype ("nsubj:pass"), as a number of one table.
public struct DependencyRelation: Hashable, Sendable, CustomStringConvertible {
    @usableFromInline let number: UInt8
    @usableFromInline let universal: UInt8

    /// From the whole name. A subtype that the table lacks counts as its universal part, an unknown relation as "dep".
    public init(_ name: String) {
        let base = name.prefix { $0 != ":" }
        universal = UInt8(Self.names.firstIndex { $0 == base } ?? 0)
        number = Self.names.firstIndex(of: name).map { UInt8($0) } ?? universal
    }

    /// The whole name ("nsubj:pass").
    @inlinable public var rawValue: String { Self.names[Int(number)] }
    /// The universal part ("nsubj").
    @inlinable public var base: String { Self.names[Int(universal)] }

    public var description: String { rawValue }
    /// The relation of a sentence's root.
    public static let root = DependencyRelation("root")
    /// The relation of a verb's subject.
    public static let subject = DependencyRelation("nsubj")
    /// The relation of a verb's object.
    public static let object = DependencyRelation("obj")

    /// True for the relation of a name, subtypes of a universal name included.
    @inlinable public func matches(_ name: String) -> Bool { base == name || rawValue == name }

    /// What every relation adds to the features of the name tagger.
    var hash: UInt64 { Self.hashes[Int(number)] }

    /// The universal relations (version 2) and the subtypes of the English treebanks; "dep" first.
    @usableFromInline static let names = [
        "dep", "acl", "acl:relcl", "advcl", "advcl:relcl", "advmod", "advmod:emph", "advmod:lmod", "amod", "appos",
        "aux",
        "aux:pass", "case", "cc", "cc:preconj", "ccomp", "clf", "compound", "compound:lvc", "compound:prt",
        "compound:redup", "compound:svc", "conj", "cop", "csubj", "csubj:outer", "csubj:pass", "det", "det:numgov",
        "det:nummod", "det:poss", "det:predet", "discourse", "dislocated", "expl", "expl:impers", "expl:pass",
        "expl:pv",
        "fixed", "flat", "flat:foreign", "flat:name", "goeswith", "iobj", "list", "mark", "nmod", "nmod:desc",
        "nmod:npmod", "nmod:poss", "nmod:tmod", "nmod:unmarked", "nsubj", "nsubj:outer", "nsubj:pass", "nummod",
        "nummod:gov", "obj", "obl", "obl:agent", "obl:arg", "obl:lmod", "obl:npmod", "obl:tmod", "obl:unmarked",
        "orphan",
        "parataxis", "punct", "reparandum", "root", "vocative", "xcomp",
    ]
    private static let hashes = names.map { name in
        name.utf8.reduce(1_469_598_103_934_665_603 as UInt64) { ($0 ^ UInt64($1)) &* 1_099_511_628_211 }
    }
}
