public import Record

/// What a named span is.
public enum NameKind: String, Sendable, CaseIterable {
    case person, organisation, location, norp, facility, date, money, weapon, event, other
}

/// A name found in a sentence.
public struct NamedSpan: Sendable, Equatable {
    public var kind: NameKind
    /// Tokens of the sentence.
    public var tokens: Range<Int>

    public init(kind: NameKind, tokens: Range<Int>) { (self.kind, self.tokens) = (kind, tokens) }
}

/// A sentence: tokens in text order with their tree, and the names in it.
public struct Sentence: Sendable, Equatable {
    /// UTF-8 bytes of the analysed text, from the first token to the last.
    public var range: TextRange
    public var tokens: [Token]
    /// In text order, not overlapping.
    public var names: [NamedSpan]
    /// Dependants of each token, ascending, compressed: those of token i are `arcs[arcs[i]..<arcs[i + 1]]`.
    @usableFromInline let arcs: [Int32]

    /// A sentence of at least one token.
    public init(tokens: [Token], names: [NamedSpan] = []) {
        self.tokens = tokens
        self.names = names
        range = TextRange(tokens.first?.range.start ?? 0, tokens.last?.range.end ?? 0)
        arcs = Self.arcs(tokens)
    }

    private static func arcs(_ tokens: [Token]) -> [Int32] {
        let count = tokens.count
        var arcs = [Int32](repeating: 0, count: 2 * count + 1)
        // Counts, shifted by one; then where each token's dependants begin; then the dependants themselves.
        for index in tokens.indices where tokens[index].head >= 0 { arcs[tokens[index].head + 1] += 1 }
        arcs[0] = Int32(count + 1)
        for index in 0..<count { arcs[index + 1] += arcs[index] }
        var next = arcs
        for index in tokens.indices where tokens[index].head >= 0 {
            let head = tokens[index].head
            arcs[Int(next[head])] = Int32(index)
            next[head] += 1
        }
        return arcs
    }

    /// The token that has no head.
    public var root: Int { tokens.firstIndex { $0.head < 0 } ?? 0 }

    /// Direct dependants of a token, in text order.
    @inlinable
    public func children(of token: Int) -> Dependants {
        Dependants(arcs, from: Int(arcs[token]), to: Int(arcs[token + 1]))
    }

    /// The first dependant with one of the relations; "nsubj" also finds "nsubj:pass".
    public func child(of token: Int, _ relations: String...) -> Int? {
        children(of: token).first { child in relations.contains { tokens[child].relation.matches($0) } }
    }

    /// The first dependant with a relation.
    public func child(of token: Int, _ relation: String) -> Int? {
        children(of: token).first { tokens[$0].relation.matches(relation) }
    }

    /// The first dependant with one of two relations.
    public func child(of token: Int, _ one: String, _ two: String) -> Int? {
        children(of: token).first { tokens[$0].relation.matches(one) || tokens[$0].relation.matches(two) }
    }

    /// A token with all that hangs below it, ascending.
    public func subtree(of token: Int) -> [Int] {
        var found = [token]
        var next = 0
        while next < found.count {
            found.append(contentsOf: children(of: found[next]))
            next += 1
        }
        return found.sorted()
    }

    /// First and last token of the subtree, as a range of tokens.
    public func span(of token: Int) -> Range<Int> {
        let all = subtree(of: token)
        return (all.first ?? token)..<((all.last ?? token) + 1)
    }

    /// The heads above a token, nearest first.
    public func ancestors(of token: Int) -> [Int] {
        var found: [Int] = []
        var at = tokens[token].head
        while at >= 0, found.count < tokens.count {
            found.append(at)
            at = tokens[at].head
        }
        return found
    }

    /// UTF-8 bytes from the first to the last of the tokens.
    public func textRange(_ tokens: Range<Int>) -> TextRange {
        TextRange(
            self.tokens[tokens.lowerBound].range.start,
            self.tokens[max(tokens.lowerBound, tokens.upperBound - 1)].range.end)
    }

    /// The text of some tokens, as the analysed text spells it.
    public func text(of tokens: Range<Int>, in source: String) -> String { textRange(tokens).text(in: source) }
}

/// The direct dependants of a token, in text order: a view into the sentence's table, made without a copy.
@frozen
public struct Dependants: RandomAccessCollection, Sendable {
    @usableFromInline let arcs: [Int32]
    /// Where the token's own dependants begin in the sentence's table.
    public let startIndex: Int
    /// Where they end.
    public let endIndex: Int

    @inlinable
    init(_ arcs: [Int32], from start: Int, to end: Int) { (self.arcs, startIndex, endIndex) = (arcs, start, end) }

    /// A dependant, as its index in the sentence.
    @inlinable
    public subscript(position: Int) -> Int { Int(arcs[position]) }
}
