public import Foundation
public import Logging

/// What the watcher hands on: bytes for `Intake`, with where and when they were got.
public struct Fetched: Sendable {
    /// The address after redirects.
    public var url: URL
    /// As the server sent them, unpacked.
    public var bytes: Data
    /// The server's word ("text/html; charset=utf-8").
    public var mediaType: String?
    /// The feed that led there.
    public var feed: URL
    /// When.
    public var retrieved: Date
}

/// Polls feeds and fetches their new pages: addresses in, bytes out. It knows nothing of claims.
///
/// Polite: robots.txt, a pause between two requests to a host, ETag and Last-Modified, longer waits after failures. Safe:
/// no private addresses, size and time limits. It survives restarts: what was seen stands in a state file, written after
/// each page that was handed on.
///
///     let watcher = try Watcher(list, stateFile: "dateline.watch.json", log: log)
///     try await watcher.run { page in try read(page.bytes, name: page.url.absoluteString) }
public actor Watcher {
    private let list: FeedList
    private let stateFile: String
    private let fetcher: Fetcher
    private let log: Logger
    private var state: WatchState
    private var robots: [String: (rules: Robots, until: Date)] = [:]
    private var lastAsked: [String: Date] = [:]

    /// A watcher that goes on where the state file left off.
    public init(_ list: FeedList, stateFile: String, log: Logger) throws {
        (self.list, self.stateFile, self.log) = (list, stateFile, log)
        state = try WatchState(path: stateFile)
        fetcher = Fetcher(
            rules: AddressRules(allowed: list.privateHosts), maximumBytes: list.maximumBytes, timeout: list.timeout)
    }

    /// Looks at feeds as they fall due, until the task is cancelled; with `once`, at each feed that is due now.
    public func run(once: Bool = false, receive: @Sendable (Fetched) async throws -> Void) async throws {
        repeat {
            try await poll(receive: receive)
            if once { return }
            let next = list.feeds.map { state.feeds[$0.url.absoluteString]?.next ?? 0 }.min() ?? 0
            let wait = max(1, min(60, next - Date().timeIntervalSince1970))
            try await Task.sleep(for: .seconds(wait))
        } while !Task.isCancelled
    }

    /// Looks once at every feed that is due.
    public func poll(receive: @Sendable (Fetched) async throws -> Void) async throws {
        for feed in list.feeds {
            try Task.checkCancellation()
            let key = feed.url.absoluteString
            var known = state.feeds[key] ?? WatchState.Feed()
            guard known.next <= Date().timeIntervalSince1970 else { continue }
            do {
                try await look(at: feed, &known, receive: receive)
                known.failures = 0
                known.next = Date().timeIntervalSince1970 + feed.interval
            } catch let error as CancellationError {
                throw error
            } catch let failure as Wait {
                known.failures += 1
                known.next = Date().timeIntervalSince1970 + max(failure.seconds, backOff(feed, known.failures))
                log.warning("\(feed.url): \(failure.why)")
            } catch {
                known.failures += 1
                known.next = Date().timeIntervalSince1970 + backOff(feed, known.failures)
                log.warning("\(feed.url): \(error); next look in \(Int(backOff(feed, known.failures))) s")
            }
            state.feeds[key] = known
            state.forget(olderThan: 90, now: Date().timeIntervalSince1970)
            try state.save(to: stateFile)
        }
    }

    /// A server that asks us to wait.
    private struct Wait: Error {
        var seconds: TimeInterval
        var why: String
    }

    /// Twice as long after each failure, a day at most.
    private func backOff(_ feed: FeedList.Feed, _ failures: Int) -> TimeInterval {
        min(86_400, feed.interval * pow(2, Double(min(failures, 16))))
    }

    private func look(
        at feed: FeedList.Feed, _ known: inout WatchState.Feed, receive: @Sendable (Fetched) async throws -> Void
    ) async throws {
        var headers: [(String, String)] = []
        if let etag = known.etag { headers.append(("if-none-match", etag)) }
        if let time = known.lastModified { headers.append(("if-modified-since", time)) }
        let answer = try await ask(feed.url, headers: headers)
        if answer.status == 304 { return }
        guard answer.status == 200 else {
            throw Wait(seconds: answer.retryAfter ?? 0, why: "the server answered \(answer.status)")
        }
        var whole = true
        if feed.articles {
            for link in FeedLinks.find(in: answer.body, base: answer.url) {
                try Task.checkCancellation()
                if try await !take(link, from: feed.url, receive: receive) { whole = false }
            }
        } else {
            try await receive(
                Fetched(
                    url: answer.url, bytes: answer.body, mediaType: answer.mediaType, feed: feed.url, retrieved: Date())
            )
        }
        // A page that may come later must be looked for again, though the feed itself has not changed.
        (known.etag, known.lastModified) = whole ? (answer.etag, answer.lastModified) : (nil, nil)
    }

    /// Fetches a page that was not seen; false where it may be tried again.
    private func take(
        _ link: URL, from feed: URL, receive: @Sendable (Fetched) async throws -> Void
    ) async throws -> Bool {
        let key = link.absoluteString
        guard state.seen[key] == nil else { return true }
        do {
            let page = try await ask(link)
            if page.status == 429 || page.status >= 500 {
                log.info("\(link): the server answered \(page.status); tried again later")
                return false
            }
            if page.status == 200 {
                try await receive(
                    Fetched(url: page.url, bytes: page.body, mediaType: page.mediaType, feed: feed, retrieved: Date()))
            } else {
                log.info("\(link): the server answered \(page.status); left out")
            }
        } catch let error as WatchError {
            log.warning("\(link): \(error.description); left out")
        } catch let error as CancellationError {
            throw error
        } catch {
            log.warning("\(link): \(error); tried again later")
            return false
        }
        state.seen[key] = Date().timeIntervalSince1970
        try state.save(to: stateFile)
        return true
    }

    private func ask(_ url: URL, headers: [(String, String)] = []) async throws -> Fetcher.Answer {
        try await obeyRobots(url)
        await pause(for: url)
        return try await fetcher.get(url, headers: headers) { try await self.obeyRobots($0) }
    }

    private func pause(for url: URL) async {
        let host = url.host ?? ""
        if let last = lastAsked[host] {
            let rest = list.hostPause - Date().timeIntervalSince(last)
            if rest > 0 { try? await Task.sleep(for: .seconds(rest)) }
        }
        lastAsked[host] = Date()
    }

    private func obeyRobots(_ url: URL) async throws {
        guard var parts = URLComponents(url: url, resolvingAgainstBaseURL: true), let host = parts.host else { return }
        let site = "\(parts.scheme ?? "http")://\(host):\(parts.port ?? 0)"
        let path =
            (parts.percentEncodedPath.isEmpty ? "/" : parts.percentEncodedPath)
            + (parts.percentEncodedQuery.map { "?" + $0 } ?? "")
        if robots[site].map({ $0.until < Date() }) ?? true {
            (parts.percentEncodedPath, parts.percentEncodedQuery, parts.fragment) = ("/robots.txt", nil, nil)
            guard let address = parts.url else { return }
            let answer = try await fetcher.get(address)
            let rules: Robots =
                switch answer.status {
                case 200..<300: Robots(text: String(decoding: answer.body, as: UTF8.self), agent: Fetcher.agent)
                case 400..<500: .none
                default: .all
                }
            let hours: Double = answer.status >= 500 ? 1 : 24
            robots[site] = (rules, Date().addingTimeInterval(hours * 3600))
        }
        if robots[site]?.rules.allows(path) == false { throw WatchError("\(url): robots.txt asks not to") }
    }
}
