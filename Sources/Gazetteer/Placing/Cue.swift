import Language

/// What the words around a name say for its being a place.
enum Cue: Int, Comparable {
    case none
    /// "of X", "to X", "from X": places, but people too.
    case weak
    /// "in X", "the town of X", "entered X", "X, a village", "rebel-held X", "X residents".
    case strong

    static func < (a: Cue, b: Cue) -> Bool { a.rawValue < b.rawValue }

    /// The cue of the words before and after some tokens.
    init(_ tokens: [Token], _ range: Range<Int>) {
        self.init(tokens, range, before: Self.before(tokens, range.lowerBound))
    }

    /// The cue of the words after some tokens, where that of the words before is known.
    init(_ tokens: [Token], _ range: Range<Int>, before: Cue) {
        let isAsked = before == .strong || Finder.kindAsked(tokens, range) != nil
        self = isAsked || Self.isFollowed(tokens, range.upperBound) ? .strong : before
    }

    /// True where the words before say that it lies in space: "near X", "north of X", "20 km from X", "outskirts of X".
    static func isSpatial(_ tokens: [Token], _ start: Int) -> Bool {
        guard start > 0 else { return false }
        let word = tokens[start - 1].form.lowercased()
        if ["near", "outside", "nearby"].contains(word) || CueWords.taking.contains(word) { return true }
        guard word == "of" || word == "from", start > 1 else { return false }
        let earlier = tokens[start - 2].form.lowercased()
        return Words.directions[earlier] != nil
            || ["parts", "outskirts", "suburbs", "countryside", "vicinity"].contains(earlier)
            || ["km", "miles", "kilometres", "kilometers"].contains(earlier)
    }

    /// The cue of the words before a name.
    static func before(_ tokens: [Token], _ start: Int) -> Cue {
        var at = start - 1
        if at >= 0, tokens[at].form == "the" || tokens[at].form == "The" { at -= 1 }
        guard at >= 0, CueWords.before.contains(tokens[at].form) else { return .none }
        let word = tokens[at].form.lowercased()
        if CueWords.within.contains(word) || CueWords.taking.contains(word) { return .strong }
        if CueWords.holding.contains(word), at > 0, tokens[at - 1].form == "-" { return .strong }
        guard CueWords.towards.contains(word) else { return .none }
        guard at > 0 else { return .weak }
        let earlier = tokens[at - 1].form.lowercased()
        switch word {
        case "of": return isBeforeOf(earlier) ? .strong : .weak
        case "from", "to": return CueWords.moving.contains(earlier) ? .strong : .weak
        default: return .weak
        }
    }

    /// "North of X", "outskirts of X", "residents of X".
    private static func isBeforeOf(_ word: String) -> Bool {
        Words.directions[word] != nil || Words.parts.contains(word) || CueWords.dwellers.contains(word)
    }

    /// "X was retaken", "X has again been shelled", "X remains besieged".
    private static func isTaken(_ tokens: [Token], _ start: Int) -> Bool {
        for token in tokens[min(start, tokens.count)..<min(tokens.count, start + 3)] {
            if CueWords.taken.contains(token.form) { return true }
            guard CueWords.being.contains(token.form) || CueWords.between.contains(token.form) else { return false }
        }
        return false
    }

    /// "X residents", "X, where", "X, in", "X, a town in", "X, Sudan's second city".
    private static func isFollowed(_ tokens: [Token], _ end: Int) -> Bool {
        guard end < tokens.count else { return false }
        if tokens[end].spaceBefore, CueWords.people.contains(tokens[end].form), !Finder.capital(tokens[end]) {
            return true
        }
        if CueWords.being.contains(tokens[end].form) { return isTaken(tokens, end + 1) }
        guard tokens[end].form == ",", end + 2 < tokens.count else { return false }
        if ["where", "in", "near"].contains(tokens[end + 1].form) { return true }
        let isDescription =
            ["a", "an", "the"].contains(tokens[end + 1].form)
            || Finder.capital(tokens[end + 1]) && ["'s", "’s"].contains(tokens[end + 2].form)
        guard isDescription else { return false }
        for token in tokens[(end + 2)..<min(tokens.count, end + 7)] {
            if [",", ".", "who", "of", "from"].contains(token.form) { return false }
            if CueWords.settlements.contains(token.form) { return true }
        }
        return false
    }
}

