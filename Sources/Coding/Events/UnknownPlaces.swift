import Gazetteer
import Language
import Record

/// Names of places that the gazetteer lacks: what a name tagger calls a location, and what is taken, held or entered by
/// a party under arms. They keep their name and range, and have no coordinates.
struct UnknownPlaces {
    let sentences: [Sentence]
    let text: String
    let actors: ActorMap
    /// Place mentions by sentence, as the gazetteer gave them.
    let known: [[PlaceMention]]
    /// Adjectives and names of the states, in lower case.
    let demonyms: Set<String>

    /// Verbs whose object is a place wherever an armed party is their subject, persons set aside.
    private static let taking: Set<String> = [
        "capture", "take", "seize", "control", "hold", "lose", "regain", "clear", "storm", "attack", "shell", "bomb",
    ]
    /// Verbs whose object is a place and no person.
    private static let territorial: Set<String> = [
        "retake", "recapture", "liberate", "reclaim", "reconquer", "overrun", "besiege", "encircle", "enter",
        "reoccupy",
    ]

    /// The mentions to add, by sentence.
    func mentions() -> [[PlaceMention]] {
        let runs = sentences.indices.map { names(in: $0) }
        var places: Set<String> = []
        for (number, found) in runs.enumerated() {
            for run in found
            where isLocation(run, number) || isTaken(run, number) || isSettlement(run, number) || isLand(run, number) {
                places.insert(name(run, number))
            }
        }
        var resolved: [String: Place] = [:]
        for mention in known.joined() where mention.place.id != nil { resolved[mention.place.name] = mention.place }
        return sentences.indices.map { number in
            runs[number].filter { places.contains(name($0, number)) }.map { run in
                let name = name(run, number)
                var place = resolved[name] ?? Place(name: name)
                place.range = sentences[number].textRange(run)
                if place.id == nil { place.confidence = 0.4 }
                return PlaceMention(place: place, sentence: number, tokens: run)
            }
        }
    }

    private func name(_ run: Range<Int>, _ number: Int) -> String { sentences[number].text(of: run, in: text) }

    /// Proper names of a sentence that are neither known places nor parties nor dates.
    private func names(in number: Int) -> [Range<Int>] {
        let tokens = sentences[number].tokens
        // In a headline every word has a capital.
        var (words, capitals) = (0, 0)
        for token in tokens where token.form.isLongWord {
            words += 1
            if isCapital(token) { capitals += 1 }
        }
        if words > 3, capitals * 10 > words * 7 { return [] }
        var found: [Range<Int>] = sentences[number].names.filter { $0.kind == .location || $0.kind == .facility }
            .map(\.tokens)
        var at = 0
        while at < tokens.count {
            guard isCapital(tokens[at]) && tokens[at].upos == .propn || opensWithArticle(at, tokens) else {
                at += 1
                continue
            }
            var start = at
            // "Republican Palace": an adjective with a capital inside a sentence.
            if start > 1, tokens[start - 1].upos == .adj, isCapital(tokens[start - 1]),
                tokens[start - 2].form.says("the"),
                !demonyms.contains(tokens[start - 1].form.lowercased())
            {
                start -= 1
            }
            at += 1
            while at < tokens.count, tokens[at].upos == .propn,
                isCapital(tokens[at]) || joins(at, tokens) || !tokens[at].spaceBefore
                    || WordPieces.isJoin(tokens[at].form) && !tokens[at].spaceBefore
            {
                at += 1
            }
            if !found.contains(where: { $0.overlaps(start..<at) }) { found.append(start..<at) }
        }
        return found.compactMap { bare($0, tokens) }.filter { run in
            guard run.count <= 5, isCapital(tokens[run.upperBound - 1]) || run.count > 1 else { return false }
            if isNameOfOperation(run, tokens)
                || tokens[run].count == 1 && Self.noNames.contains(tokens[run.lowerBound].form)
            {
                return false
            }
            return !known[number].contains { $0.tokens.overlaps(run) }
                && !actors.mentions(in: number).contains { $0.tokens.overlaps(run) && $0.actor.id != nil }
                && !sentences[number].names.contains {
                    [.date, .money, .norp, .weapon].contains($0.kind) && $0.tokens.overlaps(run)
                }
        }.sorted { $0.lowerBound < $1.lowerBound }
    }

    /// "al-Naqub": an article in lower case, its hyphen and a name.
    private func opensWithArticle(_ at: Int, _ tokens: [Token]) -> Bool {
        joins(at, tokens) && tokens[at + 2].upos == .propn && (at == 0 || !isCapital(tokens[at - 1]))
    }

