import Language

/// Where the noun phrase of a party begins and ends.
extension PhraseBuilder {
    private static let times: Set<String> = [
        "day", "week", "month", "year", "night", "hour", "minute", "yesterday", "today", "tomorrow", "morning",
        "evening",
    ]

    /// True where a later noun of the same phrase carries it.
    func isInside(_ index: Int, _ cover: [Int]) -> Bool {
        var at = index + 1
        while at < sentence.tokens.count, at < index + 6 {
            let token = sentence.tokens[at]
            if WordPieces.isJoin(token.form), !token.spaceBefore {
                at += 1
                continue
            }
            // A name after the noun is an apposition: "rebel leader Name", "army general Name".
            guard
                token.upos == .noun || token.upos == .adj
                    || (token.upos == .verb && token.xpos == "VBN" && at == index + 2)
            else { return false }
            if cover[at] >= 0 { return false }
            if token.upos == .noun, nounClass(at) != nil { return hangs(index, on: at) }
            if token.upos == .noun, !hangs(index, on: at) { return false }
            at += 1
        }
        return false
    }

    private func hangs(_ index: Int, on head: Int) -> Bool {
        var at = sentence.tokens[index].head
        for _ in 0..<4 {
            if at == head { return true }
            guard at >= 0 else { return false }
            at = sentence.tokens[at].head
        }
        return false
    }

    func phraseStart(_ head: Int, _ cover: [Int]) -> Int {
        var start = head
        while start > 0 {
            let index = start - 1
            let token = sentence.tokens[index]
            if cover[index] >= 0 {
                let match = matches[cover[index]]
                // A possessive name ends the phrase on its left; the name itself still tells the side.
                start = match.tokens.lowerBound
                continue
            }
            if WordPieces.isJoin(token.form), !token.spaceBefore || token.form == "-", token.form != "'" {
                start = index
                continue
            }
            if token.form == "'s" || token.form == "\u{2019}s", index > 0, cover[index - 1] >= 0 {
                start = index
                continue
            }
            if token.form.lowercased() == "and", index > 0, cover[index - 1] >= 0, start < sentence.tokens.count,
                cover[start] >= 0, sameSort(cover[index - 1], cover[start])
            {
                start = index
                continue
            }
            // "Last week SDF fighters": the time is no part of the party.
            if Self.times.contains(token.lemma.lowercased())
                || sentence.names.contains(where: { $0.kind == .date && $0.tokens.contains(index) })
            {
                break
            }
            let isWord =
                token.upos == .adj || token.upos == .noun || token.upos == .propn
                || (token.upos == .verb && (token.xpos == "VBN" || token.xpos == "VBG"))
            guard isWord, hangs(index, on: head) || lexicon.sides[token.form.lowercased()] != nil,
                token.relation.base != "nsubj", token.relation.base != "obj" || hangs(index, on: head)
            else { break }
            start = index
        }
        while start < head,
            WordPieces.isJoin(sentence.tokens[start].form) || sentence.tokens[start].form.lowercased() == "and"
        {
            start += 1
        }
        return start
    }

    private func sameSort(_ a: Int, _ b: Int) -> Bool {
        guard let first = choice.best(matches[a].phrases), let second = choice.best(matches[b].phrases) else {
            return false
        }
        switch (first, second) {
        case (.country(_, .demonym), .country(_, .demonym)): return true
        default: return false
        }
    }
}
