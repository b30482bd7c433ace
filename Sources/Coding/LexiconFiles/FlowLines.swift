import Foundation

/// Reads the subset of YAML in which the actors' files are written: one entry a line, in flow style.
///
/// `- {id: eokk, name: Example Front, aliases: [EF, "Front, Example"], kind: rebel, from: 1978}`
///
/// Any YAML reader reads the same files; this one takes a millisecond where a general one takes a tenth of a second,
/// and start-up has 80 ms for everything. Values are plain, single-quoted or double-quoted scalars and lists of them.
struct FlowLines {
    /// A value of an entry.
    enum Value: Equatable {
        case one(String)
        case many([String])
    }

    /// An entry with the line it stands on.
    struct Entry {
        var line: Int
        var values: [String: Value]

        /// A scalar, or nil.
        func text(_ key: String) -> String? {
            if case .one(let text)? = values[key], !text.isEmpty { return text }
            return nil
        }

        /// A list; a scalar counts as a list of one.
        func list(_ key: String) -> [String] {
            switch values[key] {
            case .many(let all): all
            case .one(let text): text.isEmpty ? [] : [text]
            case nil: []
            }
        }
    }

    private let bytes: [UInt8]
    private let file: String
    private var at = 0
    private var line = 1

    private init(_ bytes: [UInt8], file: String) { (self.bytes, self.file) = (bytes, file) }

    /// All entries of a file.
    static func read(_ data: Data, file: String) throws -> [Entry] {
        var reader = FlowLines([UInt8](data), file: file)
        return try reader.entries()
    }

    private mutating func entries() throws -> [Entry] {
        var found: [Entry] = []
        while at < bytes.count {
            skipBlanks()
            guard at < bytes.count else { break }
            switch bytes[at] {
            case UInt8(ascii: "\n"):
                at += 1
                line += 1
            case UInt8(ascii: "\r"): at += 1
            case UInt8(ascii: "#"): skipLine()
            case UInt8(ascii: "-"):
                at += 1
                skipBlanks()
                guard at < bytes.count, bytes[at] == UInt8(ascii: "{") else {
                    throw problem("expected '{' after '- '; write each entry as - {key: value, …} on one line")
                }
                at += 1
                found.append(try entry())
            default:
                throw problem("expected an entry '- {…}' or a comment '# …'")
            }
        }
        return found
    }

    private mutating func entry() throws -> Entry {
        var entry = Entry(line: line, values: [:])
        while true {
            skipBlanks()
            guard at < bytes.count, bytes[at] != UInt8(ascii: "\n") else {
                throw problem("the entry is not closed; add '}' at its end")
            }
            if bytes[at] == UInt8(ascii: "}") {
                at += 1
                skipBlanks()
                if at < bytes.count, bytes[at] == UInt8(ascii: "#") { skipLine() }
                return entry
            }
            if bytes[at] == UInt8(ascii: ",") {
                at += 1
                continue
            }
            let key = try scalar(until: [UInt8(ascii: ":")])
            guard at < bytes.count, bytes[at] == UInt8(ascii: ":") else { throw problem("expected ':' after '\(key)'") }
            at += 1
            skipBlanks()
            guard entry.values[key] == nil else { throw problem("'\(key)' is given twice; keep one") }
            if at < bytes.count, bytes[at] == UInt8(ascii: "[") {
                at += 1
                entry.values[key] = .many(try list())
            } else {
                entry.values[key] = .one(try scalar(until: [UInt8(ascii: ","), UInt8(ascii: "}")]))
            }
        }
    }

    private mutating func list() throws -> [String] {
        var found: [String] = []
        while true {
            skipBlanks()
            guard at < bytes.count, bytes[at] != UInt8(ascii: "\n") else {
                throw problem("the list is not closed; add ']'")
            }
            if bytes[at] == UInt8(ascii: "]") {
                at += 1
                return found
            }
            if bytes[at] == UInt8(ascii: ",") {
                at += 1
                continue
            }
            found.append(try scalar(until: [UInt8(ascii: ","), UInt8(ascii: "]")]))
        }
    }

    private mutating func scalar(until ends: [UInt8]) throws -> String {
        skipBlanks()
        guard at < bytes.count else { throw problem("the file ends inside an entry") }
        let quote = bytes[at]
        if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
            var text: [UInt8] = []
            at += 1
            while at < bytes.count, bytes[at] != UInt8(ascii: "\n") {
                if bytes[at] == quote {
                    if quote == UInt8(ascii: "'"), at + 1 < bytes.count, bytes[at + 1] == quote {
                        at += 1
                    } else {
                        at += 1
                        skipBlanks()
                        return String(decoding: text, as: UTF8.self)
                    }
                }
                text.append(bytes[at])
                at += 1
            }
            throw problem("a quoted value is not closed")
        }
        let start = at
        while at < bytes.count, bytes[at] != UInt8(ascii: "\n"), !ends.contains(bytes[at]) { at += 1 }
        var end = at
        while end > start, bytes[end - 1] == 0x20 { end -= 1 }
        return String(decoding: bytes[start..<end], as: UTF8.self)
    }

    private mutating func skipBlanks() {
        while at < bytes.count, bytes[at] == 0x20 || bytes[at] == 0x09 { at += 1 }
    }

    private mutating func skipLine() {
        while at < bytes.count, bytes[at] != UInt8(ascii: "\n") { at += 1 }
    }

    private func problem(_ message: String) -> LexiconError { LexiconError(file: file, line: line, message: message) }
}
