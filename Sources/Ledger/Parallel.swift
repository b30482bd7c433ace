import Dispatch
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
