import Record

/// What is told as history is weighed as a whole before the walk. A history tells one matter many times, from afar and
/// in passing; a single sentence between others that say otherwise is a slip of the writer or of the reader.
///
/// The likeliest course of events is the sequence of holders that costs least: each voice that it goes against costs its
/// weight, each change of hands costs ``change`` (a Viterbi path: Forney, "The Viterbi algorithm", 1973). What is told as
/// history and does not fit that course is set aside; news is never set aside, it only weighs in.
enum Chronicle {
    /// What a change of hands costs: less than one voice of history, more than half of one.
    static let change: Float = 0.35
    /// What a word for rebels without a name costs where a rebel group holds the place, or the other way round, as a share
    /// of its weight.
    static let kinship: Float = 0.3
    /// Days around its own in which a dated sentence still fits the course.
    private static let slack: Int32 = 10
    /// Days before a change of hands in which fighting in parts of the place belongs to it.
    private static let struggle: Int32 = 200

    /// What fits, and what is set aside.
    static func weigh(_ positive: [Observation]) -> (kept: [Observation], aside: [Observation]) {
        guard positive.contains(where: \.isHistory) else { return (positive, []) }
        let kin = Kin(positive)
        let course = course(positive, kin)
        var kept: [Observation] = []
        var aside: [Observation] = []
        for observation in positive {
            if observation.isHistory, !fits(observation, course, kin) {
                aside.append(observation)
            } else {
                kept.append(observation.isHistory ? beforeChange(observation, course) : observation)
            }
        }
        return (kept, aside)
    }

    /// What is told of a month in which the place changed hands was so before that day.
    private static func beforeChange(_ o: Observation, _ course: [Step]) -> Observation {
        guard o.earliest < o.first, o.state != .captured || o.part, o.state != .lost else { return o }
        let changes = course.dropFirst().filter { $0.day > o.earliest && $0.day <= o.first }
        // Who is said to have held it that month held it till then.
        let isHolder = !o.part && o.state == .held
        let change = changes.last { !isHolder || $0.side != o.side }
        guard let change, !isHolder || side(on: o.first, course) != o.side else { return o }
        var o = o
        o.first = change.day - 1
        o.last = min(o.last, o.first)
        return o
    }

    // MARK: - The likeliest course

    /// Who comes to hold the place on a day.
    private struct Step {
        var day: Int32
        var side: UInt64
    }

    /// What one voice says of one day.
    fileprivate struct Word: Hashable {
        var day: Int32
        var state: Control.State
        var side: UInt64
        var other: UInt64
        var voice: UInt64
    }

    private static func course(_ positive: [Observation], _ kin: Kin) -> [Step] {
        let ordered = words(positive)
        let support = Support(positive, slack: slack)
        let sides = Set(ordered.flatMap { $0.key.state == .besieged ? [$0.key.side] : [$0.key.side, $0.key.other] })
            .subtracting([0]).sorted()
        guard !sides.isEmpty else { return [] }
        var cost = [Float](repeating: 0, count: sides.count)
        var days: [Int32] = []
        var back: [[Int]] = []
        var index = 0
        while index < ordered.count {
            var next = index
            while next < ordered.count, ordered[next].key.day == ordered[index].key.day { next += 1 }
            let said = ordered[index..<next]
            // What was so before the day's changes.
            let before = sides.indices.map { at in
                said.reduce(cost[at]) { $0 + $1.key.cost(before: sides[at], $1.value) }
            }
            let best = before.indices.min { before[$0] < before[$1] } ?? 0
            var from: [Int] = []
            for at in sides.indices {
                // Nobody comes to hold a place on a day on which next to nothing says so.
                let held = said.reduce(0) {
                    $1.key.side == sides[at] ? $0 + $1.value * $1.key.state.arrival : $0
                }
                let moves =
                    before[best] + change < before[at]
                    && (held >= change
                        || held > 0 && held + support.around(said.first?.key.day ?? 0, sides[at]) >= change)
                from.append(moves ? best : at)
                cost[at] = moves ? before[best] + change : before[at]
                for (word, weight) in said {
                    let isKin = word.state != .lost && kin.holds(word.side, sides[at])
                    cost[at] += word.cost(after: sides[at], isKin ? weight * kinship : weight)
                }
            }
            days.append(ordered[index].key.day)
            back.append(from)
            index = next
        }
        var at = cost.indices.min { cost[$0] < cost[$1] } ?? 0
        var steps: [Step] = []
        for position in days.indices.reversed() {
            steps.append(Step(day: days[position], side: sides[at]))
            at = back[position][at]
        }
        // The first holder was there before the first word.
        steps.append(Step(day: .min, side: sides[at]))
        var changes: [Step] = []
        for step in steps.reversed() where step.side != changes.last?.side { changes.append(step) }
        return changes
    }

    /// What is said of the whole place, in order; each voice once for each thing that it says of a day. Who lost a place
    /// to somebody says that he took it. What gives only a year counts as what gives a month: the halved weight stands for
    /// the date, and the order of things is all that a course asks for.
    private static func words(_ positive: [Observation]) -> [(key: Word, value: Float)] {
        var words: [Word: Float] = [:]
        let changes = positive.filter { $0.state == .captured && !$0.part && $0.side != 0 && $0.earliest == $0.first }
        for o in positive where !o.part && o.state != .contested && o.state != .divided {
            // "Held by X in October", of a month in which it changed hands: before or after, nobody says.
            if o.earliest < o.first, o.state == .held || o.state == .besieged,
                changes.contains(where: { $0.first >= o.earliest && $0.first <= o.first })
            {
                continue
            }
            var days = [o.first]
            if o.last > o.first, o.state == .held || o.state == .besieged { days.append(o.last) }
            let isTaken = o.state == .lost && o.other != 0
            let weight = o.first - o.earliest > 60 ? o.weight * 1.6 : o.weight
            for day in days {
                let word = Word(
                    day: day, state: isTaken ? .captured : o.state, side: isTaken ? o.other : o.side,
                    other: isTaken ? o.side : o.other, voice: o.voice == o.publisher ? o.echo : o.voice)
                words[word] = max(words[word] ?? 0, weight)
            }
        }
        var seen: Set<Word> = []
        return words.sorted { Word.before($0.key, $1.key) }.filter { word, _ in
            var bare = word
            if word.state != .besieged { bare.other = 0 }
            return seen.insert(bare).inserted
        }
    }

