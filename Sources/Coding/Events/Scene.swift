import Gazetteer
import Language
import Record

/// One sentence of a report with all that is known of it: tree, places, parties.
///
/// A class, because every rule holds on to its scene; ``SceneBuilder`` alone changes one, and only before rules see it.
final class Scene {
    let index: Int
    let tree: Tree
    /// Place mentions of the sentence.
    let places: [PlaceMention]
    let actors: ActorMap
    let text: String
    /// The last settlement named before this sentence, which "the town" means.
    let lastPlace: Place?
    /// The town that "the city" means: of those named before, the one that the report is about.
    var city: Place?
    /// What other place nouns of this sentence may go back to.
    var earlier = EarlierPlaces()
    /// Date of the caption that the sentence stands in, else of the report.
    let today: PartialDate?
    let inCaption: Bool
    let times: [TimeReader.Found]
    /// True in a history, whose sentences tell of the day that the text has reached and not of ``today``.
    var isHistory = false
    /// In a history: what a sentence without a date tells of.
    var told: TimeSpan?
    /// When that was so of which the sentence gives no date.
    var undated: TimeSpan? { isHistory ? told : today.map { TimeSpan($0) } }
    var isHeadline = false
    /// True where the page says the sentence before once more (a caption and its alternative text).
    var repeatsLast = false
    /// True in a note of a few sentences, where each noun tells news.
    var isShort = false
    /// True where the report speaks of aircraft: its raids and strikes come from the air.
    var fromTheAir = false
    /// True where the report speaks of bombs and guns on the ground.
    var fromTheGround = false
    /// True where the report speaks of artillery.
    var fromGuns = false
    /// The states by their names, in lower case.
    var states: [String: Country] = [:]
    /// The states by their adjectives, in lower case.
    let demonyms: [String: Country]

    init(
        index: Int, tree: Tree, places: [PlaceMention], actors: ActorMap, text: String, lastPlace: Place?,
        today: PartialDate?, inCaption: Bool, times: [TimeReader.Found], demonyms: [String: Country]
    ) {
        (self.index, self.tree, self.places, self.actors, self.text) = (index, tree, places, actors, text)
        (self.lastPlace, self.today, self.inCaption, self.times) = (lastPlace, today, inCaption, times)
        self.demonyms = demonyms
    }

    var tokens: [Token] { tree.tokens }
    var sentence: Sentence { tree.sentence }

    // MARK: Parties

    /// The party that a token heads, if any; a bare country name counts.
    func party(at head: Int) -> ActorMention? {
        guard let found = actors.mention(at: head, in: index) else {
            // "Thousands of soldiers withdrew": the soldiers did.
            guard Self.crowds.contains(tokens[head].form.lowercased()), let inner = tree.phrase(head, "of"),
                tokens[inner].upos != .pron
            else {
                return nil
            }
            return actors.mention(at: inner, in: index)
        }
        return found.isPlaceName && isDateline(found.tokens) ? nil : found
    }

    private static let crowds: Set<String> = [
        "thousands", "hundreds", "dozens", "scores", "tens", "remnants", "columns", "column", "waves",
        "elements", "most",
    ]

