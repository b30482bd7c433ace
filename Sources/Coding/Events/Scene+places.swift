import Gazetteer
import Language
import Record

/// Which place a noun phrase means: a name, "the town of X", "most of X", "the town" named before, "it".
extension Scene {
    /// The place mention that a token heads or stands in.
    func mention(at token: Int) -> PlaceMention? { places.first { $0.tokens.contains(token) } }

    func isPlace(_ head: Int) -> Bool { place(at: head) != nil }

    /// The place that a noun phrase names; the first where it names several.
    func place(at head: Int) -> Place? { placesNamed(at: head).first }

    /// The places that a noun phrase names: the name itself, the names of its "of" phrase, apposition or compound,
    /// "the town" as the last one named.
    func placesNamed(at head: Int) -> [Place] {
        if let mention = mention(at: head) {
            if let inner = nameInCountry(mention) { return [inner.place] }
            if mention.place.metonymic == true, isInState(head) { return [mention.place] }
            guard isUsable(mention) || tokens[head].relation.base == "obj" else { return [] }
            return mention.place.metonymic == true && tokens[head].relation.base == "nsubj" ? [] : [mention.place]
        }
        let token = tokens[head]
        if token.upos == .pron { return pronounPlace(head).map { [$0] } ?? [] }
        // "It is the largest to be recaptured": what the subject names.
        if token.upos == .adj, let subject = sentence.child(of: head, "nsubj", "expl"), subject != head {
            return placesNamed(at: subject)
        }
        if isCounted(head) { return countedPlaces(head) }
        // "Rebels had held the place since 2014".
        if token.lemma == "place", tree.relation(head) == "obj" || tree.full(head) == "nsubj:pass",
            sentence.child(of: head, "nmod", "amod") == nil,
            sentence.children(of: head).contains(where: { tokens[$0].form.says("the") }), var place = lastPlace
        {
            place.range = nil
            return [place]
        }
        guard isPart(head) || WordClasses.placeNouns.contains(token.lemma) else { return [] }
        let inner = innerPlaces(head)
        if !inner.isEmpty { return inner }
        guard token.upos == .noun, WordClasses.placeNouns.contains(token.lemma) else { return [] }
        if let possessive = sentence.child(of: head, "nmod:poss"), let mention = mention(at: possessive), !isPart(head)
        {
            // "Chechnya's second city, Gudermes".
            if WordClasses.settlementNouns.contains(token.lemma), head + 2 < tokens.count, tokens[head + 1].form == ",",
                let named = self.mention(at: head + 2), named.place.kind != .country, isUsable(named)
            {
                return [named.place]
            }
            // "Sudan's second-largest city" is the town told before.
            if mention.place.kind == .country, WordClasses.settlementNouns.contains(token.lemma) {
                return lastPlace.map { [$0] } ?? []
            }
            return [mention.place]
        }
        // "X, a border town held by Y": the town is X.
        if tree.relation(head) == "appos", let named = nameBefore(head), isUsable(named), named.place.kind != .country {
            return [named.place]
        }
        let around = placesAround(head)
        if !around.isEmpty { return around }
        // "The area of the cemetery" is not the town told before.
        if let inner = tree.phrase(head, "of"), tokens[inner].upos == .noun { return facility(head).map { [$0] } ?? [] }
        return (definitePlace(head) ?? laterPlace(head) ?? facility(head)).map { [$0] } ?? []
    }

    /// True for a noun that says "some part of" the place in its phrase.
    private func isPart(_ head: Int) -> Bool {
        let token = tokens[head]
        return WordClasses.partNouns.contains(token.lemma) || token.upos == .num || token.lemma == "percent"
            || token.lemma == "cent" && head > 0 && tokens[head - 1].form == "per"
    }

    /// True for what is left of a place: who takes "the last districts" has the whole.
    func isRemainder(_ head: Int) -> Bool {
        let lemma = tokens[head].lemma.lowercased()
        if ["rest", "remainder", "remnant"].contains(lemma) { return true }
        // "All of the rebel-held parts of X", "all areas".
        if lemma == "all", let parts = sentence.child(of: head, "nmod") { return isPlural(parts) }
        return sentence.children(of: head).contains {
            guard $0 < head else { return false }
            let form = tokens[$0].form.lowercased()
            return ["last", "remaining", "final"].contains(form) || form == "all" && isPlural(head)
        }
    }

    private func isPlural(_ noun: Int) -> Bool {
        WordClasses.partNouns.contains(tokens[noun].lemma.lowercased()) && tokens[noun].xpos == "NNS"
    }