    /// Rebels without a name and the rebel groups that they may be: all that were not told to fight them over the place.
    private struct Kin {
        private let crowds: Set<UInt64>
        private let groups: Set<UInt64>

        init(_ positive: [Observation]) {
            let crowds = Set(positive.lazy.filter { $0.crowd == .rebels }.map(\.side))
            var groups = Set(positive.lazy.filter { $0.sort == .rebel }.map(\.side)).subtracting(crowds)
            for one in positive {
                if crowds.contains(one.side) { groups.remove(one.other) }
                if crowds.contains(one.other) { groups.remove(one.side) }
            }
            (self.crowds, self.groups) = (crowds, groups)
        }

        func holds(_ a: UInt64, _ b: UInt64) -> Bool {
            crowds.contains(a) && groups.contains(b) || crowds.contains(b) && groups.contains(a)
        }
    }

    /// What else speaks for a change of hands about a day: that parts were taken, that somebody took it.
    private struct Support {
        private var told: [(day: Int32, side: UInt64, weight: Float)]
        private let slack: Int32

        init(_ positive: [Observation], slack: Int32) {
            self.slack = slack
            told = positive.filter { $0.state == .captured && ($0.part || $0.side == 0) && $0.first - $0.earliest < 60 }
                .map { ($0.first, $0.side, $0.part ? $0.weight / 2 : $0.weight) }
                .sorted { ($0.day, $0.side, $0.weight) < ($1.day, $1.side, $1.weight) }
        }

        func around(_ day: Int32, _ side: UInt64) -> Float {
            var sum: Float = 0
            var index = told.partitioningIndex { $0.day >= day - slack }
            while index < told.count, told[index].day <= day + slack {
                if told[index].side == side || told[index].side == 0 { sum += told[index].weight }
                index += 1
            }
            return sum
        }
    }

    // MARK: - What fits it

    private static func side(on day: Int32, _ course: [Step]) -> UInt64? { course.last { $0.day <= day }?.side }

    private static func fits(_ o: Observation, _ course: [Step], _ kin: Kin) -> Bool {
        guard !course.isEmpty else { return true }
        let from = o.earliest - slack
        let to = o.first + slack
        func isSame(_ side: UInt64, _ holder: UInt64?) -> Bool {
            holder == side || holder.map { kin.holds(side, $0) } ?? false
        }
        func held(by side: UInt64) -> Bool {
            isSame(side, self.side(on: from, course))
                || course.contains { $0.day >= from && $0.day <= to && isSame(side, $0.side) }
        }
        switch o.state {
        case .captured where !o.part:
            // Who held it till then and lost it that day did not take it.
            return o.side == 0 || isSame(o.side, side(on: o.first, course))
                || course.contains { $0.day >= o.earliest && $0.day <= to && isSame(o.side, $0.side) }
        case .held where !o.part: return o.side == 0 || held(by: o.side)
        case .lost where !o.part && o.other != 0: return held(by: o.other)
        case .lost where !o.part: return side(on: to, course) != o.side
        case .besieged where o.side != 0: return held(by: o.side)
        default:
            // Fighting that no change of hands ends was for nothing.
            return side(on: o.earliest - 1, course) != side(on: o.first + struggle, course)
        }
    }
}

extension Array {
    /// The first index from which a condition holds that, once true, stays true.
    fileprivate func partitioningIndex(where holds: (Element) -> Bool) -> Int {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if holds(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}

extension Chronicle.Word {
    /// By day; a fixed order within a day.
    fileprivate static func before(_ a: Self, _ b: Self) -> Bool {
        if a.day != b.day { return a.day < b.day }
        // Who names the loser says more.
        return (a.state.rank, a.side, b.other, a.voice) < (b.state.rank, b.side, a.other, b.voice)
    }

    /// What it costs that `holder` held the place before the day's changes.
    fileprivate func cost(before holder: UInt64, _ weight: Float) -> Float {
        switch state {
        case .captured: other != 0 && other != holder ? weight / 2 : 0
        case .lost: side != 0 && side != holder ? weight / 2 : 0
        default: 0
        }
    }

    /// What it costs that `holder` holds the place after the day's changes.
    fileprivate func cost(after holder: UInt64, _ weight: Float) -> Float {
        switch state {
        case .captured: side == 0 ? (other == holder ? weight : 0) : side == holder ? 0 : weight
        case .held: side == 0 || side == holder ? 0 : weight
        case .lost: side == holder ? weight : 0
        case .besieged: side == holder ? 0 : side == 0 ? (other == holder ? weight : 0) : weight * 0.7
        case .contested, .divided: 0
        }
    }
}

extension Control.State {
    /// How far a word of it says that somebody comes to hold the place: who is besieged was there before.
    fileprivate var arrival: Float {
        switch self {
        case .captured, .held: 1
        case .besieged: 0.5
        case .lost, .contested, .divided: 0
        }
    }

    fileprivate var rank: UInt8 {
        switch self {
        case .captured: 0
        case .held: 1
        case .lost: 2
        case .besieged: 3
        case .contested: 4
        case .divided: 5
        }
    }
}
