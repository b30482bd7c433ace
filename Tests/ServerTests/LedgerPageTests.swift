import Foundation
import HTTPTypes
import Ledger
import Record
import Server
import Testing

@Suite("The API over a ledger")
final class LedgerPageTests {
    private let path = FileManager.default.temporaryDirectory.appendingPathComponent("page-\(UUID()).sqlite").path

    deinit {
        for end in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: path + end) }
    }

    private func server(_ reports: [CodedReport] = Sample.reports()) throws -> TestServer {
        let ledger = try Ledger(path: path)
        for coded in reports {
            _ = try ledger.record(
                coded, bytes: Data(coded.text.utf8), sha256: coded.report.id, source: coded.report.id,
                at: Date(timeIntervalSince1970: 1_512_300_000))
        }
        return try TestServer(ledger)
    }

    private func edit(_ server: TestServer, _ fields: String) async throws -> Answer {
        try await server.answer(
            Ask("/api/decisions", .post, body: ##"{"claim":"r1#c1","verdict":"edit","fields":\##(fields)}"##))
    }

    @Test("an edit changes the claim everywhere, and one undo takes all of its fields back")
    func edits() async throws {
        let server = try server()
        let edited = try await edit(server, #"{"type":"held","holder":"Greens"}"#)
        #expect(edited.json["type"] as? String == "held")
        #expect((edited.json["holder"] as? [String: Any])?["name"] as? String == "Greens")
        let map = try await server.answer("/api/map.geojson?on=2017-11-04&known=2017-11-04").body
        #expect(map.contains("\"name:green\""))
        let undone = try await server.answer(
            Ask("/api/decisions", .post, body: ##"{"claim":"r1#c1","verdict":"undo"}"##))
        #expect(undone.json["type"] as? String == "captured")
        #expect((undone.json["holder"] as? [String: Any])?["name"] as? String == "Reds")
    }

    @Test("a bond is corrected by the word for it; a field of another kind of claim is refused")
    func bonds() async throws {
        let text = "The Reds back the Greens."
        var header = CodedReport.Header(id: "r1")
        header.published = PartialDate("2017-11-04")
        let relation = Relation(bond: .backed, actor: Sample.actor("Reds"), target: Sample.actor("Greens"))
        let claim = Sample.claim("c1", .relation(relation), text, in: text, day: "2017-11-04")
        let server = try server([CodedReport(report: header, text: text, claims: [claim])])
        #expect(try await edit(server, #"{"type":"opposes"}"#).json["type"] as? String == "opposes")
        #expect(try await edit(server, #"{"holder":"Reds"}"#).status == 400)
        #expect(try await edit(server, #"{"type":"married"}"#).status == 400)
    }

    @Test("what a claim says of the whole place, of its source and of its end can be corrected too")
    func moreFields() async throws {
        let server = try server()
        let edited = try await edit(server, #"{"scope":"part","attributed_to":"The Monitor","background":"true"}"#)
        #expect(edited.json["scope"] as? String == "part")
        #expect(edited.json["attributedTo"] as? String == "The Monitor")
        #expect(edited.json["background"] as? Bool == true)
    }

    @Test("a place that was drawn lies where it was drawn")
    func drawn() async throws {
        let server = try server()
        let moved = try await edit(server, #"{"place.lat":"34.5","place.lon":"41.25"}"#)
        let place = try #require(moved.json["place"] as? [String: Any])
        #expect(place["lat"] as? Double == 34.5)
        #expect(place["name"] as? String == "Northfield")
        #expect(try await edit(server, #"{"place.lat":"95"}"#).status == 400)
    }

    @Test("an edit with one bad value changes nothing")
    func badEdit() async throws {
        let server = try server()
        let answer = try await edit(server, #"{"holder":"Greens","start":"yesterday"}"#)
        #expect(answer.status == 400)
        let claim = try await server.answer("/api/claims/r1%23c1").json
        #expect((claim["holder"] as? [String: Any])?["name"] as? String == "Reds")
        #expect(claim["decision"] == nil)
    }

    @Test("a rejected event leaves the map, the histogram and the counts of places")
    func rejectedEvent() async throws {
        let server = try server()
        func types() async throws -> [String]? {
            try await server.answer("/api/events?from=2017-12-01").json["types"] as? [String]
        }
        #expect(try await types() == ["air_strike"])
        let before = try await server.answer("/api/timeline").body
        _ = try await server.answer(Ask("/api/decisions", .post, body: ##"{"claim":"r4#c2","verdict":"reject"}"##))
        #expect(try await types() == [])
        #expect(try await server.answer("/api/timeline").body != before)
    }

    @Test("a corrected event is drawn on its new day, once")
    func movedEvent() async throws {
        let server = try server()
        let body = ##"{"claim":"r4#c2","verdict":"edit","fields":{"start":"2017-11-20","end":"2017-11-20"}}"##
        #expect(try await server.answer(Ask("/api/decisions", .post, body: body)).status == 200)
        let later = try await server.answer("/api/events?from=2017-12-01").json
        #expect((later["day"] as? [Int])?.isEmpty == true)
        let events = try await server.answer("/api/events?from=2017-11-01&to=2017-11-30").json
        #expect(events["day"] as? [Int] == [try #require(PartialDate("2017-11-20")).firstDay])
    }
}
