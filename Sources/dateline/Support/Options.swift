public import ArgumentParser
import Coding
import Foundation
import Gazetteer
public import Intake
import Language
import Record

/// What `code`, `places`, `parse` and `read` share (SCHEMA.md).
struct InputOptions: ParsableArguments {
    @Argument(
        help: ArgumentHelp("Files or folders; standard input where none is given.", valueName: "path"),
        completion: .file())
    var paths: [String] = []

    @Option(
        name: .customLong("input-format"), help: "text, html, markdown, rss, atom, ndjson, warc, or auto by content.")
    var format: InputFormat = .auto

    @Option(name: .shortAndLong, help: "Threads; 0 takes all cores. The output is the same for any number.")
    var jobs: Int = 0

    /// Threads to use.
    var threads: Int { jobs > 0 ? jobs : ProcessInfo.processInfo.activeProcessorCount }

    /// What to read: standard input where no path is given.
    var sources: [String] { paths.isEmpty ? ["-"] : paths }

    func validate() throws {
        guard jobs >= 0 else { throw ValidationError("--jobs takes 0 (all cores) or a number of threads, not \(jobs)") }
    }
}

extension InputFormat: ExpressibleByArgument {}

/// Where the parts of the program's data are found.
struct DataOptions: ParsableArguments {
    @Option(help: ArgumentHelp("A folder of lexicon files that add to or override the program's own."))
    var lexicon: String?

    @Option(help: ArgumentHelp("The world file to place names with, instead of the installed one."))
    var gazetteer: String?

    /// The models that read text.
    func models() throws -> LanguageModels { try LanguageModels(folder: DataFolder.path(.models)) }

    /// The world's places.
    func world() throws -> World { try World(path: gazetteer ?? DataFolder.path(.gazetteer) + "/world.dateline") }

    /// The actors and the words of war.
    func actorsAndWords() throws -> Lexicon {
        try Lexicon(folder: DataFolder.path(.lexicon), overlay: lexicon)
    }

    /// The whole way from report to claims.
    func pipeline() throws -> Pipeline {
        Pipeline(models: try models(), world: try world(), lexicon: try actorsAndWords())
    }
}
