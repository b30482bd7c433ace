import Record

/// A rule as every claim meets it: held in one place, for a ``ReleaseRule`` is large and would be copied each time, and
/// its sets as short lists, where the few of them are found without hashing (`dateline bench --only exchange`).
final class HeldRule: Sendable, Equatable {
    private let rule: ReleaseRule
    private let kinds: [Claim.Kind]
    private let placeKinds: [Place.Kind]
    private let actorKinds: [Actor.Kind]
    /// True where the rule asks for types, measures or countries, which few do.
    private let asksMore: Bool

    init(_ rule: ReleaseRule) {
        self.rule = rule
        (kinds, placeKinds, actorKinds) = (Array(rule.kinds), Array(rule.placeKinds), Array(rule.actorKinds))
        asksMore = !rule.eventTypes.isEmpty || !rule.measures.isEmpty || !rule.countries.isEmpty
    }

    static func == (a: HeldRule, b: HeldRule) -> Bool { a.rule == b.rule }

    var name: String { rule.name }
    var action: ReleaseRule.Action { rule.action }

    /// True for a rule that lets pass whatever fits it.
    var publishes: Bool {
        if case .publish = rule.action { return true }
        return false
    }

    /// True where every condition given holds.
    func fits(_ claim: Claim) -> Bool {
        if !kinds.isEmpty, !kinds.contains(claim.kind) { return false }
        if !placeKinds.isEmpty, !claim.hasPlace({ $0.kind.map(placeKinds.contains) ?? false }) { return false }
        if rule.hasWords, !claim.hasPlace(rule.names) { return false }
        if !actorKinds.isEmpty, !claim.hasParty({ actorKinds.contains($0.kind) }) { return false }
        return !asksMore || fitsMore(claim)
    }

    private func fitsMore(_ claim: Claim) -> Bool {
        if !rule.eventTypes.isEmpty {
            guard case .event(let event) = claim.content, rule.eventTypes.contains(event.type) else { return false }
        }
        if !rule.measures.isEmpty {
            guard case .figure(let figure) = claim.content, rule.measures.contains(figure.measure) else { return false }
        }
        if !rule.countries.isEmpty, !claim.hasPlace({ $0.country.map(rule.countries.contains) ?? false }) {
            return false
        }
        return true
    }

    /// True where `text` has one of the rule's words.
    func names(_ text: String) -> Bool { rule.names(text) }

    /// The same of UTF-8 bytes.
    func names(_ text: [UInt8]) -> Bool { rule.names(text) }
}
