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
        _ = try ModelFile(path: DataFolder.path(.models) + "/\(name).model")
    }

    @Test("a missing or foreign file is refused with its path")
    func foreign() throws {
        let path = temporary()
        defer { try? FileManager.default.removeItem(atPath: path) }
        #expect(try complaint(path).contains("cannot be read"))
        try Data("not a model".utf8).write(to: URL(fileURLWithPath: path))
        #expect(try complaint(path).contains("does not begin as a model file"))
    }

    @Test("a file of another version, cut short or altered is refused, and the message says why")
    func broken() throws {
        let path = temporary()
        defer { try? FileManager.default.removeItem(atPath: path) }
        try ModelFile.write([("numbers", [1, 2, 3, 4])], to: path)
        let whole = try Data(contentsOf: URL(fileURLWithPath: path))
        func refused(_ data: Data) throws -> String {
            try data.write(to: URL(fileURLWithPath: path))
            return try complaint(path)
        }
        var data = whole
        data[8] = 99
        #expect(try refused(data).contains("version 99, expected 1"))
        data = whole
        data[data.count - 1] ^= 1
        #expect(try refused(data).contains("cut or altered"))
        #expect(try refused(whole.prefix(60)).contains("cut short"))
        #expect(try refused(whole.dropLast(1)).contains("after the file's end"))
    }

    /// What the error says of a file that must not open; it always names the file.
    private func complaint(_ path: String) throws -> String {
        let error = #expect(throws: ModelFile.Broken.self) { try ModelFile(path: path) }
        let message = try #require(error).description
        #expect(message.contains(path))
        return message
    }

    @Test("sections come back as they were written, on cache lines")
    func sections() throws {
        let path = temporary()
        defer { try? FileManager.default.removeItem(atPath: path) }
        try ModelFile.write([("a", [1, 2, 3]), ("b", Array(repeating: 7, count: 100))], to: path)
        let file = try ModelFile(path: path)
        #expect(Array(try file.section("a")) == [1, 2, 3])
        #expect(Array(try file.section("b")) == Array(repeating: 7, count: 100))
        #expect(try UInt(bitPattern: #require(file.section("b").baseAddress)) % 64 == 0)
        #expect(throws: ModelFile.Broken.self) { try file.section("c") }
    }
}
