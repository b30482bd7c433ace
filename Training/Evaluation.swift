import Foundation
import Language
import Record

/// Measures the models that are installed: trees and tags on UD English EWT, names, speed.
struct Evaluation {
    private let options: Options

    init(_ options: Options) { self.options = options }

    func run() throws {
        for file in ["ewt-dev", "ewt-test", "gum-test"] { try trees(file) }
        try names()
    }

    /// Tags, trees and lemmas on the tokens of a treebank.
    func trees(_ file: String) throws {
        let analyser = Analyser(models: try models())
        var (words, gold): ([String], [[Substring]]) = ([], [])
        var (all, tags, heads, labelled, lemmas) = (0, 0, 0, 0, 0)
        let text = try String(contentsOfFile: "\(options.data)/treebank/\(file).conllu", encoding: .utf8)
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            let cells = line.split(separator: "\t", omittingEmptySubsequences: false)
            if line.isEmpty, !words.isEmpty {
                let sentence = analyser.analyse(words: words)
                for (token, cells) in zip(sentence.tokens, gold) {
                    all += 1
                    tags += token.upos.name == cells[3] ? 1 : 0
                    lemmas += token.lemma.lowercased() == cells[2].lowercased() ? 1 : 0
                    guard token.head + 1 == Int(cells[6]) else { continue }
                    heads += 1
                    labelled += token.relation.base == cells[7].prefix { $0 != ":" } ? 1 : 0
                }
                (words, gold) = ([], [])
            } else if cells.count == 10, Int(cells[0]) != nil {
                words.append(String(cells[1]))
                gold.append(cells)
            }
        }
        func share(_ part: Int) -> String { (100 * Double(part) / Double(max(1, all))).short }
        print(
            "\(file), gold tokens: UPOS \(share(tags)) UAS \(share(heads)) LAS \(share(labelled)) lemma \(share(lemmas))"
        )
    }

    /// Names on the worldwide newswire (never trained on).
    func names() throws {
        let analyser = Analyser(models: try models())
        let corpora = NameCorpora(data: options.data, analyser: analyser, demonyms: [])
        var score = NameScore()
        for article in try corpora.worldwide() {
            let found = analyser.named(article.map(\.sentence))
            for (sentence, gold) in zip(found, article) {
                score.add(sentence.names, gold: NameModel.spans(gold.labels))
            }
        }
        print(score.table("worldwide newswire"))
    }

    /// CoNLL-U of the text on standard input.
    func parse() throws {
        let text = String(decoding: FileHandle.standardInput.readDataToEndOfFile(), as: UTF8.self)
        print(CoNLLU.write(Analyser(models: try models()).analyse(text), text: text), terminator: "")
    }

    /// Whole analysis of the Wikipedia prose on one thread.
    func speed() throws {
        let analyser = Analyser(models: try models())
        let folder = options.data + "/wikipedia"
        let texts = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
            .map { try String(contentsOfFile: folder + "/" + $0, encoding: .utf8) }
        for _ in 0..<3 {
            let start = ContinuousClock.now
            let words = texts.reduce(0) { $0 + analyser.analyse($1).reduce(0) { $0 + $1.tokens.count } }
            let time = ContinuousClock.now - start
            let seconds = Double(time.components.seconds) + Double(time.components.attoseconds) * 1e-18
            print("\(words) words in \(seconds.short) s: \(Int(Double(words) / seconds)) words/s")
        }
    }

    private func models() throws -> LanguageModels {
        try LanguageModels(
            folder: options.models, kernels: options.text("kernels", "best") == "baseline" ? .baseline : .best)
    }
}
