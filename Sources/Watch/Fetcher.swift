import AsyncHTTPClient
import Foundation
import NIOCore
import NIOHTTP1

/// One polite request: its address checked, its size and time limited, its redirects followed with the same checks.
struct Fetcher: Sendable {
    static let agent = "dateline"

    let rules: AddressRules
    let maximumBytes: Int
    let timeout: TimeInterval

    /// What came back.
    struct Answer: Sendable {
        var status: Int
        var url: URL
        var body: Data
        var mediaType: String?
        var etag: String?
        var lastModified: String?
        /// Seconds that the server asks to wait.
        var retryAfter: TimeInterval?
    }

    /// Asks for `url`; at most five redirects.
    ///
    /// - Parameter check: Asked before a redirect is followed (robots.txt of the next host).
    func get(
        _ url: URL, headers: [(String, String)] = [], check: @Sendable (URL) async throws -> Void = { _ in }
    ) async throws -> Answer {
        var url = url
        for _ in 0...5 {
            let answer = try await once(url, headers: headers)
            guard [301, 302, 303, 307, 308].contains(answer.0.status), let location = answer.location else {
                return answer.0
            }
            guard let next = URL(string: location, relativeTo: url)?.absoluteURL,
                ["http", "https"].contains(next.scheme ?? "")
            else { throw WatchError("\(url): sent on to \(location), which is no http address") }
            try await check(next)
            url = next
        }
        throw WatchError("\(url): more than five redirects")
    }

    private func once(_ url: URL, headers: [(String, String)]) async throws -> (Answer, location: String?) {
        guard let host = url.host else { throw WatchError("\(url): an address without a host") }
        let address = try rules.address(of: host)
        var configuration = HTTPClient.Configuration(redirectConfiguration: .disallow)
        configuration.dnsOverride = [host: address]
        configuration.timeout.connect = .seconds(Int64(min(timeout, 10).rounded(.up)))
        let client = HTTPClient(eventLoopGroupProvider: .singleton, configuration: configuration)
        do {
            let answer = try await ask(client, url, headers)
            try await client.shutdown()
            return answer
        } catch {
            try? await client.shutdown()
            throw error
        }
    }

    private func ask(
        _ client: HTTPClient, _ url: URL, _ headers: [(String, String)]
    ) async throws -> (Answer, location: String?) {
        var request = HTTPClientRequest(url: url.absoluteString)
        request.headers.add(name: "user-agent", value: "dateline (+https://github.com/dateline)")
        for (name, value) in headers { request.headers.add(name: name, value: value) }
        let response = try await client.execute(request, deadline: .now() + .seconds(Int64(timeout.rounded(.up))))
        if let length = response.headers.first(name: "content-length").flatMap(Int.init), length > maximumBytes {
            throw WatchError("\(url): \(length) bytes, more than the limit of \(maximumBytes)")
        }
        var body = Data()
        for try await piece in response.body {
            guard body.count + piece.readableBytes <= maximumBytes else {
                throw WatchError("\(url): more than the limit of \(maximumBytes) bytes")
            }
            body.append(contentsOf: piece.readableBytesView)
        }
        let answer = Answer(
            status: Int(response.status.code), url: url, body: body,
            mediaType: response.headers.first(name: "content-type"), etag: response.headers.first(name: "etag"),
            lastModified: response.headers.first(name: "last-modified"),
            retryAfter: response.headers.first(name: "retry-after").flatMap(TimeInterval.init))
        return (answer, response.headers.first(name: "location"))
    }
}
