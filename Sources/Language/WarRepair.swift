/// Phrases of war that the parser misreads, for everyday English has none of them: units by their arms, bombs by their
/// kinds, people shot dead, strikes "believed to be" somebody's.
enum WarRepair {
    /// Mends them in a tagged and parsed sentence.
    static func apply(to tokens: inout [Token]) {
        hangArms(&tokens)
        raiseShot(&tokens)
        raiseShotOfMany(&tokens)
        raiseControls(&tokens)
        modifyFirst(&tokens)
        nameMines(&tokens)
        cutDateline(&tokens)
        nameNationals(&tokens)
        takePrisoner(&tokens)
        raiseAgain(&tokens)
        nameBombs(&tokens)
        raiseAfterBelief(&tokens)
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
                        && harming.contains(tokens[$0].form.lowercased()) && PhraseRepair.isBelow($0, bomb, tokens)
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
        PhraseRepair.hangLastMark(on: verb, &tokens)
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

    /// "Gunmen shot dead a teacher", "police shot two men": "shot" read as a noun of a phrase without a verb.
    private static func raiseShotOfMany(_ tokens: inout [Token]) {
        guard let root = tokens.firstIndex(where: { $0.head < 0 }), [.noun, .propn].contains(tokens[root].upos),
            let shot = tokens.indices.dropLast().first(where: { $0 > 0 && tokens[$0].form == "shot" }), shot < root,
            root - shot < 7, tokens[shot].upos == .noun,
            ["NNS", "NNPS"].contains(tokens[shot - 1].xpos) || tokens[shot - 1].form.lowercased() == "police"
        else { return }
        let next = tokens[shot + 1]
        guard next.form == "dead" || [.det, .num, .pron, .adj].contains(next.upos) || next.xpos == "NNS" else { return }
        (tokens[shot].upos, tokens[shot].xpos, tokens[shot].lemma) = (.verb, "VBD", "shoot")
        (tokens[shot].head, tokens[shot].relation) = (-1, .root)
        for index in tokens.indices where index < shot - 1 {
            let head = tokens[index].head
            if head == shot || head == root { tokens[index].head = shot - 1 }
        }
        (tokens[shot - 1].head, tokens[shot - 1].relation) = (shot, .subject)
        (tokens[root].head, tokens[root].relation) = (shot, .object)
        for index in tokens.indices where index > shot && tokens[index].head < shot && tokens[index].head >= 0 {
            tokens[index].head = index == root ? shot : root
        }
        if next.form == "dead" {
            (tokens[shot + 1].head, tokens[shot + 1].relation) = (shot, DependencyRelation("xcomp"))
        }
        PhraseRepair.hangLastMark(on: shot, &tokens)
    }

    /// "The army for its part controls X": "controls" read as a noun of a phrase without a verb.
    private static func raiseControls(_ tokens: inout [Token]) {
        guard let root = tokens.firstIndex(where: { $0.head < 0 }), [.noun, .propn].contains(tokens[root].upos),
            let verb = tokens.indices.dropLast().first(where: {
                $0 > root && ["controls", "holds"].contains(tokens[$0].form) && tokens[$0].xpos == "NNS"
            }), PhraseRepair.isBelow(verb, root, tokens),
            tokens[verb + 1].upos == .propn || ["the", "most", "all", "much", "half"].contains(tokens[verb + 1].form)
        else { return }
        let object = tokens.indices.first { $0 > verb && tokens[$0].head == verb && tokens[$0].upos == .propn }
        (tokens[verb].upos, tokens[verb].xpos, tokens[verb].lemma) = (
            .verb, "VBZ", tokens[verb].form == "holds" ? "hold" : "control"
        )
        (tokens[verb].head, tokens[verb].relation) = (-1, .root)
        (tokens[root].head, tokens[root].relation) = (verb, .subject)
        if let object { (tokens[object].head, tokens[object].relation) = (verb, .object) }
        for index in tokens.indices where index < verb && tokens[index].head == verb && index != root {
            // "For its part".
            if tokens[index].upos == .noun { tokens[index].relation = DependencyRelation("obl") }
        }
        PhraseRepair.hangLastMark(on: verb, &tokens)
    }

    /// "KIGALI: The front gained the airport": the place of the report read as the subject, and the subject beside it.
    private static func cutDateline(_ tokens: inout [Token]) {
        guard tokens.count > 4, tokens[0].form == tokens[0].form.uppercased(), tokens[0].form.utf8.count > 2,
            let colon = tokens.indices.prefix(4).first(where: { tokens[$0].form == ":" }), colon > 0,
            let place = tokens[..<colon].indices.first(where: { tokens[$0].relation.base == "nsubj" }),
            let subject = tokens.indices.first(where: {
                $0 > colon && tokens[$0].head == place
                    && ["appos", "parataxis", "dep"].contains(tokens[$0].relation.base)
            }), subject < tokens[place].head
        else { return }
        (tokens[subject].head, tokens[subject].relation) = (tokens[place].head, .subject)
        tokens[place].relation = DependencyRelation("dep")
    }

    /// "Troops shot dead a Palestinian": a nationality with an article of its own, read as an adjective.
    private static func nameNationals(_ tokens: inout [Token]) {
        for index in tokens.indices.dropFirst()
        where tokens[index].upos == .adj && tokens[index].form.first?.isUppercase == true
            && ["a", "an"].contains(tokens[index - 1].form.lowercased()) && tokens[index - 1].head == index
        {
            let relation = tokens[index].relation.base
            guard ["nsubj", "obj", "xcomp", "obl"].contains(relation) else { continue }
            (tokens[index].upos, tokens[index].xpos) = (.noun, "NN")
            let verb = tokens[index].head
            if relation == "xcomp", verb >= 0, verb < index, tokens[verb].upos == .verb,
                !tokens.contains(where: { $0.head == verb && $0.relation.base == "obj" })
            {
                tokens[index].relation = .object
            }
        }
    }

    /// "Took 30 soldiers prisoner": the soldiers hung on the prisoner.
    private static func takePrisoner(_ tokens: inout [Token]) {
        for word in tokens.indices.dropFirst()
        where ["prisoner", "hostage", "captive"].contains(tokens[word].form) && tokens[word].head >= 0 {
            let verb = tokens[word].head
            guard verb < word, ["take", "hold"].contains(tokens[verb].lemma),
                !tokens.contains(where: { $0.head == verb && $0.relation.base == "obj" && $0.form != tokens[word].form }
                ),
                [.noun, .propn].contains(tokens[word - 1].upos), tokens[word - 1].head == word
            else { continue }
            (tokens[word - 1].head, tokens[word - 1].relation) = (verb, .object)
            tokens[word].relation = DependencyRelation("xcomp")
        }
    }

    /// "A mine went off": the noun read as the pronoun.
    private static func nameMines(_ tokens: inout [Token]) {
        for index in tokens.indices.dropFirst()
        where tokens[index].form == "mine" && tokens[index].upos == .pron
            && ["a", "the", "another", "one", "land"].contains(tokens[index - 1].form.lowercased())
        {
            (tokens[index].upos, tokens[index].xpos, tokens[index].lemma) = (.noun, "NN", "mine")
        }
    }

    /// "Masked men ambushed a convoy": the participle read as a clause of which the men are the object.
    private static func modifyFirst(_ tokens: inout [Token]) {
        guard tokens.count > 3, ["VBD", "VBN"].contains(tokens[0].xpos), tokens[0].form.hasSuffix("ed"),
            tokens[1].xpos == "NNS", tokens[1].head == 0, tokens[0].head > 1
        else { return }
        let verb = tokens[0].head
        guard ["VBD", "VBZ", "VBP", "VBN"].contains(tokens[verb].xpos),
            !tokens.contains(where: { $0.head == verb && $0.relation.base == "nsubj" })
        else { return }
        (tokens[1].head, tokens[1].relation) = (verb, .subject)
        (tokens[0].head, tokens[0].relation) = (1, DependencyRelation("amod"))
        (tokens[0].upos, tokens[0].xpos) = (.adj, "JJ")
        for index in tokens.indices where index > 1 && tokens[index].head == 0 { tokens[index].head = verb }
    }

    /// "The army re-established control of X": the verb read as an adjective of what it governs.
    private static func raiseAgain(_ tokens: inout [Token]) {
        for verb in tokens.indices.dropFirst()
        where tokens[verb].upos == .adj && tokens[verb].form.hasPrefix("re-") && tokens[verb].form.hasSuffix("ed") {
            let (noun, subject) = (tokens[verb].head, verb - 1)
            guard noun == verb + 1, tokens[subject].head == noun, [.noun, .propn].contains(tokens[subject].upos),
                tokens[subject].relation.base == "compound"
            else { continue }
            (tokens[verb].upos, tokens[verb].xpos) = (.verb, "VBD")
            tokens[verb].lemma =
                tokens[verb].form.hasSuffix("ied")
                ? String(tokens[verb].form.dropLast(3)) + "y" : String(tokens[verb].form.dropLast(2))
            (tokens[verb].head, tokens[verb].relation) = (tokens[noun].head, tokens[noun].relation)
            (tokens[noun].head, tokens[noun].relation) = (verb, .object)
            (tokens[subject].head, tokens[subject].relation) = (verb, .subject)
            for index in tokens.indices where index < subject && tokens[index].head == noun {
                tokens[index].head = subject
            }
            if tokens[verb].head < 0 { PhraseRepair.hangLastMark(on: verb, &tokens) }
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
}
