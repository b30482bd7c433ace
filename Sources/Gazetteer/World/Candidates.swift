/// How a written name met a name of the gazetteer.
enum Match: Int, Comparable {
    case exact, folded, fuzzy

    /// What it costs in score, where one point is a factor of ten in population.
    var cost: Double {
        switch self {
        case .exact: 0
        case .folded: 5
        case .fuzzy: 6.5
        }
    }

    static func < (a: Match, b: Match) -> Bool { a.rawValue < b.rawValue }
}

/// A place that a name may mean.
struct Candidate {
    let index: Int
    let row: World.Row
    /// How likely without context: size, kind, and how the name was matched.
    let prior: Double
    let match: Match
    /// Whether the name is the place's own, not one of its other names ("Kherson" of Kherson Oblast).
    let isOwnName: Bool

    var exact: Bool { match == .exact }
}

/// Looks names up: exact, then folded, then one letter away.
struct Candidates {
    let world: World
    var limit = 60

    /// Candidates of a cleaned name; folded ones only where no strong exact one is, fuzzy ones only where nothing is and
    /// the folded name has at least `fuzzy` letters.
    func of(_ key: [UInt8], folding: Bool = true, fuzzy: Int? = nil) -> [Candidate] {
        var found: [Candidate] = []
        add(world.postings(NameFolding.hash(key, salt: NameFolding.exactSalt)), .exact, to: &found)
        let strong = found.contains { $0.prior > 3 }
        if folding, !strong, let folded = NameFolding.folded(key) {
            add(world.postings(NameFolding.hash(folded, salt: NameFolding.foldedSalt)), .folded, to: &found)
            if let fuzzy, folded.count >= fuzzy, found.isEmpty {
                for edited in NameFolding.neighbourHashes(folded) { add(world.postings(edited), .fuzzy, to: &found) }
            }
        }
        if found.count > 1 { found.sort { ($0.prior, $1.index) > ($1.prior, $0.index) } }
        return found.count > limit ? Array(found.prefix(limit)) : found
    }

    /// True where a cleaned name, given by its hash, is exactly that of a place.
    func isKnown(_ hash: UInt64) -> Bool { world.postings(hash) != nil }

    private func add(_ postings: UnsafeBufferPointer<UInt32>?, _ match: Match, to found: inout [Candidate]) {
        guard let postings else { return }
        let before = found.count
        for posting in postings.prefix(limit * 4) {
            let index = Int(posting & ~WorldFormat.primaryBit)
            guard index < world.count else { continue }
            if before > 0, found[..<before].contains(where: { $0.index == index }) { continue }
            let row = world.row(index)
            // A country is known by its own names: none only resembles them.
            if match != .exact, row.kind == WorldFormat.country { continue }
            let primary = posting & WorldFormat.primaryBit != 0
            let prior = Self.prior(row) + (primary ? 1.0 : 0) - match.cost
            found.append(Candidate(index: index, row: row, prior: prior, match: match, isOwnName: primary))
        }
    }

    /// The logarithm of a place's people, and what its kind is worth. A settlement without a count was listed for its
    /// office or its five hundred people.
    static func prior(_ row: World.Row) -> Double {
        let size = row.population == 0 ? 1.0 : Double(row.population).logBase10
        switch row.kind {
        case WorldFormat.settlement: return (row.population == 0 ? 2.5 : max(size, 2)) + (row.capital ? 2.5 : 0)
        case WorldFormat.admin1: return size - 0.9
        case WorldFormat.admin2: return size - 2.2
        case WorldFormat.admin3: return size - 2.8
        case WorldFormat.country: return max(size, 5) + 4
        case WorldFormat.region: return row.population > 10_000_000 ? 8 : 5.2
        case WorldFormat.water: return 5.4
        case WorldFormat.physical: return 5.0
        case WorldFormat.neighbourhood, WorldFormat.road: return row.population == 0 ? 2.3 : max(1.5, size - 0.5)
        default: return max(3.6, size)
        }
    }
}