    /// "al" of "Busra al-Sham".
    private func joins(_ at: Int, _ tokens: [Token]) -> Bool {
        at + 2 < tokens.count && ["al", "el", "ad", "ar", "as", "ash", "at", "az", "ed"].contains(tokens[at].form)
            && tokens[at + 1].form == "-" && !tokens[at + 1].spaceBefore && isCapital(tokens[at + 2])
    }

    /// Words of a page, with a capital.
    private static let noNames: Set<String> = [
        "Topic", "Tags", "Related", "Photo", "Image", "File", "Getty", "URL", "Video", "School", "Hospital", "Mosque",
    ]

    /// "An operation called X", "the X of Y operation": the name of an operation.
    private func isNameOfOperation(_ run: Range<Int>, _ tokens: [Token]) -> Bool {
        let before = tokens[max(0, run.lowerBound - 2)..<run.lowerBound].map { $0.lemma.lowercased() }
        if before.contains(where: {
            ["call", "dub", "name", "codename", "code-name", "operation", "codenamed"].contains($0)
        }) {
            return true
        }
        let after = tokens[run.upperBound..<min(tokens.count, run.upperBound + 4)]
        guard let noun = after.firstIndex(where: { ["operation", "campaign"].contains($0.lemma.lowercased()) }) else {
            return false
        }
        return after[..<noun].allSatisfy { $0.upos == .propn || $0.form == "of" }
    }

    /// A name without adjectives of nation or direction before it and common nouns after it; nil where nothing is left.
    private func bare(_ run: Range<Int>, _ tokens: [Token]) -> Range<Int>? {
        var (low, high) = (run.lowerBound, run.upperBound)
        func isIdle(_ token: Token) -> Bool {
            let form = token.form.lowercased()
            return ["the", "a", "of", "de", "facto"].contains(form)
                || ["north", "south", "east", "west", "central", "upper", "lower"].contains { form.hasPrefix($0) }
                || demonyms.contains(form) || form.hasSuffix("s") && demonyms.contains(String(form.dropLast()))
        }
        while low < high, isIdle(tokens[low]) { low += 1 }
        while high > low, !isCapital(tokens[high - 1]), tokens[high - 1].spaceBefore { high -= 1 }
        guard low < high, tokens[low..<high].contains(where: { $0.form.count > 2 }) else { return nil }
        return low..<high
    }

    private func isCapital(_ token: Token) -> Bool { token.form.beginsUpper }

    private func isLocation(_ run: Range<Int>, _ number: Int) -> Bool {
        sentences[number].names.contains {
            ($0.kind == .location || $0.kind == .facility) && $0.tokens.overlaps(run)
        }
    }

    /// "The village of X", "the villages of X and Y": what it is called by.
    private func isSettlement(_ run: Range<Int>, _ number: Int) -> Bool {
        let tree = Tree(sentences[number])
        guard let head = tree.head(of: run) else { return false }
        let first = tree.firstOfList(head)
        let noun = tree.tokens[first].head
        guard noun >= 0, noun < first, tree.relation(first) == "nmod" else { return false }
        let lemma = tree.lemma(noun).lowercased()
        // "The garrison at X".
        if tree.hasCase(first, "at"), Self.posts.contains(lemma) { return !isBody(run, number) }
        guard tree.hasCase(first, "of") else { return false }
        return (lemma != "capital" && WordClasses.settlementNouns.contains(lemma) || Self.ofTowns.contains(lemma))
            && !isBody(run, number)
    }

    /// "The X heights", "X port", "Ain district": what lies there, called by a name.
    private func isLand(_ run: Range<Int>, _ number: Int) -> Bool {
        let tokens = sentences[number].tokens
        guard run.upperBound < tokens.count, run.count <= 3 else { return false }
        return Self.isLand(tokens[run.upperBound])
    }

    /// True for a noun of land behind a name, whatever the name tagger calls that.
    static func isLand(_ token: Token) -> Bool {
        [.noun, .propn].contains(token.upos) && lands.contains(token.form.lowercased())
    }

    private static let lands: Set<String> = [
        "heights", "hills", "hill", "plateau", "ridge", "valley", "gorge", "crossroads", "junction", "port", "harbour",
        "harbor", "airport", "airbase", "airfield", "district", "neighbourhood", "neighborhood", "village", "town",
        "suburb", "quarter", "farms", "bridge", "crossing", "dam", "oilfield", "gasfield", "refinery", "barracks",
        "mountain", "mountains", "island", "peninsula", "pass",
    ]

    private func isBody(_ run: Range<Int>, _ number: Int) -> Bool {
        sentences[number].names.contains { $0.kind == .organisation && $0.tokens.overlaps(run) }
    }

    /// What stands at a place and is taken with it.
    private static let posts: Set<String> = [
        "garrison", "base", "camp", "post", "outpost", "barracks", "checkpoint", "airfield", "airbase", "crossing",
        "bridge", "headquarters", "position", "airport",
    ]

