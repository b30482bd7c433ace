import Record

/// One thing that an observation says of one day.
struct Mark: Comparable {
    var day: Int32
    /// Within a day: what was so before, then what is said to be so, then what changed.
    var order: UInt8
    var status: ControlStatus
    /// For a loss without a taker: who lost it, with status unknown.
    var side: UInt64
    var other: UInt64
    var weight: Float
    /// Implied by another statement: counts only where nothing else is known.
    var implied = false
    var change: Bool
    var observation: Observation

    static func number(_ state: Control.State) -> UInt8 {
        switch state {
        case .captured: 0
        case .held: 1
        case .lost: 2
        case .contested: 3
        case .divided: 4
        case .besieged: 5
        }
    }

    static func of(_ o: Observation) -> [Mark] {
        func mark(
            _ day: Int32, _ order: UInt8, _ status: ControlStatus, _ side: UInt64, _ other: UInt64 = 0,
            weight: Float = 1, implied: Bool = false, change: Bool = false
        ) -> Mark {
            Mark(
                day: day, order: order, status: status, side: side, other: other, weight: o.weight * weight,
                implied: implied, change: change, observation: o)
        }
        switch o.state {
        case .captured:
            var marks: [Mark] = []
            if o.other != 0, o.other != o.side {
                marks.append(mark(o.earliest - 1, 0, .held, o.other, weight: 0.5, implied: true))
            }
            if o.part {
                marks.append(mark(o.first, 2, .divided, o.side, o.other, change: true))
            } else if o.side != 0 {
                marks.append(mark(o.first, 2, .held, o.side, o.other, change: true))
            } else if o.other != 0 {
                marks.append(mark(o.first, 2, .unknown, o.other, change: true))
            }
            return marks
        case .lost:
            var marks = [mark(o.earliest - 1, 0, .held, o.side, weight: 0.5, implied: true)]
            if o.other != 0, !o.part {
                marks.append(mark(o.first, 2, .held, o.other, o.side, change: true))
            } else {
                marks.append(mark(o.first, 2, o.part ? .divided : .unknown, o.side, change: true))
            }
            return marks
        case .held, .contested, .divided, .besieged:
            let status: ControlStatus =
                switch o.state {
                case .contested: .contested
                case .divided: .divided
                case .besieged: .besieged
                default: o.part ? .divided : .held
                }
            if status == .held, o.side == 0 { return [] }
            var marks: [Mark] = []
            if o.until != .max {
                marks.append(mark(min(o.first, o.until - 1), 1, status, o.side, o.other))
                if o.state == .besieged, o.side != 0 {
                    marks.append(mark(o.until, 2, .held, o.side, change: true))
                } else {
                    marks.append(mark(o.until, 2, .unknown, o.side, change: true))
                }
            } else {
                marks.append(mark(o.first, 1, status, o.side, o.other))
                if o.last > o.first { marks.append(mark(o.last, 1, status, o.side, o.other)) }
            }
            return marks
        }
    }

    static func < (a: Mark, b: Mark) -> Bool {
        if a.day != b.day { return a.day < b.day }
        if a.order != b.order { return a.order < b.order }
        if a.observation.order != b.observation.order { return a.observation.order < b.observation.order }
        return (a.status.rawValue, a.side, a.other) < (b.status.rawValue, b.side, b.other)
    }

    static func == (a: Mark, b: Mark) -> Bool { !(a < b) && !(b < a) }
}
