public import Language
public import Record

/// Finds places in a report and resolves them together.
public struct Placer: Sendable {
    let world: World
    let weights: ResolverWeights

    /// A placer over a gazetteer, which all placers may share.
    public init(world: World) { self.init(world: world, weights: ResolverWeights()) }

    /// A placer with other weights, to learn and compare them.
    package init(world: World, weights: ResolverWeights) { (self.world, self.weights) = (world, weights) }

    /// The places of an analysed text.
    public func place(_ sentences: [Sentence], in text: String, context: PlacingContext = PlacingContext())
        -> [PlaceMention]
    {
        let found = Finder(world: world).find(sentences)
        return resolve(found, sentences, text, context)
    }

    /// The places of a text for which there is no analysis: by the gazetteer alone.
    public func place(in text: String, context: PlacingContext = PlacingContext()) -> [PlaceMention] {
        place(PlainTokenizer.sentences(text), in: text, context: context)
    }

    /// Resolves spans (bytes of `text`) that someone else found; every span comes back, in the order given.
    public func resolve(spans: [TextRange], in text: String, context: PlacingContext = PlacingContext()) -> [Place] {
        let (found, sentences) = given(spans, in: text)
        return resolve(found, sentences, text, context).map(\.place)
    }

    /// Points of spans that someone else found, with the odds that they are right; nil where nothing is believed.
    package func points(of spans: [TextRange], in text: String)
        -> [(latitude: Double, longitude: Double, odds: Double)?]
    {
        let (found, sentences) = given(spans, in: text)
        let choices = Resolver(world: world, context: PlacingContext(), weights: weights).resolve(found, sentences)
        return choices.map { choice in
            choice.map { (world.row($0.index).latitude, world.row($0.index).longitude, $0.odds) }
        }
    }

    /// The spans of the places of an analysed text, before they are resolved: what finding alone gives.
    package func names(in sentences: [Sentence]) -> [TextRange] { Finder(world: world).find(sentences).map(\.range) }

    private func given(_ spans: [TextRange], in text: String) -> (found: [Found], sentences: [Sentence]) {
        let sentences = PlainTokenizer.sentences(text)
        var found: [Found] = []
        for (number, span) in spans.enumerated() {
            var item = Found(span: number, key: NameFolding.exact(Self.trimmed(span.text(in: text))))
            item.range = span
            if let sentence = sentences.lastIndex(where: { $0.range.start <= span.start }) {
                let tokens = sentences[sentence].tokens
                let first = tokens.firstIndex { $0.range.end > span.start } ?? max(0, tokens.count - 1)
                let end = tokens.firstIndex { $0.range.start >= span.end } ?? tokens.count
                (item.sentence, item.tokens) = (sentence, first..<max(first + 1, end))
                item.kind = Finder.kindAsked(tokens, item.tokens)
            }
            if let country = Demonyms.country(of: item.key) {
                item.candidates = Candidates(world: world).of(NameFolding.exact(country)).filter { $0.row.kind == 4 }
            }
            if item.candidates.isEmpty { item.candidates = Candidates(world: world).of(item.key) }
            if item.candidates.isEmpty, let shorter = Self.withoutKind(item.key) {
                item.candidates = Candidates(world: world).of(shorter)
            }
            found.append(item)
        }
        return (found, sentences)
    }

    private static func trimmed(_ name: String) -> String {
        for tail in ["'s", "’s"] where name.hasSuffix(tail) { return String(name.dropLast(tail.count)) }
        return name
    }

    /// "Kerala state" without its last word, "City of Raqqa" without its first.
    static func withoutKind(_ key: [UInt8]) -> [UInt8]? {
        var words = String(decoding: key, as: UTF8.self).split(separator: " ").map(String.init)
        guard words.count > 1 else { return nil }
        if let last = words.last, Words.kindWords[last] != nil || Words.parts.contains(last) {
            words.removeLast()
        } else if Words.directions[words[0]] != nil
            || ["northern", "southern", "eastern", "western", "central", "downtown", "greater", "the"].contains(
                words[0])
        {
            words.removeFirst()
        } else if words.count > 2, words[1] == "of", Words.kindWords[words[0]] != nil {
            words.removeFirst(2)
        } else {
            return nil
        }
        return Array(words.joined(separator: " ").utf8)
    }

    private func resolve(
        _ found: [Found], _ sentences: [Sentence], _ text: String, _ context: PlacingContext
    ) -> [PlaceMention] {
        let choices = Resolver(world: world, context: context, weights: weights).resolve(found, sentences)
        var mentions: [PlaceMention] = []
        mentions.reserveCapacity(found.count)
        for (item, choice) in zip(found, choices) {
            if choice == nil, !item.isSure { continue }
            let name = item.range.text(in: text)
            var place = Place(name: name, range: item.range)
            place.kind = item.kind.flatMap { Place.Kind(rawValue: $0) }
            if let choice {
                let row = world.place(choice.index)
                (place.resolved, place.id, place.kind) = (row.name, row.id, row.kind)
                (place.latitude, place.longitude) = (row.latitude, row.longitude)
                place.country = row.country.isEmpty ? nil : row.country
                place.admin1 = row.admin1.isEmpty ? nil : row.admin1
                place.admin2 = row.admin2.isEmpty ? nil : row.admin2
                place.confidence = weights.confidence(choice.odds)
            }
            if item.sentence < sentences.count {
                let tokens = sentences[item.sentence].tokens
                place.modifier = Modifiers.before(item.tokens, tokens, text, place)
                if place.modifier == nil, let choice, isBesideFacility(item, choice) {
                    place.modifier = Modifiers.facility(item.tokens, tokens, text)
                    if place.modifier != nil { place.scope = .part }
                }
                if item.isInBody || Finder.standsForGovernment(tokens, item.tokens, place) { place.metonymic = true }
            }
            mentions.append(PlaceMention(place: place, sentence: item.sentence, tokens: item.tokens))
        }
        Modifiers.joinBetween(&mentions, sentences)
        return mentions
    }

    /// True where the text names a facility or camp by the town that it lies at, and the gazetteer has only the town.
    private func isBesideFacility(_ item: Found, _ choice: Resolver.Choice) -> Bool {
        guard item.kind == "facility" || item.kind == "camp" else { return false }
        return [WorldFormat.settlement, WorldFormat.admin1, WorldFormat.admin2, WorldFormat.admin3].contains(
            world.row(choice.index).kind)
    }
}