/// Words that stand before and after names of places.
enum CueWords {
    /// All words that say something before a name.
    static let before = PackedWords<Bool>(within.union(taking).union(holding).union(towards))
    static let within: Set<String> = [
        "in", "at", "near", "into", "around", "outside", "inside", "across", "toward", "towards", "through",
        "throughout",
        "via", "within", "beyond", "downtown", "northern", "southern", "eastern", "western", "central", "northeastern",
        "northwestern", "southeastern", "southwestern", "rural", "besieged", "neighbouring", "neighboring", "nearby",
    ]
    static let towards: Set<String> = [
        "of", "to", "from", "between", "leaving", "north", "south", "east", "west", "captured", "capture",
        "seized", "seize", "took", "take", "lost", "left", "holds", "held", "controls", "controlled", "attacked",
        "attack", "hit", "hits", "struck", "targeted", "targeting",
    ]
    /// Forms of verbs whose object is a place and hardly ever a person.
    static let taking: Set<String> = {
        let stems = [
            "enter", "recaptur", "liberat", "besieg", "bombard", "reclaim", "storm", "shell", "bomb", "encircl",
            "evacuat",
            "pound",
        ]
        let forms = stems.flatMap { stem in
            let e = ["recaptur", "liberat", "besieg", "encircl", "evacuat"].contains(stem) ? "e" : ""
            return [stem + e, stem + e + "s", stem + "ed", stem + "ing"]
        }
        return Set(
            forms + [
                "retake", "retakes", "retook", "retaken", "retaking", "overrun", "overruns", "overran", "overrunning",
                "patrol", "patrols",
                "patrolled", "patrolling",
                "reached", "reaches", "reaching", "fled", "flee", "flees", "fleeing",
            ])
    }()
    /// Between a town's name and ``taken``.
    static let being: Set<String> = [
        "was", "were", "is", "are", "has", "have", "had", "be", "been", "being", "remains", "remained",
    ]
    static let between: Set<String> = ["again", "also", "now", "still", "since", "finally", "completely", "heavily"]
    /// What is done to towns and hardly ever to people.
    static let taken: Set<String> = [
        "retaken", "recaptured", "liberated", "besieged", "shelled", "bombed", "bombarded", "overrun", "encircled",
        "evacuated", "pounded", "occupied", "reoccupied", "reclaimed",
    ]
    /// Before "of X".
    static let dwellers: Set<String> = [
        "residents", "resident", "natives", "native", "inhabitants", "villagers", "shelling", "bombardment", "siege",
        "capture", "recapture", "fall", "battle", "airport", "village", "town", "city", "streets", "heart",
        "gates", "entrances", "approaches", "centre", "center", "control", "mayor", "governor",
        "townspeople",
        "garrison", "defenders",
    ]
    /// "rebel-held X".
    static let holding: Set<String> = ["held", "controlled", "occupied", "besieged", "administered"]
    /// Before "to X" and "from X".
    static let moving: Set<String> = [
        "fled", "flee", "fleeing", "advance", "advanced", "advancing", "moved", "road", "way", "route", "highway",
        "returned", "return", "withdrew", "withdraw", "withdrawal", "withdrawn", "retreat", "retreated", "displaced",
        "travelled", "traveled", "travelling", "traveling", "drove", "driven", "expelled", "evacuated", "convoy",
        "close",
        "next", "km", "miles", "kilometres", "kilometers", "came", "arrived", "flew", "flown",
    ]
    /// After a town's name.
    static let people = PackedWords<Bool>([
        "residents", "resident", "native", "natives", "inhabitants", "villagers", "townspeople", "outskirts", "suburbs",
        "suburb", "front", "frontline", "axis", "offensive", "siege", "area", "pocket", "woman", "man", "police",
        "neighbourhood", "neighborhood", "hospital", "market", "airport",
    ])
    /// What a place behind a comma is said to be.
    static let settlements: Set<String> = [
        "town", "city", "village", "suburb", "capital", "port", "hamlet", "province", "district", "neighbourhood",
        "neighborhood", "stronghold", "enclave", "island", "region", "county", "township", "settlement", "bastion",
    ]
}
