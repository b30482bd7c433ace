public import ArgumentParser
import Assessment
import Ledger
public import Record

/// `dateline tolls`: how many, by whose word.
struct TollsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "tolls", abstract: "How many were killed, displaced, counted, by whose word.",
        discussion: "Figures of different measures, groups and places are never added to each other.")

    @Option(help: "killed, wounded, displaced, returnees, captured, missing, fighters, besieged, households or area.")
    var measure: Figure.Measure?

    @OptionGroup var scope: ScopeOptions
    @OptionGroup var options: LedgerOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
        let ledger = try options.open()
        var filter = try scope.filter(in: ledger)
        filter.types = measure.map { [$0.rawValue] } ?? []
        let tolls = try ledger.tolls(filter)
        if output.json {
            for toll in tolls.prefix(scope.limit) { try printJSON(TollView(toll)) }
            return
        }
        var table = Table(["measure", "of", "place", "kind", "low", "best", "high", "day", "who gives which"])
        for toll in tolls.prefix(scope.limit) {
            let view = TollView(toll)
            table.add([
                view.measure, toll.group, toll.place?.name, view.cumulative ? "total" : "new",
                TollView.number(toll.low),
                TollView.number(toll.best), TollView.number(toll.high), view.revisions.last?.day.description,
                view.revisions.map { "\($0.source) \($0.figure)" }.joined(separator: ", "),
            ])
        }
        table.print(empty: "no claim gives a figure there and then")
    }
}

/// A toll in JSON and in words.
struct TollView: Encodable {
    struct Revision: Encodable {
        var source: String
        var figure: String
        var day: PartialDate
        var known: PartialDate
        var claim: String
    }

    var measure: String
    var group: String?
    var unit: String?
    var place: Place?
    var cumulative: Bool
    var low: Double?
    var best: Double?
    var high: Double?
    /// In the order in which they became known.
    var revisions: [Revision]

    init(_ toll: Toll) {
        (measure, group, unit, place) = (toll.measure.rawValue, toll.group, toll.unit, toll.place)
        (low, best, high) = (toll.low, toll.best, toll.high)
        cumulative = toll.revisions.first?.cumulative ?? false
        revisions = toll.revisions.map {
            Revision(
                source: $0.source, figure: Describe.range($0.low, $0.high, $0.approximate),
                day: $0.claim.claim.when?.start ?? $0.claim.known, known: $0.claim.known, claim: $0.claim.key)
        }
    }

    /// "75", or "75 to 100, best 80".
    static func bounds(_ toll: Toll) -> String {
        guard let low = number(toll.low), let high = number(toll.high) else { return "" }
        return low == high ? low : "\(low) to \(high)" + (number(toll.best).map { ", best \($0)" } ?? "")
    }

    static func number(_ value: Double?) -> String? { value.map { Describe.range($0, $0, false) } }
}

extension Figure.Measure: ExpressibleByArgument {}
