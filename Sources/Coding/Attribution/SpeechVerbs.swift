/// Verbs and nouns that hand a claim to a source, and what they make of it.
enum SpeechVerbs {
    /// By lemma.
    static let verbs: [String: FoundAttribution.Hint] = table([
        .said: [
            "say", "tell", "report", "state", "add", "note", "confirm", "explain", "acknowledge", "admit", "comment",
            "describe", "observe", "quote", "cite", "tweet", "write", "post", "reveal", "disclose", "document",
            "record",
            "recount", "recall", "remark", "reply", "respond", "argue", "estimate", "believe", "indicate", "show",
            "suggest", "mention", "inform", "reiterate", "stress", "emphasise", "emphasize", "concede", "conclude",
            "find", "put", "broadcast", "publish", "testify", "monitor", "count", "verify", "declare", "announce",
        ],
        .claimed: [
            "claim", "allege", "assert", "insist", "boast", "maintain", "contend", "accuse", "blame", "purport",
        ],
        .denied: ["deny", "reject", "refute", "dismiss", "dispute", "rebut", "disavow"],
        .pledged: [
            "vow", "pledge", "promise", "threaten", "order", "urge", "swear", "undertake", "demand", "call",
        ],
        .forecast: ["expect", "predict", "forecast", "anticipate", "fear", "hope"],
        .warned: ["warn", "caution"],
    ])

    /// These take their source as a subject and never as what they tell of ("found dead", "showed").
    static let needsClause: Set<String> = [
        "find", "put", "show", "count", "record", "believe", "expect", "fear", "hope", "call", "order", "demand",
        "describe",
        "monitor", "indicate", "suggest", "urge", "reject", "dismiss", "admit", "respond", "observe", "maintain",
        "post",
        "document", "argue", "reveal", "recall", "note", "estimate", "threaten", "blame", "accuse", "quote", "cite",
    ]

    /// Nouns whose clause is what someone says ("reports that", "a statement that").
    static let nouns: Set<String> = [
        "report", "statement", "claim", "communique", "communiqué", "briefing", "interview", "allegation",
        "announcement", "testimony", "assertion", "account", "denial",
    ]

    /// Verbs whose subject says what their noun says ("issued a statement that").
    static let issuing: Set<String> = ["issue", "release", "publish", "make", "give", "read", "broadcast", "carry"]

    private static func table(_ groups: [FoundAttribution.Hint: [String]]) -> [String: FoundAttribution.Hint] {
        var found: [String: FoundAttribution.Hint] = [:]
        for (hint, words) in groups { for word in words { found[word] = hint } }
        return found
    }
}
