import Language
import Record

/// Repairs what a general tagger gets wrong in reports of war: "IS" the party read as the verb, and lemmas of verbs
/// that are rare elsewhere.
enum WordForms {
    /// Analyses a text in which the acronym "IS" stands for a party: for the tagger it is another acronym of two letters.
    static func analyse(_ text: String, blocks: [TextRange], with analyser: Analyser) -> [Sentence] {
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
                } else if let lemma = lemmas[tokens[index].form.lowercased()], tokens[index].upos == .verb {
                    tokens[index].lemma = lemma
                }
            }
            return Sentence(tokens: tokens, names: sentence.names)
        }
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
