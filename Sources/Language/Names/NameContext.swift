/// What the name tagger sees of one token: its hashed views, tag, place in the tree, and what the lists say of it.
package struct NameContext: Sendable {
    package var features: TokenFeatures
    /// Fine part of speech, as a small number.
    package var tag: UInt64
    /// Relation to the head and the head's form, hashed.
    package var relation: UInt64
    package var head: UInt64
    package var classes: NameClasses = []
    /// Kind words (army, river, airport …) between here and the end of the capitalised run.
    package var ahead: NameClasses = []
    /// The small word before the capitalised run.
    package var lead: UInt64 = 0
    package var isCapital: Bool

    /// The contexts of a sentence's tokens.
    package static func contexts(of sentence: Sentence, lists: NameLists) -> [NameContext] {
        let tokens = sentence.tokens
        var contexts = tokens.map { token in
            let features = TokenFeatures(token.form)
            return NameContext(
                features: features, tag: UInt64(token.upos.rawValue) &+ 1, relation: token.relation.hash,
                head: 0, isCapital: startsLikeName(token.form))
        }
        for index in tokens.indices {
            let head = tokens[index].head
            contexts[index].head = head >= 0 ? contexts[head].features.lower : 7
        }
        lists.mark(&contexts)
        lookAhead(&contexts, tokens)
        return contexts
    }

    private static func lookAhead(_ contexts: inout [NameContext], _ tokens: [Token]) {
        var ahead: NameClasses = []
        for index in contexts.indices.reversed() {
            let runs = contexts[index].isCapital || (!ahead.isEmpty && isLink(tokens[index].form))
            ahead = runs ? ahead.union(contexts[index].classes.intersection(.words)) : []
            contexts[index].ahead = ahead
        }
        var lead: UInt64 = 3
        for index in contexts.indices {
            contexts[index].lead = lead
            if !contexts[index].isCapital { lead = contexts[index].features.lower }
        }
    }

    /// Words that a name may hold ("Bank of England", "Syrian Observatory for Human Rights").
    private static func isLink(_ form: String) -> Bool {
        switch form {
        case "of", "for", "and", "the", "de", "del", "al", "-", "'s", "&": true
        default: false
        }
    }

    /// A capital, or the Arabic article written small ("al-Bab").
    private static func startsLikeName(_ form: String) -> Bool {
        guard let first = form.utf8.first else { return false }
        if (65...90).contains(first) { return true }
        if first == 0xC3, let second = form.utf8.dropFirst().first { return (0x80...0x9E).contains(second) }
        guard first == 0x61 || first == 0x65 else { return false }
        return form == "al" || form == "el" || form.hasPrefix("al-")
    }
}
