import CKernels
import Language

/// Writes a learned network in whole numbers of 16 bits, as `Language.Network` reads it.
///
/// Each matrix has a scale of its own, the largest power of two with which no sum of its column can leave 32 bits
/// whatever the input; the residual stream and the parser's rows have fixed scales.
struct NetworkWriter {
    /// Bits after the point of the residual stream and of the parser's rows.
    private static let streamBits = 9
    let network: FloatNetwork
    let clusters: ClusterList
    /// Rounds the embeddings and weights to this many bits first, to measure what they need.
    var weightBits: Int?

    func write(to path: String) throws {
        let (d, h) = (network.dimension, network.hidden)
        let columns = network.actionColumns
        var parts: [(name: String, bytes: [UInt8])] = []
        var shifts: [Int] = []
        func add<T: FixedWidthInteger>(_ name: String, _ values: [T]) {
            parts.append((name, values.withUnsafeBytes { Array($0) }))
        }
        func matrix(_ name: String, _ parameter: Parameter, _ rows: Int, _ width: Int, pairs: Bool = false) -> Int {
            let bits = safeBits(parameter.values, rows, width)
            let numbers = parameter.values.map { rounded($0, bits, parameter) }
            var packed = [Int16](repeating: 0, count: numbers.count)
            if pairs { pack_pairs16(numbers, &packed, rows, width) } else { pack16(numbers, &packed, rows, width) }
            add(name, packed)
            return bits
        }
        func bias(_ name: String, _ parameter: Parameter, _ bits: Int) {
            let scale = Float(1 << (bits + Self.streamBits))
            add(name, parameter.values.map { Int32(($0 * scale).rounded()) })
        }
        func stream(_ name: String, _ parameter: Parameter) {
            add(name, parameter.values.map { rounded($0, Self.streamBits, parameter) })
        }
        stream("embeddings", network.embeddings)
        for layer in 0..<network.layers {
            let bits = matrix("conv\(layer)", network.convolutions[layer], 3 * d, 2 * d)
            bias("convbias\(layer)", network.convolutionBiases[layer], bits)
            shifts.append(bits)
        }
        let tagBits = matrix("tag", network.tag, d, network.tagColumns)
        bias("tagbias", network.tagBias, tagBits)
        shifts.append(matrix("parser", network.parser, d, Network.slots * h))
        stream("parsernull", network.parserNull)
        stream("parserbias", network.parserBias)
        stream("discrete", network.discrete)
        let outputBits = matrix("output", network.output, h, columns, pairs: true)
        bias("outputbias", network.outputBias, outputBits)
        let shape = Network.Shape(
            dimension: d, layers: network.layers, hidden: h, actionColumns: columns, leftActions: network.leftActions,
            tagColumns: network.tagColumns, shifts: shifts)
        add("shape", shape.numbers)
        add("reaches", network.reaches.map { Int32($0) })
        add("actions", network.actionRelations)
        add("clusterkeys", clusters.keys)
        add("clusters", clusters.values)
        parts.append(("tags", Array(network.tags.joined(separator: "\n").utf8)))
        parts.append(("relations", Array(network.relations.joined(separator: "\n").utf8)))
        try ModelFile.write(parts, to: path)
    }

    /// Bits after the point with which 32-bit sums are safe for every input of 16 bits.
    private func safeBits(_ values: UnsafeBufferPointer<Float>, _ rows: Int, _ columns: Int) -> Int {
        var sums = [Float](repeating: 0, count: columns)
        for row in 0..<rows { for column in 0..<columns { sums[column] += abs(values[row * columns + column]) } }
        let largest = max(1e-6, sums.max() ?? 0)
        var bits = 14
        while bits > 1, largest * Float(1 << bits) * 33_000 > 2_000_000_000 { bits -= 1 }
        return bits
    }

    private func rounded(_ value: Float, _ bits: Int, _ parameter: Parameter) -> Int16 {
        var value = value
        if let weightBits {
            let largest = parameter.values.reduce(Float(0)) { max($0, abs($1)) }
            let step = largest / Float(1 << (weightBits - 1))
            value = (value / step).rounded() * step
        }
        return Int16(max(-32_767, min(32_767, (value * Float(1 << bits)).rounded())))
    }
}
