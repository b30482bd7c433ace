import Assessment
import Ledger
import Record

/// A stretch of control as the API gives it.
struct SegmentView: Encodable, Sendable {
    /// First day, ISO 8601.
    var from: String
    /// The first day on which it was no longer so; absent where it lasts.
    var to: String?
    /// held, claimed, contested, divided, besieged.
    var state: String
    var holder: String?
    var sides: [String]
    var besieger: String?
    /// Claimed: who held it before.
    var previous: String?
    /// Days on which a source said so, ascending: the picture fades after each.
    var confirmed: [String]
    /// Independent voices for it.
    var sources: Int
    var weight: Double
    var opposed: Double

    /// Nil where nothing is known of the period.
    init?(_ period: ControlPeriod, parties: [UInt64: Party]) {
        guard period.status != .unknown else { return nil }
        let named = NamedSides(period)
        func id(_ hash: UInt64) -> String? { hash == 0 ? nil : parties[hash]?.key }
        from = PartialDate(daysSince1970: Int(period.start)).description
        to = period.end.map { PartialDate(daysSince1970: Int($0)).description }
        state = period.status.rawValue
        holder = id(named.holder)
        sides = named.sides.compactMap(id)
        besieger = id(named.besieger)
        previous = id(period.previous)
        confirmed = named.confirmed.map { PartialDate(daysSince1970: Int($0)).description }
        sources = period.voices
        weight = Double((period.weight * 1000).rounded()) / 1000
        opposed = Double((period.opposed * 1000).rounded()) / 1000
    }
}

/// Who is who in a period: what `side` and `other` mean depends on its status.
struct NamedSides {
    var holder: UInt64 = 0
    var sides: [UInt64] = []
    var besieger: UInt64 = 0
    /// Each day once.
    var confirmed: [Int32] = []

    init(_ period: ControlPeriod) {
        switch period.status {
        case .held, .claimed: holder = period.side
        case .besieged: (holder, besieger) = (period.side, period.other)
        case .contested, .divided: sides = [period.side, period.other].filter { $0 != 0 }
        case .unknown: break
        }
        for day in period.confirmed where confirmed.last != day { confirmed.append(day) }
    }

    /// All that are named.
    var all: [UInt64] { ([holder, besieger] + sides).filter { $0 != 0 } }
}
