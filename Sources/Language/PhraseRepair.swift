/// Phrases whose edges the parser misses because everyday English has few of them: dates before a subject, place names
/// that begin with a verb's letters.
enum PhraseRepair {
    /// Mends them in a tagged and parsed sentence.
    static func apply(to tokens: inout [Token]) {
        nameMounds(&tokens)
        hangSubject(&tokens)
        raiseMainClause(&tokens)
        raiseFirstVerb(&tokens)
        hangAgent(&tokens)
        hangSecondSubject(&tokens)
    }

    /// "Militants regained the town after troops withdrew": a finite verb read as the subject of the clause after it.
    private static func raiseFirstVerb(_ tokens: inout [Token]) {
        for first in tokens.indices.dropFirst()
        where tokens[first].relation.base == "nsubj" && tokens[first].upos == .verb
            && ["VBD", "VBZ", "VBP", "VBN"].contains(tokens[first].xpos) && tokens[first].head > first
        {
            let later = tokens[first].head
            guard tokens[later].upos == .verb,
                tokens[..<first].contains(where: { $0.head == first && $0.relation.base == "nsubj" }),
                let mark = clauseMark(of: later, after: first, &tokens)
            else { continue }
            (tokens[first].head, tokens[first].relation) = (tokens[later].head, tokens[later].relation)
            (tokens[later].head, tokens[later].relation) = (first, DependencyRelation("advcl"))
            for index in tokens.indices where tokens[index].head == later && index < mark { tokens[index].head = first }
            if tokens[first].xpos == "VBN" { tokens[first].xpos = "VBD" }
            if let last = tokens.indices.last, tokens[last].upos == .punct, tokens[last].head == later {
                tokens[last].head = first
            }
        }
    }

    /// The conjunction of a clause, its subject with it; where the parser took it for a preposition, it and the noun right
    /// before the verb are given back to the verb.
    private static func clauseMark(of verb: Int, after first: Int, _ tokens: inout [Token]) -> Int? {
        let inside = tokens.indices.filter { $0 > first && $0 < verb }
        func isConjunction(_ at: Int) -> Bool { conjunctions.contains(tokens[at].form.lowercased()) }
        if let mark = inside.first(where: { tokens[$0].head == verb && tokens[$0].relation.base == "mark" }),
            isConjunction(mark),
            inside.contains(where: { tokens[$0].head == verb && tokens[$0].relation.base == "nsubj" })
        {
            return mark
        }
        let noun = verb - 1
        guard noun > first, [.noun, .propn].contains(tokens[noun].upos),
            !inside.contains(where: { tokens[$0].head == verb && tokens[$0].relation.base == "nsubj" }),
            let mark = inside.last(where: { tokens[$0].head == noun && tokens[$0].relation.base == "case" }),
            isConjunction(mark)
        else { return nil }
        (tokens[noun].head, tokens[noun].relation) = (verb, .subject)
        (tokens[mark].head, tokens[mark].relation) = (verb, DependencyRelation("mark"))
        return mark
    }

    /// "Fighters backed by X drove them out": a noun with "by" is no subject but the agent of the participle before it, and
    /// the noun over the participle is the subject.
    private static func hangAgent(_ tokens: inout [Token]) {
        for verb in tokens.indices.dropFirst(3) where tokens[verb].xpos == "VBD" && tokens[verb].upos == .verb {
            let agent = verb - 1
            guard tokens[agent].head == verb, tokens[agent].relation.base == "nsubj",
                let by = tokens[..<agent].indices.last(where: { tokens[$0].form == "by" }), by > 1,
                tokens[by].head == agent || tokens[by].head == verb, tokens[by - 1].xpos == "VBN",
                tokens[by - 1].relation.rawValue == "acl", let noun = Optional(tokens[by - 1].head), noun >= 0,
                noun < by,
                tokens[verb].head == noun
            else { continue }
            (tokens[agent].head, tokens[agent].relation) = (by - 1, DependencyRelation("obl:agent"))
            (tokens[by].head, tokens[by].relation) = (agent, DependencyRelation("case"))
            (tokens[verb].head, tokens[verb].relation) = (tokens[noun].head, tokens[noun].relation)
            (tokens[noun].head, tokens[noun].relation) = (verb, .subject)
            var hasObject = tokens.contains { $0.head == verb && $0.relation.base == "obj" }
            for index in tokens.indices where tokens[index].head == noun && index > verb {
                tokens[index].head = verb
                if !hasObject, [.noun, .propn].contains(tokens[index].upos),
                    !tokens.contains(where: { $0.head == index && $0.relation.base == "case" })
                {
                    tokens[index].relation = .object
                    hasObject = true
                }
            }
        }
    }

