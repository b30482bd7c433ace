import ArgumentParser
import Assessment
import Ledger
import Record

/// `dateline fronts`: neighbouring places that changed hands in order.
struct FrontsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "fronts", abstract: "Neighbouring places that one side took from another, in order.",
        discussion: """
            Places at most \(Int(Fronts.reach)) km apart that fell within \(Fronts.pause) days of each other. Nothing is \
            inferred about places of which no report speaks.
            """)

    @Option(help: "From this day.")
    var from: PartialDate?

    @Option(help: "To this day.")
    var to: PartialDate?

    @Option(help: "Reported by this day.")
    var known: PartialDate?

    @OptionGroup var options: LedgerOptions
    @OptionGroup var output: OutputOptions

    func validate() throws {
        if let from, let to, to.lastDay < from.firstDay { throw ValidationError("--to is before --from") }
    }

    func run() throws {
        let fronts = try options.open().fronts((from?.firstDay ?? .min)...(to?.lastDay ?? .max), known: known)
        if output.json {
            for front in fronts { try printJSON(FrontView(front)) }
            return
        }
        var table = Table(["first", "last", "taker", "loser", "places"])
        for front in fronts {
            let places = front.steps.map { step in
                "\(step.place.resolved ?? step.place.name) \(step.day)" + (step.isClaimed ? " (claimed)" : "")
            }
            table.add([
                front.steps.first?.day.description, front.steps.last?.day.description, front.taker.name,
                front.loser.name, places.joined(separator: ", "),
            ])
        }
        table.print(empty: "no two neighbouring places changed hands in order then")
    }
}

/// A front in JSON.
private struct FrontView: Encodable {
    struct Step: Encodable {
        var key: String
        var place: Place
        var day: PartialDate
        var km: Double?
        var claimed: Bool
    }

    var taker: Party
    var loser: Party
    var steps: [Step]

    init(_ front: Front) {
        (taker, loser) = (front.taker, front.loser)
        steps = front.steps.map {
            Step(key: $0.key, place: $0.place, day: $0.day, km: $0.distance, claimed: $0.isClaimed)
        }
    }
}
