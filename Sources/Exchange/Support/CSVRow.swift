/// A row of a CSV file (RFC 4180) that no spreadsheet runs as a formula.
///
/// A cell of text that begins with `=`, `+`, `-`, `@`, a tab or a carriage return gets an apostrophe before it, as OWASP
/// advises; a plain number keeps its sign.
enum CSVRow {
    /// The cells joined, with the line's end.
    static func line(_ cells: [String], separator: Character = ",") -> String {
        var line = ""
        for (number, cell) in cells.enumerated() {
            if number > 0 { line.append(separator) }
            line += quoted(defused(cell), separator: separator)
        }
        line += "\r\n"
        return line
    }

    /// The cell with a formula's first letter made harmless.
    static func defused(_ cell: String) -> String {
        guard let first = cell.utf8.first else { return cell }
        switch first {
        case UInt8(ascii: "="), UInt8(ascii: "@"), 9, 13: return "'" + cell
        case UInt8(ascii: "+"), UInt8(ascii: "-"): return Double(cell) == nil ? "'" + cell : cell
        default: return cell
        }
    }

    private static func quoted(_ cell: String, separator: Character) -> String {
        let separator = separator.asciiValue ?? 44
        guard cell.utf8.contains(where: { $0 == 34 || $0 == 10 || $0 == 13 || $0 == separator }) else { return cell }
        return "\"" + cell.replacing("\"", with: "\"\"") + "\""
    }

    /// A cell of a tab-separated file without quoting (GDELT): tabs and line ends become spaces.
    static func tabs(_ cells: [String]) -> String {
        cells.map { cell in
            cell.utf8.contains(where: { $0 < 32 })
                ? String(cell.map { $0 == "\t" || $0.isNewline ? " " : $0 }) : cell
        }.joined(separator: "\t") + "\n"
    }
}
