import Foundation
import Language
import Record

/// The look-up tables of the parties: names, country forms and common nouns, in one tree of word pieces.
public struct ActorLexicon: Sendable {
    /// In the files' order.
    public private(set) var entries: [ActorEntry] = []
    /// In the files' order.
    public private(set) var countries: [Country] = []
    /// Capitals and seats that stand for a state.
    var capitals: Set<String> = []
    var index: [String: Int] = [:]
    var countryIndex: [String: Int] = [:]
    var nouns: [String: NounClass] = [:]
    var sides: [String: SideClass] = [:]
    /// The states by their adjectives, in lower case.
    private(set) var demonyms: [String: Country] = [:]
    /// The states by their names, in lower case.
    private(set) var states: [String: Country] = [:]
    /// Names and adjectives of the states, in lower case.
    private(set) var nations: Set<String> = []
    /// Entries that are called a coalition, in the files' order.
    private(set) var coalitions: [ActorEntry] = []
    private var nounTable = WordTable<NounClass>([:])
    private var steps: [Step: Int32] = [:]
    private var ends: [Int32: [Phrase]] = [:]
    private var roots = [Bool](repeating: false, count: 1 << 14)
    private var nodes: Int32 = 1

    /// What a phrase of the tree stands for.
    enum Meaning: Sendable, Equatable {
        case entry(Int)
        case country(Int, Form)
    }

    /// Which of a country's forms a phrase is.
    enum Form: Sendable { case name, demonym, people, metonym, ruler }

    struct Phrase: Sendable, Equatable {
        var meaning: Meaning
        /// Written without small letters, and therefore found only in capitals.
        var acronym: Bool
    }

    private struct Step: Hashable {
        var node: Int32
        var piece: UInt64
        static func == (a: Step, b: Step) -> Bool { a.node == b.node && a.piece == b.piece }
        func hash(into hasher: inout Hasher) {
            hasher.combine(piece &+ UInt64(UInt32(bitPattern: node)) &* 0x9E37_79B9)
        }
    }

    /// The entry of an id.
    public func entry(_ id: String) -> ActorEntry? { index[id].map { entries[$0] } }

    /// The country of an ISO code.
    public func country(_ code: String) -> Country? { countryIndex[code].map { countries[$0] } }

    /// What class of common noun a word is, by its small-letter lemma or form.
    public func noun(_ word: String) -> NounClass? {
        nounTable[SpellingKey.isKey(word) ? word : SpellingKey.key(for: word)]
    }

    /// As ``noun(_:)``, for a word in whatever case.
    func noun(anyCase word: String) -> NounClass? {
        SpellingKey.isKey(word) ? nounTable[word] : nounTable[SpellingKey.key(for: word.lowercased())]
    }

    /// Reads `*.yaml` of a folder; entries of `overlay` with the same id replace.
    init(folder: String, overlay: String?) throws {
        guard FileManager.default.fileExists(atPath: folder) else {
            throw LexiconError(
                file: folder, message: "the folder of the actors' lexicon is missing; reinstall, or set DATELINE_DATA")
        }
        var files = LexiconFolder.files(under: folder)
        if let overlay { files += LexiconFolder.files(under: overlay) }
        for file in files {
            guard let data = FileManager.default.contents(atPath: file) else {
                throw LexiconError(file: file, message: "cannot be read; check its permissions")
            }
            for line in try FlowLines.read(data, file: file) { try take(line, file: file) }
        }
        findSides()
        buildTree()
        nounTable = WordTable(nouns)
        coalitions = entries.filter { $0.kind == .coalition && $0.name.contains("coalition") }
        for country in countries {
            for adjective in country.demonyms { demonyms[adjective.lowercased()] = country }
            states[country.name.lowercased()] = country
            for word in [country.name] + country.demonyms { nations.insert(word.lowercased()) }
        }
    }

    /// Climbs from each entry to the outermost party that it is part of or speaks for.
    private mutating func findSides() {
        for index in entries.indices {
            var side = entries[index].parent ?? entries[index].speaksFor
            var steps = 0
            while let id = side, let next = self.index[id].flatMap({ entries[$0].parent }), steps < 8 {
                side = next
                steps += 1
            }
            entries[index].side = side
        }
    }

