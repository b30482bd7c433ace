import Gazetteer
import Language
import Record

/// What "it", "the town", "the capital" and "the two towns" go back to.
extension Scene {
    /// The place that "it" and "them" mean.
    func pronounPlace(_ head: Int) -> Place? {
        let token = tokens[head]
        guard token.lemma == "it" || token.lemma == "them",
            ["obj", "nsubj", "obl", "nmod", "expl"].contains(token.relation.base)
        else { return nil }
        // "3 km from the field … took it": the nearer thing is meant, and it has no name here.
        let named = places.last { $0.tokens.upperBound <= head }?.tokens.upperBound ?? 0
        let things = tokens[min(named, head)..<head]
        if things.contains(where: { $0.upos == .noun && WordClasses.thingNouns.contains($0.lemma) }) { return nil }
        return places.last { $0.tokens.upperBound <= head && $0.place.kind != .country && isUsable($0) }?.place
            ?? lastPlace
    }

    /// "The town", "the province": the last of its sort that was named.
    func definitePlace(_ head: Int) -> Place? {
        let lemma = tokens[head].lemma
        let isTown = WordClasses.settlementNouns.contains(lemma)
        guard isTown || WordClasses.areaNouns.contains(lemma), tokens[head].xpos != "NNS",
            sentence.children(of: head).contains(where: {
                ["the", "this", "that", "its", "their"].contains(tokens[$0].lemma.lowercased())
            })
        else { return nil }
        let before = places.filter { $0.tokens.upperBound <= head && $0.place.kind != .country && isUsable($0) }
        let words = sentence.children(of: head).filter { $0 < head }.map { tokens[$0].form.lowercased() }
        if lemma == "capital", !words.contains("provincial"), !words.contains("regional") {
            // "Their Libyan capital, X".
            if head + 1 < tokens.count, tokens[head + 1].form == ",",
                let named = places.first(where: { $0.tokens.lowerBound == head + 2 && isUsable($0) })
            {
                return named.place
            }
            if before.isEmpty, let capital = earlier.capital { return nationalCapital(capital, words) }
        }
        let isArea = ["province", "governorate", "region", "district", "county"].contains(lemma)
        let fitting: (Place) -> Bool = { place in
            isTown
                ? place.kind == .settlement || place.kind == nil || place.kind == .camp
                : !isArea || place.kind != .settlement
        }
        // "The garrison town of X so stung Y that …; the recapture of the town": the one that was called a town.
        let called = before.last { fitting($0.place) && settlementNoun(of: $0) == lemma }
        if var near = (called ?? before.last { fitting($0.place) })?.place {
            near.range = nil
            return near
        }
        let town = isTown ? (lemma == "city" ? city : lastPlace) : before.last?.place ?? lastPlace
        // "The province" is the one named last where the town lies in it, else the town's own.
        var area = isArea && !words.contains("surrounding") ? earlier.area : nil
        if let known = area?.admin1, let own = town?.admin1, known != own { area = nil }
        guard var place = area ?? town, !isTown || place.kind != .admin1 else { return nil }
        if before.last?.place != place { place.range = nil }
        return place
    }

    /// The capital of the state that the report is about, where it was not speaking of another; that of "the Chechen
    /// capital" nobody told.
    private func nationalCapital(_ capital: String, _ words: [String]) -> Place? {
        guard let last = lastPlace, let code = last.country,
            let country = states.values.first(where: { $0.code == code })
        else { return Place(name: capital) }
        if country.metonyms.contains(capital) {
            let isOther = words.contains { word in
                demonyms[word] == nil && word.count > 4
                    && ["ian", "ese", "ish", "hen", "ani"].contains { word.hasSuffix($0) }
            }
            return isOther ? nil : Place(name: capital)
        }
        // A round-up: "SANAA - … rebels, who hold the capital".
        guard country.metonyms.contains(where: { $0.lowercased() == last.name.lowercased() || $0 == last.resolved })
        else {
            return nil
        }
        var place = last
        place.range = nil
        return place
    }

    /// "A rebel-held town": the one that the next sentences name.
    func laterPlace(_ head: Int) -> Place? {
        guard WordClasses.settlementNouns.contains(tokens[head].lemma), tokens[head].xpos != "NNS",
            sentence.children(of: head).contains(where: { ["a", "an"].contains(tokens[$0].form.lowercased()) }),
            var place = earlier.later[tokens[head].lemma]
        else { return nil }
        place.range = nil
        return place
    }

    /// The noun with which a settlement is named: "town" of "the town of X" and of "X town".
    func settlementNoun(of mention: PlaceMention) -> String? {
        let before = mention.tokens.lowerBound - 1
        if before >= 1, tokens[before].form == "of", WordClasses.settlementNouns.contains(tokens[before - 1].lemma) {
            return tokens[before - 1].lemma
        }
        let after = mention.tokens.upperBound
        guard after < tokens.count, WordClasses.settlementNouns.contains(tokens[after].lemma) else { return nil }
        return tokens[after].lemma
    }

    /// "Eleven villages" and "several towns" are a place of that name; "the two towns" are the two last named.
    func isCounted(_ head: Int) -> Bool {
        let token = tokens[head]
        guard token.xpos == "NNS",
            WordClasses.settlementNouns.contains(token.lemma) || WordClasses.areaNouns.contains(token.lemma)
        else { return false }
        return sentence.children(of: head).contains {
            tree.relation($0) == "nummod"
                || ["several", "many", "more", "both"].contains(tokens[$0].lemma.lowercased())
        } && innerPlaces(head).isEmpty
    }

    func countedPlaces(_ head: Int) -> [Place] {
        let words = sentence.children(of: head).filter { $0 < head }.map { tokens[$0].form.lowercased() }
        let here = places.filter { $0.tokens.upperBound <= head && $0.place.kind == .settlement && isUsable($0) }
        let known = here.isEmpty ? earlier.settlements : here.map(\.place)
        if !Set(words).isDisjoint(with: ["the", "these", "both"]),
            let count = words.contains("both")
                ? 2 : words.lazy.compactMap({ NumberWords.value($0) }).first.map({ Int($0) }),
            count == known.count
        {
            return known
        }
        // "Two areas southeast of the town": parts of it.
        let within = sentence.span(of: head)
        for at in within where at > head && at - head < 8 && ["of", "in"].contains(where: { tree.hasCase(at, $0) }) {
            guard var place = mention(at: at)?.place ?? definitePlace(at), place.kind != .country else { continue }
            place.scope = .part
            return [place]
        }
        let phrase = tree.nounPhrase(head)
        return [Place(name: sentence.text(of: phrase, in: text), range: sentence.textRange(phrase))]
    }
}
