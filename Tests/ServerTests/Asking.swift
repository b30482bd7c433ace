import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Server

/// What a server answered.
struct Answer {
    var status: Int
    var body: String
    var headers: HTTPFields

    /// The body as JSON.
    var json: [String: Any] { (try? JSONSerialization.jsonObject(with: Data(body.utf8))) as? [String: Any] ?? [:] }
    /// The session's cookie, as a browser sends it back.
    var cookie: String { headers[.setCookie]?.split(separator: ";").first.map(String.init) ?? "" }
}

/// One request.
struct Ask {
    var path: String
    var method: HTTPRequest.Method = .get
    var body: String?
    var headers: HTTPFields = [:]

    init(_ path: String, _ method: HTTPRequest.Method = .get, body: String? = nil, headers: HTTPFields = [:]) {
        (self.path, self.method, self.body, self.headers) = (path, method, body, headers)
        if body != nil, headers[.contentType] == nil { self.headers[.contentType] = "application/json" }
    }

    /// A request of somebody who is logged in.
    func by(_ session: Answer) -> Ask {
        var ask = self
        ask.headers[.cookie] = session.cookie
        if let name = HTTPField.Name("X-CSRF-Token") { ask.headers[name] = session.json["csrf"] as? String ?? "" }
        return ask
    }
}

/// A server over the sample with a folder of its own.
final class TestServer: Sendable {
    let server: DatelineServer
    let accounts: Accounts?
    private let folder: URL

    init(
        _ archive: any Archive = Sample.archive(), withAccounts: Bool = false,
        _ configuration: ServerConfiguration = ServerConfiguration()
    ) throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("dateline-\(UUID())")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try Data("<!doctype html>".utf8).write(to: folder.appendingPathComponent("index.html"))
        accounts = withAccounts ? try Accounts(path: folder.appendingPathComponent("accounts.sqlite").path) : nil
        server = DatelineServer(
            archive: archive, accounts: accounts, web: folder.path, basemap: nil, configuration: configuration)
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    func answer(_ ask: Ask) async throws -> Answer {
        try await server.application().test(.router) { client in
            try await client.execute(
                uri: ask.path, method: ask.method, headers: ask.headers, body: ask.body.map { ByteBuffer(string: $0) }
            ) { response in
                Answer(
                    status: response.status.code, body: String(buffer: response.body), headers: response.headers)
            }
        }
    }

    func answer(_ path: String) async throws -> Answer { try await answer(Ask(path)) }

    /// The session of a new account.
    func join(_ role: Role, name: String, password: String = "a long enough phrase") async throws -> Answer {
        let invitation = try accounts?.invite(role, by: "test") ?? ""
        return try await answer(
            Ask(
                "/api/join", .post,
                body: #"{"invitation":"\#(invitation)","name":"\#(name)","password":"\#(password)"}"#))
    }
}