    /// "Troops withdrew from X and the group took it": the noun right before a second finite verb is its subject, and was
    /// not withdrawn from.
    private static func hangSecondSubject(_ tokens: inout [Token]) {
        for verb in tokens.indices.dropFirst(3)
        where tokens[verb].xpos == "VBD" && tokens[verb].relation.base == "conj" && tokens[verb].head >= 0 {
            let main = tokens[verb].head
            var noun = verb - 1
            while noun > main, tokens[noun].upos == .adv { noun -= 1 }
            guard noun > main, [.noun, .propn].contains(tokens[noun].upos), tokens[main].upos == .verb,
                tokens[noun].relation.base == "conj", tokens[noun].head > main,
                tokens.contains(where: { $0.head == noun && $0.relation.base == "cc" }),
                !tokens.contains(where: { $0.head == verb && ["nsubj", "cc", "aux"].contains($0.relation.base) })
            else { continue }
            (tokens[noun].head, tokens[noun].relation) = (verb, .subject)
            for index in tokens.indices where tokens[index].head == noun && tokens[index].relation.base == "cc" {
                tokens[index].head = verb
            }
        }
    }

    private static let conjunctions: Set<String> = ["after", "before", "since", "until", "as", "when", "while"]

    /// "After the group lost X to Y, it moved": the noun between the conjunction and a finite verb is the verb's subject,
    /// and the clause after the comma is the main one.
    private static func raiseMainClause(_ tokens: inout [Token]) {
        guard let verb = tokens.firstIndex(where: { $0.head < 0 }), verb > 1, verb < tokens.count - 4,
            ["VBD", "VBZ", "VBP"].contains(tokens[verb].xpos),
            [.noun, .propn].contains(tokens[verb - 1].upos), tokens[verb - 1].head == verb,
            ["obl", "nmod"].contains(tokens[verb - 1].relation.base),
            let conjunction = tokens[..<(verb - 1)].indices.last(where: {
                tokens[$0].head == verb - 1 && tokens[$0].relation.base == "case"
            }), conjunctions.contains(tokens[conjunction].form.lowercased()),
            !tokens.contains(where: { $0.head == verb && $0.relation.base == "nsubj" }),
            let main = tokens.indices.first(where: {
                $0 > verb && tokens[$0].head == verb && ["parataxis", "conj"].contains(tokens[$0].relation.base)
                    && tokens[$0].upos == .verb && ["VBD", "VBZ", "VBP"].contains(tokens[$0].xpos)
            }),
            let subject = tokens.indices.first(where: {
                $0 > verb && $0 < main && tokens[$0].head == main && tokens[$0].relation.base == "nsubj"
            }), tokens[verb..<subject].contains(where: { $0.form == "," })
        else { return }
        (tokens[conjunction].head, tokens[conjunction].relation) = (verb, DependencyRelation("mark"))
        (tokens[verb - 1].head, tokens[verb - 1].relation) = (verb, .subject)
        (tokens[main].head, tokens[main].relation) = (-1, .root)
        (tokens[verb].head, tokens[verb].relation) = (main, DependencyRelation("advcl"))
        if let last = tokens.indices.last, tokens[last].upos == .punct, last > main { tokens[last].head = main }
    }

