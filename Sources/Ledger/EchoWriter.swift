import Assessment
import Foundation
import GRDB
import Record

/// Keeps ``EchoGroups`` up to date: every copy points to the earliest report, known no later, that it resembles,
/// whatever the order in which they are read.
struct EchoWriter {
    private let db: Database
    private let look: HotStatement
    private let get: HotStatement
    private let keep: HotStatement
    /// Band keys of the reports added, which ``finish()`` writes in their order: an index is cheaper to add to so.
    private var fresh: [Int64: [Int64]] = [:]

    private struct Neighbour {
        var row: Int64
        var known: Int
        var id: String
    }

    init(_ db: Database) throws {
        self.db = db
        look = try HotStatement(db, "SELECT report FROM bands WHERE key = ?")
        get = try HotStatement(db, "SELECT known, id, bins FROM sketches WHERE report = ?")
        keep = try HotStatement(db, "INSERT INTO sketches VALUES (?, ?, ?, ?)")
    }

    mutating func add(_ row: Int64, id: String, known: Int, _ sketch: EchoSignature) throws {
        let keys = sketch.bandKeys.map { Int64(bitPattern: $0) }
        let near = try neighbours(sketch, keys, known: known)
        try keep.run(
            .integer(row), .integer(known), .text(id), .blob(sketch.bins.withUnsafeBytes { [UInt8]($0) }))
        for key in keys { fresh[key, default: []].append(row) }
        let earlier = near.filter { ($0.known, $0.id) < (known, id) }.min { ($0.known, $0.id) < ($1.known, $1.id) }
        if let earlier { try point(row, to: earlier.row) }
        for later in near where (later.known, later.id) > (known, id) {
            let parent = try Row.fetchOne(
                db,
                sql: "SELECT s.known, s.id FROM echoes e JOIN sketches s ON s.report = e.parent WHERE e.report = ?",
                arguments: [later.row])
            if let parent, (parent["known"] as Int, parent["id"] as String) < (known, id) { continue }
            try point(later.row, to: row)
        }
    }

    /// Writes what the reports added are found by.
    mutating func finish() throws {
        let insert = try HotStatement(db, "INSERT OR IGNORE INTO bands VALUES (?, ?)")
        for (key, rows) in fresh.sorted(by: { $0.key < $1.key }) {
            for row in rows { try insert.run(.integer(key), .integer(row)) }
        }
        fresh = [:]
    }

    private func neighbours(_ sketch: EchoSignature, _ keys: [Int64], known: Int) throws -> [Neighbour] {
        var others: [Int64] = []
        for key in keys {
            for row in fresh[key] ?? [] where !others.contains(row) { others.append(row) }
            try look.each(.integer(key)) { if !others.contains($0.integer(0)) { others.append($0.integer(0)) } }
        }
        var found: [Neighbour] = []
        for other in others {
            try get.each(.integer(other)) { row in
                let day = Int(row.integer(0))
                guard abs(day - known) <= EchoGroups.window else { return }
                let bytes = row.bytes(2)
                let bins = stride(from: 0, to: bytes.count, by: 4).map {
                    bytes.loadUnaligned(fromByteOffset: $0, as: UInt32.self)
                }
                guard sketch.similarity(EchoSignature(bins: bins)) >= EchoSignature.threshold else { return }
                found.append(Neighbour(row: other, known: day, id: row.text(1)))
            }
        }
        return found
    }

    private func point(_ row: Int64, to parent: Int64) throws {
        let root =
            try Int64.fetchOne(db, sql: "SELECT root FROM echoes WHERE report = ?", arguments: [parent]) ?? parent
        try db.execute(sql: "INSERT OR REPLACE INTO echoes VALUES (?, ?, ?)", arguments: [row, parent, root])
        var queue = [row]
        while let next = queue.popLast() {
            let children = try Int64.fetchAll(
                db, sql: "SELECT report FROM echoes WHERE parent = ?", arguments: [next])
            for child in children {
                try db.execute(sql: "UPDATE echoes SET root = ? WHERE report = ?", arguments: [root, child])
                queue.append(child)
            }
        }
    }
}
