import Coding
import Testing

@Suite("Numbers and counts")
struct NumberTests {
    @Test(
        "figures and words are read to their value",
        arguments: [
            ("1,500", 1500.0), ("forty-two", 42), ("three hundred and twelve", 312), ("2.5 million", 2_500_000),
            ("twenty thousand", 20_000), ("a dozen", 12), ("four thousand", 4000),
        ])
    func values(text: String, value: Double) throws {
        let words = text.split(separator: " ").map(String.init)
        let read = try #require(NumberWords.read(words, at: 0))
        #expect(read.value == value)
        #expect(read.end == words.count)
    }

    @Test("words that are no numbers are not read", arguments: ["army", "B-52", "10.20.30", ""])
    func noNumber(word: String) { #expect(NumberWords.value(word) == nil) }
}
