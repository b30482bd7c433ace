/// Where tagger and parser disagree, the tree decides: a small-case noun with a subject of its own and no copula,
/// determiner or preposition is a finite verb ("Rebel forces advance towards the town" in captions and headlines).
enum TagRepair {
    /// Retags such nouns; `verbLemma` gives the lemma of a form read as a finite verb.
    static func apply(to sentence: inout Sentence, verbLemma: (_ form: String, _ tag: String) -> String) {
        nameGroups(&sentence)
        for index in sentence.tokens.indices where sentence.tokens[index].upos == .noun {
            let token = sentence.tokens[index]
            guard token.relation.base == "root" || token.relation.base == "parataxis" || token.relation.base == "ccomp",
                token.form.first?.isLowercase == true, let subject = sentence.child(of: index, "nsubj"), subject < index
            else { continue }
            let barred = sentence.children(of: index).contains { child in
                let relation = sentence.tokens[child].relation.base
                return ["cop", "det", "case", "amod", "compound", "nummod", "punct"].contains(relation) && child < index
                    && (relation != "punct" || child == index - 1 && sentence.tokens[child].form == "-")
            }
            guard !barred else { continue }
            let past = verbLemma(token.form, "VERB_VBD")
            // An irregular past has a lemma that the form does not begin with: "retook", "overran".
            let irregular = past != token.form && !token.form.hasPrefix(past) && !past.hasPrefix(token.form)
            let tag =
                token.form.hasSuffix("s") ? "VBZ" : token.form.hasSuffix("ed") || irregular ? "VBD" : "VBP"
            sentence.tokens[index].upos = .verb
            sentence.tokens[index].xpos = tag
            sentence.tokens[index].lemma = tag == "VBD" ? past : verbLemma(token.form, "VERB_" + tag)
        }
    }

    /// "IS fighters", "driving out IS": capitals among small letters are the group and no verb.
    private static func nameGroups(_ sentence: inout Sentence) {
        let tokens = sentence.tokens
        guard tokens.contains(where: { $0.form == "IS" && $0.upos == .aux }),
            tokens.contains(where: { $0.form.count > 2 && $0.form.allSatisfy(\.isLowercase) })
        else { return }
        for index in tokens.indices where tokens[index].form == "IS" && tokens[index].upos == .aux {
            (sentence.tokens[index].upos, sentence.tokens[index].xpos) = (.propn, "NNP")
            sentence.tokens[index].lemma = "IS"
            guard ["cop", "aux", "case"].contains(tokens[index].relation.base), tokens[index].head > index else {
                continue
            }
            let noun = index + 1
            guard tokens[noun].upos == .noun else { continue }
            (sentence.tokens[index].head, sentence.tokens[index].relation) = (noun, DependencyRelation("compound"))
        }
    }
}
