import Foundation

/// A tab-separated file, read line by line from its mapping: a dump of gigabytes is never whole in memory.
struct TabFile {
    let path: String
    /// The fewest columns that a line may have.
    let columns: Int
    /// What the columns are, for the message about a line that has fewer.
    let expected: String

    /// One line of the file, valid only while it is being looked at.
    struct Line {
        /// From 1.
        let number: Int
        fileprivate let bytes: UnsafeBufferPointer<UInt8>
        fileprivate let ends: [Int]

        private func field(_ column: Int) -> UnsafeBufferPointer<UInt8> {
            guard ends.indices.contains(column) else { return UnsafeBufferPointer(start: nil, count: 0) }
            let start = column == 0 ? 0 : ends[column - 1] + 1
            return UnsafeBufferPointer(rebasing: bytes[start..<ends[column]])
        }

        /// A column's text; empty where the line has no such column.
        func text(_ column: Int) -> String { String(decoding: field(column), as: UTF8.self) }

        func isEmpty(_ column: Int) -> Bool { field(column).isEmpty }

        /// A column's whole number; nil where it is none.
        func int(_ column: Int) -> Int? {
            let digits = field(column)
            guard !digits.isEmpty, digits.count < 18 else { return nil }
            var value = 0
            for byte in digits {
                guard byte >= 0x30, byte <= 0x39 else { return nil }
                value = value * 10 + Int(byte - 0x30)
            }
            return value
        }

        func double(_ column: Int) -> Double? { Double(text(column)) }

        /// The first byte of a column; 0 where it is empty.
        func first(_ column: Int) -> UInt8 { field(column).first ?? 0 }
    }

    /// Hands every line to `body`; lines that are empty or begin with # are left out.
    func forEach(_ body: (Line) throws -> Void) throws {
        guard let data = try? Data(contentsOf: URL(fileURLWithPath: path), options: .alwaysMapped) else {
            throw GazetteerError("\(path): cannot be read.")
        }
        try data.withUnsafeBytes { raw in
            let bytes = raw.bindMemory(to: UInt8.self)
            guard bytes.last == 0x0A else {
                throw GazetteerError("\(path): cut short: its last line has no end. Download the file again.")
            }
            var (start, number) = (0, 0)
            while start < bytes.count {
                number += 1
                let (ends, next) = Self.fields(bytes, from: start)
                defer { start = next }
                let end = start + (ends.last ?? 0)
                if end == start || bytes[start] == UInt8(ascii: "#") { continue }
                guard ends.count >= columns else {
                    throw GazetteerError(
                        "\(path), line \(number): expected \(expected), found \(ends.count) tab-separated "
                            + "column\(ends.count == 1 ? "" : "s"). Download the file again, or give the folder of "
                            + "unchanged dumps.")
                }
                try body(Line(number: number, bytes: UnsafeBufferPointer(rebasing: bytes[start..<end]), ends: ends))
            }
        }
    }

    /// Where the fields of a line end, counted from its start, and where the next line starts.
    private static func fields(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> (ends: [Int], next: Int) {
        var ends: [Int] = []
        ends.reserveCapacity(20)
        var at = start
        while at < bytes.count, bytes[at] != 0x0A {
            if bytes[at] == 0x09 { ends.append(at - start) }
            at += 1
        }
        let isReturn = at > start && bytes[at - 1] == 0x0D
        ends.append((isReturn ? at - 1 : at) - start)
        return (ends, at + 1)
    }
}
