import Record

/// What one day's statements say, gathered by what they amount to.
struct Candidate {
    var status: ControlStatus
    var side: UInt64
    var other: UInt64
    var change: Bool
    var voices = Voices()
    /// True where somebody says so who has no stake in it.
    var disinterested = false
    var refs: [Int] = []
    var denials = Voices()
    var denialRefs: [Int] = []

    init(_ mark: Mark) {
        (status, side, other, change) = (mark.status, mark.side, mark.other, mark.change)
    }

    /// Weight of the voices for it.
    var score: Float { voices.sum }
    /// Weight of the voices that deny it.
    var opposition: Float { denials.sum }

    mutating func add(_ mark: Mark, of observation: Observation) {
        voices.add(observation.voice, mark.weight)
        if observation.interest != .selfServing { disinterested = true }
        if !refs.contains(observation.ref) { refs.append(observation.ref) }
        if other == 0 { other = mark.other }
        // Parts in different hands are named by different claims.
        if other == 0, mark.side != side { (side, other) = side == 0 ? (mark.side, 0) : (side, mark.side) }
    }

    mutating func deny(_ denial: Observation) {
        denials.add(denial.voice, denial.weight)
        if !denialRefs.contains(denial.ref) { denialRefs.append(denial.ref) }
    }

    /// Takes in what another says of the same: its voices and its claims.
    mutating func join(_ more: Candidate) {
        voices.add(more.voices)
        refs += more.refs
    }

    /// Heaviest first; ties by what is said.
    static func before(_ a: Candidate, _ b: Candidate) -> Bool {
        let (x, y) = (a.score - a.opposition, b.score - b.opposition)
        if x != y { return x > y }
        return (a.status.rank, a.side, a.other) < (b.status.rank, b.side, b.other)
    }

    /// True where both cannot be so on one day.
    static func clash(_ a: Candidate, _ b: Candidate) -> Bool {
        if a.status == b.status { return a.side != b.side }
        if a.status == .unknown || b.status == .unknown { return a.side == b.side }
        return true
    }
}

/// Voices, each with its strongest weight. Few at a time, so a list and not a map.
struct Voices {
    private(set) var all: [(voice: UInt64, weight: Float)] = []

    mutating func add(_ voice: UInt64, _ weight: Float) {
        if let index = all.firstIndex(where: { $0.voice == voice }) {
            all[index].weight = max(all[index].weight, weight)
        } else {
            all.append((voice, weight))
        }
    }

    mutating func add(_ others: Voices) { for other in others.all { add(other.voice, other.weight) } }

    var count: Int { all.count }

    /// By voice, so that the order of reading does not touch a sum.
    var sorted: [(voice: UInt64, weight: Float)] { all.count < 2 ? all : all.sorted { $0.voice < $1.voice } }

    /// Added in the order of size, so that the order of reading does not touch the last bit.
    var sum: Float {
        switch all.count {
        case 0: 0
        case 1: all[0].weight
        case 2: all[0].weight + all[1].weight
        default: all.map(\.weight).sorted().reduce(0, +)
        }
    }
}
