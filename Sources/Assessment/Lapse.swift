import Record

/// What nobody has said for long is no longer known: a period ends so many days after the last claim that says so,
/// unless the next claim bears it out in time (it names the holder as the loser, or says that he still holds the place).
enum Lapse {
    /// Days for which a holder or a line through a town is taken to stay where nothing is said.
    static let holding: Int32 = 1095
    /// Days for which a siege is taken to go on.
    static let siege: Int32 = 365
    /// Days for which a fight over a place is taken to go on.
    static let fighting: Int32 = 180
    /// Days over which a later claim that says the same bears out what was so between.
    static let reach: Int32 = 1461

    /// `periods` with what follows a lapse unknown; who held the place last stays named.
    static func applied(_ periods: [ControlPeriod]) -> [ControlPeriod] {
        periods.flatMap { period in
            period.status == .unknown ? [period] : pieces(period)
        }
    }

    private static func pieces(_ whole: ControlPeriod) -> [ControlPeriod] {
        let lasting = lasting(whole.status)
        var out: [ControlPeriod] = []
        var rest = whole
        for (index, last) in whole.confirmed.enumerated() {
            let isLast = index + 1 == whole.confirmed.count
            let next = isLast ? whole.end ?? .max : whole.confirmed[index + 1]
            let end = last + lasting
            // Named as the loser on the day on which it ended.
            let isLoser = index + 2 == whole.confirmed.count && whole.end == next + 1
            guard end < next, isLast || next - last > reach && !isLoser else { continue }
            var told = rest
            told.end = end
            out += [told, unknown(after: told, to: isLast ? whole.end : next)]
            if isLast { return out }
            rest.start = next
        }
        return out + [rest]
    }

    /// True where a period ends because nobody said more, and not because something else became so.
    static func ends(_ period: ControlPeriod) -> Bool {
        guard let end = period.end, let last = period.confirmed.last else { return false }
        return end == last + lasting(period.status)
    }

    private static func lasting(_ status: ControlStatus) -> Int32 {
        switch status {
        case .contested: fighting
        case .besieged: siege
        default: holding
        }
    }

    private static func unknown(after told: ControlPeriod, to end: Int32?) -> ControlPeriod {
        ControlPeriod(
            status: .unknown, side: 0, other: 0,
            previous: told.status == .held || told.status == .besieged ? told.side : 0,
            start: told.end ?? told.start, end: end, weight: 0, opposed: 0, voices: 0, supporting: [],
            contradicting: [], echoes: [], confirmed: told.confirmed)
    }
}
