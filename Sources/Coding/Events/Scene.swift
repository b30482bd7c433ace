import Gazetteer
import Language
import Record

/// One sentence of a report with all that is known of it: tree, places, parties.
struct Scene {
    let index: Int
    let tree: Tree
    /// Place mentions of the sentence.
    let places: [PlaceMention]
    let actors: ActorMap
    let text: String
    /// The last settlement named before this sentence, which "the town" means.
    let lastPlace: Place?
    /// Date of the caption that the sentence stands in, else of the report.
    let today: PartialDate?
    let inCaption: Bool
    let times: [TimeReader.Found]
    var isHeadline = false
    /// True in a note of a few sentences, where each noun tells news.
    var isShort = false
    /// True where the report speaks of aircraft: its raids and strikes come from the air.
    var fromTheAir = false
    /// The states by their adjectives, in lower case.
    var demonyms: [String: Country] = [:]

    var tokens: [Token] { tree.tokens }
    var sentence: Sentence { tree.sentence }

    // MARK: Parties

    /// The party that a token heads, if any; a bare country name counts.
    func party(at head: Int) -> ActorMention? { actors.mention(at: head, in: index) }

    /// The party at a head, else one that its modifiers name ("Iraqi forces", "Syrian-Russian strikes").
    func anyParty(at head: Int) -> ActorMention? {
        if let found = party(at: head) { return found }
        return modifierParty(of: head)
    }

    /// A party named by a compound, adjective or possessive of a noun.
    func modifierParty(of noun: Int) -> ActorMention? {
        for child in sentence.children(of: noun)
        where ["compound", "amod", "nmod", "flat"].contains(tree.relation(child)) {
            if tree.relation(child) == "nmod", tree.full(child) != "nmod:poss" { continue }
            if let found = party(at: child) { return found }
        }
        return nil
    }

    /// "Russian air strikes": the state that an adjective before a noun of force names.
    func state(at token: Int) -> ActorMention? {
        guard tokens[token].form.first?.isUppercase == true, let country = demonyms[tokens[token].form.lowercased()]
        else { return nil }
        let actor = PhraseBuilder.actor(of: country, .military, kind: .stateForce, name: tokens[token].form)
        return ActorMention(sentence: index, tokens: token..<token + 1, head: token, actor: actor, certainty: 0.7)
    }

    /// The settlement that the sentence is about, which "the town" and "it" of the next one mean.
    var topic: PlaceMention? {
        let towns = places.filter { $0.place.kind == .settlement && isUsable($0) }
        return towns.first { isSubject($0) } ?? towns.first { !isLandmark($0) } ?? towns.first
    }

    /// True for a place that only says where another lies ("near X", "from X").
    private func isLandmark(_ mention: PlaceMention) -> Bool {
        let at = mention.tokens.first { !mention.tokens.contains(tokens[$0].head) } ?? mention.tokens.lowerBound
        return ["near", "from", "outside", "of"].contains { tree.hasCase(at, $0) }
            && !(tokens[at].head >= 0 && WordClasses.settlementNouns.contains(tree.lemma(tokens[at].head)))
    }

    /// True for the subject of a verb, "the town of X" included.
    private func isSubject(_ mention: PlaceMention) -> Bool {
        var at = mention.tokens.first { !mention.tokens.contains(tokens[$0].head) } ?? mention.tokens.lowerBound
        if tree.relation(at) == "nmod" || tree.relation(at) == "appos" || tree.relation(at) == "flat",
            tokens[at].head >= 0, WordClasses.settlementNouns.contains(tree.lemma(tokens[at].head))
        {
            at = tokens[at].head
        }
        // "Across the border lies the town of X": the subject stands behind.
        if tree.relation(at) == "obj", tokens[at].head >= 0, tokens[at].head < at {
            return ["lie", "stand", "sit", "be"].contains(tree.lemma(tokens[at].head))
        }
        return tree.relation(at) == "nsubj"
    }

    func isParty(_ head: Int) -> Bool {
        if let party = party(at: head) { return party.actor.kind != .civilians || party.entry != nil }
        let token = tokens[head]
        return WordClasses.armed.contains(token.lemma)
            || token.upos == .propn && !isPlace(head) && token.relation.base != "compound" && !isDate(head)
    }

    func isArmed(_ head: Int) -> Bool {
        if let party = party(at: head) {
            switch party.actor.kind {
            case .stateForce, .rebel, .militia, .jihadist, .coalition, .police: return true
            case .government: return true
            case .unknown: return !isPlace(head) || party.entry != nil
            default: return false
            }
        }
        return WordClasses.armed.contains(tokens[head].lemma)
    }

    func isCivilians(_ head: Int) -> Bool {
        if let party = party(at: head) {
            return party.actor.kind == .civilians || (party.isCoreferent && party.actor.kind == .unknown)
        }
        return WordClasses.civilians.contains(tokens[head].lemma) || tokens[head].upos == .num
    }

    func isPersons(_ head: Int) -> Bool {
        party(at: head) != nil || WordClasses.persons.contains(tokens[head].lemma) || tokens[head].upos == .num
            || tokens[head].upos == .pron && tokens[head].lemma != "it" && tokens[head].lemma != "this"
            || tokens[head].upos == .propn && !isDate(head)
    }

    /// A person, party or body that speaks and decides.
    func speaks(_ head: Int) -> Bool { isPersons(head) || WordClasses.bodies.contains(tokens[head].lemma) }

    func isAircraft(_ head: Int) -> Bool {
        if WordClasses.aircraft.contains(tokens[head].lemma) { return true }
        if sentence.children(of: head).contains(where: { $0 < head && WordClasses.aircraft.contains(tokens[$0].lemma) })
        {
            return true
        }
        guard let party = party(at: head) else { return false }
        return party.tokens.contains { WordClasses.aircraft.contains(tokens[$0].lemma) }
    }

