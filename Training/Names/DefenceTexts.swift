import Foundation
import Language
import Record

/// Reads re3d (Dstl's relationship and entity extraction data: Syria and Iraq): whole texts with character spans.
struct DefenceTexts {
    private struct Text: Decodable {
        struct Entity: Decodable {
            var b: Int
            var e: Int
            var type: String
        }
        var text: String
        var entities: [Entity]
    }

    private static let kinds: [String: NameKind] = [
        "Organisation": .organisation, "Location": .location, "Person": .person, "Nationality": .norp,
        "Temporal": .date, "Money": .money, "Weapon": .weapon, "MilitaryPlatform": .weapon, "Vehicle": .weapon,
    ]

    /// The sentences of all texts; spans lose what is no name at their beginning ("the", "members of").
    static func read(_ data: String, analyser: Analyser) throws -> [NamedSentence] {
        let file = try String(contentsOfFile: data + "/re3d/re3d.jsonl", encoding: .utf8)
        var found: [NamedSentence] = []
        for line in file.split(separator: "\n") {
            let text = try JSONDecoder().decode(Text.self, from: Data(line.utf8))
            let index = OffsetIndex(text.text)
            let spans: [(range: TextRange, kind: NameKind)] = text.entities.compactMap { entity in
                guard let kind = kinds[entity.type] else { return nil }
                return (TextRange(index.byte(atCodePoint: entity.b), index.byte(atCodePoint: entity.e)), kind)
            }
            .sorted { ($0.range.count, $1.range.start) > ($1.range.count, $0.range.start) }
            for sentence in analyser.analyse(text.text) {
                found.append(
                    NamedSentence(
                        sentence, spans: names(of: sentence, spans),
                        marked: [.person, .organisation, .location, .norp, .weapon]))
            }
        }
        return found
    }

    private static func names(of sentence: Sentence, _ spans: [(range: TextRange, kind: NameKind)]) -> [NamedSpan] {
        var taken = [Bool](repeating: false, count: sentence.tokens.count)
        var names: [NamedSpan] = []
        for span in spans {
            var tokens = sentence.tokens.indices.filter { span.range.contains(sentence.tokens[$0].range) }
            while let first = tokens.first, !isNameStart(sentence.tokens[first]), span.kind != .date {
                tokens.removeFirst()
            }
            while let last = tokens.last, ["'s", ",", ".", "’s"].contains(sentence.tokens[last].form) {
                tokens.removeLast()
            }
            guard let first = tokens.first, let last = tokens.last, tokens.count <= 10 else { continue }
            let range = first..<(last + 1)
            guard range.allSatisfy({ !taken[$0] }) else { continue }
            range.forEach { taken[$0] = true }
            names.append(NamedSpan(kind: span.kind, tokens: range))
        }
        return names
    }

    private static func isNameStart(_ token: Token) -> Bool {
        guard let first = token.form.unicodeScalars.first else { return false }
        if ["The", "A", "An"].contains(token.form) { return false }
        return first.properties.isUppercase || first.properties.numericType != nil || token.form.hasPrefix("al")
    }
}
