import CKernels
public import Record

/// The tagger's and parser's shared network: hashed embeddings, residual convolutions over three tokens with maxout, a
/// linear tag layer, and the parser's first layer computed once for each token (Chen and Manning 2014's precomputation).
///
/// All weights are read in place from a mapped ``ModelFile``.
struct Network: Sendable {
    /// Bits of each embedding table: form, suffix 3, prefix 3, shape, suffix 2.
    static let tableBits: [UInt64] = [15, 13, 12, 10, 12]
    /// Token positions that the parser looks at.
    static let slots = 9
    /// Columns of the tag layer.
    static let tagColumns = 32

    let dimension: Int
    let layers: Int
    let hidden: Int
    let actionColumns: Int
    let leftActions: Int
    /// Fine tags ("VERB_VBD"), by index.
    let tags: [String]
    let relations: [String]
    /// Relation of each action; -1 for shift and reduce.
    let actionRelations: [Int32]

    // Pointers into the mapped file, which `file` keeps alive; nothing writes through them.
    nonisolated(unsafe) let embeddings: UnsafePointer<Float>
    nonisolated(unsafe) let convolutions: [UnsafePointer<Float>]
    nonisolated(unsafe) let convolutionBiases: [UnsafePointer<Float>]
    nonisolated(unsafe) let tagWeights: UnsafePointer<Float>
    nonisolated(unsafe) let tagBias: UnsafePointer<Float>
    nonisolated(unsafe) let parserWeights: UnsafePointer<Float>
    nonisolated(unsafe) let parserNull: UnsafePointer<Float>
    nonisolated(unsafe) let parserBias: UnsafePointer<Float>
    nonisolated(unsafe) let discrete: UnsafePointer<Float>
    nonisolated(unsafe) let outputWeights: UnsafePointer<Float>
    nonisolated(unsafe) let outputBias: UnsafePointer<Float>
    nonisolated(unsafe) let table: UnsafePointer<kernel_table>
    private let file: ModelFile

    /// Reads the network of a model file; `baseline` forces the kernels without AVX2.
    init(file: ModelFile, baseline: Bool = false) throws {
        self.file = file
        let shape = try file.array("shape", of: Int32.self).map(Int.init)
        guard shape.count >= 5 else { throw ModelFile.Broken(path: "parser", reason: "its shape is incomplete") }
        (dimension, layers, hidden, actionColumns, leftActions) = (shape[0], shape[1], shape[2], shape[3], shape[4])
        tags = try file.lines("tags")
        relations = try file.lines("relations")
        actionRelations = Array(try file.array("actions", of: Int32.self))
        func weights(_ name: String, _ count: Int) throws -> UnsafePointer<Float> {
            let array = try file.array(name, of: Float.self)
            guard array.count == count, let base = array.baseAddress else {
                throw ModelFile.Broken(path: "parser", reason: "\(name) has \(array.count) weights, expected \(count)")
            }
            return base
        }
        let (d, h) = (dimension, hidden)
        let rows = Self.tableBits.reduce(0) { $0 + (1 << Int($1)) }
        embeddings = try weights("embeddings", rows * d)
        convolutions = try (0..<layers).map { try weights("conv\($0)", 3 * d * 2 * d) }
        convolutionBiases = try (0..<layers).map { try weights("convbias\($0)", 2 * d) }
        tagWeights = try weights("tag", d * Self.tagColumns)
        tagBias = try weights("tagbias", Self.tagColumns)
        parserWeights = try weights("parser", d * Self.slots * h)
        parserNull = try weights("parsernull", Self.slots * h)
        parserBias = try weights("parserbias", h)
        discrete = try weights("discrete", Self.discreteRows(relations: relations.count) * h)
        outputWeights = try weights("output", h * actionColumns)
        outputBias = try weights("outputbias", actionColumns)
        table = kernels(baseline ? KERNEL_BASELINE : KERNEL_BEST)
    }

    /// Rows of the table of discrete features: distance, state of the stack's top, valencies, labels.
    static func discreteRows(relations: Int) -> Int { 8 + 8 + 6 * 3 + (relations + 2) * 4 }

    /// The embedding rows of one token, one for each table.
    @inline(__always)
    static func rows(_ token: TokenFeatures, into rows: UnsafeMutablePointer<Int32>) {
        rows[0] = Int32(truncatingIfNeeded: token.lower &>> (64 - 15))
        rows[1] = 32_768 + Int32(truncatingIfNeeded: token.suffix3 &>> (64 - 13))
        rows[2] = 40_960 + Int32(truncatingIfNeeded: token.prefix3 &>> (64 - 12))
        rows[3] = 45_056 + Int32(truncatingIfNeeded: token.shape &>> (64 - 10))
        rows[4] = 46_080 + Int32(truncatingIfNeeded: token.suffix2 &>> (64 - 12))
    }
}
