import Foundation
import GRDB

extension Accounts {
    /// A stand-in that takes as long to check as a true hash, so that time does not tell which names there are.
    private static let nobody = "scrypt$16$8$2$AAAAAAAAAAAAAAAAAAAAAA==$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="

    /// Logs in, slowly for who fails often.
    func logIn(_ name: String, _ password: String, from address: String, now: Date) async throws -> Session {
        let key = name.lowercased()
        let wait = max(byName.wait(key, now: now), byAddress.wait(address, now: now))
        guard wait == 0 else {
            throw AccountError(.slow(wait), "too many failed log-ins: wait \(wait) s")
        }
        let row = try await store.read { db in
            try Row.fetchOne(
                db, sql: "SELECT name, role, password FROM accounts WHERE name = ? AND closed = 0", arguments: [name]
            ).map { (name: $0["name"] as String, role: $0["role"] as String, password: $0["password"] as String) }
        }
        let good = await hasher.matches(String(password.prefix(500)), row?.password ?? Self.nobody)
        guard good, let row, let role = Role(rawValue: row.role) else {
            // Checking takes its time: the wait begins when the answer is known.
            let known = Date()
            byName.failed(key, now: known)
            byAddress.failed(address, now: known)
            throw AccountError(.refused, "name or password is wrong")
        }
        byName.succeeded(key)
        return try begin(row.name, role, now: now)
    }

    /// A new session.
    func begin(_ name: String, _ role: Role, now: Date) throws -> Session {
        let session = Session(token: SecretToken.make("ses_"), csrf: SecretToken.make(""), name: name, role: role)
        try store.write { db in
            try db.execute(
                sql: "DELETE FROM sessions WHERE seen < ?",
                arguments: [now.timeIntervalSince1970 - Self.sessionSeconds])
            try db.execute(
                sql: "INSERT INTO sessions VALUES (?, ?, ?, ?)",
                arguments: [SecretToken.digest(session.token), name, session.csrf, now.timeIntervalSince1970])
        }
        return session
    }

    /// Who a session's cookie belongs to; nil where it ended.
    func visitor(session token: String, now: Date) throws -> Visitor? {
        let digest = SecretToken.digest(token)
        let row = try store.read { db in
            try Row.fetchOne(
                db,
                sql: """
                    SELECT a.name, a.role, s.csrf, s.seen FROM sessions s JOIN accounts a ON a.name = s.account
                    WHERE s.digest = ? AND s.seen > ? AND a.closed = 0
                    """, arguments: [digest, now.timeIntervalSince1970 - Self.sessionSeconds])
        }
        guard let row, let role = Role(rawValue: row["role"] as String) else { return nil }
        if now.timeIntervalSince1970 - (row["seen"] as Double) > 3600 {
            try store.write { db in
                try db.execute(
                    sql: "UPDATE sessions SET seen = ? WHERE digest = ?",
                    arguments: [now.timeIntervalSince1970, digest])
            }
        }
        return Visitor(name: row["name"], role: role, csrf: row["csrf"], session: token)
    }

    func end(session token: String) throws {
        try store.write { db in
            try db.execute(sql: "DELETE FROM sessions WHERE digest = ?", arguments: [SecretToken.digest(token)])
        }
    }

    /// Sets a new password; all other sessions of the account end.
    func changePassword(of name: String, from old: String, to new: String, keeping session: String?) async throws {
        if let fault = Passwords.fault(new, name: name) { throw AccountError(.wrong, fault) }
        let stored = try await store.read { db in
            try String.fetchOne(db, sql: "SELECT password FROM accounts WHERE name = ?", arguments: [name])
        }
        guard let stored, await hasher.matches(old, stored) else {
            throw AccountError(.refused, "the old password is wrong")
        }
        let hash = try await hasher.hash(new)
        try await store.write { db in
            try db.execute(sql: "UPDATE accounts SET password = ? WHERE name = ?", arguments: [hash, name])
            try db.execute(
                sql: "DELETE FROM sessions WHERE account = ? AND digest <> ?",
                arguments: [name, session.map(SecretToken.digest) ?? ""])
        }
    }

    // MARK: - API tokens

    /// Makes a token; it is shown this once.
    func makeToken(for name: String, label: String, scopes: [Scope], now: Date) throws -> String {
        let token = SecretToken.make("dl_")
        try store.write { db in
            try db.execute(
                sql: "INSERT INTO tokens (digest, account, label, scopes, created) VALUES (?, ?, ?, ?, ?)",
                arguments: [
                    SecretToken.digest(token), name, String(label.prefix(80)),
                    scopes.map(\.rawValue).joined(separator: " "), now.timeIntervalSince1970,
                ])
        }
        return token
    }

    func tokens(of name: String) throws -> [TokenRow] {
        try store.read { db in
            try Row.fetchAll(db, sql: "SELECT * FROM tokens WHERE account = ? ORDER BY id", arguments: [name]).map {
                TokenRow(
                    id: $0["id"], label: $0["label"], scopes: Self.scopes($0["scopes"]),
                    created: Self.iso($0["created"]),
                    used: ($0["used"] as Double?).map(Self.iso))
            }
        }
    }

    func removeToken(_ id: Int64, of name: String) throws {
        try store.write { db in
            try db.execute(sql: "DELETE FROM tokens WHERE id = ? AND account = ?", arguments: [id, name])
            if db.changesCount == 0 { throw AccountError(.missing, "you have no token \(id)") }
        }
    }

    /// Who an API token belongs to; nil where there is none.
    func visitor(bearer token: String, now: Date) throws -> Visitor? {
        let digest = SecretToken.digest(token)
        let row = try store.read { db in
            try Row.fetchOne(
                db,
                sql: """
                    SELECT a.name, a.role, t.scopes, t.used FROM tokens t JOIN accounts a ON a.name = t.account
                    WHERE t.digest = ? AND a.closed = 0
                    """, arguments: [digest])
        }
        guard let row, let role = Role(rawValue: row["role"] as String) else { return nil }
        if now.timeIntervalSince1970 - ((row["used"] as Double?) ?? 0) > 3600 {
            try store.write { db in
                try db.execute(
                    sql: "UPDATE tokens SET used = ? WHERE digest = ?", arguments: [now.timeIntervalSince1970, digest])
            }
        }
        return Visitor(name: row["name"], role: role, scopes: Set(Self.scopes(row["scopes"])))
    }

    private static func scopes(_ text: String) -> [Scope] {
        text.split(separator: " ").compactMap { Scope(rawValue: String($0)) }
    }
}
