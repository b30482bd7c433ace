import Foundation
import Language
import Record
import Testing

@Suite("Model files")
struct ModelFileTests {
    private func temporary() -> String {
        FileManager.default.temporaryDirectory.appendingPathComponent("model-\(UUID().uuidString)").path
    }

    @Test("the shipped models are whole: version and checksum", arguments: ["parser", "lemmas", "sentences", "names"])
    func whole(_ name: String) throws {
        _ = try ModelFile(path: DataFolder.path(.models) + "/\(name).model", verify: true)
    }

    @Test("a missing, foreign, cut or altered file is refused with its path")
    func broken() throws {
        let path = temporary()
        defer { try? FileManager.default.removeItem(atPath: path) }
        #expect(throws: ModelFile.Broken.self) { try ModelFile(path: path) }
        try Data("not a model".utf8).write(to: URL(fileURLWithPath: path))
        #expect(throws: ModelFile.Broken.self) { try ModelFile(path: path) }
        try ModelFile.write([("numbers", [1, 2, 3, 4])], to: path)
        var data = try Data(contentsOf: URL(fileURLWithPath: path))
        data[data.count - 1] ^= 1
        try data.write(to: URL(fileURLWithPath: path))
        #expect(throws: ModelFile.Broken.self) { try ModelFile(path: path, verify: true) }
        try data.prefix(60).write(to: URL(fileURLWithPath: path))
        #expect(throws: ModelFile.Broken.self) { try ModelFile(path: path) }
    }

    @Test("sections come back as they were written, on cache lines")
    func sections() throws {
        let path = temporary()
        defer { try? FileManager.default.removeItem(atPath: path) }
        try ModelFile.write([("a", [1, 2, 3]), ("b", Array(repeating: 7, count: 100))], to: path)
        let file = try ModelFile(path: path, verify: true)
        #expect(Array(try file.section("a")) == [1, 2, 3])
        #expect(Array(try file.section("b")) == Array(repeating: 7, count: 100))
        #expect(try UInt(bitPattern: #require(file.section("b").baseAddress)) % 64 == 0)
        #expect(throws: ModelFile.Broken.self) { try file.section("c") }
    }
}