    /// "CITY (Agency)" inside a text says where it was written.
    private func isDateline(_ name: Range<Int>) -> Bool {
        let end = name.upperBound
        // "KIGALI: The front took the airport".
        if name.lowerBound == 0, end < tokens.count, tokens[end].form == ":",
            tokens[name].allSatisfy({ $0.form == $0.form.uppercased() && $0.form.utf8.count > 2 })
        {
            return true
        }
        return end + 2 < tokens.count && tokens[end].form == "(" && tokens[end + 2].form == ")"
            && tokens[name].allSatisfy { $0.form == $0.form.uppercased() }
    }

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
            // "Artillery fire": the weapon is nobody.
            if let found = party(at: child),
                !found.tokens.allSatisfy({ WordClasses.arms.contains(tokens[$0].lemma.lowercased()) })
            {
                return found
            }
        }
        return nil
    }

    /// "The army's drones", "its drones": whose they are.
    func ownerParty(of noun: Int) -> ActorMention? {
        sentence.children(of: noun).first { tree.full($0) == "nmod:poss" }.flatMap { party(at: $0) }.flatMap {
            $0.isPlaceName || $0.isPerson || $0.actor.id == nil ? nil : $0
        }
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

    private static let houses = WordClasses.set(
        "hotel university hospital street avenue road mosque church restaurant school square stadium bridge prison")
    /// What is done to a town, of which it is told.
    private static let deeds = WordClasses.set(
        "capture recapture seizure fall loss siege liberation battle control shelling bombardment bombing encirclement")

    /// True for a place that only says where another lies ("near X", "from X").
    private func isLandmark(_ mention: PlaceMention) -> Bool {
        let at = tree.head(of: mention.tokens) ?? mention.tokens.lowerBound
        let above = tokens[at].head
        // "The X hotel": a house of that name.
        let after = mention.tokens.upperBound
        if after < tokens.count, Self.houses.contains(tokens[after].lemma.lowercased()) { return true }
        guard ["near", "from", "outside", "of", "towards", "toward"].contains(where: { tree.hasCase(at, $0) }),
            above >= 0
        else { return false }
        // "The centre of X", "the capture of X": X itself.
        let lemma = tree.lemma(above).lowercased()
        return !WordClasses.settlementNouns.contains(lemma)
            && !(tree.hasCase(at, "of") && (WordClasses.partNouns.contains(lemma) || Self.deeds.contains(lemma)))
    }

    /// True for the subject of a verb, "the town of X" included.
    private func isSubject(_ mention: PlaceMention) -> Bool {
        var at = tree.head(of: mention.tokens) ?? mention.tokens.lowerBound
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
            if party.actor.kind == .civilians, isNation(head) { return true }
            switch party.actor.kind {
            case .stateForce, .rebel, .militia, .jihadist, .coalition, .police: return true
            case .government: return true
            case .un: return Self.keepers.contains(tokens[head].lemma.lowercased())
            case .unknown: return !isPlace(head) || party.entry != nil
            default: return false
            }
        }
        return WordClasses.armed.contains(tokens[head].lemma)
    }

    /// "The Russians pushed into the town": a nation's soldiers, where an article says that they are those told of.
    private func isNation(_ head: Int) -> Bool {
        let form = tokens[head].form
        guard form.hasSuffix("s"), form.beginsUpper, demonyms[String(form.dropLast()).lowercased()] != nil,
            tree.relation(head) == "nsubj"
        else { return false }
        return sentence.children(of: head).contains { tokens[$0].form.says("the") }
            && !sentence.children(of: head).contains { ["nummod", "amod"].contains(tree.relation($0)) }
    }

    /// What the United Nations send under arms.
    private static let keepers: Set<String> = ["mission", "peacekeeper", "force", "troop", "contingent", "unit"]

    func isCivilians(_ head: Int) -> Bool {
        if let party = party(at: head) {
            return party.actor.kind == .civilians || (party.isCoreferent && party.actor.kind == .unknown)
        }
        if tokens[head].form == "others", sentence.child(of: head, "nummod") != nil { return true }
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
        // "A suicide bomber": no plane.
        if head > 0, tokens[head].lemma == "bomber", tokens[head - 1].form.lowercased() == "suicide" { return false }
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

    /// True for a date with its year in figures.
    func writesYear(_ time: TimeReader.Found) -> Bool {
        tokens[time.tokens].contains { $0.form.utf8.count == 4 && Int($0.form) != nil }
    }

    /// True for "7 December", "the 29th", "the following March": a day or month whose year the text leaves out.
    func isYearless(_ time: TimeReader.Found) -> Bool {
        !writesYear(time)
            && tokens[time.tokens].contains {
                TimeWords.months[$0.form.lowercased()] != nil || $0.form.first?.isNumber == true
            }
    }

    /// True for "7 December": a day of a month that is named.
    func namesMonth(_ time: TimeReader.Found) -> Bool {
        time.span.start?.day != nil && tokens[time.tokens].contains { TimeWords.months[$0.form.lowercased()] != nil }
    }

    func isDate(_ head: Int) -> Bool { times.contains { $0.tokens.contains(head) } }
}
