import Crypto
import Foundation
import Ledger
import Record

/// Reports about one town, small enough to read.
enum Sample {
    static let army = Actor(name: "Army", id: "syrian_army", kind: .stateForce, country: "SY")
    static let group = Actor(name: "Group", id: "islamic_state", kind: .jihadist)

    static func town(_ name: String = "Sampletown") -> Place {
        var place = Place(name: name)
        (place.resolved, place.id, place.country, place.kind) = (name, "t:\(name)", "SY", .settlement)
        (place.latitude, place.longitude) = (35, 40)
        return place
    }

    /// A fresh path for a ledger.
    static func path() -> String {
        FileManager.default.temporaryDirectory.appendingPathComponent("ledger-\(UUID().uuidString).sqlite").path
    }

    /// A report of one sentence that says who took a town from whom.
    static func capture(
        _ id: String, _ holder: Actor, from: Actor? = nil, town: String = "Sampletown", on day: String,
        published: String? = nil, publisher: String = "Paper", coder: String = "coder 1", number: Int = 1
    ) -> Recording {
        let text = "\(holder.name) took \(town) on \(day), report \(id) of \(publisher) says."
        let control = Control(state: .captured, place: Self.town(town), holder: holder, from: from)
        let claim = Claim(
            id: "c\(number)", content: .control(control), evidence: TextRange(0, text.utf8.count),
            trigger: TextRange(holder.name.utf8.count + 1, holder.name.utf8.count + 5), modality: .asserted,
            when: PartialDate(day).map { TimeSpan($0) }, confidence: 0.9, rule: "test")
        return report(id, text, [claim], published: published ?? day, publisher: publisher, coder: coder)
    }

    /// A report of one sentence that tells of a bombing.
    static func bombing(_ id: String, dead: Int, on day: String, publisher: String) -> Recording {
        let text = "A car bomb killed \(dead) in Sampletown on \(day), wrote \(publisher)."
        var event = Event(type: .ied, place: town())
        event.fatalities = Quantity(low: dead, high: dead)
        let claim = Claim(
            id: "c1", content: .event(event), evidence: TextRange(0, text.utf8.count), trigger: TextRange(6, 10),
            modality: .asserted, when: PartialDate(day).map { TimeSpan($0) }, confidence: 0.9, rule: "test")
        return report(id, text, [claim], published: day, publisher: publisher, coder: "coder 1")
    }

    private static func report(
        _ id: String, _ text: String, _ claims: [Claim], published: String, publisher: String, coder: String
    ) -> Recording {
        var header = CodedReport.Header(id: id)
        (header.title, header.publisher, header.language) = ("Report \(id)", publisher, "en")
        (header.published, header.coder) = (PartialDate(published), coder)
        let bytes = Data(text.utf8)
        let sha256 = SHA256.hash(data: bytes).map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
        return Recording(
            coded: CodedReport(report: header, text: text, claims: claims), bytes: bytes, sha256: sha256,
            source: "\(id).txt", format: "text")
    }
}
