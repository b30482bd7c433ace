import Foundation
package import Language

/// A multinomial logistic regression over the hashed features of a ``FeatureBag``: one small whole number for each row
/// and label, a scale and an intercept for each label, memory-mapped.
///
/// Sections of the file: `labels` (lines), `weights` (Int8, row by row), `scales` and `bias` (Float, one a label).
package struct LinearModel: Sendable {
    package let labels: [String]
    /// As the file gives it.
    package var checksum: UInt64 { file.checksum }
    private let file: ModelFile
    // They point into the mapped file, which `file` keeps alive; nothing writes through them.
    nonisolated(unsafe) private let weights: UnsafeBufferPointer<Int8>
    nonisolated(unsafe) private let scales: UnsafeBufferPointer<Float>
    nonisolated(unsafe) private let bias: UnsafeBufferPointer<Float>

    /// Maps the model at a path. Throws ``ModelFile/Broken`` where it is none.
    package init(path: String) throws {
        file = try ModelFile(path: path)
        labels = try file.lines("labels")
        weights = try file.array("weights", of: Int8.self)
        scales = try file.array("scales", of: Float.self)
        bias = try file.array("bias", of: Float.self)
        guard weights.count == labels.count << Int(FeatureBag.rowBits), scales.count == labels.count,
            bias.count == labels.count
        else { throw ModelFile.Broken(path: path, reason: "its tables do not fit its \(labels.count) labels") }
    }

    /// The probability of each label, in the order of ``labels``.
    package func probabilities(_ bag: FeatureBag) -> [Double] {
        var sums = [Float](repeating: 0, count: labels.count)
        for item in bag.items {
            let row = item.row * labels.count
            for label in labels.indices { sums[label] += Float(weights[row + label]) * item.value }
        }
        let scores = labels.indices.map { Double(sums[$0] * scales[$0] + bias[$0]) }
        let top = scores.max() ?? 0
        let powers = scores.map { exp($0 - top) }
        let total = powers.reduce(0, +)
        return powers.map { $0 / total }
    }

    /// What each word of a sentence adds to a label: the word with the most stands for the label in the text.
    package func shares(of label: Int, in bag: FeatureBag, sentence: Int, words: Int) -> [Float] {
        var shares = [Float](repeating: 0, count: words)
        for item in bag.items where item.sentence == sentence && item.token < words && item.token >= 0 {
            shares[item.token] += Float(weights[item.row * labels.count + label]) * item.value
        }
        return shares
    }
}
