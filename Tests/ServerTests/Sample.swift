import Foundation
import Record
import Server

/// Two reports written for the tests: a capture and its denial, and hostile text.
enum Sample {
    static func archive() -> MemoryArchive { MemoryArchive([capture(), denial(), hostile()]) }

    private static func place() -> Place {
        var place = Place(name: "Northfield")
        (place.resolved, place.id, place.kind) = ("Northfield", "geonames:1", .settlement)
        (place.latitude, place.longitude, place.country) = (35, 40, "SY")
        return place
    }

    private static func actor(_ name: String) -> Actor { Actor(name: name, id: name.lowercased(), kind: .rebel) }

    private static func claim(
        _ id: String, _ content: Claim.Content, _ sentence: String, in text: String, day: String,
        modality: Modality = .asserted
    ) -> Claim {
        let start = text.utf8Offset(of: sentence)
        return Claim(
            id: id, content: content, evidence: TextRange(start, start + sentence.utf8.count),
            trigger: TextRange(start, start + 1), modality: modality, when: PartialDate(day).map { TimeSpan($0) },
            confidence: 0.8, rule: "test")
    }

    private static func capture() -> CodedReport {
        let sentence = "The reds took Northfield from the blues."
        let text = "Headline\n\n" + sentence
        var header = CodedReport.Header(id: "r1")
        (header.title, header.publisher, header.published) = ("Headline", "Wire", PartialDate("2017-11-04"))
        let control = Control(state: .captured, place: place(), holder: actor("Reds"), from: actor("Blues"))
        return CodedReport(
            report: header, text: text,
            claims: [claim("c1", .control(control), sentence, in: text, day: "2017-11-03")])
    }

    private static func denial() -> CodedReport {
        let text = "The blues denied that Northfield had been taken."
        var header = CodedReport.Header(id: "r2")
        (header.title, header.publisher, header.published) = ("Denial", "Blue Radio", PartialDate("2017-11-05"))
        let control = Control(state: .captured, place: place(), holder: actor("Reds"), from: actor("Blues"))
        return CodedReport(
            report: header, text: text,
            claims: [claim("c1", .control(control), text, in: text, day: "2017-11-03", modality: .denied)])
    }

    private static func hostile() -> CodedReport {
        let sentence = "<script>alert(1)</script> 40 people fled Northfield."
        let text = "😀 " + sentence
        var header = CodedReport.Header(id: "odd/id?#")
        (header.title, header.publisher) = ("<img src=x onerror=alert(1)>", "Wire")
        header.published = PartialDate("2017-12-01")
        header.url = "javascript:alert(1)"
        var figure = Figure(measure: .displaced, low: 40, high: 40)
        figure.place = place()
        return CodedReport(
            report: header, text: text, claims: [claim("c1", .figure(figure), sentence, in: text, day: "2017-11-30")])
    }
}

extension String {
    fileprivate func utf8Offset(of part: String) -> Int {
        range(of: part).map { utf8.distance(from: startIndex, to: $0.lowerBound) } ?? 0
    }
}
