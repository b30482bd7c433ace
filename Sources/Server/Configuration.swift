/// How the server listens and whom it serves.
public struct ServerConfiguration: Sendable {
    /// Address to bind; the loopback unless others are to reach the page.
    public var host: String
    public var port: Int
    /// No decisions are taken.
    public var readOnly: Bool
    /// A page for everyone: the archive is a ``ReleasedArchive``.
    public var isPublic: Bool
    /// The analyst's name in decisions, where there are no accounts.
    public var analyst: String
    /// A proxy in front speaks TLS and says who asks: cookies are `Secure`, `X-Forwarded-For` is believed.
    public var behindProxy: Bool
    /// Requests that one address may send in a second, the loopback excepted.
    public var requestsPerSecond: Double
    /// Where the page gets pictures of the ground from, instead of the local basemap alone; nil for none.
    public var tiles: TileAddress?

    public init(
        host: String = "127.0.0.1", port: Int = 8417, readOnly: Bool = false, isPublic: Bool = false,
        analyst: String = "analyst", behindProxy: Bool = false, requestsPerSecond: Double = 50,
        tiles: TileAddress? = nil
    ) {
        (self.host, self.port, self.readOnly, self.isPublic) = (host, port, readOnly || isPublic, isPublic)
        (self.analyst, self.behindProxy, self.requestsPerSecond) = (analyst, behindProxy, requestsPerSecond)
        self.tiles = tiles
    }
}

/// The address of a tile server: `https://tiles.example/{z}/{x}/{y}.png`.
public struct TileAddress: Sendable, Equatable {
    /// As it was given.
    public let template: String
    /// What its owner asks to be shown on the map.
    public let credit: String?
    /// Scheme, host and port: all that the content policy is opened for.
    public let origin: String

    /// Nil where it is no address of tiles, or its host could slip anything else into the content policy.
    public init?(_ template: String, credit: String? = nil) {
        guard ["{z}", "{x}", "{y}"].allSatisfy(template.contains),
            let match = template.wholeMatch(of: /(https?:\/\/[A-Za-z0-9.-]+(?::\d{1,5})?)\/[^\s"'<>;,\\]*/)
        else { return nil }
        (self.template, self.credit, origin) = (template, credit, String(match.1))
    }
}
