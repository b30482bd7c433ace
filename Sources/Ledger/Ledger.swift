import Assessment
public import Foundation
import GRDB
public import Record
import Synchronization

/// The store: reports with their bytes and hash, claims, decisions, on two clocks, in one SQLite file.
///
/// What comes in: a ``Record/CodedReport`` with the bytes that it was read from. What goes out: claims with their
/// sources (``Record/SourcedClaim``), and what `Assessment` makes of them. Knows nothing of HTTP, nor of how claims
/// were coded.
///
///     let ledger = try Ledger(path: "dateline.sqlite")
///     try ledger.record(coded, bytes: bytes, sha256: hash, source: path, format: "html", at: Date())
///     var filter = ClaimFilter()
///     filter.place = "Deir Ezzor"
///     for claim in try ledger.claims(filter) { print(claim.sentence) }
///
/// One writer at a time: a second waits ten seconds, then gets a clear message. Readers never block.
public final class Ledger: Sendable {
    /// The file.
    public let path: String
    /// True where nothing may be written.
    public let isReadOnly: Bool
    let store: any DatabaseReader
    let cache = Mutex<ControlCache>(ControlCache())

    /// Opens a ledger; makes it where there is none, unless `readOnly`.
    ///
    /// - Parameters:
    ///   - patience: seconds that a writer waits for another.
    ///   - frugal: for a process that runs for long or goes through all of the file once: smaller caches, and no pages of
    ///     the file in its memory.
    /// - Throws: ``LedgerError`` where the file is no ledger, is of a newer version, or cannot be written.
    public init(path: String, readOnly: Bool = false, patience: TimeInterval = 10, frugal: Bool = false) throws {
        self.path = path
        isReadOnly = readOnly
        var configuration = Configuration()
        configuration.readonly = readOnly
        configuration.busyMode = .timeout(patience)
        configuration.foreignKeysEnabled = true
        configuration.maximumReaderCount = frugal ? 4 : 8
        configuration.prepareDatabase { db in
            try db.execute(sql: "PRAGMA synchronous = NORMAL; PRAGMA temp_store = MEMORY")
            try db.execute(sql: "PRAGMA cache_size = -\(frugal ? 24_576 : 65_536)")
            try db.execute(sql: "PRAGMA mmap_size = \(frugal ? 0 : 1 << 30)")
        }
        if readOnly, !FileManager.default.fileExists(atPath: path) {
            throw LedgerError("\(path): no such ledger; `dateline read PATH` makes one")
        }
        do {
            if readOnly {
                store = try Self.openForReading(path, configuration)
                try Self.checkVersion(store, path)
                // Only a writer can bring an older ledger up to date.
                if try !store.read(Migrations.migrator.hasCompletedMigrations) { _ = try Ledger(path: path) }
            } else {
                store = try Self.openForWriting(path, configuration, patience: patience, frugal: frugal)
            }
        } catch let error as DatabaseError {
            throw Self.clear(error, path: path)
        }
    }

    /// A pool with its tables up to date. While another process opens a new ledger, SQLite says "busy" at once to some
    /// statements, whatever the timeout: it is asked again for as long as a writer waits.
    private static func openForWriting(
        _ path: String, _ configuration: Configuration, patience: TimeInterval, frugal: Bool
    ) throws -> DatabasePool {
        let end = Date().addingTimeInterval(patience)
        while true {
            do {
                let pool = try DatabasePool(path: path, configuration: configuration)
                try setLog(pool, frugal: frugal)
                try checkVersion(pool, path)
                try migrate(pool)
                return pool
            } catch let error as DatabaseError where error.resultCode == .SQLITE_BUSY && Date() < end {
                Thread.sleep(forTimeInterval: 0.05)
            }
        }
    }

