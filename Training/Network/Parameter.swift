import CKernels

/// One matrix of weights with its gradient and Adam's two averages.
final class Parameter {
    let count: Int
    let weights: UnsafeMutablePointer<Float>
    let gradient: UnsafeMutablePointer<Float>
    private let mean: UnsafeMutablePointer<Float>
    private let variance: UnsafeMutablePointer<Float>

    init(_ count: Int, deviation: Float, _ random: inout Random) {
        self.count = count
        (weights, gradient, mean, variance) = (floats(count), floats(count), floats(count), floats(count))
        if deviation > 0 { for index in 0..<count { weights[index] = random.normal() * deviation } }
    }

    deinit { for memory in [weights, gradient, mean, variance] { memory.deallocate() } }

    /// One step of Adam over some of the weights; clears their gradient.
    func step(_ rate: Float, from start: Int = 0, count: Int? = nil, _ kernel: learning_table) {
        kernel.adam(weights + start, gradient + start, mean + start, variance + start, rate, count ?? self.count)
    }

    var values: UnsafeBufferPointer<Float> { UnsafeBufferPointer(start: weights, count: count) }
}

/// Zeroed memory on a cache line's boundary.
func floats(_ count: Int) -> UnsafeMutablePointer<Float> {
    let bytes = (count * 4 + 127) / 64 * 64
    let memory = UnsafeMutableRawPointer.allocate(byteCount: bytes, alignment: 64)
    memory.initializeMemory(as: UInt8.self, repeating: 0, count: bytes)
    return memory.bindMemory(to: Float.self, capacity: bytes / 4)
}
