package import Language
package import Record

/// Repairs what a general tagger gets wrong in reports of war: "IS" the party read as the verb, and lemmas of verbs
/// that are rare elsewhere.
package enum WordForms {
    /// Analyses a text in which the acronym "IS" stands for a party: for the tagger it is another acronym of two letters.
    package static func analyse(
        _ text: String, blocks: [TextRange], with analyser: Analyser, forms: [String: String] = [:]
    ) -> [Sentence] {
        var bytes = Array(text.utf8)
        var places: Set<Int> = []
        var at = 0
        while at + 1 < bytes.count {
            if bytes[at] == 0x49, bytes[at + 1] == 0x53, isBreak(bytes, at - 1), isBreak(bytes, at + 2),
                !shouts(bytes, at)
            {
                (bytes[at], bytes[at + 1]) = (0x45, 0x55)
                places.insert(at)
            }
            at += 1
        }
        var sentences = analyser.analyse(places.isEmpty ? text : String(decoding: bytes, as: UTF8.self), blocks: blocks)
        for number in sentences.indices {
            for index in sentences[number].tokens.indices {
                if !places.isEmpty, places.contains(sentences[number].tokens[index].range.start),
                    sentences[number].tokens[index].form == "EU"
                {
                    sentences[number].tokens[index].form = "IS"
                    sentences[number].tokens[index].lemma = "IS"
                } else {
                    repair(&sentences[number].tokens[index], forms)
                }
            }
        }
        return sentences
    }

    private static func repair(_ token: inout Token, _ forms: [String: String]) {
        // "The army retook": never a noun.
        if token.upos == .noun || token.upos == .propn, isPast(token.form, forms) {
            (token.upos, token.xpos) = (.verb, "VBD")
        }
        guard token.upos == .verb else { return }
        let form = token.form.lowercased()
        if let lemma = lemmas[form] ?? forms[form] { token.lemma = lemma }
    }

    /// True for a form that is the past of a verb and nothing else.
    private static func isPast(_ form: String, _ forms: [String: String]) -> Bool {
        guard form.beginsLower, form.hasSuffix("ed") ? !adjectives.contains(form) : irregular.contains(form) else {
            return false
        }
        return lemmas[form] ?? forms[form] != nil
    }

    private static let adjectives: Set<String> = ["wounded", "injured", "displaced", "accused", "armed", "besieged"]
    private static let irregular: Set<String> = [
        "retook", "retaken", "fled", "overran", "withdrew", "withdrawn", "overthrew", "fought",
    ]

    private static func isBreak(_ bytes: [UInt8], _ at: Int) -> Bool {
        guard bytes.indices.contains(at) else { return true }
        let byte = bytes[at]
        return
            !((65...90).contains(byte) || (97...122).contains(byte) || (48...57).contains(byte)
            || byte >= 0x80 && byte != 0xE2)
    }

    /// True where the words around are all in capitals.
    private static func shouts(_ bytes: [UInt8], _ at: Int) -> Bool {
        let near = bytes[max(0, at - 12)..<min(bytes.count, at + 14)]
        return !near.contains { (97...122).contains($0) }
    }

    private static let lemmas: [String: String] = [
        "freed": "free", "freeing": "free", "fled": "flee", "fleeing": "flee", "flees": "flee", "retook": "retake",
        "retaken": "retake", "retaking": "retake", "overran": "overrun", "overrunning": "overrun", "slain": "slay",
        "slew": "slay", "withdrew": "withdraw",
        "withdrawn": "withdraw", "struck": "strike", "beheaded": "behead", "fought": "fight", "besieged": "besiege",
        "besieging": "besiege", "seized": "seize", "seizing": "seize", "shelled": "shell", "shelling": "shell",
        "routed": "rout",
        "ousted": "oust", "ambushed": "ambush", "ceded": "cede", "raided": "raid", "torched": "torch",
        "abducted": "abduct",
        "recaptured": "recapture", "recapturing": "recapture", "regained": "regain", "bombed": "bomb",
        "bombing": "bomb",
        "clashed": "clash", "clashing": "clash", "stormed": "storm", "overthrew": "overthrow", "liberated": "liberate",
        "evicted": "evict",
        "encircled": "encircle", "encircling": "encircle", "surrounded": "surround", "pounded": "pound",
        "massacred": "massacre",
    ]
}
