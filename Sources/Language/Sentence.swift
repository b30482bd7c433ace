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
    /// Dependants of each token, ascending (compressed: those of token i are `order[first[i]..<first[i + 1]]`).
    private let first: [Int32]
    private let order: [Int32]

    /// A sentence of at least one token.
    public init(tokens: [Token], names: [NamedSpan] = []) {
        self.tokens = tokens
        self.names = names
        range = TextRange(tokens.first?.range.start ?? 0, tokens.last?.range.end ?? 0)
        var counts = [Int32](repeating: 0, count: tokens.count + 1)
        for token in tokens where token.head >= 0 { counts[token.head + 1] += 1 }
        for index in 1..<max(1, counts.count) { counts[index] += counts[index - 1] }
        var fill = counts
        var order = [Int32](repeating: 0, count: Int(counts.last ?? 0))
        for (index, token) in tokens.enumerated() where token.head >= 0 {
            order[Int(fill[token.head])] = Int32(index)
            fill[token.head] += 1
        }
        (first, self.order) = (counts, order)
    }

    /// The token that has no head.
    public var root: Int { tokens.firstIndex { $0.head < 0 } ?? 0 }

    /// Direct dependants of a token, in text order.
    public func children(of token: Int) -> [Int] {
        order[Int(first[token])..<Int(first[token + 1])].map { Int($0) }
    }

    /// The first dependant with one of the relations; "nsubj" also finds "nsubj:pass".
    public func child(of token: Int, _ relations: String...) -> Int? {
        for index in order[Int(first[token])..<Int(first[token + 1])] {
            let relation = tokens[Int(index)].relation
            if relations.contains(where: { $0 == relation.rawValue || $0 == relation.base }) { return Int(index) }
        }
        return nil
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
