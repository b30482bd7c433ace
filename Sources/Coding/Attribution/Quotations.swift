import Language

/// Follows quotations over sentences.
enum Quotations {
    /// For each sentence wholly inside a quotation: the sentence with its speaker. A quotation that opens or closes in a
    /// sentence of saying names its speaker there; one that stands alone between two belongs to the one before.
    static func carriers(_ sentences: [Sentence]) -> [Int?] {
        var found = [Int?](repeating: nil, count: sentences.count)
        var isOpen = false
        var start = 0
        for (number, sentence) in sentences.enumerated() {
            let begins = isOpen
            var opensHere = false
            // A look at the first byte rules out all but quotation marks.
            for token in sentence.tokens where Self.mayQuote(token.form.utf8.first) {
                switch token.form {
                case "\"":
                    isOpen.toggle()
                    opensHere = opensHere || isOpen
                case "\u{201C}", "``", "\u{201E}", "\u{00AB}":
                    isOpen = true
                    opensHere = true
                case "\u{201D}", "''", "\u{00BB}": isOpen = false
                default: continue
                }
            }
            if opensHere, !begins { start = number }
            // An unclosed quotation ends after a few sentences: its mark was lost.
            if isOpen, number - start > 5 { isOpen = false }
            guard begins || opensHere else { continue }
            if begins, !isSpoken(sentences[start]), isSpoken(sentence) {
                for inside in start..<number { found[inside] = number }
            } else if begins, isSpoken(sentences[start]) {
                found[number] = start
            } else if opensHere, !begins, !isOpen, !isSpoken(sentence), quoted(sentence) {
                if number > 0, isSpoken(sentences[number - 1]) || found[number - 1] != nil {
                    found[number] = found[number - 1] ?? number - 1
                }
            }
        }
        return found
    }

    /// True where quotation marks take in nearly the whole sentence.
    private static func quoted(_ sentence: Sentence) -> Bool {
        guard let first = sentence.tokens.first?.form else { return false }
        return first == "\"" || first == "\u{201C}" || first == "``"
    }

    private static func isSpoken(_ sentence: Sentence) -> Bool {
        sentence.tokens.indices.contains(where: { index in
            let token = sentence.tokens[index]
            return token.upos == .verb && SpeechVerbs.verbs[token.lemma.lowercased()] != nil
                && sentence.child(of: index, "nsubj") != nil
                && !SpeechVerbs.needsClause.contains(token.lemma.lowercased())
        })
    }

    private static func mayQuote(_ byte: UInt8?) -> Bool {
        byte == 0x22 || byte == 0x27 || byte == 0x60 || byte == 0xC2 || byte == 0xE2
    }
}
