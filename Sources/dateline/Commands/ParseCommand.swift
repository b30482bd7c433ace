import ArgumentParser
import Foundation
import Intake
import Language
import Record

/// `dateline parse`: CoNLL-U of the text, names in MISC.
struct ParseCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "parse", abstract: "Print tokens, tags, lemmas, trees and names as CoNLL-U.")

    @OptionGroup var input: InputOptions

    @Flag(help: "Take files of other formats as they stand too, without looking for captions, headlines and furniture.")
    var verbatim = false

    func run() throws {
        let analyser = Analyser(models: try LanguageModels(folder: DataFolder.path(.models)))
        // Standard input and files of plain text are one text, as a treebank's raw text is: no word of it is left out.
        // Pages, feeds and archives are laid out as reports.
        if verbatim || input.paths.isEmpty {
            for source in input.sources { try parse(stream: source, analyser) }
            return
        }
        // CoNLL-U is a dozen times as long as the text.
        let failures = try InputRun(input).each(held: 2 << 20) { raw in
            let head = "# newdoc id = \(raw.report.id)\n"
            if raw.bytes.elementsEqual(raw.report.text.utf8) {
                let text = raw.report.text
                return Data((head + CoNLLU.write(analyser.analyse(text), text: text)).utf8)
            }
            let reading = raw.report.reading
            let blocks = reading.blocks.filter { $0.kind != .furniture }.map(\.range)
            let sentences = analyser.analyse(reading.text, blocks: blocks)
            return Data((head + CoNLLU.write(sentences, text: reading.text)).utf8)
        } emit: {
            Terminal.write($0)
        }
        if failures > 0 { throw ExitCode(1) }
    }

    /// A text of any length, a piece at a time.
    private func parse(stream source: String, _ analyser: Analyser) throws {
        let handle = source == "-" ? FileHandle.standardInput : FileHandle(forReadingAtPath: source)
        guard let handle else {
            throw ValidationError("\(source) cannot be read: check that it is there and may be opened")
        }
        var pieces = TextPieces(handle)
        var count = 0
        while let text = try pieces.next() {
            let sentences = analyser.analyse(text)
            Terminal.write(CoNLLU.write(sentences, text: text, first: count + 1))
            count += sentences.count
        }
    }
}
