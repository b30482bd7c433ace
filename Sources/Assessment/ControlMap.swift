public import Record

/// All places on one day, as known on one day.
public struct ControlMap: Sendable {
    /// One place of the map.
    public struct Entry: Sendable {
        /// ``NameKey/of(_:)-(Place)``.
        public var key: String
        /// The place as its claims name it.
        public var place: Place
        /// What is so there on the day.
        public var state: ControlState

        /// An entry from its parts.
        public init(key: String, place: Place, state: ControlState) {
            (self.key, self.place, self.state) = (key, place, state)
        }
    }

    /// By place key.
    public var entries: [Entry]

    /// A map from entries in the order of their keys.
    public init(entries: [Entry]) { self.entries = entries }

    /// The map that `claims` (of any places) give.
    public static func assess(_ claims: [SourcedClaim], on date: PartialDate, known: PartialDate? = nil) -> ControlMap {
        var groups: [String: [SourcedClaim]] = [:]
        for claim in claims where claim.claim.kind == .control {
            guard let place = claim.claim.place else { continue }
            groups[NameKey.of(place), default: []].append(claim)
        }
        var entries: [Entry] = []
        for (key, group) in groups.sorted(by: { $0.key < $1.key }) {
            guard let first = group.min(by: { $0.key < $1.key }), let place = first.claim.place else { continue }
            let state = ControlHistory.assess(group, known: known).state(on: date)
            if state.status != .unknown || state.since != nil {
                entries.append(Entry(key: key, place: place, state: state))
            }
        }
        var map = ControlMap(entries: entries)
        map.flagContainment()
        return map
    }

    /// A town inside a province that is reported taken is not taken by inference: it gets a flag.
    public mutating func flagContainment() {
        var provinces: [String: (name: String, state: ControlState)] = [:]
        for entry in entries where entry.place.kind == .admin1 || entry.place.kind == .admin2 {
            guard entry.state.status == .held, entry.state.holder != nil else { continue }
            let name = entry.place.resolved ?? entry.place.name
            provinces["\(entry.place.country ?? "")/\(NameKey.fold(name))"] = (name, entry.state)
        }
        guard !provinces.isEmpty else { return }
        for index in entries.indices where entries[index].place.kind != .admin1 {
            let place = entries[index].place
            for division in [place.admin1, place.admin2].compactMap({ $0 }) {
                guard let province = provinces["\(place.country ?? "")/\(NameKey.fold(division))"],
                    let taker = province.state.holder, taker.key != entries[index].state.holder?.key,
                    (province.state.since ?? .distantPast) > (entries[index].state.confirmed ?? .distantPast)
                else { continue }
                entries[index].state.flags.append(
                    "\(province.name) is reported held by \(taker.name); that does not say that this place is")
            }
        }
    }
}

extension PartialDate {
    fileprivate static let distantPast = PartialDate(daysSince1970: -700_000)
}
