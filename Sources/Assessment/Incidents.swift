public import Record

/// One event as several reports tell it. Members stay visible; nothing is merged away.
public struct Incident: Sendable, Equatable {
    /// The key of the first member.
    public var id: String
    public var type: EventType
    public var place: Place?
    /// First and last valid day that members give.
    public var first: PartialDate
    public var last: PartialDate
    /// By valid time, then key.
    public var members: [SourcedClaim]
    /// Voices that do not copy each other.
    public var independent: Int
    /// Where members differ, in words.
    public var conflicts: [String]
}

/// Links the event claims of different reports that are about the same event.
public enum Incidents {
    /// Score from which two claims are one event.
    public static let threshold = 3.0

    /// The incidents of `claims`. Claims meet only where they share a place and are at most two days apart (blocking),
    /// so that the cost grows with the claims and not with their square; the score is ``score(_:_:)``.
    public static func assess(_ claims: [SourcedClaim], known: PartialDate? = nil) -> [Incident] {
        var items: [Item] = []
        for claim in claims {
            if let known, claim.known.lastDay > known.lastDay { continue }
            guard claim.claim.modality.isFactual, let item = Item(claim) else { continue }
            items.append(item)
        }
        items.sort { ($0.day, $0.source.key) < ($1.day, $1.source.key) }
        var union = Union(items.count)
        var blocks: [String: [Int]] = [:]
        for (index, item) in items.enumerated() {
            guard let place = item.place else { continue }
            var open = blocks[place, default: []]
            open.removeAll { items[$0].day < item.day - 2 }
            // A block of hundreds in three days is a battle: its newest claims are enough to link the next one.
            for other in open.suffix(64) where score(item, items[other]) >= threshold { union.join(index, other) }
            open.append(index)
            blocks[place] = open
        }
        var groups: [Int: [Int]] = [:]
        for index in items.indices { groups[union.find(index), default: []].append(index) }
        return groups.values.map { incident($0.map { items[$0] }) }.sorted { ($0.first, $0.id) < ($1.first, $1.id) }
    }

    /// How alike two event claims are: type (2, or 1 of one family), parties (1 each, -1 where they differ), the day
    /// (1 the same, 0.5 the next), the toll (1 the same, -0.5 where they lie far apart).
    static func score(_ a: Item, _ b: Item) -> Double {
        if a.source.report == b.source.report { return 0 }
        var score = a.type == b.type ? 2.0 : a.family == b.family ? 1.0 : -2.0
        for (x, y) in [(a.actor, b.actor), (a.target, b.target)] {
            guard let x, let y else { continue }
            score += x == y ? 1 : -1
        }
        score += a.day == b.day ? 1 : abs(a.day - b.day) == 1 ? 0.5 : 0
        if let x = a.toll, let y = b.toll {
            score += x == y ? 1 : abs(x - y) <= max(2, max(x, y) / 4) ? 0.5 : -0.5
        }
        return score
    }

    struct Item {
        var source: SourcedClaim
        var type: EventType
        var family: Int
        var place: String?
        var day: Int
        var actor: String?
        var target: String?
        var toll: Int?

        init?(_ claim: SourcedClaim) {
            guard case .event(let event) = claim.claim.content else { return nil }
            source = claim
            type = event.type
            family =
                Self.families.firstIndex { $0.contains(event.type) } ?? -1
                - (EventType.allCases.firstIndex(of: event.type) ?? 0)
            place = event.place.map { NameKey.of($0) }
            let start = claim.claim.when?.start ?? claim.claim.when?.end
            if let start, start.precision != .day { return nil }
            day = (start ?? claim.known).firstDay
            let country = event.place?.country
            actor = event.actor.map { NameKey.side($0, at: country) }
            target = event.target.map { NameKey.side($0, at: country) }
            toll = event.fatalities.flatMap { $0.low ?? $0.high }
        }

        private static let families: [Set<EventType>] = [
            [.armedClash, .attack, .offensive, .advance], [.airStrike, .shelling, .missileAttack],
            [.suicideBombing, .ied, .landmine, .grenade], [.killing, .execution, .attack],
            [.displacement, .evacuation, .return], [.agreement, .ceasefire], [.withdrawal, .surrender],
        ]
    }

    private static func incident(_ items: [Item]) -> Incident {
        let members = items.sorted { ($0.day, $0.source.key) < ($1.day, $1.source.key) }
        var conflicts: [String] = []
        func differ(_ name: String, _ values: [String?]) {
            let distinct = Set(values.compactMap { $0 }).sorted()
            if distinct.count > 1 { conflicts.append("\(name): " + distinct.joined(separator: " / ")) }
        }
        differ("type", members.map { $0.type.rawValue })
        differ("actor", members.map(\.actor))
        differ("target", members.map(\.target))
        differ("day", members.map { PartialDate(daysSince1970: $0.day).description })
        let tolls = Set(members.compactMap(\.toll)).sorted()
        if tolls.count > 1 { conflicts.append("killed: " + tolls.map(String.init).joined(separator: " / ")) }
        let voices = Set(
            members.map { $0.source.claim.attribution.map { $0.id ?? NameKey.fold($0.name) } ?? $0.source.echoOf })
        return Incident(
            id: members[0].source.key, type: members[0].type, place: members[0].source.claim.place,
            first: PartialDate(daysSince1970: members[0].day),
            last: PartialDate(daysSince1970: members[members.count - 1].day), members: members.map(\.source),
            independent: voices.count, conflicts: conflicts)
    }

    /// Union-find; the lower index is the root, so that the result does not depend on the order of joining.
    private struct Union {
        private var parent: [Int]
        init(_ count: Int) { parent = Array(0..<count) }
        mutating func find(_ index: Int) -> Int {
            var index = index
            while parent[index] != index {
                parent[index] = parent[parent[index]]
                index = parent[index]
            }
            return index
        }
        mutating func join(_ a: Int, _ b: Int) {
            let (x, y) = (find(a), find(b))
            if x != y { parent[max(x, y)] = min(x, y) }
        }
    }
}
