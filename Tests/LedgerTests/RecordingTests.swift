import Foundation
import GRDB
import Ledger
import Record
import Testing

@Suite struct RecordingTests {
    /// Every byte that a ledger keeps of its reports, by tables.
    private func contents(_ path: String) throws -> [String] {
        let queue = try DatabaseQueue(path: path)
        return try queue.read { db in
            try [
                "SELECT id, sha256, source, known, hex(header), hex(extras), run FROM reports ORDER BY row",
                "SELECT row, report, id, sentence, place, actor, target, hex(body) FROM claims ORDER BY row",
                "SELECT place, claim, hex(seen) FROM control ORDER BY place, claim",
                "SELECT hash, distance, name, uses FROM sides ORDER BY hash, distance, name",
                "SELECT report, parent, root FROM echoes ORDER BY report", "SELECT hex(bytes) FROM raw ORDER BY report",
                "SELECT key, report FROM bands ORDER BY key, report", "SELECT row, hex(hash) FROM chain ORDER BY row",
            ].flatMap {
                try Row.fetchAll(db, sql: $0).map { $0.databaseValues.map(\.description).joined(separator: "|") }
            }
        }
    }

    @Test("the ledger is the same, byte for byte, for any number of threads", arguments: [1, 2, 7])
    func threads(_ count: Int) throws {
        var made = LedgerGenerator(seed: 5)
        made.echoEvery = 6
        let batch = (0..<150).map { made.recording($0) }
        let (alone, together) = (Sample.path(), Sample.path())
        let at = Date(timeIntervalSince1970: 1_700_000_000)
        for (path, threads) in [(alone, 0), (together, count)] {
            let ledger = try Ledger(path: path)
            let answers = try ledger.recordBatch(batch, at: at, threads: threads)
            #expect(answers == batch.map { .added($0.coded.report.id) })
            #expect(try ledger.recordBatch(batch, at: at, threads: threads).allSatisfy { $0 != answers[0] })
            #expect(try ledger.verify().isSound)
        }
        let (one, other) = (try contents(alone), try contents(together))
        #expect(one.count > 1500)
        #expect(one == other)
    }

    @Test("what is recorded in one call or in many is the same")
    func parts() throws {
        let made = LedgerGenerator(seed: 9)
        let reports = (0..<120).map { made.recording($0) }
        let at = Date(timeIntervalSince1970: 1_700_000_000)
        let (whole, parts) = (Sample.path(), Sample.path())
        let (one, two) = (try Ledger(path: whole), try Ledger(path: parts))
        try one.recordBatch(reports, at: at)
        for start in stride(from: 0, to: 120, by: 7) {
            try two.recordBatch(Array(reports[start..<min(120, start + 7)]), at: at)
        }
        #expect(try contents(whole) == contents(parts))
    }
}
