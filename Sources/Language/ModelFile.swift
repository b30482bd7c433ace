import Foundation

/// A file of named arrays, memory-mapped and shared by every process that opens it.
///
/// Layout, little-endian: the magic "DATELINE" and version (UInt32), section count (UInt32), checksum of all that
/// follows the header (UInt64, FNV-1a over 8-byte words); then for each section its name (24 bytes, zero-padded),
/// offset and length in bytes (UInt64 each); then the sections, each at a multiple of 64 bytes.
public final class ModelFile: Sendable {
    /// The layout's version.
    public static let version: UInt32 = 1
    private static let magic = Array("DATELINE".utf8)
    private static let headerLength = 24
    private static let entryLength = 40

    /// The checksum that the file gives of itself.
    public let checksum: UInt64
    /// Where the file is.
    let path: String
    private let bytes: Data
    private let sections: [String: Range<Int>]

    /// Maps the file at `path` and checks it against its checksum (a few milliseconds for all models).
    ///
    /// - Throws: ``Broken`` where it is no model file, of another version, cut short or altered.
    public init(path: String) throws {
        let data: Data
        do { data = try Data(contentsOf: URL(fileURLWithPath: path), options: .alwaysMapped) } catch {
            throw Broken(path: path, reason: "it cannot be read (\(error.localizedDescription))")
        }
        func number<T: FixedWidthInteger>(_ at: Int, as type: T.Type) -> T {
            data.withUnsafeBytes { T(littleEndian: $0.loadUnaligned(fromByteOffset: at, as: T.self)) }
        }
        guard data.count >= Self.headerLength, data.prefix(8).elementsEqual(Self.magic) else {
            throw Broken(path: path, reason: "it does not begin as a model file")
        }
        let found = number(8, as: UInt32.self)
        guard found == Self.version else {
            throw Broken(path: path, reason: "it has version \(found), expected \(Self.version)")
        }
        let count = Int(number(12, as: UInt32.self))
        guard count <= 1000, data.count >= Self.headerLength + count * Self.entryLength else {
            throw Broken(path: path, reason: "its table of sections is cut short")
        }
        var sections: [String: Range<Int>] = [:]
        for index in 0..<count {
            let at = Self.headerLength + index * Self.entryLength
            let name = String(decoding: data[at..<at + 24].prefix { $0 != 0 }, as: UTF8.self)
            let (offset, length) = (number(at + 24, as: UInt64.self), number(at + 32, as: UInt64.self))
            guard offset % 64 == 0, offset <= UInt64(data.count), length <= UInt64(data.count) - offset else {
                throw Broken(path: path, reason: "section \(name) ends after the file's end")
            }
            sections[name] = Int(offset)..<Int(offset + length)
        }
        checksum = number(16, as: UInt64.self)
        let sum = data.withUnsafeBytes { Self.sum(UnsafeRawBufferPointer(rebasing: $0[Self.headerLength...])) }
        guard sum == checksum else {
            throw Broken(path: path, reason: "its checksum does not match: the file was cut or altered")
        }
        (self.path, bytes, self.sections) = (path, data, sections)
    }

    /// True where a file is there to open.
    static func exists(_ path: String) -> Bool { FileManager.default.fileExists(atPath: path) }

    /// The bytes of a section; they live as long as the file object.
    public func section(_ name: String) throws -> UnsafeRawBufferPointer {
        guard let range = sections[name] else { throw Broken(path: path, reason: "section \(name) is missing") }
        // A mapped `Data` never moves, and this object keeps it alive.
        return bytes.withUnsafeBytes { UnsafeRawBufferPointer(rebasing: $0[range]) }
    }

    /// A section as numbers of one type.
    public func array<T: BitwiseCopyable>(_ name: String, of type: T.Type) throws -> UnsafeBufferPointer<T> {
        try section(name).bindMemory(to: type)
    }

    /// A section as lines of text.
    public func lines(_ name: String) throws -> [String] {
        String(decoding: try section(name), as: UTF8.self).split(separator: "\n").map(String.init)
    }

    /// Writes sections to a file, beside it first, then in its place.
    public static func write(_ parts: [(name: String, bytes: [UInt8])], to path: String) throws {
        var body: [UInt8] = []
        var table: [UInt8] = []
        func append<T: FixedWidthInteger>(_ value: T, to out: inout [UInt8]) {
            withUnsafeBytes(of: value.littleEndian) { out.append(contentsOf: $0) }
        }
        let start = (headerLength + parts.count * entryLength + 63) / 64 * 64
        for part in parts {
            while (start + body.count) % 64 != 0 { body.append(0) }
            table += Array(part.name.utf8.prefix(23)) + [UInt8](repeating: 0, count: 24 - min(23, part.name.utf8.count))
            append(UInt64(start + body.count), to: &table)
            append(UInt64(part.bytes.count), to: &table)
            body += part.bytes
        }
        let rest = table + [UInt8](repeating: 0, count: start - headerLength - table.count) + body
        var file = magic
        append(version, to: &file)
        append(UInt32(parts.count), to: &file)
        append(rest.withUnsafeBytes { sum($0) }, to: &file)
        try Data(file + rest).write(to: URL(fileURLWithPath: path), options: .atomic)
    }

    private static func sum(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
        var sum: UInt64 = 0xCBF2_9CE4_8422_2325
        var at = 0
        while at + 8 <= bytes.count {
            sum =
                (sum ^ UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: at, as: UInt64.self)))
                &* 0x100_0000_01B3
            at += 8
        }
        while at < bytes.count {
            sum = (sum ^ UInt64(bytes[at])) &* 0x100_0000_01B3
            at += 1
        }
        return sum
    }

    /// A model file that can't be used, and why.
    public struct Broken: Error, CustomStringConvertible {
        public let path: String
        public let reason: String

        /// A file and what is wrong with it.
        public init(path: String, reason: String) { (self.path, self.reason) = (path, reason) }

        public var description: String {
            "the model file \(path) is of no use: \(reason). Install dateline again, or run `swift run -c release Training`."
        }
    }
}
