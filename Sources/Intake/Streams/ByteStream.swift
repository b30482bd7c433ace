package import Foundation

/// Bytes that are read from front to back, out of memory (mapped files), out of gzip data or out of a pipe, with a buffer
/// of the size of the longest line or record asked for.
package final class ByteStream {
    private let memory: Data
    private var given = 0
    private let inflater: Inflater?
    /// What is read as it comes; nil where all is in memory.
    private let pipe: (handle: FileHandle, name: String)?
    private var buffer: [UInt8] = []
    private var head = 0
    /// Bytes handed out so far (of the inflated data where the input is compressed).
    private(set) var position = 0
    private var failed: IntakeError?

    /// Inflates where `bytes` begin as gzip does.
    init(_ bytes: Data, name: String) {
        memory = bytes
        inflater = Self.isGzip(bytes) ? Inflater(bytes, name: name) : nil
        pipe = nil
    }

    /// Bytes as they come out of a pipe; they are not inflated.
    package init(_ handle: FileHandle, name: String) {
        (memory, inflater, pipe) = (Data(), nil, (handle, name))
    }

    static func isGzip(_ bytes: Data) -> Bool { bytes.starts(with: [0x1F, 0x8B]) }

    /// The first bytes, without taking them; fewer where the stream ends.
    func peek(_ count: Int) throws(IntakeError) -> ArraySlice<UInt8> {
        while buffer.count - head < count, try more() {}
        return buffer[head..<min(buffer.count, head + count)]
    }

    /// The next line without its line feed; nil at the end. Of a line longer than `limit` only the begin is given.
    package func line(limit: Int) throws(IntakeError) -> (bytes: Data, isWhole: Bool)? {
        var searched = head
        while true {
            if let feed = buffer[searched...].firstIndex(of: 0x0A) {
                let line = Data(buffer[head..<feed])
                take(feed + 1 - head)
                return (line, true)
            }
            searched = buffer.count
            if buffer.count - head > limit {
                let start = Data(buffer[head..<(head + 4096)])
                try skipLine()
                return (start, false)
            }
            let pendingFrom = searched - head
            if try !more() {
                guard buffer.count > head else { return nil }
                let line = Data(buffer[head...])
                take(buffer.count - head)
                return (line, true)
            }
            searched = head + pendingFrom
        }
    }

    private func skipLine() throws(IntakeError) {
        while true {
            if let feed = buffer[head...].firstIndex(of: 0x0A) {
                take(feed + 1 - head)
                return
            }
            take(buffer.count - head)
            if try !more() { return }
        }
    }

    /// The next `count` bytes; fewer where the stream ends.
    func bytes(_ count: Int) throws(IntakeError) -> Data {
        let found = Data(try peek(count))
        take(found.count)
        return found
    }

    /// Passes over `count` bytes; the number passed over is smaller where the stream ends.
    func skip(_ count: Int) throws(IntakeError) -> Int {
        var left = count
        while left > 0 {
            if head == buffer.count, try !more() { break }
            let step = min(left, buffer.count - head)
            take(step)
            left -= step
        }
        return count - left
    }

    private func take(_ count: Int) {
        head += count
        position += count
        if head == buffer.count {
            buffer.removeAll(keepingCapacity: true)
            head = 0
        }
    }

    private func more() throws(IntakeError) -> Bool {
        if head > 1 << 20 || head * 2 > buffer.count {
            buffer.removeFirst(head)
            head = 0
        }
        if let inflater {
            if let failed = inflater.pending { throw failed }
            return try inflater.more(into: &buffer)
        }
        if let pipe { return try Self.read(pipe.handle, pipe.name, into: &buffer) }
        guard given < memory.count else { return false }
        let end = min(memory.count, given + (256 << 10))
        buffer += memory[(memory.startIndex + given)..<(memory.startIndex + end)]
        given = end
        return true
    }

    /// Adds what there is, at most 256 KB; waits where there is nothing yet. False at the end.
    private static func read(_ handle: FileHandle, _ name: String, into buffer: inout [UInt8]) throws(IntakeError)
        -> Bool
    {
        let start = buffer.count
        buffer.append(contentsOf: repeatElement(0, count: 256 << 10))
        while true {
            let count = buffer.withUnsafeMutableBytes { bytes in
                Foundation.read(handle.fileDescriptor, bytes.baseAddress.map { $0 + start }, bytes.count - start)
            }
            if count < 0, errno == EINTR { continue }
            buffer.removeLast(buffer.count - start - max(0, count))
            guard count >= 0 else {
                throw IntakeError(source: name, expected: "expected more to read (\(String(cString: strerror(errno))))")
            }
            return count > 0
        }
    }
}
