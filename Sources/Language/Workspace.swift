import CKernels

/// The buffers in which one analyser works on one sentence at a time; grown to the longest sentence seen.
final class Workspace {
    private var capacity = 0
    private var blocks: [UnsafeMutableRawPointer] = []
    /// Output of each layer: a row for each token, one for the root, and some to round up to.
    private(set) var layers: [UnsafeMutablePointer<Int16>] = []
    /// Each token's row between its neighbours'.
    private(set) var windows: UnsafeMutablePointer<Int16>
    private(set) var convolved: UnsafeMutablePointer<Int32>
    private(set) var tagScores: UnsafeMutablePointer<Int32>
    private(set) var parserRows: UnsafeMutablePointer<Int16>
    let hidden: UnsafeMutablePointer<Int16>
    let logits: UnsafeMutablePointer<Int32>
    private let shape: Network.Shape

    init(_ shape: Network.Shape) {
        self.shape = shape
        hidden = Self.memory(shape.hidden)
        logits = Self.memory(shape.actionColumns)
        windows = Self.memory(16)
        convolved = Self.memory(16)
        tagScores = Self.memory(16)
        parserRows = Self.memory(16)
        blocks = [windows, parserRows].map { UnsafeMutableRawPointer($0) }
        blocks += [convolved, tagScores].map { UnsafeMutableRawPointer($0) }
    }

    deinit {
        hidden.deallocate()
        logits.deallocate()
        blocks.forEach { $0.deallocate() }
    }

    /// Makes room for a sentence of `tokens`.
    func reserve(_ tokens: Int) {
        guard tokens + 8 > capacity else { return }
        capacity = max(64, (tokens + 8) * 3 / 2)
        blocks.forEach { $0.deallocate() }
        let (d, rows) = (shape.dimension, capacity + 8)
        layers = (0...shape.layers).map { _ in Self.memory(rows * d) }
        windows = Self.memory(rows * 3 * d)
        convolved = Self.memory(rows * 2 * d)
        tagScores = Self.memory(rows * shape.tagColumns)
        parserRows = Self.memory(rows * Network.slots * shape.hidden)
        blocks = (layers + [windows, parserRows]).map { UnsafeMutableRawPointer($0) }
        blocks += [convolved, tagScores].map { UnsafeMutableRawPointer($0) }
    }

    /// Zeroed memory on a cache line's boundary.
    private static func memory<T: FixedWidthInteger>(_ count: Int) -> UnsafeMutablePointer<T> {
        let bytes = (count * MemoryLayout<T>.stride + 127) / 64 * 64
        let memory = UnsafeMutableRawPointer.allocate(byteCount: bytes, alignment: 64)
        memory.initializeMemory(as: UInt8.self, repeating: 0, count: bytes)
        return memory.bindMemory(to: T.self, capacity: bytes / MemoryLayout<T>.stride)
    }
}
