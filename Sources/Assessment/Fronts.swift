import Foundation
public import Record

/// Neighbouring places that one side took from another, in the order in which they changed hands.
public struct Front: Sendable, Equatable {
    /// One place that changed hands.
    public struct Step: Sendable, Equatable {
        /// ``NameKey/of(_:)-(Place)``.
        public var key: String
        /// The place that changed hands.
        public var place: Place
        /// The day on which it did.
        public var day: PartialDate
        /// Kilometres from the place before it that lies nearest; nil for the first.
        public var distance: Double?
        /// True where only the taker says so.
        public var isClaimed: Bool
    }

    /// The side that took the places.
    public var taker: Party
    /// The side that lost them.
    public var loser: Party
    /// By day, then key.
    public var steps: [Step]
}

/// Finds fronts in the histories of places. Nothing is inferred about places of which no claim speaks.
public enum Fronts {
    /// Places so near each other, in kilometres, that are taken at most so many days apart belong to one front.
    public static let (reach, pause) = (40.0, 21)

    /// A place with its history (``ControlWalk/periods(_:)``).
    public typealias History = (key: String, place: Place, periods: [ControlPeriod])

    /// The fronts of at least two places whose steps lie in `days` (days since 1970), by first day. The cost grows with
    /// the changes of hands: they meet only in neighbouring cells of half a degree.
    public static func assess(
        _ histories: [History], parties: [UInt64: Party], days: ClosedRange<Int> = Int.min...Int.max
    ) -> [Front] {
        var pairs: [Pair: [Change]] = [:]
        for history in histories {
            guard let latitude = history.place.latitude, let longitude = history.place.longitude else { continue }
            var holder: UInt64 = 0
            for period in history.periods {
                guard period.status == .held || period.status == .claimed, period.side != 0 else { continue }
                if holder != 0, holder != period.side, days.contains(Int(period.start)) {
                    pairs[Pair(taker: period.side, loser: holder), default: []].append(
                        Change(
                            key: history.key, place: history.place, latitude: latitude, longitude: longitude,
                            day: Int(period.start), isClaimed: period.status == .claimed))
                }
                holder = period.side
            }
        }
        var fronts: [Front] = []
        for (pair, changes) in pairs {
            guard let taker = parties[pair.taker], let loser = parties[pair.loser] else { continue }
            fronts += chains(changes).map { Front(taker: taker, loser: loser, steps: $0) }
        }
        return fronts.sorted {
            ($0.steps[0].day, $0.steps[0].key, $0.taker.key) < ($1.steps[0].day, $1.steps[0].key, $1.taker.key)
        }
    }

    private struct Pair: Hashable {
        var taker: UInt64
        var loser: UInt64
    }

    private struct Change {
        var key: String
        var place: Place
        var latitude: Double
        var longitude: Double
        var day: Int
        var isClaimed: Bool
    }

    private struct Cell: Hashable {
        var row: Int
        var column: Int
    }

    /// Each change joins the front of the nearest earlier one within reach, else begins one.
    private static func chains(_ changes: [Change]) -> [[Front.Step]] {
        let sorted = changes.sorted { ($0.day, $0.key) < ($1.day, $1.key) }
        var cells: [Cell: [Int]] = [:]
        var front: [Int] = []
        var steps: [[Front.Step]] = []
        for (index, change) in sorted.enumerated() {
            let cell = Cell(
                row: Int((change.latitude * 2).rounded(.down)), column: Int((change.longitude * 2).rounded(.down)))
            var nearest: (index: Int, distance: Double)?
            for row in cell.row - 1...cell.row + 1 {
                for column in cell.column - 1...cell.column + 1 {
                    for other in cells[Cell(row: row, column: column), default: []].reversed() {
                        if change.day - sorted[other].day > pause { break }
                        let distance = kilometres(change, sorted[other])
                        if distance <= reach, sorted[other].key != change.key, distance < nearest?.distance ?? .infinity
                        {
                            nearest = (other, distance)
                        }
                    }
                }
            }
            front.append(nearest.map { front[$0.index] } ?? steps.count)
            if nearest == nil { steps.append([]) }
            steps[front[index]].append(
                Front.Step(
                    key: change.key, place: change.place, day: PartialDate(daysSince1970: change.day),
                    distance: nearest?.distance, isClaimed: change.isClaimed))
            cells[cell, default: []].append(index)
        }
        return steps.filter { $0.count > 1 }
    }

    /// On a sphere, near enough for neighbours.
    private static func kilometres(_ a: Change, _ b: Change) -> Double {
        let north = (a.latitude - b.latitude) * 111.2
        let east = (a.longitude - b.longitude) * 111.2 * cos((a.latitude + b.latitude) / 2 * .pi / 180)
        return (north * north + east * east).squareRoot()
    }
}
