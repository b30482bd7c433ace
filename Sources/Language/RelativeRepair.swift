/// Relative clauses between a subject and its verb, behind which the parser loses the main clause: "the rebels, whom X
/// supports, controlled the town".
enum RelativeRepair {
    /// Mends the first of a tagged and parsed sentence.
    static func apply(to tokens: inout [Token]) {
        // Few words begin so: no hash is made of the others.
        guard tokens.contains(where: { $0.form.utf8.first == UInt8(ascii: "w") && pronouns.contains($0.form) }),
            let found = find(tokens),
            !isRight(found, tokens), isMain(found, tokens)
        else { return }
        raise(found, &tokens)
    }

    private static let pronouns: Set<String> = ["which", "whom", "whose", "who"]

    private struct Found {
        /// Head of the phrase before the comma.
        var noun: Int
        /// The commas around the relative clause.
        var open: Int
        var close: Int
        /// The verb of the relative clause, and that of the main clause.
        var inner: Int
        var verb: Int
    }

    private static func find(_ tokens: [Token]) -> Found? {
        for open in tokens.indices where tokens[open].form == "," && open > 0 && open + 3 < tokens.count {
            let first = tokens[open + 1].upos == .adp ? open + 2 : open + 1
            guard pronouns.contains(tokens[first].form) else { continue }
            for close in tokens.indices where close > first + 1 && close - first < 26 && tokens[close].form == "," {
                guard let verb = finiteVerb(after: close, tokens),
                    let inner = (first + 1..<close).first(where: {
                        tokens[$0].upos == .verb && ["VBD", "VBZ", "VBP", "VBN"].contains(tokens[$0].xpos)
                    })
                else { continue }
                var noun = open - 1
                while tokens[noun].head >= 0, tokens[noun].head < open, open - tokens[noun].head < 9,
                    ["flat", "compound", "amod", "nmod", "nummod"].contains(tokens[noun].relation.base)
                {
                    noun = tokens[noun].head
                }
                guard [.noun, .propn].contains(tokens[noun].upos) else { continue }
                return Found(noun: noun, open: open, close: close, inner: inner, verb: verb)
            }
        }
        return nil
    }

    /// "…, took", "…, have since taken", "…, also took".
    private static func finiteVerb(after comma: Int, _ tokens: [Token]) -> Int? {
        var at = comma + 1
        while at < tokens.count, at - comma < 5, [.aux, .adv].contains(tokens[at].upos) { at += 1 }
        guard at < tokens.count, tokens[at].upos == .verb, tokens[at].xpos != "VBG" else { return nil }
        let isBare = at == comma + 1
        return !isBare || ["VBD", "VBZ", "VBP", "VBN"].contains(tokens[at].xpos) ? at : nil
    }

    private static func isRight(_ found: Found, _ tokens: [Token]) -> Bool {
        tokens.indices.contains {
            tokens[$0].head == found.verb && tokens[$0].relation.base == "nsubj"
                && ($0 == found.noun || $0 > found.close)
        }
    }

    /// True where no other clause stands before, and the main verb was lost to the relative clause.
    private static func isMain(_ found: Found, _ tokens: [Token]) -> Bool {
        guard !tokens[..<found.noun].contains(where: { ["VBD", "VBZ", "VBP", "MD"].contains($0.xpos) }),
            let root = tokens.firstIndex(where: { $0.head < 0 })
        else { return false }
        return root == found.verb || root < found.close
    }

    private static func raise(_ found: Found, _ tokens: inout [Token]) {
        guard let root = tokens.firstIndex(where: { $0.head < 0 }) else { return }
        let (noun, inner, verb) = (found.noun, found.inner, found.verb)
        let inside = found.open..<found.close + 1
        (tokens[verb].head, tokens[verb].relation) = (-1, .root)
        (tokens[noun].head, tokens[noun].relation) = (verb, .subject)
        (tokens[inner].head, tokens[inner].relation) = (noun, DependencyRelation("acl:relcl"))
        if ![noun, inner, verb].contains(root) {
            tokens[root].head = inside.contains(root) ? inner : verb
            tokens[root].relation = DependencyRelation(root < noun ? "obl" : "dep")
        }
        for index in tokens.indices where ![noun, inner, verb, root].contains(index) {
            let head = tokens[index].head
            if index > found.close, head <= found.close { tokens[index].head = verb }
            if index < noun, inside.contains(head) || head == noun && isApart(tokens[index]) {
                tokens[index].head = verb
            }
        }
        PhraseRepair.hangLastMark(on: verb, &tokens)
    }

    /// What stands before a phrase and is no part of it: "on Sunday".
    private static func isApart(_ token: Token) -> Bool {
        !["det", "amod", "compound", "nummod", "case", "flat"].contains(token.relation.base)
            && token.relation.rawValue != "nmod:poss"
    }
}
