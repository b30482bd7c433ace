import Hummingbird
import NIOCore

/// What an account may do; each role may do what those before it may.
public enum Role: String, Codable, Sendable, CaseIterable, Comparable {
    /// Reads everything.
    case viewer
    /// Decides on claims, and undoes decisions of their own.
    case analyst
    /// Undoes the decisions of others.
    case editor
    /// Invites, changes roles, closes accounts.
    case administrator

    public static func < (a: Role, b: Role) -> Bool {
        (allCases.firstIndex(of: a) ?? 0) < (allCases.firstIndex(of: b) ?? 0)
    }
}

/// What an API token may do; never more than the role of its account.
public enum Scope: String, Codable, Sendable, CaseIterable { case read, decide, metrics }

/// Who asks.
struct Visitor: Sendable {
    /// The name in decisions; empty for somebody unknown.
    var name = ""
    /// Nil for somebody unknown.
    var role: Role?
    /// Nil for sessions, which may do all that the role may.
    var scopes: Set<Scope>?
    /// What a request that changes something must carry in `X-CSRF-Token`; nil where there is no cookie to abuse.
    var csrf: String?
    /// The session's own token, to end it.
    var session: String?

    func may(_ role: Role) -> Bool { self.role.map { $0 >= role } ?? false }
    func has(_ scope: Scope) -> Bool { scopes?.contains(scope) ?? true }
}

/// A request's context: who asks, and from where.
struct PageContext: RequestContext {
    var coreContext: CoreRequestContextStorage
    /// The address of the connection; a trusted proxy's word replaces it.
    var address: String
    var visitor = Visitor()

    init(source: Source) {
        coreContext = .init(source: source)
        address = source.channel.remoteAddress?.ipAddress ?? "local"
    }

    /// - Throws: 401 for somebody unknown, 403 for somebody who may not.
    func need(_ role: Role, _ scope: Scope = .read) throws {
        guard visitor.role != nil else { throw HTTPError(.unauthorized, message: "log in first") }
        guard visitor.may(role) else {
            throw HTTPError(
                .forbidden,
                message: "this needs the role \(role.rawValue); yours is \(visitor.role?.rawValue ?? "none")")
        }
        guard visitor.has(scope) else {
            throw HTTPError(.forbidden, message: "this token lacks the scope \(scope.rawValue)")
        }
    }
}
