import Language

/// The dynamic oracle of arc-eager parsing (Goldberg and Nivre 2012): what each kind of action costs in a state.
struct Oracle {
    enum Move: Int, CaseIterable { case shift, reduce, left, right }

    let heads: [Int]

    /// Costs of shift, reduce, left arc, right arc; nil where the action is not allowed.
    func costs(_ state: ParserState) -> [Int?] {
        let (next, depth, count) = (state.next, state.depth, state.count)
        let hasInput = next < count
        var lostChildren = 0
        var headOnStack = false
        let top = depth > 0 ? Int(state.stack[depth - 1]) : -1
        if hasInput {
            for place in 0..<depth {
                let token = Int(state.stack[place])
                if heads[token] == next, state.head[token] < 0 { lostChildren += 1 }
                if heads[next] == token { headOnStack = true }
            }
        }
        let childrenAhead = depth > 0 ? (next..<max(next, count)).reduce(0) { $0 + (heads[$1] == top ? 1 : 0) } : 0
        let hasHead = state.topHasHead
        return [
            hasInput ? lostChildren + (headOnStack ? 1 : 0) : nil,
            hasHead ? childrenAhead : nil,
            depth > 0 && !hasHead ? childrenAhead + (heads[top] > next ? 1 : 0) : nil,
            depth > 0 && hasInput
                ? lostChildren + ((headOnStack && heads[next] != top) || heads[next] > next ? 1 : 0) : nil,
        ]
    }
}