    private mutating func take(_ line: FlowLines.Entry, file: String) throws {
        func fail(_ message: String) -> LexiconError { LexiconError(file: file, line: line.line, message: message) }
        if let code = line.text("code") {
            guard let name = line.text("name") else { throw fail("a country needs a name") }
            let country = Country(
                code: code, name: name, names: line.list("names"), demonyms: line.list("demonyms"),
                people: line.list("people"), metonyms: line.list("metonyms"), rulers: line.list("rulers"))
            if let old = countryIndex[code] {
                countries[old] = country
            } else {
                countryIndex[code] = countries.count
                countries.append(country)
            }
            return
        }
        guard let id = line.text("id") else { throw fail("expected 'id' (a party) or 'code' (a country)") }
        let kindText = line.text("kind")
        let kind = kindText.flatMap { Actor.Kind(rawValue: $0) }
        if let kindText, kind == nil {
            let all = Actor.Kind.allCases.map(\.rawValue).joined(separator: ", ")
            throw fail("'\(kindText)' is no kind of party; use one of \(all)")
        }
        let branch = line.text("branch").flatMap { StateBranch(rawValue: $0) }
        let source = line.text("source").flatMap { Attribution.Kind(rawValue: $0) }
        if line.values["source"] != nil, source == nil {
            let all = Attribution.Kind.allCases.map(\.rawValue).joined(separator: ", ")
            throw fail("'\(line.text("source") ?? "")' is no kind of source; use one of \(all)")
        }
        if let role = line.text("role") {
            guard let role = NounClass.Role(rawValue: role) else {
                throw fail("'\(role)' is no role; use force, member, group, person or people")
            }
            let found = NounClass(id: id, role: role, kind: kind ?? .unknown, branch: branch, sourceKind: source)
            for word in line.list("nouns") { nouns[SpellingKey.key(for: word)] = found }
            return
        }
        if line.values["modifiers"] != nil {
            for word in line.list("modifiers") { sides[word] = SideClass(id: id, kind: kind, branch: branch) }
            return
        }
        guard let name = line.text("name"), let kind else { throw fail("'\(id)' needs a name and a kind") }
        func year(_ key: String) throws -> Int? {
            guard let text = line.text(key) else { return nil }
            guard let year = Int(text) else { throw fail("'\(key)' of '\(id)' must be a year, found '\(text)'") }
            return year
        }
        let entry = ActorEntry(
            id: id, name: name, aliases: line.list("aliases"), kind: kind, countries: line.list("countries"),
            parent: line.text("parent"), from: try year("from"), until: try year("until"),
            speaksFor: line.text("speaks_for"), sourceKind: source)
        if let old = index[id] {
            entries[old] = entry
        } else {
            index[id] = entries.count
            entries.append(entry)
        }
    }

    // MARK: - The tree

    private mutating func buildTree() {
        steps.reserveCapacity(entries.count * 6)
        ends.reserveCapacity(entries.count * 3)
        for (number, entry) in entries.enumerated() {
            for alias in [entry.name] + entry.aliases { add(alias, .entry(number)) }
        }
        for (number, country) in countries.enumerated() {
            for name in [country.name] + country.names { add(name, .country(number, .name)) }
            for name in country.demonyms { add(name, .country(number, .demonym)) }
            for name in country.people { add(name, .country(number, .people)) }
            for name in country.metonyms { add(name, .country(number, .metonym)) }
            capitals.formUnion(country.metonyms)
            for name in country.rulers { add(name, .country(number, .ruler)) }
        }
    }

    private mutating func add(_ alias: String, _ meaning: Meaning) {
        let pieces = WordPieces.ofAlias(alias)
        guard !pieces.isEmpty else { return }
        roots[Self.sieve(pieces[0])] = true
        var node: Int32 = 0
        for piece in pieces {
            let step = Step(node: node, piece: piece)
            if let next = steps[step] {
                node = next
            } else {
                steps[step] = nodes
                node = nodes
                nodes += 1
            }
        }
        let phrase = Phrase(meaning: meaning, acronym: Self.isAcronym(alias))
        if ends[node]?.contains(where: { $0.meaning == meaning }) != true { ends[node, default: []].append(phrase) }
    }

    /// True for names written without small letters ("FARC", "YPG", "M23").
    static func isAcronym(_ alias: String) -> Bool {
        !alias.utf8.contains { $0 == 0x20 || (97...122).contains($0) }
    }

    /// Where pieces are marked with which a phrase begins: most words of a text have no mark there.
    private static func sieve(_ piece: UInt64) -> Int { Int(truncatingIfNeeded: piece &>> 20) & 0x3FFF }

    /// The phrases that begin at a piece, longest first, as (end piece, phrases).
    func matches(_ pieces: [UInt64], at start: Int) -> [(end: Int, phrases: [Phrase])] {
        guard roots[Self.sieve(pieces[start])], var node = steps[Step(node: 0, piece: pieces[start])] else { return [] }
        var found: [(end: Int, phrases: [Phrase])] = []
        var at = start + 1
        if let phrases = ends[node] { found.append((at, phrases)) }
        while at < pieces.count, pieces[at] != WordPieces.barrier,
            let next = steps[Step(node: node, piece: pieces[at])]
        {
            node = next
            at += 1
            if let phrases = ends[node] { found.append((at, phrases)) }
        }
        return found.reversed()
    }
}
