import Record

/// The labels of the learned models as events.
enum LearnedLabels {
    /// The event that stands for an ACLED sub-event; nil for control, which is a claim of its own.
    static func event(_ label: String) -> EventType? { events[label] }

    /// The event that stands for a root of PLOVER where the rules know none.
    static func event(root: String) -> EventType? { roots[root] }

    /// A root as the codes name it; YIELD takes in CONCEDE and RETREAT.
    static func root(of codes: EventCodes) -> String? {
        codes.plover == "CONCEDE" || codes.plover == "RETREAT" ? "YIELD" : codes.plover
    }

    /// The code of a learned root.
    static func code(_ root: String) -> String { root == "YIELD" ? "CONCEDE" : root }

    /// Roots that are no force: what such a verb governs ("accused X of bombing Y") is only spoken of.
    static let spoken: Set<String> = [
        "ACCUSE", "AGREE", "AID", "CONSULT", "COOPERATE", "REJECT", "REQUEST", "SANCTION", "SUPPORT", "THREATEN",
        "YIELD",
    ]

    private static let events: [String: EventType] = [
        "Armed clash": .armedClash, "Air/drone strike": .airStrike, "Shelling/artillery/missile attack": .shelling,
        "Suicide bomb": .suicideBombing, "Remote explosive/landmine/IED": .ied, "Grenade": .grenade,
        "Chemical weapon": .chemicalWeapon, "Attack": .attack, "Abduction/forced disappearance": .abduction,
        "Sexual violence": .sexualViolence, "Peaceful protest": .protest,
        "Protest with intervention": .protestWithIntervention,
        "Excessive force against protesters": .excessiveForceAgainstProtesters,
        "Violent demonstration": .violentDemonstration, "Mob violence": .mobViolence, "Agreement": .agreement,
        "Arrests": .arrest, "Change to group/activity": .groupChange, "Disrupted weapons use": .weaponsSeized,
        "Headquarters or base established": .baseEstablished, "Looting/property destruction": .looting,
        "Non-violent transfer of territory": .withdrawal,
    ]

    private static let roots: [String: EventType] = [
        "ACCUSE": .accusation, "AGREE": .pledge, "AID": .aid, "ASSAULT": .attack, "COERCE": .coercion,
        "CONSULT": .consultation,
        "COOPERATE": .cooperation, "MOBILIZE": .deployment, "PROTEST": .protest, "REJECT": .refusal,
        "REQUEST": .request, "SANCTION": .sanction, "SUPPORT": .praise, "THREATEN": .threat, "YIELD": .concession,
    ]
}
