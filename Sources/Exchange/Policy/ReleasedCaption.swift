public import Record

/// A caption with its report: what a caller hands to the policy.
public struct SourcedCaption: Sendable, Equatable {
    public var caption: Caption
    /// The report's id.
    public var report: String
    public var publisher: String?
    public var url: String?
    /// The day the report was published.
    public var known: PartialDate

    public init(caption: Caption, report: String, publisher: String?, url: String?, known: PartialDate) {
        (self.caption, self.report, self.publisher) = (caption, report, publisher)
        (self.url, self.known) = (url, known)
    }
}

/// A caption that passed a ``ReleasePolicy``.
public struct ReleasedCaption: Sendable, Equatable {
    public let caption: Caption
    public let report: String
    public let publisher: String?
    public let url: String?
    public let known: PartialDate

    init(_ sourced: SourcedCaption) {
        (caption, report, publisher) = (sourced.caption, sourced.report, sourced.publisher)
        (url, known) = (sourced.url, sourced.known)
    }
}
