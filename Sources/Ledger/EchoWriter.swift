import Assessment
import Foundation
import GRDB
import Record

/// Keeps ``EchoGroups`` up to date: every copy points to the earliest report, known no later, that it resembles,
/// whatever the order in which they are read.
struct EchoWriter {
    let db: Database

    private struct Neighbour {
        var row: Int64
        var known: Int
        var id: String
    }

    func add(_ row: Int64, id: String, known: Int, _ sketch: EchoSignature) throws {
        let near = try neighbours(sketch, known: known)
        let bins = sketch.bins.withUnsafeBytes { Data($0) }
        try db.cachedStatement(sql: "INSERT INTO sketches VALUES (?, ?, ?, ?)")
            .execute(arguments: [row, known, id, bins])
        let insert = try db.cachedStatement(sql: "INSERT OR IGNORE INTO bands VALUES (?, ?)")
        for key in sketch.bandKeys { try insert.execute(arguments: [Int64(bitPattern: key), row]) }
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

    private func neighbours(_ sketch: EchoSignature, known: Int) throws -> [Neighbour] {
        var found: [Neighbour] = []
        var seen: Set<Int64> = []
        let look = try db.cachedStatement(sql: "SELECT report FROM bands WHERE key = ?")
        let get = try db.cachedStatement(sql: "SELECT known, id, bins FROM sketches WHERE report = ?")
        for key in sketch.bandKeys {
            for other in try Int64.fetchAll(look, arguments: [Int64(bitPattern: key)])
            where seen.insert(other).inserted {
                guard let row = try Row.fetchOne(get, arguments: [other]) else { continue }
                let day: Int = row["known"]
                guard abs(day - known) <= EchoGroups.window else { continue }
                let data: Data = row["bins"]
                let bins = data.withUnsafeBytes { bytes in
                    stride(from: 0, to: bytes.count, by: 4).map {
                        bytes.loadUnaligned(fromByteOffset: $0, as: UInt32.self)
                    }
                }
                guard sketch.similarity(EchoSignature(bins: bins)) >= EchoSignature.threshold else { continue }
                found.append(Neighbour(row: other, known: day, id: row["id"]))
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
