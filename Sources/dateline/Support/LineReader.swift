import ArgumentParser
import Foundation
import Intake

/// Lines of a file or of standard input, as they come: with the memory of one line, for a program at the other end of a
/// pipe may never end.
struct LineReader {
    /// Of a line with more bytes only the begin is read, which then is no JSON.
    static let longest = 64 << 20
    /// "FILE", or "standard input".
    let name: String
    /// The number of the line given last, from 1.
    private(set) var number = 0
    private let stream: ByteStream

    /// - Parameter path: a file, or `-` for standard input.
    /// - Throws: `ValidationError` where the file cannot be read.
    init(_ path: String) throws {
        name = path == "-" ? "standard input" : path
        let handle = path == "-" ? FileHandle.standardInput : FileHandle(forReadingAtPath: path)
        guard let handle else {
            throw ValidationError("\(path) cannot be read; give a file of JSON lines, or - for standard input")
        }
        stream = ByteStream(handle, name: name)
    }

    /// The next line that has more than blanks, without its line feed; nil at the end.
    ///
    /// - Throws: `IntakeError` where reading fails.
    mutating func next() throws -> [UInt8]? {
        while let (line, _) = try stream.line(limit: Self.longest) {
            number += 1
            if line.contains(where: { $0 > 32 }) { return Array(line) }
        }
        return nil
    }
}
