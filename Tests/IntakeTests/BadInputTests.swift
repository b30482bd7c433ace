import Foundation
import Intake
import Record
import Testing

@Suite("Bad input gives one clear error and never a crash")
struct BadInputTests {
    private func folder() throws -> URL {
        let url = FileManager.default.temporaryDirectory.appendingPathComponent("intake-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
        return url
    }

    private func errors(_ results: [Result<RawReport, IntakeError>]) -> [String] {
        results.compactMap { if case .failure(let error) = $0 { "\(error)" } else { nil } }
    }

    @Test("an empty file")
    func empty() throws { #expect(errors(try read(Data())).first?.contains("empty") == true) }

    @Test("1 GB of zeros is refused at its first bytes")
    func zeros() throws {
        let folder = try folder()
        defer { try? FileManager.default.removeItem(at: folder) }
        let path = folder.path + "/zeros"
        #expect(FileManager.default.createFile(atPath: path, contents: nil))
        let handle = try FileHandle(forWritingTo: URL(fileURLWithPath: path))
        try handle.truncate(atOffset: 1 << 30)
        try handle.close()
        var found: [String] = []
        try Reader().read(path: path) { if case .failure(let error) = $0 { found.append("\(error)") } }
        #expect(found.count == 1 && found[0].contains("binary"))
    }

    @Test("gzip that breaks off")
    func cutGzip() throws {
        let whole = gzip(Data((0..<2000).map { "Line \($0) of a report. " }.joined().utf8))
        #expect(errors(try read(whole.prefix(whole.count / 2))).first?.contains("gzip") == true)
        #expect(errors(try read(Data([0x1F, 0x8B]))).count == 1)
    }

    @Test("bytes that are no encoding")
    func invalid() throws {
        let bytes = Data("Café news ".utf8) + [0xFF, 0xFF, 0x81] + Data(" goes on".utf8)
        #expect(errors(try read(bytes)).first?.contains("byte 11") == true)
    }

    @Test("100 MB on one line, as text and as JSON")
    func longLine() throws {
        let long = Data(repeating: 0x61, count: 100 << 20)
        #expect(errors(try read(long)).first?.contains("16 MB") == true)
        let found = try read(
            Data("{\"id\": \"a\", \"text\": \"".utf8) + long + Data("\"}\n{\"id\": \"b\", \"text\": \"Quiet.\"}\n".utf8)
        )
        #expect(found.count == 2 && errors(found).count == 1)
        #expect(try found[1].get().report.id == "b")
    }

    @Test("HTML nested 100,000 deep")
    func deep() throws {
        let count = 100_000
        let html =
            "<html><body>" + String(repeating: "<div>", count: count) + "text"
            + String(repeating: "</div>", count: count)
        #expect(errors(try read(html)).first?.contains("deep") == true)
        let unclosed = "<html><body>" + String(repeating: "<b><x>", count: count)
        #expect(errors(try read(unclosed)).count == 1)
    }

    @Test("an archive cut in the middle of a record gives what came before")
    func cutArchive() throws {
        let whole = warcRecord(page)
        let found = try read(whole + whole.prefix(700))
        #expect(found.count == 2 && errors(found).first?.contains("breaks off") == true)
    }

    @Test("a folder that links back to itself ends")
    func loop() throws {
        let folder = try folder()
        defer { try? FileManager.default.removeItem(at: folder) }
        try FileManager.default.createDirectory(atPath: folder.path + "/a", withIntermediateDirectories: true)
        try FileManager.default.createSymbolicLink(atPath: folder.path + "/a/up", withDestinationPath: "..")
        try Data("A report.".utf8).write(to: URL(fileURLWithPath: folder.path + "/a/x.txt"))
        var found: [Result<RawReport, IntakeError>] = []
        try Reader().read(path: folder.path) { found.append($0) }
        #expect(found.count == 2 && errors(found).first?.contains("leads back") == true)
    }

    @Test("a feed that breaks off gives its whole items")
    func cutFeed() throws {
        let found = try read("<rss><channel><item><title>One</title></item><item><title>Tw")
        #expect(found.count == 2 && errors(found).count == 1)
    }

    @Test("a path that is not there")
    func missing() throws {
        var found: [Result<RawReport, IntakeError>] = []
        try Reader().read(path: "/nowhere/at/all") { found.append($0) }
        #expect(errors(found).first?.contains("/nowhere/at/all") == true)
    }

    @Test(
        "random bytes after every kind of head",
        arguments: ["", "<html>", "WARC/1.0\r\n", "<rss>", "{\"id\": ", "---\n", "1 May 2019: "])
    func noise(head: String) throws {
        var seed: UInt64 = 42
        for _ in 0..<200 {
            var bytes = Data(head.utf8)
            for _ in 0..<300 {
                seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                let alphabet = Array("<>/&;:=\"' -().,AFPabc12\n\u{0}\u{fe}é".utf8)
                bytes.append(alphabet[Int(seed >> 33) % alphabet.count])
            }
            _ = try read(bytes)
            _ = try read(bytes, format: .text)
        }
    }
}