    /// What only towns have: "residents of X", "the outskirts of X".
    private static let ofTowns: Set<String> = [
        "resident", "inhabitant", "villager", "outskirt", "outskirts", "neighbourhood", "neighborhood", "centre",
        "center", "suburb", "townspeople",
    ]

    /// "X, a key base of the group": what it is said to be beside its name.
    private func isToldOf(_ head: Int, _ tree: Tree) -> Bool {
        tree.sentence.children(of: head).contains {
            tree.relation($0) == "appos" && $0 > head
                && (WordClasses.settlementNouns.contains(tree.lemma($0))
                    || ["base", "stronghold", "bastion"].contains(tree.lemma($0)))
        }
    }

    /// True for the object of taking, the subject of falling, and what is in somebody's hands.
    private func isTaken(_ run: Range<Int>, _ number: Int) -> Bool {
        let tree = Tree(sentences[number])
        let tokens = tree.tokens
        guard let head = tree.head(of: run), tokens[head].head >= 0 else {
            return false
        }
        var at = head
        while tokens[at].relation.base == "conj", tokens[at].head >= 0, tokens[tokens[at].head].upos == .propn {
            at = tokens[at].head
        }
        let verb = tokens[at].head
        guard verb >= 0 else { return false }
        let lemma = tree.lemma(verb).lowercased()
        let isPerson =
            sentences[number].names.contains { $0.kind == .person && $0.tokens.overlaps(run) } && !isToldOf(head, tree)
        // "In full control of X".
        if lemma == "control", tokens[verb].upos == .noun, tokens[at].relation.base == "nmod" {
            return !isPerson && !isBody(run, number)
                && actors.mentions(in: number).contains { Self.armed.contains($0.actor.kind) && !$0.isPerson }
        }
        if isHeld(head, tree) { return true }
        // "The seizure of X".
        if Self.takings.contains(lemma), tokens[verb].upos == .noun, tree.hasCase(at, "of") {
            return !isPerson && !isBody(run, number)
        }
        let isPassive = tree.isPassive(verb)
        if tokens[at].relation.base == "nsubj", !isPassive {
            if tree.sentence.child(of: verb, "cop") != nil,
                ["stronghold", "bastion", "redoubt", "fiefdom"].contains(lemma)
                    || ["stronghold", "bastion"].contains(where: { noun in
                        tree.phrases(verb, "of").contains { tree.lemma($0) == noun }
                    })
            {
                return true
            }
            let hasFallen = tree.sentence.children(of: verb).contains { tokens[$0].form.lowercased() == "had" }
            return lemma == "fall"
                && (["to", "on"].contains { tree.phrase(verb, $0) != nil } || hasFallen && !isPerson)
                && run.count <= 2
                || lemma == "hand" && tree.hasCase(verb, "in")
                || lemma == "control" && tokens[verb].upos == .noun && tree.hasCase(verb, "under")
        }
        // "X remains besieged", "X is still divided between the two".
        if tokens[at].relation.base == "nsubj", !isPerson, ["remain", "stay"].contains(lemma),
            let state = tree.sentence.child(of: verb, "xcomp"),
            ["divide", "besiege", "surround", "encircle", "contest", "blockade"].contains(
                tree.lemma(state).lowercased())
        {
            return true
        }
        guard tokens[at].relation.base == "obj" || tokens[at].relation.base == "nsubj" && isPassive else {
            return false
        }
        if Self.territorial.contains(lemma) { return !(isPerson && run.count > 1) }
        // "X was lost to the insurgents", "X was shelled".
        if isPassive, !isPerson, !isBody(run, number),
            ["bomb", "shell"].contains(lemma) || lemma == "lose" && tree.phrase(verb, "to") != nil
        {
            return true
        }
        guard Self.taking.contains(lemma), !isPerson else { return false }
        return tree.subject(verb).contains { subject in
            guard let party = actors.mention(at: subject, in: number) else { return false }
            return Self.armed.contains(party.actor.kind) && !party.isPerson
        }
    }

    /// "X, which is in rebel hands".
    private func isHeld(_ head: Int, _ tree: Tree) -> Bool {
        tree.sentence.children(of: head).contains { noun in
            tree.tokens[noun].relation.base == "acl"
                && (tree.lemma(noun).lowercased() == "hand" && tree.hasCase(noun, "in")
                    || tree.lemma(noun).lowercased() == "control" && tree.hasCase(noun, "under"))
        }
    }

    /// What is done to towns alone.
    private static let takings: Set<String> = [
        "seizure", "recapture", "liberation", "takeover", "siege", "reconquest", "encirclement",
    ]

    private static let armed: Set<Actor.Kind> = [.stateForce, .rebel, .militia, .jihadist, .coalition]
}
