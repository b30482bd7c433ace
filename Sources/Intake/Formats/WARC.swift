import Foundation
import Record

/// Reads web archives (WARC 1.0 and 1.1, ISO 28500): the responses, resources and conversions in them.
enum WARC {
    static func readAll(_ stream: ByteStream, name: String, each: Reader.Receiver) throws {
    }
}
