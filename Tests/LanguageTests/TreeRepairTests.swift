import Language
import Testing

/// Finite verbs that the parser took for adjectives or participles.
@Suite("Repaired trees")
struct TreeRepairTests {
    @Test(
        "the verb of a plain sentence is its root, with subject and object",
        arguments: [
            ("The army lost control of the town to the rebels.", "lost", "army", "control"),
            ("Troops imposed control over the valley.", "imposed", "Troops", "control"),
            ("The rebels controlled half of the city.", "controlled", "rebels", "half"),
        ])
    func roots(_ text: String, _ verb: String, _ subject: String, _ object: String) throws {
        let sentence = try #require(try Models.analyse(text).first)
        let root = sentence.root
        #expect(sentence.tokens[root].form == verb)
        #expect(sentence.child(of: root, "nsubj").map { sentence.tokens[$0].form } == subject)
        #expect(sentence.child(of: root, "obj").map { sentence.tokens[$0].form } == object)
    }

    @Test("orders given are a passive still")
    func ditransitive() throws {
        let sentence = try #require(
            try Models.analyse("Troops given orders to leave were waiting at the bridge.").first)
        let given = try #require(sentence.tokens.firstIndex { $0.form == "given" })
        #expect(sentence.tokens[given].relation.base != "root")
    }

    @Test("IS among small letters is a name")
    func group() throws {
        let tokens = try Models.analyse("They took the crossing from IS fighters on Monday.").flatMap(\.tokens)
        #expect(tokens.first { $0.form == "IS" }?.upos == .propn)
    }

    @Test("every tree has one root and no circle")
    func trees() throws {
        for text in [
            "The army lost control of the town said the mayor on Monday.",
            "Fighters captured the hill east of the river laying siege to the town.",
            "He said that the SDF controlled 95 percent of the city.",
            "The air force hit positions of the rebels in the east.",
        ] {
            for sentence in try Models.analyse(text) {
                #expect(sentence.tokens.filter { $0.head < 0 }.count == 1, "\(text)")
                for index in sentence.tokens.indices {
                    #expect(sentence.ancestors(of: index).count < sentence.tokens.count, "\(text)")
                }
            }
        }
    }
}
