import Coding
import Foundation
import Gazetteer
import Intake
import Language
import Record

/// Learns the models of `Coding` (`types`, `plover`, `relevance`) from the project's own texts (`Training/Lists/texts`),
/// PLOVER's codebook examples (CC BY-SA), PETRARCH's unit tests (MIT) and prose of the treebanks.
struct CodingTraining {
    private let options: Options
    private let texts: WrittenTexts
    private let pipeline: Pipeline
    private let out: String

    init(_ options: Options) throws {
        self.options = options
        texts = try WrittenTexts(folder: options.lists + "/texts")
        let lexicon = options.text("lexicon", "Sources/Coding/Lexicon")
        let world = options.text("gazetteer", "share/dateline/gazetteer/world.dateline")
        pipeline = Pipeline(
            models: try LanguageModels(folder: options.models), world: try World(path: world),
            lexicon: try Lexicon(folder: lexicon, learns: false))
        out = lexicon + "/learned"
    }

    func run() throws {
        try FileManager.default.createDirectory(atPath: out, withIntermediateDirectories: true)
        let types = try read("types.txt", copies: 3)
        let other = try read("other.txt", copies: 2)
        let clauses = try read("plover.txt", subject: "{A}", copies: 3)
        let near: Set<String> = ["accident", "attribution", "crime", "diplomacy"]
        try learn(
            "types", (types + other.filter { near.contains($0.label) }).map { ($0.label, $0.example.text, $0.group) })
        let published = try codebook() + petrarch()
        try learn("plover", (clauses + published).map { ($0.label, $0.example.clause, $0.group) })
        let news = (types + clauses + published + (try read("news.txt", copies: 3))).map {
            ("news", $0.example.words, $0.group)
        }
        let none = other.map { (near.contains($0.label) ? "news" : "other", $0.example.words, $0.group) }
        try learn("relevance", news + none + prose())
    }

    private struct Read {
        var label: String
        var example: LearningExample
        var group: Int
    }

    private func learn(_ name: String, _ rows: [(label: String, bag: FeatureBag, group: Int)]) throws {
        let labels = Set(rows.map(\.label)).sorted()
        var trainer = LinearTrainer(labels: labels)
        trainer.epochs = options.number("epochs", trainer.epochs)
        trainer.rate = Float(options.number("rate", Double(trainer.rate)))
        trainer.decay = Float(options.number("decay", Double(trainer.decay)))
        let examples = rows.compactMap { row in
            labels.firstIndex(of: row.label).map { LinearTrainer.Example(bag: row.bag, label: $0, group: row.group) }
        }
        let share = trainer.crossValidated(examples)
        try trainer.write(trainer.train(examples), to: "\(out)/\(name).model")
        if options.text("labels", "") == name { print(labels) }
        print("\(name): \(examples.count) texts, \(labels.count) labels, \((100 * share).short) percent right in folds")
    }

    private func read(_ file: String, subject: String? = nil, copies: Int) throws -> [Read] {
        var random = Random(seed: 11)
        let lines = try texts.lines(file, subject: subject)
        return lines.enumerated().flatMap { index, line in
            (0..<copies).compactMap { _ in read(line.label, texts.filled(line.text, &random), group: index) }
        }
    }

    private func read(_ label: String, _ text: String, group: Int) -> Read? {
        report(text).flatMap { pipeline.features(of: $0) }.map { Read(label: label, example: $0, group: group) }
    }

    private func report(_ text: String) -> Report? {
        struct Line: Encodable { var id = "text", text: String }
        guard let bytes = try? JSONEncoder().encode(Line(text: text)) else { return nil }
        var found: Report?
        try? Reader(format: .ndjson).read(bytes, name: "text") { item in found = try? item.get().report }
        return found
    }

    // MARK: Published examples

    private struct Published: Decodable {
        var text: String
        var events: [[String]]
    }

    private func published(_ file: String) throws -> [Published] {
        let path = "\(options.data)/\(file)"
        return try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n")
            .compactMap { try? JSONDecoder().decode(Published.self, from: Data($0.utf8)) }
    }

    private func codebook() throws -> [Read] {
        try published("plover/codebook_examples.jsonl").enumerated().compactMap { index, row in
            guard let root = row.events.first?.last else { return nil }
            return read(Self.merged[root] ?? root, row.text, group: index)
        }
    }

    /// Roots of the drafts of the codebook as those of PLOVER, and the two that are one label.
    private static let merged = [
        "CONCEDE": "YIELD", "RETREAT": "YIELD", "DEMAND": "REQUEST", "FIGHT": "ASSAULT", "DISAPPROVE": "ACCUSE",
        "INVESTIGATE": "ACCUSE",
    ]

    /// CAMEO's two-digit classes as PLOVER's roots (PLOVER manual, appendix).
    private static let cameo = [
        "02": "REQUEST", "03": "AGREE", "04": "CONSULT", "05": "SUPPORT", "06": "COOPERATE", "07": "AID",
        "08": "YIELD", "09": "ACCUSE", "10": "REQUEST", "11": "ACCUSE", "12": "REJECT", "13": "THREATEN",
        "14": "PROTEST", "15": "MOBILIZE", "16": "SANCTION", "17": "COERCE", "18": "ASSAULT", "19": "ASSAULT",
        "20": "ASSAULT",
    ]

    private func petrarch() throws -> [Read] {
        try published("cameo/petrarch_unit_tests.jsonl").enumerated().compactMap { index, row in
            guard let root = row.events.first?.last.flatMap({ Self.cameo[String($0.prefix(2))] }) else { return nil }
            return read(root, row.text, group: index)
        }
    }

    /// Prose that is no news, three sentences a text: UD English GUM's guides, fiction, conversation and science (CC BY),
    /// EWT's reviews, answers and mails (CC BY-SA).
    private func prose() throws -> [(label: String, bag: FeatureBag, group: Int)] {
        let genres = [
            "GUM_academic_", "GUM_voyage_", "GUM_whow_", "GUM_fiction_", "GUM_textbook_", "GUM_vlog_",
            "GUM_conversation_", "GUM_letter_", "reviews-", "answers-", "email-",
        ]
        let chunks = try ["gum", "ewt"].flatMap { treebank in
            let found = try texts(of: "\(options.data)/treebank/\(treebank)-train.conllu", genres)
            let step = max(1, found.count / 600)
            return found.enumerated().filter { $0.offset % step == 0 }.map(\.element)
        }
        return chunks.enumerated().compactMap { index, text in
            read("other", text, group: index).map { ("other", $0.example.words, index) }
        }
    }

    /// The sentences of the documents of some kinds, three by three.
    private func texts(of path: String, _ genres: [String]) throws -> [String] {
        var chunks: [String] = []
        var chunk: [Substring] = []
        var wanted = false
        for line in try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n") {
            if line.hasPrefix("# newdoc id") { chunk = [] }
            if line.hasPrefix("# sent_id = ") {
                wanted = genres.contains { line.dropFirst(12).hasPrefix($0) }
            } else if wanted, line.hasPrefix("# text = ") {
                chunk.append(line.dropFirst(9))
                if chunk.count == 3 { chunks.append(chunk.joined(separator: " ")); chunk = [] }
            }
        }
        return chunks
    }
}
