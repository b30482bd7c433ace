/// What went wrong with a ledger, in words for the terminal: which file, what was expected, what to do.
public struct LedgerError: Error, CustomStringConvertible, Sendable {
    /// The whole line.
    public var description: String

    /// An error that says `text`.
    public init(_ text: String) { description = text }
}
