import Record

/// A name that may be a place, before it is resolved.
struct Found {
    var range = TextRange(0, 0)
    var sentence = 0
    var tokens = 0..<1
    /// The cleaned name.
    var key: [UInt8]
    /// The kind that the words around it ask for.
    var kind: String?
    /// Whether it stands in the name of a body.
    var isInBody = false
    /// Whether the text says by itself that it is a place, known or not.
    var isSure = true
    var candidates: [Candidate] = []

    /// What mentions of one sense share: the name, and whether the words around it ask for a division ("Raqqa province"
    /// beside "Raqqa").
    var sense: [UInt8] {
        switch kind {
        case "admin1", "admin2", "admin3": key + Array("#division".utf8)
        default: key
        }
    }

    init(span: Int, key: [UInt8]) { self.key = key }
    init(key: [UInt8], sentence: Int, tokens: Range<Int>, range: TextRange) {
        (self.key, self.sentence, self.tokens, self.range) = (key, sentence, tokens, range)
    }
}
