import Foundation

/// Strings of a world file, each once, behind its length.
struct StringTable {
    private(set) var bytes = Data()
    private var known: [String: UInt32] = [:]

    mutating func offset(of string: String) -> UInt32 {
        if let offset = known[string] { return offset }
        let offset = UInt32(bytes.count)
        let utf8 = Array(string.utf8.prefix(60_000))
        bytes.add(UInt16(utf8.count))
        bytes.append(contentsOf: utf8)
        known[string] = offset
        return offset
    }
}

extension Data {
    /// Appends a number, little endian.
    mutating func add<Number: FixedWidthInteger>(_ number: Number) {
        Swift.withUnsafeBytes(of: number.littleEndian) { append(contentsOf: $0) }
    }
}
