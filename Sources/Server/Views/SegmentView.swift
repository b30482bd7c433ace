import Assessment
import Record

/// A stretch of control as the page sees it.
struct SegmentView: Encodable, Sendable {
    /// First day, ISO 8601.
    var from: String
    /// The first day on which it was no longer so; absent where it lasts.
    var to: String?
    /// held, claimed, contested, divided, besieged, unknown.
    var state: String
    var holder: String?
    var sides: [String]
    var besieger: String?
    /// Claimed: who held it before.
    var previous: String?
    /// Days on which a source said so, ascending: the picture fades after each.
    var confirmed: [String]
    var sources: Int
    var weight: Double
    var opposed: Double

    init(_ period: ControlPeriod, _ state: ControlState) {
        from = PartialDate(daysSince1970: Int(period.start)).description
        to = period.end.map { PartialDate(daysSince1970: Int($0)).description }
        self.state = state.status.rawValue
        holder = state.holder?.viewID
        sides = state.sides.map(\.viewID)
        besieger = state.besieger?.viewID
        previous = state.previous?.viewID
        confirmed = period.confirmed.map { PartialDate(daysSince1970: Int($0)).description }
        sources = state.voices
        weight = (state.weight * 1000).rounded() / 1000
        opposed = (state.opposed * 1000).rounded() / 1000
    }
}

extension Party {
    /// One side, one colour: the forces, police and government of a country are one.
    var viewID: String { key }
}

extension ControlHistory {
    /// All periods with their states, oldest first; those of which nothing is known are left out.
    var views: [SegmentView] {
        zip(periods, states(to: PartialDate(daysSince1970: 2_900_000))).compactMap { period, state in
            state.status == .unknown ? nil : SegmentView(period, state)
        }
    }

    /// Every party of the history.
    var parties: [ActorView] {
        states(to: PartialDate(daysSince1970: 2_900_000)).flatMap { state in
            ([state.holder, state.besieger, state.previous] + state.sides).compactMap { $0.map(ActorView.init) }
        }
    }
}
