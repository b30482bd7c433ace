import Foundation

/// A table of comma- or tab-separated values with quotes; its first line names the columns.
package struct CSVTable {
    let path: String
    /// Column names in lower case.
    let head: [String]
    /// The rows below the head.
    package let rows: [[String]]

    package init(path: String) throws {
        guard let data = FileManager.default.contents(atPath: path) else {
            throw GazetteerError("\(path): cannot be read.")
        }
        let bytes = [UInt8](data.starts(with: [0xEF, 0xBB, 0xBF]) ? data.dropFirst(3) : data)
        let first = bytes.prefix { $0 != 0x0A }
        var rows = Self.rows(bytes, separator: first.contains(0x09) && !first.contains(0x2C) ? 0x09 : 0x2C)
        guard !rows.isEmpty else { throw GazetteerError("\(path): the table is empty.") }
        self.path = path
        head = rows.removeFirst().map { $0.lowercased().trimmed }
        self.rows = rows
    }

    /// The place of a column; nil where there is none.
    package func column(_ name: String?) -> Int? { name.flatMap { head.firstIndex(of: $0.lowercased()) } }

    /// The place of a column that must be there.
    package func needed(_ name: String) throws -> Int {
        guard let index = column(name) else {
            throw GazetteerError(
                "\(path), line 1: no column “\(name)”; the table has \(head.prefix(20).joined(separator: ", ")). "
                    + "Name the columns with --name, --lat and --lon.")
        }
        return index
    }

    private static func rows(_ bytes: [UInt8], separator: UInt8) -> [[String]] {
        var rows: [[String]] = []
        var row: [String] = []
        var field: [UInt8] = []
        var quoted = false
        func close() {
            row.append(String(decoding: field, as: UTF8.self))
            field.removeAll(keepingCapacity: true)
        }
        var at = 0
        while at < bytes.count {
            let byte = bytes[at]
            if byte == 0x22 {
                // Two quotes inside quotes are one.
                if quoted, at + 1 < bytes.count, bytes[at + 1] == 0x22 {
                    field.append(byte)
                    at += 1
                } else {
                    quoted.toggle()
                }
            } else if quoted {
                field.append(byte)
            } else if byte == separator {
                close()
            } else if byte == 0x0A {
                close()
                rows.append(row)
                row.removeAll()
            } else if byte != 0x0D {
                field.append(byte)
            }
            at += 1
        }
        if !field.isEmpty || !row.isEmpty {
            close()
            rows.append(row)
        }
        return rows
    }
}
