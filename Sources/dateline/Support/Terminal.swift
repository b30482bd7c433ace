import Foundation

/// Writing to standard output and standard error.
enum Terminal {
    /// Writes to a handle; a closed pipe (`| head`) ends the program quietly, as other filters do.
    static func write(_ text: String, to handle: FileHandle = .standardOutput) {
        write(Data(text.utf8), to: handle)
    }

    /// Writes bytes to a handle.
    static func write(_ data: Data, to handle: FileHandle = .standardOutput) {
        do {
            try handle.write(contentsOf: data)
        } catch {
            exit(handle === FileHandle.standardOutput ? 0 : 1)
        }
    }

    /// One line on standard output.
    static func say(_ line: String) { write(line + "\n") }

    /// One line on standard error.
    static func complain(_ line: String) { write(line + "\n", to: .standardError) }

    /// True where standard output is a terminal that shows colours.
    static var colours: Bool {
        isatty(STDOUT_FILENO) == 1 && ProcessInfo.processInfo.environment["NO_COLOR"] == nil
    }

    /// Underlined where the terminal can, in brackets elsewhere.
    static func mark(_ text: String) -> String { colours ? "\u{1B}[4m\(text)\u{1B}[0m" : "[\(text)]" }

    /// Dimmed where the terminal can.
    static func dim(_ text: String) -> String { colours ? "\u{1B}[2m\(text)\u{1B}[0m" : text }

    /// Text from reports without control characters: a report must not steer the terminal of who reads it.
    static func clean(_ text: String) -> String {
        String(
            String.UnicodeScalarView(
                text.unicodeScalars.map { scalar in
                    let bidi = (0x202A...0x202E).contains(scalar.value) || (0x2066...0x2069).contains(scalar.value)
                    return scalar.properties.generalCategory == .control && scalar != "\n" || bidi ? " " : scalar
                }))
    }
}
