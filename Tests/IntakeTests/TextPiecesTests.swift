import Foundation
import Intake
import Testing

@Suite("A text of any length, in pieces")
struct TextPiecesTests {
    private func pieces(of text: String) throws -> [String] {
        let file = FileManager.default.temporaryDirectory.appending(path: "pieces-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: file) }
        try Data(text.utf8).write(to: file)
        var pieces = TextPieces(try FileHandle(forReadingFrom: file))
        var found: [String] = []
        while let piece = try pieces.next() { found.append(piece) }
        return found
    }

    @Test(
        "pieces are bounded and rebuild the text",
        arguments: ["line of words\n\n", "line of words\n", "word ", "x", "é"])
    func rebuild(_ unit: String) throws {
        let text = String(repeating: unit, count: 700_000 / unit.utf8.count)
        let found = try pieces(of: text)
        #expect(found.count > 1)
        #expect(found.allSatisfy { $0.utf8.count <= TextPieces.limit })
        #expect(found.joined() == text)
    }

    @Test("a piece ends at a blank line where there is one, else at a line's end, else at a blank")
    func places() throws {
        let count = 400_000
        #expect(try pieces(of: String(repeating: "two words\n\n", count: count / 11))[0].hasSuffix("\n\n"))
        #expect(try pieces(of: String(repeating: "two words\n", count: count / 10))[0].hasSuffix("words\n"))
        #expect(try pieces(of: String(repeating: "two words ", count: count / 10))[0].hasSuffix(" "))
    }

    @Test("a short text is one piece, an empty one none")
    func short() throws {
        #expect(try pieces(of: "one\n\ntwo") == ["one\n\ntwo"])
        #expect(try pieces(of: "").isEmpty)
    }
}
