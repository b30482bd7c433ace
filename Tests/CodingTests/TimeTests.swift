import Coding
import Language
import Record
import Testing

@Suite("Times")
struct TimeTests {
    @Test("a sentence that ends in a word of time is read to its end", arguments: ["since", "until", "till", "last"])
    func endsInWord(_ word: String) {
        let sentence = Sentence(tokens: [
            Token(range: TextRange(0, 4), form: "Held", lemma: "hold", upos: .verb),
            Token(range: TextRange(5, 5 + word.utf8.count), form: word, lemma: word, upos: .adp, head: 0),
        ])
        #expect(TimeReader(today: PartialDate("2017-11-03")).read(sentence, in: "Held " + word).isEmpty)
    }
}
