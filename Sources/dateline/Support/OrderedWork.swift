import Dispatch
import Synchronization

/// Makes numbered results on several threads and hands them on in their order while the threads go on: what comes out is
/// the same for any number of threads, and no more than `ahead` results wait in memory.
enum OrderedWork {
    /// Calls `emit`, on the calling thread, with `make(0)` to `make(count - 1)`.
    ///
    /// - Throws: what `make` or `emit` throws first, by the order of the results; the threads have ended then.
    static func run<Output: Sendable>(
        _ count: Int, jobs: Int, ahead: Int, make: @escaping @Sendable (Int) throws -> Output,
        emit: (Output) throws -> Void
    ) throws {
        let belt = Belt<Output>(count: count, ahead: max(jobs, ahead))
        let workers = DispatchGroup()
        for _ in 0..<min(jobs, count) {
            DispatchQueue.global().async(group: workers) { belt.work(make) }
        }
        defer {
            belt.stop(jobs)
            workers.wait()
        }
        for number in 0..<count { try emit(try belt.take(number).get()) }
    }
}

/// The results between the threads that make them and the one that takes them.
private final class Belt<Output: Sendable>: Sendable {
    private struct Contents {
        var next = 0
        var done: [Int: Result<Output, any Error>] = [:]
    }

    private let contents = Mutex(Contents())
    private let count: Int
    /// Places left for results.
    private let room = DispatchSemaphore(value: 0)
    /// Results made.
    private let ready = DispatchSemaphore(value: 0)

    init(count: Int, ahead: Int) {
        self.count = count
        for _ in 0..<ahead { room.signal() }
    }

    /// Makes results until none is left to make.
    func work(_ make: (Int) throws -> Output) {
        while true {
            room.wait()
            let number = contents.withLock { contents in
                defer { contents.next += 1 }
                return contents.next
            }
            guard number < count else { return }
            let result = Result { try make(number) }
            contents.withLock { $0.done[number] = result }
            ready.signal()
        }
    }

    /// The result of a number; waits until it is made.
    func take(_ number: Int) -> Result<Output, any Error> {
        while true {
            if let result = contents.withLock({ $0.done.removeValue(forKey: number) }) {
                room.signal()
                return result
            }
            ready.wait()
        }
    }

    /// Lets `workers` threads end, whatever they wait for.
    func stop(_ workers: Int) {
        contents.withLock { $0.next = count }
        for _ in 0..<workers { room.signal() }
    }
}
