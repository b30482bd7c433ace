import ArgumentParser
import Coding
import Foundation
import Intake
import Ledger
import Record

/// `dateline explain`: the sentence of a claim, its analysis and the rule that made it.
struct ExplainCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain", abstract: "Show the sentence, the tree, the lexicon entry and the roles behind a claim."
    )

    @Argument(help: "A claim's key, as `dateline claims` prints it (REPORT#CLAIM).")
    var claim: String

    @OptionGroup var options: LedgerOptions
    @OptionGroup var data: DataOptions

    func run() throws {
        let ledger = try options.open()
        guard let sourced = try ledger.claim(claim) else {
            throw ValidationError("this ledger has no claim \(claim); `dateline claims` lists them")
        }
        guard let bytes = try ledger.rawBytes(sourced.report) else {
            throw ValidationError("the bytes of report \(sourced.report) were redacted; its claims can't be explained")
        }
        let pipeline = try data.pipeline()
        var told = false
        try Reader().read(bytes, name: sourced.report) { item in
            guard !told, let raw = try? item.get() else { return }
            told = true
            Terminal.say(Terminal.clean(pipeline.explain(sourced.claim.id, in: raw.report)))
        }
        if !told { throw ValidationError("the archived bytes of report \(sourced.report) could not be read again") }
    }
}
