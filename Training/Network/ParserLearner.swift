import CKernels
import Foundation
import Language

/// Parses sentences while learning: scores each state, compares with the oracle, leaves the slopes behind.
final class ParserLearner {
    private let network: FloatNetwork
    private let kernel = learning_kernels().pointee
    private let slots = UnsafeMutablePointer<Int>.allocate(capacity: Network.slots)
    private let rows = UnsafeMutablePointer<Int>.allocate(capacity: 9)
    private let hidden: UnsafeMutablePointer<Float>
    private let hiddenSlope: UnsafeMutablePointer<Float>
    private let logits: UnsafeMutablePointer<Float>
    private let slope: UnsafeMutablePointer<Float>
    private var (wrong, all) = (0, 0)
    private let leftOf: [Bool]
    private let rightOf: [Bool]

    init(_ network: FloatNetwork) {
        self.network = network
        (hidden, hiddenSlope) = (floats(network.hidden), floats(network.hidden))
        (logits, slope) = (floats(network.actionColumns), floats(network.actionColumns))
        let firstRight = 2 + network.leftActions
        leftOf = network.relations.indices.map { network.actionRelations[2..<firstRight].contains(Int32($0)) }
        rightOf = network.relations.indices.map { network.actionRelations[firstRight...].contains(Int32($0)) }
    }

    /// Share of wrong actions since the last ``reset()``.
    var error: Double { Double(wrong) / Double(max(1, all)) }
    func reset() { (wrong, all) = (0, 0) }

    /// One sentence, whose tokens begin at row `base` of the batch.
    func learn(_ example: Example, _ base: Int, _ buffers: TrainingBuffers, explore: Double, _ random: inout Random) {
        var state = ParserState(
            relations: network.relations.count, leftActions: network.leftActions,
            actionRelations: network.actionRelations)
        let oracle = Oracle(heads: example.heads)
        state.start(example.count)
        while !state.isDone {
            score(state, base, buffers)
            let (best, right) = compare(state, example, oracle.costs(state))
            all += 1
            if best != right { wrong += 1 }
            for action in 0..<network.actionColumns { slope[action] *= example.weight }
            pull(state, base, buffers)
            state.apply(random.unit() < explore ? best : right)
        }
    }

    private func source(
        _ slot: Int, _ state: ParserState, _ base: Int, _ rows: UnsafeMutablePointer<Float>,
        _ none: UnsafeMutablePointer<Float>
    ) -> UnsafeMutablePointer<Float> {
        let token = slots[slot]
        return token > state.count
            ? none + slot * network.hidden : rows + ((base + token) * Network.slots + slot) * network.hidden
    }

    private func score(_ state: ParserState, _ base: Int, _ buffers: TrainingBuffers) {
        let h = network.hidden
        state.features(slots, rows)
        hidden.update(from: network.parserBias.weights, count: h)
        for slot in 0..<Network.slots {
            kernel.add(hidden, source(slot, state, base, buffers.parserRows, network.parserNull.weights), h)
        }
        for row in 0..<9 { kernel.add(hidden, network.discrete.weights + rows[row] * h, h) }
        for unit in 0..<h { hidden[unit] = max(0, hidden[unit]) }
        logits.update(from: network.outputBias.weights, count: network.actionColumns)
        kernel.gemm(hidden, h, 1, network.output.weights, logits, 1, h, network.actionColumns, true)
    }

    /// Sets the slope of the logits: the model's shares less the oracle's. Gives the best action and the best right one.
    private func compare(_ state: ParserState, _ example: Example, _ costs: [Int?]) -> (best: Int, right: Int) {
        let least = costs.compactMap { $0 }.min() ?? 0
        let firstRight = 2 + network.leftActions
        var (best, right) = (-1, -1)
        for action in 0..<network.actionColumns { slope[action] = -1 }  // -1 not allowed, 0 wrong, 1 right
        func consider(_ actions: Range<Int>, _ move: Oracle.Move, _ isRight: (Int) -> Bool) {
            guard let cost = costs[move.rawValue] else { return }
            for action in actions {
                let good = cost == least && isRight(action)
                slope[action] = good ? 1 : 0
                if best < 0 || logits[action] > logits[best] { best = action }
                if good, right < 0 || logits[action] > logits[right] { right = action }
            }
        }
        consider(0..<1, .shift) { _ in true }
        consider(1..<2, .reduce) { _ in true }
        let top = state.depth > 0 ? Int(state.stack[state.depth - 1]) : -1
        let next = state.next
        func names(_ child: Int, _ head: Int, _ known: [Bool]) -> (Int) -> Bool {
            guard child >= 0, child < example.count, example.heads[child] == head else { return { _ in true } }
            let relation = example.relations[child]
            guard relation >= 0, known[relation] else { return { _ in true } }
            return { self.network.actionRelations[$0] == Int32(relation) }
        }
        consider(2..<firstRight, .left, names(top, next, leftOf))
        consider(firstRight..<network.actionRelations.count, .right, names(next, top, rightOf))
        if right < 0 { right = best }
        share(logits[best])
        return (best, right)
    }

    private func share(_ largest: Float) {
        var (sum, good): (Float, Float) = (0, 0)
        for action in 0..<network.actionRelations.count where slope[action] >= 0 {
            let share = exp(logits[action] - largest)
            sum += share
            if slope[action] > 0 { good += share }
            logits[action] = share
        }
        good = max(good, 1e-20)
        for action in 0..<network.actionColumns {
            slope[action] =
                slope[action] < 0 ? 0 : logits[action] / sum - (slope[action] > 0 ? logits[action] / good : 0)
        }
    }

    /// Leaves the slopes at the output layer, the hidden units and the rows that were added.
    private func pull(_ state: ParserState, _ base: Int, _ buffers: TrainingBuffers) {
        let (h, columns) = (network.hidden, network.actionColumns)
        kernel.add(network.outputBias.gradient, slope, columns)
        for unit in 0..<h {
            hiddenSlope[unit] =
                hidden[unit] > 0
                ? kernel.outer_dot(
                    slope, network.output.weights + unit * columns, network.output.gradient + unit * columns,
                    hidden[unit],
                    columns) : 0
        }
        kernel.add(network.parserBias.gradient, hiddenSlope, h)
        for slot in 0..<Network.slots {
            kernel.add(source(slot, state, base, buffers.parserSlopes, network.parserNull.gradient), hiddenSlope, h)
        }
        for row in 0..<9 { kernel.add(network.discrete.gradient + rows[row] * h, hiddenSlope, h) }
    }
}
