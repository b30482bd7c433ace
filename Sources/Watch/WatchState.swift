import Foundation

/// What the watcher remembers between two runs, a JSON file beside the ledger.
public struct WatchState: Sendable, Equatable, Codable {
    /// What is known of one feed.
    public struct Feed: Sendable, Equatable, Codable {
        /// The server's mark of the version last seen.
        public var etag: String?
        /// The server's time of the version last seen, as it wrote it.
        public var lastModified: String?
        /// Not before this time, seconds since 1970.
        public var next: Double = 0
        /// Failures in a row.
        public var failures = 0

        /// A feed never seen.
        public init() {}
    }

    /// By address.
    public var feeds: [String: Feed] = [:]
    /// Pages handed on or given up, with the time, seconds since 1970.
    public var seen: [String: Double] = [:]

    /// Nothing seen.
    public init() {}

    /// Reads a state file; none is a new state.
    ///
    /// - Throws: ``WatchError`` where there is a file that is no state.
    public init(path: String) throws {
        guard FileManager.default.fileExists(atPath: path) else { return }
        do {
            self = try JSONDecoder().decode(Self.self, from: Data(contentsOf: URL(fileURLWithPath: path)))
        } catch {
            throw WatchError("\(path): no state of a watcher (\(error)). Move it away to begin anew.")
        }
    }

    /// Writes the file in one go, so that a crash leaves the old one.
    public func save(to path: String) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        try encoder.encode(self).write(to: URL(fileURLWithPath: path), options: .atomic)
    }

    /// Forgets pages seen longer ago than `days`, so that the file does not grow for ever.
    mutating func forget(olderThan days: Double, now: Double) {
        seen = seen.filter { now - $0.value < days * 86_400 }
    }
}
