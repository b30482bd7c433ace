import Foundation
import Language

/// Learns the models of `Language` from treebanks and named texts and those of `Coding` from labelled texts, and measures
/// them.
///
///     swift run -c release Training all --data ../shared/data
///     swift run -c release Training evaluate --data ../shared/data
///
/// Commands: `network`, `lemmas`, `sentences`, `names`, `coding`, `places`, `all`, `evaluate`, `trees`, `parse`, `speed`. Options: `--data FOLDER` (treebanks, names,
/// wikipedia), `--models FOLDER` (default `Sources/Language/Resources`), `--lists FOLDER` (default `Training/Lists`).
@main
struct Training {
    static func main() throws {
        let options = Options(CommandLine.arguments.dropFirst())
        switch options.command {
        case "all":
            try NetworkTraining(options).run()
            try LemmaTraining(options).run()
            try BoundaryTraining(options).run()
            try NameTraining(options).run()
            try CodingTraining(options).run()
            try Evaluation(options).run()
        case "network": try NetworkTraining(options).run()
        case "lemmas": try LemmaTraining(options).run()
        case "sentences": try BoundaryTraining(options).run()
        case "names": try NameTraining(options).run()
        case "coding": try CodingTraining(options).run()
        case "places": try PlacesTraining(options).run()
        case "evaluate": try Evaluation(options).run()
        case "trees": try ["ewt-dev", "ewt-test", "gum-test"].forEach { try Evaluation(options).trees($0) }
        case "parse": try Evaluation(options).parse()
        case "speed": try Evaluation(options).speed()
        default:
            print(
                "usage: Training all|network|lemmas|sentences|names|coding|places|evaluate|trees|parse|speed --data FOLDER [--models FOLDER] [--lists FOLDER]"
            )
        }
    }
}
