import Foundation
import HTTPTypes
import Record
import Server
import Testing

@Suite("The HTTP API")
struct ServerTests {
    private func ask(_ ask: Ask) async throws -> Answer { try await TestServer().answer(ask) }
    private func ask(_ path: String) async throws -> Answer { try await ask(Ask(path)) }

    @Test("a place is held by who took it, from that day on")
    func map() async throws {
        // As known before the denial of the day after.
        let after = try await ask("/api/map.geojson?on=2017-11-04&known=2017-11-04")
        #expect(after.status == 200)
        #expect(after.body.contains("\"holder\":\"reds\""))
        let before = try await ask("/api/map.geojson?on=2017-11-04&known=2017-11-03")
        #expect(!before.body.contains("\"holder\":\"reds\""))
    }

    @Test("the compact map names its holders and tells days as numbers")
    func compactMap() async throws {
        let map = try await ask("/api/map?known=2017-11-04").json
        let places = try #require(map["places"] as? [[Any]])
        let northfield = try #require(places.first { $0[1] as? String == "Northfield" })
        let segment = try #require((northfield[8] as? [[Any]])?.last)
        let day = try #require(PartialDate("2017-11-03")).firstDay
        #expect(segment[0] as? Int == day)
        let holder = try #require(segment[3] as? Int)
        #expect((map["holders"] as? [[String: Any]])?[holder]["id"] as? String == "reds")
        #expect((segment[9] as? Int) != nil)
    }

    @Test("the page opens on the last day that is told")
    func openingDay() async throws {
        let settings = try await ask("/api/settings").json
        #expect(settings["lastTold"] as? String == "2017-12-02")
        #expect(settings["firstKnown"] as? String == "2017-11-04")
    }

    @Test("a denial stands against the claim it denies")
    func place() async throws {
        let place = try await ask("/api/places/geonames:1?on=2017-11-05").json
        let against = try #require(place["against"] as? [[String: Any]])
        #expect(against.contains { $0["modality"] as? String == "denied" })
        #expect((place["counts"] as? [String: Int])?["against"] == against.count)
        let history = try await ask("/api/places/geonames:1/history?known=2017-11-04").json
        let northfield = try #require((history["places"] as? [[Any]])?.first)
        #expect((northfield[8] as? [Any])?.isEmpty == false)
        #expect(try await ask("/api/places/geonames:9/history").status == 404)
    }

