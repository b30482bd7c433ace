import CKernels
import Foundation
import Language

/// Learns a network by Adam: batches of sentences, dropout on the embeddings and on what the layers give, forms hidden
/// now and then, exploration of the parser's own mistakes with a dynamic oracle.
final class NetworkTrainer {
    let network: FloatNetwork
    var rate: Float = 0.002
    /// Dropout on the embeddings.
    var dropout: Float = 0.2
    /// Dropout on what the layers give.
    var outDropout: Float = 0.1
    var exploration = 0.9
    private let kernel = learning_kernels().pointee
    private var random: Random
    private let buffers: TrainingBuffers
    private var touched: [Int] = []
    private var isTouched: [Bool]
    private let learner: ParserLearner

    init(_ network: FloatNetwork, seed: UInt64) {
        self.network = network
        random = Random(seed: seed)
        buffers = TrainingBuffers(network)
        isTouched = [Bool](repeating: false, count: EmbeddingRows.total)
        learner = ParserLearner(network)
    }

    /// Goes over all examples `epochs` times, and each time over a third of the headlines; the rate falls to nothing.
    func train(
        _ examples: [Example], headlines: [Example], epochs: Int, batch: Int = 16, each: (Int) -> Void
    ) {
        let all = examples + headlines
        let count = examples.count + headlines.count / 3
        let steps = epochs * ((count + batch - 1) / batch)
        var step = 0
        for epoch in 0..<epochs {
            let drawn = (examples.count..<all.count).shuffled(using: &random).prefix(headlines.count / 3)
            let order = (Array(examples.indices) + drawn).shuffled(using: &random)
            learner.reset()
            let start = ContinuousClock.now
            for first in stride(from: 0, to: order.count, by: batch) {
                let chosen = order[first..<min(order.count, first + batch)].map { vary(all[$0]) }
                learn(chosen, rate * (1 - Float(step) / Float(steps)), explore: epoch == 0 ? 0 : exploration)
                step += 1
            }
            print("epoch \(epoch): wrong actions \((100 * learner.error).short) %, \(ContinuousClock.now - start)")
            fflush(nil)
            each(epoch)
        }
    }

    /// Now and then a sentence stands as in headlines and captions: without its full stop, in capitals, with capitals on
    /// every word, or small throughout.
    private func vary(_ example: Example) -> Example {
        let chance = random.unit()
        let varied = random.unit() < 0.06 ? example.withoutEnd() : example
        switch chance {
        case ..<0.025: return varied.respelt { $0.uppercased() }
        case ..<0.05: return varied.respelt { $0.prefix(1).uppercased() + $0.dropFirst() }
        case ..<0.06: return varied.respelt { $0.lowercased() }
        default: return varied
        }
    }

    private func learn(_ batch: [Example], _ rate: Float, explore: Double) {
        var bases: [Int] = []
        var rows = 0
        for example in batch {
            let fits = example.count <= 400 && rows + example.count + 1 <= buffers.capacity
            bases.append(fits ? rows : -1)
            if fits { rows += example.count + 1 }
        }
        embed(batch, bases, rows)
        forward(rows)
        buffers.clear(rows)
        for (example, base) in zip(batch, bases) where base >= 0 {
            learnTags(example, base)
            learner.learn(example, base, buffers, explore: explore, &random)
        }
        backward(rows)
        step(rate, batch, bases)
    }

    // MARK: - Forward

    private func embed(_ batch: [Example], _ bases: [Int], _ rows: Int) {
        let d = network.dimension
        buffers.blank(rows)
        for (example, base) in zip(batch, bases) where base >= 0 {
            for token in 0..<example.count {
                let row = base + token
                buffers.isPad[row] = false
                (buffers.first[row], buffers.last[row]) = (base, base + example.count - 1)
                let ids = buffers.ids + row * EmbeddingRows.count
                EmbeddingRows.write(example.features[token], cluster: example.clusters[token], into: ids)
                if random.unit() < 0.4 / (0.4 + example.frequencies[token]) {
                    for form in 0..<EmbeddingRows.forms { ids[form] = -1 }
                }
                let out = buffers.layers[0] + row * d
                for table in 0..<EmbeddingRows.count where ids[table] >= 0 {
                    let id = Int(ids[table])
                    kernel.add(out, network.embeddings.weights + id * d, d)
                    if !isTouched[id] {
                        isTouched[id] = true
                        touched.append(id)
                    }
                }
                drop(dropout, of: out, buffers.mask + row * d)
            }
        }
    }

    /// Draws a row's mask of dropout and applies it.
    private func drop(
        _ share: Float, of row: UnsafeMutablePointer<Float>, _ mask: UnsafeMutablePointer<Float>
    ) {
        let limit = UInt64(share * 65_536)
        let keep = 1 / (1 - share)
        for first in stride(from: 0, to: network.dimension, by: 4) {
            var drawn = random.next()
            for index in first..<(first + 4) {
                mask[index] = drawn & 0xFFFF < limit ? 0 : keep
                row[index] *= mask[index]
                drawn >>= 16
            }
        }
    }

