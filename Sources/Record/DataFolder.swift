import Foundation

/// Finds the files that come with the program: models, lexicon, gazetteer, basemap, page.
///
/// Looked for under `DATELINE_DATA`, then under `share/dateline` beside the program or beside any folder above it, then
/// in the source tree that the program was built in.
public enum DataFolder {
    /// What can be asked for, with its place under `share/dateline`.
    public enum Item: String, Sendable, CaseIterable {
        case models, lexicon, gazetteer, basemap, web, notice = "NOTICE"

        fileprivate var inSourceTree: String? {
            switch self {
            case .models: "Sources/Language/Resources"
            case .lexicon: "Sources/Coding/Lexicon"
            case .web: "Web"
            case .notice: "NOTICE"
            case .gazetteer, .basemap: nil
            }
        }
    }

    /// The path of `item`, or an error that says where it was looked for and how to make it.
    public static func path(_ item: Item) throws -> String {
        var tried: [String] = []
        for candidate in candidates(item) {
            if FileManager.default.fileExists(atPath: candidate) { return candidate }
            tried.append(candidate)
        }
        throw Missing(item: item, tried: tried)
    }

    private static func candidates(_ item: Item) -> [String] {
        var found: [String] = []
        if let given = ProcessInfo.processInfo.environment["DATELINE_DATA"], !given.isEmpty {
            found.append(given + "/" + item.rawValue)
        }
        var folder = URL(fileURLWithPath: executablePath()).resolvingSymlinksInPath().deletingLastPathComponent()
        for _ in 0..<12 {
            found.append(folder.path + "/share/dateline/" + item.rawValue)
            if let source = item.inSourceTree,
                FileManager.default.fileExists(atPath: folder.path + "/Package.swift")
            {
                found.append(folder.path + "/" + source)
            }
            if folder.path == "/" { break }
            folder.deleteLastPathComponent()
        }
        return found
    }

    private static func executablePath() -> String {
        #if os(Linux)
            if let path = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe") { return path }
        #endif
        return Bundle.main.executablePath ?? CommandLine.arguments.first ?? "."
    }

    /// A part of the installation that is not there.
    public struct Missing: Error, CustomStringConvertible {
        /// What was looked for.
        public let item: Item
        /// The paths where it was looked for, in order.
        public let tried: [String]
        /// One line: what is missing, where it was looked for, what to do.
        public var description: String {
            "the \(item.rawValue) folder of dateline was not found; looked for \(tried.prefix(4).joined(separator: ", "))"
                + ". Run `make data` in the source folder, or set DATELINE_DATA to the share/dateline folder."
        }
    }
}
