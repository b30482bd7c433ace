import Foundation
import Record
import Testing

@Suite("The JSON of a coded report")
struct CodedReportTests {
    static let text = "🕊️ قوات entered Ana — and “held” it. The general said 1,500 fled."

    static func range(of part: String) throws -> TextRange {
        let found = try #require(text.range(of: part))
        let start = text.utf8.distance(from: text.startIndex, to: found.lowerBound)
        return TextRange(start, start + part.utf8.count)
    }

    static func report() throws -> CodedReport {
        var header = CodedReport.Header(id: "r1")
        header.title = "A title with \"quotes\" / and a slash"
        header.published = PartialDate("2017-09-21")
        header.coder = "dateline test"
        var place = Place(name: "Ana", range: try range(of: "Ana"))
        (place.resolved, place.id, place.kind, place.country) = ("Anah", "geonames:1", .settlement, "IQ")
        (place.latitude, place.longitude, place.confidence) = (34.37, 41.98, 0.9)
        place.modifier = Place.Modifier(text: "20 km south of", direction: "south", distance: 20)
        let army = Actor(name: "army", id: "iraqi_army", kind: .stateForce, country: "IQ")
        let fighters = Actor(name: "fighters", kind: .jihadist)
        var event = Event(type: .advance, actor: army, target: fighters, place: place)
        event.fatalities = Quantity(low: 3, high: nil, approximate: true, group: "soldiers")
        var control = Control(state: .captured, place: place, holder: army, from: fighters)
        control.until = PartialDate("2017-11")
        control.holders = [army, fighters]
        control.besieger = army
        var figure = Figure(measure: .displaced, low: 1500, high: 1500, approximate: true)
        (figure.unit, figure.group, figure.place, figure.cumulative) = ("persons", "people", place, true)
        let contents: [Claim.Content] = [
            .event(event), .control(control), .figure(figure),
            .relation(Relation(bond: .partOf, actor: army, target: fighters)),
        ]
        let evidence = try range(of: "قوات entered Ana")
        let trigger = try range(of: "entered")
        let claims = contents.enumerated().map { number, content in
            Claim(
                id: "c\(number + 1)", content: content, evidence: evidence, trigger: trigger, modality: .claimed,
                attribution: Attribution(name: "The general", kind: .official),
                when: TimeSpan(start: PartialDate("2017-09-21"), end: nil, precision: .span, text: "since Thursday"),
                background: number == 2, confidence: 0.75, rule: "test/rule")
        }
        let caption = Caption(
            range: try range(of: "“held” it."), text: "“held”", textRange: try range(of: "“held”"),
            date: PartialDate("2017"), photographer: nil, agency: "EWP")
        return CodedReport(
            report: header, text: text, captions: [caption], places: [place], claims: claims,
            primary: CodedReport.Primary(claim: "c2", acled: "x", plover: nil, cameo: "192"))
    }

    @Test("goes out and comes back the same, bytes too")
    func roundTrip() throws {
        let report = try Self.report()
        let line = try report.json()
        let back = try CodedReport(json: line)
        #expect(back == report)
        #expect(try back.json() == line)
        #expect(!line.contains(10))
    }

    @Test("the bytes are those of JSONEncoder with sorted keys")
    func sameAsEncoder() throws {
        var odd = try Self.report()
        odd.text = "quotes \" and \\ and / \u{8}\u{C}\n\r\t\u{1}\u{1F}\u{7F} é \u{2028} 🕊️ قوات"
        odd.captions[0].agency = nil
        odd.report.dateline = Dateline(
            place: "Ana", agency: "EWP", date: PartialDate("2017-09"), range: TextRange(0, 9))
        odd.places[0].share = 1e-7
        odd.places[0].latitude = -12
        odd.claims[0].confidence = 1e17
        for report in [try Self.report(), odd, CodedReport(report: .init(id: "bare"), text: "")] {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
            encoder.userInfo[.offsetIndex] = OffsetIndex(report.text)
            #expect(
                String(decoding: try report.json(), as: UTF8.self)
                    == String(decoding: try encoder.encode(report), as: UTF8.self))
        }
        odd.claims[0].confidence = .nan
        #expect(throws: EncodingError.self) { try odd.json() }
    }

    @Test("offsets are code points in JSON and bytes inside")
    func offsets() throws {
        let object = try #require(try JSONSerialization.jsonObject(with: Self.report().json()) as? [String: Any])
        let claim = try #require((object["claims"] as? [[String: Any]])?.first)
        let trigger = try #require(claim["trigger"] as? [String: Int])
        let scalars = Array(Self.text.unicodeScalars)
        let start = try #require(trigger["start"])
        let end = try #require(trigger["end"])
        #expect(String(String.UnicodeScalarView(scalars[start..<end])) == "entered")
        #expect(start == 8)
        #expect(try Self.range(of: "entered").text(in: Self.text) == "entered")
    }

    @Test("unknown keys are left out, absent keys stay absent")
    func unknownKeys() throws {
        let line = Data(
            #"{"report":{"id":"a","colour":"red"},"text":"x","captions":[],"places":[],"claims":[],"mood":1}"#.utf8)
        let report = try CodedReport(json: line)
        let out = String(decoding: try report.json(), as: UTF8.self)
        #expect(!out.contains("colour") && !out.contains("mood") && !out.contains("title"))
    }

    @Test("a range that ends before it begins is refused with the numbers")
    func badRange() {
        let line = Data(
            #"{"report":{"id":"a"},"text":"xyz","captions":[],"places":[{"name":"x","start":2,"end":1}],"claims":[]}"#
                .utf8)
        #expect(throws: DecodingError.self) { try CodedReport(json: line) }
    }
}