    /// The list that a town stands in: "in X, Y and Z", also where a dirty page has lost its commas; the town alone where
    /// none ends with "and".
    func list(with mention: PlaceMention) -> [PlaceMention] {
        let kinds: Set<Place.Kind?> = [.settlement, .camp, nil]
        guard kinds.contains(mention.place.kind),
            let at = places.firstIndex(where: { $0.tokens == mention.tokens })
        else { return [mention] }
        func link(_ a: PlaceMention, _ b: PlaceMention) -> String? {
            guard kinds.contains(a.place.kind), kinds.contains(b.place.kind), a.tokens.upperBound <= b.tokens.lowerBound
            else { return nil }
            let between = tokens[a.tokens.upperBound..<b.tokens.lowerBound].map(\.form)
            return ["", ",", "and", ", and", "and in", "and of"].first { $0 == between.joined(separator: " ") }
        }
        var (low, high) = (at, at)
        while low > 0, link(places[low - 1], places[low]) != nil { low -= 1 }
        while high + 1 < places.count, link(places[high], places[high + 1]) != nil { high += 1 }
        // The list goes on to the last "and".
        while high > low, link(places[high - 1], places[high])?.contains("and") != true { high -= 1 }
        return high >= at && high > low ? Array(places[low...high]) : [mention]
    }

    // MARK: Names inside the phrase

    /// The names that a place noun carries: "of X and Y", "X city", "the city, X".
    func innerPlaces(_ head: Int) -> [Place] {
        let part = isPart(head)
        for child in sentence.children(of: head) {
            guard tree.relation(child) == "nmod" || part && tree.relation(child) == "obl",
                tree.full(child) != "nmod:poss",
                part || tree.hasCase(child, "of") || isRest(head) && tree.hasCase(child, "in")
            else { continue }
            var found = tree.spread(child).flatMap { innerPlaces(inside: $0) }
            // "The area of X east of Y": the name right after the preposition.
            let next = sentence.span(of: child).lowerBound + 1
            if found.isEmpty, next < child, let mention = mention(at: next), isUsable(mention) {
                found = [mention.place]
            }
            guard !found.isEmpty else { continue }
            guard part, tokens[head].lemma != "all" || tokens[head].upos == .num else { return found }
            return found.map { place in
                var place = place
                let isWhole = ["whole", "entirety"].contains(tokens[head].lemma)
                (place.scope, place.share) = (isWhole ? .whole : .part, share(head))
                return place
            }
        }
        // "The freed villages are X and Y".
        if tokens[head].relation.base == "nsubj", tokens[head].head >= 0, mention(at: tokens[head].head) != nil,
            sentence.child(of: tokens[head].head, "cop") != nil
        {
            return tree.spread(tokens[head].head).flatMap { innerPlaces(inside: $0) }
        }
        for child in sentence.children(of: head)
        where ["compound", "appos", "flat", "nmod", "amod"].contains(tree.relation(child)) {
            if tree.relation(child) == "nmod", tree.full(child) != "nmod:poss" { continue }
            if let mention = mention(at: child), mention.place.kind != .country, isUsable(mention) {
                return [mention.place]
            }
        }
        return []
    }

    /// "The last pocket in X", "its holdouts in X".
    private func isRest(_ head: Int) -> Bool {
        ["pocket", "holdout", "remnant", "foothold", "enclave", "redoubt", "neighbourhood", "neighborhood", "district"]
            .contains(tokens[head].lemma)
    }

    func innerPlaces(inside token: Int) -> [Place] {
        if let mention = mention(at: token) {
            return isUsable(mention) ? [mention.place] : []
        }
        if tokens[token].lemma == "it" { return lastPlace.map { [$0] } ?? [] }
        guard WordClasses.placeNouns.contains(tokens[token].lemma) || isPart(token) else { return [] }
        return placesNamed(at: token)
    }

    private static let grounds: Set<String> = [
        "territory", "ground", "land", "area", "district", "neighbourhood", "neighborhood", "village", "pocket",
        "quarter",
        "suburb", "stretch", "part",
        // Buildings, which are taken like ground.
        "palace", "parliament", "ministry", "building", "citadel", "fortress", "courthouse", "university", "stadium",
        "monastery", "cathedral", "mosque", "church", "embassy", "barracks", "headquarters", "hospital", "school",
        "factory", "prison", "station", "compound", "complex", "square", "camp", "post", "base", "outpost",
        "refinery", "crossing", "airport", "airbase", "airfield", "dam", "port", "oilfield", "gasfield", "terminal",
        "hotel", "mine", "plant", "depot", "silo",
        "garrison",
    ]

