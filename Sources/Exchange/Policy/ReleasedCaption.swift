public import Record

/// A caption with its report: what a caller hands to the policy.
public struct SourcedCaption: Sendable, Equatable {
    /// The caption, ranges in the report's text.
    public var caption: Caption
    /// The report's id.
    public var report: String
    /// The outlet.
    public var publisher: String?
    /// The report's address.
    public var url: String?
    /// The day the report was published.
    public var known: PartialDate

    /// A caption of a report.
    public init(caption: Caption, report: String, publisher: String?, url: String?, known: PartialDate) {
        (self.caption, self.report, self.publisher) = (caption, report, publisher)
        (self.url, self.known) = (url, known)
    }
}

/// A caption that passed a ``ReleasePolicy``.
public struct ReleasedCaption: Sendable, Equatable {
    /// The caption, ranges in the report's text.
    public let caption: Caption
    /// The report's id.
    public let report: String
    /// The outlet.
    public let publisher: String?
    /// The report's address.
    public let url: String?
    /// The day the report was published.
    public let known: PartialDate

    init(_ sourced: SourcedCaption) {
        (caption, report, publisher) = (sourced.caption, sourced.report, sourced.publisher)
        (url, known) = (sourced.url, sourced.known)
    }
}
