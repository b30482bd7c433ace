public import Foundation
import Record

/// Reads files, folders and streams into reports, whatever their format: bytes in, reports out. Knows nothing of
/// language, places or actors.
///
/// Reports come one at a time; what cannot be read comes as an ``IntakeError`` in its place and the rest goes on.
public struct Reader: Sendable {
    private let format: InputFormat

    /// A reader of one format, or of any told by its content.
    public init(format: InputFormat = .auto) { self.format = format }

    /// Receives a report or what went wrong in its place.
    public typealias Receiver = (Result<RawReport, IntakeError>) throws -> Void

    /// Reads a file, a folder with all below it, or standard input ("-").
    ///
    /// - Throws: only what `each` throws.
    public func read(path: String, each: Receiver) throws {
        if path == "-" {
            if format == .ndjson {
                return try Formats.read(lines: .standardInput, name: "standard input", each: each)
            }
            try read(FileHandle.standardInput.readDataToEndOfFile(), name: "standard input", each: each)
            return
        }
        for file in FolderWalk(path) {
            switch file {
            case .failure(let error): try each(.failure(error))
            case .success(let found):
                let result: Result<Data, IntakeError>
                do throws(IntakeError) { result = .success(try MappedFile.data(found)) } catch {
                    result = .failure(error)
                }
                switch result {
                case .success(let bytes): try read(bytes, name: found, each: each)
                case .failure(let error): try each(.failure(error))
                }
            }
        }
    }

    /// Reads the bytes of one file or stream; `name` stands in errors and sources.
    public func read(_ bytes: Data, name: String, each: Receiver) throws {
        try Formats.read(bytes, name: name, format: format, each: each)
    }
}
