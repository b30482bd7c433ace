/// A table in plain text: columns as wide as their widest cell, two spaces between, the last column unpadded.
struct Table {
    private var rows: [[String]]

    init(_ header: [String]) { rows = [header.map { $0.uppercased() }] }

    /// Adds a row; nil cells are empty.
    mutating func add(_ cells: [String?]) { rows.append(cells.map { Terminal.clean($0 ?? "") }) }

    /// True where nothing but the header stands.
    var isEmpty: Bool { rows.count == 1 }

    /// The lines of the table.
    func lines(width limit: Int = 60) -> [String] {
        let columns = rows[0].count
        let cut = rows.map { row in
            row.enumerated().map { column, cell in
                let flat = cell.split(whereSeparator: \.isNewline).joined(separator: " ")
                return column < columns - 1 && flat.count > limit ? String(flat.prefix(limit - 1)) + "…" : flat
            }
        }
        let widths = (0..<columns).map { column in cut.map { $0[column].count }.max() ?? 0 }
        return cut.map { row in
            row.enumerated()
                .map { column, cell in
                    column == columns - 1
                        ? cell : cell + String(repeating: " ", count: max(0, widths[column] - cell.count))
                }
                .joined(separator: "  ")
        }
    }

    /// Prints the table, or `empty` where it has no rows.
    func print(empty: String) {
        if isEmpty { Terminal.complain(empty) } else { Terminal.say(lines().joined(separator: "\n")) }
    }
}
