import Language
import Record

/// Who strikes in a report that tells strikes one after the other.
struct StrikeSeries {
    /// Who struck last.
    private var striker: Actor?

    /// Counted strikes ("Near X, two strikes: …") and further ones are those of who struck before in the report.
    mutating func giveStriker(_ draft: inout Draft, _ scene: Scene, _ actors: ActorMap) {
        guard case .event(var event) = draft.content, event.type == .airStrike else { return }
        if let actor = event.actor {
            if [.coalition, .stateForce, .government].contains(actor.kind) { striker = actor }
            return
        }
        let words = scene.sentence.children(of: draft.trigger)
        let counted = words.contains { scene.tree.relation($0) == "nummod" }
        let further = words.contains {
            ["another", "other", "further", "more", "the", "these", "those", "such"].contains(
                scene.tokens[$0].form.lowercased())
        }
        guard counted || further else { return }
        event.actor =
            striker ?? (counted ? actors.mentions.first { $0.actor.kind == .coalition && !$0.isModifier }?.actor : nil)
        draft.content = .event(event)
    }
}
