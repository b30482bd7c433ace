import Language
import Record

/// Tells words of a page's furniture that stand inside a report's text: lists of tags, topics and related headlines,
/// without a stop before or after them.
enum Furniture {
    private static let markers: Set<String> = [
        "Tags", "Tag", "Topic", "Topics", "Related", "Keywords", "TAGS", "RELATED",
    ]

    /// Small words of a headline in title case.
    private static let small: Set<String> = [
        "of", "in", "to", "on", "from", "by", "for", "the", "a", "an", "as", "at", "near", "and", "with", "over",
        "after",
        "against", "al", "el", "ez", "as", "an", "ar", "de", "vs",
    ]

    /// True for a claim told by a tag or by a related headline.
    static func holds(_ draft: Draft, _ scene: Scene) -> Bool {
        let tokens = scene.tokens
        guard
            let marker = tokens[..<min(draft.trigger + 1, tokens.count)].lastIndex(where: {
                markers.contains($0.form) && $0.upos != .verb
            }), !isWord(marker, tokens)
        else { return false }
        let between = tokens[(marker + 1)..<(draft.trigger + 1)]
        return !between.contains { isFunction($0) } || between.allSatisfy { isTitle($0) }
    }

    /// "The topic of the talks", "Related fighting": a word of the sentence.
    private static func isWord(_ marker: Int, _ tokens: [Token]) -> Bool {
        guard marker + 1 < tokens.count else { return true }
        if marker > 0, tokens[marker - 1].upos == .det || tokens[marker - 1].upos == .adp { return true }
        return tokens[marker + 1].form.first?.isLowercase == true
            && (marker == 0 || tokens[marker].form.first?.isUppercase != true)
    }

    private static func isFunction(_ token: Token) -> Bool {
        [.det, .adp, .aux, .pron, .sconj, .part].contains(token.upos)
    }

    private static func isTitle(_ token: Token) -> Bool {
        guard let first = token.form.first, first.isLetter else { return true }
        return first.isUppercase || small.contains(token.form)
    }
}
