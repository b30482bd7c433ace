public import Record

/// One event as several reports tell it. Members stay visible; nothing is merged away.
public struct Incident: Sendable, Equatable {
    /// The key of the first member.
    public var id: String
    /// The type that most members give.
    public var type: EventType
    /// Where, as the first member names it.
    public var place: Place?
    /// First and last valid day that members give.
    public var first: PartialDate
    /// Last valid day that members give.
    public var last: PartialDate
    /// By valid time, then key.
    public var members: [SourcedClaim]
    /// Voices that do not copy each other.
    public var independent: Int
    /// The dead by the members' words; nil where none counts them.
    public var killed: Toll?
    /// Where members differ, in words.
    public var conflicts: [String]
}

/// What analysts decided about pairs of claims, by key: it goes before every score.
public struct Pairings: Sendable, Equatable {
    /// Told as one event.
    public var joined: [(String, String)]
    /// Never told as one event.
    public var parted: [(String, String)]

    /// Nothing decided, where both are empty.
    public init(joined: [(String, String)] = [], parted: [(String, String)] = []) {
        (self.joined, self.parted) = (joined, parted)
    }

    /// True where both hold the same pairs in the same order.
    public static func == (a: Pairings, b: Pairings) -> Bool {
        a.joined.elementsEqual(b.joined, by: ==) && a.parted.elementsEqual(b.parted, by: ==)
    }
}

/// Links the event claims of different reports that are about the same event.
public enum Incidents {
    /// Score from which two claims are one event.
    public static let threshold = 3.0

    /// The incidents of `claims`, by first day. Claims meet only where they share a place and are at most two days apart
    /// (blocking), so that the cost grows with the claims and not with their square; the score is ``score(_:_:)``. Events
    /// without a day are left out: nothing tells which incident they are.
    public static func assess(
        _ claims: [SourcedClaim], known: PartialDate? = nil, pairings: Pairings = Pairings()
    ) -> [Incident] {
        let limit = known?.lastDay ?? .max
        var items: [IncidentItem] = []
        for index in claims.indices where claims[index].known.lastDay <= limit {
            if let item = IncidentItem(claims[index], index) { items.append(item) }
        }
        items.sort { ($0.day, claims[$0.source].key) < ($1.day, claims[$1.source].key) }
        var links = IncidentLinks(items, claims, pairings)
        var blocks: [UInt64: [Int]] = [:]
        for (index, item) in items.enumerated() where item.place != 0 {
            blocks[item.place, default: []].removeAll { items[$0].day < item.day - reach }
            // A block of hundreds in three days is a battle: its newest claims are enough to link the next one.
            for other in blocks[item.place, default: []].suffix(64) where score(item, items[other]) >= threshold {
                links.join(index, other)
            }
            blocks[item.place, default: []].append(index)
        }
        return links.groups().map { incident($0.map { items[$0] }, claims) }
            .sorted { ($0.first, $0.id) < ($1.first, $1.id) }
    }

    /// How alike two event claims are: type (2, or 1 of one family), parties (1 each, -1 where they differ), the day
    /// (1 the same, 0.5 the next), the toll (1 the same, -0.5 where they lie far apart).
    static func score(_ a: IncidentItem, _ b: IncidentItem) -> Double {
        if a.report == b.report { return 0 }
        var score = a.type == b.type ? 2.0 : a.family != nil && a.family == b.family ? 1.0 : -2.0
        if a.actor != 0, b.actor != 0 { score += a.actor == b.actor ? 1 : -1 }
        if a.target != 0, b.target != 0 { score += a.target == b.target ? 1 : -1 }
        score += a.day == b.day ? 1 : abs(a.day - b.day) == 1 ? 0.5 : 0
        if let x = a.toll, let y = b.toll {
            score += x == y ? 1 : abs(x - y) <= max(2, max(x, y) / 4) ? 0.5 : -0.5
        }
        return score
    }

