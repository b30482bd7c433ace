package import Ledger

/// How often two analysts who judged the same claims agree: the share of equal verdicts, and Cohen's kappa, which takes
/// out what chance would give (Cohen, "A coefficient of agreement for nominal scales", 1960).
package struct Agreement: Encodable, Equatable, Sendable {
    package var analysts: [String]
    /// Claims that both judged.
    package var claims: Int
    /// 0 to 1.
    package var agreement: Double
    /// -1 to 1; nil where both gave one and the same verdict throughout, for then it is not defined.
    package var kappa: Double?

    /// Every pair of analysts with claims in common, most claims first; what was undone does not count.
    package static func measure(_ decisions: [Decision]) -> [Agreement] { measure(DecisionBook(decisions)) }

    static func measure(_ book: DecisionBook) -> [Agreement] {
        var pairs: [[String]: [(Standing.Verdict, Standing.Verdict)]] = [:]
        for standing in book.standing.values {
            let judged = standing.byAnalyst.sorted { $0.key < $1.key }
            for (index, one) in judged.enumerated() {
                for two in judged.dropFirst(index + 1) {
                    pairs[[one.key, two.key], default: []].append((one.value, two.value))
                }
            }
        }
        return pairs.map { Agreement(analysts: $0.key, verdicts: $0.value) }
            .sorted { ($1.claims, $0.analysts.joined()) < ($0.claims, $1.analysts.joined()) }
    }

    private init(analysts: [String], verdicts: [(Standing.Verdict, Standing.Verdict)]) {
        self.analysts = analysts
        claims = verdicts.count
        let all = Double(verdicts.count)
        let observed = Double(verdicts.filter { $0.0 == $0.1 }.count) / all
        let chance = Standing.Verdict.allCases.map { verdict in
            let first = Double(verdicts.filter { $0.0 == verdict }.count) / all
            let second = Double(verdicts.filter { $0.1 == verdict }.count) / all
            return first * second
        }.reduce(0, +)
        agreement = observed
        kappa = chance < 1 ? (observed - chance) / (1 - chance) : nil
    }
}
