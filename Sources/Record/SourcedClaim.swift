/// A claim with the report that carries it: what `Ledger` hands to `Assessment`, `Exchange` and `Server`.
public struct SourcedClaim: Sendable, Equatable {
    /// The ledger's key of the claim, unique over all reports.
    public var key: String
    /// What is said.
    public var claim: Claim
    /// The report's id.
    public var report: String
    /// The outlet of the report.
    public var publisher: String?
    /// The address of the report.
    public var url: String?
    /// Knowledge time: the day the report was published (the day of recording where it gives none).
    public var known: PartialDate
    /// The evidence, as the report's text has it.
    public var sentence: String
    /// The first report of the group of near-copies that this report belongs to; its own id where it stands alone.
    public var echoOf: String

    /// A claim as `Ledger` keeps it.
    public init(
        key: String, claim: Claim, report: String, publisher: String?, url: String?, known: PartialDate,
        sentence: String, echoOf: String
    ) {
        (self.key, self.claim, self.report, self.publisher, self.url) = (key, claim, report, publisher, url)
        (self.known, self.sentence, self.echoOf) = (known, sentence, echoOf)
    }
}