    private static func incident(_ items: [IncidentItem], _ claims: [SourcedClaim]) -> Incident {
        let members = items.map { claims[$0.source] }
        var conflicts: [String] = []
        func differ(_ name: String, _ values: [String]) {
            let distinct = Set(values).sorted()
            if distinct.count > 1 { conflicts.append("\(name): " + distinct.joined(separator: " / ")) }
        }
        if items.count > 1 {
            differ("type", items.map(\.type.rawValue))
            let country = members[0].claim.place?.country
            let events = members.compactMap { if case .event(let event) = $0.claim.content { event } else { nil } }
            differ("actor", events.compactMap(\.actor).map { NameKey.side($0, at: country) })
            differ("target", events.compactMap(\.target).map { NameKey.side($0, at: country) })
            differ("day", items.map { PartialDate(daysSince1970: $0.day).description })
            let tolls = Set(items.compactMap(\.toll)).sorted()
            if tolls.count > 1 { conflicts.append("killed: " + tolls.map(String.init).joined(separator: " / ")) }
        }
        let voices = Set(members.map { $0.claim.attribution.map { $0.id ?? NameKey.fold($0.name) } ?? $0.echoOf })
        return Incident(
            id: members[0].key, type: items[0].type, place: members[0].claim.place,
            first: PartialDate(daysSince1970: items[0].day),
            last: PartialDate(daysSince1970: items[items.count - 1].day),
            members: members, independent: voices.count, killed: Tolls.killed(in: members), conflicts: conflicts)
    }
}

/// An event claim as the comparison needs it: small numbers, and where the claim stands.
struct IncidentItem {
    /// Which of the claims that were given.
    var source: Int
    var report: UInt64
    var type: EventType
    /// Types of one family may be one event told in other words.
    var family: Int?
    /// Hashes of keys, 0 for none.
    var place: UInt64
    var actor: UInt64
    var target: UInt64
    var day: Int
    var toll: Int?

    init?(_ sourced: SourcedClaim, _ source: Int) {
        guard case .event(let event) = sourced.claim.content, sourced.claim.modality.isFactual else { return nil }
        let start = sourced.claim.when?.start ?? sourced.claim.when?.end
        if let start, start.precision != .day { return nil }
        day = (start ?? sourced.known).firstDay
        self.source = source
        report = NameKey.hash(sourced.report)
        type = event.type
        family = Self.families[event.type]
        place = event.place.map { NameKey.hash(NameKey.of($0)) } ?? 0
        let country = event.place?.country
        actor = event.actor.map { NameKey.hash(NameKey.side($0, at: country)) } ?? 0
        target = event.target.map { NameKey.hash(NameKey.side($0, at: country)) } ?? 0
        toll = event.fatalities.flatMap { $0.low ?? $0.high }
    }

    private static let families: [EventType: Int] = {
        let groups: [[EventType]] = [
            [.armedClash, .attack, .offensive, .advance], [.airStrike, .shelling, .missileAttack],
            [.suicideBombing, .ied, .landmine, .grenade], [.killing, .execution],
            [.displacement, .evacuation, .return], [.agreement, .ceasefire], [.withdrawal, .surrender],
        ]
        var table: [EventType: Int] = [:]
        for (number, group) in groups.enumerated() { for type in group { table[type] = number } }
        return table
    }()
}

/// Union-find over items, with the pairs that analysts joined or parted. The lower index is the root, so that the result
/// does not depend on the order of joining.
struct IncidentLinks {
    private var parent: [Int]
    private var parted: [(Int, Int)] = []

    init(_ items: [IncidentItem], _ claims: [SourcedClaim], _ pairings: Pairings) {
        parent = Array(items.indices)
        guard !pairings.joined.isEmpty || !pairings.parted.isEmpty else { return }
        let named = Set((pairings.joined + pairings.parted).flatMap { [$0.0, $0.1] })
        var place: [String: Int] = [:]
        for (index, item) in items.enumerated() where named.contains(claims[item.source].key) {
            place[claims[item.source].key] = index
        }
        func indices(_ pairs: [(String, String)]) -> [(Int, Int)] {
            pairs.compactMap { pair in place[pair.0].flatMap { one in place[pair.1].map { (one, $0) } } }
        }
        parted = indices(pairings.parted)
        for (one, other) in indices(pairings.joined).sorted(by: <) { join(one, other) }
    }

    mutating func join(_ a: Int, _ b: Int) {
        let (x, y) = (find(a), find(b))
        if x == y { return }
        for (one, other) in parted {
            let (p, q) = (find(one), find(other))
            if (p, q) == (x, y) || (p, q) == (y, x) { return }
        }
        parent[max(x, y)] = min(x, y)
    }

    /// The items of each group, ascending; groups by their first item.
    mutating func groups() -> [[Int]] {
        var members: [[Int]] = []
        var number: [Int: Int] = [:]
        for index in parent.indices {
            let root = find(index)
            if let group = number[root] {
                members[group].append(index)
            } else {
                number[root] = members.count
                members.append([index])
            }
        }
        return members
    }

    private mutating func find(_ index: Int) -> Int {
        var index = index
        while parent[index] != index {
            parent[index] = parent[parent[index]]
            index = parent[index]
        }
        return index
    }
}
