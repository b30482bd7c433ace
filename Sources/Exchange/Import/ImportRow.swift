import Record

/// One record of another data set: its fields by name, in lower case.
struct ImportRow {
    /// Where it stands, for messages: "line 12" or "feature 3".
    var position: String
    var fields: [String: String]

    /// The first of the fields that has something to say.
    func text(_ names: String...) -> String? {
        for name in names {
            if let text = fields[name]?.trimmed, !text.isEmpty { return text }
        }
        return nil
    }

    /// A number, where the field has one.
    ///
    /// - Throws: ``ImportError`` where it has something else.
    func number(_ names: String...) throws -> Double? {
        for name in names {
            guard let text = fields[name]?.trimmed, !text.isEmpty else { continue }
            guard let value = Double(text), value.isFinite else {
                throw ImportError("\(position): \(name) must be a number, found \"\(text.prefix(40))\"")
            }
            return value
        }
        return nil
    }

    func whole(_ name: String) throws -> Int? {
        try number(name).flatMap { Int(exactly: $0.rounded()) }
    }

    /// A day, month or year: ISO 8601, or as ACLED prints it ("14 October 2017").
    ///
    /// - Throws: ``ImportError`` where the field has something else.
    func date(_ names: String...) throws -> PartialDate? {
        for name in names {
            guard let text = fields[name]?.trimmed, !text.isEmpty else { continue }
            guard let date = PartialDate(text) ?? Self.spelt(text) else {
                throw ImportError(
                    "\(position): \(name) must be a date such as 2017-11-03 or 03 November 2017, found \"\(text.prefix(40))\""
                )
            }
            return date
        }
        return nil
    }

    /// A name without a fraction that a spreadsheet gave it: "214797.0" is 214797.
    func identity(_ names: String...) -> String? {
        for name in names {
            guard let text = fields[name]?.trimmed, !text.isEmpty else { continue }
            return text.hasSuffix(".0") && Int(text.dropLast(2)) != nil ? String(text.dropLast(2)) : text
        }
        return nil
    }

    private static func spelt(_ text: String) -> PartialDate? {
        let parts = text.split(whereSeparator: { $0 == " " || $0 == "-" }).map(String.init)
        guard parts.count == 3, let day = Int(parts[0]), let year = Int(parts[2]),
            let month = ACLED.months.firstIndex(where: { $0.lowercased().hasPrefix(parts[1].lowercased()) })
        else { return nil }
        return PartialDate(year: year, month: month + 1, day: day)
    }
}

extension String {
    var trimmed: String {
        guard let first = firstIndex(where: { !$0.isWhitespace }), let last = lastIndex(where: { !$0.isWhitespace })
        else { return "" }
        return String(self[first...last])
    }
}

/// What cannot be imported, with its place in the file and what was expected.
public struct ImportError: Error, CustomStringConvertible, Equatable {
    public let description: String
    init(_ description: String) { self.description = description }
}
