import Coding
import Gazetteer
import Language
import Record

/// A text coded with its settlements given, so that tests need no gazetteer.
struct CodedText {
    let claims: [Claim]

    private static let models = Result { try LanguageModels(folder: try DataFolder.path(.models)) }

    /// Codes a text in which the names of `towns` (of one word or several) are settlements of `country`.
    init(_ text: String, towns: [String], country: String = "SY", published: String = "2017-11-08") throws {
        let sentences = WordForms.analyse(
            text, blocks: [TextRange(0, text.utf8.count)], with: Analyser(models: try Self.models.get()),
            forms: try ReadText.lexicon.get().events.forms)
        var mentions: [PlaceMention] = []
        for (number, sentence) in sentences.enumerated() {
            for name in towns {
                let words = name.split(whereSeparator: { $0 == " " || $0 == "-" }).map(String.init)
                for at in sentence.tokens.indices {
                    guard let tokens = Self.match(words, at: at, sentence) else { continue }
                    var place = Place(name: name, range: sentence.textRange(tokens))
                    (place.kind, place.country) = (.settlement, country)
                    mentions.append(PlaceMention(place: place, sentence: number, tokens: tokens))
                }
            }
        }
        mentions.sort { ($0.sentence, $0.tokens.lowerBound) < ($1.sentence, $1.tokens.lowerBound) }
        var report = Report(id: "t", text: text)
        report.published = PartialDate(published)
        claims =
            Coder(lexicon: try ReadText.lexicon.get()).code(report, sentences: sentences, mentions: mentions).claims
    }

    /// The tokens that spell the words from a token on, hyphens between them passed over.
    private static func match(_ words: [String], at start: Int, _ sentence: Sentence) -> Range<Int>? {
        var at = start
        for (number, word) in words.enumerated() {
            if number > 0, at < sentence.tokens.count, sentence.tokens[at].form == "-" { at += 1 }
            guard at < sentence.tokens.count, sentence.tokens[at].form == word else {
                guard number == 0, at < sentence.tokens.count,
                    sentence.tokens[at].form == words.joined(separator: "-")
                else { return nil }
                return at..<at + 1
            }
            at += 1
        }
        return start..<at
    }

    /// The claims of control, with what they say of modality.
    var controls: [(control: Control, claim: Claim)] {
        claims.compactMap { if case .control(let control) = $0.content { (control, $0) } else { nil } }
    }

    /// The events.
    var events: [(event: Event, claim: Claim)] {
        claims.compactMap { if case .event(let event) = $0.content { (event, $0) } else { nil } }
    }

    /// The relations.
    var relations: [Relation] {
        claims.compactMap { if case .relation(let relation) = $0.content { relation } else { nil } }
    }

    /// The figures.
    var figures: [Figure] {
        claims.compactMap { if case .figure(let figure) = $0.content { figure } else { nil } }
    }

    /// A sentence about four Syrian towns as the first of a report that is no short note.
    static func inReport(_ text: String) throws -> CodedText {
        let rest =
            "\n\nThe road was open. Traders came back. Soldiers and rebels had exchanged fire. Rain fell. The day was quiet."
        return try CodedText(text + rest, towns: ["Azaz", "Dabiq", "Harim", "Marea"])
    }
}
