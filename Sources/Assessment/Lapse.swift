import Record

/// What nobody has said for long is no longer known: a period ends so many days after the last claim that says so,
/// unless a later claim bears it out (the next holder took the place "from" this one, or still holds it).
enum Lapse {
    /// Days for which a holder, a line through a town or a siege is taken to stay where nothing is said.
    static let holding: Int32 = 730
    /// Days for which a fight over a place is taken to go on.
    static let fighting: Int32 = 180

    /// `periods` with what follows a lapse unknown; who held the place last stays named.
    static func applied(_ periods: [ControlPeriod]) -> [ControlPeriod] {
        var out: [ControlPeriod] = []
        for var period in periods {
            let last = period.confirmed.last ?? period.start
            let end = last + (period.status == .contested ? fighting : holding)
            guard period.status != .unknown, end < period.end ?? .max else {
                out.append(period)
                continue
            }
            var after = ControlPeriod(
                status: .unknown, side: 0, other: 0, previous: 0, start: end, end: period.end, weight: 0, opposed: 0,
                voices: 0, supporting: [], contradicting: [], echoes: [], confirmed: period.confirmed)
            if period.status == .held || period.status == .besieged { after.previous = period.side }
            period.end = end
            out += [period, after]
        }
        return out
    }
}
