/// Why a gazetteer cannot be read or built; says which file, where, and what to do.
public struct GazetteerError: Error, CustomStringConvertible, Equatable {
    /// The whole message.
    public let description: String

    /// An error with its whole message.
    public init(_ description: String) { self.description = description }
}
