/// What is known about a report from outside its text.
public struct PlacingContext: Sendable {
    /// The place of a dateline ("BEIRUT").
    public var dateline: String?
    /// ISO 3166-1 alpha-2 of the publisher's country.
    public var publisherCountry: String?
    /// The report's title.
    public var title: String?
    /// ISO codes of the countries where the parties that the report names are at home, with how often it names them.
    public var homes: [String: Double] = [:]

    /// How places of one name are told apart.
    public var ranking: Ranking

    /// By all that the report says, or by the number of people alone: the baseline that the first is measured against.
    public enum Ranking: String, Sendable, CaseIterable { case context, population }

    /// A context; all parts may be absent.
    public init(
        dateline: String? = nil, publisherCountry: String? = nil, title: String? = nil, ranking: Ranking = .context
    ) {
        (self.dateline, self.publisherCountry, self.title) = (dateline, publisherCountry, title)
        self.ranking = ranking
    }
}
