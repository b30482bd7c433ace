import Foundation
import Language

/// Learns `parser.model` from UD English EWT and GUM.
struct NetworkTraining {
    private let options: Options

    init(_ options: Options) { self.options = options }

    func run() throws {
        var random = Random(seed: UInt64(options.number("seed", 1)))
        let treebank = try Treebank(["ewt-train", "gum-train"].map { "\(options.data)/treebank/\($0).conllu" })
        let network = FloatNetwork(
            treebank, dimension: options.number("dimension", 96),
            reaches: options.text("reaches", "1,1,2").split(separator: ",").compactMap { Int($0) },
            hidden: options.number("hidden", 128), &random)
        let clusters = try ClusterList(folder: options.lists)
        let maker = ExampleMaker(network, clusters)
        let headlines = maker.examples(Headlines.of(treebank))
        let examples = maker.examples(treebank)
        print(
            "network: \(examples.count) sentences, \(headlines.count) headlines, \(network.tags.count) tags, "
                + "\(network.relations.count) relations, \(network.actionRelations.count) actions")
        let trainer = NetworkTrainer(network, seed: UInt64(options.number("seed", 1)))
        trainer.dropout = Float(options.number("dropout", 0.2))
        trainer.outDropout = Float(options.number("out-dropout", 0.1))
        trainer.rate = Float(options.number("rate", 0.002))
        let epochs = options.number("epochs", 20)
        let path = options.models + "/parser.model"
        trainer.train(examples, headlines: headlines, epochs: epochs) { epoch in
            guard epoch % 4 == 3 || epoch == epochs - 1 else { return }
            do {
                try NetworkWriter(network: network, clusters: clusters).write(to: path)
                for file in ["ewt-dev", "ewt-test"] { try Evaluation(options).trees(file) }
            } catch { print("\(error)") }
        }
        guard options.text("bits", "no") != "no" else { return }
        for bits in [8, 6] {
            try NetworkWriter(network: network, clusters: clusters, weightBits: bits).write(to: path)
            print("weights rounded to \(bits) bits:")
            try Evaluation(options).trees("ewt-test")
        }
        try NetworkWriter(network: network, clusters: clusters).write(to: path)
    }
}
