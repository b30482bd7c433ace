import Language
import Record

/// Who strikes in a report that tells strikes one after the other.
struct StrikeSeries {
    /// Who struck last.
    private var striker: Actor?
    /// Lines with counted strikes so far: two make a release, in which "a strike near X" is one of the series.
    private var counts = 0

    /// Counted strikes ("Near X, two strikes: …") and further ones are those of who struck before in the report.
    mutating func giveStriker(_ draft: inout Draft, _ scene: Scene, _ actors: ActorMap) {
        guard case .event(var event) = draft.content, event.type == .airStrike else { return }
        let words = scene.sentence.children(of: draft.trigger)
        let counted = words.contains { scene.tree.relation($0) == "nummod" }
        if counted { counts += 1 }
        if let actor = event.actor {
            if [.coalition, .stateForce, .government].contains(actor.kind) { striker = actor }
            return
        }
        let further = words.contains {
            let word = scene.tokens[$0].form.lowercased()
            return ["another", "other", "further", "more", "the", "these", "those", "such"].contains(word)
                || counts > 1 && ["a", "an"].contains(word)
        }
        guard counted || further else { return }
        event.actor =
            striker ?? (counted ? actors.mentions.first { $0.actor.kind == .coalition && !$0.isModifier }?.actor : nil)
        draft.content = .event(event)
    }
}
