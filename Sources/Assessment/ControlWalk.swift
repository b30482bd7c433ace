import Record

/// The walk over the observations of one place, from the first day to the last (`Documentation/Assessment.md`).
public enum ControlWalk {
    /// The periods that observations of one place give. Their order does not matter.
    public static func periods(_ observations: [Observation]) -> [ControlPeriod] {
        let (all, echoes) = withoutEchoes(observations)
        let counted = dated(all)
        var positive = Crowds.named(counted.filter { !$0.negative })
        let negative = counted.filter { $0.negative }.sorted { $0.order < $1.order }
        withdraw(&positive, by: negative)
        let (kept, aside) = Chronicle.weigh(positive)
        positive = kept
        dropCoarse(&positive)
        var marks: [Mark] = []
        marks.reserveCapacity(positive.count * 2)
        for (index, observation) in positive.enumerated() { Mark.add(observation, index: index, to: &marks) }
        marks.sort()
        var state = WalkState()
        var index = 0
        while index < marks.count {
            let (day, order) = (marks[index].day, marks[index].order)
            var next = index + 1
            while next < marks.count, marks[next].day == day, marks[next].order == order { next += 1 }
            state.take(marks[index..<next], of: positive, negative: negative)
            index = next
        }
        return attach(echoes, of: observations, to: object(aside, to: Lapse.applied(state.finish())))
    }

    /// What was set aside speaks against the period that it falls in.
    private static func object(_ aside: [Observation], to periods: [ControlPeriod]) -> [ControlPeriod] {
        guard !aside.isEmpty else { return periods }
        var periods = periods
        for one in aside.sorted(by: { ($0.first, $0.order) < ($1.first, $1.order) }) {
            guard let index = periods.lastIndex(where: { $0.start <= one.first }) else { continue }
            periods[index].contradicting.append(one.ref)
            periods[index].opposed += one.weight
        }
        return periods
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
            var state: Control.State
            var negative: Bool
            var side: UInt64
        }
        func saying(_ o: Observation) -> Saying {
            Saying(echo: o.echo, state: o.state, negative: o.negative, side: o.side)
        }
        let copied = Set(all.lazy.filter { !$0.original }.map(\.echo))
        var said: Set<Saying> = []
        for original in all where original.original && copied.contains(original.echo) { said.insert(saying(original)) }
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

    /// A history's undated change of hands lies between the first and the last day that its report tells of the place;
    /// where it tells none, nothing is known of it.
    private static func dated(_ all: [Observation]) -> [Observation] {
        guard all.contains(where: \.isUndated) else { return all }
        var told: [UInt64: ClosedRange<Int32>] = [:]
        for one in all where one.isHistory && !one.isUndated {
            let days = told[one.echo]
            told[one.echo] = min(days?.lowerBound ?? .max, one.earliest)...max(days?.upperBound ?? .min, one.first)
        }
        return all.compactMap { one in
            guard one.isUndated else { return one }
            guard let days = told[one.echo] else { return nil }
            var one = one
            (one.earliest, one.first, one.last) = (days.lowerBound, days.upperBound, days.upperBound)
            return one
        }
    }

    /// A source's later denial of what it said itself takes the earlier claim away (a correction).
    private static func withdraw(_ positive: inout [Observation], by negative: [Observation]) {
        guard !negative.isEmpty else { return }
        positive.removeAll { claim in
            negative.contains { denies($0, claim) && corrects($0, claim) }
        }
    }

    /// True where a denial comes from the outlet that carried the claim, later, in its own or the same source's name.
    static func corrects(_ denial: Observation, _ claim: Observation) -> Bool {
        denial.publisher == claim.publisher && denial.known >= claim.known
            && (denial.voice == claim.voice || denial.voice == denial.publisher)
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

    /// "In 2014" says nothing where another claim names a day of that year on which the same side took it, or, in a
    /// history, anybody: before or after, nobody says.
    private static func dropCoarse(_ positive: inout [Observation]) {
        let fine = positive.filter { $0.earliest == $0.first && $0.state == .captured }
        guard !fine.isEmpty else { return }
        positive.removeAll { coarse in
            guard coarse.state == .captured, coarse.earliest < coarse.first else { return false }
            return fine.contains {
                $0.first >= coarse.earliest && $0.first <= coarse.first
                    && ($0.side == coarse.side || coarse.isHistory && coarse.first - coarse.earliest > 60 && !$0.part)
                    && (coarse.part || !$0.part)
            }
        }
    }

    private static func attach(
        _ echoes: [Observation], of all: [Observation], to periods: [ControlPeriod]
    ) -> [ControlPeriod] {
        guard !echoes.isEmpty else { return periods }
        var periods = periods
        let copied = Set(echoes.map(\.echo))
        var echoOf: [Int: UInt64] = [:]
        for observation in all where copied.contains(observation.echo) { echoOf[observation.ref] = observation.echo }
        // The first period that the original supports.
        var supported: [UInt64: Int] = [:]
        for (index, period) in periods.enumerated() {
            for ref in period.supporting {
                if let echo = echoOf[ref], supported[echo] == nil { supported[echo] = index }
            }
        }
        for echo in echoes { if let index = supported[echo.echo] { periods[index].echoes.append(echo.ref) } }
        return periods
    }
}
