import Record

/// One thing that an observation says of one day.
struct Mark: Comparable {
    var day: Int32
    /// Within a day: what was so before, then what is said to be so, then what changed.
    var order: UInt8
    var status: ControlStatus
    var change: Bool
    var weight: Float
    /// For a loss without a taker: who lost it, with status unknown.
    var side: UInt64
    var other: UInt64
    /// ``Observation/order``: the order of reading does not choose between marks of one day.
    var tie: UInt64
    /// Which of the observations that the walk was given.
    var index: Int32

    /// Adds the marks of observation number `index`.
    static func add(_ o: Observation, index: Int, to marks: inout [Mark]) {
        func mark(
            _ day: Int32, _ order: UInt8, _ status: ControlStatus, _ side: UInt64, _ other: UInt64 = 0,
            weight: Float = 1, change: Bool = false
        ) {
            marks.append(
                Mark(
                    day: day, order: order, status: status, change: change, weight: o.weight * weight, side: side,
                    other: other, tie: o.order, index: Int32(truncatingIfNeeded: index)))
        }
        switch o.state {
        case .captured:
            if o.other != 0, o.other != o.side { mark(o.earliest - 1, 0, .held, o.other, weight: 0.5) }
            if o.part {
                mark(o.first, 2, .divided, o.side, o.other, change: true)
            } else if o.side != 0 {
                mark(o.first, 2, .held, o.side, o.other, change: true)
            } else {
                // Somebody took it, from whoever had it.
                mark(o.first, 2, .unknown, o.other, change: true)
            }
        case .lost:
            mark(o.earliest - 1, 0, .held, o.side, weight: 0.5)
            if o.other != 0, !o.part {
                mark(o.first, 2, .held, o.other, o.side, change: true)
            } else {
                mark(o.first, 2, o.part ? .divided : .unknown, o.side, change: true)
            }
        case .held, .contested, .divided, .besieged:
            let status: ControlStatus =
                switch o.state {
                case .contested: .contested
                case .divided: .divided
                case .besieged: .besieged
                default: o.part ? .divided : .held
                }
            if status == .held, o.side == 0 { return }
            if o.until != .max {
                mark(min(o.first, o.until - 1), 1, status, o.side, o.other)
                if o.state == .besieged, o.side != 0 {
                    mark(o.until, 2, .held, o.side, change: true)
                } else {
                    mark(o.until, 2, .unknown, o.side, change: true)
                }
            } else {
                mark(o.first, 1, status, o.side, o.other)
                if o.last > o.first { mark(o.last, 1, status, o.side, o.other) }
            }
        }
    }

    static func < (a: Mark, b: Mark) -> Bool {
        if a.day != b.day { return a.day < b.day }
        if a.order != b.order { return a.order < b.order }
        if a.tie != b.tie { return a.tie < b.tie }
        return (a.status.rank, a.side, a.other) < (b.status.rank, b.side, b.other)
    }

    static func == (a: Mark, b: Mark) -> Bool { !(a < b) && !(b < a) }
}

extension ControlStatus {
    /// A fixed order, by which ties are broken.
    var rank: UInt8 {
        switch self {
        case .besieged: 0
        case .claimed: 1
        case .contested: 2
        case .divided: 3
        case .held: 4
        case .unknown: 5
        }
    }
}
