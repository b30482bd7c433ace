import Coding
import Testing

@Suite("Words looked up at every token")
struct WordTableTests {
    private static let words = Dictionary(
        uniqueKeysWithValues: (0..<500).map { ("word\($0 * 7919)", $0) } + [("", -1), ("été", -2), ("a", -3)])

    @Test("every word is found, and nothing else")
    func find() {
        let table = WordTable(Self.words)
        for (word, value) in Self.words { #expect(table[word] == value) }
        for word in ["word", "word1", "Word0", "b", "ete", "wordword0"] { #expect(table[word] == nil) }
        #expect(WordTable<Int>([:])["a"] == nil)
    }

    @Test("case is ignored where asked, beyond ASCII too")
    func anyCase() {
        let table = WordTable(Self.words)
        #expect(table[ignoringCase: "WORD7919"] == 1)
        #expect(table[ignoringCase: "ÉTÉ"] == -2)
        #expect(table[ignoringCase: "A"] == -3)
        #expect(table[ignoringCase: "WORD"] == nil)
    }
}
