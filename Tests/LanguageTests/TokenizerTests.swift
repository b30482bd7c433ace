import Language
import Testing

@Suite("Tokens and sentences of news")
struct TokenizerTests {
    @Test(
        "tokens follow UD",
        arguments: [
            ("They don't know.", "They do n't know ."),
            ("It’s the army’s base.", "It ’s the army ’s base ."),
            ("We cannot leave.", "We can not leave ."),
            ("The U.S. said 1,200 of 3.5 million left.", "The U.S. said 1,200 of 3.5 million left ."),
            ("A US-backed force took Deir al-Zour.", "A US - backed force took Deir al - Zour ."),
            ("An anti-tank missile hit it.", "An anti-tank missile hit it ."),
            ("Gen. Smith met Mr. Jones.", "Gen. Smith met Mr. Jones ."),
            ("(Reuters) - Shells fell.", "( Reuters ) - Shells fell ."),
            ("See www.example.org/a-b today.", "See www.example.org/a-b today ."),
        ])
    func tokens(_ text: String, _ expected: String) throws {
        #expect(try Models.forms(text).joined(separator: " ") == expected)
    }

    @Test(
        "sentences end where readers end them",
        arguments: [
            ("Rebels shelled the town. Four people died. Others fled.", 3),
            ("\"We hold the bridge.\" Nobody could confirm it.", 2),
            ("Lt. Gen. J. Doe spoke to Mrs. Roe. She did not answer.", 2),
            ("The army left the village.The rebels entered it.", 2),
            ("Who holds the dam? Both sides claim it!", 2),
            ("The U.S. Army left Iraq in 2011.", 1),
            ("First line without an end\n\nSecond paragraph begins here.", 2),
        ])
    func sentences(_ text: String, _ count: Int) throws {
        #expect(try Models.analyse(text).count == count)
    }
}
