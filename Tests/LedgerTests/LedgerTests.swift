import Assessment
import Foundation
import Ledger
import Record
import Testing

@Suite struct LedgerTests {
    private func path() -> String {
        FileManager.default.temporaryDirectory.appendingPathComponent("ledger-\(UUID().uuidString).sqlite").path
    }

    private func filled(_ path: String, _ count: Int = 20) throws -> Ledger {
        let ledger = try Ledger(path: path)
        let made = LedgerGenerator()
        try ledger.recordBatch((0..<count).map { made.recording($0) }, at: Date(timeIntervalSince1970: 1_700_000_000))
        return ledger
    }

    @Test("a holder is called by the side's own name, not by that of one unit")
    func sideNames() throws {
        let ledger = try Ledger(path: Sample.path())
        let army = Actor(name: "Iraqi army", id: "iq_military", kind: .stateForce, country: "IQ")
        let unit = Actor(name: "Border Guards", id: "guards", kind: .stateForce, country: "IQ", side: "iq_military")
        try ledger.recordBatch(
            [
                Sample.capture("a", unit, on: "2017-11-03"), Sample.capture("b", unit, on: "2017-11-04"),
                Sample.capture("c", army, town: "Otherton", on: "2017-11-04"),
            ], at: Date())
        let day = try #require(PartialDate("2017-11-05"))
        #expect(try ledger.holds("Sampletown", on: day).first?.state.holder?.name == "Iraqi army")
        #expect(try ledger.map(on: day).entries.map(\.state.holder?.name) == ["Iraqi army", "Iraqi army"])
    }

    @Test("a report comes back as it was recorded, and the same bytes add nothing")
    func roundTrip() throws {
        let ledger = try filled(path())
        let made = LedgerGenerator().recording(3)
        #expect(try ledger.report("r3") == made.coded)
        #expect(try ledger.rawBytes("r3") == made.bytes)
        let again = try ledger.record(
            made.coded, bytes: made.bytes, sha256: made.sha256, source: made.source, at: Date())
        #expect(again == .alreadyThere("r3"))
        let copy = try ledger.record(
            made.coded, bytes: made.bytes, sha256: made.sha256, source: "elsewhere", at: Date())
        #expect(copy == .copy("r3"))
        #expect(try ledger.copies(of: "r3") == ["elsewhere"])
        #expect(try ledger.counts().claims == 200)
    }

    @Test("filters by kind, place, actor, text and knowledge")
    func filters() throws {
        let ledger = try filled(path())
        var filter = ClaimFilter()
        filter.kinds = [.control]
        let control = try ledger.claims(filter)
        #expect(!control.isEmpty && control.allSatisfy { $0.claim.kind == .control })
        filter.place = control[0].claim.place?.name
        #expect(try ledger.claims(filter).allSatisfy { $0.claim.place?.id == control[0].claim.place?.id })
        filter = ClaimFilter()
        filter.known = PartialDate(daysSince1970: 16_004)
        #expect(try ledger.claims(filter).allSatisfy { $0.known.lastDay <= 16_004 })
        filter = ClaimFilter()
        filter.place = "Nowhere at all"
        #expect(try ledger.claims(filter).isEmpty)
        #expect(try ledger.claim(control[0].key) == control[0])
    }

    @Test("the map and the answer for one place agree with the pure assessment")
    func sameAssessment() throws {
        let ledger = try filled(path(), 200)
        let claims = try ledger.allControlClaims()
        let day = PartialDate(daysSince1970: 16_100)
        let pure = ControlMap.assess(claims, on: day, known: day).entries
        let stored = try ledger.map(on: day, known: day).entries
        #expect(pure.map(\.key) == stored.map(\.key))
        for (a, b) in zip(pure, stored) {
            #expect(a.state.status == b.state.status && a.state.holder?.key == b.state.holder?.key)
            #expect(a.state.explanation == b.state.explanation)
        }
        let first = try #require(stored.first)
        #expect(try ledger.holds(first.key, on: day, known: day).first?.state.status == first.state.status)
    }

