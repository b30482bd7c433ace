import CKernels

/// Tags and parses one tokenised sentence.
///
/// The hot path of the program (`make bench`, "language"): raw buffers from a ``Workspace``, no allocation for each token.
struct Parser {
    private let network: Network
    private let workspace: Workspace
    private var state: ParserState
    /// Index of "root" among the network's relations.
    private let rootRelation: Int32
    /// Index of "parataxis", for what the parser left unattached.
    private let looseRelation: Int32
    /// The left arc with that relation.
    private let leftRoot: Int?
    /// By tag: true for punctuation.
    private let isPunctuation: [Bool]
    /// By token of the sentence: true for punctuation.
    private var marks: [Bool] = []
    private let slots = UnsafeMutablePointer<Int>.allocate(capacity: Network.slots)
    private let rows = UnsafeMutablePointer<Int>.allocate(capacity: 9)
    private let pointers = UnsafeMutablePointer<UnsafePointer<Int16>?>.allocate(capacity: Network.slots + 9)

    init(_ network: Network) {
        self.network = network
        workspace = Workspace(network.shape)
        isPunctuation = network.tags.map { $0.hasPrefix("PUNCT_") }
        rootRelation = Int32(network.relations.firstIndex(of: "root") ?? 0)
        let root = rootRelation
        leftRoot = (2..<2 + network.shape.leftActions).first { network.actionRelations[$0] == root }
        looseRelation = Int32(network.relations.firstIndex(of: "parataxis") ?? 0)
        state = ParserState(
            relations: network.relations.count, leftActions: network.shape.leftActions,
            actionRelations: network.actionRelations)
    }

    /// Frees the small buffers; call once, when done.
    func finish() {
        slots.deallocate()
        rows.deallocate()
        pointers.deallocate()
    }

    /// Gives each token's fine tag, head (-1 root) and relation, by index into the network's tables.
    mutating func parse(
        _ tokens: ArraySlice<TokenFeatures>, each: (_ token: Int, _ tag: Int, _ head: Int, _ relation: Int) -> Void
    ) {
        let count = tokens.count
        guard count > 0 else { return }
        workspace.reserve(count)
        encode(tokens)
        let best = (0..<count).map { tag(of: $0) }
        marks.removeAll(keepingCapacity: true)
        for tag in best { marks.append(isPunctuation[tag]) }
        state.start(count)
        while !state.isDone { state.apply(nextAction()) }
        state.settleRoots(top: rootRelation, loose: looseRelation)
        for token in 0..<count {
            let head = Int(state.head[token])
            each(token, best[token], head == count ? -1 : head, Int(state.relation[token]))
        }
    }

    private func encode(_ tokens: ArraySlice<TokenFeatures>) {
        let (d, count) = (network.shape.dimension, tokens.count)
        let kernel = network.table.pointee
        let input = workspace.layers[0]
        withUnsafeTemporaryAllocation(of: Int32.self, capacity: EmbeddingRows.count) { rows in
            guard let rows = rows.baseAddress else { return }
            for (index, token) in tokens.enumerated() {
                EmbeddingRows.write(token, cluster: network.clusters.cluster(of: token.lower), into: rows)
                let out = input + index * d
                out.update(from: network.embeddings + Int(rows[0]) * d, count: d)
                for table in 1..<EmbeddingRows.count { kernel.add16(out, network.embeddings + Int(rows[table]) * d, d) }
            }
        }
        let shifts = network.shape.shifts
        for layer in 0..<network.shape.layers {
            let (from, to) = (workspace.layers[layer], workspace.layers[layer + 1])
            gather(from, count, reach: network.reaches[layer])
            kernel.gemm16(
                workspace.windows, 3 * d, network.convolutions[layer], workspace.convolved, count, 3 * d, 2 * d)
            for token in 0..<count {
                kernel.maxout16(
                    workspace.convolved + token * 2 * d, network.convolutionBiases[layer], from + token * d,
                    to + token * d, d, Int32(shifts[layer]))
            }
        }
        (workspace.layers[network.shape.layers] + count * d).update(repeating: 0, count: d)
        let encoded = workspace.layers[network.shape.layers]
        kernel.gemm16(encoded, d, network.tagWeights, workspace.tagScores, count, d, network.shape.tagColumns)
        kernel.gemm16_narrow(
            encoded, d, network.parserWeights, workspace.parserRows, count + 1, d, Network.slots * network.shape.hidden,
            Int32(shifts[network.shape.layers]))
    }

    /// Each token's row between those of its neighbours at a distance of `reach`, zeros beyond the sentence.
    private func gather(_ from: UnsafeMutablePointer<Int16>, _ count: Int, reach: Int) {
        let d = network.shape.dimension
        for token in 0..<count {
            let window = workspace.windows + token * 3 * d
            for place in 0..<3 {
                let neighbour = token + (place - 1) * reach
                if neighbour >= 0, neighbour < count {
                    (window + place * d).update(from: from + neighbour * d, count: d)
                } else {
                    (window + place * d).update(repeating: 0, count: d)
                }
            }
        }
    }

    private func tag(of token: Int) -> Int {
        let scores = workspace.tagScores + token * network.shape.tagColumns
        var best = 0
        var score = Int32.min
        for tag in 0..<network.tags.count where scores[tag] &+ network.tagBias[tag] > score {
            (best, score) = (tag, scores[tag] &+ network.tagBias[tag])
        }
        return best
    }

    private func nextAction() -> Int {
        let h = network.shape.hidden
        state.features(slots, rows)
        for slot in 0..<Network.slots {
            let token = slots[slot]
            pointers[slot] =
                token > state.count
                ? network.parserNull + slot * h
                : UnsafePointer(workspace.parserRows + (token * Network.slots + slot) * h)
        }
        for row in 0..<9 { pointers[Network.slots + row] = network.discrete + rows[row] * h }
        network.table.pointee.state16(
            network.parserBias, pointers, Network.slots + 9, h, network.outputWeights, network.outputBias,
            network.shape.actionColumns, workspace.hidden, workspace.logits)
        return bestAllowed(workspace.logits)
    }

    private func bestAllowed(_ logits: UnsafeMutablePointer<Int32>) -> Int {
        let firstRight = 2 + network.shape.leftActions
        var best = -1
        var score = Int32.min
        let table = network.table
        func consider(_ actions: Range<Int>) {
            guard !actions.isEmpty else { return }
            let action = actions.lowerBound + table.pointee.top32(logits + actions.lowerBound, actions.count)
            if logits[action] > score { (best, score) = (action, logits[action]) }
        }
        let hasInput = state.next < state.count
        // Nothing hangs on punctuation.
        let underNext = !hasInput || !marks[state.next]
        let underTop = state.depth > 0 && !marks[Int(state.stack[state.depth - 1])]
        if hasInput { consider(0..<1) }
        if state.topHasHead { consider(1..<2) }
        if state.depth > 0, !state.topHasHead, underNext {
            // Only the root behind the last token takes "root".
            if hasInput, let barred = leftRoot {
                consider(2..<barred)
                consider(barred + 1..<firstRight)
            } else {
                consider(2..<firstRight)
            }
        }
        if underTop, hasInput { consider(firstRight..<network.actionRelations.count) }
        return best
    }
}
