import ArgumentParser
import Record

/// The program: a sourced, dated, placed record of a conflict, read from news text.
@main
struct Dateline: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "dateline",
        abstract: "Reads reports of a war and keeps a sourced, dated, placed record of them.",
        discussion: """
            Read a folder of saved pages and look at the map:

              dateline read ~/reports
              dateline serve

            Or use it as a filter: text, HTML, feeds, WARC or JSON lines in, one JSON object a report out:

              dateline code page.html | jq '.claims[] | select(.kind == "control")'
            """,
        version: "dateline \(Version.program)",
        groupedSubcommands: [
            CommandGroup(name: "Reading", subcommands: [CodeCommand.self, ReadCommand.self, WatchCommand.self]),
            CommandGroup(
                name: "Asking the ledger",
                subcommands: [
                    ClaimsCommand.self, HoldsCommand.self, HistoryCommand.self, MapCommand.self, IncidentsCommand.self,
                    TollsCommand.self, DisputesCommand.self, FrontsCommand.self, ActorsCommand.self,
                    RelationsCommand.self,
                    SearchCommand.self, ShowCommand.self, ExplainCommand.self,
                ]),
            CommandGroup(
                name: "Keeping the ledger",
                subcommands: [
                    ReviewCommand.self, VerifyCommand.self, BackupCommand.self, RestoreCommand.self, MergeCommand.self,
                    RedactCommand.self,
                ]),
            CommandGroup(
                name: "Looking and handing on",
                subcommands: [
                    ServeCommand.self, ExportCommand.self, ImportCommand.self, CompareCommand.self, LinkCommand.self,
                ]),
            CommandGroup(
                name: "Parts",
                subcommands: [
                    PlacesCommand.self, ParseCommand.self, GazetteerCommand.self, LexiconCommand.self,
                    BenchCommand.self,
                ]),
        ])
}
