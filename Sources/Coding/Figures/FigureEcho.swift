import Record

/// Leaves out figures that say nothing more: what a headline counts once the text counts it, one number told twice in a
/// sentence that a headline is glued to, and round words ("dozens") beside a number of the same measure.
enum FigureEcho {
    /// The end of the rule of a figure that is only a round word.
    static let vague = "/word"
    /// Sentences after the headline that may tell it again.
    private static let reach = 4

    /// `title` is the range in which the text repeats the report's title, if it does.
    static func removed(from drafts: [Draft], _ scenes: [Scene], title: TextRange?) -> [Draft] {
        let figures = drafts.compactMap(Told.init)
        guard figures.count > 1 else { return drafts }
        return drafts.filter { draft in
            guard let told = Told(draft) else { return true }
            let isTitle = scenes[told.sentence].isHeadline || title.map { told.start < $0.end } == true
            return !figures.contains { other in
                guard other.measure == told.measure else { return false }
                if told.isVague { return !other.isVague }
                return other.start > told.start && told.count != nil && other.count == told.count
                    && (other.sentence == told.sentence || isTitle && other.sentence <= told.sentence + reach)
            }
        }
    }

    /// What of a figure's draft decides whether another repeats it.
    private struct Told {
        let measure: Figure.Measure
        /// Its lower bound, else its upper one.
        let count: Double?
        let isVague: Bool
        let start: Int
        let sentence: Int

        /// Nil for a draft of another kind.
        init?(_ draft: Draft) {
            guard case .figure(let figure) = draft.content else { return nil }
            (measure, count) = (figure.measure, figure.low ?? figure.high)
            (isVague, start, sentence) = (draft.rule.hasSuffix(vague), draft.evidence.start, draft.sentence)
        }
    }

    /// Where the first lines of a text repeat a title.
    static func titleRange(_ title: String?, in text: String) -> TextRange? {
        guard let title, title.utf8.count > 12 else { return nil }
        let (wanted, bytes) = (Array(title.utf8), Array(text.utf8.prefix(200 + title.utf8.count)))
        guard bytes.count >= wanted.count else { return nil }
        let start = (0...bytes.count - wanted.count).first { bytes[$0..<$0 + wanted.count].elementsEqual(wanted) }
        return start.map { TextRange($0, $0 + wanted.count) }
    }
}
