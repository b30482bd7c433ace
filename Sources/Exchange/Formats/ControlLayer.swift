import Assessment
public import Record

/// Control as GeoJSON: who holds what on a day, or every change of hands up to it.
///
/// Assessed from released claims only, and from those of them whose place was not coarsened: a camp told as its district
/// must not colour the district.
public enum ControlLayer: String, Sendable, CaseIterable {
    /// One feature a place: status, holder, since when, by how many voices.
    case control
    /// One feature a change: from whom, to whom, on which day.
    case changes

    /// Hands the file to `output`; places in the order of their keys, changes by day within a place.
    ///
    /// - Parameters:
    ///   - date: the day shown, or the last day of the changes.
    ///   - known: what had been reported by the end of this day.
    /// - Returns: how many features were written.
    @discardableResult
    public func write(
        _ claims: some Sequence<ReleasedClaim>, on date: PartialDate, known: PartialDate? = nil,
        to output: ([UInt8]) throws -> Void
    ) rethrows -> Int {
        var groups: [String: [SourcedClaim]] = [:]
        for released in claims where released.claim.kind == .control && released.precision == "exact" {
            guard let place = released.claim.place else { continue }
            groups[NameKey.of(place), default: []].append(released.sourced)
        }
        var out = Bytes()
        out.raw(GeoJSONText.head)
        var count = 0
        for (key, group) in groups.sorted(by: { $0.key < $1.key }) {
            guard let first = group.min(by: { $0.key < $1.key }), let place = first.claim.place else { continue }
            let history = ControlHistory.assess(group, known: known)
            for feature in features(of: history, on: date) {
                if count > 0 { out.raw(",\n") }
                write(feature, key, place, to: &out)
                count += 1
            }
            if out.storage.count >= 65_536 {
                try output(out.storage)
                out.storage.removeAll(keepingCapacity: true)
            }
        }
        out.raw(GeoJSONText.foot)
        try output(out.storage)
        return count
    }

    private struct Feature {
        var before: ControlState?
        var now: ControlState
    }

    private func features(of history: ControlHistory, on date: PartialDate) -> [Feature] {
        switch self {
        case .control:
            let state = history.state(on: date)
            return state.status == .unknown && state.since == nil ? [] : [Feature(now: state)]
        case .changes:
            let states = history.states(to: date)
            return states.indices.compactMap { place in
                let before = place > 0 ? states[place - 1] : nil
                return Self.differ(before, states[place]) ? Feature(before: before, now: states[place]) : nil
            }
        }
    }

    private static func differ(_ a: ControlState?, _ b: ControlState) -> Bool {
        guard let a else { return b.status != .unknown }
        return a.status != b.status || a.holder?.key != b.holder?.key || a.sides != b.sides
            || a.besieger?.key != b.besieger?.key
    }

    private func write(_ feature: Feature, _ key: String, _ place: Place, to out: inout Bytes) {
        let state = feature.now
        var point: (latitude: Double, longitude: Double)?
        if let latitude = place.latitude, let longitude = place.longitude { point = (latitude, longitude) }
        out.object { out in
            out.member("type", "Feature")
            let day = self == .changes ? "@" + (state.since?.description ?? "") : ""
            out.member("id", key + day)
            GeoJSONText.geometry(point, to: &out)
            out.key("properties")
            out.object { out in
                out.member("place", place.resolved ?? place.name)
                out.member("place_kind", place.kind?.rawValue)
                for (name, value) in [
                    ("country" as StaticString, place.country), ("admin1", place.admin1), ("admin2", place.admin2),
                ] { out.member(name, value) }
                if self == .changes {
                    out.member("date", state.since)
                    Self.state(feature.before, prefix: ("from_status", "from_holder", "from_holder_id"), to: &out)
                    Self.state(state, prefix: ("to_status", "to_holder", "to_holder_id"), to: &out)
                } else {
                    Self.state(state, prefix: ("status", "holder", "holder_id"), to: &out)
                    out.member("since", state.since)
                    out.member("until", state.until)
                    out.member("last_confirmed", state.confirmed)
                    out.member("stale_days", state.staleDays)
                }
                Self.grounds(state, to: &out)
            }
        }
    }

    private static func state(
        _ state: ControlState?, prefix names: (StaticString, StaticString, StaticString), to out: inout Bytes
    ) {
        guard let state else { return }
        out.member(names.0, state.status.rawValue)
        let sides = state.sides.map(\.name).joined(separator: "; ")
        out.member(names.1, state.holder?.name ?? (sides.isEmpty ? nil : sides))
        out.member(names.2, state.holder?.id)
    }

    private static func grounds(_ state: ControlState, to out: inout Bytes) {
        out.member("besieger", state.besieger?.name)
        out.member("voices", state.voices)
        out.member("weight", (state.weight * 100).rounded() / 100)
        out.member("opposed", (state.opposed * 100).rounded() / 100)
        out.member("flags", state.flags.isEmpty ? nil : state.flags)
        out.member("claims", state.supporting.map(\.key))
        out.member("claims_against", state.contradicting.isEmpty ? nil : state.contradicting.map(\.key))
        out.member("attribution", ExportAttribution.line)
    }
}
