import Language
import Record
import Testing

@Suite("Lemmas, trees and names")
struct AnalysisTests {
    @Test(
        "verbs of war have their dictionary form",
        arguments: [
            ("Troops retook the town.", "retook", "retake"), ("Gunners shelled the market.", "shelled", "shell"),
            ("Thousands fled the city.", "fled", "flee"), ("Fighters seized a base.", "seized", "seize"),
            ("The army withdrew from the hill.", "withdrew", "withdraw"),
            ("Rebels overran the post.", "overran", "overrun"),
            ("The town was besieged by militiamen.", "besieged", "besiege"),
            ("The town fell on Monday.", "fell", "fall"),
            ("The town was besieged by militiamen.", "militiamen", "militiaman"),
        ])
    func lemmas(_ text: String, _ form: String, _ lemma: String) throws {
        let token = try Models.analyse(text).flatMap(\.tokens).first { $0.form == form }
        #expect(token?.lemma == lemma)
    }

    @Test("an active sentence has subject, verb and object")
    func tree() throws {
        let sentence = try #require(try Models.analyse("Rebel fighters captured the town on Sunday.").first)
        let verb = sentence.root
        #expect(sentence.tokens[verb].lemma == "capture")
        let subject = try #require(sentence.child(of: verb, "nsubj"))
        let object = try #require(sentence.child(of: verb, "obj"))
        #expect(sentence.tokens[subject].form == "fighters")
        #expect(sentence.tokens[object].form == "town")
        #expect(sentence.ancestors(of: subject) == [verb])
        #expect(sentence.subtree(of: object).map { sentence.tokens[$0].form } == ["the", "town"])
    }

    @Test("a passive has its agent")
    func passive() throws {
        let sentence = try #require(try Models.analyse("The bridge was destroyed by government troops.").first)
        #expect(sentence.child(of: sentence.root, "nsubj:pass") != nil)
        #expect(sentence.child(of: sentence.root, "obl") != nil)
    }

    @Test("every tree has one root and no circle", arguments: Samples.news + Samples.odd)
    func trees(_ text: String) throws {
        for sentence in try Models.analyse(text) {
            #expect(sentence.tokens.filter { $0.head < 0 }.count == 1)
            for index in sentence.tokens.indices {
                let ancestors = sentence.ancestors(of: index)
                #expect(!ancestors.contains(index))
                #expect(index == sentence.root || ancestors.last == sentence.root)
            }
        }
    }

    @Test("people, places and organisations are told apart")
    func names() throws {
        let text = "President Daniel Okello met officials of the Red Cross in Nairobi. Okello then flew to Mogadishu."
        let found = try Models.analyse(text).flatMap { sentence in
            sentence.names.map { (sentence.text(of: $0.tokens, in: text), $0.kind) }
        }
        #expect(found.contains { $0 == ("Daniel Okello", .person) })
        #expect(found.contains { $0 == ("Okello", .person) })
        #expect(found.contains { $0 == ("Nairobi", .location) })
        #expect(found.contains { $0 == ("Mogadishu", .location) })
        #expect(found.contains { $0.1 == .organisation && $0.0.hasSuffix("Red Cross") })
    }

    @Test("names do not overlap and stand in order", arguments: Samples.news)
    func order(_ text: String) throws {
        for sentence in try Models.analyse(text) {
            for (first, second) in zip(sentence.names, sentence.names.dropFirst()) {
                #expect(first.tokens.upperBound <= second.tokens.lowerBound)
            }
        }
    }
}
