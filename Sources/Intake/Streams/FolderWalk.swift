import Foundation

/// The files under a path, in the order of their names: the path itself where it is a file, else all below the folder.
///
/// A folder that is reached twice (a link that leads back up) is entered once and reported; hidden files are passed over.
struct FolderWalk: Sequence {
    private let path: String

    init(_ path: String) { self.path = path }

    func makeIterator() -> Iterator { Iterator(path) }

    /// Walks depth first; holds the names of one folder for each level.
    struct Iterator: IteratorProtocol {
        private var waiting: [String]
        private var entered: Set<String> = []
        private let top: String

        init(_ path: String) {
            top = path
            waiting = [path]
        }

        mutating func next() -> Result<String, IntakeError>? {
            while let path = waiting.popLast() {
                var isFolder: ObjCBool = false
                guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
                    return .failure(
                        IntakeError(
                            source: path, expected: "expected a file or folder, but nothing is there; check the path"))
                }
                guard isFolder.boolValue else {
                    if path != top, !isRegular(path) { continue }
                    return .success(path)
                }
                guard let real = realpath(path, nil) else {
                    return .failure(
                        IntakeError(source: path, expected: "expected a folder, but the link leads nowhere; remove it"))
                }
                let identity = String(cString: real)
                free(real)
                guard entered.insert(identity).inserted else {
                    return .failure(
                        IntakeError(
                            source: path,
                            expected: "expected a folder not read before, but it leads back to \(identity); passed over"
                        ))
                }
                do {
                    let names = try FileManager.default.contentsOfDirectory(atPath: path)
                    let kept = names.filter { !$0.hasPrefix(".") }.sorted(by: >)
                    waiting += kept.map { path.hasSuffix("/") ? path + $0 : path + "/" + $0 }
                } catch {
                    return .failure(
                        IntakeError(
                            source: path, expected: "expected a folder that can be listed; check its permissions"))
                }
            }
            return nil
        }

        /// False for sockets, pipes and devices, which would block a reader.
        private func isRegular(_ path: String) -> Bool {
            var status = stat()
            return stat(path, &status) == 0 && (status.st_mode & S_IFMT) == S_IFREG
        }
    }
}
