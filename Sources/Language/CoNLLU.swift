import Record

/// Sentences as CoNLL-U (universaldependencies.org/format.html): names as `Entity=B-person` in MISC, `SpaceAfter=No`
/// where the next token follows without a blank.
public enum CoNLLU {
    /// The sentences of one text; `first` numbers them.
    public static func write(_ sentences: [Sentence], text: String, first: Int = 1) -> String {
        var out = ""
        for (offset, sentence) in sentences.enumerated() {
            out += "# sent_id = \(first + offset)\n"
            let plain = sentence.range.text(in: text).split(whereSeparator: \.isWhitespace).joined(separator: " ")
            out += "# text = \(plain)\n"
            var marks = [String?](repeating: nil, count: sentence.tokens.count)
            for name in sentence.names {
                for token in name.tokens {
                    marks[token] = (token == name.tokens.lowerBound ? "B-" : "I-") + name.kind.rawValue
                }
            }
            for (index, token) in sentence.tokens.enumerated() {
                let after = sentence.tokens.dropFirst(index + 1).prefix { isClitic($0) }
                if !after.isEmpty, !isClitic(token) {
                    let whole = ([token] + after).map(\.form).joined()
                    let space = sentence.tokens.dropFirst(index + 1 + after.count).first?.spaceBefore ?? true
                    out += "\(index + 1)-\(index + 1 + after.count)\t\(clean(whole))\t_\t_\t_\t_\t_\t_\t_\t"
                    out += space ? "_\n" : "SpaceAfter=No\n"
                }
                var misc: [String] = []
                if let mark = marks[index] { misc.append("Entity=\(mark)") }
                let next = index + 1 < sentence.tokens.count ? sentence.tokens[index + 1] : nil
                if let next, !next.spaceBefore, !isClitic(next), !isClitic(token) {
                    misc.append("SpaceAfter=No")
                }
                let cells = [
                    "\(index + 1)", clean(token.form), clean(token.lemma), token.upos.name, token.xpos, "_",
                    "\(token.head + 1)", token.relation.rawValue, "_", misc.isEmpty ? "_" : misc.joined(separator: "|"),
                ]
                out += cells.joined(separator: "\t") + "\n"
            }
            out += "\n"
        }
        return out
    }

    /// The second word of a contraction: UD writes both under one multi-word token.
    private static func isClitic(_ token: Token) -> Bool {
        guard !token.spaceBefore else { return false }
        switch token.form.lowercased().replacing("\u{2019}", with: "'").replacing("\u{2018}", with: "'") {
        case "'s", "'m", "'d", "'re", "'ve", "'ll", "n't": return true
        case "not": return token.upos == .part
        default: return false
        }
    }

    private static func clean(_ cell: String) -> String {
        cell.isEmpty ? "_" : cell.replacing("\t", with: " ").replacing("\n", with: " ")
    }
}
