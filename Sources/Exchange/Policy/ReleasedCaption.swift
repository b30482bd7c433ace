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
    /// The report's id; a name made of its hash where it would tell what is hidden.
    public let report: String
    /// The outlet.
    public let publisher: String?
    /// The report's address; nil where it can name what is hidden.
    public let url: String?
    /// The day the report was published.
    public let known: PartialDate

    /// The photographer's name is a credit and stays; names of private persons in the text do not.
    init(_ sourced: SourcedCaption, policy: ReleasePolicy) {
        var (caption, report, publisher, url) = (sourced.caption, sourced.report, sourced.publisher, sourced.url)
        var secrets = Secrets()
        if policy.hidesPrivatePersons {
            var screen = NameScreen(caption.text)
            screen.hide(screen.candidates()) { policy.publicNames.contains($0) }
            for word in screen.hiddenWords { secrets.add(words: word) }
            caption.text = screen.screened
        }
        if policy.hidesPrivatePersons {
            let isPublic = policy.publicNames.contains
            if let address = url, AddressScreen(address)?.namesPerson(isPublic) ?? false { url = nil }
            if AddressScreen(report)?.namesPerson(isPublic) ?? false { report = Secrets.seal(report) }
        }
        if !secrets.isEmpty {
            if let address = url, secrets.told(by: address) { url = nil }
            if let name = publisher, secrets.told(by: name) { publisher = nil }
            if secrets.told(by: report) { report = Secrets.seal(report) }
        }
        (self.caption, self.report, self.publisher, self.url) = (caption, report, publisher, url)
        known = sourced.known
    }
}
