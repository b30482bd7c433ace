import Record

/// Parties that are named only by what they do: "militants", "insurgents". They are the jihadists that other claims about
/// the place name nearest in time. Rebels stay rebels: a war has many parties of that sort.
enum Crowds {
    /// Days within which a crowd is taken for a named party.
    private static let reach: Int32 = 60

    /// `observations` with the crowds' sides named where another claim names them.
    static func named(_ observations: [Observation]) -> [Observation] {
        guard observations.contains(where: { $0.crowd != .none }) else { return observations }
        let named = observations.filter { $0.crowd == .none && $0.side != 0 && !$0.negative }
        return observations.map { one in
            guard one.crowd != .none else { return one }
            let fitting = named.filter { $0.sort.fits(one.crowd) && abs($0.first - one.first) <= reach }
            guard let nearest = fitting.min(by: { distance($0, one) < distance($1, one) }) else { return one }
            var one = one
            one.side = nearest.side
            return one
        }
    }

    private static func distance(_ a: Observation, _ b: Observation) -> (Int32, UInt64) {
        (abs(a.first - b.first), a.side)
    }
}

extension Observation {
    /// A party named only by what it does.
    public enum Crowd: UInt8, Sendable {
        /// No crowd: a party with a name.
        case none
        /// Militants, insurgents, gunmen, jihadists.
        case militants
        /// Rebels, opposition fighters.
        case rebels

        /// What the last word of a folded name without "forces" and the like says.
        init(_ name: String) {
            switch name.split(separator: " ").last {
            case "militant", "insurgent", "jihadist", "extremist", "terrorist", "gunman", "gunmen", "islamist":
                self = .militants
            case "rebel", "opposition": self = .rebels
            default: self = .none
            }
        }
    }

    /// The sort of a party with a name.
    public enum Sort: UInt8, Sendable {
        /// Whoever is no jihadist.
        case other
        /// Jihadists.
        case jihadist
        /// Rebels.
        case rebel

        init(_ kind: Actor.Kind?) {
            switch kind {
            case .jihadist: self = .jihadist
            case .rebel: self = .rebel
            default: self = .other
            }
        }

        func fits(_ crowd: Crowd) -> Bool {
            switch crowd {
            case .none: false
            case .militants: self == .jihadist
            case .rebels: false
            }
        }
    }
}
