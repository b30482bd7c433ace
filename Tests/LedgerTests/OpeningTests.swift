import Assessment
import Foundation
import GRDB
import Ledger
import Record
import Testing

@Suite struct OpeningTests {
    @Test("a ledger of an older version opens, and its decisions hold")
    func older() throws {
        let path = Sample.path()
        // As the first version wrote it: a report, its claim, and a decision that rejects it.
        do {
            let new = try Ledger(path: path)
            try new.recordBatch([Sample.capture("a", Sample.army, on: "2017-11-09")], at: Date())
            try new.decide(.reject, claim: "a#c1", who: "ana")
            try new.recordBatch([Sample.capture("b", Sample.group, town: "Otherton", on: "2017-11-09")], at: Date())
        }
        let queue = try DatabaseQueue(path: path)
        try queue.write { db in
            try db.execute(
                sql: """
                    DROP TABLE decided; DROP TABLE amended; DROP TABLE rejected; DROP TABLE pairs; DROP TABLE sides;
                    DROP TABLE superseded;
                    CREATE TABLE parties (hash INTEGER PRIMARY KEY, key TEXT NOT NULL, name TEXT NOT NULL);
                    DELETE FROM grdb_migrations WHERE identifier <> '2026-11 first'
                    """)
        }
        try queue.close()
        let ledger = try Ledger(path: path, readOnly: true)
        #expect(try ledger.verify().isSound)
        #expect(try ledger.allControlClaims().map(\.key) == ["b#c1"])
        #expect(try ledger.decisions(claim: "a#c1").count == 1)
        #expect(try ledger.histories().parties.values.map(\.name) == ["Group"])
    }

    @Test("several that open a new ledger at once all find it whole")
    func atOnce() async throws {
        for _ in 0..<6 {
            let path = Sample.path()
            try await withThrowingTaskGroup(of: Void.self) { group in
                for _ in 0..<4 { group.addTask { _ = try Ledger(path: path) } }
                try await group.waitForAll()
            }
            #expect(try Ledger(path: path, readOnly: true).verify().isSound)
        }
    }

    @Test("a ledger of a newer version is refused with its version told")
    func newer() throws {
        let path = Sample.path()
        _ = try Ledger(path: path)
        let queue = try DatabaseQueue(path: path)
        try queue.write { try $0.execute(sql: "INSERT INTO grdb_migrations VALUES ('2099-01 from the future')") }
        try queue.close()
        let error = #expect(throws: LedgerError.self) { try Ledger(path: path) }
        #expect(error?.description.contains("newer version") == true)
    }

    @Test("claims, decisions and the chain refuse to be altered or deleted")
    func triggers() throws {
        let path = Sample.path()
        let ledger = try Ledger(path: path)
        try ledger.recordBatch([Sample.capture("a", Sample.army, on: "2017-11-09")], at: Date())
        try ledger.decide(.accept, claim: "a#c1", who: "ana")
        let queue = try DatabaseQueue(path: path)
        for table in ["claims", "decisions", "chain"] {
            #expect(throws: DatabaseError.self) { try queue.write { try $0.execute(sql: "DELETE FROM \(table)") } }
            #expect(throws: DatabaseError.self) {
                try queue.write { try $0.execute(sql: "UPDATE \(table) SET row = row + 100") }
            }
        }
    }

    @Test("verify tells what was altered behind the ledger's back")
    func altered() throws {
        for (change, word) in [
            ("DROP TRIGGER claims_unaltered; UPDATE claims SET sentence = 'other'", "altered"),
            ("UPDATE texts SET text = 'other'", "altered"), ("UPDATE raw SET bytes = x'00'", "bytes"),
            ("DROP TRIGGER chain_kept; DELETE FROM chain WHERE row = 1", "missing"),
            ("UPDATE control SET seen = zeroblob(75)", "control"),
        ] {
            let path = Sample.path()
            do {
                let ledger = try Ledger(path: path)
                for id in ["a", "b"] {
                    try ledger.recordBatch([Sample.capture(id, Sample.army, on: "2017-11-09")], at: Date())
                }
            }
            let queue = try DatabaseQueue(path: path)
            try queue.write { try $0.execute(sql: change) }
            try queue.close()
            let problems = try Ledger(path: path, readOnly: true).verify().problems
            #expect(problems.contains { $0.contains(word) }, "\(change): \(problems)")
        }
    }

    @Test("two writers: the second waits, readers never do")
    func twoWriters() throws {
        let path = Sample.path()
        let (one, two) = (try Ledger(path: path), try Ledger(path: path))
        let made = LedgerGenerator()
        try one.recordBatch((0..<20).map { made.recording($0) }, at: Date())
        let reader = try Ledger(path: path, readOnly: true)
        let queue = DispatchQueue(label: "writers", attributes: .concurrent)
        let group = DispatchGroup()
        for (ledger, start) in [(one, 100), (two, 200)] {
            queue.async(group: group) {
                for part in 0..<10 {
                    let first = start + part * 10
                    _ = try? ledger.recordBatch((first..<first + 10).map { made.recording($0) }, at: Date())
                }
            }
        }
        while group.wait(timeout: .now()) == .timedOut {
            #expect(try reader.counts().reports >= 20)
        }
        #expect(try reader.counts().reports == 220)
        #expect(try reader.verify().isSound)
    }

    @Test("a writer that finds the ledger locked for long says so")
    func locked() throws {
        let path = Sample.path()
        let ledger = try Ledger(path: path, patience: 0.2)
        let other = try DatabaseQueue(path: path)
        try other.inDatabase { db in
            try db.execute(sql: "BEGIN IMMEDIATE")
            let error = #expect(throws: LedgerError.self) {
                try ledger.recordBatch([Sample.capture("a", Sample.army, on: "2017-11-09")], at: Date())
            }
            #expect(error?.description.contains("another process is writing") == true)
            #expect(try ledger.counts().reports == 0)
            try db.execute(sql: "ROLLBACK")
        }
        try ledger.recordBatch([Sample.capture("a", Sample.army, on: "2017-11-09")], at: Date())
        #expect(try ledger.counts().reports == 1)
    }
}
