import CKernels

/// The tagger's and parser's shared network: hashed embeddings, residual convolutions over three tokens with maxout, a
/// linear tag layer, and the parser's first layer computed once for each token (Chen and Manning 2014's precomputation).
///
/// Learned in floating point, used in whole numbers of 16 bits (sums of 32), so that every processor gives the same
/// answer. The scales are chosen so that no sum can overflow. All weights are read in place from a mapped ``ModelFile``.
package struct Network: Sendable {
    /// Token positions that the parser looks at.
    package static let slots = 9

    /// The sizes of a network, as the model file's section "shape" holds them.
    package struct Shape: Sendable, Equatable {
        package var dimension: Int
        package var layers: Int
        package var hidden: Int
        package var actionColumns: Int
        package var leftActions: Int
        package var tagColumns: Int
        /// Right shifts that bring sums back to 16 bits: one for each layer, then the parser's rows.
        package var shifts: [Int]

        package init(
            dimension: Int, layers: Int, hidden: Int, actionColumns: Int, leftActions: Int, tagColumns: Int,
            shifts: [Int]
        ) {
            (self.dimension, self.layers, self.hidden) = (dimension, layers, hidden)
            (self.actionColumns, self.leftActions, self.tagColumns) = (actionColumns, leftActions, tagColumns)
            self.shifts = shifts
        }

        /// As the file's whole numbers.
        package var numbers: [Int32] {
            ([dimension, layers, hidden, actionColumns, leftActions, tagColumns] + shifts).map { Int32($0) }
        }

        /// The shape that a file's numbers tell.
        init(_ numbers: [Int], path: String) throws {
            guard numbers.count > 6, numbers.count == 7 + numbers[1], numbers.allSatisfy({ (0...4096).contains($0) })
            else {
                throw ModelFile.Broken(path: path, reason: "its shape is incomplete")
            }
            self.init(
                dimension: numbers[0], layers: numbers[1], hidden: numbers[2], actionColumns: numbers[3],
                leftActions: numbers[4], tagColumns: numbers[5], shifts: Array(numbers[6...]))
        }
    }

    let shape: Shape
    /// How many tokens away a layer's neighbours stand, by layer.
    let reaches: [Int]
    let clusters: WordClusters
    /// Fine tags ("VERB_VBD"), by index.
    let tags: [String]
    let relations: [String]
    /// Relation of each action; -1 for shift and reduce.
    let actionRelations: [Int32]

    // Pointers into the mapped file, which `file` keeps alive; nothing writes through them.
    nonisolated(unsafe) let embeddings: UnsafePointer<Int16>
    nonisolated(unsafe) let convolutions: [UnsafePointer<Int16>]
    nonisolated(unsafe) let convolutionBiases: [UnsafePointer<Int32>]
    nonisolated(unsafe) let tagWeights: UnsafePointer<Int16>
    nonisolated(unsafe) let tagBias: UnsafePointer<Int32>
    nonisolated(unsafe) let parserWeights: UnsafePointer<Int16>
    nonisolated(unsafe) let parserNull: UnsafePointer<Int16>
    nonisolated(unsafe) let parserBias: UnsafePointer<Int16>
    nonisolated(unsafe) let discrete: UnsafePointer<Int16>
    nonisolated(unsafe) let outputWeights: UnsafePointer<Int16>
    nonisolated(unsafe) let outputBias: UnsafePointer<Int32>
    nonisolated(unsafe) let table: UnsafePointer<kernel_table>
    private let file: ModelFile

    /// Reads the network of a model file.
    init(file: ModelFile, kernels path: Kernels = .best) throws {
        self.file = file
        let shape = try Shape(file.array("shape", of: Int32.self).map { Int($0) }, path: file.path)
        self.shape = shape
        tags = try file.lines("tags")
        relations = try file.lines("relations")
        actionRelations = Array(try file.array("actions", of: Int32.self))
        func weights<T: BitwiseCopyable>(_ name: String, _ count: Int) throws -> UnsafePointer<T> {
            let array = try file.array(name, of: T.self)
            guard array.count == count, let base = array.baseAddress else {
                throw ModelFile.Broken(
                    path: file.path, reason: "\(name) has \(array.count) weights, expected \(count)")
            }
            return base
        }
        let (d, h) = (shape.dimension, shape.hidden)
        reaches = try file.array("reaches", of: Int32.self).map { Int($0) }
        clusters = WordClusters(
            keys: try file.array("clusterkeys", of: UInt32.self), values: try file.array("clusters", of: UInt16.self))
        embeddings = try weights("embeddings", EmbeddingRows.total * d)
        convolutions = try (0..<shape.layers).map { try weights("conv\($0)", 3 * d * 2 * d) }
        convolutionBiases = try (0..<shape.layers).map { try weights("convbias\($0)", 2 * d) }
        tagWeights = try weights("tag", d * shape.tagColumns)
        tagBias = try weights("tagbias", shape.tagColumns)
        parserWeights = try weights("parser", d * Self.slots * h)
        parserNull = try weights("parsernull", Self.slots * h)
        parserBias = try weights("parserbias", h)
        discrete = try weights("discrete", ParserState.discreteRows(relations: relations.count) * h)
        outputWeights = try weights("output", h * shape.actionColumns)
        outputBias = try weights("outputbias", shape.actionColumns)
        switch path {
        case .best: table = kernels(KERNEL_BEST)
        case .avx2: table = kernels(KERNEL_AVX2)
        case .baseline: table = kernels(KERNEL_BASELINE)
        }
        guard reaches.count == shape.layers, clusters.isWhole, tags.count <= shape.tagColumns,
            actionRelations.count <= shape.actionColumns,
            actionRelations.allSatisfy({ $0 >= -1 && $0 < relations.count })
        else {
            throw ModelFile.Broken(path: file.path, reason: "its tables do not fit its shape")
        }
    }
}
