/// The types of ONTOLOGY.md; raw values are the names in its first column.
public enum EventType: String, Codable, Sendable, CaseIterable {
    case armedClash = "armed_clash"
    case offensive, advance
    case airStrike = "air_strike"
    case shelling
    case missileAttack = "missile_attack"
    case suicideBombing = "suicide_bombing"
    case ied, landmine, grenade
    case chemicalWeapon = "chemical_weapon"
    case attack, killing, execution
    case sexualViolence = "sexual_violence"
    case abduction, arrest, protest
    case protestWithIntervention = "protest_with_intervention"
    case excessiveForceAgainstProtesters = "excessive_force_against_protesters"
    case violentDemonstration = "violent_demonstration"
    case mobViolence = "mob_violence"
    case looting
    case weaponsSeized = "weapons_seized"
    case baseEstablished = "base_established"
    case groupChange = "group_change"
    case agreement, ceasefire, withdrawal, surrender, siege
    case siegeLifted = "siege_lifted"
    case deployment, displacement
    case `return`
    case evacuation, aid, statement, praise, consultation, cooperation, concession, release, request, accusation
    case refusal, threat, pledge, sanction, coercion, disaster, crime, politics, other
}

/// The views of one event in other ontologies; nil where that ontology has no such event.
public struct EventCodes: Sendable, Equatable, Hashable, Codable {
    /// ACLED's sub-event name.
    public var acled: String?
    /// PLOVER's root.
    public var plover: String?
    /// PLOVER's mode within the root ("airstrike"), where it has one.
    public var ploverMode: String?
    /// CAMEO's code.
    public var cameo: String?

    /// Codes of the four schemes; nil where a scheme has none for the type.
    public init(acled: String? = nil, plover: String? = nil, ploverMode: String? = nil, cameo: String? = nil) {
        (self.acled, self.plover, self.ploverMode, self.cameo) = (acled, plover, ploverMode, cameo)
    }

    private enum CodingKeys: String, CodingKey { case acled, plover, ploverMode = "plover_mode", cameo }
}

extension EventType {
    /// The event as ACLED, PLOVER and CAMEO would code it (ONTOLOGY.md's table).
    public var codes: EventCodes { Self.table[self] ?? EventCodes() }

    private static let table: [EventType: EventCodes] = {
        func row(_ acled: String?, _ plover: String?, _ mode: String?, _ cameo: String?) -> EventCodes {
            EventCodes(acled: acled, plover: plover, ploverMode: mode, cameo: cameo)
        }
        let change = "Change to group/activity"
        return [
            .armedClash: row("Armed clash", "ASSAULT", "firearms", "190"),
            .offensive: row("Armed clash", "MOBILIZE", nil, "154"),
            .advance: row("Armed clash", "MOBILIZE", nil, "154"),
            .airStrike: row("Air/drone strike", "ASSAULT", "heavy-weapons", "195"),
            .shelling: row("Shelling/artillery/missile attack", "ASSAULT", "heavy-weapons", "194"),
            .missileAttack: row("Shelling/artillery/missile attack", "ASSAULT", "heavy-weapons", "194"),
            .suicideBombing: row("Suicide bomb", "ASSAULT", "suicide-attack", "1831"),
            .ied: row("Remote explosive/landmine/IED", "ASSAULT", "explosives", "183"),
            .landmine: row("Remote explosive/landmine/IED", "ASSAULT", "explosives", "183"),
            .grenade: row("Grenade", "ASSAULT", "explosives", "183"),
            .chemicalWeapon: row("Chemical weapon", "ASSAULT", "unconventional", "2041"),
            .attack: row("Attack", "ASSAULT", nil, "180"),
            .killing: row("Attack", "ASSAULT", "assassinate", "186"),
            .execution: row("Attack", "ASSAULT", "massacre", "202"),
            .sexualViolence: row("Sexual violence", "ASSAULT", "sexual", "1821"),
            .abduction: row("Abduction/forced disappearance", "ASSAULT", "abduct", "181"),
            .arrest: row("Arrests", "COERCE", "arrest", "173"),
            .protest: row("Peaceful protest", "PROTEST", "demonstrate", "141"),
            .protestWithIntervention: row("Protest with intervention", "COERCE", "restrict", "175"),
            .excessiveForceAgainstProtesters: row("Excessive force against protesters", "ASSAULT", "beat", "175"),
            .violentDemonstration: row("Violent demonstration", "PROTEST", "riot", "145"),
            .mobViolence: row("Mob violence", "ASSAULT", "beat", "145"),
            .looting: row("Looting/property destruction", "COERCE", "seize", "171"),
            .weaponsSeized: row("Disrupted weapons use", "COERCE", "seize", "171"),
            .baseEstablished: row("Headquarters or base established", "MOBILIZE", "troops", "154"),
            .groupChange: row(change, "MOBILIZE", nil, "15"),
            .agreement: row("Agreement", "AGREE", nil, "057"),
            .ceasefire: row("Agreement", "RETREAT", "ceasefire", "0871"),
            .withdrawal: row("Non-violent transfer of territory", "RETREAT", "withdraw", "0874"),
            .surrender: row("Non-violent transfer of territory", "RETREAT", "withdraw", "0874"),
            .siege: row("Other", "COERCE", "restrict", "191"),
            .siegeLifted: row("Other", "RETREAT", nil, "0872"),
            .deployment: row(change, "MOBILIZE", "troops", "15"),
            .displacement: row("Other", nil, nil, nil),
            .return: row("Other", nil, nil, nil),
            .evacuation: row("Other", nil, nil, nil),
            .aid: row("Other", "AID", nil, "07"),
            .statement: row(nil, "CONSULT", nil, "01"),
            .praise: row(nil, "SUPPORT", nil, "05"),
            .consultation: row(nil, "CONSULT", "visit", "04"),
            .cooperation: row(nil, "COOPERATE", nil, "06"),
            .concession: row("Other", "CONCEDE", nil, "08"),
            .release: row("Other", "CONCEDE", nil, "08"),
            .request: row(nil, "REQUEST", nil, "02"),
            .accusation: row(nil, "ACCUSE", nil, "11"),
            .refusal: row(nil, "REJECT", nil, "12"),
            .threat: row(nil, "THREATEN", nil, "13"),
            .pledge: row(nil, "AGREE", "future", "03"),
            .sanction: row(nil, "SANCTION", nil, "16"),
            .coercion: row("Other", "COERCE", nil, "17"),
            .disaster: row("Other", nil, nil, nil),
            .crime: row("Other", nil, nil, nil),
            .politics: row("Other", nil, nil, nil),
            .other: row("Other", nil, nil, nil),
        ]
    }()
}