    /// Brings the tables up to date. Where two processes open a new ledger at once, the second finds tables that it did
    /// not see when it looked which were missing: it looks again.
    private static func migrate(_ pool: DatabasePool) throws {
        var applied = -1
        while true {
            do {
                return try Migrations.migrator.migrate(pool)
            } catch let error as DatabaseError where [.SQLITE_ERROR, .SQLITE_CONSTRAINT].contains(error.resultCode) {
                let now = try pool.read { try Migrations.migrator.appliedIdentifiers($0).count }
                guard now > applied else { throw error }
                applied = now
            }
        }
    }

    private static func openForReading(_ path: String, _ configuration: Configuration) throws -> any DatabaseReader {
        do {
            let pool = try DatabasePool(path: path, configuration: configuration)
            _ = try pool.read { try Int.fetchOne($0, sql: "SELECT COUNT(*) FROM sqlite_master") }
            return pool
        } catch {
            // A folder that may not be written: SQLite cannot make its lock file there, and nobody can write either.
            let escaped = path.addingPercentEncoding(withAllowedCharacters: .urlPathAllowed) ?? path
            return try DatabaseQueue(path: "file:\(escaped)?immutable=1", configuration: configuration)
        }
    }

    /// What is recorded is on the disk when the call returns. Where much is written, the log is folded into the file
    /// seldom, so that a page that many batches touch is written to the file once and not by each of them; and the pages
    /// of one batch fit in memory, else each is written twice (`dateline bench --only ledger`).
    private static func setLog(_ pool: DatabasePool, frugal: Bool) throws {
        try pool.writeWithoutTransaction { db in
            try db.execute(sql: "PRAGMA synchronous = FULL")
            if !frugal { try db.execute(sql: "PRAGMA wal_autocheckpoint = 32768; PRAGMA cache_size = -262144") }
        }
    }

    private static func checkVersion(_ store: any DatabaseReader, _ path: String) throws {
        let (tables, newer) = try store.read { db in
            let tables = try Int.fetchOne(db, sql: "SELECT COUNT(*) FROM sqlite_master WHERE type = 'table'") ?? 0
            let isOurs = try db.tableExists("grdb_migrations")
            return (isOurs ? 0 : tables, isOurs ? try Migrations.migrator.hasBeenSuperseded(db) : false)
        }
        if tables > 0 {
            throw LedgerError("\(path): a database, but no ledger of Dateline; give another path with --ledger")
        }
        if newer {
            throw LedgerError(
                "\(path): written by a newer version of Dateline than this one (\(Version.program)); update dateline")
        }
    }

    /// A database error in words.
    static func clear(_ error: DatabaseError, path: String) -> LedgerError {
        let folder = (path as NSString).deletingLastPathComponent
        switch error.resultCode {
        case .SQLITE_FULL:
            return LedgerError("\(path): the disk is full; nothing of this batch was kept, make room and read it again")
        case .SQLITE_READONLY, .SQLITE_PERM:
            return LedgerError("\(path): may not be written; change its rights or give another path with --ledger")
        case .SQLITE_CANTOPEN:
            return LedgerError(
                "\(path): cannot be opened; \(folder.isEmpty ? "." : folder) must be a folder that may be written")
        case .SQLITE_BUSY, .SQLITE_LOCKED:
            return LedgerError("\(path): another process is writing to it; wait until it has finished and try again")
        case .SQLITE_NOTADB, .SQLITE_CORRUPT:
            return LedgerError("\(path): no ledger of Dateline, or damaged; `dateline restore` brings a backup back")
        case .SQLITE_IOERR:
            return LedgerError("\(path): the disk could not be read or written (\(error.message ?? "I/O error"))")
        default: return LedgerError("\(path): \(error.message ?? error.description)")
        }
    }

    func read<Value>(_ work: (Database) throws -> Value) throws -> Value {
        do { return try store.read(work) } catch let error as DatabaseError { throw Self.clear(error, path: path) }
    }

    func write<Value>(_ work: (Database) throws -> Value) throws -> Value {
        guard let writer = store as? any DatabaseWriter, !isReadOnly else {
            throw LedgerError("\(path): opened for reading only")
        }
        do { return try writer.write(work) } catch let error as DatabaseError { throw Self.clear(error, path: path) }
    }
}
