import Coding
import Gazetteer
import Language
import Record

/// A text read as far as parties and sources, for tests.
struct ReadText {
    let text: String
    let sentences: [Sentence]
    let actors: ActorMap
    let sources: AttributionFinder

    /// The lexicon that ships.
    static let lexicon = Result { try Lexicon(folder: try DataFolder.path(.lexicon)) }
    private static let models = Result { try LanguageModels(folder: try DataFolder.path(.models)) }

    /// Reads a text; `places` stands for the settlements found in it, by country.
    init(_ text: String, in country: String? = nil) throws {
        self.text = text
        sentences = Analyser(models: try Self.models.get()).analyse(text)
        var places: [PlaceMention] = []
        if let country {
            var place = Place(name: "somewhere")
            (place.country, place.kind) = (country, .settlement)
            places = (0..<4).map { _ in PlaceMention(place: place, sentence: 0, tokens: 0..<1) }
        }
        actors = ActorFinder(lexicon: try Self.lexicon.get()).find(sentences: sentences, text: text, mentions: places)
        sources = AttributionFinder(sentences: sentences, text: text, actors: actors)
    }

    /// The last mention spelled so.
    func mention(_ name: String) -> ActorMention? {
        actors.mentions.last { sentences[$0.sentence].text(of: $0.tokens, in: text) == name }
    }

    /// The source of the first token of that form.
    func source(of form: String) -> FoundAttribution? {
        for (number, sentence) in sentences.enumerated() {
            if let token = sentence.tokens.firstIndex(where: { $0.form == form }) {
                return sources.attribution(for: token, in: number)
            }
        }
        return nil
    }
}
