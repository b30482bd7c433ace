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
                var misc: [String] = []
                if let mark = marks[index] { misc.append("Entity=\(mark)") }
                if index + 1 < sentence.tokens.count, !sentence.tokens[index + 1].spaceBefore {
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

    private static func clean(_ cell: String) -> String {
        cell.isEmpty ? "_" : cell.replacing("\t", with: " ").replacing("\n", with: " ")
    }
}
