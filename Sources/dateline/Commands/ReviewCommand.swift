import ArgumentParser
import Foundation
import Ledger
import Record

/// `dateline review`: goes through claims in the terminal, least sure first.
struct ReviewCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "review", abstract: "Decide on claims, least sure first, with the sentence shown.",
        discussion: """
            Keys: a accept, r reject, e edit (asks for a field of SCHEMA.md and its value), s skip, u undo the last, q quit. \
            Claims are never altered: each decision is a record beside the claim.
            """)

    @OptionGroup var scope: ScopeOptions
    @OptionGroup var who: AnalystOptions
    @OptionGroup var options: LedgerOptions

    @Option(help: "event, control, figure or relation.")
    var kind: Claim.Kind?

    func run() throws {
        let ledger = try options.open(readOnly: false)
        var filter = try scope.filter(in: ledger)
        filter.kinds = kind.map { [$0] } ?? []
        let queue = try ledger.reviewQueue(filter, limit: scope.limit)
        if queue.isEmpty {
            Terminal.complain("no claim waits for a decision")
            return
        }
        let keys = KeyReader()
        var taken: [(place: Int, decision: Int64)] = []
        var place = 0
        while place < queue.count {
            show(queue[place], in: try ledger.report(queue[place].report)?.text, number: place + 1, of: queue.count)
            guard let key = keys.next(prompt: "[a]ccept [r]eject [e]dit [s]kip [u]ndo [q]uit ") else { break }
            let claim = queue[place].key
            switch key {
            case "a": taken.append((place, try ledger.decide(.accept, claim: claim, who: who.analyst)))
            case "r": taken.append((place, try ledger.decide(.reject, claim: claim, who: who.analyst)))
            case "e":
                guard let decision = edit(claim, keys, ledger) else { continue }
                taken.append((place, decision))
            case "s": break
            case "u":
                guard let last = taken.popLast() else {
                    Terminal.say("nothing to undo")
                    continue
                }
                try ledger.undo(last.decision, who: who.analyst)
                place = last.place
                continue
            case "q": place = queue.count
            default: continue
            }
            place += 1
        }
        Terminal.complain("dateline: \(taken.count) decision(s) recorded in \(options.ledger)")
    }

    private func show(_ sourced: SourcedClaim, in text: String?, number: Int, of count: Int) {
        let claim = sourced.claim
        let words = Describe.claim(claim)
        let head = [words.what, words.place, words.who, Describe.time(claim.when)].filter { !$0.isEmpty }
        Terminal.say("\n\(number)/\(count)  " + Terminal.clean(head.joined(separator: "  ")))
        let source = [
            sourced.publisher ?? sourced.report, "\(sourced.known)", claim.attribution.map { "by " + $0.name },
        ]
        Terminal.say(
            Terminal.dim(
                Terminal.clean(source.compactMap { $0 }.joined(separator: ", "))
                    + "  \(claim.modality.rawValue), confidence \(Describe.decimal(claim.confidence)), \(sourced.key)"))
        let (context, trigger) = Self.context(of: claim, in: text ?? sourced.sentence, whole: text != nil)
        let parts = [TextRange(0, trigger.start), trigger, TextRange(trigger.end, context.utf8.count)].map {
            Terminal.clean($0.text(in: context))
        }
        Terminal.say("  “\(parts[0])\(Terminal.mark(parts[1]))\(parts[2])”")
    }

    /// The paragraph around a claim, at most 300 bytes to either side, and where its signal stands there.
    private static func context(of claim: Claim, in text: String, whole: Bool) -> (text: String, trigger: TextRange) {
        guard whole else { return (text, claim.trigger.shifted(by: -claim.evidence.start)) }
        let bytes = Array(text.utf8)
        var (start, end) = (min(claim.evidence.start, bytes.count), min(claim.evidence.end, bytes.count))
        while start > 0, bytes[start - 1] != 10, claim.evidence.start - start < 300 { start -= 1 }
        while end < bytes.count, bytes[end] != 10, end - claim.evidence.end < 300 { end += 1 }
        // Not in the middle of a letter.
        while start < end, bytes[start] & 0xC0 == 0x80 { start += 1 }
        while end > start, end < bytes.count, bytes[end] & 0xC0 == 0x80 { end -= 1 }
        return (TextRange(start, end).text(in: text), claim.trigger.shifted(by: -start))
    }

    /// Asks for a field and its value; nil where nothing was changed.
    private func edit(_ claim: String, _ keys: KeyReader, _ ledger: Ledger) -> Int64? {
        guard let field = keys.line(prompt: "field (type, state, holder, place, start, …): "), !field.isEmpty,
            let value = keys.line(prompt: "\(field): ")
        else { return nil }
        do {
            return try ledger.decide(.correct, claim: claim, field: field, new: value, who: who.analyst)
        } catch {
            Terminal.say("\(error)")
            return nil
        }
    }
}
