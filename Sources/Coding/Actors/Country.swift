/// A country as the actor patterns need it: its names, its demonyms and the capital that stands for its government.
public struct Country: Sendable, Equatable {
    /// ISO 3166-1 alpha-2, or a user-assigned code for what ISO does not know (XK Kosovo, SU Soviet Union, YU Yugoslavia).
    public var code: String
    /// The common English name.
    public var name: String
    /// Other names ("Burma").
    public var names: [String]
    /// Adjectives ("Syrian"); the first makes the names of its forces.
    public var demonyms: [String]
    /// Names of the people where they differ from the adjective ("Turks").
    public var people: [String]
    /// Places that stand for the government ("Damascus", "Kremlin").
    public var metonyms: [String]
    /// Names by which its rulers' forces are called ("Assad"): "Assad forces".
    public var rulers: [String]

    /// The demonym, or the name where there is none.
    public var adjective: String { demonyms.first ?? name }

    /// The id of one of its branches ("sy_military").
    public func id(_ branch: StateBranch) -> String { "\(code.lowercased())_\(branch.rawValue)" }
}

/// An arm of a state that acts.
public enum StateBranch: String, Sendable, CaseIterable {
    case government, military, airForce = "air_force", navy, police

    /// "army", "air force" … after the demonym.
    public var noun: String {
        switch self {
        case .government: "government"
        case .military: "army"
        case .airForce: "air force"
        case .navy: "navy"
        case .police: "police"
        }
    }
}
