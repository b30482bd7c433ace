public import Record

/// The answer to "who holds it?": status, holder, since when, by whose word, against whose, and how fresh.
public struct ControlState: Sendable, Equatable {
    /// What is so.
    public var status: ControlStatus
    /// Who holds or claims it; besieged: who is inside.
    public var holder: Party?
    /// Contested and divided: the sides that are named.
    public var sides: [Party]
    /// Besieged: who is around, where a claim says.
    public var besieger: Party?
    /// Claimed: who held it before, by the word of others; unknown: who held it when somebody last said so.
    public var previous: Party?
    /// First day.
    public var since: PartialDate?
    /// Last day; nil where it lasts as far as is known on the day asked for.
    public var until: PartialDate?
    /// Sum of the weights of the independent voices for it (about 0.05 to 1.3 each).
    public var weight: Double
    /// The same sum of the voices against it.
    public var opposed: Double
    /// Independent voices for it.
    public var voices: Int
    /// Claims for it, by valid time.
    public var supporting: [SourcedClaim]
    /// Claims against it, by valid time.
    public var contradicting: [SourcedClaim]
    /// Claims of copies, which count for nothing.
    public var echoes: [SourcedClaim]
    /// The last day up to the one asked for on which a source said so.
    public var confirmed: PartialDate?
    /// Days since ``confirmed``.
    public var staleDays: Int?
    /// Why it weighs what it weighs, and how old it is.
    public var explanation: String
    /// What is to be kept in mind: a province reported taken, a claim against it.
    public var flags: [String]

    /// Nothing is known.
    public static let unknown = ControlState()

    private init() {
        (status, sides, weight, opposed, voices) = (.unknown, [], 0, 0, 0)
        (supporting, contradicting, echoes, flags) = ([], [], [], [])
        explanation = "no claim says who held it by then"
    }

    /// A period in words, for the day `day`.
    public init(
        _ period: ControlPeriod, on day: Int32, party: (UInt64) -> Party?, claim: (Int) -> SourcedClaim?
    ) {
        status = period.status
        let first = party(period.side)
        let second = party(period.other)
        switch period.status {
        case .held, .claimed: (holder, sides) = (first, [])
        case .besieged: (holder, besieger, sides) = (first, second, [])
        case .contested, .divided: sides = [first, second].compactMap { $0 }.sorted { $0.key < $1.key }
        case .unknown: sides = []
        }
        previous = party(period.previous)
        since = PartialDate(daysSince1970: Int(period.start))
        // What is only forgotten later lasts as far as is known on the day.
        let lasts = period.end.map { $0 > day && Lapse.ends(period) } ?? true
        until = lasts ? nil : period.end.map { PartialDate(daysSince1970: Int($0) - 1) }
        (weight, opposed, voices) = (Double(period.weight), Double(period.opposed), period.voices)
        supporting = period.supporting.compactMap(claim)
        contradicting = period.contradicting.compactMap(claim)
        echoes = period.echoes.compactMap(claim)
        staleDays = period.staleness(on: day)
        confirmed = staleDays.map { PartialDate(daysSince1970: Int(day) - $0) }
        flags = []
        if period.opposed > 0 { flags.append("disputed") }
        if let staleDays, staleDays > 60 { flags.append("stale") }
        var words = [
            "\(period.voices) independent \(period.voices == 1 ? "voice" : "voices"), weight \(Self.round(period.weight))"
        ]
        if period.status == .unknown, period.voices == 0 { words = ["nobody has said for long who holds it"] }
        if !period.echoes.isEmpty { words.append("\(period.echoes.count) copies not counted") }
        if period.opposed > 0 { words.append("against it \(Self.round(period.opposed))") }
        if period.status == .claimed { words.append("only a party's own word") }
        if let staleDays {
            words.append(
                staleDays == 0
                    ? "confirmed that day" : "last confirmed \(staleDays) \(staleDays == 1 ? "day" : "days") before")
        }
        explanation = words.joined(separator: "; ")
    }

    private static func round(_ value: Float) -> String {
        let hundredths = Int((value * 100).rounded())
        let rest = hundredths % 100
        return "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest)"
    }
}
