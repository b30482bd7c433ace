import ArgumentParser
import Foundation
import Ledger
import Record

/// `dateline show`: a report's text with its claims underlined.
struct ShowCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Show a report's text with its claims underlined.")

    @Argument(help: "A report's id, or the beginning of it.")
    var report: String

    @OptionGroup var options: LedgerOptions

    func run() throws {
        let ledger = try options.open()
        guard let coded = try ledger.report(report) else {
            throw ValidationError("this ledger has no report \(report); `dateline search WORDS` lists some")
        }
        let header = coded.report
        Terminal.say(
            [header.title, header.publisher, header.published?.description, header.url].compactMap { $0 }.joined(
                separator: " · "))
        Terminal.say("")
        Terminal.say(Self.marked(coded))
        Terminal.say("")
        var table = Table(["no.", "what", "place", "who", "when", "modality", "by", "claim"])
        for (index, claim) in coded.claims.enumerated() {
            let text = Describe.claim(claim)
            table.add([
                "\(index + 1)", text.what, text.place, text.who, Describe.time(claim.when), claim.modality.rawValue,
                claim.attribution?.name, claim.id,
            ])
        }
        table.print(empty: "no claim in this report")
    }

    /// The text with the words that signal a claim marked and numbered.
    private static func marked(_ coded: CodedReport) -> String {
        var out = ""
        var at = 0
        let text = coded.text
        let claims = coded.claims.enumerated().sorted { $0.element.trigger < $1.element.trigger }
        for (index, claim) in claims where claim.trigger.start >= at {
            out += Terminal.clean(TextRange(at, claim.trigger.start).text(in: text))
            out += Terminal.mark(Terminal.clean(claim.trigger.text(in: text))) + Terminal.dim("(\(index + 1))")
            at = claim.trigger.end
        }
        return out + Terminal.clean(TextRange(at, text.utf8.count).text(in: text))
    }
}

/// `dateline search`: reports by words.
struct SearchCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "search", abstract: "Find reports by words in their text.")

    @Argument(help: "Words to look for.")
    var words: [String]

    @OptionGroup var options: LedgerOptions

    @Option(help: "At most so many.")
    var limit: Int = 20

    func run() throws {
        let rows = try options.open().reports(limit: limit, offset: 0, matching: words.joined(separator: " "))
        var table = Table(["published", "publisher", "title", "claims", "report"])
        for row in rows {
            table.add([row.published?.description, row.publisher, row.title, "\(row.claims)", row.id])
        }
        table.print(empty: "no report has these words")
    }
}
