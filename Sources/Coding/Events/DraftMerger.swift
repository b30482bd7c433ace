import Language
import Record

/// Makes one claim of what two words of a sentence tell of the same thing.
enum DraftMerger {
    /// One claim where two words of a sentence tell the same thing of the same place.
    static func merged(_ drafts: [Draft]) -> [Draft] {
        var kept: [Draft] = []
        for draft in drafts {
            let same = kept.firstIndex { other in
                // The types first: most pairs are told apart by them.
                if let a = other.eventType, let b = draft.eventType, a != b, Self.family(a) != Self.family(b) {
                    return false
                }
                switch (other.content, draft.content) {
                case (.event(let a), .event(let b)):
                    return !(other.ownPlace && draft.ownPlace) || a.place?.name == b.place?.name || a.place == nil
                        || b.place == nil
                case (.control(let a), .control(let b)):
                    return a.state == b.state && a.place.name == b.place.name
                        && (a.holder == nil || b.holder == nil || a.holder?.name == b.holder?.name
                            || a.holder?.id == b.holder?.id)
                default: return false
                }
            }
            guard let same else { kept.append(draft); continue }
            // The fuller of the two stays.
            if Self.fullness(draft) > Self.fullness(kept[same]) {
                kept[same] = draft
            }
        }
        return withoutVague(kept)
    }

    /// "Took the group's last stronghold X": that it was held is past. Who only wants to take it finds it held.
    static func withoutFormer(_ drafts: [Draft]) -> [Draft] {
        guard drafts.contains(where: \.isControl) else { return drafts }
        func control(_ draft: Draft) -> Control? {
            if case .control(let control) = draft.content { control } else { nil }
        }
        let taken = drafts.filter(\.modality.isFactual).compactMap(control).filter {
            $0.state == .captured && $0.place.scope != .part
        }.map(
            \.place.name)
        return drafts.filter { draft in
            guard let own = control(draft), own.state == .held, draft.rule.contains("noun:") else { return true }
            return !taken.contains(own.place.name)
        }
    }

    private static let precise: Set<EventType> = [
        .airStrike, .shelling, .missileAttack, .ied, .suicideBombing, .chemicalWeapon, .grenade, .landmine, .killing,
        .execution, .abduction, .sexualViolence,
        .mobViolence, .excessiveForceAgainstProtesters, .violentDemonstration,
    ]

    /// "attack" and "bombardment" say less than the strike or bomb of the same sentence that they refer to.
    private static func withoutVague(_ drafts: [Draft]) -> [Draft] {
        let types = Set(drafts.compactMap(\.eventType))
        return drafts.filter { draft in
            guard let own = draft.eventType else { return true }
            // What a strike or a fight destroys is no looting.
            if own == .looting, !types.isDisjoint(with: Self.precise.union([.armedClash, .attack, .offensive])) {
                return false
            }
            // "Beat back an assault": told as the fight.
            let isAssault =
                own == .offensive && (draft.rule.contains("noun:assault") || draft.rule.contains("noun:onslaught"))
            if own == .attack || isAssault, drafts.contains(where: { isFuller($0, than: draft) }) { return false }
            if own == .shelling, types.contains(.airStrike), draft.rule.contains("bombardment") { return false }
            if own == .armedClash, draft.refersBack, !types.isDisjoint(with: Self.precise) { return false }
            return true
        }
    }

    /// True for a strike, bomb or fight that may be what another clause calls an attack: not where each has its own place
    /// or each its own doer ("troops shelled X while rebels attacked Y").
    private static func isFuller(_ other: Draft, than attack: Draft) -> Bool {
        guard case .event(let told) = other.content, case .event(let own) = attack.content,
            precise.contains(told.type) || told.type == .armedClash
        else { return false }
        if other.ownPlace, attack.ownPlace, told.place?.name != own.place?.name { return false }
        guard attack.rule.contains("/verb"), let one = told.actor, let another = own.actor else { return true }
        return one.id ?? one.name == another.id ?? another.name
    }

    static func family(_ type: EventType) -> String {
        switch type {
        case .airStrike: "air"
        case .ied, .landmine, .suicideBombing: "bomb"
        case .armedClash, .attack: "clash"
        case .offensive, .advance: "advance"
        case .killing, .execution: "killing"
        default: type.rawValue
        }
    }

    private static func fullness(_ draft: Draft) -> Int {
        switch draft.content {
        case .event(let event):
            (event.actor == nil ? 0 : 2) + (event.target == nil ? 0 : 1) + (event.place == nil ? 0 : 1)
                + (event.type == .attack ? 0 : 1)
        case .control(let control): (control.holder == nil ? 0 : 2) + (control.from == nil ? 0 : 1)
        default: 0
        }
    }
}
