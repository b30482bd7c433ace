import Language

/// The working memory of training: the rows of one batch, a row of zeros after each sentence.
final class TrainingBuffers {
    let capacity = 4096
    let layers: [UnsafeMutablePointer<Float>]
    let sums: [UnsafeMutablePointer<Float>]
    let mask: UnsafeMutablePointer<Float>
    let outMask: UnsafeMutablePointer<Float>
    let slope: UnsafeMutablePointer<Float>
    let sumSlopes: UnsafeMutablePointer<Float>
    let windows: UnsafeMutablePointer<Float>
    let parserRows: UnsafeMutablePointer<Float>
    let parserSlopes: UnsafeMutablePointer<Float>
    let tagScores: UnsafeMutablePointer<Float>
    let tagSlopes: UnsafeMutablePointer<Float>
    let transposed: UnsafeMutablePointer<Float>
    let ids: UnsafeMutablePointer<Int32>
    let isPad: UnsafeMutablePointer<Bool>
    /// First and last row of each row's sentence.
    let first: UnsafeMutablePointer<Int>
    let last: UnsafeMutablePointer<Int>
    private let network: FloatNetwork

    init(_ network: FloatNetwork) {
        self.network = network
        let (d, rows, wide) = (network.dimension, capacity + 8, Network.slots * network.hidden)
        layers = (0...network.layers).map { _ in floats(rows * d) }
        sums = (0..<network.layers).map { _ in floats(rows * 2 * d) }
        outMask = floats(rows * d)
        (mask, slope, sumSlopes) = (floats(rows * d), floats(rows * d), floats(rows * 2 * d))
        windows = floats(rows * 3 * d)
        (parserRows, parserSlopes) = (floats(rows * wide), floats(rows * wide))
        (tagScores, tagSlopes) = (floats(rows * network.tagColumns), floats(rows * network.tagColumns))
        transposed = floats(max(6 * d * d, d * wide))
        ids = .allocate(capacity: rows * EmbeddingRows.count)
        isPad = .allocate(capacity: rows)
        (first, last) = (.allocate(capacity: rows), .allocate(capacity: rows))
    }

    /// Zeroes the layers and marks every row as padding.
    func blank(_ rows: Int) {
        let d = network.dimension
        for layer in layers { layer.update(repeating: 0, count: rows * d) }
        isPad.update(repeating: true, count: rows + 1)
        ids.update(repeating: -1, count: rows * EmbeddingRows.count)
    }

    /// Zeroes the slopes that sentences add to.
    func clear(_ rows: Int) {
        parserSlopes.update(repeating: 0, count: rows * Network.slots * network.hidden)
        tagSlopes.update(repeating: 0, count: rows * network.tagColumns)
    }

    /// Fills the windows of a layer: each token's row between those of its neighbours at a distance of `reach`, zeros
    /// beyond the sentence.
    func gather(_ layer: Int, _ rows: Int, reach: Int) {
        let d = network.dimension
        for row in 0..<rows {
            let window = windows + row * 3 * d
            for place in 0..<3 {
                let neighbour = row + (place - 1) * reach
                if !isPad[row], neighbour >= first[row], neighbour <= last[row] {
                    (window + place * d).update(from: layers[layer] + neighbour * d, count: d)
                } else {
                    (window + place * d).update(repeating: 0, count: d)
                }
            }
        }
    }

    func transpose(_ matrix: UnsafePointer<Float>, _ rows: Int, _ columns: Int) {
        for row in 0..<rows {
            for column in 0..<columns { transposed[column * rows + row] = matrix[row * columns + column] }
        }
    }
}
