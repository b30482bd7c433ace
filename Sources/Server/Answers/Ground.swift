import Assessment
import Ledger
import Record
import Synchronization

/// The histories of all places as known on one day, made ready for maps of any day.
final class Ground: Sendable {
    let histories: Histories
    /// Hashes of the sides' keys in the order in which they are told: by the number of places that they ever held, as
    /// known today. It changes with the record only, so that a page can give each side its colour.
    let ranks: [UInt64]
    /// What the map says of each place before its segments, in the order of ``histories``; empty for places that lie
    /// nowhere.
    let heads: [[UInt8]]

    /// - Parameter ranks: nil where `histories` are those known today.
    init(_ histories: Histories, ranks: [UInt64]?) {
        self.histories = histories
        self.ranks = ranks ?? Self.ranks(histories)
        heads = histories.places.map { history in
            guard history.place.latitude != nil, history.place.longitude != nil else { return [] }
            let claims = history.periods.reduce(0) { $0 + $1.supporting.count + $1.echoes.count }
            return MapBytes.head(history.key, history.place, claims: claims)
        }
    }

    private static func ranks(_ histories: Histories) -> [UInt64] {
        var counts: [UInt64: Int] = [:]
        for history in histories.places {
            var held: Set<UInt64> = []
            for period in history.periods where period.status != .unknown {
                held.insert(period.side)
                if period.status == .contested || period.status == .divided { held.insert(period.other) }
            }
            for side in held { counts[side, default: 0] += 1 }
        }
        return histories.parties.sorted {
            (counts[$1.key] ?? 0, $0.value.key) < (counts[$0.key] ?? 0, $1.value.key)
        }.map(\.key)
    }
}

/// Keeps the ground known today and that of the day of knowledge asked last.
final class Grounds: Sendable {
    private struct Kept {
        var version: Int64 = -1
        var today: Ground?
        var earlier: (known: PartialDate, ground: Ground)?
    }

    private let archive: any Archive
    private let kept = Mutex(Kept())

    init(_ archive: any Archive) { self.archive = archive }

    /// The ground known today where it is there already: a place needs no more than its own history.
    func ready() throws -> Ground? {
        let version = try archive.version()
        return kept.withLock { $0.version == version ? $0.today : nil }
    }

    func ground(known: PartialDate?) throws -> Ground {
        let version = try archive.version()
        let found = kept.withLock { kept -> Ground? in
            if kept.version != version { kept = Kept(version: version) }
            guard let known else { return kept.today }
            return kept.earlier?.known == known ? kept.earlier?.ground : nil
        }
        if let found { return found }
        let ranks = try known == nil ? nil : ground(known: nil).ranks
        let ground = Ground(try archive.histories(known: known), ranks: ranks)
        kept.withLock { kept in
            guard kept.version == version else { return }
            if let known { kept.earlier = (known, ground) } else { kept.today = ground }
        }
        return ground
    }
}
