import ArgumentParser
import Foundation
import Ledger
import Record

/// `dateline actors`: the parties of a ledger.
struct ActorsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "actors", abstract: "List the parties, most claims first.")

    @Argument(help: "Only parties of this name.")
    var name: String?

    @OptionGroup var options: LedgerOptions

    @Option(help: "At most so many.")
    var limit: Int = 50

    func run() throws {
        var table = Table(["party", "kind", "country", "claims", "first", "last", "id"])
        for row in try options.open().actors(named: name, limit: limit) {
            table.add([
                row.actor.name, row.actor.kind.rawValue, row.actor.country, "\(row.claims)", row.first?.description,
                row.last?.description, row.actor.id,
            ])
        }
        table.print(empty: "no party fits")
    }
}

/// `dateline relations`: who stands with or against whom, as known by a day.
struct RelationsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "relations", abstract: "Who backs whom, by whose word.")

    @OptionGroup var clocks: ClockOptions
    @OptionGroup var options: LedgerOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
        var filter = ClaimFilter()
        filter.kinds = [.relation]
        filter.known = clocks.known
        filter.to = clocks.on
        let claims = try options.open().claims(filter)
        if output.json {
            for claim in claims { try printJSON(claim.claim) }
            return
        }
        var table = Table(["actor", "relation", "target", "known", "source", "claim"])
        for sourced in claims {
            guard case .relation(let relation) = sourced.claim.content else { continue }
            table.add([
                relation.actor.name, relation.bond.rawValue, relation.target.name, "\(sourced.known)",
                sourced.publisher ?? sourced.report, sourced.key,
            ])
        }
        table.print(empty: "no relation is told in this ledger")
    }
}
