import Foundation
import Testing

@Suite("The order of the rooms")
struct HouseTests {
    @Test("no room imports upward")
    func imports() throws {
        let root = try #require(House.root())
        let sources = root.appendingPathComponent("Sources")
        let rooms = try FileManager.default.contentsOfDirectory(atPath: sources.path).sorted()
        #expect(rooms.contains("Record"))
        var files = 0
        for room in rooms {
            let folder = sources.appendingPathComponent(room)
            let names = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String } ?? []
            for name in names where name.hasSuffix(".swift") {
                files += 1
                let text = try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
                #expect(House.upward(from: room, to: House.imports(of: text)) == [], "Sources/\(room)/\(name)")
            }
        }
        #expect(files > 10)
    }

    @Test("no target of the manifest depends upward")
    func manifest() throws {
        let root = try #require(House.root())
        let text = try String(contentsOf: root.appendingPathComponent("Package.swift"), encoding: .utf8)
        let dependencies = House.dependencies(of: text)
        #expect(dependencies["Exchange"]?.contains("Record") == true)
        for (room, used) in dependencies.sorted(by: { $0.key < $1.key }) {
            #expect(House.upward(from: room, to: used) == [])
        }
    }

    @Test("a planted upward arrow is found, in a source and in a manifest")
    func planted() {
        let source = "public import Foundation\n@preconcurrency internal import Server\nimport struct Ledger.Ledger\n"
        #expect(House.imports(of: source) == ["Foundation", "Server", "Ledger"])
        #expect(House.upward(from: "Coding", to: House.imports(of: source)).count == 2)
        #expect(House.upward(from: "Server", to: ["Ledger", "Record"]) == [])
        #expect(House.upward(from: "Intake", to: ["Training"]).count == 1)
        let manifest = """
            .target(name: "Record"),
            .target(name: "Intake", dependencies: ["Record", .product(name: "Crypto", package: "swift-crypto"), "Coding"]),
            .target(
                name: "Coding", dependencies: ["Record", "Intake"]),
            """
        let found = House.dependencies(of: manifest)
        #expect(found["Intake"] == ["Record", "Coding"])
        #expect(
            House.upward(from: "Intake", to: found["Intake"] ?? []) == ["Intake uses Coding, which is not below it"])
    }
}
