import Foundation
import Language
import Record

/// What the files of the actors' lexicon say, line by line, before the look-up tables are made of it.
struct ActorFiles {
    /// In the files' order.
    private(set) var entries: [ActorEntry] = []
    private(set) var countries: [Country] = []
    private(set) var index: [String: Int] = [:]
    private(set) var countryIndex: [String: Int] = [:]
    private(set) var nouns: [String: NounClass] = [:]
    private(set) var sides: [String: SideClass] = [:]

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
            if entries[index].kind == .stateForce, let side, side.hasSuffix("_military"),
                let country = countryIndex[side.prefix(2).uppercased()].map({ countries[$0] })
            {
                entries[index].arm = "military of \(country.name)"
            }
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
}
