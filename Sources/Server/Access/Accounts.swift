public import Foundation
import GRDB

/// An account as administrators see it.
public struct Account: Encodable, Sendable, Equatable {
    public var name: String
    public var role: Role
    /// Closed accounts cannot log in; their decisions stay.
    public var closed: Bool
    /// ISO 8601.
    public var created: String
}

/// An API token as its owner sees it; the token itself is shown once, when it is made.
struct TokenRow: Encodable, Sendable {
    var id: Int64
    var label: String
    var scopes: [Scope]
    var created: String
    var used: String?
}

/// A logged-in session: the cookie's token and what a form must carry.
struct Session: Sendable {
    var token: String
    var csrf: String
    var name: String
    var role: Role
}

/// What went wrong with an account, in words for the page.
public struct AccountError: Error, CustomStringConvertible {
    /// What kind of answer it is.
    enum Kind { case refused, wrong, missing, taken, slow(Int) }

    let kind: Kind
    public let description: String

    init(_ kind: Kind, _ description: String) { (self.kind, self.description) = (kind, description) }
}

/// Accounts, sessions, invitations and API tokens, in `accounts.sqlite` (mode 0600): never in a ledger that is mailed.
///
/// Passwords are kept as scrypt hashes, tokens as SHA-256 hashes; nothing in the file lets anybody in.
public final class Accounts: Sendable {
    let store: DatabaseQueue
    let byName = Throttle(free: 5)
    let byAddress = Throttle(free: 20)
    let hasher = Hasher()
    /// How long a session lasts without use, and an invitation.
    static let sessionSeconds = 14.0 * 86_400
    static let invitationSeconds = 7.0 * 86_400

    /// Hashing takes 64 MB and a fifth of a second: one at a time.
    actor Hasher {
        func hash(_ password: String) throws -> String { try Passwords.hash(password) }
        func matches(_ password: String, _ stored: String) -> Bool { Passwords.matches(password, stored) }
    }

    /// Opens the file, or makes it.
    ///
    /// - Throws: ``AccountError`` where it cannot be read or written.
    public init(path: String) throws {
        if !FileManager.default.fileExists(atPath: path) {
            guard FileManager.default.createFile(atPath: path, contents: nil, attributes: [.posixPermissions: 0o600])
            else {
                throw AccountError(.refused, "\(path): cannot be made; its folder must be there and may be written")
            }
        }
        // SQLite gives its journal the mode of the file.
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
        do {
            store = try DatabaseQueue(path: path)
            try Self.migrator.migrate(store)
        } catch let error as DatabaseError {
            throw AccountError(.refused, "\(path): no file of accounts, or damaged (\(error.message ?? "SQLite"))")
        }
    }

