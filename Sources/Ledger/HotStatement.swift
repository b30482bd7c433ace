import Foundation
import GRDB
import GRDBSQLite

/// A prepared statement of the hot paths, ingestion and the map: parameters and columns by number, straight to SQLite's
/// own functions. GRDB's statements box every value, which costs more than SQLite itself (`dateline bench ledger`).
///
/// Only for use inside one `read` or `write` of GRDB, on its thread.
struct HotStatement {
    private let statement: Statement
    private let handle: OpaquePointer

    /// From GRDB's cache of statements.
    init(_ db: Database, _ sql: String) throws {
        statement = try db.cachedStatement(sql: sql)
        handle = statement.sqliteStatement
    }

    /// With its parameters bound beforehand; `each` is then called without values.
    init(_ db: Database, _ sql: String, _ arguments: StatementArguments) throws {
        try self.init(db, sql)
        try statement.setArguments(arguments)
    }

    /// What a parameter takes.
    enum Value {
        case null
        case integer(Int64)
        case real(Double)
        case text(String)
        case blob([UInt8])
        case data(Data)

        static func integer(_ value: Int) -> Value { .integer(Int64(value)) }
        static func optional(_ value: Int64?) -> Value { value.map { .integer($0) } ?? .null }
        static func optional(_ value: String?) -> Value { value.map { .text($0) } ?? .null }
    }

    /// Runs a statement that gives no rows.
    func run(_ values: Value...) throws {
        bind(values)
        let code = sqlite3_step(handle)
        sqlite3_reset(handle)
        guard code == SQLITE_DONE || code == SQLITE_ROW else { throw error(code) }
    }

    /// Runs a query; `row` reads the columns of each row.
    func each(_ values: Value..., row: (HotStatement) throws -> Void) throws {
        bind(values)
        defer { sqlite3_reset(handle) }
        while true {
            let code = sqlite3_step(handle)
            if code == SQLITE_DONE { return }
            guard code == SQLITE_ROW else { throw error(code) }
            try row(self)
        }
    }

    /// The first column of the first row as an integer; nil where there is no row.
    func first(_ values: Value...) throws -> Int64? {
        bind(values)
        defer { sqlite3_reset(handle) }
        let code = sqlite3_step(handle)
        guard code == SQLITE_ROW else {
            if code == SQLITE_DONE { return nil }
            throw error(code)
        }
        return integer(0)
    }

    // MARK: - Columns

    func integer(_ column: Int32) -> Int64 { sqlite3_column_int64(handle, column) }

    func text(_ column: Int32) -> String {
        guard let start = sqlite3_column_text(handle, column) else { return "" }
        let count = Int(sqlite3_column_bytes(handle, column))
        return String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
    }

    /// Nil for SQL's NULL.
    func optionalText(_ column: Int32) -> String? {
        sqlite3_column_type(handle, column) == SQLITE_NULL ? nil : text(column)
    }

    /// The bytes of a column, valid until the next row.
    func bytes(_ column: Int32) -> UnsafeRawBufferPointer {
        UnsafeRawBufferPointer(
            start: sqlite3_column_blob(handle, column), count: Int(sqlite3_column_bytes(handle, column)))
    }

    // MARK: - Parameters

    /// SQLite copies what it is given before the call returns.
    private static let copies = unsafeBitCast(-1, to: sqlite3_destructor_type.self)

    private func bind(_ values: [Value]) {
        for (index, value) in values.enumerated() {
            let place = Int32(index + 1)
            switch value {
            case .null: sqlite3_bind_null(handle, place)
            case .integer(let number): sqlite3_bind_int64(handle, place, number)
            case .real(let number): sqlite3_bind_double(handle, place, number)
            case .text(var text):
                text.withUTF8 { bytes in
                    _ = bytes.withMemoryRebound(to: CChar.self) {
                        sqlite3_bind_text(
                            handle, place, $0.baseAddress ?? UnsafePointer(bitPattern: 1), Int32($0.count), Self.copies)
                    }
                }
            case .blob(let blob): blob.withUnsafeBytes { bind($0, place) }
            case .data(let data): data.withUnsafeBytes { bind($0, place) }
            }
        }
    }

    private func bind(_ bytes: UnsafeRawBufferPointer, _ place: Int32) {
        if bytes.isEmpty {
            sqlite3_bind_zeroblob(handle, place, 0)
        } else {
            sqlite3_bind_blob(handle, place, bytes.baseAddress, Int32(bytes.count), Self.copies)
        }
    }

    private func error(_ code: Int32) -> DatabaseError {
        let message = sqlite3_db_handle(handle).flatMap { sqlite3_errmsg($0) }.map { String(cString: $0) }
        return DatabaseError(resultCode: ResultCode(rawValue: code), message: message, sql: statement.sql)
    }
}
