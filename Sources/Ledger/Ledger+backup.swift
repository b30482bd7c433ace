import Assessment
public import Foundation
import GRDB
public import Record

extension Ledger {
    /// Writes a whole copy of the ledger, while it is in use.
    public func backup(to target: String) throws {
        guard !FileManager.default.fileExists(atPath: target) else {
            throw LedgerError("\(target): is there already; give another name")
        }
        do {
            let queue = try DatabaseQueue(path: target)
            try store.backup(to: queue)
            try queue.close()
        } catch let error as DatabaseError {
            throw Self.clear(error, path: target)
        }
    }

    /// Puts a backup in the place of `path`, after checking that it is sound. What stood there is kept beside it, with
    /// `.before-restore` at the end of its name.
    public static func restore(_ backup: String, to path: String) throws {
        let found = try Ledger(path: backup, readOnly: true).verify()
        guard found.isSound else { throw LedgerError("\(backup): not sound: \(found.problems[0])") }
        let files = FileManager.default
        do {
            for end in ["-wal", "-shm", ""] where files.fileExists(atPath: path + end) {
                try? files.removeItem(atPath: path + ".before-restore" + end)
                try files.moveItem(atPath: path + end, toPath: path + ".before-restore" + end)
            }
            try files.copyItem(atPath: backup, toPath: path)
        } catch {
            throw LedgerError("\(path): cannot be replaced (\(error.localizedDescription))")
        }
    }

    /// Takes the reports and decisions of another ledger in; what is here already is left as it is.
    public func merge(_ other: String) throws -> (reports: Int, decisions: Int) {
        let source = try Ledger(path: other, readOnly: true)
        var added = 0
        var renamed: [String: String] = [:]
        var offset = 0
        while true {
            let page = try source.read { db in
                try Row.fetchAll(
                    db,
                    sql: """
                        SELECT id, sha256, source, format, recorded FROM reports WHERE withdrawn = 0 ORDER BY row
                        LIMIT 200 OFFSET \(offset)
                        """)
            }
            if page.isEmpty { break }
            offset += page.count
            for row in page {
                let id: String = row["id"]
                guard let coded = try source.report(id), let bytes = try source.rawBytes(id) else { continue }
                let recorded = try record(
                    coded, bytes: bytes, sha256: row["sha256"], source: row["source"], format: row["format"],
                    at: Date(timeIntervalSince1970: row["recorded"]))
                switch recorded {
                case .added(let here):
                    added += 1
                    renamed[id] = here
                case .alreadyThere(let here), .copy(let here), .recoded(let here): renamed[id] = here
                }
            }
        }
        return (added, try mergeDecisions(source, renamed))
    }

    private func mergeDecisions(_ source: Ledger, _ renamed: [String: String]) throws -> Int {
        let here = Set(try decisions().map { "\($0.claim)\0\($0.action)\0\($0.who)\0\($0.at.timeIntervalSince1970)" })
        var numbers: [Int64: Int64] = [:]
        var added = 0
        for decision in try source.decisions() {
            guard let cut = decision.claim.lastIndex(of: "#"), let report = renamed[String(decision.claim[..<cut])]
            else {
                continue
            }
            let key = report + decision.claim[cut...]
            if here.contains("\(key)\0\(decision.action)\0\(decision.who)\0\(decision.at.timeIntervalSince1970)") {
                continue
            }
            if decision.action == .undo {
                guard let undone = decision.undoes, let number = numbers[undone] else { continue }
                try undo(number, who: decision.who, why: decision.why, at: decision.at)
            } else if try claim(key) != nil {
                numbers[decision.number] = try decide(
                    decision.action, claim: key, field: decision.field, old: decision.old, new: decision.new,
                    who: decision.who, why: decision.why, at: decision.at)
            } else {
                continue
            }
            added += 1
        }
        return added
    }

    /// Says under which licence a source stands and whether its words may be published again.
    public func setLicence(_ source: String, licence: String, mayRepublish: Bool) throws {
        try write { db in
            try db.execute(
                sql: "INSERT OR REPLACE INTO licences VALUES (?, ?, ?)", arguments: [source, licence, mayRepublish])
        }
    }

    /// A source's licence; nil where none was set (not to be republished).
    public func licence(_ source: String) throws -> (licence: String, mayRepublish: Bool)? {
        try read { db in
            try Row.fetchOne(db, sql: "SELECT licence, republish FROM licences WHERE source = ?", arguments: [source])
                .map { ($0["licence"], $0["republish"]) }
        }
    }
}
