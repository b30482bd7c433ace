public import ArgumentParser
import Foundation
import Ledger
public import Record

/// `dateline claims`: the claims of a ledger, filtered.
struct ClaimsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "claims", abstract: "List claims.")

    @OptionGroup var options: LedgerOptions
    @OptionGroup var output: OutputOptions

    @Option(help: "event, control, figure or relation.")
    var kind: Claim.Kind?

    @Option(help: "Event type, control state, measure or relation (ONTOLOGY.md's names).")
    var type: String?

    @Option(help: "Place, by name or gazetteer id.")
    var place: String?

    @Option(help: "Party, by name or lexicon id.")
    var actor: String?

    @Option(help: "Publisher.")
    var source: String?

    @Option(help: "asserted, claimed, denied, negated, pledged, forecast or hypothetical.")
    var modality: Modality?

    @Option(help: "Valid from this day.")
    var from: PartialDate?

    @Option(help: "Valid to this day.")
    var to: PartialDate?

    @Option(help: "Reported by this day.")
    var known: PartialDate?

    @Option(help: "Only of this report.")
    var report: String?

    @Option(name: .customLong("min-confidence"), help: "At least this certain, 0 to 1.")
    var minimumConfidence: Double?

    @Option(help: "At most so many.")
    var limit: Int = 200

    func run() throws {
        var filter = ClaimFilter()
        filter.kinds = kind.map { [$0] } ?? []
        filter.types = type.map { [$0] } ?? []
        (filter.place, filter.actor, filter.source) = (place, actor, source)
        filter.modalities = modality.map { [$0] } ?? []
        (filter.from, filter.to, filter.known) = (from, to, known)
        (filter.report, filter.minConfidence, filter.limit) = (report, minimumConfidence, limit)
        let claims = try options.open().claims(filter)
        if output.json {
            for claim in claims { try printJSON(SourcedLine(claim)) }
            return
        }
        var table = Table(["date", "what", "place", "who", "modality", "conf.", "source", "claim"])
        for sourced in claims {
            let text = Describe.claim(sourced.claim)
            table.add([
                Describe.time(sourced.claim.when), text.what, text.place, text.who, sourced.claim.modality.rawValue,
                String(format: "%.2f", sourced.claim.confidence), sourced.publisher ?? "", sourced.key,
            ])
        }
        table.print(empty: "no claim fits; ask for less, or read more reports")
    }
}

/// A claim with the way back to its sentence, as one line of JSON.
private struct SourcedLine: Encodable {
    let key: String
    let report: String
    let publisher: String?
    let url: String?
    let known: PartialDate
    let sentence: String
    let claim: Claim

    init(_ sourced: SourcedClaim) {
        (key, report, publisher, url) = (sourced.key, sourced.report, sourced.publisher, sourced.url)
        (known, sentence, claim) = (sourced.known, sourced.sentence, sourced.claim)
    }
}

extension Claim.Kind: ExpressibleByArgument {}
extension Modality: ExpressibleByArgument {}
