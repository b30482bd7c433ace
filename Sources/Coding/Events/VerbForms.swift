/// Spells the regular forms of English verbs.
enum VerbForms {
    /// Third person, past and participles of a verb that is inflected by rule; both spellings where a final consonant may
    /// be doubled ("controlled", "targeted").
    static func regular(of verb: String) -> [String] {
        guard let last = verb.last, verb.count > 2, verb.allSatisfy({ $0.isLetter }) else { return [] }
        let vowels: Set<Character> = ["a", "e", "i", "o", "u"]
        let before = verb.dropLast().last ?? " "
        if last == "e" {
            let stem = String(verb.dropLast())
            return [verb + "s", verb + "d", stem + "ing"]
        }
        if last == "y", !vowels.contains(before) {
            let stem = String(verb.dropLast())
            return [stem + "ies", stem + "ied", verb + "ing"]
        }
        var found = [verb + "s", verb + "es", verb + "ed", verb + "ing"]
        if !vowels.contains(last), last != "w", last != "y", vowels.contains(before) {
            found += [verb + String(last) + "ed", verb + String(last) + "ing"]
        }
        return found
    }
}
