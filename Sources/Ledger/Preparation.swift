import Dispatch
import Foundation
import Synchronization

/// Makes the reports of a batch ready on other cores while one thread writes them: ``take(_:)`` hands them out in their
/// order, so that the ledger is the same for any number of threads. At most ``ahead`` blocks wait for the writer.
///
/// Where nobody has begun what the writer needs next it makes that itself: it never waits for a thread that may not come.
final class Preparation: Sendable {
    /// Reports that one thread makes ready at a time.
    static let size = 16
    private static let ahead = 32

    private struct State {
        /// The first block that nobody has begun.
        var next = 0
        var ready: [Int: Result<[Prepared], any Error>] = [:]
        var isOver = false
    }

    private let batch: [Recording]
    private let at: Date
    private let threads: Int
    private let state = Mutex(State())
    /// One signal for each block that may be begun ahead, and one for each thread that shall end.
    private let room = DispatchSemaphore(value: 0)
    /// One signal for each block that another thread has made ready.
    private let done = DispatchSemaphore(value: 0)

    /// - Parameters:
    ///   - at: when the batch is recorded.
    ///   - threads: beside the writer's; as many as there are other cores where none are given.
    init(_ batch: [Recording], at: Date, threads: Int? = nil) {
        (self.batch, self.at) = (batch, at)
        let cores = ProcessInfo.processInfo.activeProcessorCount
        self.threads = batch.count > Self.size ? threads ?? max(1, min(cores - 1, 4)) : 0
        for _ in 0..<Self.ahead { room.signal() }
        for _ in 0..<self.threads { DispatchQueue.global().async { self.work() } }
    }

    var blocks: Int { (batch.count + Self.size - 1) / Self.size }

    /// The reports of a block; each block is taken once, in their order.
    func take(_ block: Int) throws -> [Prepared] {
        while true {
            let (ready, isMine) = state.withLock { state in
                if let ready = state.ready.removeValue(forKey: block) { return (Optional(ready), false) }
                guard state.next == block else { return (nil, false) }
                state.next += 1
                return (nil, true)
            }
            if isMine { return try make(block) }
            if let ready {
                room.signal()
                return try ready.get()
            }
            done.wait()
        }
    }

    /// Begins nothing more: the writer has all, or has given up.
    func end() {
        state.withLock { $0.isOver = true }
        for _ in 0..<threads { room.signal() }
    }

    private func work() {
        while true {
            room.wait()
            let block: Int? = state.withLock { state in
                guard !state.isOver, state.next < blocks else { return nil }
                state.next += 1
                return state.next - 1
            }
            guard let block else { return }
            let result = Result { try make(block) }
            state.withLock { $0.ready[block] = result }
            done.signal()
        }
    }

    private func make(_ block: Int) throws -> [Prepared] {
        let range = block * Self.size..<min(batch.count, (block + 1) * Self.size)
        return try batch[range].map { try Prepared($0, at: at) }
    }
}
