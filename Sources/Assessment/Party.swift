public import Record

/// A side as its claims name it.
public struct Party: Sendable, Hashable, Codable {
    /// ``NameKey/side(_:at:)``.
    public var key: String
    /// ``NameKey/name(of:)``.
    public var name: String
    /// The lexicon's id; nil for a party that it does not know.
    public var id: String?
    /// What sort of party it is.
    public var kind: Actor.Kind
    /// ISO 3166 code of its state, where it has one.
    public var country: String?
    /// How far the one named is from the whole side: 0 its government, 1 the side, 2 a part of it, 3 no name of its own.
    public var distance = 1

    private enum CodingKeys: String, CodingKey { case key, name, id, kind, country }

    /// An actor, as a side at a place in `country`.
    public init(_ actor: Actor, at country: String?) {
        key = NameKey.side(actor, at: country)
        (name, id, kind) = (NameKey.name(of: actor), actor.id, actor.kind)
        self.country = actor.country
        distance = actor.kind == .government ? 0 : actor.side == nil || actor.side == actor.id ? 1 : 2
        // "The government", "the army" name nobody where another name does.
        if name.allSatisfy({ $0.isLowercase || !$0.isLetter }) { distance = 3 }
        // Who backs them says no more of them than of others of the side.
        if actor.id == nil, NameKey.tellsBacking(name) { distance = 4 }
    }

    /// A side from its stored parts.
    public init(key: String, name: String, id: String?, kind: Actor.Kind, country: String?) {
        (self.key, self.name, self.id, self.kind, self.country) = (key, name, id, kind, country)
    }

    /// The parties of a control claim.
    public static func of(_ claim: Claim) -> [Party] {
        guard case .control(let control) = claim.content else { return [] }
        let actors = [control.holder, control.from, control.besieger].compactMap { $0 } + (control.holders ?? [])
        return actors.map { Party($0, at: control.place.country) }
    }
}

/// Chooses the name that stands for each side: that of the outermost one named (the government of a state before its
/// forces, these before one of their units), by the name that claims call it by most often. The order of reading does
/// not choose.
///
///     var names = PartyNames()
///     for claim in claims { names.note(claim) }
///     names.chosen[NameKey.hash("state:IQ")]?.name   // "Iraqi army", however often its units are named
public struct PartyNames: Sendable {
    private var uses: [UInt64: [Party: Int]] = [:]

    /// No names yet.
    public init() {}

    /// Counts the names that a control claim calls its parties by.
    public mutating func note(_ claim: Claim) {
        for party in Party.of(claim) { uses[NameKey.hash(party.key), default: [:]][party, default: 0] += 1 }
    }

    /// By the hash of the side's key.
    public var chosen: [UInt64: Party] {
        uses.compactMapValues { names in
            names.min { ($0.key.distance, $1.value, $0.key.name) < ($1.key.distance, $0.value, $1.key.name) }?.key
        }
    }
}
