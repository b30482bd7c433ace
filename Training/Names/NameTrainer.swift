import Language

/// Learns the name tagger's weights: an averaged perceptron over greedy decoding.
struct NameTrainer {
    let lists: NameLists
    var rounds = 8
    var seed: UInt64 = 5

    private static let rows = 1 << Int(NameFeatures.rowBits)
    private static let columns = NameFeatures.columns

    /// Whole-number weights, by row and label.
    func train(_ sentences: [NamedSentence]) -> [Int16] {
        var weights = [Float](repeating: 0, count: Self.rows * Self.columns)
        var totals = [Double](repeating: 0, count: weights.count)
        var clock = 1.0
        var random = Random(seed: seed)
        let contexts = sentences.map { NameContext.contexts(of: $0.sentence, lists: lists) }
        var order = Array(sentences.indices)
        for round in 0..<rounds {
            order.shuffle(using: &random)
            var (wrong, all) = (0, 0)
            for index in order {
                wrong += learn(
                    contexts[index], sentences[index], &weights, &totals, &clock)
                all += contexts[index].count
            }
            print("  names round \(round): \((100 * Double(wrong) / Double(all)).short) % wrong")
        }
        for index in weights.indices { weights[index] -= Float(totals[index] / clock) }
        return quantised(weights)
    }

    private func learn(
        _ contexts: [NameContext], _ gold: NamedSentence, _ weights: inout [Float], _ totals: inout [Double],
        _ clock: inout Double
    ) -> Int {
        var wrong = 0
        var found: [Int] = []
        contexts.withUnsafeBufferPointer { contexts in
            weights.withUnsafeMutableBufferPointer { weights in
                totals.withUnsafeMutableBufferPointer { totals in
                    withUnsafeTemporaryAllocation(of: Int32.self, capacity: NameFeatures.count) { rows in
                        guard let rows = rows.baseAddress else { return }
                        for index in contexts.indices {
                            let last = found.last ?? -1
                            NameFeatures.rows(
                                contexts, index, last: last, before: index > 1 ? found[index - 2] : -1, into: rows)
                            var scores = SIMD32<Float>(repeating: 0)
                            for feature in 0..<NameFeatures.count {
                                let base = Int(rows[feature]) * Self.columns
                                scores += UnsafeRawPointer(weights.baseAddress! + base).loadUnaligned(
                                    as: SIMD32<Float>.self)
                            }
                            var best = 0
                            for label in NameModel.labels.indices
                            where NameModel.mayFollow(label, last) && scores[label] > scores[best] { best = label }
                            let right = gold.labels[index]
                            if best != right, NameModel.mayFollow(right, last), !excused(best, right, gold.marked) {
                                wrong += 1
                                for feature in 0..<NameFeatures.count {
                                    let base = Int(rows[feature]) * Self.columns
                                    weights[base + right] += 1
                                    weights[base + best] -= 1
                                    totals[base + right] += clock
                                    totals[base + best] -= clock
                                }
                            }
                            clock += 1
                            found.append(best)
                        }
                    }
                }
            }
        }
        return wrong
    }

    /// A kind that the annotators did not mark is no error where they marked nothing.
    private func excused(_ label: Int, _ right: Int, _ marked: Set<NameKind>) -> Bool {
        guard right == 0, let kind = NameModel.labels[label].kind else { return false }
        return !marked.contains(kind)
    }

    private func quantised(_ weights: [Float]) -> [Int16] {
        let largest = weights.reduce(Float(0)) { max($0, abs($1)) }
        // All features of a token together must stay inside 16 bits.
        let scale = min(64, 32_000 / (largest * Float(NameFeatures.count) / 4))
        print("  largest weight \(largest), scale \(scale)")
        return weights.map { Int16(max(-32_000, min(32_000, ($0 * scale).rounded()))) }
    }
}