    private static let months: Set<String> = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
    ]

    /// "By 14 December, the forces, led by X, captured it": the noun after the date and its comma is no second date but
    /// the subject.
    private static func hangSubject(_ tokens: inout [Token]) {
        guard let verb = tokens.firstIndex(where: { $0.head < 0 }), verb > 3, tokens[verb].upos == .verb,
            let subject = tokens[..<verb].indices.first(where: {
                let relation = tokens[$0].relation.base
                return (relation == "conj" || relation == "appos" || relation == "nmod") && tokens[$0].head >= 0
                    && tokens[$0].head < $0 && [.noun, .propn].contains(tokens[$0].upos)
                    && isDate(tokens[$0].head, tokens) && !months.contains(tokens[$0].form)
            }),
            tokens.indices.allSatisfy({
                tokens[$0].head != verb || tokens[$0].relation.base != "nsubj" || isDate($0, tokens)
            })
        else { return }
        var start = subject
        for index in tokens.indices where index < start && isBelow(index, subject, tokens) && tokens[index].form != ","
        {
            start = index
            break
        }
        guard start > 0, tokens[start - 1].form == ",",
            !tokens[start..<subject].contains(where: { $0.relation.base == "cc" || $0.relation.base == "case" }),
            isDate(start - 2, tokens)
        else { return }
        let date = tokens[subject].head
        if tokens[date].relation.base == "nsubj" {
            (tokens[date].head, tokens[date].relation) = (verb, DependencyRelation("obl"))
        }
        (tokens[subject].head, tokens[subject].relation) = (verb, .subject)
    }

    /// True for a month, a day of the week, or a number beside one of them.
    private static func isDate(_ index: Int, _ tokens: [Token]) -> Bool {
        guard index >= 0 else { return false }
        if months.contains(tokens[index].form) { return true }
        guard tokens[index].upos == .num else { return false }
        return index > 0 && months.contains(tokens[index - 1].form)
            || index + 1 < tokens.count && months.contains(tokens[index + 1].form)
            || index > 1 && tokens[index - 1].form == "," && tokens[index - 2].upos == .num
            || index > 0 && tokens[index - 1].upos == .num
    }

    static func isBelow(_ token: Int, _ other: Int, _ tokens: [Token]) -> Bool {
        var at = token
        for _ in tokens.indices where at >= 0 && at != other { at = tokens[at].head }
        return at == other
    }

    /// Hangs the mark at the end of a sentence on a token, which has become its root.
    static func hangLastMark(on root: Int, _ tokens: inout [Token]) {
        if let last = tokens.indices.last, tokens[last].upos == .punct { tokens[last].head = root }
    }

    /// "Took Tell Rifaat": a mound's name, read as a verb with an object.
    private static func nameMounds(_ tokens: inout [Token]) {
        for tell in tokens.indices.dropFirst()
        where tokens[tell].form == "Tell" && tokens[tell].upos == .verb && tell + 1 < tokens.count
            && tokens[tell + 1].upos == .propn && tokens[tell - 1].form != "\"" && tokens[tell - 1].form != "\u{201C}"
        {
            if tokens[tell].head == tell + 1 {
                // The mound hung on its own name.
                (tokens[tell].head, tokens[tell].relation) = (tokens[tell + 1].head, tokens[tell + 1].relation)
            }
            let head = tokens[tell].head
            (tokens[tell].upos, tokens[tell].xpos, tokens[tell].lemma) = (.propn, "NNP", "Tell")
            for index in tokens.indices where index > tell + 1 && tokens[index].head == tell && head >= 0 {
                tokens[index].head = head
            }
            (tokens[tell + 1].head, tokens[tell + 1].relation) = (tell, DependencyRelation("flat"))
            if tell > 0, tokens[tell - 1].relation.base == "mark", tokens[tell - 1].head == tell {
                tokens[tell - 1].relation = DependencyRelation("case")
                tokens[tell].relation = DependencyRelation("nmod")
            } else if ["ccomp", "xcomp", "parataxis", "advcl"].contains(tokens[tell].relation.base), head >= 0 {
                tokens[tell].relation = .object
            }
        }
    }
}
