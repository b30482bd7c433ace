extension ActorLexicon {
    /// Duplicates (one alias in two entries of the same years and countries), dead references, unreachable entries.
    func problems() -> [LexiconProblem] {
        var found: [LexiconProblem] = []
        var owners: [String: [Int]] = [:]
        for (number, entry) in entries.enumerated() {
            var reachable = false
            for alias in Set([entry.name] + entry.aliases) {
                let pieces = WordPieces.ofAlias(alias)
                if pieces.isEmpty { continue }
                reachable = true
                let key =
                    pieces.map { String($0, radix: 36) }.joined(separator: " ") + (Self.isAcronym(alias) ? "!" : "")
                owners[key, default: []].append(number)
            }
            if !reachable {
                found.append(.init(.unreachable, entry: entry.id, message: "no name of it can be matched"))
            }
            for (key, reference) in [("parent", entry.parent), ("speaks_for", entry.speaksFor)] {
                guard let reference, !isKnown(reference) else { continue }
                found.append(.init(.deadReference, entry: entry.id, message: "\(key) '\(reference)' is no entry"))
            }
            for code in entry.countries where countryIndex[code] == nil {
                found.append(
                    .init(.deadReference, entry: entry.id, message: "country '\(code)' is not in countries.yaml"))
            }
        }
        for numbers in owners.values where Set(numbers).count > 1 {
            let all = Array(Set(numbers)).sorted()
            for (at, first) in all.enumerated() {
                for second in all[(at + 1)...] where clash(entries[first], entries[second]) {
                    found.append(
                        .init(
                            .duplicate, entry: entries[second].id,
                            message: "shares a name with '\(entries[first].id)' in the same years and countries"))
                }
            }
        }
        return found.sorted { ($0.entry, $0.message) < ($1.entry, $1.message) }
    }

    /// True for the id of an entry or of a country's branch ("sy_government").
    func isKnown(_ id: String) -> Bool {
        if index[id] != nil { return true }
        guard id.count > 3 else { return false }
        let branch = String(id.dropFirst(3))
        return StateBranch(rawValue: branch) != nil && countryIndex[id.prefix(2).uppercased()] != nil
    }

    private func clash(_ a: ActorEntry, _ b: ActorEntry) -> Bool {
        let years = max(a.from ?? 0, b.from ?? 0) <= min(a.until ?? 9999, b.until ?? 9999)
        let (first, second) = (Set(a.countries), Set(b.countries))
        return years && (first.isEmpty || second.isEmpty || !first.isDisjoint(with: second))
    }
}
