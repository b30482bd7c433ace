import CZlib
import Foundation

/// Inflates gzip data piece by piece, through any number of members.
final class Inflater {
    private var stream = z_stream()
    private let input: Data
    private var taken = 0
    private var ended = false
    private let name: String
    private var isOpen = false

    init(_ input: Data, name: String) {
        self.input = input
        self.name = name
        // 47: window of 32 KB, header of gzip or zlib told by itself.
        isOpen = inflateInit2_(&stream, 47, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK
    }

    deinit { if isOpen { inflateEnd(&stream) } }

    /// Appends up to 256 KB to `output`; false at the end.
    ///
    /// - Throws: where the data is cut or damaged.
    func more(into output: inout [UInt8]) throws(IntakeError) -> Bool {
        guard isOpen, !ended else { return false }
        let room = 256 << 10
        let before = output.count
        output.append(contentsOf: repeatElement(0, count: room))
        var produced = 0
        var failure: String?
        let count = input.count
        output.withUnsafeMutableBytes { out in
            input.withUnsafeBytes { (bytes: UnsafeRawBufferPointer) in
                guard let from = bytes.bindMemory(to: UInt8.self).baseAddress,
                    let to = out.bindMemory(to: UInt8.self).baseAddress
                else { return }
                stream.next_out = to + before
                stream.avail_out = UInt32(room)
                while stream.avail_out > 0 {
                    stream.next_in = UnsafeMutablePointer(mutating: from + taken)
                    stream.avail_in = UInt32(min(count - taken, 1 << 30))
                    let offered = Int(stream.avail_in)
                    let status = inflate(&stream, Z_NO_FLUSH)
                    taken += offered - Int(stream.avail_in)
                    if status == Z_STREAM_END {
                        // Zero padding after the last member is common; anything else that is no member is ignored, as gzip does.
                        guard taken + 1 < count, from[taken] == 0x1F, from[taken + 1] == 0x8B else {
                            ended = true
                            break
                        }
                        inflateReset(&stream)
                        continue
                    }
                    if status != Z_OK, status != Z_BUF_ERROR {
                        failure = "is damaged"
                        break
                    }
                    if taken >= count, stream.avail_out > 0 {
                        failure = "breaks off"
                        break
                    }
                }
                produced = room - Int(stream.avail_out)
            }
        }
        output.removeLast(room - produced)
        if let failure {
            ended = true
            if produced == 0 || failure == "is damaged" { throw cut(failure) }
            pending = cut(failure)
            return true
        }
        return produced > 0
    }

    /// The failure that follows what could still be inflated.
    private(set) var pending: IntakeError?

    private func cut(_ what: String) -> IntakeError {
        IntakeError(
            source: name, place: "byte \(taken)",
            expected: "expected the rest of the gzip data, but it \(what) here; fetch the file again")
    }
}
