import Foundation
import GRDB
public import Record

/// What `dateline verify` found.
public struct Verification: Sendable, Equatable, Codable {
    /// Reports whose hashes were computed again.
    public var reports: Int
    /// Decisions whose hashes were computed again.
    public var decisions: Int
    /// Parts that were redacted and are vouched for by their tombstones.
    public var withdrawn: Int
    /// Records of older codings, of which only the chain's link can be checked.
    public var superseded: Int
    /// What does not hold, each a line.
    public var problems: [String]
    /// True where nothing was altered.
    public var isSound: Bool { problems.isEmpty }
}

extension Ledger {
    /// Proves that nothing was altered since it was recorded: every record's hash, and the chain over them.
    ///
    /// - Parameter progress: records checked so far.
    public func verify(progress: ((Int) -> Void)? = nil) throws -> Verification {
        try read { db in
            var result = Verification(reports: 0, decisions: 0, withdrawn: 0, superseded: 0, problems: [])
            var previous = Data(count: 32)
            var expected: Int64 = 1
            let links = try Row.fetchCursor(db, sql: "SELECT * FROM chain ORDER BY row")
            var tombstones: [String: Data] = [:]
            for row in try Row.fetchAll(db, sql: "SELECT key, digest FROM tombstones") {
                tombstones[row["key"]] = row["digest"]
            }
            result.withdrawn = tombstones.count
            while let link = try links.next() {
                let number: Int64 = link["row"]
                let digest: Data = link["digest"]
                if number != expected { result.problems.append("chain: link \(expected) is missing") }
                expected = number + 1
                let hash = Digests.link(previous, digest)
                if hash != link["hash"] as Data {
                    result.problems.append("chain: link \(number) does not follow from the one before")
                }
                previous = link["hash"]
                let ref: Int64 = link["ref"]
                switch link["kind"] as String {
                case "report":
                    try Self.verify(report: ref, run: link["run"], digest, tombstones, db, &result)
                case "decision":
                    result.decisions += 1
                    let row = try Row.fetchOne(db, sql: "SELECT * FROM decisions WHERE row = ?", arguments: [ref])
                    if (tombstones["decision/\(ref)"] ?? row.map(Digests.decision)) != digest {
                        result.problems.append("decision \(ref): altered")
                    }
                default: break
                }
                if number % 1000 == 0 { progress?(Int(number)) }
            }
            let reports = try Int.fetchOne(db, sql: "SELECT COUNT(*) FROM reports") ?? 0
            if reports != result.reports {
                result.problems.append("\(reports) reports, but \(result.reports) in the chain")
            }
            try Self.verifyControl(db, &result)
            let check = try String.fetchOne(db, sql: "PRAGMA quick_check(1)") ?? ""
            if check != "ok" { result.problems.append("file: \(check)") }
            return result
        }
    }

    private static func verify(
        report: Int64, run: Int64, _ digest: Data, _ tombstones: [String: Data], _ db: Database,
        _ result: inout Verification
    ) throws {
        guard
            let row = try Row.fetchOne(
                try db.cachedStatement(
                    sql: """
                        SELECT r.*, t.text, w.size, w.bytes FROM reports r LEFT JOIN texts t ON t.row = r.row
                        LEFT JOIN raw w ON w.report = r.row WHERE r.row = ?
                        """), arguments: [report])
        else {
            result.problems.append("report \(report): gone")
            return
        }
        guard row["run"] as Int64 == run else {
            result.superseded += 1
            return
        }
        result.reports += 1
        let id: String = row["id"]
        let meta =
            tombstones[id + "/meta"]
            ?? Digests.meta(
                id: id, sha256: row["sha256"], source: row["source"], known: row["known_date"],
                header: (row["header"] as Data?) ?? Data())
        let text = tombstones[id + "/text"] ?? Digests.text((row["text"] as String?) ?? "")
        let extras = tombstones[id + "/extras"] ?? Digests.bytes((row["extras"] as Data?) ?? Data())
        var claims: [Data] = []
        let rows = try Row.fetchCursor(
            try db.cachedStatement(
                sql: "SELECT row, id, sentence, body FROM claims WHERE report = ? AND run = ? ORDER BY row"),
            arguments: [report, run])
        while let claim = try rows.next() {
            let body: Data = claim["body"]
            claims.append(
                tombstones["\(id)#\(claim["id"] as String)"]
                    ?? Digests.claim(id: claim["id"], sentence: claim["sentence"], body: [UInt8](body)))
        }
        if Digests.report(meta: meta, text: text, extras: extras, claims: claims) != digest {
            result.problems.append("\(id): the report or one of its claims was altered")
        }
        if let bytes = row["bytes"] as Data? {
            let raw = try? Compression.inflate(bytes, size: row["size"])
            let hex = raw.map { Digests.hex(Digests.bytes($0)) }
            let stored: String = row["sha256"]
            if hex != stored.lowercased() {
                result.problems.append("\(id): the archived bytes do not have the hash \(stored)")
            }
        } else if tombstones[id + "/text"] == nil {
            result.problems.append("\(id): the archived bytes are gone")
        }
    }

    /// What the assessments count must be what the claims and the decisions say.
    private static func verifyControl(_ db: Database, _ result: inout Verification) throws {
        var reader = try ClaimReader(db)
        let rows = try Row.fetchCursor(
            db,
            sql: """
                SELECT c.row, COALESCE(a.body, c.body), '', r.id, r.publisher, NULL, r.known_date, NULL,
                k.seen, x.claim IS NOT NULL FROM claims c JOIN reports r ON r.row = c.report AND r.run = c.run
                LEFT JOIN amended a ON a.claim = c.row LEFT JOIN rejected x ON x.claim = c.row
                LEFT JOIN control k ON k.claim = c.row AND k.place = COALESCE(a.place, c.place)
                WHERE c.kind = \(Claim.Kind.control.number) AND c.place IS NOT NULL
                """)
        var counted = 0
        while let row = try rows.next() {
            guard let claim = try reader.claim(row) else { continue }
            let expected = row[9] as Bool ? nil : try Standing.seen(claim, claim: row[0], db)
            let seen = row[8] as Data?
            if seen != nil { counted += 1 }
            if seen != expected.map({ Data($0) }) {
                result.problems.append("\(claim.key): what is assessed of control is not what it says")
            }
        }
        let all = try Int.fetchOne(db, sql: "SELECT COUNT(*) FROM control") ?? 0
        if all != counted {
            result.problems.append("control: \(all - counted) assessed state(s) that no claim of a newest coding says")
        }
    }

    /// Proves of one report that its bytes have their hash and that each claim's sentence stands in its text at the
    /// place that the claim names.
    public func verify(report id: String) throws -> [String] {
        guard let row = try reportRow(id) else { return ["\(id): no such report"] }
        if row.withdrawn { return [] }
        var problems: [String] = []
        if let raw = try rawBytes(id) {
            let hex = Digests.hex(Digests.bytes(raw))
            if hex != row.sha256.lowercased() { problems.append("\(id): the archived bytes have the hash \(hex)") }
        } else {
            problems.append("\(id): the archived bytes are gone")
        }
        guard let coded = try report(id) else { return problems + ["\(id): the coding is gone"] }
        var filter = ClaimFilter()
        filter.report = id
        for claim in try claims(filter) where claim.claim.evidence.text(in: coded.text) != claim.sentence {
            problems.append(
                "\(claim.key): its sentence does not stand at bytes \(claim.claim.evidence.start)..\(claim.claim.evidence.end)"
            )
        }
        return problems
    }
}

extension Digests {
    static func hex(_ data: Data) -> String {
        data.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
    }
}
