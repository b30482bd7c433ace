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
        let figures = drafts.filter { if case .figure = $0.content { true } else { false } }
        guard figures.count > 1 else { return drafts }
        return drafts.filter { draft in
            guard case .figure(let figure) = draft.content else { return true }
            let isTitle =
                scenes[draft.sentence].isHeadline || title.map { draft.evidence.start < $0.end } == true
            return !figures.contains { other in
                guard case .figure(let full) = other.content, full.measure == figure.measure else { return false }
                if draft.rule.hasSuffix(vague) { return !other.rule.hasSuffix(vague) }
                return other.evidence.start > draft.evidence.start && counts(full, figure)
                    && (other.sentence == draft.sentence || isTitle && other.sentence <= draft.sentence + reach)
            }
        }
    }

    private static func counts(_ a: Figure, _ b: Figure) -> Bool {
        guard let first = a.low ?? a.high, let second = b.low ?? b.high else { return false }
        return first == second
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
