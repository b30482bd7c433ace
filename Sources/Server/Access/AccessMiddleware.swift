import Foundation
import HTTPTypes
import Hummingbird

/// Who may ask: the three ways a server is open.
enum AccessMode: Sendable {
    /// One analyst on the loopback, without a password.
    case single(name: String, role: Role)
    /// Everybody reads what the policy released.
    case open
    /// Accounts.
    case accounts(Accounts)
}

/// Finds out who asks, and turns away requests that another site's page could have caused.
struct AccessMiddleware: RouterMiddleware {
    typealias Context = PageContext

    let mode: AccessMode
    let configuration: ServerConfiguration
    let rate: RateLimit

    static let cookie = "dateline_session"
    static let csrf = HTTPField.Name("X-CSRF-Token")
    /// What a visitor without an account may ask for.
    private static let open: Set<String> = ["/api/session", "/api/login", "/api/join"]

    func handle(
        _ request: Request, context: Context, next: (Request, Context) async throws -> Response
    ) async throws -> Response {
        var context = context
        let now = Date()
        if configuration.behindProxy, let said = HTTPField.Name("X-Forwarded-For").flatMap({ request.headers[$0] }) {
            // The last address is the one that our own proxy saw.
            context.address =
                said.split(separator: ",").last.map { $0.trimmingCharacters(in: .whitespaces) } ?? context.address
        }
        if !Loopback.contains(context.address), !rate.allows(context.address, now: now) {
            throw HTTPError(.tooManyRequests, headers: [.retryAfter: "2"], message: "too many requests: wait a little")
        }
        context.visitor = try visitor(request, now: now)
        try guardAgainstOtherSites(request, context.visitor)
        if request.uri.path.hasPrefix("/api/"), !Self.open.contains(request.uri.path) {
            try context.need(.viewer)
        }
        return try await next(request, context)
    }

    private func visitor(_ request: Request, now: Date) throws -> Visitor {
        switch mode {
        case .single(let name, let role): return Visitor(name: name, role: role)
        case .open: return Visitor(role: .viewer)
        case .accounts(let accounts):
            if let said = request.headers[.authorization] {
                guard said.hasPrefix("Bearer "),
                    let visitor = try accounts.visitor(bearer: String(said.dropFirst(7)), now: now)
                else { throw HTTPError(.unauthorized, message: "there is no such token") }
                return visitor
            }
            guard let token = Cookies.value(Self.cookie, in: request) else { return Visitor() }
            return try accounts.visitor(session: token, now: now) ?? Visitor()
        }
    }

    /// A page of another site can send forms here with the visitor's cookie, and a name that its owner points to the
    /// loopback makes this server look like that site.
    private func guardAgainstOtherSites(_ request: Request, _ visitor: Visitor) throws {
        let host = request.head.authority ?? ""
        if case .single = mode, Loopback.contains(configuration.host), !host.isEmpty, !Loopback.names(host) {
            throw HTTPError(.forbidden, message: "this server answers to the names of the loopback only")
        }
        guard ![.get, .head, .options].contains(request.method) else { return }
        if let origin = HTTPField.Name("Origin").flatMap({ request.headers[$0] }),
            origin.split(separator: "/").last.map(String.init) != host
        {
            throw HTTPError(.forbidden, message: "a page of another site sent this")
        }
        if let csrf = visitor.csrf {
            let said = Self.csrf.flatMap { request.headers[$0] } ?? ""
            guard SecretToken.same(Data(said.utf8), Data(csrf.utf8)) else {
                throw HTTPError(
                    .forbidden,
                    message: "the header X-CSRF-Token lacks this session's token (GET /api/session tells it)")
            }
        }
    }
}

/// Addresses of the machine itself.
package enum Loopback {
    static func contains(_ address: String) -> Bool {
        address.hasPrefix("127.") || address == "::1" || address == "local" || address == "localhost"
    }

    /// Whether a Host header (`localhost:8417`, `[::1]:8417`) names it.
    package static func names(_ host: String) -> Bool {
        if host.hasPrefix("[") { return host.hasPrefix("[::1]") }
        let name = host.split(separator: ":").first ?? ""
        let isNumber = name.allSatisfy { $0.isNumber || $0 == "." }
        return name == "localhost" || (isNumber && name.hasPrefix("127."))
    }
}

/// Cookies of a request.
enum Cookies {
    static func value(_ name: String, in request: Request) -> String? {
        for pair in request.headers[values: .cookie].flatMap({ $0.split(separator: ";") }) {
            let parts = pair.split(separator: "=", maxSplits: 1)
            if parts.count == 2, parts[0].trimmingCharacters(in: .whitespaces) == name { return String(parts[1]) }
        }
        return nil
    }
}
