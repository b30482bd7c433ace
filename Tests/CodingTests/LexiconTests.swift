import Coding
import Foundation
import Record
import Testing
import Yams

/// The lexicon's files and their checks.
struct LexiconTests {
    @Test("the lexicon that ships has no problems and names the world's parties")
    func shipped() throws {
        let lexicon = try ReadText.lexicon.get()
        #expect(lexicon.problems() == [])
        let outside: Set<Actor.Kind> = [.media, .ngo, .un, .person]
        #expect(lexicon.actors.entries.filter { !outside.contains($0.kind) }.count >= 600)
        #expect(lexicon.actors.entries.filter { $0.sourceKind != nil }.count >= 80)
        #expect(lexicon.actors.countries.count >= 190)
    }

    @Test("any YAML reader reads the actors' files as the program does")
    func yaml() throws {
        let lexicon = try ReadText.lexicon.get()
        let folder = try DataFolder.path(.lexicon) + "/actors"
        var seen = 0
        for file in try FileManager.default.contentsOfDirectory(atPath: folder) where file.hasSuffix(".yaml") {
            let text = try String(contentsOfFile: folder + "/" + file, encoding: .utf8)
            let entries = try #require(try Yams.load(yaml: text) as? [[String: Any]])
            for entry in entries {
                guard let id = entry["id"] as? String, let name = entry["name"] as? String else { continue }
                seen += 1
                let read = lexicon.actors.entry(id)
                #expect(read?.name == name)
                #expect(read?.aliases ?? [] == (entry["aliases"] as? [Any] ?? []).map { "\($0)" }, "\(id)")
                #expect(read?.from == entry["from"] as? Int)
            }
        }
        #expect(seen == lexicon.actors.entries.count)
    }

    @Test("duplicates and dead references are found")
    func problems() throws {
        let lexicon = try Self.lexicon(
            """
            - {code: XA, name: Examplia, demonyms: [Examplian]}
            - {id: first, name: First Front, aliases: [FF], kind: rebel, countries: [XA], from: 1980, until: 1990}
            - {id: second, name: Second Front, aliases: [FF], kind: rebel, countries: [XA], from: 1985}
            - {id: third, name: Third Front, aliases: [FF], kind: rebel, countries: [XA], from: 1991, until: 1999, parent: fourth}
            - {id: fifth, name: "-", kind: media, speaks_for: xa_government}
            """)
        let found = lexicon.problems()
        #expect(found.map(\.entry) == ["fifth", "second", "third", "third"])
        #expect(found.map(\.kind) == [.unreachable, .duplicate, .deadReference, .duplicate])
    }

    @Test("a bad line names its file, its line and what to do")
    func badLine() throws {
        let error = #expect(throws: LexiconError.self) {
            try Self.lexicon("# a comment\n- {id: odd, name: Odd Front, kind: wizard}\n")
        }
        #expect(error?.line == 2)
        #expect(error?.message.contains("wizard") == true)
        #expect(throws: LexiconError.self) { try Self.lexicon("- {id: odd, name: Odd Front, kind: rebel\n") }
    }

    @Test("an overlay replaces entries and changes the hash")
    func overlay() throws {
        let base = try Self.folder("- {id: front, name: Old Front, kind: rebel}\n")
        let more = try Self.folder("- {id: front, name: New Front, kind: militia}\n")
        let plain = try Lexicon(folder: base)
        let both = try Lexicon(folder: base, overlay: more)
        #expect(both.actors.entry("front")?.name == "New Front")
        #expect(plain.hash != both.hash)
    }

    private static func folder(_ actors: String) throws -> String {
        let path = FileManager.default.temporaryDirectory.path + "/lexicon-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: path + "/actors", withIntermediateDirectories: true)
        try actors.write(toFile: path + "/actors/test.yaml", atomically: true, encoding: .utf8)
        return path
    }

    private static func lexicon(_ actors: String) throws -> Lexicon {
        let path = try folder(actors)
        defer { try? FileManager.default.removeItem(atPath: path) }
        return try Lexicon(folder: path)
    }
}
