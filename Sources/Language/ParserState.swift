/// The state of a greedy arc-eager parse (Nivre 2003) of one sentence of `count` tokens; token `count` is the root and
/// `count + 1` stands for "none".
package struct ParserState {
    package private(set) var count = 0
    package private(set) var depth = 0
    package private(set) var next = 0
    package private(set) var head: [Int32] = []
    package private(set) var relation: [Int32] = []
    package private(set) var stack: [Int32] = []
    private var leftmost: [Int32] = []
    private var rightmost: [Int32] = []
    private var leftCount: [Int32] = []
    private var rightCount: [Int32] = []
    private let relations: Int
    private let leftActions: Int
    private let actionRelations: [Int32]

    /// `actionRelations` gives each action's relation: 0 shift, 1 reduce, then `leftActions` left arcs, then right arcs.
    package init(relations: Int, leftActions: Int, actionRelations: [Int32]) {
        (self.relations, self.leftActions, self.actionRelations) = (relations, leftActions, actionRelations)
    }

    /// Rows of the table of discrete features: distance, state of the stack's top, valencies, labels.
    package static func discreteRows(relations: Int) -> Int { 8 + 8 + 6 * 3 + (relations + 2) * 4 }

    /// Begins a sentence.
    package mutating func start(_ count: Int) {
        (self.count, depth, next) = (count, 0, 0)
        let none = Int32(count + 1)
        func fill(_ array: inout [Int32], _ value: Int32) {
            array.removeAll(keepingCapacity: true)
            array.append(contentsOf: repeatElement(value, count: count + 2))
        }
        fill(&head, -1)
        fill(&relation, Int32(relations))
        fill(&leftmost, none)
        fill(&rightmost, none)
        fill(&leftCount, 0)
        fill(&rightCount, 0)
        fill(&stack, 0)
        relation[count] = Int32(relations + 1)
        relation[count + 1] = Int32(relations + 1)
    }

    /// True where every token has been dealt with.
    package var isDone: Bool { next >= count && depth == 0 }
    /// True where the stack's top has a head.
    package var topHasHead: Bool { depth > 0 && head[Int(stack[depth - 1])] >= 0 }

    /// Takes one action.
    package mutating func apply(_ action: Int) {
        switch action {
        case 0: push()
        case 1: depth -= 1
        case ..<(2 + leftActions):
            attach(Int(stack[depth - 1]), to: next, actionRelations[action])
            depth -= 1
        default:
            attach(next, to: Int(stack[depth - 1]), actionRelations[action])
            push()
        }
    }

    private mutating func push() {
        stack[depth] = Int32(next)
        depth += 1
        next += 1
    }

    private mutating func attach(_ child: Int, to parent: Int, _ label: Int32) {
        head[child] = Int32(parent)
        relation[child] = label
        if child < parent {
            leftmost[parent] = Int32(child)
            leftCount[parent] += 1
        } else {
            rightmost[parent] = Int32(child)
            rightCount[parent] += 1
        }
    }

    /// Leaves one root, under the relation `top`: further tokens under the root hang below the first, as `loose`.
    package mutating func settleRoots(top: Int32, loose: Int32) {
        var root: Int32 = -1
        for token in 0..<count where Int(head[token]) == count {
            if root < 0 {
                (root, relation[token]) = (Int32(token), top)
            } else {
                head[token] = root
                if relation[token] == top { relation[token] = loose }
            }
        }
    }

    /// The nine tokens and nine discrete rows that decide the next action.
    @inline(__always)
    package func features(_ slots: UnsafeMutablePointer<Int>, _ rows: UnsafeMutablePointer<Int>) {
        let none = count + 1
        let top = depth > 0 ? Int(stack[depth - 1]) : none
        let second = depth > 1 ? Int(stack[depth - 2]) : none
        let above = top <= count ? Int(head[top]) : -1
        slots[0] = top
        slots[1] = second
        slots[2] = next
        slots[3] = next + 1 <= count ? next + 1 : none
        slots[4] = Int(leftmost[top])
        slots[5] = Int(rightmost[top])
        slots[6] = Int(leftmost[next])
        slots[7] = above < 0 ? none : above
        slots[8] = Int(rightmost[second])
        let distance = top == none ? 0 : next - top
        rows[0] = distance < 6 ? distance : (distance < 10 ? 6 : 7)
        rows[1] = 8 + (top == none ? 0 : (head[top] >= 0 ? 1 : 2)) + (next == count ? 3 : 0)
        rows[2] = 16 + min(5, Int(leftCount[top]))
        rows[3] = 22 + min(5, Int(rightCount[top]))
        rows[4] = 28 + min(5, Int(leftCount[next]))
        let labels = relations + 2
        rows[5] = 34 + Int(relation[top])
        rows[6] = 34 + labels + Int(relation[Int(leftmost[top])])
        rows[7] = 34 + 2 * labels + Int(relation[Int(rightmost[top])])
        rows[8] = 34 + 3 * labels + Int(relation[Int(leftmost[next])])
    }
}
