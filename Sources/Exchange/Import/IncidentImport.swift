import Foundation
import Record

/// Lines of `dateline link` as rows of a data set: an incident is one event, with the bounds of its members' counts, and
/// its text is what the members say, each sentence once.
enum IncidentImport {
    /// - Throws: ``ImportError`` with position, key and what was expected.
    static func record(_ bytes: Data, position: String) throws(ImportError) -> RowRecord {
        let line: Line
        do { line = try JSONDecoder().decode(Line.self, from: bytes) } catch {
            throw ImportError("\(position): no incident of `dateline link`: \(ImportError.reason(error))")
        }
        guard let main = line.members.first, case .event(let told) = main.claim.content else {
            throw ImportError("\(position): no incident of `dateline link`: \"members\" must begin with an event")
        }
        var event = Event(type: line.type, actor: told.actor, target: told.target, place: line.place)
        (event.origin, event.destination, event.weapon) = (told.origin, told.destination, told.weapon)
        if let killed = line.killed {
            event.fatalities = Quantity(
                low: killed.low.flatMap { Int(exactly: $0) }, high: killed.high.flatMap { Int(exactly: $0) })
        }
        let when = TimeSpan(
            start: line.first, end: line.last, precision: line.first == line.last ? .day : .span)
        var said: Set<String> = []
        let sentences = line.members.map(\.sentence).filter { !$0.isEmpty && said.insert($0).inserted }
        var claim = Claim(row: .event(event), cited: nil, when: when)
        claim.rule = "incident"
        return RowRecord(
            id: line.id, text: sentences.joined(separator: "\n"), known: line.members.map(\.known).max(),
            publisher: nil,
            url: main.url, claims: [claim])
    }

    private struct Line: Decodable {
        struct Member: Decodable {
            var claim: Claim
            var known: PartialDate
            var sentence: String
            var url: String?
        }
        struct Killed: Decodable {
            var low: Double?
            var high: Double?
        }
        var id: String
        var type: EventType
        var place: Place?
        var first: PartialDate
        var last: PartialDate
        var killed: Killed?
        var members: [Member]
    }
}
