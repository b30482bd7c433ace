import Dispatch
import Foundation
import Synchronization

/// Runs `work` over items on several threads and hands the results on in the order of the items, so that the output
/// is the same for any number of threads. At most `capacity` items are held at a time: read, worked on or waiting for
/// an earlier one; the caller goes on reading while the threads work.
struct Batches<Item: Sendable, Output: Sendable> {
    private let capacity: Int
    private let weightLimit: Int
    private let work: @Sendable (Item) -> Output
    private let emit: (Output) throws -> Void
    /// Nil where the caller's thread does all.
    private let workers: Workers<Item, Output>?
    /// Bytes of each item that is held, the oldest first.
    private var weights: [Int] = []
    private var weight = 0
    private var emitted = 0

    /// `weightLimit` bounds the bytes held, where ``add(_:weight:)`` is given bytes.
    init(
        jobs: Int, capacity: Int = 256, weightLimit: Int = 8 << 20, work: @escaping @Sendable (Item) -> Output,
        emit: @escaping (Output) throws -> Void
    ) {
        (self.capacity, self.weightLimit) = (max(1, capacity), weightLimit)
        (self.work, self.emit) = (work, emit)
        workers = jobs > 1 ? Workers(threads: jobs, work) : nil
    }

    /// Adds an item, and emits what is ready; waits for the oldest where enough is held.
    mutating func add(_ item: Item, weight bytes: Int = 0) throws {
        guard let workers else { return try emit(work(item)) }
        workers.add(item)
        weights.append(bytes)
        weight += bytes
        while weights.count >= capacity || weight >= weightLimit { try emitOldest(workers.wait(for: emitted)) }
        while !weights.isEmpty, let output = workers.take(emitted) { try emitOldest(output) }
    }

    /// Emits what is left.
    mutating func finish() throws {
        guard let workers else { return }
        while !weights.isEmpty { try emitOldest(workers.wait(for: emitted)) }
    }

    private mutating func emitOldest(_ output: Output) throws {
        weight -= weights.removeFirst()
        emitted += 1
        try emit(output)
    }
}

/// Threads that work on items as they come; they end when this is released.
private final class Workers<Item: Sendable, Output: Sendable>: Sendable {
    private let line = Line<Item, Output>()
    private let threads: Int

    init(threads: Int, _ work: @escaping @Sendable (Item) -> Output) {
        self.threads = threads
        for _ in 0..<threads {
            let thread = Thread { [line] in
                while let (number, item) = line.next() { line.finish(number, work(item)) }
            }
            // As much as the main thread has.
            thread.stackSize = 8 << 20
            thread.start()
        }
    }

    deinit { line.close(threads) }

    func add(_ item: Item) { line.add(item) }

    /// The output of an item, once it is done; each is taken once.
    func take(_ number: Int) -> Output? { line.take(number) }

    /// The output of an item, when it is done.
    func wait(for number: Int) -> Output {
        while true {
            if let output = line.take(number) { return output }
            line.done.wait()
        }
    }
}

/// Items that wait for a thread, and outputs that wait for their turn.
private final class Line<Item: Sendable, Output: Sendable>: Sendable {
    private struct State {
        var items: [(number: Int, item: Item)] = []
        var first = 0
        var added = 0
        var outputs: [Int: Output] = [:]
    }

    private let state = Mutex(State())
    /// One signal for each item, and one for each thread that shall end.
    private let waiting = DispatchSemaphore(value: 0)
    /// One signal for each output.
    let done = DispatchSemaphore(value: 0)

    func add(_ item: Item) {
        state.withLock { state in
            state.items.append((state.added, item))
            state.added += 1
        }
        waiting.signal()
    }

    /// The next item, when there is one; nil for a thread that shall end.
    func next() -> (number: Int, item: Item)? {
        waiting.wait()
        return state.withLock { state in
            guard state.first < state.items.count else { return nil }
            let next = state.items[state.first]
            state.first += 1
            if state.first == state.items.count {
                state.items.removeAll(keepingCapacity: true)
                state.first = 0
            }
            return next
        }
    }

    func finish(_ number: Int, _ output: Output) {
        state.withLock { $0.outputs[number] = output }
        done.signal()
    }

    func take(_ number: Int) -> Output? { state.withLock { $0.outputs.removeValue(forKey: number) } }

    func close(_ threads: Int) { for _ in 0..<threads { waiting.signal() } }
}
