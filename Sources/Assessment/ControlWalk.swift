import Record

/// The walk over the observations of one place, from the first day to the last (`Documentation/Assessment.md`).
public enum ControlWalk {
    /// The periods that observations of one place give. Their order does not matter.
    public static func periods(_ observations: [Observation]) -> [ControlPeriod] {
        let (counted, echoes) = withoutEchoes(observations)
        var positive = counted.filter { !$0.negative }
        let negative = counted.filter { $0.negative }.sorted { $0.order < $1.order }
        let corrected = withdraw(&positive, by: negative)
        dropCoarse(&positive)
        var marks: [Mark] = []
        marks.reserveCapacity(positive.count * 2)
        for observation in positive { marks.append(contentsOf: Mark.of(observation)) }
        marks.sort()
        var state = WalkState()
        var index = 0
        while index < marks.count {
            let day = marks[index].day
            let kind = marks[index].order
            var next = index
            while next < marks.count, marks[next].day == day, marks[next].order == kind { next += 1 }
            state.take(marks[index..<next], day: day, negative: negative, corrected: corrected)
            index = next
        }
        return attach(echoes, of: observations, to: state.finish())
    }

    /// The period that `day` falls in.
    public static func period(on day: Int32, in periods: [ControlPeriod]) -> ControlPeriod? {
        var low = 0
        var high = periods.count
        while low < high {
            let middle = (low + high) / 2
            if periods[middle].start <= day { low = middle + 1 } else { high = middle }
        }
        return low > 0 ? periods[low - 1] : nil
    }

    // MARK: - Preparation

    /// Of copies, one is counted: the original where it says the same, else the first copy.
    private static func withoutEchoes(_ all: [Observation]) -> (counted: [Observation], echoes: [Observation]) {
        guard all.contains(where: { !$0.original }) else { return (all, []) }
        struct Saying: Hashable {
            var echo: UInt64
            var state: UInt8
            var negative: Bool
            var side: UInt64
        }
        func saying(_ o: Observation) -> Saying {
            Saying(echo: o.echo, state: Mark.number(o.state), negative: o.negative, side: o.side)
        }
        var said: Set<Saying> = []
        for observation in all where observation.original { said.insert(saying(observation)) }
        var counted = all.filter(\.original)
        var echoes: [Observation] = []
        for copy in all.filter({ !$0.original }).sorted(by: { ($0.known, $0.order) < ($1.known, $1.order) }) {
            guard said.insert(saying(copy)).inserted else {
                echoes.append(copy)
                continue
            }
            var one = copy
            if one.voice == one.publisher { one.voice = one.echo }
            counted.append(one)
        }
        return (counted, echoes)
    }

    /// A source's later denial of what it said itself takes the earlier claim away (a correction).
    private static func withdraw(_ positive: inout [Observation], by negative: [Observation]) -> [Observation] {
        guard !negative.isEmpty else { return [] }
        var withdrawn: [Observation] = []
        positive.removeAll { claim in
            let gone = negative.contains { denial in
                denial.publisher == claim.publisher && denial.known >= claim.known && denies(denial, claim)
                    && (denial.voice == claim.voice || denial.voice == denial.publisher)
            }
            if gone { withdrawn.append(claim) }
            return gone
        }
        return withdrawn
    }

    static func denies(_ denial: Observation, _ claim: Observation) -> Bool {
        guard claim.first <= denial.last + 1, claim.first >= denial.earliest - 10 else { return false }
        switch (denial.state, claim.state) {
        case (.captured, .captured), (.captured, .held), (.held, .held), (.held, .captured):
            return denial.side == claim.side || denial.side == 0
        case (.lost, .lost): return denial.side == claim.side || denial.side == 0
        case (.lost, .captured): return denial.side == claim.other && denial.side != 0
        case (.contested, .contested), (.divided, .divided), (.besieged, .besieged): return true
        default: return false
        }
    }

    /// "In 2014" says nothing where another claim names a day of that year on which the same side took it.
    private static func dropCoarse(_ positive: inout [Observation]) {
        let fine = positive.filter { $0.earliest == $0.first && $0.state == .captured }
        guard !fine.isEmpty else { return }
        positive.removeAll { coarse in
            guard coarse.state == .captured, coarse.earliest < coarse.first else { return false }
            return fine.contains { $0.first >= coarse.earliest && $0.first <= coarse.first && $0.side == coarse.side }
        }
    }

    private static func attach(
        _ echoes: [Observation], of all: [Observation], to periods: [ControlPeriod]
    ) -> [ControlPeriod] {
        guard !echoes.isEmpty else { return periods }
        var periods = periods
        var holder: [UInt64: [Int]] = [:]
        var byRef: [Int: UInt64] = [:]
        for observation in all { byRef[observation.ref] = observation.echo }
        for (index, period) in periods.enumerated() {
            for ref in period.supporting { if let echo = byRef[ref] { holder[echo, default: []].append(index) } }
        }
        for echo in echoes {
            guard let index = holder[echo.echo]?.first else { continue }
            periods[index].echoes.append(echo.ref)
        }
        return periods
    }
}
