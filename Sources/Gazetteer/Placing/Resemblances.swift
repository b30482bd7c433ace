/// Looks up names of one report that the gazetteer may spell otherwise, each name once.
final class Resemblances {
    /// Letters of a folded name from which on one may differ.
    private static let fuzzyLength = 8

    private let lookup: Candidates
    private var known: [[UInt8]: [Candidate]] = [:]

    init(_ lookup: Candidates) { self.lookup = lookup }

    /// Places of a cleaned name: exact, across transliterations, or one letter away.
    func of(_ key: [UInt8]) -> [Candidate] {
        if let found = known[key] { return found }
        let found = lookup.of(key, folding: true, fuzzy: Self.fuzzyLength)
        known[key] = found
        return found
    }
}
