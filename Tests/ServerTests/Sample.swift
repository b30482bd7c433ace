import Foundation
import Record
import Server

/// Reports written for the tests: a capture and its denial, a fresh strike, a camp, and hostile text.
enum Sample {
    static func archive() -> MemoryArchive { MemoryArchive(reports()) }

    static func reports() -> [CodedReport] { [capture(), denial(), hostile(), camp()] }

    static func place(_ name: String = "Northfield", _ id: String = "geonames:1") -> Place {
        var place = Place(name: name)
        (place.resolved, place.id, place.kind) = (name, id, .settlement)
        (place.latitude, place.longitude, place.country) = (35, 40, "SY")
        (place.admin1, place.admin2) = ("Westland", "Lower Westland")
        return place
    }

    static func actor(_ name: String) -> Actor { Actor(name: name, id: name.lowercased(), kind: .rebel) }

    static func claim(
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

    /// A place that the standard policy tells to the district only, and an event on the day of the test.
    private static func camp() -> CodedReport {
        let first = "About 500 people live in the tents of Willowbank."
        let second = "Jets struck Northfield at dawn."
        let text = first + " " + second
        var header = CodedReport.Header(id: "r4")
        (header.title, header.publisher, header.published) = ("Tents of Willowbank", "Wire", PartialDate("2017-12-02"))
        var figure = Figure(measure: .displaced, low: 500, high: 500)
        figure.place = place("Willowbank", "geonames:2")
        figure.place?.kind = .camp
        let strike = Event(type: .airStrike, place: place())
        return CodedReport(
            report: header, text: text,
            claims: [
                claim("c1", .figure(figure), first, in: text, day: "2017-12-02"),
                claim("c2", .event(strike), second, in: text, day: "2017-12-02"),
            ])
    }
}

extension String {
    fileprivate func utf8Offset(of part: String) -> Int {
        range(of: part).map { utf8.distance(from: startIndex, to: $0.lowerBound) } ?? 0
    }
}
