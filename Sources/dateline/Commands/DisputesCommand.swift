import ArgumentParser
import Assessment
import Ledger
import Record

/// `dateline disputes`: where sources differ.
struct DisputesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "disputes", abstract: "Where sources differ: on the holder, the day, a denial, a toll.")

    @OptionGroup var scope: ScopeOptions
    @OptionGroup var options: LedgerOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
        let ledger = try options.open()
        let disputes = try ledger.disputes(scope.filter(in: ledger)).prefix(scope.limit)
        if output.json {
            for dispute in disputes { try printJSON(DisputeView(dispute)) }
            return
        }
        var table = Table(["on", "place", "days", "weight", "claims", "who says what"])
        for dispute in disputes {
            table.add([
                dispute.field.rawValue, dispute.place?.name, dispute.days.map(String.init),
                Describe.decimal(dispute.rank), dispute.claims.map(\.key).joined(separator: " "), dispute.summary,
            ])
        }
        table.print(empty: "no two sources contradict each other there and then")
    }
}

/// A dispute in JSON.
private struct DisputeView: Encodable {
    var field: Dispute.Field
    var place: Place?
    var days: Int?
    var rank: Double
    var summary: String
    var claims: [String]

    init(_ dispute: Dispute) {
        (field, place, days, rank) = (dispute.field, dispute.place, dispute.days, dispute.rank)
        (summary, claims) = (dispute.summary, dispute.claims.map(\.key))
    }
}
