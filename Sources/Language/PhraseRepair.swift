/// Phrases whose edges the parser misses because everyday English has few of them: dates before a subject, place names
/// that begin with a verb's letters.
enum PhraseRepair {
    /// Mends them in a tagged and parsed sentence.
    static func apply(to tokens: inout [Token]) {
        nameMounds(&tokens)
        hangArms(&tokens)
        raiseShot(&tokens)
        nameBombs(&tokens)
        raiseAfterBelief(&tokens)
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

    private static func isBelow(_ token: Int, _ other: Int, _ tokens: [Token]) -> Bool {
        var at = token
        for _ in tokens.indices where at >= 0 && at != other { at = tokens[at].head }
        return at == other
    }

    /// "A roadside bomb they had left behind killed four soldiers": "bomb" read as the verb of the sentence.
    private static func nameBombs(_ tokens: inout [Token]) {
        for bomb in tokens.indices.dropFirst()
        where tokens[bomb].form == "bomb"
            && (tokens[bomb].upos == .verb
                || tokens[bomb - 1].relation.base == "nsubj" && tokens[bomb - 1].head == bomb)
            && bombs.contains(tokens[bomb - 1].form.lowercased()) && tokens[bomb - 1].upos == .noun
        {
            (tokens[bomb].upos, tokens[bomb].xpos) = (.noun, "NN")
            (tokens[bomb - 1].head, tokens[bomb - 1].relation) = (bomb, DependencyRelation("compound"))
            for index in tokens.indices where index < bomb - 1 && bomb - index < 5 {
                let isInside = [.det, .noun, .adj, .num].contains(tokens[index].upos)
                if isInside, tokens[index].head == bomb - 1 || tokens[index].head == bomb { tokens[index].head = bomb }
            }
            guard
                let verb = tokens.indices.first(where: {
                    $0 > bomb && ["VBD", "VBN"].contains(tokens[$0].xpos)
                        && harming.contains(tokens[$0].form.lowercased()) && isBelow($0, bomb, tokens)
                        && !["by", "was", "were", "been", "had", "have", "has"].contains(
                            tokens[$0 - 1].form.lowercased())
                })
            else { continue }
            let (head, relation) = (tokens[bomb].head, tokens[bomb].relation)
            let object = tokens.indices.first {
                $0 > verb && $0 - verb < 5 && [.noun, .propn].contains(tokens[$0].upos)
                    && (tokens[$0].head == verb || tokens[verb].head == $0)
            }
            (tokens[verb].head, tokens[verb].relation) = (head, relation)
            (tokens[bomb].head, tokens[bomb].relation) = (verb, .subject)
            if tokens[verb].xpos == "VBN" { tokens[verb].xpos = "VBD" }
            if let object { (tokens[object].head, tokens[object].relation) = (verb, .object) }
            for index in tokens.indices where index > bomb && tokens[index].head == bomb && tokens[index].upos == .verb
            {
                tokens[index].relation = DependencyRelation("acl:relcl")
            }
            for index in tokens.indices where index > verb && index != object && tokens[index].head >= 0 {
                // What stands behind the verb belongs to it.
                if tokens[index].head < verb, tokens[index].relation.base != "root" { tokens[index].head = verb }
            }
        }
    }

    private static let bombs: Set<String> = [
        "car", "roadside", "truck", "suicide", "barrel", "time", "parcel", "cluster", "petrol", "nail", "motorcycle",
        "vehicle", "mortar",
    ]
    private static let harming: Set<String> = [
        "killed", "wounded", "injured", "hit", "struck", "destroyed", "exploded", "ripped", "targeted", "tore",
    ]

    /// "Strikes believed to be Russian have left 38 dead": the first participle read as the verb of the sentence.
    private static func raiseAfterBelief(_ tokens: inout [Token]) {
        guard let first = tokens.firstIndex(where: { $0.head < 0 }), tokens[first].xpos == "VBN",
            ["believed", "thought", "said", "suspected", "reported", "understood"].contains(tokens[first].form),
            !tokens.contains(where: { $0.head == first && $0.relation.base == "aux" }),
            let noun = tokens[..<first].indices.last(where: {
                tokens[$0].head == first && tokens[$0].relation.base == "nsubj"
            }),
            let verb = tokens.indices.first(where: { index in
                index > first && tokens[index].upos == .verb && tokens[index].head == first
                    && ["ccomp", "xcomp", "parataxis"].contains(tokens[index].relation.base)
                    && tokens.contains {
                        $0.head == index && $0.upos == .aux && ["VBP", "VBZ", "VBD"].contains($0.xpos)
                    }
            })
        else { return }
        (tokens[verb].head, tokens[verb].relation) = (-1, .root)
        (tokens[noun].head, tokens[noun].relation) = (verb, .subject)
        (tokens[first].head, tokens[first].relation) = (noun, DependencyRelation("acl"))
        if let last = tokens.indices.last, tokens[last].upos == .punct { tokens[last].head = verb }
    }

    /// "Troops had shot dead 82 people": "shot" read as the object of "had".
    private static func raiseShot(_ tokens: inout [Token]) {
        for shot in tokens.indices.dropFirst().dropLast()
        where tokens[shot].form == "shot" && tokens[shot].upos == .noun && tokens[shot + 1].form == "dead" {
            let have = tokens[shot].head
            guard have >= 0, have < shot, tokens[have].lemma == "have", tokens[shot].relation.base == "obj" else {
                continue
            }
            (tokens[shot].upos, tokens[shot].xpos, tokens[shot].lemma) = (.verb, "VBN", "shoot")
            (tokens[shot].head, tokens[shot].relation) = (tokens[have].head, tokens[have].relation)
            for index in tokens.indices where tokens[index].head == have && index != shot { tokens[index].head = shot }
            (tokens[have].head, tokens[have].relation, tokens[have].upos) = (shot, DependencyRelation("aux"), .aux)
            (tokens[shot + 1].head, tokens[shot + 1].relation) = (shot, DependencyRelation("xcomp"))
            let numbers = tokens.indices.filter { $0 > shot + 1 && tokens[$0].upos == .num }
            guard let number = numbers.first, number - shot < 5,
                let noun = tokens.indices.first(where: { $0 > number && tokens[$0].upos == .noun }), noun - number < 4
            else { continue }
            (tokens[noun].head, tokens[noun].relation) = (shot, .object)
            (tokens[number].head, tokens[number].relation) = (noun, DependencyRelation("nummod"))
        }
    }

    /// "The 9th Armoured Division took the town": a unit's arm, read as a subject of its own beside it.
    private static func hangArms(_ tokens: inout [Token]) {
        for arm in tokens.indices.dropLast() where tokens[arm].head > arm + 1 && tokens[arm].relation.base == "nsubj" {
            let unit = arm + 1
            guard units.contains(tokens[unit].form.lowercased()), arms.contains(tokens[arm].form.lowercased()) else {
                continue
            }
            let verb = tokens[arm].head
            if tokens[unit].head != verb, tokens[unit].relation.base == "compound" { tokens[unit].head = verb }
            guard tokens[unit].head == verb else { continue }
            tokens[unit].relation = tokens[arm].relation
            (tokens[arm].head, tokens[arm].relation) = (unit, DependencyRelation("compound"))
            for index in tokens.indices where index < arm && tokens[index].head == arm { tokens[index].head = unit }
            for index in tokens.indices where index < arm && tokens[index].head == verb {
                // The article and the number of the unit.
                if ["det", "amod", "nummod"].contains(tokens[index].relation.base) { tokens[index].head = unit }
            }
        }
    }

    private static let arms: Set<String> = [
        "armored", "armoured", "mechanized", "mechanised", "motorized", "motorised", "infantry", "airborne", "mountain",
        "tank", "marine", "cavalry", "artillery", "commando", "parachute", "republican",
    ]
    private static let units: Set<String> = [
        "division", "divisions", "brigade", "brigades", "regiment", "battalion", "corps", "guard",
    ]

    /// "Took Tell Rifaat": a mound's name, read as a verb with an object.
    private static func nameMounds(_ tokens: inout [Token]) {
        for tell in tokens.indices.dropFirst()
        where tokens[tell].form == "Tell" && tokens[tell].upos == .verb && tell + 1 < tokens.count
            && tokens[tell + 1].upos == .propn && tokens[tell - 1].form != "\"" && tokens[tell - 1].form != "\u{201C}"
        {
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
