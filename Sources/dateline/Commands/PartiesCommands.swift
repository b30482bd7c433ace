import ArgumentParser
import Assessment
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
    @OptionGroup var output: OutputOptions

    @Option(help: "At most so many.")
    var limit: Int = 50

    func run() throws {
        let rows = try options.open().actors(named: name, limit: limit)
        if output.json {
            for row in rows { try printJSON(ActorView(row)) }
            return
        }
        var table = Table(["party", "kind", "country", "claims", "first", "last", "id"])
        for row in rows {
            table.add([
                row.actor.name, row.actor.kind.rawValue, row.actor.country, "\(row.claims)", row.first?.description,
                row.last?.description, row.actor.id,
            ])
        }
        table.print(empty: "no party fits")
    }
}

/// A party in JSON.
private struct ActorView: Encodable {
    var key: String
    var actor: Actor
    var claims: Int
    var first: PartialDate?
    var last: PartialDate?

    init(_ row: ActorRow) {
        (key, actor, claims, first, last) = (row.key, row.actor, row.claims, row.first, row.last)
    }
}

/// `dateline relations`: who stands with or against whom on a day, as known by a day.
struct RelationsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "relations", abstract: "Who stands with or against whom, by whose word.",
        discussion: "A bond stands from the day on which it is told until its contrary is told of a later day.")

    @OptionGroup var clocks: ClockOptions
    @OptionGroup var options: LedgerOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
        var filter = ClaimFilter()
        (filter.kinds, filter.known, filter.counted, filter.order) = ([.relation], clocks.known, true, .recorded)
        let claims = try options.open().claims(filter)
        let bonds = Relations.assess(claims, on: clocks.day, known: clocks.known)
        if output.json {
            for bond in bonds { try printJSON(BondView(bond)) }
            return
        }
        var table = Table(["actor", "relation", "target", "first told of", "last told of", "voices", "claims"])
        for bond in bonds {
            table.add([
                bond.actor.name, bond.bond.rawValue, bond.target.name, "\(bond.first)", "\(bond.last)",
                "\(bond.independent)", "\(bond.claims.count)",
            ])
        }
        table.print(empty: "no relation is told of in this ledger")
    }
}

/// A bond in JSON.
private struct BondView: Encodable {
    var actor: Actor
    var relation: Relation.Bond
    var target: Actor
    var first: PartialDate
    var last: PartialDate
    var independent: Int
    var claims: [String]

    init(_ bond: Bond) {
        (actor, relation, target, first, last) = (bond.actor, bond.bond, bond.target, bond.first, bond.last)
        (independent, claims) = (bond.independent, bond.claims.map(\.key))
    }
}
