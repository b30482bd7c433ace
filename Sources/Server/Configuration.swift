/// How the server listens and what it lets be seen.
public struct ServerConfiguration: Sendable {
    /// Address to bind; the loopback unless others are to reach the page.
    public var host: String
    public var port: Int
    /// No decisions are taken.
    public var readOnly: Bool
    /// A page for everyone: evidence sentences and links, never a whole article, and read-only.
    public var isPublic: Bool
    /// The analyst's name in decisions.
    public var analyst: String

    public init(
        host: String = "127.0.0.1", port: Int = 8417, readOnly: Bool = false, isPublic: Bool = false,
        analyst: String = "analyst"
    ) {
        (self.host, self.port, self.readOnly, self.isPublic) = (host, port, readOnly || isPublic, isPublic)
        self.analyst = analyst
    }
}
