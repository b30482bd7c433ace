/// A place that a name may mean.
struct Candidate {
    let index: Int
    let row: World.Row
    /// How likely without context: size, kind, and how the name was matched.
    let prior: Double
    let exact: Bool
}

/// Looks names up: exact, then folded.
struct Candidates {
    let world: World
    var limit = 60

    /// Candidates of a cleaned name; folded ones only where no exact one is.
    func of(_ key: [UInt8], folding: Bool = true) -> [Candidate] {
        var found: [Candidate] = []
        var seen = Set<Int>()
        func add(_ postings: UnsafeBufferPointer<UInt32>?, exact: Bool) {
            guard let postings else { return }
            for posting in postings.prefix(limit * 4) {
                let index = Int(posting & ~WorldFormat.primaryBit)
                guard index < world.count, seen.insert(index).inserted else { continue }
                let row = world.row(index)
                if !exact, row.kind == 4 { continue }
                let primary = posting & WorldFormat.primaryBit != 0
                found.append(
                    Candidate(
                        index: index, row: row,
                        prior: Self.prior(row) + (primary ? 1.0 : 0) - (exact ? 0 : 5), exact: exact))
            }
        }
        add(world.postings(NameFolding.hash(key, salt: NameFolding.exactSalt)), exact: true)
        let strong = found.contains { $0.prior > 3 }
        if folding, !strong, let folded = NameFolding.folded(key) {
            add(world.postings(NameFolding.hash(folded, salt: NameFolding.foldedSalt)), exact: false)
        }
        found.sort { ($0.prior, $1.index) > ($1.prior, $0.index) }
        return found.count > limit ? Array(found.prefix(limit)) : found
    }

    static func prior(_ row: World.Row) -> Double {
        let size = row.population == 0 ? 1.0 : Self.log10(row.population)
        switch row.kind {
        case 0: return size + (row.capital ? 2.5 : 0)
        case 1: return size - 0.9
        case 2: return size - 2.2
        case 3: return size - 2.8
        case 4: return max(size, 5) + 4
        case 5: return row.population > 10_000_000 ? 8 : 5.2
        case 6: return 5.4
        case 7: return 5.0
        default: return max(3.6, size)
        }
    }

    private static func log10(_ value: UInt32) -> Double { Double(value).logBase10 }
}
