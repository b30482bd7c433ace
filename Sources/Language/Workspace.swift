import CKernels

/// The buffers in which one analyser works on one sentence at a time; grown to the longest sentence seen.
final class Workspace {
    private(set) var capacity = 0
    private var blocks: [UnsafeMutablePointer<Float>] = []
    /// Output of each layer: a guard row, the tokens, a row for the root, guard rows.
    private(set) var layers: [UnsafeMutablePointer<Float>] = []
    private(set) var convolved: UnsafeMutablePointer<Float>
    private(set) var tagScores: UnsafeMutablePointer<Float>
    private(set) var parserRows: UnsafeMutablePointer<Float>
    let hidden: UnsafeMutablePointer<Float>
    let logits: UnsafeMutablePointer<Float>
    private let network: Network

    init(_ network: Network) {
        self.network = network
        hidden = Self.floats(network.hidden)
        logits = Self.floats(network.actionColumns)
        convolved = Self.floats(8)
        tagScores = Self.floats(8)
        parserRows = Self.floats(8)
        blocks = [convolved, tagScores, parserRows]
    }

    deinit {
        hidden.deallocate()
        logits.deallocate()
        blocks.forEach { $0.deallocate() }
    }

    /// Makes room for a sentence of `tokens`.
    func reserve(_ tokens: Int) {
        guard tokens + 8 > capacity else { return }
        capacity = max(128, (tokens + 8) * 3 / 2)
        blocks.forEach { $0.deallocate() }
        let (d, rows) = (network.dimension, capacity + 8)
        layers = (0...network.layers).map { _ in Self.floats(rows * d) }
        convolved = Self.floats(rows * 2 * d)
        tagScores = Self.floats(rows * Network.tagColumns)
        parserRows = Self.floats(rows * Network.slots * network.hidden)
        blocks = layers + [convolved, tagScores, parserRows]
    }

    private static func floats(_ count: Int) -> UnsafeMutablePointer<Float> {
        let bytes = (count * 4 + 127) / 64 * 64
        let memory = UnsafeMutableRawPointer.allocate(byteCount: bytes, alignment: 64)
        memory.initializeMemory(as: UInt8.self, repeating: 0, count: bytes)
        return memory.bindMemory(to: Float.self, capacity: bytes / 4)
    }
}
