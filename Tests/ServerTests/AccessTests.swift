import Foundation
import HTTPTypes
import Record
import Server
import Testing

@Suite("Who may do what")
struct AccessTests {
    private let decide = Ask("/api/decisions", .post, body: ##"{"claim":"r1#c1","verdict":"accept"}"##)

    @Test("without an account nothing of the record is told")
    func unknown() async throws {
        let server = try TestServer(withAccounts: true)
        for path in ["/api/map", "/api/claims", "/api/reports/r1", "/api/settings", "/api/decisions"] {
            #expect(try await server.answer(path).status == 401, "\(path)")
        }
        #expect(try await server.answer("/").status == 200)
        #expect(try await server.answer("/api/session").json["role"] == nil)
    }

    @Test("roles: a viewer reads, an analyst decides, an editor undoes others, an administrator invites")
    func roles() async throws {
        let server = try TestServer(withAccounts: true)
        let viewer = try await server.join(.viewer, name: "vera")
        let analyst = try await server.join(.analyst, name: "anna")
        let editor = try await server.join(.editor, name: "emil")
        let administrator = try await server.join(.administrator, name: "adam")
        #expect(try await server.answer(Ask("/api/map").by(viewer)).status == 200)
        #expect(try await server.answer(decide.by(viewer)).status == 403)
        let decided = try await server.answer(decide.by(analyst))
        #expect(decided.json["decidedBy"] as? String == "anna")
        let undo = Ask("/api/decisions", .post, body: ##"{"claim":"r1#c1","verdict":"undo"}"##)
        #expect(try await server.answer(undo.by(editor)).status == 200)
        let invite = Ask("/api/invitations", .post, body: #"{"role":"viewer"}"#)
        #expect(try await server.answer(invite.by(editor)).status == 403)
        #expect(try await server.answer(invite.by(administrator)).status == 201)
        #expect(try await server.answer(Ask("/api/accounts").by(analyst)).status == 403)
        #expect(try await server.answer(Ask("/api/accounts").by(administrator)).body.contains("vera"))
    }

    @Test("a session's cookie is HttpOnly and SameSite, and Secure behind TLS")
    func cookie() async throws {
        let plain = try await TestServer(withAccounts: true).join(.viewer, name: "vera")
        let said = try #require(plain.headers[.setCookie])
        #expect(said.contains("HttpOnly") && said.contains("SameSite=Strict") && !said.contains("Secure"))
        let behind = try TestServer(withAccounts: true, ServerConfiguration(behindProxy: true))
        let secure = try await behind.join(.viewer, name: "vera")
        #expect(secure.headers[.setCookie]?.contains("; Secure") == true)
    }

    @Test("a change without the CSRF token, or from another site's page, is refused")
    func csrf() async throws {
        let server = try TestServer(withAccounts: true)
        let session = try await server.join(.analyst, name: "anna")
        var bare = decide
        bare.headers[.cookie] = session.cookie
        #expect(try await server.answer(bare).status == 403)
        var foreign = decide.by(session)
        if let origin = HTTPField.Name("Origin") { foreign.headers[origin] = "https://elsewhere.example" }
        #expect(try await server.answer(foreign).status == 403)
        #expect(try await server.answer(decide.by(session)).status == 200)
        var form = decide.by(session)
        form.headers[.contentType] = "text/plain"
        #expect(try await server.answer(form).status == 415)
    }

    @Test("an invitation is good once; names and weak passwords are refused")
    func invitations() async throws {
        let server = try TestServer(withAccounts: true)
        let invitation = try #require(try server.accounts?.invite(.viewer, by: "test"))
        func join(_ name: String, _ password: String) async throws -> Int {
            let body = #"{"invitation":"\#(invitation)","name":"\#(name)","password":"\#(password)"}"#
            return try await server.answer(Ask("/api/join", .post, body: body)).status
        }
        #expect(try await join("vera", "short") == 400)
        #expect(try await join("vera", "aaaaaaaaaaaaaaaa") == 400)
        #expect(try await join("<b>", "a long enough phrase") == 400)
        #expect(try await join("vera", "a long enough phrase") == 200)
        #expect(try await join("vito", "a long enough phrase") == 404)
    }

    @Test("who guesses passwords must wait, and the right one logs in again later")
    func throttle() async throws {
        let server = try TestServer(withAccounts: true)
        _ = try await server.join(.viewer, name: "vera")
        func logIn(_ name: String, _ password: String) async throws -> Answer {
            try await server.answer(
                Ask("/api/login", .post, body: #"{"name":"\#(name)","password":"\#(password)"}"#))
        }
        #expect(try await logIn("vera", "a long enough phrase").status == 200)
        #expect(try await logIn("nobody", "a long enough phrase").status == 403)
        for _ in 0..<5 { #expect(try await logIn("vera", "wrong").status == 403) }
        let slowed = try await logIn("vera", "a long enough phrase")
        #expect(slowed.status == 429)
        #expect(slowed.headers[.retryAfter] != nil)
    }

    @Test("logging out ends the session; closing an account ends all of its sessions")
    func ends() async throws {
        let server = try TestServer(withAccounts: true)
        let administrator = try await server.join(.administrator, name: "adam")
        let viewer = try await server.join(.viewer, name: "vera")
        #expect(try await server.answer(Ask("/api/logout", .post, body: "{}").by(viewer)).status == 200)
        #expect(try await server.answer(Ask("/api/map").by(viewer)).status == 401)
        let analyst = try await server.join(.analyst, name: "anna")
        let close = Ask("/api/accounts/anna", .patch, body: #"{"closed":true}"#)
        #expect(try await server.answer(close.by(administrator)).status == 200)
        #expect(try await server.answer(Ask("/api/map").by(analyst)).status == 401)
        let last = Ask("/api/accounts/adam", .patch, body: #"{"role":"viewer"}"#)
        #expect(try await server.answer(last.by(administrator)).status == 403)
    }

    @Test("an API token does what its scopes say, until it is removed")
    func tokens() async throws {
        let server = try TestServer(withAccounts: true)
        let analyst = try await server.join(.analyst, name: "anna")
        func token(_ scopes: String) async throws -> String {
            let made = try await server.answer(
                Ask("/api/tokens", .post, body: #"{"label":"test","scopes":[\#(scopes)]}"#).by(analyst))
            return made.json["token"] as? String ?? ""
        }
        func with(_ token: String, _ ask: Ask) async throws -> Int {
            var ask = ask
            ask.headers[.authorization] = "Bearer \(token)"
            return try await server.answer(ask).status
        }
        let reader = try await token(#""read""#)
        #expect(try await with(reader, Ask("/api/map")) == 200)
        #expect(try await with(reader, decide) == 403)
        let decider = try await token(#""read","decide""#)
        #expect(try await with(decider, decide) == 200)
        #expect(try await with(decider, Ask("/api/tokens")) == 403)
        #expect(try await with("dl_none", Ask("/api/map")) == 401)
        _ = try await server.answer(Ask("/api/tokens/1", .delete).by(analyst))
        #expect(try await with(reader, Ask("/api/map")) == 401)
    }

    @Test("the file of accounts is its owner's alone and holds no password")
    func file() async throws {
        let path = FileManager.default.temporaryDirectory.appendingPathComponent("accounts-\(UUID()).sqlite").path
        defer { try? FileManager.default.removeItem(atPath: path) }
        let accounts = try Accounts(path: path)
        let invitation = try accounts.invite(.viewer, by: "test")
        let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
        #expect(mode == 0o600)
        #expect(try accounts.isEmpty())
        let bytes = try Data(contentsOf: URL(fileURLWithPath: path))
        #expect(bytes.range(of: Data(invitation.utf8)) == nil)
    }

    @Test("on the loopback one analyst needs no password, but a foreign name for the server is refused")
    func single() async throws {
        let server = try TestServer(Sample.archive(), ServerConfiguration(analyst: "sam"))
        let session = try await server.answer("/api/session").json
        #expect(session["name"] as? String == "sam")
        #expect(try await server.answer(decide).json["decidedBy"] as? String == "sam")
        let readOnly = try TestServer(Sample.archive(), ServerConfiguration(readOnly: true))
        #expect(try await readOnly.answer(decide).status == 403)
    }

    @Test("the names of the loopback", arguments: ["localhost", "127.0.0.1:8417", "[::1]:80", "localhost:1"])
    func loopback(_ host: String) {
        #expect(Loopback.names(host))
        #expect(!Loopback.names("evil.example.org"))
        #expect(!Loopback.names("127.0.0.1.example.org"))
    }
}
