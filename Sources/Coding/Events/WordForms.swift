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
        let sentences = analyser.analyse(places.isEmpty ? text : String(decoding: bytes, as: UTF8.self), blocks: blocks)
        return sentences.map { sentence in
            var tokens = sentence.tokens
            for index in tokens.indices {
                if places.contains(tokens[index].range.start), tokens[index].form == "EU" {
                    tokens[index].form = "IS"
                    tokens[index].lemma = "IS"
                    continue
                }
                // "The army retook": never a noun.
                if [.noun, .propn].contains(tokens[index].upos), isPast(tokens[index].form, forms) {
                    (tokens[index].upos, tokens[index].xpos) = (.verb, "VBD")
                }
                if tokens[index].upos == .verb {
                    let form = tokens[index].form.lowercased()
                    if let lemma = lemmas[form] ?? forms[form] { tokens[index].lemma = lemma }
                }
            }
            return Sentence(tokens: tokens, names: sentence.names)
        }
    }

    /// True for a form that is the past of a verb and nothing else.
    private static func isPast(_ form: String, _ forms: [String: String]) -> Bool {
        guard form.first?.isLowercase == true, lemmas[form] ?? forms[form] != nil else { return false }
        return form.hasSuffix("ed")
            ? !["wounded", "injured", "displaced", "accused", "armed", "besieged"].contains(form)
            : ["retook", "retaken", "fled", "overran", "withdrew", "withdrawn", "overthrew", "fought"].contains(form)
    }

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