    func isWeapons(_ head: Int) -> Bool {
        WordClasses.weapons.contains(tokens[head].lemma)
            || sentence.children(of: head).contains {
                tree.relation($0) == "nmod" && WordClasses.weapons.contains(tokens[$0].lemma)
            }
    }

    func isDate(_ head: Int) -> Bool { times.contains { $0.tokens.contains(head) } }

    // MARK: Places

    /// The place mention that a token heads or stands in.
    func mention(at token: Int) -> PlaceMention? { places.first { $0.tokens.contains(token) } }

    func isPlace(_ head: Int) -> Bool { place(at: head) != nil }

    /// The place that a noun phrase names: the name itself, the "of" phrase, apposition or compound of a place noun,
    /// "the town" as the last one named.
    func place(at head: Int) -> Place? {
        if let mention = mention(at: head) {
            if mention.place.metonymic == true, isInState(head) { return mention.place }
            guard isUsable(mention) || tokens[head].relation.base == "obj" else { return nil }
            return mention.place.metonymic == true && tokens[head].relation.base == "nsubj" ? nil : mention.place
        }
        let token = tokens[head]
        let lemma = token.lemma
        if token.upos == .pron, lemma == "it" || lemma == "them" {
            guard ["obj", "nsubj", "obl", "expl"].contains(token.relation.base) else { return nil }
            // "3 km from the field … took it": the nearer thing is meant, and it has no name here.
            let named = places.last { $0.tokens.upperBound <= head }?.tokens.upperBound ?? 0
            let things = tokens[min(named, head)..<head]
            if things.contains(where: { $0.upos == .noun && WordClasses.thingNouns.contains($0.lemma) }) { return nil }
            return places.last { $0.tokens.upperBound <= head && $0.place.kind != .country && isUsable($0) }?.place
                ?? lastPlace
        }
        // "It is the largest to be recaptured": what the subject names.
        if token.upos == .adj, let subject = sentence.child(of: head, "nsubj"), subject != head {
            return place(at: subject)
        }
        if token.xpos == "NNS", WordClasses.settlementNouns.contains(lemma) || WordClasses.areaNouns.contains(lemma),
            sentence.children(of: head).contains(where: {
                tree.relation($0) == "nummod" || ["several", "many", "more"].contains(tokens[$0].lemma)
            }),
            !sentence.children(of: head).contains(where: { mention(at: $0) != nil })
        {
            let phrase = tree.nounPhrase(head)
            return Place(name: sentence.text(of: phrase, in: text), range: sentence.textRange(phrase))
        }
        let isPart = WordClasses.partNouns.contains(lemma) || token.upos == .num || lemma == "percent"
        guard isPart || WordClasses.placeNouns.contains(lemma) else { return nil }
        for child in sentence.children(of: head) {
            let relation = tree.relation(child)
            if relation == "nmod", isPart || tree.hasCase(child, "of"), let inner = innerPlace(child) {
                var place = inner
                if isPart, lemma != "all" || token.upos == .num {
                    place.scope = .part
                    place.share = share(head)
                }
                return place
            }
        }
        for child in sentence.children(of: head)
        where ["compound", "appos", "flat", "nmod", "amod"].contains(tree.relation(child)) {
            if tree.relation(child) == "nmod", tree.full(child) != "nmod:poss" { continue }
            if let mention = mention(at: child), mention.place.kind != .country { return mention.place }
        }
        guard token.upos == .noun, WordClasses.placeNouns.contains(lemma) else { return nil }
        if let possessive = sentence.child(of: head, "nmod:poss"), let mention = mention(at: possessive), !isPart {
            return mention.place
        }
        let definite = sentence.children(of: head).contains {
            ["the", "this", "that", "its", "their"].contains(tokens[$0].lemma.lowercased())
        }
        if definite, WordClasses.settlementNouns.contains(lemma) || WordClasses.areaNouns.contains(lemma),
            token.xpos != "NNS"
        {
            let isTown = WordClasses.settlementNouns.contains(lemma)
            let earlier = places.last {
                $0.tokens.upperBound <= head && $0.place.kind != .country && isUsable($0)
                    && !(isTown && $0.place.kind == .admin1)
            }
            if var place = earlier?.place ?? lastPlace {
                if earlier == nil { place.range = nil }
                return place
            }
        }
        guard WordClasses.facilityNouns.contains(lemma) else { return nil }
        let phrase = tree.nounPhrase(head)
        guard phrase.count > 1 || ["airport", "airbase"].contains(lemma) else { return nil }
        return Place(name: sentence.text(of: phrase, in: text), range: sentence.textRange(phrase))
    }

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
            return false
        }
        return true
    }

    private func innerPlace(_ token: Int) -> Place? {
        if let mention = mention(at: token), isUsable(mention) { return mention.place }
        guard WordClasses.placeNouns.contains(tokens[token].lemma) || tokens[token].lemma == "it" else { return nil }
        if tokens[token].lemma == "it" { return lastPlace }
        return place(at: token)
    }

    private func share(_ head: Int) -> Double? {
        let low = max(0, head - 2)
        for at in low...head {
            let word = tokens[at].form.hasSuffix("%") ? String(tokens[at].form.dropLast()) : tokens[at].form
            if let value = NumberWords.value(word), value <= 100,
                head == at || ["percent", "%"].contains(tokens[head].lemma)
            {
                return value
            }
        }
        return ["half": 50, "third": 33, "quarter": 25][tokens[head].lemma]
    }
}
