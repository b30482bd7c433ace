import Foundation

/// The order of the rooms, from the ground up: a room may import only what stands before it.
enum House {
    static let order = [
        "CLibXML2", "CZlib", "CSQLite", "CKernels", "Record", "Intake", "Language", "Gazetteer", "Coding", "Assessment",
        "Exchange", "Ledger", "Watch", "Server", "dateline",
    ]

    /// Rooms that learn or measure: they may import any room, and no room may import them.
    static let outbuildings: Set<String> = ["Training", "Fuzz", "Benchmarks"]

    /// The folder of Package.swift above this file, or above the current folder.
    static func root(_ file: String = #filePath) -> URL? {
        var starts = [URL(fileURLWithPath: file).resolvingSymlinksInPath()]
        starts.append(URL(fileURLWithPath: FileManager.default.currentDirectoryPath))
        for start in starts {
            var folder = start
            while folder.path != "/" {
                folder.deleteLastPathComponent()
                let rooms = folder.appendingPathComponent("Sources/Record").path
                let manifest = folder.appendingPathComponent("Package.swift").path
                if FileManager.default.fileExists(atPath: rooms), FileManager.default.fileExists(atPath: manifest) {
                    return folder
                }
            }
        }
        return nil
    }

    /// The modules that a source file imports.
    static func imports(of source: String) -> [String] {
        source.split(separator: "\n").compactMap { line -> String? in
            let words = line.split(whereSeparator: { $0 == " " || $0 == "\t" }).map(String.init)
            guard let at = words.firstIndex(of: "import"), at + 1 < words.count,
                words[..<at].allSatisfy({ $0.hasPrefix("@") || access.contains($0) })
            else { return nil }
            let kinds: Set = ["struct", "class", "enum", "protocol", "func", "typealias", "let", "var"]
            let name = kinds.contains(words[at + 1]) && at + 2 < words.count ? words[at + 2] : words[at + 1]
            return name.split(separator: ".").first.map(String.init)
        }
    }

    private static let access: Set = ["public", "package", "internal", "fileprivate", "private"]

    /// The dependencies that a manifest declares, by target: the quoted names between one target's name and the next's.
    static func dependencies(of manifest: String) -> [String: [String]] {
        var found: [String: [String]] = [:]
        let kinds = [".target(", ".executableTarget("]
        for declaration in pieces(of: manifest, startingWith: kinds) {
            guard let name = quoted(after: "name:", in: declaration) else { continue }
            guard let at = declaration.range(of: "dependencies:") else {
                found[name] = []
                continue
            }
            let list = bracketed(declaration[at.upperBound...])
            let names = list.split(separator: "\"", omittingEmptySubsequences: false).enumerated()
                .filter { $0.offset % 2 == 1 }.map { String($0.element) }
            found[name] = names.filter { order.contains($0) || outbuildings.contains($0) }
        }
        return found
    }

    private static func pieces(of text: String, startingWith starts: [String]) -> [Substring] {
        var marks: [String.Index] = []
        for start in starts + [".testTarget(", ".systemLibrary("] {
            var rest = text[...]
            while let hit = rest.range(of: start) {
                marks.append(hit.lowerBound)
                rest = rest[hit.upperBound...]
            }
        }
        marks.sort()
        return marks.enumerated().compactMap { place, mark in
            let piece = text[mark..<(place + 1 < marks.count ? marks[place + 1] : text.endIndex)]
            return starts.contains(where: { piece.hasPrefix($0) }) ? piece : nil
        }
    }

    private static func quoted(after key: String, in text: Substring) -> String? {
        guard let at = text.range(of: key) else { return nil }
        let parts = text[at.upperBound...].split(separator: "\"", maxSplits: 2, omittingEmptySubsequences: false)
        return parts.count > 1 ? String(parts[1]) : nil
    }

    private static func bracketed(_ text: Substring) -> Substring {
        var depth = 0
        for index in text.indices {
            if text[index] == "[" { depth += 1 }
            if text[index] == "]" {
                depth -= 1
                if depth == 0 { return text[...index] }
            }
        }
        return text
    }

    /// What is wrong with one room's wish to use others, in words.
    static func upward(from room: String, to used: [String]) -> [String] {
        used.compactMap { other in
            if outbuildings.contains(room) { return nil }
            if outbuildings.contains(other) { return "\(room) uses \(other), which no room may use" }
            guard let to = order.firstIndex(of: other) else { return nil }
            guard let from = order.firstIndex(of: room) else { return "\(room) stands nowhere in the order of rooms" }
            return to < from ? nil : "\(room) uses \(other), which is not below it"
        }
    }
}
