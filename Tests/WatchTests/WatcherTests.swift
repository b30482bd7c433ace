import Foundation
import Logging
import Testing
import Watch

@Suite("The watcher, against a server on the loopback")
struct WatcherTests {
    /// What was handed on.
    private actor Basket {
        var pages: [Fetched] = []
        func add(_ page: Fetched) { pages.append(page) }
        var paths: [String] { pages.map(\.url.path) }
    }

    private let server: LoopbackServer
    private let folder: URL
    private var state: String { folder.appendingPathComponent("watch.json").path }

    init() throws {
        server = try LoopbackServer()
        folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    private func list(allowed: Set<String> = ["127.0.0.1"], bytes: Int = 100_000) throws -> FeedList {
        let url = try #require(URL(string: server.base + "/feed"))
        var list = FeedList(feeds: [FeedList.Feed(url: url, interval: 0.01)])
        (list.privateHosts, list.maximumBytes, list.hostPause, list.timeout) = (allowed, bytes, 0, 5)
        return list
    }

    private func look(_ list: FeedList) async throws -> [String] {
        let basket = Basket()
        let watcher = try Watcher(
            list, stateFile: state, log: Logger(label: "test", factory: { _ in SwiftLogNoOpLogHandler() }))
        try await watcher.run(once: true) { await basket.add($0) }
        return await basket.paths
    }

    private func feed(_ paths: [String]) -> String {
        "<rss><channel>" + paths.map { "<item><link>\(server.base)\($0)</link></item>" }.joined() + "</channel></rss>"
    }

    @Test("new pages are fetched once, also after a restart, and the feed is asked with its ETag")
    func once() async throws {
        server.set("/feed", feed(["/1", "/2"]), ["ETag": "\"v1\""])
        server.set("/1", "one")
        server.set("/2", "two")
        #expect(try await look(list()) == ["/1", "/2"])
        try await Task.sleep(for: .milliseconds(30))
        #expect(try await look(list()) == [])
        #expect(server.headers(of: "/feed")["if-none-match"] == "\"v1\"")
        server.set("/feed", feed(["/1", "/2", "/3"]), ["ETag": "\"v2\""])
        server.set("/3", "three")
        try await Task.sleep(for: .milliseconds(30))
        #expect(try await look(list()) == ["/3"])
        server.stop()
    }

    @Test("robots.txt is obeyed, redirects are followed, pages too long are left out")
    func polite() async throws {
        server.set("/robots.txt", "User-agent: *\nDisallow: /closed")
        server.set("/feed", feed(["/closed/1", "/moved", "/long", "/open"]))
        server.set("/moved", LoopbackServer.Answer(status: 301, headers: ["Location": "/new"]))
        server.set("/new", "new")
        server.set("/long", String(repeating: "x", count: 200_000))
        server.set("/open", "open")
        #expect(try await look(list()) == ["/new", "/open"])
        #expect(!server.paths.contains("/closed/1"))
        server.stop()
    }

    @Test("a private address is not asked unless it is allowed by name, nor by way of a redirect")
    func closed() async throws {
        server.set("/feed", feed(["/1"]))
        #expect(try await look(list(allowed: [])) == [])
        #expect(server.paths.isEmpty)
        server.set(
            "/1", LoopbackServer.Answer(status: 302, headers: ["Location": "http://localhost:\(server.port)/in"]))
        server.set("/in", "secret")
        try FileManager.default.removeItem(atPath: state)
        #expect(try await look(list()) == [])
        #expect(!server.paths.contains("/in"))
        server.stop()
    }

    @Test("a server in trouble is asked less often; a page in trouble is asked again")
    func trouble() async throws {
        server.set("/feed", LoopbackServer.Answer(status: 503, headers: ["Retry-After": "120"]))
        #expect(try await look(list()) == [])
        let known = try #require(try WatchState(path: state).feeds[server.base + "/feed"])
        #expect(known.failures == 1 && known.next > Date().timeIntervalSince1970 + 100)
        try FileManager.default.removeItem(atPath: state)
        server.set("/feed", feed(["/1"]), ["ETag": "\"v1\""])
        server.set("/1", LoopbackServer.Answer(status: 500))
        #expect(try await look(list()) == [])
        server.set("/1", "one")
        try await Task.sleep(for: .milliseconds(30))
        #expect(try await look(list()) == ["/1"])
        server.stop()
    }
}
