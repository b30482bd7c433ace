import Foundation
import Language
public import Record

/// The words of events and control: which word, as which part of speech, tells what, and where its roles stand.
///
/// One entry a line in `events/*.yaml`:
/// `- {words: [capture, "drive out"], pos: verb, control: captured, actor: [subject], place: [object], from: [from]}`
///
/// A class, because every sentence of every report works with the one copy.
public final class EventLexicon: Sendable {
    /// Entries by the ``SpellingKey`` of their first word, those of most words first.
    package let byLemma: [String: [EventEntry]]
    private let table: WordTable<[EventEntry]>
    private let adjectives: WordTable<EventEntry>
    /// All entries in file order.
    package let entries: [EventEntry]

    /// Inflected forms of the verbs, in lower case, to their lemma: what a general lemmatiser may not know ("controlled").
    package let forms: [String: String]

    /// Reads `*.yaml` in a folder; files of `overlay` add to them and come first.
    public init(folder: String, overlay: String?) throws {
        var entries: [EventEntry] = []
        for root in [overlay, folder].compactMap({ $0 }) {
            for path in LexiconFolder.files(under: root) {
                guard let data = FileManager.default.contents(atPath: path) else { continue }
                for line in try FlowLines.read(data, file: path) { entries += try Self.entries(of: line, path) }
            }
        }
        var byLemma = Dictionary(grouping: entries, by: \.lemma)
        for key in byLemma.keys { byLemma[key]?.sort { $0.rest.count > $1.rest.count } }
        var forms: [String: String] = [:]
        for entry in entries where entry.pos == .verb {
            for form in VerbForms.regular(of: entry.lemma) where byLemma[form] == nil { forms[form] = entry.lemma }
        }
        (self.entries, self.byLemma, self.forms) = (entries, byLemma, forms)
        table = WordTable(byLemma)
        adjectives = WordTable(byLemma.compactMapValues { $0.first { $0.pos == .adjective } })
    }

    /// The entries that a word begins, by its lemma in whatever case and spelling.
    func entries(of lemma: String) -> [EventEntry]? {
        SpellingKey.isKey(lemma) ? table[lemma] : table[SpellingKey.key(for: lemma.lowercased())]
    }

    /// The adjective of control that a form is ("held" of "rebel-held").
    func adjective(_ form: String) -> EventEntry? { adjectives[ignoringCase: form] }

    /// The entries of a line, one for each of its words.
    private static func entries(of line: FlowLines.Entry, _ path: String) throws -> [EventEntry] {
        func fail(_ message: String) -> LexiconError { LexiconError(file: path, line: line.line, message: message) }
        guard let pos = EventEntry.Pos(rawValue: line.text("pos") ?? "") else {
            throw fail("expected pos: verb, noun or adjective")
        }
        let content: EventEntry.Content
        if let name = line.text("event") {
            guard let type = EventType(rawValue: name) else { throw fail("'\(name)' is no event type; see ONTOLOGY") }
            content = .event(type)
        } else if let name = line.text("control") {
            guard let state = Control.State(rawValue: name) else { throw fail("'\(name)' is no control state") }
            content = .control(state)
        } else {
            throw fail("expected event: or control:")
        }
        func slots(_ key: String) throws -> [EventEntry.Slot] {
            try line.list(key).map { name in
                guard let slot = EventEntry.Slot(name) else { throw fail("'\(name)' is no slot for \(key)") }
                return slot
            }
        }
        var needs: [EventEntry.Need] = []
        for text in line.list("needs") {
            guard let need = EventEntry.Need(text) else { throw fail("'\(text)' is no need; write slot:kind") }
            needs.append(need)
        }
        return try line.list("words").map { word in
            let parts = word.split(separator: " ").map { SpellingKey.key(for: String($0)) }
            guard let first = parts.first else { throw fail("an empty word") }
            return EventEntry(
                id: "\(pos.rawValue):\(word)", lemma: first, rest: Array(parts.dropFirst()), pos: pos, content: content,
                actor: try slots("actor"), target: try slots("target"), place: try slots("place"),
                from: try slots("from"), destination: try slots("destination"), needs: needs,
                ended: line.text("ended") == "true",
                cases: line.list("case"), light: line.text("light"))
        }
    }
}
