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

    public init(
        host: String = "127.0.0.1", port: Int = 8417, readOnly: Bool = false, isPublic: Bool = false,
        analyst: String = "analyst", behindProxy: Bool = false, requestsPerSecond: Double = 50
    ) {
        (self.host, self.port, self.readOnly, self.isPublic) = (host, port, readOnly || isPublic, isPublic)
        (self.analyst, self.behindProxy, self.requestsPerSecond) = (analyst, behindProxy, requestsPerSecond)
    }
}
