import Language

/// Which verbs are passives, whatever the parser made of them.
extension Tree {
    /// True for a verb in the passive or a past participle that modifies a noun.
    func isPassive(_ verb: Int) -> Bool {
        if hasOwnObject(verb) || isDugIn(verb) { return false }
        if sentence.child(of: verb, "nsubj:pass", "aux:pass", "csubj:pass") != nil { return !isMisreadPassive(verb) }
        let token = tokens[verb]
        guard token.xpos == "VBN" || token.form.hasSuffix("ed"), !isWholeClause(verb) else { return false }
        if isHeadlinePassive(verb) { return true }
        if token.xpos == "VBN", sentence.child(of: verb, "obl:agent") != nil,
            sentence.child(of: verb, "nsubj", "aux", "obj") == nil
        {
            return true
        }
        if ["acl", "amod"].contains(token.relation.rawValue) { return true }
        if token.relation.rawValue == "acl:relcl" { return false }
        if token.xpos == "VBN", token.relation.base == "advcl" || token.relation.base == "parataxis" {
            return sentence.child(of: verb, "aux", "obj", "nsubj") == nil
        }
        if token.relation.base == "conj", token.head >= 0, token.xpos == "VBN",
            sentence.child(of: verb, "nsubj", "aux", "obj") == nil, tokens[token.head].upos == .verb
        {
            return isPassive(token.head)
        }
        return false
    }

    /// "Rebels pulled out of the town", "jets struck Kafr Zita": no auxiliary, and a past tense or an object right after it.
    private func isMisreadPassive(_ verb: Int) -> Bool {
        guard sentence.child(of: verb, "aux", "csubj:pass") == nil, agent(verb) == nil,
            tokens[verb].head < 0 || tokens[verb].relation.base != "acl"
        else { return false }
        if tokens[verb].xpos == "VBD" { return !Self.transitive.contains(lemma(verb).lowercased()) }
        guard verb + 1 < tokens.count, tokens[verb].xpos == "VBN" else { return false }
        let next = tokens[verb + 1]
        return (next.upos == .propn || next.upos == .x) && next.form.beginsUpper && !Self.days.contains(next.form)
            || next.form == "the"
    }

    private static let days: Set<String> = [
        "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday", "January", "February", "March",
        "April", "May", "June", "July", "August", "September", "October", "November", "December",
    ]

    /// Who did it to the subject of a passive; "by noon" did nothing.
    func agent(_ verb: Int) -> Int? {
        phrases(verb, "by").first {
            tokens[$0].upos != .num && !Self.days.contains(tokens[$0].form)
                && !Self.hours.contains(lemma($0).lowercased())
        }
    }

    private static let hours: Set<String> = [
        "noon", "midday", "dawn", "daybreak", "morning", "afternoon", "evening", "night", "midnight", "nightfall",
        "dusk", "sunset", "sunrise", "end", "time", "then", "now", "week", "month", "year", "day", "hour",
    ]

    /// "The militants are dug in": nobody did it to them.
    private func isDugIn(_ verb: Int) -> Bool {
        ["dug", "holed"].contains(tokens[verb].form) && sentence.child(of: verb, "compound:prt") != nil
            && sentence.child(of: verb, "obj") == nil
    }

    /// "The alliance, backed by jets, surrounded the town", taken for a passive though the town is its object.
    private func hasOwnObject(_ verb: Int) -> Bool {
        guard let object = sentence.child(of: verb, "obj"), object > verb,
            sentence.child(of: verb, "aux:pass", "iobj") == nil, agent(verb) == nil,
            !Self.naming.contains(lemma(verb).lowercased())
        else { return false }
        return sentence.child(of: verb, "nsubj:pass") != nil || tokens[verb].relation.rawValue == "acl"
    }

    /// Verbs whose passive keeps an object: "a town called X", "men given arms".
    private static let naming: Set<String> = [
        "call", "name", "dub", "give", "grant", "offer", "show", "tell", "teach", "hand", "award", "deny", "pay",
        "send",
        "elect", "appoint", "declare", "consider", "label", "nickname", "promise", "allow", "allot", "assign", "charge",
    ]

    /// Verbs that always have an object: without one they are passives.
    private static let transitive: Set<String> = ["kill", "wound", "injure", "displace", "execute", "kidnap", "abduct"]

    /// "Ten soldiers killed in blast": the passive of headlines.
    private func isHeadlinePassive(_ verb: Int) -> Bool {
        guard Self.transitive.contains(lemma(verb).lowercased()), sentence.child(of: verb, "obj", "aux") == nil,
            sentence.child(of: verb, "nsubj") != nil,
            !sentence.children(of: verb).contains(where: { relation($0) == "conj" && tokens[$0].upos == .verb })
        else { return false }
        return ["in", "by", "near", "at", "after", "during", "as", "when"].contains { phrase(verb, $0) != nil }
    }

    /// "Rebels advanced on the town", taken for a noun with a participle though the sentence has no other verb.
    func isWholeClause(_ verb: Int) -> Bool {
        let token = tokens[verb]
        guard token.relation.base == "acl", token.head >= 0, token.head < verb, tokens[token.head].head < 0,
            tokens[token.head].upos == .noun || tokens[token.head].upos == .propn, agent(verb) == nil
        else { return false }
        return !tokens.indices.contains {
            $0 != verb && (tokens[$0].upos == .aux || ["VBD", "VBZ", "VBP", "MD"].contains(tokens[$0].xpos))
        }
    }
}
