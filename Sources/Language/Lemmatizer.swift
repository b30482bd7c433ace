import Record

/// Dictionary forms by exceptions and longest-suffix rules, learned from the treebanks for each fine tag.
struct Lemmatizer: Sendable {
    /// Replace the last `cut` bytes of the form by `add`.
    struct Rule: Sendable {
        var cut: Int
        var add: String
    }

    private let exceptions: [String: String]
    private let rules: [String: Rule]
    private static let longestSuffix = 6

    /// From the sections `exceptions` ("form TAB tag TAB lemma") and `rules` ("suffix TAB tag TAB cut TAB add").
    init(file: ModelFile) throws {
        var exceptions: [String: String] = [:]
        for line in try file.lines("exceptions") {
            let cells = line.split(separator: "\t", omittingEmptySubsequences: false)
            if cells.count == 3 { exceptions["\(cells[0])\t\(cells[1])"] = String(cells[2]) }
        }
        var rules: [String: Rule] = [:]
        for line in try file.lines("rules") {
            let cells = line.split(separator: "\t", omittingEmptySubsequences: false)
            guard cells.count == 4, let cut = Int(cells[2]) else { continue }
            rules["\(cells[0])\t\(cells[1])"] = Rule(cut: cut, add: String(cells[3]))
        }
        (self.exceptions, self.rules) = (exceptions, rules)
    }

    /// The lemma of a form with a fine tag ("VERB_VBD").
    func lemma(of form: String, tag: String) -> String {
        switch tag {
        case "PROPN", "X", "SYM", "NUM", "PUNCT":
            return exceptions["\(form)\t\(tag)"] ?? form
        default: break
        }
        let lower = Self.plain(form.lowercased())
        if let known = exceptions["\(lower)\t\(tag)"] { return known }
        let bytes = Array(lower.utf8)
        var length = min(Self.longestSuffix, bytes.count)
        while length >= 0 {
            let suffix = String(decoding: bytes[(bytes.count - length)...], as: UTF8.self)
            if let rule = rules["\(suffix)\t\(tag)"], rule.cut <= bytes.count {
                return String(decoding: bytes[..<(bytes.count - rule.cut)], as: UTF8.self) + rule.add
            }
            length -= 1
        }
        return lower
    }

    /// Curly apostrophes made straight.
    private static func plain(_ text: String) -> String {
        text.utf8.contains(0xE2) ? text.replacing("\u{2019}", with: "'").replacing("\u{2018}", with: "'") : text
    }
}
