import Record

/// Cells of a CSV file (RFC 4180) that no spreadsheet runs as a formula.
///
/// A cell of text that begins with `=`, `+`, `-`, `@`, a tab or a carriage return gets an apostrophe before it, as OWASP
/// advises; a plain number keeps its sign.
extension Bytes {
    mutating func cell(_ text: String) {
        separate()
        var text = text
        text.withUTF8 { bytes in
            guard let first = bytes.first else { return }
            let defuse = Self.isFormula(first, bytes)
            guard Self.has(34, 44, orControlIn: bytes),
                bytes.contains(where: { $0 == 34 || $0 == 10 || $0 == 13 || $0 == 44 })
            else {
                if defuse { byte(39) }
                storage.append(contentsOf: bytes)
                return
            }
            byte(34)
            if defuse { byte(39) }
            // Few have a quote to double; the others go in one piece.
            if Self.has(34, 34, orControlIn: bytes) {
                for unit in bytes {
                    if unit == 34 { byte(34) }
                    byte(unit)
                }
            } else {
                storage.append(contentsOf: bytes)
            }
            byte(34)
        }
    }

    /// A cell that is the same in every row, with its quotes where it needs them.
    mutating func cell(made bytes: [UInt8]) {
        separate()
        storage.append(contentsOf: bytes)
    }

    mutating func cell(_ text: String?) { if let text { cell(text) } else { separate() } }
    mutating func cell(_ number: Int?) {
        separate()
        if let number { whole(number) }
    }
    mutating func cell(_ number: Double?) {
        separate()
        if let number { self.number(number) }
    }
    mutating func cell(_ flag: Bool) { cell(flag ? "true" : "false") }
    mutating func cell(_ date: PartialDate?) {
        separate()
        if let date { self.date(date) }
    }
    mutating func cell(degrees value: Double?) {
        separate()
        if let value { degrees(value) }
    }

    mutating func row(_ cells: [String]) {
        for text in cells { cell(text) }
        endRow()
    }

    mutating func endRow() {
        storage.append(13)
        storage.append(10)
        isFirst = true
    }

    /// ISO 8601, as coarse as it is.
    mutating func date(_ date: PartialDate) {
        guard date.year >= 1000 else { return raw(date.description) }
        whole(date.year)
        for part in [date.month, date.day] {
            guard let part else { return }
            byte(45)
            byte(48 + UInt8(part / 10))
            byte(48 + UInt8(part % 10))
        }
    }

    /// A row of a tab-separated file without quoting (GDELT): tabs and line ends become spaces.
    mutating func tabs(_ cells: [String]) {
        for (number, cell) in cells.enumerated() {
            if number > 0 { byte(9) }
            for unit in cell.utf8 { byte(unit < 32 ? 32 : unit) }
        }
        byte(10)
    }

    private mutating func separate() {
        if !isFirst { byte(44) }
        isFirst = false
    }

    private static func isFormula(_ first: UInt8, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        switch first {
        case UInt8(ascii: "="), UInt8(ascii: "@"), 9, 13: true
        case UInt8(ascii: "+"), UInt8(ascii: "-"): Double(String(decoding: bytes, as: UTF8.self)) == nil
        default: false
        }
    }
}

/// Numbers as the cells of tables that are made of texts.
enum Cell {
    static func number(_ value: Double) -> String { Bytes.text { $0.number(value) } }
    static func degrees(_ value: Double?) -> String { value.map { value in Bytes.text { $0.degrees(value) } } ?? "" }
}
