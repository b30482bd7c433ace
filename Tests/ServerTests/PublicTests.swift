import Exchange
import Foundation
import HTTPTypes
import Record
import Server
import Testing

@Suite("The public page")
struct PublicTests {
    private func server(on day: String = "2017-12-03") throws -> TestServer {
        let today = try #require(PartialDate(day))
        let archive = ReleasedArchive(Sample.archive(), policy: .standard, today: { today })
        return try TestServer(archive, ServerConfiguration(isPublic: true))
    }

    @Test("has sentences but no text, and takes no decisions")
    func sentences() async throws {
        let server = try server()
        let report = try await server.answer("/api/reports/r1")
        #expect(report.status == 200)
        #expect(report.json["text"] == nil)
        #expect(report.body.contains("The reds took Northfield"))
        let decision = try await server.answer(
            Ask("/api/decisions", .post, body: ##"{"claim":"r1#c1","verdict":"reject"}"##))
        #expect(decision.status == 403)
        #expect(try await server.answer("/api/decisions").status == 403)
        #expect(try await server.answer("/api/agreement").status == 403)
    }

    @Test(
        "what the policy hides is nowhere",
        arguments: [
            "/api/map", "/api/map/histories", "/api/map.geojson", "/api/places/geonames:1/history", "/api/timeline",
            "/api/events", "/api/flows", "/api/places", "/api/actors",
            "/api/claims", "/api/search?q=tents", "/api/reports", "/api/reports/r4", "/api/captions", "/api/figures",
            "/api/tolls", "/api/relations", "/api/review",
        ])
    func nowhere(_ path: String) async throws {
        let answer = try await server().answer(path)
        #expect(answer.status < 500)
        // The camp's name, its headline and its sentence; the strike of the day before.
        for word in ["Willowbank", "tents of", "geonames:2", "dawn", "air_strike"] {
            #expect(!answer.body.contains(word), "\(path) tells \(word)")
        }
    }

    @Test("a place that is hidden is not there")
    func hiddenPlace() async throws {
        #expect(try await server().answer("/api/places/geonames:2").status == 404)
        #expect(try await server().answer("/api/claims/r4%23c2").status == 404)
    }

    @Test("counts do not tell that something is held back")
    func counts() async throws {
        let claims = try await server().answer("/api/claims").json
        let settings = try await server().answer("/api/settings").json
        #expect(claims["total"] as? Int == settings["claims"] as? Int)
        #expect(claims["total"] as? Int == 4)
        #expect(try await server().answer("/api/search?q=dawn").json["total"] as? Int == 0)
    }

    @Test("an event is told once it is old enough")
    func delay() async throws {
        let later = try await server(on: "2017-12-06").answer("/api/claims").body
        #expect(later.contains("Jets struck Northfield at dawn."))
        #expect(!later.contains("Willowbank"))
    }
}
