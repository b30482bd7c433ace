import Language
import Record

/// Who is where in a report: the parties by sentence and token, references back resolved.
public struct ActorMap: Sendable {
    /// In text order; modifiers, generic and coreferent mentions included.
    public let mentions: [ActorMention]
    /// ISO code of the state that the report is mostly about.
    public let mainCountry: String?
    let sentences: [Sentence]
    let text: String
    /// Where the mentions of each sentence begin in `mentions`.
    private let starts: [Int]
    /// Where the tokens of each sentence begin in `parties`.
    private let words: [Int]
    /// By token of the report: the mention that it carries, else the first that it stands in; -1 for none.
    private let parties: [Int32]

    /// `mentions` in text order.
    init(mentions: [ActorMention], mainCountry: String?, sentences: [Sentence], text: String) {
        (self.mentions, self.mainCountry, self.sentences, self.text) = (mentions, mainCountry, sentences, text)
        var starts = [0]
        var words = [0]
        for (number, sentence) in sentences.enumerated() {
            var next = starts[number]
            while next < mentions.count, mentions[next].sentence == number { next += 1 }
            starts.append(next)
            words.append(words[number] + sentence.tokens.count)
        }
        (self.starts, self.words) = (starts, words)
        var parties = [Int32](repeating: -1, count: words.last ?? 0)
        for isHead in [true, false] {
            for index in mentions.indices where !mentions[index].isModifier {
                let first = words[mentions[index].sentence]
                for token in isHead ? mentions[index].head..<mentions[index].head + 1 : mentions[index].tokens
                where parties[first + token] < 0 {
                    parties[first + token] = Int32(index)
                }
            }
        }
        self.parties = parties
        armed = mentions.count { [.rebel, .militia, .jihadist, .coalition, .stateForce].contains($0.actor.kind) }
    }

    /// How many mentions are of parties under arms.
    public let armed: Int

    /// The mentions of a sentence, in text order.
    public func mentions(in sentence: Int) -> ArraySlice<ActorMention> {
        guard sentences.indices.contains(sentence) else { return [] }
        return mentions[starts[sentence]..<starts[sentence + 1]]
    }

    /// The modifiers of a sentence ("Isis" of "Isis-held") that cover a token or hang on it.
    public func modifiers(at token: Int, in sentence: Int) -> [ActorMention] {
        mentions(in: sentence).filter { mention in
            guard mention.isModifier else { return false }
            if mention.tokens.contains(token) { return true }
            var at = mention.head
            for _ in 0..<4 where at >= 0 {
                if at == token { return true }
                at = sentences[sentence].tokens[at].head
            }
            return false
        }
    }

    /// The one mention whose phrase the token carries or stands in.
    public func mention(at token: Int, in sentence: Int) -> ActorMention? {
        guard sentences.indices.contains(sentence), sentences[sentence].tokens.indices.contains(token) else {
            return nil
        }
        let index = Int(parties[words[sentence] + token])
        return index < 0 ? nil : mentions[index]
    }

    /// The parties that a token carries, several where its phrase names several ("the Iraqi and Syrian armies").
    func mentions(at head: Int, in sentence: Int) -> [ActorMention] {
        mentions(in: sentence).filter { !$0.isModifier && $0.head == head }
    }

    /// The parties of the noun phrase that a token heads, those joined by "and" included; an unknown name becomes a
    /// party of that name. Empty for things that act on no side ("the attack", "a shell").
    public func actors(at token: Int, in sentence: Int) -> [ActorMention] {
        guard sentences.indices.contains(sentence), sentences[sentence].tokens.indices.contains(token) else {
            return []
        }
        let tree = sentences[sentence]
        var found: [ActorMention] = []
        for head in [token] + conjuncts(of: token, in: tree) {
            let here = mentions(in: sentence).filter { !$0.isModifier && $0.head == head }
            if !here.isEmpty {
                found += here
            } else if let covering = mention(at: head, in: sentence) {
                found.append(covering)
            } else if let compound = compound(at: head, in: sentence) {
                found.append(compound)
            } else if let unknown = unknownName(at: head, in: sentence) {
                found.append(unknown)
            }
        }
        var seen: Set<Int> = []
        return found.filter {
            seen.insert($0.tokens.lowerBound * 4096 + $0.tokens.upperBound + ($0.entry?.id.count ?? 0)).inserted
        }
    }

    private func conjuncts(of token: Int, in tree: Sentence) -> [Int] {
        var found: [Int] = []
        for child in tree.children(of: token) where tree.tokens[child].relation.base == "conj" {
            let upos = tree.tokens[child].upos
            guard upos == .noun || upos == .propn || upos == .pron else { continue }
            found.append(child)
            found += conjuncts(of: child, in: tree)
        }
        return found
    }

    /// "A police patrol", "the rebel attack", "the army's convoy": whose it is, where the noun itself is no party.
    private func compound(at token: Int, in sentence: Int) -> ActorMention? {
        let tree = sentences[sentence]
        guard tree.tokens[token].upos == .noun else { return nil }
        for child in tree.children(of: token) where child < token {
            let relation = tree.tokens[child].relation
            guard ["compound", "amod"].contains(relation.base) || relation.rawValue == "nmod:poss",
                var mention = mention(at: child, in: sentence), mention.actor.kind != .civilians
            else { continue }
            mention.certainty = min(mention.certainty, 0.6)
            return mention
        }
        return nil
    }

    private func unknownName(at token: Int, in sentence: Int) -> ActorMention? {
        let tree = sentences[sentence]
        if let span = tree.names.first(where: { $0.tokens.contains(token) }) {
            guard span.kind == .person || span.kind == .organisation || span.kind == .norp || span.kind == .other else {
                return nil
            }
            return named(span.tokens, head: token, kind: span.kind == .person ? .person : .unknown, in: sentence)
        }
        guard tree.tokens[token].upos == .propn else { return nil }
        func isPart(_ index: Int) -> Bool {
            let part = tree.tokens[index]
            return part.upos == .propn || (part.upos == .adj && part.form.first?.isUppercase == true)
                || (WordPieces.isJoin(part.form) && !part.spaceBefore)
        }
        var (low, high) = (token, token + 1)
        while low > 0, isPart(low - 1) { low -= 1 }
        while high < tree.tokens.count, isPart(high) { high += 1 }
        return named(low..<high, head: token, kind: .unknown, in: sentence)
    }

    private func named(_ tokens: Range<Int>, head: Int, kind: Actor.Kind, in sentence: Int) -> ActorMention {
        let name = sentences[sentence].text(of: tokens, in: text)
        return ActorMention(
            sentence: sentence, tokens: tokens, head: head, actor: Actor(name: name, kind: kind), certainty: 0.5)
    }
}
