/// Why something was not fetched or a file not read, in words a user can act on.
public struct WatchError: Error, CustomStringConvertible, Equatable, Sendable {
    /// What was expected where, and what to do.
    public let description: String

    /// An error that says so much.
    public init(_ description: String) { self.description = description }
}
