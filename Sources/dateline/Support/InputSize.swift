import Foundation

/// How much there is to read, for the progress bar.
enum InputSize {
    /// Bytes of the files below the paths; nil where standard input is among them.
    static func bytes(of paths: [String]) -> Int? {
        var total = 0
        for path in paths {
            if path == "-" { return nil }
            var isFolder: ObjCBool = false
            guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else { continue }
            if !isFolder.boolValue {
                total += size(path)
            } else if let names = FileManager.default.enumerator(atPath: path) {
                for case let name as String in names { total += size(path + "/" + name) }
            }
        }
        return total
    }

    private static func size(_ path: String) -> Int {
        let attributes = try? FileManager.default.attributesOfItem(atPath: path)
        guard attributes?[.type] as? FileAttributeType == .typeRegular else { return 0 }
        return (attributes?[.size] as? NSNumber)?.intValue ?? 0
    }
}