    @Test("the order of reading changes no answer")
    func order() throws {
        let made = LedgerGenerator()
        let (one, two) = (try Ledger(path: path()), try Ledger(path: path()))
        let all = (0..<120).map { made.recording($0) }
        try one.recordBatch(all, at: Date(timeIntervalSince1970: 0))
        try two.recordBatch(all.reversed(), at: Date(timeIntervalSince1970: 0))
        let day = PartialDate(daysSince1970: 16_090)
        let (a, b) = (try one.map(on: day).entries, try two.map(on: day).entries)
        #expect(a.map(\.state) == b.map(\.state))
        #expect(try one.reports(limit: 500).map(\.echoOf) == two.reports(limit: 500).map(\.echoOf))
    }

    @Test("decisions are kept, undone by others, and a rejected claim does not count")
    func decisions() throws {
        let ledger = try filled(path())
        let claim = try #require(try ledger.allControlClaims().first)
        let place = try #require(claim.claim.place?.id)
        let day = PartialDate(daysSince1970: 18_000)
        let before = try ledger.map(on: day).entries.count
        let number = try ledger.decide(.reject, claim: claim.key, who: "ana", why: "misread")
        #expect(try ledger.holds(place, on: day).allSatisfy { !$0.state.supporting.contains(claim) })
        try ledger.undo(number, who: "ana")
        #expect(try ledger.map(on: day).entries.count == before)
        #expect(try ledger.decisions(claim: claim.key).map(\.undone) == [true, false])
        #expect(try ledger.verify().isSound)
    }

    @Test("a redacted report is gone from the file, and verify still passes")
    func redaction() throws {
        let file = path()
        let ledger = try filled(file)
        let coded = try #require(try ledger.report("r5"))
        let sentence = try #require(coded.claims.first).evidence.text(in: coded.text)
        try ledger.redact("r5", why: "a court's order", who: "ana")
        #expect(try ledger.report("r5") == nil)
        #expect(try ledger.rawBytes("r5") == nil)
        #expect(try ledger.reportRow("r5")?.withdrawn == true)
        let check = try ledger.verify()
        #expect(check.isSound, "\(check.problems)")
        for end in ["", "-wal"] {
            guard let bytes = FileManager.default.contents(atPath: file + end) else { continue }
            #expect(bytes.range(of: Data(sentence.utf8)) == nil)
        }
    }

    @Test("a backup opens and is sound; merging a ledger into itself adds nothing")
    func backup() throws {
        let ledger = try filled(path())
        let copy = path()
        try ledger.backup(to: copy)
        #expect(try Ledger(path: copy, readOnly: true).verify().isSound)
        #expect(try ledger.merge(copy).reports == 0)
        let other = try Ledger(path: path())
        #expect(try other.merge(copy).reports == 20)
        #expect(try other.counts() == ledger.counts())
    }

    @Test("files that are no ledgers are refused in words")
    func refusals() throws {
        let text = path()
        try Data(String(repeating: "no database ", count: 200).utf8).write(to: URL(fileURLWithPath: text))
        #expect(throws: LedgerError.self) { try Ledger(path: text) }
        #expect(throws: LedgerError.self) { try Ledger(path: "/nowhere/at/all.sqlite") }
        #expect(throws: LedgerError.self) { try Ledger(path: path(), readOnly: true) }
        let file = path()
        _ = try filled(file, 2)
        let reader = try Ledger(path: file, readOnly: true)
        let made = LedgerGenerator().recording(9)
        #expect(throws: LedgerError.self) {
            try reader.record(made.coded, bytes: made.bytes, sha256: made.sha256, source: "x", at: Date())
        }
    }

    @Test("search finds words in texts")
    func search() throws {
        let ledger = try filled(path())
        let town = try #require(try ledger.places(limit: 1).first?.place.name)
        #expect(try !ledger.reports(matching: town).isEmpty)
        #expect(try ledger.reports(matching: "zzzznotthere").isEmpty)
        // Signs that FTS5 would read as operators are words here.
        #expect(throws: Never.self) { try ledger.reports(matching: "\" ) OR (") }
    }
}
