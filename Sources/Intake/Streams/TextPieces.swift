public import Foundation

/// A text of any length in pieces that fit in memory: each ends at a blank line where there is one, else at a line's end,
/// a blank or, in a run without any, between two characters.
public struct TextPieces {
    /// The most bytes in a piece.
    public static let limit = 256 * 1024
    private let handle: FileHandle
    private var held = Data()
    private var isAtEnd = false

    /// Reads from where the handle stands.
    public init(_ handle: FileHandle) { self.handle = handle }

    /// The next piece; nil at the end. Bytes that are no UTF-8 become U+FFFD.
    public mutating func next() throws -> String? {
        while held.count < Self.limit, !isAtEnd {
            guard let read = try handle.read(upToCount: Self.limit), !read.isEmpty else {
                isAtEnd = true
                break
            }
            held += read
        }
        guard !held.isEmpty else { return nil }
        let cut = isAtEnd && held.count <= Self.limit ? held.count : Self.cut(held.prefix(Self.limit))
        defer { held = Data(held.dropFirst(cut)) }
        return String(decoding: held.prefix(cut), as: UTF8.self)
    }

    /// Bytes before the best place to cut.
    private static func cut(_ bytes: Data) -> Int {
        let bytes = Array(bytes)
        var (line, blank) = (0, 0)
        for at in stride(from: bytes.count, to: bytes.count / 2, by: -1) {
            switch bytes[at - 1] {
            case 0x0A where at > 1 && bytes[at - 2] == 0x0A: return at
            case 0x0A: if line == 0 { line = at }
            case 0x20, 0x09, 0x0D: if blank == 0 { blank = at }
            default: break
            }
        }
        if line + blank > 0 { return line > 0 ? line : blank }
        // No blank at all: never between the bytes of one character.
        return (bytes.lastIndex { $0 & 0xC0 != 0x80 }).flatMap { $0 > 0 ? $0 : nil } ?? bytes.count
    }
}
