/// What became of an earlier export: its rows against those of a new one, by the records' ids.
///
///     var diff = try ExportDiff(old: bytes, name: "claims.csv")
///     diff.add(piece)  // of Exporter(.csv)
///     for change in diff.changes() { … }
public struct ExportDiff {
    /// What happened to a record.
    public enum Kind: String, Sendable, CaseIterable { case added, changed, withdrawn }

    /// One record that is not as it was.
    public struct Change: Sendable, Equatable {
        public var id: String
        public var kind: Kind
        /// The columns that changed.
        public var columns: [String]
    }

    private let columns: [String]
    /// A hash of each cell of the old rows, by id.
    private var old: [String: [UInt32]] = [:]
    private var found: [Change] = []

    /// From the bytes of an earlier `dateline export csv`.
    ///
    /// - Throws: ``ExportError`` where it has other columns than this version writes.
    public init(old bytes: [UInt8], name: String) throws {
        var reader = TableReader(bytes)
        guard let header = reader.next()?.cells, header.first == "id" else {
            throw ExportError("\(name): not an export in csv; --diff takes the claims.csv of `dateline export csv`")
        }
        columns = PlainCSV.columns.map(\.name)
        guard header == columns else {
            throw ExportError("\(name): other columns than this version writes; export the old ledger again to compare")
        }
        for row in reader { old[row.cells.first ?? ""] = row.cells.map(Self.hash) }
    }

    /// Compares the next stretch of the new export, which must be in csv.
    public mutating func add(_ piece: ExportPiece) {
        for row in TableReader(piece.bytes.storage) {
            let id = row.cells.first ?? ""
            guard let before = old.removeValue(forKey: id) else {
                found.append(Change(id: id, kind: .added, columns: []))
                continue
            }
            let changed = columns.indices.filter { before[$0] != Self.hash(row.cells[$0]) }
            if !changed.isEmpty { found.append(Change(id: id, kind: .changed, columns: changed.map { columns[$0] })) }
        }
    }

    /// All changes, once the whole new export was added: those of the new export in its order, then the withdrawn.
    public func changes() -> [Change] {
        found + old.keys.sorted().map { Change(id: $0, kind: .withdrawn, columns: []) }
    }

    /// A row of the table of changes.
    public static func row(_ change: Change, reason: String) -> [UInt8] {
        var out = Bytes()
        out.row([change.kind.rawValue, change.id, change.columns.joined(separator: " "), reason])
        return out.storage
    }

    /// The header of the table of changes.
    public static var header: [UInt8] {
        var out = Bytes()
        out.row(["change", "id", "columns", "reason"])
        return out.storage
    }

    private static func hash(_ cell: String) -> UInt32 {
        var hash: UInt32 = 2_166_136_261
        for unit in cell.utf8 { hash = (hash ^ UInt32(unit)) &* 16_777_619 }
        return hash
    }
}
