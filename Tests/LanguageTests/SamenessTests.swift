import Foundation
import Language
import Record
import Testing

@Suite("One answer")
struct SamenessTests {
    private static let text =
        Samples.news.joined(separator: " ") + "\n\n" + Samples.news.reversed().joined(separator: "\n")

    @Test("the baseline kernels give what the fast ones give, to the last tag")
    func kernels() throws {
        let fast = Analyser(models: try Models.open()), plain = Analyser(models: try Models.open(baseline: true))
        for text in Samples.news + Samples.odd + [Self.text] { #expect(fast.analyse(text) == plain.analyse(text)) }
    }

    @Test("any number of threads gives the same, over one copy of the models")
    func threads() async throws {
        let analyser = Analyser(models: try Models.open())
        let expected = analyser.analyse(Self.text)
        await withTaskGroup(of: [Sentence].self) { group in
            for _ in 0..<100 { group.addTask { analyser.analyse(Self.text) } }
            for await found in group { #expect(found == expected) }
        }
    }

    #if os(Linux)
        @Test("a hundred workers share one copy of the models")
        func memory() async throws {
            let models = try Models.open()
            let before = try residentBytes()
            let sentences = await withTaskGroup(of: Int.self) { group in
                for _ in 0..<100 {
                    let worker = Analyser(models: models)
                    group.addTask { worker.analyse(Self.text).count }
                }
                return await group.reduce(0, +)
            }
            #expect(sentences > 0)
            // A hundred copies would take 1.8 GB.
            #expect(try residentBytes() - before < 100_000_000)
        }

        private func residentBytes() throws -> Int {
            let pages = try String(contentsOfFile: "/proc/self/statm", encoding: .utf8).split(separator: " ")
            return try #require(Int(pages[1])) * 4096
        }
    #endif

    @Test("a text reads the same alone and after others")
    func order() throws {
        let analyser = Analyser(models: try Models.open())
        let alone = analyser.analyse(Samples.news[2])
        _ = analyser.analyse(Self.text)
        #expect(analyser.analyse(Samples.news[2]) == alone)
    }

    @Test("CoNLL-U has ten columns, multi-word tokens and names")
    func conllu() throws {
        let text = "They don't trust Daniel Okello."
        let written = CoNLLU.write(try Models.analyse(text), text: text)
        #expect(written.contains("# text = \(text)"))
        #expect(written.contains("2-3\tdon't\t"))
        #expect(written.contains("Entity=B-person"))
        for line in written.split(separator: "\n") where !line.hasPrefix("#") {
            #expect(line.split(separator: "\t", omittingEmptySubsequences: false).count == 10)
        }
    }
}
