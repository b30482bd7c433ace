import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Record
import Server
import Testing

@Suite("The HTTP API")
struct ServerTests {
    private struct Answer {
        var status: Int
        var body: String
        var headers: HTTPFields
    }

    private func ask(
        _ path: String, method: HTTPRequest.Method = .get, body: String? = nil, isPublic: Bool = false
    ) async throws -> Answer {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("dateline-\(UUID())")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try Data("<!doctype html>".utf8).write(to: folder.appendingPathComponent("index.html"))
        let server = DatelineServer(
            archive: Sample.archive(), web: folder.path, basemap: nil,
            configuration: ServerConfiguration(isPublic: isPublic))
        return try await server.application().test(.router) { client in
            let headers: HTTPFields = body == nil ? [:] : [.contentType: "application/json"]
            return try await client.execute(
                uri: path, method: method, headers: headers, body: body.map { ByteBuffer(string: $0) }
            ) { response in
                Answer(
                    status: response.status.code, body: String(buffer: response.body), headers: response.headers)
            }
        }
    }

    @Test("a place is held by who took it, from that day on")
    func map() async throws {
        // As known before the denial of the day after.
        let after = try await ask("/api/map?on=2017-11-04&known=2017-11-04")
        #expect(after.status == 200)
        #expect(after.body.contains("\"holder\":\"reds\""))
        let before = try await ask("/api/map?on=2017-11-04&known=2017-11-03")
        #expect(!before.body.contains("\"holder\":\"reds\""))
    }

    @Test("a denial stands against the claim it denies")
    func place() async throws {
        let answer = try await ask("/api/places/geonames:1?on=2017-11-05")
        let against = answer.body.range(of: "\"against\":[")
        let denied = answer.body.range(of: "\"modality\":\"denied\"")
        #expect(against != nil && denied != nil)
    }

    @Test("offsets of a report are code points")
    func report() async throws {
        let answer = try await ask("/api/reports/odd%2Fid%3F%23")
        #expect(answer.status == 200)
        #expect(answer.body.contains("\"start\":2,"))
    }

    @Test("the public page has sentences but no text")
    func publicPage() async throws {
        let answer = try await ask("/api/reports/r1", isPublic: true)
        #expect(answer.status == 200)
        #expect(!answer.body.contains("\"text\""))
        #expect(answer.body.contains("The reds took Northfield"))
        let decision = try await ask(
            "/api/decisions", method: .post, body: #"{"claim":"r1/c1","verdict":"reject"}"#, isPublic: true)
        #expect(decision.status == 403)
    }

    @Test("a decision is stored, and needs a claim that there is")
    func decisions() async throws {
        let good = try await ask("/api/decisions", method: .post, body: #"{"claim":"r1/c1","verdict":"accept"}"#)
        #expect(good.status == 200)
        #expect(good.body.contains("\"decision\":\"accept\""))
        let bad = try await ask("/api/decisions", method: .post, body: #"{"claim":"none","verdict":"accept"}"#)
        #expect(bad.status == 404)
        let broken = try await ask("/api/decisions", method: .post, body: "{")
        #expect(broken.status == 400)
    }

    @Test(
        "bad requests get a clear answer and never a 5xx",
        arguments: [
            "/api/map?on=yesterday", "/api/claims?limit=0", "/api/claims?limit=99999999999999999999",
            "/api/claims?offset=-1",
            "/api/places/none", "/api/claims/none", "/api/reports/none", "/../../etc/passwd",
            "/%2e%2e/%2e%2e/etc/passwd",
            "/api/reports/%ff", "/api/claims?from=2017-02-31",
        ])
    func badRequests(_ path: String) async throws {
        let answer = try await ask(path)
        #expect((400...404).contains(answer.status))
        #expect(answer.body.contains("\"error\""))
    }

    @Test("every answer carries the safety headers", arguments: ["/", "/api/map", "/nothing"])
    func headers(_ path: String) async throws {
        let answer = try await ask(path)
        #expect(answer.headers[.contentSecurityPolicy]?.contains("script-src 'self';") == true)
        #expect(answer.headers[.contentSecurityPolicy]?.contains("unsafe") == false)
        #expect(answer.headers[.xContentTypeOptions] == "nosniff")
    }

    @Test("search finds words of the sentence and counts facets")
    func search() async throws {
        let answer = try await ask("/api/search?q=fled")
        #expect(answer.body.contains("\"total\":1"))
        #expect(answer.body.contains("\"figure\":1"))
    }
}
