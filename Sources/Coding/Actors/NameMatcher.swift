import Language

/// Words of a sentence that a name or a country form of the lexicon covers.
struct NameMatch: Sendable {
    var tokens: Range<Int>
    var phrases: [ActorLexicon.Phrase]
    /// The participle after a hyphen ("held" of "Isis-held"), with its token.
    var participle: Int?
}

/// Finds the lexicon's names in a sentence: longest first, left to right, never overlapping.
struct NameMatcher {
    let lexicon: ActorLexicon

    /// All matches of a sentence, in text order.
    func matches(in sentence: Sentence) -> [NameMatch] {
        var pieces: [UInt64] = []
        var owners: [Int] = []
        pieces.reserveCapacity(sentence.tokens.count + 8)
        owners.reserveCapacity(sentence.tokens.count + 8)
        for (index, token) in sentence.tokens.enumerated() {
            let before = pieces.count
            WordPieces.each(token.form) { piece in
                pieces.append(piece)
                owners.append(index)
            }
            if pieces.count == before, !WordPieces.isJoin(token.form), token.form != "." {
                pieces.append(WordPieces.barrier)
                owners.append(index)
            }
        }
        let shouting = isShouting(sentence)
        var found: [NameMatch] = []
        var at = 0
        while at < pieces.count {
            // Names begin at the beginning of a token.
            if pieces[at] == WordPieces.barrier || (at > 0 && owners[at] == owners[at - 1]) {
                at += 1
                continue
            }
            var next = at + 1
            for (end, phrases) in lexicon.matches(pieces, at: at) {
                let tokens = owners[at]..<(owners[end - 1] + 1)
                let glued = end < pieces.count && owners[end] == owners[end - 1]
                if glued && !gluedParticiple(sentence.tokens[tokens.upperBound - 1].form) { continue }
                let right = phrases.filter { isWritten($0, tokens, in: sentence, shouting: shouting) }
                guard !right.isEmpty else { continue }
                found.append(
                    NameMatch(
                        tokens: tokens, phrases: right, participle: participle(after: tokens, glued, in: sentence)))
                next = end
                break
            }
            at = next
        }
        return found
    }

    /// Names need a capital, acronyms capitals; "Isis" and "Nato" are fine, "is" and "us" never.
    private func isWritten(
        _ phrase: ActorLexicon.Phrase, _ tokens: Range<Int>, in sentence: Sentence, shouting: Bool
    ) -> Bool {
        let form = sentence.tokens[tokens.lowerBound].form
        if phrase.acronym {
            let letters = form.unicodeScalars.filter { $0.properties.isAlphabetic }
            let capitals = letters.filter { $0.properties.isUppercase }.count
            if letters.count <= 3 && form.utf8.count <= 3 {
                guard capitals == letters.count, letters.count > 0 else { return false }
                let token = sentence.tokens[tokens.lowerBound]
                return shouting ? token.upos == .propn : token.upos != .aux && token.upos != .pron || capitals > 1
            }
            return capitals > 1 && capitals >= letters.count - 1
                || (letters.count >= 4 && form.first?.isUppercase == true)
        }
        for token in tokens where sentence.tokens[token].form.contains(where: { $0.isUppercase }) { return true }
        return false
    }

    /// True for sentences in capitals throughout, where case tells nothing.
    private func isShouting(_ sentence: Sentence) -> Bool {
        var (small, large) = (0, 0)
        for token in sentence.tokens.prefix(24) {
            for byte in token.form.utf8 {
                if (97...122).contains(byte) { small += 1 }
                if (65...90).contains(byte) { large += 1 }
            }
            if small > 2 { return false }
        }
        return large > 8
    }

    private static let participles: Set<String> = [
        "held", "controlled", "backed", "led", "allied", "aligned", "linked", "affiliated", "run", "ruled", "occupied",
        "besieged", "dominated", "supported", "funded", "armed", "trained", "sponsored", "inspired", "claimed",
        "supplied", "owned", "made", "built", "born", "based", "installed", "appointed", "friendly", "administered",
        "captured", "imposed", "brokered", "mediated", "majority", "populated", "inhabited", "speaking", "era",
        "operated", "manned", "declared", "recruited", "style", "designated", "influenced", "loyal", "leaning",
        "commanded", "directed", "organised", "organized", "financed", "assisted", "protected", "guarded", "infested",
    ]

    private func gluedParticiple(_ form: String) -> Bool {
        guard let hyphen = form.lastIndex(of: "-") else { return false }
        return Self.participles.contains(form[form.index(after: hyphen)...].lowercased())
    }

    private func participle(after tokens: Range<Int>, _ glued: Bool, in sentence: Sentence) -> Int? {
        if glued { return tokens.upperBound - 1 }
        let hyphen = tokens.upperBound
        guard hyphen < sentence.tokens.count else { return nil }
        let form = sentence.tokens[hyphen].form
        if form == "-" || form == "\u{2010}" || form == "\u{2011}" || form == "\u{2013}",
            hyphen + 1 < sentence.tokens.count
        {
            return Self.participles.contains(sentence.tokens[hyphen + 1].form.lowercased()) ? hyphen + 1 : nil
        }
        // "Isis held territory" without its hyphen is read from the tree, not here.
        if form.hasPrefix("-"), Self.participles.contains(form.dropFirst().lowercased()) { return hyphen }
        return nil
    }
}
