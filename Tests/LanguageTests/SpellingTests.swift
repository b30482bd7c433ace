import Language
import Testing

@Suite("Spelling and clusters")
struct SpellingTests {
    @Test(
        "British and American spellings have one key",
        arguments: [
            ("organise", "organize"), ("mobilisation", "mobilization"), ("analysed", "analyzed"),
            ("defence", "defense"), ("armoured", "armored"), ("neighbourhood", "neighborhood"), ("centre", "center"),
            ("labour", "labor"), ("honourable", "honorable"), ("kilometre", "kilometer"), ("programme", "program"),
            ("towards", "toward"), ("dishonour", "dishonor"), ("manoeuvre", "maneuver"),
        ])
    func meet(_ british: String, _ american: String) {
        #expect(SpellingKey.key(for: british) == american)
        #expect(SpellingKey.key(for: american) == american)
    }

    @Test(
        "words that only look British keep their spelling",
        arguments: [
            "rise", "promise", "compromise", "exercise", "surprise", "four", "hour", "tour", "detour", "pour", "our",
            "advise", "raise", "enterprise", "expertise", "glamour", "uprising", "supervise", "course", "journalist",
            "", "a", "is",
        ])
    func stay(_ word: String) {
        #expect(SpellingKey.key(for: word) == word)
    }

    @Test("clusters are found by lower-cased form, digits folded, and nothing else is found")
    func clusters() {
        let words: [(form: String, cluster: UInt16)] =
            (1...900).map { ("word-\(letters($0))", UInt16($0)) } + [("00th", 1000)]
        let table = WordClusters.build(words)
        table.keys.withUnsafeBufferPointer { keys in
            table.values.withUnsafeBufferPointer { values in
                let clusters = WordClusters(keys: keys, values: values)
                for word in words { #expect(clusters.cluster(of: TokenFeatures(word.form).lower) == word.cluster) }
                #expect(clusters.cluster(of: TokenFeatures("WORD-" + letters(7)).lower) == 7)
                #expect(clusters.cluster(of: TokenFeatures("19th").lower) == 1000)
                #expect(clusters.cluster(of: TokenFeatures("elsewhere").lower) == 0)
            }
        }
    }

    /// A number in letters: digits fall together in the features.
    private func letters(_ number: Int) -> String {
        String(String(number).utf8.map { Character(UnicodeScalar($0 + 49)) })
    }
}
