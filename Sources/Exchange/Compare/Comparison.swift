import Assessment
public import Record

/// What two records of the same war have in common: ours, coded from text and linked to incidents, and another data
/// set's events. One event of ours is matched to one of theirs, best pairs first, by place, day and toll.
///
///     let result = Comparison.assess(ours: ledgerClaims, theirs: imported)
///     print(result.matched.count, result.onlyOurs.count, result.onlyTheirs.count)
public struct Comparison: Sendable {
    /// A pair and how far it agrees.
    public struct Match: Sendable {
        public var ours: ComparedEvent
        public var theirs: ComparedEvent
        /// Kilometres between the points; nil where one of them has none.
        public var kilometres: Double?
        /// Days between them; 0 where they overlap.
        public var days: Int
        public var toll: TollAgreement
    }

    /// How two tolls stand to each other.
    public enum TollAgreement: String, Sendable, CaseIterable {
        case same
        /// Their spans overlap, or the middles differ by at most two or a quarter.
        case near
        case differs
        /// One of them gives none.
        case unknown
    }

    public var matched: [Match] = []
    public var onlyOurs: [ComparedEvent] = []
    public var onlyTheirs: [ComparedEvent] = []

    /// Compares events; claims of other kinds are left out.
    ///
    /// - Parameters:
    ///   - days: How many days two events may lie apart.
    ///   - kilometres: How far their points may lie apart where the names differ.
    public static func assess(
        ours: [SourcedClaim], theirs: [SourcedClaim], days: Int = 1, kilometres: Double = 20
    ) -> Comparison {
        let own = Incidents.assess(ours).compactMap(ComparedEvent.init)
        let other = theirs.compactMap(ComparedEvent.init)
        var byDay: [Int: [Int]] = [:]
        for (index, event) in own.enumerated() {
            for day in event.first...max(event.first, min(event.last, event.first + 31)) {
                byDay[day, default: []].append(index)
            }
        }
        var pairs: [(score: Double, ours: Int, theirs: Int)] = []
        for (index, event) in other.enumerated() {
            var seen: Set<Int> = []
            for day in event.first - days...max(event.first, min(event.last, event.first + 31)) + days {
                for candidate in byDay[day] ?? [] where seen.insert(candidate).inserted {
                    guard let score = own[candidate].likeness(to: event, days: days, kilometres: kilometres) else {
                        continue
                    }
                    pairs.append((score, candidate, index))
                }
            }
        }
        pairs.sort { ($1.score, $0.theirs, $0.ours) < ($0.score, $1.theirs, $1.ours) }
        var (usedOurs, usedTheirs): (Set<Int>, Set<Int>) = ([], [])
        var result = Comparison()
        for pair in pairs where !usedOurs.contains(pair.ours) && !usedTheirs.contains(pair.theirs) {
            usedOurs.insert(pair.ours)
            usedTheirs.insert(pair.theirs)
            result.matched.append(Match(own[pair.ours], other[pair.theirs]))
        }
        result.matched.sort { ($0.theirs.first, $0.theirs.id) < ($1.theirs.first, $1.theirs.id) }
        result.onlyOurs = own.indices.filter { !usedOurs.contains($0) }.map { own[$0] }
        result.onlyTheirs = other.indices.filter { !usedTheirs.contains($0) }.map { other[$0] }
        return result
    }
}

extension Comparison.Match {
    init(_ ours: ComparedEvent, _ theirs: ComparedEvent) {
        self.init(
            ours: ours, theirs: theirs, kilometres: ours.distance(to: theirs), days: ours.gap(to: theirs),
            toll: ours.toll(against: theirs))
    }
}
