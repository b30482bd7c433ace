/// A lexicon file that cannot be used, with the place in it.
public struct LexiconError: Error, CustomStringConvertible, Sendable {
    /// Path of the file.
    public let file: String
    /// Line, counted from 1; 0 for the whole file.
    public let line: Int
    /// What was expected there and what to do.
    public let message: String

    /// An error at a line of a file.
    public init(file: String, line: Int = 0, message: String) {
        (self.file, self.line, self.message) = (file, line, message)
    }

    /// File, line and what to do.
    public var description: String { line > 0 ? "\(file):\(line): \(message)" : "\(file): \(message)" }
}

/// Something wrong in a lexicon that can be read: a duplicate, a dead reference, an entry that nothing reaches.
public struct LexiconProblem: Sendable, Hashable, CustomStringConvertible {
    /// What sort of problem it is.
    public enum Kind: String, Sendable { case duplicate, deadReference, unreachable }

    /// What sort of problem it is.
    public let kind: Kind
    /// Id of the entry concerned.
    public let entry: String
    /// What is wrong.
    public let message: String

    /// A problem of one entry.
    public init(_ kind: Kind, entry: String, message: String) {
        (self.kind, self.entry, self.message) = (kind, entry, message)
    }

    /// The entry and what is wrong with it.
    public var description: String { "\(entry): \(message)" }
}
