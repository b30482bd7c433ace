/// A JSON value that is written with its keys in the order given: the same bytes for the same record.
indirect enum JSONText: Sendable, Equatable {
    case null
    case text(String)
    case whole(Int)
    case number(Double)
    case flag(Bool)
    case list([JSONText])
    case object([(String, JSONText)])

    static func == (a: JSONText, b: JSONText) -> Bool { a.json == b.json }

    /// A text, or null.
    static func optional(_ text: String?) -> JSONText { text.map { .text($0) } ?? .null }

    /// An object without the keys that have nothing to say.
    static func compact(_ pairs: [(String, JSONText)]) -> JSONText {
        .object(pairs.filter { if case .null = $0.1 { false } else { true } })
    }

    /// One line.
    var json: String {
        var out = ""
        write(to: &out)
        return out
    }

    private func write(to out: inout String) {
        switch self {
        case .null: out += "null"
        case .text(let text): Self.quote(text, to: &out)
        case .whole(let number): out += String(number)
        case .number(let number): out += Self.decimal(number)
        case .flag(let flag): out += flag ? "true" : "false"
        case .list(let values):
            out += "["
            for (place, value) in values.enumerated() {
                if place > 0 { out += "," }
                value.write(to: &out)
            }
            out += "]"
        case .object(let pairs):
            out += "{"
            for (place, pair) in pairs.enumerated() {
                if place > 0 { out += "," }
                Self.quote(pair.0, to: &out)
                out += ":"
                pair.1.write(to: &out)
            }
            out += "}"
        }
    }

    /// A number without a fraction that says nothing; JSON has no infinities.
    static func decimal(_ number: Double) -> String {
        guard number.isFinite else { return "null" }
        if number == number.rounded(), abs(number) < 1e15 { return String(Int(number)) }
        return String(number)
    }

    private static func quote(_ text: String, to out: inout String) {
        out += "\""
        if text.utf8.contains(where: { $0 < 32 || $0 == 34 || $0 == 92 }) {
            for scalar in text.unicodeScalars {
                switch scalar.value {
                case 34: out += "\\\""
                case 92: out += "\\\\"
                case 10: out += "\\n"
                case 13: out += "\\r"
                case 9: out += "\\t"
                case 0..<32:
                    let hex = String(scalar.value, radix: 16)
                    out += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
                default: out.unicodeScalars.append(scalar)
                }
            }
        } else {
            out += text
        }
        out += "\""
    }
}
