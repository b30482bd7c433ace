/// What is known about a report from outside its text.
public struct PlacingContext: Sendable {
    /// The place of a dateline ("BEIRUT").
    public var dateline: String?
    /// ISO 3166-1 alpha-2 of the publisher's country.
    public var publisherCountry: String?
    /// The report's title.
    public var title: String?

    /// A context; all parts may be absent.
    public init(dateline: String? = nil, publisherCountry: String? = nil, title: String? = nil) {
        (self.dateline, self.publisherCountry, self.title) = (dateline, publisherCountry, title)
    }
}
