import Record

/// Picks the claim that a coder of events would enter for the report, with its codes.
struct PrimaryChooser {
    private static let rank: [EventType: Double] = [
        .chemicalWeapon: 60, .suicideBombing: 58, .sexualViolence: 52, .airStrike: 50, .grenade: 50, .ied: 49,
        .landmine: 49, .shelling: 48,
        .missileAttack: 48, .execution: 46, .killing: 44, .abduction: 44, .excessiveForceAgainstProtesters: 47,
        .mobViolence: 43, .armedClash: 42, .attack: 40, .violentDemonstration: 42, .protestWithIntervention: 41,
        .looting: 34, .weaponsSeized: 36, .baseEstablished: 33, .arrest: 33, .protest: 32, .offensive: 30, .advance: 28,
        .ceasefire: 27, .agreement: 26, .withdrawal: 29, .surrender: 28, .groupChange: 24, .deployment: 18, .siege: 17,
        .siegeLifted: 17,
        .disaster: 15, .crime: 15, .displacement: 14, .evacuation: 14, .return: 13, .release: 13,
    ]

    /// The primary claim of some that are sorted by place in the text, with the drafts that they were made of.
    ///
    /// ACLED enters the gravest event that a report tells; PLOVER codes what its main clause tells, where the learned
    /// model knows that.
    static func choose(_ claims: [Claim], _ drafts: [Draft]) -> CodedReport.Primary? {
        var best: (index: Int, score: Double)?
        for (index, claim) in claims.enumerated() {
            var score: Double
            switch claim.content {
            case .control(let control):
                guard control.state == .captured || control.state == .lost else { continue }
                score = control.state == .captured ? 62 : 30
                if control.holder == nil { score -= 10 }
            case .event(let event):
                score = Self.rank[event.type] ?? 8
                if event.actor != nil { score += 2 }
                if event.place != nil { score += 1 }
            default: continue
            }
            if !claim.modality.isFactual { score -= 25 }
            if claim.background { score -= 30 }
            score -= Double(min(60, drafts[index].sentence * 7))
            score += drafts[index].preference
            if score > best?.score ?? -.infinity { best = (index, score) }
        }
        guard let best else { return nil }
        let claim = claims[best.index]
        var codes = Self.codes(claim.content)
        let clause = drafts.indices.max { drafts[$0].clauseChance < drafts[$1].clauseChance } ?? best.index
        if drafts[clause].clauseChance > 0.3 { codes.plover = Self.codes(claims[clause].content).plover }
        return CodedReport.Primary(claim: claim.id, acled: codes.acled, plover: codes.plover, cameo: codes.cameo)
    }

    /// The codes of a claim; those of control follow from who took the place, and how.
    static func codes(_ content: Claim.Content) -> EventCodes {
        switch content {
        case .event(let event): return event.codes
        case .control(let control):
            if control.state == .lost {
                return EventCodes(acled: "Non-violent transfer of territory", plover: "RETREAT", cameo: "0874")
            }
            let state: Bool
            switch control.holder?.kind {
            case .stateForce?, .government?, .police?: state = true
            case .coalition?: state = true
            case .unknown?, nil:
                state =
                    control.holder?.country != nil
                    || control.from.map { [.rebel, .jihadist, .militia].contains($0.kind) } == true
            default: state = false
            }
            return EventCodes(
                acled: state ? "Government regains territory" : "Non-state actor overtakes territory",
                plover: "ASSAULT", cameo: "192")
        default: return EventCodes()
        }
    }
}
