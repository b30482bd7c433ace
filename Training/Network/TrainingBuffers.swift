import Language

/// The working memory of training: the rows of one batch, a row of zeros after each sentence.
final class TrainingBuffers {
    let capacity = 4096
    let layers: [UnsafeMutablePointer<Float>]
    let sums: [UnsafeMutablePointer<Float>]
    let mask: UnsafeMutablePointer<Float>
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
    private let network: FloatNetwork

    init(_ network: FloatNetwork) {
        self.network = network
        let (d, rows, wide) = (network.dimension, capacity + 8, Network.slots * network.hidden)
        layers = (0...network.layers).map { _ in floats(rows * d) }
        sums = (0..<network.layers).map { _ in floats(rows * 2 * d) }
        (mask, slope, sumSlopes) = (floats(rows * d), floats(rows * d), floats(rows * 2 * d))
        windows = floats(rows * 3 * d)
        (parserRows, parserSlopes) = (floats(rows * wide), floats(rows * wide))
        (tagScores, tagSlopes) = (floats(rows * network.tagColumns), floats(rows * network.tagColumns))
        transposed = floats(max(6 * d * d, d * wide))
        ids = .allocate(capacity: rows * EmbeddingRows.count)
        isPad = .allocate(capacity: rows)
    }

    /// Zeroes the layers, guard rows among them, and marks every row as padding.
    func blank(_ rows: Int) {
        let d = network.dimension
        for layer in layers { layer.update(repeating: 0, count: (rows + 3) * d) }
        isPad.update(repeating: true, count: rows + 1)
        ids.update(repeating: -1, count: rows * EmbeddingRows.count)
    }

    /// Zeroes the slopes that sentences add to.
    func clear(_ rows: Int) {
        parserSlopes.update(repeating: 0, count: rows * Network.slots * network.hidden)
        tagSlopes.update(repeating: 0, count: rows * network.tagColumns)
    }

    func transpose(_ matrix: UnsafePointer<Float>, _ rows: Int, _ columns: Int) {
        for row in 0..<rows {
            for column in 0..<columns { transposed[column * rows + row] = matrix[row * columns + column] }
        }
    }
}
