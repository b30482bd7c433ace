import CZlib
import Foundation

/// Bytes, smaller (zlib).
enum Compression {
    static func deflate(_ data: Data) -> Data {
        var size = compressBound(uLong(data.count))
        var out = Data(count: Int(size))
        let status = out.withUnsafeMutableBytes { target in
            data.withUnsafeBytes { source in
                compress2(
                    target.bindMemory(to: UInt8.self).baseAddress, &size,
                    source.bindMemory(to: UInt8.self).baseAddress, uLong(data.count), 1)
            }
        }
        guard status == Z_OK else { return data }
        return out.prefix(Int(size))
    }

    /// - Parameter size: bytes that come out.
    static func inflate(_ data: Data, size: Int) throws -> Data {
        guard size > 0 else { return Data() }
        var count = uLong(size)
        var out = Data(count: size)
        let status = out.withUnsafeMutableBytes { target in
            data.withUnsafeBytes { source in
                uncompress(
                    target.bindMemory(to: UInt8.self).baseAddress, &count,
                    source.bindMemory(to: UInt8.self).baseAddress, uLong(data.count))
            }
        }
        guard status == Z_OK, count == uLong(size) else {
            throw LedgerError("a report's stored bytes are damaged (zlib status \(status))")
        }
        return out
    }
}
