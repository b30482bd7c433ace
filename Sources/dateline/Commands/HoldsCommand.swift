import ArgumentParser
import Assessment
import Foundation
import Ledger
import Record

/// `dateline holds`: who held a place on a day, as known by a day, by whose word and against whose.
struct HoldsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "holds", abstract: "Who holds a place, on a day and as known by a day.")

    @Argument(help: "A place, in any spelling, or its gazetteer id.")
    var place: String

    @OptionGroup var clocks: ClockOptions
    @OptionGroup var options: LedgerOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
        let ledger = try options.open()
        guard let found = try ledger.holds(place, on: clocks.day, known: clocks.known).first else {
            throw PlaceLookup.unknown(place)
        }
        let state = found.state
        if output.json {
            try printJSON(
                StateView(key: found.key, place: found.place, state, on: clocks.day, known: clocks.known))
            return
        }
        let name = found.place.resolved ?? found.place.name
        Terminal.say(
            "\(name) on \(clocks.day)\(clocks.known.map { ", as known on \($0)" } ?? ""): \(StateView.words(state))")
        Terminal.say(Terminal.dim(state.explanation))
        for flag in state.flags { Terminal.say("note: \(flag)") }
        StateView.list("for it", state.supporting)
        StateView.list("against it", state.contradicting)
    }
}

/// `dateline history`: the periods of control of a place.
struct HistoryCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "history", abstract: "The periods of control of a place, with the claims for each.")

    @Argument(help: "A place, in any spelling, or its gazetteer id.")
    var place: String

    @Option(help: "As known by this day.")
    var known: PartialDate?

    @OptionGroup var options: LedgerOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
        let ledger = try options.open()
        guard let found = try ledger.history(place, to: ClockOptions.today, known: known).first else {
            throw PlaceLookup.unknown(place)
        }
        if output.json {
            for state in found.states {
                try printJSON(StateView(key: found.key, place: found.place, state, on: nil, known: known))
            }
            return
        }
        var table = Table(["from", "to", "state", "weight", "voices", "for", "against"])
        for state in found.states {
            table.add([
                state.since?.description, state.until?.description, StateView.words(state),
                String(format: "%.1f", state.weight), "\(state.voices)", "\(state.supporting.count)",
                "\(state.contradicting.count)",
            ])
        }
        table.print(empty: "no claim says who held \(place)")
    }
}

/// `dateline map`: who holds what on a day.
struct MapCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "map", abstract: "Who holds what on a day.")

    @OptionGroup var clocks: ClockOptions
    @OptionGroup var options: LedgerOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
        let ledger = try options.open()
        let map = try ledger.map(on: clocks.day, known: clocks.known)
        let entries = map.entries.filter { $0.state.status != .unknown }
        if output.json {
            for entry in entries {
                try printJSON(
                    StateView(key: entry.key, place: entry.place, entry.state, on: clocks.day, known: clocks.known))
            }
            return
        }
        var table = Table(["place", "country", "state", "since", "last said", "voices"])
        for entry in entries {
            table.add([
                entry.place.resolved ?? entry.place.name, entry.place.country, StateView.words(entry.state),
                entry.state.since?.description, entry.state.staleDays.map { "\($0) days ago" }, "\(entry.state.voices)",
            ])
        }
        table.print(empty: "no claim says who held anything on \(clocks.day)")
    }
}

/// Finds the place that a user means among those of a ledger.
enum PlaceLookup {
    static func place(_ name: String, in ledger: Ledger) throws -> PlaceRow {
        let rows = try ledger.places(named: name)
        guard let best = rows.max(by: { ($0.controlClaims, $0.claims) < ($1.controlClaims, $1.claims) }) else {
            throw unknown(name)
        }
        return best
    }

    static func unknown(_ name: String) -> ValidationError {
        ValidationError("no report in this ledger names a place \(name); `dateline search \(name)` looks for the word")
    }
}

/// A state of control in JSON and in words.
struct StateView: Encodable {
    var key: String
    var place: String
    var on: PartialDate?
    var known: PartialDate?
    var status: ControlStatus
    var holder: Party?
    var sides: [Party]
    var besieger: Party?
    var since: PartialDate?
    var until: PartialDate?
    var weight: Double
    var voices: Int
    var staleDays: Int?
    var supporting: [String]
    var contradicting: [String]
    var explanation: String
    var flags: [String]

    init(key: String, place: Place, _ state: ControlState, on: PartialDate?, known: PartialDate?) {
        self.key = key
        self.place = place.resolved ?? place.name
        (self.on, self.known, status, holder, sides) = (on, known, state.status, state.holder, state.sides)
        (besieger, since, until, weight) = (state.besieger, state.since, state.until, state.weight)
        (voices, staleDays, explanation, flags) = (state.voices, state.staleDays, state.explanation, state.flags)
        supporting = state.supporting.map(\.key)
        contradicting = state.contradicting.map(\.key)
    }

    /// "held by Syrian army", "contested between A and B".
    static func words(_ state: ControlState) -> String {
        let sides = state.sides.map(\.name).joined(separator: " and ")
        switch state.status {
        case .held: return "held by \(state.holder?.name ?? "someone")"
        case .claimed:
            return "claimed by \(state.holder?.name ?? "someone")"
                + (state.previous.map { ", before it \($0.name)" } ?? "")
        case .contested: return "contested" + (sides.isEmpty ? "" : " between \(sides)")
        case .divided: return "divided" + (sides.isEmpty ? "" : " between \(sides)")
        case .besieged:
            return "besieged, \(state.holder?.name ?? "someone") inside"
                + (state.besieger.map { ", by \($0.name)" } ?? "")
        case .unknown: return "unknown"
        }
    }

    /// The claims under a heading, each with its source and sentence.
    static func list(_ heading: String, _ claims: [SourcedClaim]) {
        guard !claims.isEmpty else { return }
        Terminal.say("\n\(heading):")
        for sourced in claims {
            Terminal.say(
                "  \(sourced.known)  \(sourced.publisher ?? sourced.report)  [\(sourced.claim.modality.rawValue)]  \(sourced.key)"
            )
            Terminal.say("    “\(Terminal.clean(sourced.sentence))”")
        }
    }
}
