import Foundation
import HTTPTypes
import Hummingbird

extension Service {
    private struct LogIn: Decodable {
        var name: String
        var password: String
    }

    private struct Join: Decodable {
        var invitation: String
        var name: String
        var password: String
    }

    private struct Change: Decodable {
        var role: Role?
        var closed: Bool?
    }

    private struct NewPassword: Decodable {
        var old: String
        var new: String
    }

    private struct NewToken: Decodable {
        var label: String
        var scopes: [Scope]
    }

    private struct Who: Encodable {
        var name: String
        var role: Role?
        /// What `X-CSRF-Token` must say.
        var csrf: String?
    }

    /// `/api/session`, `/api/login`, `/api/logout`, `/api/join`, `/api/password`, `/api/tokens`, `/api/accounts`,
    /// `/api/invitations`.
    func addAccountRoutes(to router: Router<Context>) {
        router.get("api/session") { _, context in
            let visitor = context.visitor
            return try now(Who(name: visitor.name, role: visitor.role, csrf: visitor.csrf))
        }
        router.post("api/login") { request, context in
            let wanted = try await body(request, as: LogIn.self, expected: "{name, password}")
            let session = try await accounts().logIn(
                wanted.name, wanted.password, from: context.address, now: Date())
            return try entered(session)
        }
        router.post("api/join") { request, _ in
            let wanted = try await body(request, as: Join.self, expected: "{invitation, name, password}")
            let session = try await accounts().join(
                wanted.invitation, name: wanted.name, password: wanted.password, now: Date())
            return try entered(session)
        }
        router.post("api/logout") { _, context in
            if let session = context.visitor.session { try accounts().end(session: session) }
            var response = try now(Who(name: "", role: nil))
            response.headers[.setCookie] = cookie("", seconds: 0)
            return response
        }
        router.post("api/password") { request, context in
            try context.need(.viewer)
            let wanted = try await body(request, as: NewPassword.self, expected: "{old, new}")
            try await accounts().changePassword(
                of: context.visitor.name, from: wanted.old, to: wanted.new, keeping: context.visitor.session)
            return try now(["changed": true])
        }
        addTokenRoutes(to: router)
        addAdministrationRoutes(to: router)
    }

    private func addTokenRoutes(to router: Router<Context>) {
        router.get("api/tokens") { _, context in
            try withSession(context)
            return try now(["tokens": accounts().tokens(of: context.visitor.name)])
        }
        router.post("api/tokens") { request, context in
            try withSession(context)
            let wanted = try await body(
                request, as: NewToken.self, expected: "{label, scopes: [read, decide, metrics]}")
            let token = try accounts().makeToken(
                for: context.visitor.name, label: wanted.label, scopes: wanted.scopes, now: Date())
            return try now(["token": token], status: .created)
        }
        router.delete("api/tokens/:id") { _, context in
            try withSession(context)
            try accounts().removeToken(context.parameters.get("id", as: Int64.self) ?? -1, of: context.visitor.name)
            return try now(["removed": true])
        }
    }

    private func addAdministrationRoutes(to router: Router<Context>) {
        router.get("api/accounts") { _, context in
            try withSession(context, .administrator)
            return try now(["accounts": accounts().all()])
        }
        router.patch("api/accounts/:name") { request, context in
            try withSession(context, .administrator)
            let wanted = try await body(request, as: Change.self, expected: "{role?, closed?}")
            let name = context.parameters.get("name")?.removingPercentEncoding ?? ""
            try accounts().change(name, role: wanted.role, closed: wanted.closed)
            return try now(["accounts": accounts().all()])
        }
        router.post("api/invitations") { request, context in
            try withSession(context, .administrator)
            let wanted = try await body(
                request, as: [String: Role].self, expected: "{role: viewer|analyst|editor|administrator}")
            guard let role = wanted["role"] else { throw HTTPError(.badRequest, message: "expected {role}") }
            return try now(
                ["invitation": try accounts().invite(role, by: context.visitor.name)], status: .created)
        }
    }

    /// Tokens do not make tokens, nor accounts: a person must be logged in.
    private func withSession(_ context: Context, _ role: Role = .viewer) throws {
        try context.need(role)
        guard context.visitor.session != nil else {
            throw HTTPError(.forbidden, message: "this needs a person who is logged in")
        }
    }

    private func accounts() throws -> Accounts {
        guard case .accounts(let accounts) = mode else {
            throw HTTPError(.notFound, message: "this server has no accounts: start it with --accounts")
        }
        return accounts
    }

    private func entered(_ session: Session) throws -> Response {
        var response = try now(Who(name: session.name, role: session.role, csrf: session.csrf))
        response.headers[.setCookie] = cookie(session.token, seconds: Int(Accounts.sessionSeconds))
        return response
    }

    private func cookie(_ value: String, seconds: Int) -> String {
        "\(AccessMiddleware.cookie)=\(value); Path=/; Max-Age=\(seconds); HttpOnly; SameSite=Strict"
            + (configuration.behindProxy ? "; Secure" : "")
    }
}
