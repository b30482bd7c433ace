import Assessment
import Foundation
public import Record

/// An event of either side, reduced to what two records can be compared by.
public struct ComparedEvent: Sendable, Equatable {
    /// The first claim's key, or the row's own name.
    public var id: String
    public var type: EventType
    public var place: Place?
    /// Days since 1970.
    public var first: Int
    public var last: Int
    /// The dead, at least and at most.
    public var killed: ClosedRange<Int>?
    /// How many claims tell it.
    public var claims: Int
    private let name: String
    private let divisions: Set<String>

    /// An incident, as its members tell it.
    init?(_ incident: Incident) {
        let dead = incident.members.compactMap(Self.dead)
        let (lowest, highest) = (dead.map(\.lowerBound).min(), dead.map(\.upperBound).max())
        let span = lowest.flatMap { low in highest.map { low...max(low, $0) } }
        self.init(
            id: incident.id, type: incident.type, place: incident.place, first: incident.first.firstDay,
            last: incident.last.lastDay, killed: span, claims: incident.members.count)
    }

    /// An imported event; nil for other claims.
    init?(_ claim: SourcedClaim) {
        guard case .event(let event) = claim.claim.content else { return nil }
        let when = claim.claim.when
        let first = (when?.start ?? when?.end ?? claim.known).firstDay
        self.init(
            id: claim.key, type: event.type, place: event.place, first: first,
            last: max(first, (when?.end ?? when?.start ?? claim.known).lastDay), killed: Self.dead(claim), claims: 1)
    }

    init(
        id: String, type: EventType, place: Place?, first: Int, last: Int, killed: ClosedRange<Int>?, claims: Int
    ) {
        (self.id, self.type, self.place, self.first, self.last) = (id, type, place, first, last)
        (self.killed, self.claims) = (killed, claims)
        name = place.map { Self.plain($0.resolved ?? $0.name) } ?? ""
        divisions = Set([place?.admin1, place?.admin2].compactMap { $0.map(Self.plain) })
    }

    private static func dead(_ claim: SourcedClaim) -> ClosedRange<Int>? {
        guard case .event(let event) = claim.claim.content, let dead = event.fatalities,
            let low = dead.low ?? dead.high
        else { return nil }
        return low...max(low, dead.high ?? low)
    }

    /// A name without what says only what sort of place it is ("Aleppo Governorate", "Manbij town").
    private static func plain(_ name: String) -> String {
        let sorts: Set = [
            "governorate", "province", "district", "town", "city", "village", "area", "neighborhood", "neighbourhood",
        ]
        return NameKey.fold(name).split(separator: " ").filter { !sorts.contains(String($0)) }.joined(separator: " ")
    }

    /// True for a division, a region or a country: its point says little.
    private var isWide: Bool {
        switch place?.kind {
        case .admin1, .admin2, .admin3, .region, .country, .water, .physical: true
        default: false
        }
    }

    /// Higher for better pairs; nil where place or day rule the pair out.
    func likeness(to other: ComparedEvent, days: Int, kilometres: Double) -> Double? {
        let gap = gap(to: other)
        guard gap <= days, let near = nearness(to: other, kilometres: kilometres) else { return nil }
        let counted =
            switch toll(against: other) {
            case .same: 1.0
            case .near: 0.5
            case .unknown: 0.0
            case .differs: -0.5
            }
        return near + 1 - Double(gap) / Double(days + 1) + counted
    }

    /// 3 for one name, less with distance, 1 for a place inside a wide one; nil where they are different places.
    private func nearness(to other: ComparedEvent, kilometres: Double) -> Double? {
        guard !name.isEmpty, !other.name.isEmpty else { return nil }
        if name == other.name { return 3 }
        if isWide || other.isWide {
            let wide = isWide ? name : other.name
            let inner = isWide ? other.divisions : divisions
            return inner.contains(wide) ? 1 : nil
        }
        guard let distance = distance(to: other), distance <= kilometres else { return nil }
        return 2.5 - distance / kilometres
    }

    /// Days between two events; 0 where they overlap.
    func gap(to other: ComparedEvent) -> Int { max(0, max(first, other.first) - min(last, other.last)) }

    /// Great-circle distance in kilometres.
    func distance(to other: ComparedEvent) -> Double? {
        guard let a = point, let b = other.point else { return nil }
        let (x, y) = (a.latitude * .pi / 180, b.latitude * .pi / 180)
        let (dx, dy) = ((y - x) / 2, (b.longitude - a.longitude) * .pi / 360)
        let half = sin(dx) * sin(dx) + cos(x) * cos(y) * sin(dy) * sin(dy)
        return 12_742 * asin(min(1, half.squareRoot()))
    }

    private var point: (latitude: Double, longitude: Double)? {
        guard let latitude = place?.modifier?.latitude ?? place?.latitude,
            let longitude = place?.modifier?.longitude ?? place?.longitude
        else { return nil }
        return (latitude, longitude)
    }

    func toll(against other: ComparedEvent) -> Comparison.TollAgreement {
        guard let a = killed, let b = other.killed else { return .unknown }
        if a == b { return .same }
        if a.overlaps(b) { return .near }
        let (x, y) = (Double(a.lowerBound + a.upperBound) / 2, Double(b.lowerBound + b.upperBound) / 2)
        return abs(x - y) <= max(2, max(x, y) / 4) ? .near : .differs
    }
}
