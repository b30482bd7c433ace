import Foundation
import Language
import Record
import Testing

@Suite("One answer")
struct SamenessTests {
    private static let text =
        Samples.news.joined(separator: " ") + "\n\n" + Samples.news.reversed().joined(separator: "\n")

    @Test("all kernels give what the fastest give, to the last tag", arguments: [Kernels.avx2, .baseline])
    func kernels(_ path: Kernels) throws {
        let fast = Analyser(models: try Models.open()), plain = Analyser(models: try Models.open(kernels: path))
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
        @Test("a hundred workers share one copy of the models, mapped once")
        func memory() async throws {
            let folder = FileManager.default.temporaryDirectory.appending(path: "models-\(UUID().uuidString)").path
            try FileManager.default.copyItem(atPath: DataFolder.path(.models), toPath: folder)
            defer { try? FileManager.default.removeItem(atPath: folder) }
            let models = try LanguageModels(folder: folder)
            let workers = (0..<100).map { _ in Analyser(models: models) }
            await withTaskGroup(of: Void.self) { group in
                for worker in workers { group.addTask { _ = worker.analyse(Self.text) } }
            }
            // The system hands this file out in pieces, which only a handle reads to the end.
            let handle = try #require(FileHandle(forReadingAtPath: "/proc/self/maps"))
            let text = String(decoding: try handle.readToEnd() ?? Data(), as: UTF8.self)
            let maps = text.split(separator: "\n")
            for name in ["parser", "names"] {
                #expect(maps.filter { $0.hasSuffix(folder + "/\(name).model") }.count == 1)
            }
            #expect(workers.allSatisfy { $0.analyse("Shells fell.").count == 1 })
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