    private func forward(_ rows: Int) {
        let d = network.dimension
        for layer in 0..<network.layers {
            let (from, to) = (buffers.layers[layer], buffers.layers[layer + 1])
            let sums = buffers.sums[layer]
            buffers.gather(layer, rows, reach: network.reaches[layer])
            kernel.gemm(
                buffers.windows, 3 * d, 1, network.convolutions[layer].weights, sums, rows, 3 * d, 2 * d, false)
            let bias = network.convolutionBiases[layer].weights
            for row in 0..<rows where !buffers.isPad[row] {
                let (z, x, out) = (sums + row * 2 * d, from + row * d, to + row * d)
                for index in 0..<d {
                    out[index] = x[index] + max(z[index] + bias[index], z[index + d] + bias[index + d])
                }
            }
        }
        let encoded = buffers.layers[network.layers]
        for row in 0..<rows where !buffers.isPad[row] {
            drop(outDropout, of: encoded + row * d, buffers.outMask + row * d)
        }
        kernel.gemm(encoded, d, 1, network.tag.weights, buffers.tagScores, rows, d, network.tagColumns, false)
        kernel.gemm(
            encoded, d, 1, network.parser.weights, buffers.parserRows, rows, d, Network.slots * network.hidden, false)
    }

    private func learnTags(_ example: Example, _ base: Int) {
        let columns = network.tagColumns
        let bias = network.tagBias
        for token in 0..<example.count where example.tags[token] >= 0 {
            let scores = buffers.tagScores + (base + token) * columns
            let slope = buffers.tagSlopes + (base + token) * columns
            var largest = -Float.infinity
            for tag in network.tags.indices {
                scores[tag] += bias.weights[tag]
                largest = max(largest, scores[tag])
            }
            var sum: Float = 0
            for tag in network.tags.indices {
                slope[tag] = exp(scores[tag] - largest)
                sum += slope[tag]
            }
            for tag in network.tags.indices {
                slope[tag] = (slope[tag] / sum - (tag == example.tags[token] ? 1 : 0)) * example.weight
                bias.gradient[tag] += slope[tag]
            }
        }
    }

    // MARK: - Backward

    private func backward(_ rows: Int) {
        let (d, columns, wide) = (network.dimension, network.tagColumns, Network.slots * network.hidden)
        let encoded = buffers.layers[network.layers]
        let slope = buffers.slope
        kernel.gemm(encoded, 1, d, buffers.parserSlopes, network.parser.gradient, d, rows, wide, true)
        buffers.transpose(network.parser.weights, d, wide)
        kernel.gemm(buffers.parserSlopes, wide, 1, buffers.transposed, slope, rows, wide, d, false)
        kernel.gemm(encoded, 1, d, buffers.tagSlopes, network.tag.gradient, d, rows, columns, true)
        buffers.transpose(network.tag.weights, d, columns)
        kernel.gemm(buffers.tagSlopes, columns, 1, buffers.transposed, slope, rows, columns, d, true)
        for row in 0..<rows where !buffers.isPad[row] {
            for index in (row * d)..<(row * d + d) { slope[index] *= buffers.outMask[index] }
        }
        for layer in (0..<network.layers).reversed() { backward(layer, rows) }
    }

    private func backward(_ layer: Int, _ rows: Int) {
        let d = network.dimension
        let (sums, slope, inner) = (buffers.sums[layer], buffers.slope, buffers.sumSlopes)
        let bias = network.convolutionBiases[layer]
        for row in 0..<rows {
            let out = inner + row * 2 * d
            out.update(repeating: 0, count: 2 * d)
            if buffers.isPad[row] {
                (slope + row * d).update(repeating: 0, count: d)
                continue
            }
            let z = sums + row * 2 * d
            for index in 0..<d {
                let first = z[index] + bias.weights[index] >= z[index + d] + bias.weights[index + d]
                let place = first ? index : index + d
                out[place] = slope[row * d + index]
                bias.gradient[place] += slope[row * d + index]
            }
        }
        buffers.gather(layer, rows, reach: network.reaches[layer])
        kernel.gemm(
            buffers.windows, 1, 3 * d, inner, network.convolutions[layer].gradient, 3 * d, rows, 2 * d, true)
        buffers.transpose(network.convolutions[layer].weights, 3 * d, 2 * d)
        kernel.gemm(inner, 2 * d, 1, buffers.transposed, buffers.windows, rows, 2 * d, 3 * d, false)
        let reach = network.reaches[layer]
        for row in 0..<rows where !buffers.isPad[row] {
            let window = buffers.windows + row * 3 * d
            if row - reach >= buffers.first[row] { kernel.add(slope + (row - reach) * d, window, d) }
            kernel.add(slope + row * d, window + d, d)
            if row + reach <= buffers.last[row] { kernel.add(slope + (row + reach) * d, window + 2 * d, d) }
        }
    }

    private func step(_ rate: Float, _ batch: [Example], _ bases: [Int]) {
        let d = network.dimension
        for (example, base) in zip(batch, bases) where base >= 0 {
            for token in 0..<example.count {
                let row = base + token
                let slope = buffers.slope + row * d
                let mask = buffers.mask + row * d
                for index in 0..<d { slope[index] *= mask[index] }
                let ids = buffers.ids + row * EmbeddingRows.count
                for table in 0..<EmbeddingRows.count where ids[table] >= 0 {
                    kernel.add(network.embeddings.gradient + Int(ids[table]) * d, slope, d)
                }
            }
        }
        for id in touched {
            network.embeddings.step(rate, from: id * d, count: d, kernel)
            isTouched[id] = false
        }
        touched.removeAll(keepingCapacity: true)
        for parameter in network.dense { parameter.step(rate, kernel) }
    }
}
