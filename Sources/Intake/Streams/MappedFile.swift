import Foundation

/// A file's bytes as mapped memory: pages come in as they are read, so that a huge file costs no memory of its own.
enum MappedFile {
    /// The bytes of a file; what is no regular file (a pipe) is read to its end.
    ///
    /// - Throws: where the file cannot be opened or mapped.
    static func data(_ path: String) throws(IntakeError) -> Data {
        let file = open(path, O_RDONLY)
        guard file >= 0 else { throw unreadable(path) }
        defer { close(file) }
        var status = stat()
        guard fstat(file, &status) == 0 else { throw unreadable(path) }
        guard (status.st_mode & S_IFMT) == S_IFREG else {
            let handle = FileHandle(fileDescriptor: file, closeOnDealloc: false)
            guard let bytes = try? handle.readToEnd() else { throw unreadable(path) }
            return bytes
        }
        let count = Int(status.st_size)
        guard count > 0 else { return Data() }
        guard let address = mmap(nil, count, PROT_READ, MAP_PRIVATE, file, 0), address != MAP_FAILED else {
            throw unreadable(path)
        }
        return Data(bytesNoCopy: address, count: count, deallocator: .custom { pointer, size in munmap(pointer, size) })
    }

    private static func unreadable(_ path: String) -> IntakeError {
        IntakeError(
            source: path,
            expected:
                "expected a readable file (\(String(cString: strerror(errno)))); check the path and its permissions")
    }
}
