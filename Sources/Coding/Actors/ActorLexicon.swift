import Language
import Record

/// The look-up tables of the parties: names, country forms and common nouns.
///
/// A class, because every sentence of every report works with the one copy.
public final class ActorLexicon: Sendable {
    typealias Meaning = PhraseTree.Meaning
    typealias Phrase = PhraseTree.Phrase

    /// In the files' order.
    public let entries: [ActorEntry]
    /// In the files' order.
    public let countries: [Country]
    /// Capitals and seats that stand for a state.
    let capitals: Set<String>
    let index: [String: Int]
    let countryIndex: [String: Int]
    let nouns: [String: NounClass]
    let sides: [String: SideClass]
    /// The states by their adjectives, in lower case.
    let demonyms: [String: Country]
    /// The states by their names, in lower case.
    let states: [String: Country]
    /// Names and adjectives of the states, in lower case.
    let nations: Set<String>
    /// Entries that are called a coalition, in the files' order.
    let coalitions: [ActorEntry]
    private let nounTable: WordTable<NounClass>
    private let tree: PhraseTree

    /// Reads `*.yaml` of a folder; entries of `overlay` with the same id replace.
    init(folder: String, overlay: String?) throws {
        let files = try ActorFiles(folder: folder, overlay: overlay)
        (entries, countries, index, countryIndex) = (files.entries, files.countries, files.index, files.countryIndex)
        (nouns, sides) = (files.nouns, files.sides)
        nounTable = WordTable(files.nouns)
        tree = PhraseTree(files.entries, files.countries)
        capitals = Set(files.countries.flatMap(\.metonyms))
        coalitions = files.entries.filter { $0.kind == .coalition && $0.name.contains("coalition") }
        func byWord(_ words: (Country) -> [String]) -> [String: Country] {
            var table: [String: Country] = [:]
            for country in files.countries {
                for word in words(country) { table[word.lowercased()] = country }
            }
            return table
        }
        demonyms = byWord(\.demonyms)
        states = byWord { [$0.name] }
        nations = Set(demonyms.keys).union(states.keys)
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

    /// True for names written without small letters ("FARC", "YPG", "M23").
    static func isAcronym(_ alias: String) -> Bool {
        !alias.utf8.contains { $0 == 0x20 || (97...122).contains($0) }
    }

    /// The phrases that begin at a piece, longest first, as (end piece, phrases).
    func matches(_ pieces: [UInt64], at start: Int) -> [(end: Int, phrases: [Phrase])] {
        tree.matches(pieces, at: start)
    }
}
