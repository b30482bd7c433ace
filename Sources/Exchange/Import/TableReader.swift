/// The rows of a table with separators and quotes (RFC 4180), one after another, without holding them all.
///
/// An apostrophe that keeps a spreadsheet from running a cell is taken away again, as ``Exporter`` put it there.
struct TableReader: Sequence, IteratorProtocol {
    /// One row.
    struct Row {
        /// From 1, counting lines of the file.
        var line: Int
        var cells: [String]
        /// Its bytes in the file, without the line's end.
        var bytes: Range<Int>
    }

    private let bytes: [UInt8]
    private let separator: UInt8
    private var place: Int
    private var line = 1

    /// Reads `bytes`; a mark of UTF-8 at their beginning is passed over.
    init(_ bytes: [UInt8], separator: UInt8 = 44) {
        (self.bytes, self.separator) = (bytes, separator)
        place = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    }

    mutating func next() -> Row? {
        while place < bytes.count, bytes[place] == 10 || bytes[place] == 13 {
            if bytes[place] == 10 { line += 1 }
            place += 1
        }
        guard place < bytes.count else { return nil }
        let (start, first) = (place, line)
        var cells: [String] = []
        var end = place
        repeat {
            cells.append(cell())
            end = place
        } while skip(separator)
        if place < bytes.count, bytes[place] == 13 { place += 1 }
        if place < bytes.count, bytes[place] == 10 {
            place += 1
            line += 1
        }
        return Row(line: first, cells: cells, bytes: start..<end)
    }

    private mutating func skip(_ unit: UInt8) -> Bool {
        guard place < bytes.count, bytes[place] == unit else { return false }
        place += 1
        return true
    }

    private mutating func cell() -> String {
        guard place < bytes.count, bytes[place] == 34 else {
            let start = place
            while place < bytes.count, bytes[place] != separator, bytes[place] != 10, bytes[place] != 13 { place += 1 }
            return Self.plain(bytes[start..<place])
        }
        place += 1
        var out: [UInt8] = []
        while place < bytes.count {
            if bytes[place] == 34 {
                place += 1
                guard place < bytes.count, bytes[place] == 34 else { break }
            }
            if bytes[place] == 10 { line += 1 }
            out.append(bytes[place])
            place += 1
        }
        // What stands between a closing quote and the separator belongs to the cell, as spreadsheets have it.
        while place < bytes.count, bytes[place] != separator, bytes[place] != 10, bytes[place] != 13 {
            out.append(bytes[place])
            place += 1
        }
        return Self.plain(out[...])
    }

    private static func plain(_ bytes: ArraySlice<UInt8>) -> String {
        var bytes = bytes
        if bytes.first == 39, let second = bytes.dropFirst().first, [61, 64, 43, 45, 9, 13].contains(second) {
            bytes.removeFirst()
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
