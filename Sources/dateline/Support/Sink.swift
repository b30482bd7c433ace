import ArgumentParser
import Exchange
import Foundation

/// Where an export goes: a file, or standard output. Bytes are written as they are handed over, without a copy.
struct Sink {
    private let handle: FileHandle
    private let name: String

    init(_ path: String?) throws {
        guard let path else {
            (handle, name) = (.standardOutput, "standard output")
            return
        }
        // Opened in place: a device or pipe ("/dev/stdout") must be written to, not replaced by a file.
        let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else {
            throw ValidationError(
                "\(path) cannot be written (\(String(cString: strerror(errno)))); choose another file with --output")
        }
        (handle, name) = (FileHandle(fileDescriptor: descriptor, closeOnDealloc: true), path)
    }

    /// Writes all of the bytes; a closed pipe (`| head`) ends the program quietly, as other filters do.
    func write(_ bytes: [UInt8]) throws {
        try bytes.withUnsafeBytes { bytes in
            var rest = bytes
            while !rest.isEmpty {
                let count = Foundation.write(handle.fileDescriptor, rest.baseAddress, rest.count)
                if count >= 0 {
                    rest = UnsafeRawBufferPointer(rebasing: rest.dropFirst(count))
                } else if errno == EPIPE {
                    exit(0)
                } else if errno != EINTR {
                    throw ExportError("\(name): cannot be written (\(String(cString: strerror(errno))))")
                }
            }
        }
    }
}
