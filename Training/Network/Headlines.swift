/// Sentences of a treebank rewritten as headlines, with their trees: articles go, the main verb's past becomes a present,
/// short sentences in the passive lose "be", and the full stop goes ("The troops were seen" becomes "Troops seen").
/// Treebanks of prose lack such sentences, news is full of them.
enum Headlines {
    /// The headlines of all sentences that can be rewritten.
    static func of(_ treebank: Treebank) -> Treebank {
        var headlines = Treebank()
        headlines.sentences = treebank.sentences.compactMap { headline(of: $0) }
        return headlines
    }

    private static func headline(of words: [Treebank.Word]) -> [Treebank.Word]? {
        let root = words.firstIndex { $0.head == words.count } ?? 0
        guard (4...30).contains(words.count), words[root].upos == "VERB", words.last?.form == ".",
            let subject = subject(of: root, words), subject < root
        else { return nil }
        var changed = words
        for verb in words.indices where verb == root || words[verb].head == root && words[verb].relation == "conj" {
            guard words[verb].upos == "VERB", words[verb].xpos == "VBD" else { continue }
            let isPlural = isPlural(self.subject(of: verb, words) ?? subject, words)
            changed[verb].xpos = isPlural ? "VBP" : "VBZ"
            changed[verb].form = isPlural ? words[verb].lemma : third(words[verb].lemma)
        }
        let stays = words.indices.map { !isDropped($0, words) }
        guard stays.contains(false), stays.filter({ $0 }).count > 2 else { return nil }
        return kept(changed, stays)
    }

    private static func subject(of verb: Int, _ words: [Treebank.Word]) -> Int? {
        words.indices.first { words[$0].head == verb && words[$0].relation.hasPrefix("nsubj") }
    }

    private static func isPlural(_ noun: Int, _ words: [Treebank.Word]) -> Bool {
        ["NNS", "NNPS"].contains(words[noun].xpos)
            || ["i", "you", "we", "they", "these", "those"].contains(words[noun].form.lowercased())
            || words.contains { $0.head == noun && $0.relation == "conj" }
    }

    /// The longest sentence whose passive may lose "be": in longer ones a bare participle rather modifies a noun.
    private static let shortPassive = 12

    /// Articles, "be" of a passive that is not denied, and the full stop, where nothing hangs below them.
    private static func isDropped(_ index: Int, _ words: [Treebank.Word]) -> Bool {
        let word = words[index]
        guard !words.contains(where: { $0.head == index }) else { return false }
        switch word.relation {
        case "det": return ["a", "an", "the"].contains(word.form.lowercased())
        case "aux:pass" where words.count <= shortPassive:
            let isDenied = words.contains { $0.head == word.head && ["not", "n't"].contains($0.form.lowercased()) }
            return word.lemma == "be" && ["VBD", "VBZ", "VBP"].contains(word.xpos) && !isDenied
                && word.form.first?.isLetter == true
        case "punct": return index == words.count - 1
        default: return false
        }
    }

    private static func kept(_ words: [Treebank.Word], _ stays: [Bool]) -> [Treebank.Word] {
        var places = [Int](repeating: 0, count: words.count + 1)
        for index in words.indices { places[index + 1] = places[index] + (stays[index] ? 1 : 0) }
        let count = places[words.count]
        var kept: [Treebank.Word] = []
        for index in words.indices where stays[index] {
            var word = words[index]
            word.head = word.head == words.count ? count : places[word.head]
            kept.append(word)
        }
        if let first = words.first?.form.first, first.isUppercase {
            kept[0].form = kept[0].form.prefix(1).uppercased() + kept[0].form.dropFirst()
        }
        return kept
    }

    /// The third person of the present.
    private static func third(_ lemma: String) -> String {
        if lemma == "have" { return "has" }
        let letters = Array(lemma)
        guard let last = letters.last else { return lemma }
        let before = letters.dropLast().last ?? "a"
        if last == "y", !"aeiou".contains(before) { return lemma.dropLast() + "ies" }
        let hisses = "sxzo".contains(last) || last == "h" && "cs".contains(before)
        return lemma + (hisses ? "es" : "s")
    }
}