    private static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("2026-11 first") { db in
            try db.execute(
                sql: """
                    CREATE TABLE accounts (
                        name TEXT PRIMARY KEY COLLATE NOCASE, role TEXT NOT NULL, password TEXT NOT NULL,
                        closed INTEGER NOT NULL DEFAULT 0, created REAL NOT NULL);
                    CREATE TABLE sessions (
                        digest TEXT PRIMARY KEY, account TEXT NOT NULL REFERENCES accounts, csrf TEXT NOT NULL,
                        seen REAL NOT NULL);
                    CREATE TABLE invitations (
                        digest TEXT PRIMARY KEY, role TEXT NOT NULL, inviter TEXT NOT NULL, expires REAL NOT NULL);
                    CREATE TABLE tokens (
                        id INTEGER PRIMARY KEY, digest TEXT NOT NULL UNIQUE, account TEXT NOT NULL REFERENCES accounts,
                        label TEXT NOT NULL, scopes TEXT NOT NULL, created REAL NOT NULL, used REAL);
                    """)
        }
        return migrator
    }

    // MARK: - Invitations

    /// A token for one new account; the first start prints one for an administrator.
    public func invite(_ role: Role, by inviter: String, now: Date = Date()) throws -> String {
        let token = SecretToken.make("inv_")
        try store.write { db in
            try db.execute(sql: "DELETE FROM invitations WHERE expires < ?", arguments: [now.timeIntervalSince1970])
            try db.execute(
                sql: "INSERT INTO invitations VALUES (?, ?, ?, ?)",
                arguments: [
                    SecretToken.digest(token), role.rawValue, inviter,
                    now.timeIntervalSince1970 + Self.invitationSeconds,
                ])
        }
        return token
    }

    /// True where nobody has an account yet.
    public func isEmpty() throws -> Bool {
        try store.read { try Int.fetchOne($0, sql: "SELECT COUNT(*) FROM accounts") ?? 0 } == 0
    }

    /// Makes the account that an invitation is for, and logs it in. The invitation is used up.
    func join(_ token: String, name: String, password: String, now: Date) async throws -> Session {
        guard (1...40).contains(name.count), name.allSatisfy({ $0.isLetter || $0.isNumber || "._-".contains($0) })
        else {
            throw AccountError(.wrong, "a name has 1 to 40 letters, digits, points, hyphens or underscores")
        }
        if let fault = Passwords.fault(password, name: name) { throw AccountError(.wrong, fault) }
        guard try role(of: token, now: now) != nil else { throw Self.usedUp }
        let hash = try await hasher.hash(password)
        let role = try await store.write { db -> Role in
            guard let role = try Self.role(of: token, now: now, db) else { throw Self.usedUp }
            guard try Row.fetchOne(db, sql: "SELECT 1 FROM accounts WHERE name = ?", arguments: [name]) == nil else {
                throw AccountError(.taken, "there is an account of this name already")
            }
            try db.execute(
                sql: "DELETE FROM invitations WHERE digest = ?", arguments: [SecretToken.digest(token)])
            try db.execute(
                sql: "INSERT INTO accounts (name, role, password, created) VALUES (?, ?, ?, ?)",
                arguments: [name, role.rawValue, hash, now.timeIntervalSince1970])
            return role
        }
        return try begin(name, role, now: now)
    }

    private static let usedUp = AccountError(
        .missing, "this invitation was used already, or is too old: ask for another")

    private func role(of token: String, now: Date) throws -> Role? {
        try store.read { try Self.role(of: token, now: now, $0) }
    }

    private static func role(of token: String, now: Date, _ db: Database) throws -> Role? {
        try String.fetchOne(
            db, sql: "SELECT role FROM invitations WHERE digest = ? AND expires > ?",
            arguments: [SecretToken.digest(token), now.timeIntervalSince1970]
        ).flatMap(Role.init)
    }

    // MARK: - Administration

    func all() throws -> [Account] {
        try store.read { db in
            try Row.fetchAll(db, sql: "SELECT * FROM accounts ORDER BY name").map { row in
                Account(
                    name: row["name"], role: Role(rawValue: row["role"] as String) ?? .viewer, closed: row["closed"],
                    created: Self.iso(row["created"]))
            }
        }
    }

    /// Changes an account's role, or closes or opens it; its sessions end.
    func change(_ name: String, role: Role?, closed: Bool?) throws {
        try store.write { db in
            guard
                let row = try Row.fetchOne(
                    db, sql: "SELECT role, closed FROM accounts WHERE name = ?", arguments: [name])
            else { throw AccountError(.missing, "there is no account \(name.prefix(40))") }
            let newRole = role?.rawValue ?? row["role"] as String
            let newClosed = closed ?? row["closed"] as Bool
            try db.execute(
                sql: "UPDATE accounts SET role = ?, closed = ? WHERE name = ?", arguments: [newRole, newClosed, name])
            let administrators =
                try Int.fetchOne(
                    db, sql: "SELECT COUNT(*) FROM accounts WHERE role = 'administrator' AND closed = 0") ?? 0
            guard administrators > 0 else {
                throw AccountError(.refused, "one administrator must stay: make another account one first")
            }
            try db.execute(sql: "DELETE FROM sessions WHERE account = ?", arguments: [name])
        }
    }

    static func iso(_ seconds: Double) -> String { Date(timeIntervalSince1970: seconds).ISO8601Format() }
}
