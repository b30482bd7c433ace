import Record

/// Leaves out what a headline says once the first sentences say it in full: one claim, told where it is told best.
enum HeadlineEcho {
    /// Sentences after the headline that may tell it again.
    private static let reach = 4

    static func removed(from drafts: [Draft], _ scenes: [Scene]) -> [Draft] {
        drafts.filter { draft in
            guard scenes[draft.sentence].isHeadline else { return true }
            return !drafts.contains { other in
                !scenes[other.sentence].isHeadline && other.sentence > draft.sentence
                    && other.sentence <= draft.sentence + reach && says(other, draft)
            }
        }
    }

    private static func says(_ full: Draft, _ short: Draft) -> Bool {
        switch (full.content, short.content) {
        case (.event(let a), .event(let b)):
            return DraftMerger.family(a.type) == DraftMerger.family(b.type) && fits(a.actor, b.actor)
                && (fits(a.place, b.place) || b.place?.kind == .country || b.place?.kind == .admin1)
        case (.control(let a), .control(let b)):
            return a.state == b.state && fits(a.place, b.place) && fits(a.holder, b.holder)
        default: return false
        }
    }

    private static func fits(_ a: Actor?, _ b: Actor?) -> Bool {
        guard let b, let first = b.id else { return true }
        guard let a, let second = a.id else { return a != nil }
        return first == second || a.country != nil && a.country == b.country
    }

    private static func fits(_ a: Place?, _ b: Place?) -> Bool {
        guard let b else { return true }
        guard let a else { return false }
        return a.name == b.name || a.id != nil && a.id == b.id
    }
}
