import Foundation
import HTTPTypes
import Record
import Server
import Testing

@Suite("Hostile reports")
struct HostileTests {
    /// Every text of a report, as an attacker would write it.
    private func archive(_ text: String) -> MemoryArchive {
        var header = CodedReport.Header(id: text.count < 100 ? text : "long")
        (header.title, header.publisher, header.author, header.url) = (text, text, text, text)
        header.published = PartialDate("2017-11-04")
        var place = Place(name: text)
        (place.latitude, place.longitude, place.kind, place.admin1) = (35, 40, .settlement, text)
        let control = Control(state: .held, place: place, holder: Actor(name: text, kind: .rebel))
        let claim = Claim(
            id: "c1", content: .control(control), evidence: TextRange(0, text.utf8.count),
            trigger: TextRange(0, min(1, text.utf8.count)), modality: .claimed,
            attribution: Attribution(name: text, kind: .party), when: TimeSpan(PartialDate(daysSince1970: 17_000)),
            confidence: 0.5, rule: text)
        let caption = Caption(
            range: TextRange(0, text.utf8.count), text: text, textRange: TextRange(0, text.utf8.count),
            photographer: text, agency: text)
        return MemoryArchive([CodedReport(report: header, text: text, captions: [caption], claims: [claim])])
    }

    private let paths = [
        "/api/map", "/api/map.geojson", "/api/claims", "/api/reports", "/api/captions", "/api/review", "/api/places",
        "/api/actors", "/api/settings",
    ]

    private struct Sentences: Decodable {
        struct One: Decodable { var sentence: String }

        var claims: [One]
    }

    @Test(
        "text stays text: JSON that parses, of a type that no browser runs",
        arguments: [
            "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "javascript:alert(1)", "\u{202E}gpj.exe",
            "\u{0}\u{1}\u{1F}\u{7F}", "\\u003cscript\\u003e", "\"\\\n\r\t", "\u{FEFF}\u{FFFD}\u{10FFFF}",
            "]]>--></style>",
        ])
    func asText(_ text: String) async throws {
        let server = try TestServer(archive(text))
        for path in paths {
            let answer = try await server.answer(path)
            #expect(answer.status == 200, "\(path)")
            #expect(answer.headers[.contentType]?.contains("json") == true)
            #expect(!answer.json.isEmpty, "\(path) is no JSON")
        }
        // JSONSerialization drops a byte order mark at the start of a string; JSONDecoder keeps it.
        let body = try await server.answer("/api/claims").body
        #expect(try JSONDecoder().decode(Sentences.self, from: Data(body.utf8)).claims.first?.sentence == text)
    }

    @Test("broken UTF-8 in an address or a body is a clear 4xx")
    func brokenBytes() async throws {
        let server = try TestServer()
        for path in ["/api/claims/%ff%fe", "/api/reports/%c3%28", "/%80", "/api/places/%f0%28%8c%28"] {
            #expect((400...404).contains(try await server.answer(path).status), "\(path)")
        }
        let words = try await server.answer("/api/claims?q=%ff%fe")
        #expect(words.status < 500)
    }

    @Test("a caption of five megabytes is answered whole")
    func longCaption() async throws {
        let text = String(repeating: "word <b>bold</b> ", count: 300_000)
        let answer = try await TestServer(archive(text)).answer("/api/captions")
        let captions = answer.json["captions"] as? [[String: Any]]
        #expect((captions?.first?["text"] as? String)?.utf8.count == text.utf8.count)
    }

    @Test("a body that is too large is refused")
    func largeBody() async throws {
        let body = #"{"claim":""# + String(repeating: "x", count: 100_000) + #"","verdict":"accept"}"#
        #expect(try await TestServer().answer(Ask("/api/decisions", .post, body: body)).status == 413)
    }

    @Test("formulas for SQL, FTS and paths find nothing and break nothing")
    func injections() async throws {
        let server = try TestServer()
        for words in ["'%20OR%201=1--", "%22%20OR%20*", "NEAR(", "a*%20AND%20NOT", "%5Btitle%3Aa", "..%2f..%2fetc"] {
            for path in [
                "/api/claims?q=", "/api/reports?q=", "/api/places?q=", "/api/claims?place=", "/api/claims?type=",
            ] {
                #expect(try await server.answer(path + words).status < 500, "\(path)\(words)")
            }
        }
    }
}
