/// How much less is told of where, from little to much.
public enum Coarsening: Sendable, Equatable, Comparable {
    /// The centre of a cell of so many degrees.
    case grid(degrees: Double)
    /// The second-level division, the first-level one where the second is not known; no point.
    case admin2
    /// The first-level division; no point.
    case admin1
    /// The country; no point.
    case country

    private var rank: Double {
        switch self {
        case .grid(let degrees): min(0.9, degrees / 400)
        case .admin2: 1
        case .admin1: 2
        case .country: 3
        }
    }

    /// From fine to coarse.
    public static func < (a: Coarsening, b: Coarsening) -> Bool { a.rank < b.rank }

    /// As records say it: "admin2", "grid 0.5".
    public var label: String {
        switch self {
        case .grid(let degrees): "grid \(degrees)"
        case .admin2: "admin2"
        case .admin1: "admin1"
        case .country: "country"
        }
    }

    /// From `admin2`, `admin1`, `country`, `grid` (half a degree) or `grid 0.25`.
    public init?(_ label: String) {
        switch label {
        case "admin2": self = .admin2
        case "admin1": self = .admin1
        case "country": self = .country
        case "grid": self = .grid(degrees: 0.5)
        default:
            guard label.hasPrefix("grid "), let degrees = Double(label.dropFirst(5)), degrees > 0, degrees <= 30 else {
                return nil
            }
            self = .grid(degrees: degrees)
        }
    }
}
