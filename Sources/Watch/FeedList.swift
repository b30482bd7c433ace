public import Foundation
import Yams

/// What `dateline watch` looks at: the file `feeds.yaml`.
///
/// ```yaml
/// every: 15                 # minutes between two looks at a feed
/// limits: {bytes: 5000000, seconds: 30, host_pause: 2}
/// allow_private: [feeds.lan]  # hosts that may stand on a private address
/// feeds:
///   - https://news.example/rss
///   - url: https://other.example/atom
///     every: 60
///     articles: false       # take the feed's own texts, do not fetch the pages
/// ```
public struct FeedList: Sendable, Equatable {
    /// One feed.
    public struct Feed: Sendable, Equatable {
        /// http or https.
        public var url: URL
        /// Seconds between two looks.
        public var interval: TimeInterval
        /// True to fetch the page of each new item, false to take the feed itself.
        public var articles: Bool

        /// A feed to look at.
        public init(url: URL, interval: TimeInterval = 900, articles: Bool = true) {
            (self.url, self.interval, self.articles) = (url, interval, articles)
        }
    }

    /// In the order of the file.
    public var feeds: [Feed]
    /// Bytes of the longest body that is taken.
    public var maximumBytes = 5_000_000
    /// Seconds that one request may take.
    public var timeout: TimeInterval = 30
    /// Seconds between two requests to one host.
    public var hostPause: TimeInterval = 2
    /// Hosts, in lower case, that may stand on a private or link-local address.
    public var privateHosts: Set<String> = []

    /// A list with the usual limits.
    public init(feeds: [Feed]) { self.feeds = feeds }

    /// Reads the file's text.
    ///
    /// - Throws: ``WatchError`` that names the file, the key and what was expected.
    public init(yaml: String, name: String) throws {
        let file: Any?
        do { file = try Yams.load(yaml: yaml) } catch { throw WatchError("\(name): \(error)") }
        guard let top = file as? [String: Any] else {
            throw WatchError("\(name): expected a mapping with the key feeds")
        }
        for key in top.keys.sorted() where !["every", "limits", "allow_private", "feeds"].contains(key) {
            throw WatchError("\(name): no such key: \(key). There are every, limits, allow_private, feeds.")
        }
        func number(_ value: Any?, _ key: String, _ usual: Double) throws -> Double {
            guard let value else { return usual }
            guard let number = (value as? Int).map(Double.init) ?? (value as? Double), number > 0 else {
                throw WatchError("\(name): \(key) takes a number above 0")
            }
            return number
        }
        let usual = try number(top["every"], "every", 15)
        guard let list = top["feeds"] as? [Any], !list.isEmpty else {
            throw WatchError("\(name): feeds must be a list of addresses, or of mappings with url")
        }
        feeds = try list.enumerated().map { place, item in
            let keys = item as? [String: Any] ?? ["url": item]
            for key in keys.keys.sorted() where !["url", "every", "articles"].contains(key) {
                throw WatchError("\(name): feed \(place + 1): no such key: \(key). There are url, every, articles.")
            }
            guard let text = keys["url"] as? String, let url = URL(string: text), let host = url.host, !host.isEmpty,
                ["http", "https"].contains(url.scheme ?? "")
            else { throw WatchError("\(name): feed \(place + 1): url must be an http or https address") }
            return Feed(
                url: url, interval: 60 * (try number(keys["every"], "feed \(place + 1): every", usual)),
                articles: keys["articles"] as? Bool ?? true)
        }
        let limits = top["limits"] as? [String: Any] ?? [:]
        maximumBytes = Int(try number(limits["bytes"], "limits: bytes", 5_000_000))
        timeout = try number(limits["seconds"], "limits: seconds", 30)
        hostPause = try number(limits["host_pause"], "limits: host_pause", 2)
        privateHosts = Set((top["allow_private"] as? [String] ?? []).map { $0.lowercased() })
    }
}
