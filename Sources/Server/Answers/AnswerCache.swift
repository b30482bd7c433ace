import Foundation
import NIOCore
import Synchronization

/// An answer as it goes out, plain and compressed, with its entity tag.
final class Answer: Sendable {
    let type: String
    let tag: String
    let plain: ByteBuffer
    private let packed = Mutex<ByteBuffer?>(nil)

    init(_ data: Data, type: String) {
        self.type = type
        tag = "\"\(EntityTag.of(data))\""
        plain = ByteBuffer(bytes: data)
    }

    /// Compressed at the first call; nil where it is too small to gain by it. A long answer is compressed lightly: it
    /// mostly goes to a browser on the same machine.
    var zipped: ByteBuffer? {
        guard plain.readableBytes > 1000 else { return nil }
        return packed.withLock { packed in
            if let packed { return packed }
            let level: Int32 = plain.readableBytes > 1 << 20 ? 1 : 5
            packed = Gzip.compress(Data(plain.readableBytesView), level: level).map { ByteBuffer(bytes: $0) }
            return packed
        }
    }
}

/// Keeps what was answered to an address as long as the record does not change, up to a number of bytes; makes an answer
/// that several wait for once.
final class AnswerCache: Sendable {
    private struct Kept {
        var version: Int64 = -1
        var answers: [String: Answer] = [:]
        /// Oldest first.
        var order: [String] = []
        /// Of the answers, uncompressed.
        var size = 0
        var making: [String: Task<Answer, any Error>] = [:]
    }

    private let limit: Int
    private let kept = Mutex(Kept())

    init(limit: Int = 64 << 20) { self.limit = limit }

    /// The kept answer to `address`, else what `make` gives.
    func answer(
        to address: String, version: Int64, make: @escaping @Sendable () throws -> Answer
    ) async throws -> Answer {
        let task = kept.withLock { kept -> Task<Answer, any Error> in
            if kept.version != version { kept = Kept(version: version) }
            if let ready = kept.answers[address] { return Task { ready } }
            if let making = kept.making[address] { return making }
            let task = Task {
                let result = await Workshop.result(of: make)
                self.keep(try? result.get(), address, version)
                return try result.get()
            }
            kept.making[address] = task
            return task
        }
        return try await task.value
    }

    /// The kept answer, where there is one.
    func ready(_ address: String, version: Int64) -> Answer? {
        kept.withLock { $0.version == version ? $0.answers[address] : nil }
    }

    private func keep(_ answer: Answer?, _ address: String, _ version: Int64) {
        kept.withLock { kept in
            guard kept.version == version else { return }
            kept.making[address] = nil
            guard let answer, answer.plain.readableBytes < limit / 2 else { return }
            kept.answers[address] = answer
            kept.order.append(address)
            kept.size += answer.plain.readableBytes
            while kept.size > limit, !kept.order.isEmpty {
                kept.size -= kept.answers.removeValue(forKey: kept.order.removeFirst())?.plain.readableBytes ?? 0
            }
        }
    }
}

/// Threads for work that takes its time, so that requests which are answered at once do not wait behind it; as many as
/// there are cores, so that few answers are in the making at once.
enum Workshop {
    private static let queue: OperationQueue = {
        let queue = OperationQueue()
        queue.maxConcurrentOperationCount = max(2, ProcessInfo.processInfo.activeProcessorCount)
        return queue
    }()

    /// What `work` gives or throws.
    static func result<Value: Sendable>(
        of work: @escaping @Sendable () throws -> Value
    ) async -> Result<Value, any Error> {
        await withCheckedContinuation { continuation in
            queue.addOperation { continuation.resume(returning: Result { try work() }) }
        }
    }
}

/// Entity tags by content: the same bytes give the same tag in every run.
enum EntityTag {
    /// FNV-1a's scheme, eight bytes at a step.
    static func of(_ data: Data) -> String {
        data.withUnsafeBytes { bytes in
            var hash: UInt64 = 0xcbf2_9ce4_8422_2325 ^ UInt64(bytes.count)
            func mix(_ word: UInt64) {
                hash = (hash ^ word) &* 0x100_0000_01b3
                hash ^= hash >> 29
            }
            let whole = bytes.count & ~7
            for at in stride(from: 0, to: whole, by: 8) {
                mix(UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: at, as: UInt64.self)))
            }
            for byte in bytes[whole...] { mix(UInt64(byte)) }
            return String(hash, radix: 16)
        }
    }
}
