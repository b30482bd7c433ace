/// The names of the lexicon as a tree of word pieces, for finding the longest that begins at a word.
struct PhraseTree: Sendable {
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

    private var steps: [Step: Int32] = [:]
    private var ends: [Int32: [Phrase]] = [:]
    private var roots = [Bool](repeating: false, count: 1 << 14)
    private var nodes: Int32 = 1

    /// The names of parties and of countries, each by its number.
    init(_ entries: [ActorEntry], _ countries: [Country]) {
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
        let phrase = Phrase(meaning: meaning, acronym: ActorLexicon.isAcronym(alias))
        if ends[node]?.contains(where: { $0.meaning == meaning }) != true { ends[node, default: []].append(phrase) }
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
