import Dispatch
import Foundation
import Synchronization

/// Work on all cores, answers in order.
enum Parallel {
    /// `work(0)` to `work(count - 1)`.
    static func map<Value: Sendable>(_ count: Int, _ work: @Sendable (Int) -> Value) -> [Value] {
        guard count > 8 else { return (0..<count).map(work) }
        let block = max(1, count / 64)
        let blocks = Mutex<[Int: [Value]]>([:])
        DispatchQueue.concurrentPerform(iterations: (count + block - 1) / block) { number in
            let values = (number * block..<min(count, (number + 1) * block)).map(work)
            blocks.withLock { $0[number] = values }
        }
        return blocks.withLock { done in done.sorted { $0.key < $1.key }.flatMap(\.value) }
    }
}

/// Work that comes a piece at a time: the other cores do it while the caller goes on reading the next, and the caller
/// helps with what is left (``finish()``). Answers in the order in which the pieces came.
final class Pieces<Piece: Sendable, Value: Sendable>: Sendable {
    private struct State {
        var pieces: [Piece?] = []
        var values: [Value?] = []
        /// The first piece that nobody has begun.
        var next = 0
        var threads = 0
    }

    private let work: @Sendable (Piece) -> Value
    private let state = Mutex(State())
    private let group = DispatchGroup()
    private let most = max(1, ProcessInfo.processInfo.activeProcessorCount - 1)

    init(_ work: @escaping @Sendable (Piece) -> Value) { self.work = work }

    func add(_ piece: Piece) {
        let isFree = state.withLock { state in
            state.pieces.append(piece)
            state.values.append(nil)
            guard state.threads < most else { return false }
            state.threads += 1
            return true
        }
        guard isFree else { return }
        DispatchQueue.global(qos: .userInitiated).async(group: group) { self.workOff(isHelper: true) }
    }

    func finish() -> [Value] {
        workOff(isHelper: false)
        group.wait()
        return state.withLock { $0.values.compactMap { $0 } }
    }

    /// Does what nobody has begun, until nothing is left.
    private func workOff(isHelper: Bool) {
        while let (number, piece) = begin(isHelper: isHelper) {
            let value = work(piece)
            state.withLock { $0.values[number] = value }
        }
    }

    private func begin(isHelper: Bool) -> (Int, Piece)? {
        state.withLock { state in
            guard state.next < state.pieces.count, let piece = state.pieces[state.next] else {
                if isHelper { state.threads -= 1 }
                return nil
            }
            state.pieces[state.next] = nil
            state.next += 1
            return (state.next - 1, piece)
        }
    }
}
