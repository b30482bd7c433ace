import Foundation
import Language
import Record

/// Learns `names.model` from the named texts whose weights may ship, invented sentences and the tagger's own reading of
/// raw prose.
struct NameTraining {
    private let options: Options

    init(_ options: Options) { self.options = options }

    func run() throws {
        let analyser = Analyser(models: try LanguageModels(folder: options.models))
        let files = try ListFiles(folder: options.lists)
        let table = NameLists.build(try files.entries(analyser))
        let corpora = NameCorpora(data: options.data, analyser: analyser, demonyms: Set(files.demonyms))
        var invented = try InventedSentences(lists: files, analyser: analyser)
        let politics = try corpora.politics()
        let defence = try DefenceTexts.read(options.data, analyser: analyser)
        let made = invented.make(times: options.number("times", 20))
        var sentences = try corpora.uner("dev") + politics + defence + made
        if options.text("with-test", "yes") == "yes" { sentences += try corpora.uner("test") }
        print("names: \(sentences.count) sentences, \(made.count) of them invented")
        let path = options.models + "/names.model"
        try learn(sentences, table, to: path)
        let rounds = options.number("self", 0)
        for round in 0..<rounds {
            let silver = try SilverTexts(data: options.data).read(
                Analyser(models: try LanguageModels(folder: options.models)))
            print("names: self-training round \(round + 1) with \(silver.count) sentences of raw prose")
            try learn(sentences + silver, table, to: path)
        }
        try Evaluation(options).names()
    }

    private func learn(_ sentences: [NamedSentence], _ table: (keys: [UInt32], classes: [UInt16]), to path: String)
        throws
    {
        let weights = table.keys.withUnsafeBufferPointer { keys in
            table.classes.withUnsafeBufferPointer { classes in
                NameTrainer(lists: NameLists(keys: keys, classes: classes), rounds: options.number("rounds", 8))
                    .train(sentences)
            }
        }
        try ModelFile.write(
            [
                ("labels", Array(NameModel.labels.map(\.name).joined(separator: "\n").utf8)),
                ("keys", bytes(table.keys)), ("classes", bytes(table.classes)), ("weights", bytes(weights)),
            ], to: path)
    }

    private func bytes<T: FixedWidthInteger>(_ values: [T]) -> [UInt8] {
        values.withUnsafeBytes { Array($0) }
    }
}