    @Test("the histories of all places tell on each day what the map of that day tells")
    func histories() async throws {
        let server = try TestServer()
        let whole = try await server.answer("/api/map/histories?known=2017-11-04").json
        let day = try await server.answer("/api/map?on=2017-11-04&known=2017-11-04").json
        func holder(_ map: [String: Any]) throws -> String? {
            let places = try #require(map["places"] as? [[Any]])
            let segment = try #require((places.first { $0[0] as? String == "geonames:1" }?[8] as? [[Any]])?.last)
            return (map["holders"] as? [[String: Any]])?[try #require(segment[3] as? Int)]["id"] as? String
        }
        #expect(try holder(whole) == "reds")
        #expect(try holder(day) == "reds")
    }

    @Test("the content policy is opened for the tile server alone, and only an address of tiles is one")
    func tiles() async throws {
        let tiles = try #require(TileAddress("https://tiles.example:8443/base/{z}/{x}/{y}.png", credit: "Example"))
        let server = try TestServer(Sample.archive(), ServerConfiguration(tiles: tiles))
        let policy = try #require(try await server.answer("/").headers[.contentSecurityPolicy])
        #expect(policy.contains("img-src 'self' data: blob: https://tiles.example:8443;"))
        #expect(policy.contains("connect-src 'self' https://tiles.example:8443;"))
        #expect(policy.contains("script-src 'self';"))
        #expect(try await server.answer("/api/settings").json["tilesCredit"] as? String == "Example")
        for odd in [
            "https://tiles.example/{z}/{x}.png", "javascript:alert(1)/{z}/{x}/{y}",
            "https://a.example; script-src *//{z}/{x}/{y}",
            "https://user@tiles.example/{z}/{x}/{y}", "https:///{z}/{x}/{y}",
        ] {
            #expect(TileAddress(odd) == nil, "\(odd)")
        }
    }

    @Test("events come in columns of one length")
    func events() async throws {
        let events = try await ask("/api/events?from=2017-12-01&to=2017-12-31").json
        #expect(events["types"] as? [String] == ["air_strike"])
        #expect((events["day"] as? [Int]) == [try #require(PartialDate("2017-12-02")).firstDay])
        #expect((events["type"] as? [Int]) == [0])
        #expect((events["place"] as? [Int]) == [0])
        #expect((events["places"] as? [[String: Any]])?.first?["name"] as? String == "Northfield")
        let none = try await ask("/api/events?from=2018-01-01").json
        #expect((none["day"] as? [Int])?.isEmpty == true)
    }

    @Test("offsets of a report are code points")
    func report() async throws {
        let answer = try await ask("/api/reports/odd%2Fid%3F%23")
        #expect(answer.status == 200)
        #expect(answer.body.contains("\"start\":2,"))
    }

    @Test("a decision is stored, is undone, and needs a claim that there is")
    func decisions() async throws {
        let server = try TestServer()
        let good = try await server.answer(
            Ask("/api/decisions", .post, body: ##"{"claim":"r1#c1","verdict":"accept"}"##))
        #expect(good.status == 200)
        #expect(good.json["decision"] as? String == "accept")
        let undone = try await server.answer(
            Ask("/api/decisions", .post, body: ##"{"claim":"r1#c1","verdict":"undo"}"##))
        #expect(undone.json["decision"] == nil)
        let twice = try await server.answer(
            Ask("/api/decisions", .post, body: ##"{"claim":"r1#c1","verdict":"undo"}"##))
        #expect(twice.status == 409)
        #expect(
            try await ask(Ask("/api/decisions", .post, body: #"{"claim":"none","verdict":"accept"}"#)).status == 404)
        #expect(try await ask(Ask("/api/decisions", .post, body: "{")).status == 400)
    }

    @Test("an edit keeps the field beside the claim, and no odd field")
    func edits() async throws {
        let server = try TestServer()
        let edit = ##"{"claim":"r1#c1","verdict":"edit","fields":{"holder":"Greens","place.lat":"35.5"}}"##
        let answer = try await server.answer(Ask("/api/decisions", .post, body: edit))
        #expect((answer.json["corrections"] as? [String: String])?["holder"] == "Greens")
        #expect(answer.json["kind"] as? String == "control")
        let odd = ##"{"claim":"r1#c1","verdict":"edit","fields":{"confidence":"1"}}"##
        #expect(try await server.answer(Ask("/api/decisions", .post, body: odd)).status == 400)
    }

    @Test("a rejected claim leaves the map and the queue, and comes back")
    func rejection() async throws {
        let server = try TestServer()
        func holds() async throws -> Bool {
            try await server.answer("/api/map.geojson?on=2017-11-04&known=2017-11-04").body.contains("\"reds\"")
        }
        #expect(try await holds())
        _ = try await server.answer(Ask("/api/decisions", .post, body: ##"{"claim":"r1#c1","verdict":"reject"}"##))
        #expect(try await !holds())
        #expect(try await !server.answer("/api/review").body.contains("r1#c1"))
        _ = try await server.answer(Ask("/api/decisions", .post, body: ##"{"claim":"r1#c1","verdict":"undo"}"##))
        #expect(try await holds())
    }

    @Test(
        "bad requests get a clear answer and never a 5xx",
        arguments: [
            "/api/map?on=yesterday", "/api/claims?limit=0", "/api/claims?limit=99999999999999999999",
            "/api/claims?offset=-1", "/api/claims?kind=fact", "/api/events?from=2018&to=2017",
            "/api/places/none", "/api/claims/none", "/api/reports/none", "/../../etc/passwd",
            "/%2e%2e/%2e%2e/etc/passwd", "/api/review?sort=best",
            "/api/reports/%ff", "/api/claims?from=2017-02-31", "/api/nothing",
        ])
    func badRequests(_ path: String) async throws {
        let answer = try await ask(path)
        #expect((400...404).contains(answer.status))
        #expect(answer.json["error"] != nil)
    }

    @Test("every answer carries the safety headers", arguments: ["/", "/api/map", "/nothing"])
    func headers(_ path: String) async throws {
        let answer = try await ask(path)
        #expect(answer.headers[.contentSecurityPolicy]?.contains("script-src 'self';") == true)
        #expect(answer.headers[.contentSecurityPolicy]?.contains("unsafe") == false)
        #expect(answer.headers[.xContentTypeOptions] == "nosniff")
    }

    @Test("search finds words of the sentence and counts facets")
    func search() async throws {
        let found = try await ask("/api/search?q=fled").json
        #expect(found["total"] as? Int == 1)
        #expect((found["facets"] as? [String: [String: Int]])?["kind"]?["figure"] == 1)
    }

    @Test("an answer that the browser has is not sent again, and a long one is compressed")
    func entityTags() async throws {
        let server = try TestServer()
        let first = try await server.answer(Ask("/api/claims", headers: [.acceptEncoding: "gzip"]))
        #expect(first.headers[.contentEncoding] == "gzip")
        let tag = try #require(first.headers[.eTag])
        let second = try await server.answer(Ask("/api/claims", headers: [.ifNoneMatch: tag]))
        #expect(second.status == 304)
        #expect(second.body.isEmpty)
        _ = try await server.answer(Ask("/api/decisions", .post, body: ##"{"claim":"r1#c1","verdict":"accept"}"##))
        #expect(try await server.answer(Ask("/api/claims", headers: [.ifNoneMatch: tag])).status == 200)
    }

    @Test("metrics count by route, never by address")
    func metrics() async throws {
        let server = try TestServer()
        _ = try await server.answer("/api/places/geonames:1")
        _ = try await server.answer("/api/places/none")
        let text = try await server.answer("/metrics").body
        #expect(text.contains(#"route="/api/places/**",status="200"} 1"#))
        #expect(text.contains(#"status="404"} 1"#))
        #expect(!text.contains("geonames"))
        #expect(text.contains("dateline_claims 5"))
    }
}
