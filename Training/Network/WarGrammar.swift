import Foundation

/// Sentences of war reports with their trees, drawn from a small grammar of the project's own (`war-grammar.txt`, which
/// tells its notation): treebanks of the web hardly know verbs of war that are nouns elsewhere ("controls", "shells").
struct WarGrammar {
    private struct Item {
        var relation: String
        var symbol: String
        var isHead: Bool
        var isOptional: Bool
    }

    private var rules: [String: [[Item]]] = [:]
    private var verbs: [String: [String]] = [:]
    private var names: [String: [String]] = [:]

    /// - Throws: ``TrainingError`` for a line that is no rule, or a symbol that nothing explains.
    init(folder: String) throws {
        let path = folder + "/war-grammar.txt"
        func list(_ name: String) throws -> [String] {
            try String(contentsOfFile: "\(folder)/\(name).txt", encoding: .utf8).split(separator: "\n").map(String.init)
                .filter(Self.isPlain)
        }
        names = [
            "city": try list("cities"), "given": try list("given-names"), "family": try list("family-names"),
            "country": try list("countries"), "demonym": try list("demonyms").filter { !$0.contains(" ") },
        ]
        for (number, line) in try String(contentsOfFile: path, encoding: .utf8)
            .split(separator: "\n", omittingEmptySubsequences: false).enumerated()
        where !line.isEmpty && !line.hasPrefix("#") {
            if line.hasPrefix("@") {
                let words = line.dropFirst().split(separator: " ").map(String.init)
                verbs[words[0]] = Array(words.dropFirst())
                continue
            }
            guard let colon = line.range(of: ": ") else {
                throw TrainingError(path: path, reason: "line \(number + 1) has no \": \" after the rule's name")
            }
            let (name, rest) = (String(line[..<colon.lowerBound]), line[colon.upperBound...])
            if name.hasPrefix("%") {
                names[String(name.dropFirst())] = rest.split(separator: "|").map(String.init)
            } else {
                let items = rest.split(separator: " ").map(Self.item)
                guard items.filter(\.isHead).count == 1 else {
                    throw TrainingError(path: path, reason: "line \(number + 1) needs one word with *")
                }
                rules[name, default: []].append(items)
            }
        }
        for item in rules.values.joined().joined() where !isKnown(item.symbol) {
            throw TrainingError(path: path, reason: "nothing explains \(item.symbol)")
        }
    }

    /// So many sentences, the same for the same seed.
    func sentences(_ count: Int, seed: UInt64) -> Treebank {
        var random = Random(seed: seed)
        var treebank = Treebank()
        while treebank.sentences.count < count {
            var words: [Treebank.Word] = []
            let root = expand("S", "root", &words, &random)
            guard words.count <= 45 else { continue }
            words[root].head = words.count
            words[0].form = words[0].form.prefix(1).uppercased() + words[0].form.dropFirst()
            treebank.sentences.append(words)
        }
        return treebank
    }

    // MARK: Notation

    private static func item(_ text: Substring) -> Item {
        var rest = text
        let isOptional = rest.first == "?"
        if isOptional { rest = rest.dropFirst() }
        let isHead = rest.first == "*"
        if isHead { rest = rest.dropFirst() }
        guard !isHead, let mark = rest.firstIndex(of: "=") else {
            return Item(relation: "", symbol: String(rest), isHead: isHead, isOptional: isOptional)
        }
        return Item(
            relation: String(rest[..<mark]), symbol: String(rest[rest.index(after: mark)...]), isHead: false,
            isOptional: isOptional)
    }

    private func isKnown(_ symbol: String) -> Bool {
        if rules[symbol] != nil { return true }
        if symbol.hasPrefix("%") { return names[String(symbol.dropFirst().prefix { $0 != "/" })] != nil }
        if symbol.contains("/") { return true }
        let lemma = symbol.prefix { $0 != "." }
        return symbol.contains(".") && (lemma.first?.isLowercase == true || verbs[String(lemma)] != nil)
    }

    /// Names that a sentence can carry as they stand in the lists.
    private static func isPlain(_ name: String) -> Bool {
        let words = name.split(whereSeparator: { $0 == " " || $0 == "-" })
        return (1...3).contains(words.count) && name.first?.isUppercase == true
            && name.allSatisfy { $0.isLetter || $0 == " " || $0 == "-" }
    }

    // MARK: Drawing

    /// Appends a symbol's words, and gives the place of their head, whose own head is left open.
    private func expand(
        _ symbol: String, _ relation: String, _ words: inout [Treebank.Word], _ random: inout Random
    ) -> Int {
        guard let choices = rules[symbol] else { return word(symbol, relation, &words, &random) }
        var head = 0
        var children: [Int] = []
        for item in random.pick(choices) where !item.isOptional || random.unit() < 0.5 {
            let at = expand(item.symbol, item.isHead ? relation : item.relation, &words, &random)
            if item.isHead { head = at } else { children.append(at) }
        }
        for child in children { words[child].head = head }
        return head
    }

    private func word(
        _ symbol: String, _ relation: String, _ words: inout [Treebank.Word], _ random: inout Random
    ) -> Int {
        let first = words.count
        func add(_ form: String, _ lemma: String, _ upos: String, _ xpos: String, _ relation: String, _ head: Int) {
            words.append(
                Treebank.Word(form: form, lemma: lemma, upos: upos, xpos: xpos, head: head, relation: relation))
        }
        guard let slash = symbol.lastIndex(of: "/"), symbol.count > 1 else {
            let parts = symbol.split(separator: ".").map(String.init)
            let lemma = verbs[parts[0]].map { random.pick($0) } ?? parts[0]
            add(EnglishVerb.form(of: lemma, parts[1]), lemma, "VERB", parts[1], relation, first)
            return first
        }
        let tags = symbol[symbol.index(after: slash)...].split(separator: "_").map(String.init)
        let xpos = tags.last ?? ""
        let upos = tags.count == 2 ? tags[0] : Self.upos(xpos, relation)
        guard symbol.hasPrefix("%") else {
            let form = String(symbol[..<slash])
            add(form, form.lowercased(), upos, xpos, relation, first)
            return first
        }
        let name = random.pick(names[String(symbol.dropFirst().prefix { $0 != "/" })] ?? [])
        for part in name.split(separator: " ") {
            for (number, piece) in part.split(separator: "-").enumerated() {
                if number > 0 { add("-", "-", "PUNCT", "HYPH", "punct", words.count + 1) }
                add(
                    String(piece), String(piece), upos, xpos, words.count == first ? relation : "flat", first)
            }
        }
        return first
    }

    /// The part of speech of a word with such a tag in such a place.
    private static func upos(_ xpos: String, _ relation: String) -> String {
        switch xpos {
        case "IN": relation == "mark" ? "SCONJ" : "ADP"
        case "TO": "PART"
        case "RP": "ADP"
        case "DT": "DET"
        case "CD": "NUM"
        case "JJ", "JJR", "JJS": "ADJ"
        case "RB", "RBR", "WRB": "ADV"
        case "NNP", "NNPS": "PROPN"
        case "NN", "NNS": "NOUN"
        case "PRP", "PRP$", "WDT", "WP": "PRON"
        case "CC": "CCONJ"
        case "MD": "AUX"
        case "POS": "PART"
        case "VBD", "VBZ", "VBP", "VBN", "VBG", "VB":
            ["aux", "aux:pass", "cop"].contains(relation) ? "AUX" : "VERB"
        default: "PUNCT"
        }
    }
}
