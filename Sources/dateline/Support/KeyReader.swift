import Foundation

/// Single keys from a terminal; from a pipe, the first letter of each line.
struct KeyReader {
    private let isTerminal = isatty(STDIN_FILENO) == 1

    /// The next key in lower case; nil at the end of the input.
    func next(prompt: String) -> Character? {
        guard isTerminal else {
            while let line = readLine() { if let first = line.lowercased().first { return first } }
            return nil
        }
        Terminal.write(prompt)
        var old = termios()
        tcgetattr(STDIN_FILENO, &old)
        var raw = old
        raw.c_lflag &= ~tcflag_t(ICANON | ECHO)
        tcsetattr(STDIN_FILENO, TCSANOW, &raw)
        defer { tcsetattr(STDIN_FILENO, TCSANOW, &old) }
        var byte: UInt8 = 0
        guard read(STDIN_FILENO, &byte, 1) == 1, byte != 4 else { return nil }
        let key = Character(Unicode.Scalar(byte))
        Terminal.say(key.isLetter ? String(key) : "")
        return key.lowercased().first
    }

    /// The next line; nil at the end of the input.
    func line(prompt: String) -> String? {
        if isTerminal { Terminal.write(prompt) }
        return readLine()?.trimmingCharacters(in: .whitespaces)
    }
}
