/// What the models see of a text: for `Training`, which learns them.
package struct LearningExample: Sendable {
    /// Words, trees and the rules' claims of the first sentences: for the type.
    package var text: FeatureBag
    /// Words and trees alone, of more sentences: for relevance.
    package var words: FeatureBag
    /// The main clause of the first sentence: for PLOVER.
    package var clause: FeatureBag
}
