import Dispatch
import Synchronization

/// Runs `work` over items on several threads and hands the results on in the order of the items, so that the output
/// is the same for any number of threads. At most `capacity` items are held at a time.
struct Batches<Item: Sendable, Output: Sendable> {
    private let jobs: Int
    private let capacity: Int
    private let weightLimit: Int
    private let work: @Sendable (Item) -> Output
    private let emit: (Output) throws -> Void
    private var waiting: [Item] = []
    private var weight = 0

    /// `weightLimit` bounds the bytes held, where ``add(_:weight:)`` is given bytes.
    init(
        jobs: Int, capacity: Int = 256, weightLimit: Int = 8 << 20, work: @escaping @Sendable (Item) -> Output,
        emit: @escaping (Output) throws -> Void
    ) {
        (self.jobs, self.capacity, self.weightLimit) = (max(1, jobs), capacity, weightLimit)
        (self.work, self.emit) = (work, emit)
    }

    /// Adds an item; works on what is held where that is enough.
    mutating func add(_ item: Item, weight bytes: Int = 0) throws {
        if jobs == 1 {
            try emit(work(item))
            return
        }
        waiting.append(item)
        weight += bytes
        if waiting.count >= capacity || weight >= weightLimit { try flush() }
    }

    /// Works on what is left.
    mutating func finish() throws { try flush() }

    private mutating func flush() throws {
        guard !waiting.isEmpty else { return }
        let items = waiting
        let work = self.work
        waiting.removeAll(keepingCapacity: true)
        weight = 0
        let next = Atomic<Int>(0)
        let results = Mutex<[Output?]>(Array(repeating: nil, count: items.count))
        DispatchQueue.concurrentPerform(iterations: min(jobs, items.count)) { _ in
            while true {
                let index = next.add(1, ordering: .relaxed).oldValue
                if index >= items.count { return }
                let output = work(items[index])
                results.withLock { $0[index] = output }
            }
        }
        for output in results.withLock({ $0 }) {
            if let output { try emit(output) }
        }
    }
}
