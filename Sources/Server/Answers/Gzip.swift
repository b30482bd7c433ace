import CZlib
import Foundation

/// Bytes as gzip (RFC 1952), for answers.
enum Gzip {
    /// Nil where zlib cannot.
    static func compress(_ data: Data, level: Int32 = 5) -> Data? {
        var stream = z_stream()
        // 15 bits of window, 16 more for the gzip header.
        guard
            deflateInit2_(
                &stream, level, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
                Int32(MemoryLayout<z_stream>.size)) == Z_OK
        else { return nil }
        defer { deflateEnd(&stream) }
        var out = Data(count: Int(deflateBound(&stream, uLong(data.count))))
        let status = out.withUnsafeMutableBytes { target in
            data.withUnsafeBytes { source in
                stream.next_in = UnsafeMutablePointer(mutating: source.bindMemory(to: UInt8.self).baseAddress)
                stream.avail_in = UInt32(source.count)
                stream.next_out = target.bindMemory(to: UInt8.self).baseAddress
                stream.avail_out = UInt32(target.count)
                return deflate(&stream, Z_FINISH)
            }
        }
        return status == Z_STREAM_END ? out.prefix(Int(stream.total_out)) : nil
    }
}
