import Foundation
import Language

/// Chooses among the candidates of all names of a report together.
///
/// A score counts powers of ten: what a name means without context (``Candidates/prior(_:)``), the kind that the words
/// around it ask for, what it is said to lie in, how much its country is spoken of, and what lies near. A place far from
/// all that the report surely speaks of is not believed: unresolved is better than on another continent.
struct Resolver {
    let world: World
    let context: PlacingContext
    let weights: ResolverWeights

    struct Choice {
        let index: Int
        /// Logarithm of the odds that it is right, before the curve of ``ResolverWeights``.
        let odds: Double
    }

    /// One name of the report, with what the text says about it anywhere.
    struct Name {
        var candidates: [Candidate]
        var scores: [Double]
        /// What containment ("X, Syria") gave to each candidate.
        var gained: [Double] = []
        var kind: String?
        var count = 0
        /// Names right after a comma ("X, Syria").
        var inside: [[UInt8]] = []

        /// Index of the likeliest candidate.
        var top: Int? { scores.indices.max { scores[$0] < scores[$1] } }
        var best: Candidate? { top.map { candidates[$0] } }
    }

    /// For each name its place and how sure that is, or nil where nothing is believed.
    func resolve(_ found: [Found], _ sentences: [Sentence]) -> [Choice?] {
        var (order, names) = gather(found, sentences)
        if context.ranking == .population {
            let largest = names.mapValues { name in
                name.candidates.min { ($0.match, $1.row.population) < ($1.match, $0.row.population) }
            }
            return found.map { largest[$0.sense]?.map { Choice(index: $0.index, odds: 0) } }
        }
        for key in order {
            guard var name = names[key] else { continue }
            askKind(&name)
            contain(&name, names)
            names[key] = name
        }
        let settled = names
        let spoken = spokenOf(sentences)
        for _ in 0..<2 {
            let evidence = Evidence(order, names, spoken)
            for key in order { names[key]?.scores = weigh(settled[key], evidence) }
        }
        let evidence = Evidence(order, names, spoken)
        let choices = names.mapValues { choose($0, evidence) }
        return found.map { choices[$0.sense] ?? nil }
    }

    private func gather(_ found: [Found], _ sentences: [Sentence]) -> (order: [[UInt8]], names: [[UInt8]: Name]) {
        var order: [[UInt8]] = []
        var names: [[UInt8]: Name] = [:]
        for (position, item) in found.enumerated() {
            if names[item.sense] == nil { order.append(item.sense) }
            var name =
                names[item.sense]
                ?? Name(candidates: item.candidates, scores: item.candidates.map { $0.prior * weights.prior })
            name.count += 1
            name.kind = name.kind ?? item.kind
            if position + 1 < found.count, found[position + 1].sentence == item.sentence,
                isContained(item, found[position + 1], sentences)
            {
                name.inside.append(found[position + 1].sense)
            }
            names[item.sense] = name
        }
        return (order, names)
    }

    /// "X, Syria", "X (Syria)", "X in southern Syria".
    private func isContained(_ a: Found, _ b: Found, _ sentences: [Sentence]) -> Bool {
        guard a.sentence < sentences.count else { return false }
        let tokens = sentences[a.sentence].tokens
        let gap = a.tokens.upperBound..<max(a.tokens.upperBound, b.tokens.lowerBound)
        guard gap.upperBound <= tokens.count, gap.count <= 5 else { return false }
        let words = gap.map { tokens[$0].form.lowercased() }
        if words == [","] || words == ["("] { return true }
        let kinds = words.filter { Words.directions[$0] == nil }
        return kinds == ["in"] || kinds == [",", "in"] || (kinds.first == "in" && kinds.count <= 3)
            || (kinds.first == "," && kinds.count <= 3 && kinds.contains("in"))
    }

    // MARK: - What a report speaks of

    /// Countries that adjectives, the publisher and the dateline speak of, with their weight.
    private func spokenOf(_ sentences: [Sentence]) -> [UInt16: Double] {
        var counts: [String: Double] = [:]
        for sentence in sentences {
            for token in sentence.tokens where Finder.capital(token) {
                if let country = Demonyms.country(of: NameFolding.exact(token.form)) {
                    counts[country, default: 0] += 1
                }
            }
        }
        var result: [UInt16: Double] = [:]
        let lookup = Candidates(world: world, limit: 8)
        for (country, count) in counts {
            guard let place = lookup.of(NameFolding.exact(country)).first(where: { $0.row.kind == WorldFormat.country })
            else { continue }
            result[place.row.country, default: 0] += min(3, count) * 0.7
        }
        for (code, count) in context.homes { result[World.packed(code), default: 0] += min(3, count) * 0.4 }
        if let home = context.publisherCountry { result[World.packed(home), default: 0] += 0.7 }
        if let dateline = context.dateline, let place = lookup.of(NameFolding.exact(dateline)).first {
            result[place.row.country, default: 0] += 2
        }
        return result
    }

    /// What the names of a report, as resolved so far, say about one another.
    struct Evidence {
        var anchors: [Candidate] = []
        /// Anchors that hardly mean anything else: large, or said to lie where they lie.
        var certain: [Candidate] = []
        /// How much each country is spoken of.
        var countries: [UInt16: Double] = [:]
        /// Countries of adjectives, publisher and dateline alone.
        let spoken: [UInt16: Double]
        var total: Double { max(1, countries.values.reduce(0, +)) }

        init(_ order: [[UInt8]], _ names: [[UInt8]: Name], _ spoken: [UInt16: Double]) {
            self.spoken = spoken
            countries = spoken
            for key in order {
                guard let name = names[key], let top = name.top else { continue }
                let place = name.candidates[top]
                anchors.append(place)
                if place.row.country != 0 { countries[place.row.country, default: 0] += Self.weight(name, place) }
                let said = name.gained.indices.contains(top) && name.gained[top] > 0
                if place.exact, place.prior >= 5 || said { certain.append(place) }
            }
        }

        /// What a name adds to its country.
        static func weight(_ name: Name, _ place: Candidate) -> Double {
            min(4, Double(name.count)) * (place.row.kind == WorldFormat.country ? 1 : 0.7)
        }
    }
}
