import Gazetteer
import Language
import Record

extension Coder {
    /// How likely the text is to tell of conflict, order or politics, as learned; nil without the model.
    func newsChance(_ scenes: [Scene]) -> Double? {
        guard let model = lexicon.learned.relevance else { return nil }
        let bag = SnippetFeatures.of(scenes, [], lexicon.events, length: SnippetFeatures.longLength)
        return zip(model.labels, model.probabilities(bag)).first { $0.0 == "news" }?.1
    }

    /// What the models learn from: the text and the clause of its first sentence, with what the rules make of it.
    func features(_ report: Report, sentences: [Sentence], mentions: [PlaceMention]) -> LearningExample? {
        let (drafts, scenes) = drafts(report, sentences, mentions)
        guard let first = scenes.first else { return nil }
        return LearningExample(
            text: SnippetFeatures.of(scenes, drafts, lexicon.events),
            words: SnippetFeatures.of(scenes, [], lexicon.events, length: SnippetFeatures.longLength),
            clause: ClauseFeatures.of(ClauseFeatures.main(first.sentence), first, drafts, lexicon.events))
    }
}

extension ActorMention {
    /// True for a named authority of a state or of states, or a court's or ministry's people.
    var isAuthority: Bool { !isPlaceName && [.government, .police, .un, .stateForce].contains(actor.kind) }
}
