import Coding
import Foundation
import Language

/// Learns a ``LinearModel``: multinomial logistic regression by stochastic descent with step sizes of its own for each
/// weight (AdaGrad) and weights drawn to zero (L2). The same examples give the same file.
struct LinearTrainer {
    struct Example {
        var bag: FeatureBag
        var label: Int
        /// Examples of one written line share a group, so that folds never part them.
        var group: Int
    }

    let labels: [String]
    var epochs = 30
    var rate: Float = 0.5
    var decay: Float = 0.00002

    struct Weights {
        var table: [Float]
        var bias: [Float]
    }

    func train(_ examples: [Example]) -> Weights {
        let count = labels.count
        var weights = Weights(
            table: [Float](repeating: 0, count: count << Int(FeatureBag.rowBits)),
            bias: [Float](repeating: 0, count: count))
        var steps = [Float](repeating: 1e-6, count: weights.table.count)
        var biasSteps = [Float](repeating: 1e-6, count: count)
        var sizes = [Float](repeating: 0, count: count)
        for example in examples { sizes[example.label] += 1 }
        let mean = Float(examples.count) / Float(max(1, count))
        let importance = sizes.map { $0 > 0 ? (mean / $0).squareRoot() : 0 }
        var random = Random(seed: 7)
        var order = Array(examples.indices)
        for _ in 0..<epochs {
            order.shuffle(using: &random)
            for index in order {
                let example = examples[index]
                var errors = chances(example.bag, weights)
                errors[example.label] -= 1
                for label in 0..<count {
                    let error = errors[label] * importance[example.label]
                    biasSteps[label] += error * error
                    weights.bias[label] -= rate * error / biasSteps[label].squareRoot()
                }
                for item in example.bag.items {
                    let row = item.row * count
                    for label in 0..<count {
                        let slope =
                            errors[label] * importance[example.label] * item.value + decay * weights.table[row + label]
                        steps[row + label] += slope * slope
                        weights.table[row + label] -= rate * slope / steps[row + label].squareRoot()
                    }
                }
            }
        }
        return weights
    }

    func chances(_ bag: FeatureBag, _ weights: Weights) -> [Float] {
        var scores = weights.bias
        for item in bag.items {
            let row = item.row * labels.count
            for label in labels.indices { scores[label] += weights.table[row + label] * item.value }
        }
        let top = scores.max() ?? 0
        let powers = scores.map { exp($0 - top) }
        let total = powers.reduce(0, +)
        return powers.map { $0 / total }
    }

    /// The share of examples that models of the other folds get right, with what they say of each.
    func crossValidated(_ examples: [Example], folds: Int = 5) -> Double {
        var right = 0
        for fold in 0..<folds {
            let weights = train(examples.filter { $0.group % folds != fold })
            for example in examples where example.group % folds == fold {
                let found = chances(example.bag, weights)
                if found.indices.max(by: { found[$0] < found[$1] }) == example.label { right += 1 }
            }
        }
        return Double(right) / Double(max(1, examples.count))
    }

    func write(_ weights: Weights, to path: String) throws {
        var scales: [Float] = []
        var table = [Int8](repeating: 0, count: weights.table.count)
        for label in labels.indices {
            let rows = stride(from: label, to: weights.table.count, by: labels.count)
            let scale = max(1e-9, rows.reduce(Float(0)) { max($0, abs(weights.table[$1])) }) / 127
            for row in rows { table[row] = Int8(max(-127, min(127, (weights.table[row] / scale).rounded()))) }
            scales.append(scale)
        }
        try ModelFile.write(
            [
                ("labels", Array(labels.joined(separator: "\n").utf8)),
                ("weights", table.map { UInt8(bitPattern: $0) }),
                ("scales", scales.withUnsafeBytes { Array($0) }),
                ("bias", weights.bias.withUnsafeBytes { Array($0) }),
            ], to: path)
    }
}
