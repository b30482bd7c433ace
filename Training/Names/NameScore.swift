import Language

/// Counts of names found and missed, by kind: exact spans of the right kind.
struct NameScore {
    private var found: [NameKind: Int] = [:]
    private var right: [NameKind: Int] = [:]
    private var gold: [NameKind: Int] = [:]

    mutating func add(_ system: [NamedSpan], gold expected: [NamedSpan]) {
        for span in system {
            found[span.kind, default: 0] += 1
            if expected.contains(span) { right[span.kind, default: 0] += 1 }
        }
        for span in expected { gold[span.kind, default: 0] += 1 }
    }

    /// F1 over some kinds, in percent.
    func f1(_ kinds: [NameKind]) -> Double {
        let (f, r, g) = (sum(found, kinds), sum(right, kinds), sum(gold, kinds))
        return f + g == 0 ? 0 : 200 * Double(r) / Double(f + g)
    }

    private func sum(_ counts: [NameKind: Int], _ kinds: [NameKind]) -> Int {
        kinds.reduce(0) { $0 + (counts[$1] ?? 0) }
    }

    /// One line for each kind, and all of the main three.
    func table(_ title: String) -> String {
        func row(_ name: String, _ kinds: [NameKind]) -> String {
            let (f, r, g) = (sum(found, kinds), sum(right, kinds), sum(gold, kinds))
            let precision = 100 * Double(r) / Double(max(1, f)), recall = 100 * Double(r) / Double(max(1, g))
            return "  \(name): P \(precision.short) R \(recall.short) F1 \(f1(kinds).short) (\(g))"
        }
        let main: [NameKind] = [.person, .location, .organisation]
        let rest = NameKind.allCases.filter { (gold[$0] ?? 0) > 0 }
        return ([title, row("person, location, organisation", main)] + rest.map { row($0.rawValue, [$0]) })
            .joined(separator: "\n")
    }
}

extension Double {
    /// With two decimals.
    var short: String { String(describing: (self * 100).rounded() / 100) }
}
