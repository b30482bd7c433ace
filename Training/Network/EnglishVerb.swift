/// The forms of an English verb by its fine tag.
enum EnglishVerb {
    /// Past and participle of those that `war-grammar.txt` has and rules do not give.
    private static let irregular: [String: (past: String, participle: String)] = [
        "retake": ("retook", "retaken"), "take": ("took", "taken"), "overrun": ("overran", "overrun"),
        "hold": ("held", "held"), "run": ("ran", "run"), "leave": ("left", "left"), "lose": ("lost", "lost"),
        "flee": ("fled", "fled"), "shoot": ("shot", "shot"), "withdraw": ("withdrew", "withdrawn"),
        "hit": ("hit", "hit"), "strike": ("struck", "struck"), "say": ("said", "said"), "drive": ("drove", "driven"),
        "fall": ("fell", "fallen"), "come": ("came", "come"), "break": ("broke", "broken"), "beat": ("beat", "beaten"),
        "fight": ("fought", "fought"), "begin": ("began", "begun"), "tell": ("told", "told"),
        "lead": ("led", "led"), "bring": ("brought", "brought"),
    ]

    static func form(of lemma: String, _ tag: String) -> String {
        switch tag {
        case "VBD": irregular[lemma]?.past ?? past(lemma)
        case "VBN": irregular[lemma]?.participle ?? past(lemma)
        case "VBG": (lemma.hasSuffix("e") && !lemma.hasSuffix("ee") ? String(lemma.dropLast()) : doubled(lemma)) + "ing"
        case "VBZ": third(lemma)
        default: lemma
        }
    }

    private static func past(_ lemma: String) -> String {
        if lemma.hasSuffix("e") { return lemma + "d" }
        if endsInY(lemma) { return lemma.dropLast() + "ied" }
        return doubled(lemma) + "ed"
    }

    /// The third person of the present.
    static func third(_ lemma: String) -> String {
        if lemma == "have" { return "has" }
        if endsInY(lemma) { return lemma.dropLast() + "ies" }
        let hisses =
            lemma.last.map { "sxzo".contains($0) } == true || lemma.hasSuffix("ch") || lemma.hasSuffix("sh")
        return lemma + (hisses ? "es" : "s")
    }

    private static func endsInY(_ lemma: String) -> Bool {
        lemma.hasSuffix("y") && !"aeiou".contains(lemma.dropLast().last ?? "a")
    }

    /// Verbs stressed on a short last syllable.
    private static func doubled(_ lemma: String) -> String {
        ["control", "hit", "lob", "drop", "plan", "kidnap", "trap", "run", "overrun", "repel", "begin"].contains(lemma)
            ? lemma + String(lemma.suffix(1)) : lemma
    }
}
