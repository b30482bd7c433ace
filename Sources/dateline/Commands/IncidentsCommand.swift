import ArgumentParser
import Assessment
import Ledger
import Record

/// `dateline incidents`: events as several reports tell them, linked.
struct IncidentsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "incidents", abstract: "Events told by several reports, linked into incidents.",
        discussion: "Members stay visible; where they differ stands under each. One report alone is an incident too.")

    @OptionGroup var scope: ScopeOptions
    @OptionGroup var options: LedgerOptions
    @OptionGroup var output: OutputOptions

    @Option(name: .customLong("min-reports"), help: "Only incidents that so many claims tell of.")
    var minimumMembers: Int = 1

    func run() throws {
        let ledger = try options.open()
        let incidents = try ledger.incidents(scope.filter(in: ledger)).filter { $0.members.count >= minimumMembers }
        if output.json {
            for incident in incidents.prefix(scope.limit) { try printJSON(IncidentView(incident)) }
            return
        }
        var table = Table(["first", "last", "what", "place", "who", "dead", "claims", "voices", "differ on", "id"])
        for incident in incidents.prefix(scope.limit) {
            let main = Describe.claim(incident.members[0].claim)
            table.add([
                "\(incident.first)", "\(incident.last)", incident.type.rawValue, incident.place?.name, main.who,
                incident.killed.map(TollView.bounds), "\(incident.members.count)", "\(incident.independent)",
                incident.conflicts.joined(separator: "; "), incident.id,
            ])
        }
        table.print(empty: "no claim tells of an event with a day there and then")
    }
}

/// An incident in JSON.
private struct IncidentView: Encodable {
    var id: String
    var type: String
    var place: Place?
    var first: PartialDate
    var last: PartialDate
    var claims: [String]
    var independent: Int
    var killed: TollView?
    var conflicts: [String]

    init(_ incident: Incident) {
        (id, type, place) = (incident.id, incident.type.rawValue, incident.place)
        (first, last, claims) = (incident.first, incident.last, incident.members.map(\.key))
        (independent, killed) = (incident.independent, incident.killed.map(TollView.init))
        conflicts = incident.conflicts
    }
}
