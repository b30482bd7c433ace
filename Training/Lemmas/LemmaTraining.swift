import Foundation
import Language

/// Learns `lemmas.model`: for each fine tag the rules of the longest suffix, and the words that no rule gives.
struct LemmaTraining {
    private let options: Options

    init(_ options: Options) { self.options = options }

    private struct Key: Hashable {
        var text: String
        var tag: String
    }

    func run() throws {
        let treebank = try Treebank(["ewt-train", "gum-train"].map { "\(options.data)/treebank/\($0).conllu" })
        var lemmas: [Key: [String: Int]] = [:]
        for word in treebank.sentences.joined() {
            let tag = "\(word.upos)_\(word.xpos)"
            let form = Lemmatizer.folded(word.form, tag: tag)
            let lemma = Lemmatizer.keepsCase(tag) || word.lemma == "I" ? word.lemma : word.lemma.lowercased()
            lemmas[Key(text: form, tag: tag), default: [:]][
                lemma.replacingOccurrences(of: "’", with: "'"), default: 0] += 1
        }
        for (form, tag, lemma) in try own() {
            lemmas[Key(text: form, tag: tag), default: [:]][lemma, default: 0] += 1000
        }
        let best = lemmas.mapValues { most($0) }
        let rules = suffixRules(best)
        let table = Lemmatizer.build(
            rules: rules.map { ($0.key.text, $0.key.tag, $0.value) },
            words: best.compactMap { key, lemma in
                Lemmatizer.apply(rules: { rules[Key(text: $0, tag: key.tag)] }, to: key.text, tag: key.tag) == lemma
                    ? nil : (key.text, key.tag, Lemmatizer.Rule(from: key.text, to: lemma))
            })
        try ModelFile.write(table, to: options.models + "/lemmas.model")
        print("lemmas: \(rules.count) rules, \(best.count) words known")
    }

    /// The project's own irregular forms, "form TAB tag TAB lemma".
    private func own() throws -> [(String, String, String)] {
        try String(contentsOfFile: options.lists + "/own-lemmas.txt", encoding: .utf8).split(separator: "\n")
            .filter { !$0.hasPrefix("#") }
            .compactMap { line in
                let cells = line.split(separator: "\t").map(String.init)
                return cells.count == 3 ? (cells[0], cells[1], cells[2]) : nil
            }
    }

    /// The commonest; of equals the first in the alphabet.
    private func most<T: Hashable & Comparable>(_ counts: [T: Int]) -> T where T: Comparable {
        counts.min { ($1.value, $0.key) < ($0.value, $1.key) }!.key
    }

    private func suffixRules(_ words: [Key: String]) -> [Key: Lemmatizer.Rule] {
        var counts: [Key: [Lemmatizer.Rule: Int]] = [:]
        for (key, lemma) in words where Lemmatizer.hasRules(key.tag) {
            let rule = Lemmatizer.Rule(from: key.text, to: lemma)
            let letters = Array(key.text.utf8)
            for length in 0...min(Lemmatizer.longestSuffix, letters.count) {
                guard let suffix = String(bytes: letters.suffix(length), encoding: .utf8) else { continue }
                counts[Key(text: suffix, tag: key.tag), default: [:]][rule, default: 0] += 1
            }
        }
        var rules: [Key: Lemmatizer.Rule] = [:]
        for (key, choices) in counts where choices.values.reduce(0, +) >= 2 || key.text.utf8.count < 3 {
            rules[key] = most(choices)
        }
        return prune(rules)
    }

    /// Drops rules that the next shorter suffix gives anyway.
    private func prune(_ rules: [Key: Lemmatizer.Rule]) -> [Key: Lemmatizer.Rule] {
        rules.filter { key, rule in
            var suffix = Substring(key.text)
            while !suffix.isEmpty {
                suffix = suffix.dropFirst()
                if let shorter = rules[Key(text: String(suffix), tag: key.tag)] { return shorter != rule }
            }
            return true
        }
    }
}