    /// "Territory that the group holds in X", "districts under its control in the west of X": a part of X.
    private func placesAround(_ head: Int) -> [Place] {
        guard Self.grounds.contains(tokens[head].lemma) else { return [] }
        var under = [head] + sentence.children(of: head).filter { ["acl", "advcl"].contains(tree.relation($0)) }
        // "The headquarters of the division in X".
        under += tree.phrases(head, "of").filter { mention(at: $0) == nil }
        let verb = tokens[head].head
        if verb >= 0, tokens[verb].upos == .verb, ["obj", "nsubj"].contains(tokens[head].relation.base) {
            under.append(verb)
        }
        if under.count == 1, verb >= 0, tokens[head].relation.base == "obl" {
            // The clause that follows, hung on the verb above.
            under += sentence.children(of: verb).filter {
                tree.relation($0) == "advcl" && $0 > head && sentence.child(of: $0, "obj") == nil
            }
        }
        for word in under {
            for phrase in ["in", "inside", "across", "around", "at"].flatMap({ tree.phrases(word, $0) })
            where phrase > head {
                let found = placesNamed(at: phrase).filter { $0.kind != .country }
                guard !found.isEmpty else { continue }
                return found.map { place in
                    var place = place
                    place.scope = .part
                    return place
                }
            }
        }
        return []
    }

    /// "Syria's northern Idlib", "Iraq's Anbar": the name right after that of its country.
    func nameInCountry(_ country: PlaceMention) -> PlaceMention? {
        guard country.place.kind == .country,
            let next = places.first(where: { $0.tokens.lowerBound >= country.tokens.upperBound }),
            next.place.kind != .country, isUsable(next)
        else { return nil }
        let between = tokens[country.tokens.upperBound..<next.tokens.lowerBound]
        let isOwner = tokens[country.tokens.upperBound - 1].form.hasSuffix("s") || between.first?.xpos == "POS"
        return isOwner && between.count <= 3 && between.allSatisfy { $0.upos == .adj || $0.xpos == "POS" } ? next : nil
    }

    /// The name that an apposition stands beside: the one that it hangs on, or the one right before its comma.
    private func nameBefore(_ head: Int) -> PlaceMention? {
        if tokens[head].head >= 0, tokens[head].head < head, let named = mention(at: tokens[head].head) { return named }
        let start = tree.nounPhrase(head).lowerBound - 1
        guard start > 1, ["a", "an"].contains(tokens[start].form), tokens[start - 1].form == "," else { return nil }
        return places.first { $0.tokens.upperBound == start - 1 }
    }

    private func facility(_ head: Int) -> Place? {
        let lemma = tokens[head].lemma
        guard WordClasses.facilityNouns.contains(lemma) else { return nil }
        let phrase = tree.nounPhrase(head)
        guard phrase.count > 1 || ["airport", "airbase"].contains(lemma) else { return nil }
        return Place(name: sentence.text(of: phrase, in: text), range: sentence.textRange(phrase))
    }

    private func share(_ head: Int) -> Double? {
        let low = max(0, head - 2)
        for at in low...head {
            let word = tokens[at].form.hasSuffix("%") ? String(tokens[at].form.dropLast()) : tokens[at].form
            if let value = NumberWords.value(word), value <= 100,
                head == at || ["percent", "%", "cent"].contains(tokens[head].lemma)
            {
                return value
            }
        }
        return ["half": 50, "third": 33, "quarter": 25][tokens[head].lemma]
    }

    // MARK: What is no place of an act

    /// True for the subject of a passive or of "is", of which a state is told and no act ("X is in rebel hands").
    private func isInState(_ head: Int) -> Bool {
        guard tokens[head].relation.base == "nsubj", tokens[head].head >= 0 else { return false }
        return tokens[head].relation.rawValue == "nsubj:pass"
            || sentence.child(of: tokens[head].head, "cop") != nil && tokens[tokens[head].head].upos != .verb
    }

    /// False for a place inside a compound adjective or a party's name ("Britain-based", "US-led").
    func isUsable(_ mention: PlaceMention) -> Bool {
        if mention.place.metonymic == true || isDate(mention.tokens.lowerBound) { return false }
        let after = mention.tokens.upperBound
        if after + 1 < tokens.count, tokens[after].form == "-", !tokens[after].spaceBefore,
            tokens[after + 1].form.first?.isLowercase == true
        {
            return false
        }
        if let party = party(at: mention.tokens.upperBound - 1), !party.isPlaceName, !party.isCoreferent {
            // "The X heights", which nobody but the tagger calls a body.
            if party.actor.id == nil, after < tokens.count, UnknownPlaces.isLand(tokens[after]) { return true }
            // "The town of Baghdadi" is no man.
            return party.actor.kind == .person && settlementNoun(of: mention) != nil
        }
        return true
    }
}
