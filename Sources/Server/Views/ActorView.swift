import Assessment
import Record

/// A party as the page sees it: one id for one colour.
struct ActorView: Encodable, Hashable, Sendable {
    /// The lexicon's id, else the name in lower case.
    var id: String
    var name: String
    var kind: String

    init(_ actor: Actor) {
        id = actor.id ?? "name:" + actor.name.lowercased()
        name = actor.id == nil ? actor.name : NameKey.name(of: actor)
        kind = actor.kind.rawValue
    }

    init(_ party: Party) { (id, name, kind) = (party.key, party.name, party.kind.rawValue) }
}
