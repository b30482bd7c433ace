/// The program's version, as `dateline --version` and every record print it.
public enum Version {
    /// Semantic version of the program.
    public static let program = "0.1.0"
}
