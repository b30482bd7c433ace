import Coding
import Record
import Testing

@Suite("The lexicon of events")
struct EventLexiconTests {
    private func lexicon() throws -> EventLexicon {
        try EventLexicon(folder: try DataFolder.path(.lexicon) + "/events", overlay: nil)
    }

    @Test("all entries can be read, and the longest phrase of a word comes first")
    func order() throws {
        let lexicon = try lexicon()
        #expect(lexicon.entries.count > 500)
        let take = try #require(lexicon.byLemma["take"])
        #expect(take.first?.rest.isEmpty == false)
    }

    @Test(
        "words of taking and losing tell control",
        arguments: [
            ("retake", Control.State.captured), ("seize", .captured), ("lose", .lost), ("hold", .held),
            ("besiege", .besieged),
        ])
    func control(word: String, state: Control.State) throws {
        let entries = try #require(try lexicon().byLemma[word])
        #expect(entries.contains { $0.content == .control(state) })
    }
}
