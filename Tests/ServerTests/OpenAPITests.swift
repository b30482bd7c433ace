import Foundation
import Server
import Testing

@Suite("The OpenAPI file")
struct OpenAPITests {
    /// "get /api/places": paths end where the first parameter begins, so that `{id}`, `:id` and `**` are one.
    private static func plain(_ method: some StringProtocol, _ path: some StringProtocol) -> String {
        let fixed = path.prefix { !"{:*".contains($0) }
        return method.lowercased() + " " + (fixed.hasSuffix("/") && fixed.count > 1 ? fixed.dropLast() : fixed)
    }

    private func documented() throws -> Set<String> {
        let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appendingPathComponent("Documentation/openapi.yaml")
        var found: Set<String> = []
        var path = ""
        let methods: Set = ["get", "post", "put", "patch", "delete"]
        for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") {
            if line == "components:" { break }
            if line.hasPrefix("  /") { path = line.dropFirst(2).dropLast().description }
            let word = line.trimmingCharacters(in: .whitespaces).dropLast()
            if line.hasPrefix("    "), !line.hasPrefix("     "), methods.contains(String(word)) {
                found.insert(Self.plain(word, path))
            }
        }
        return found
    }

    @Test("every route of the API is in the file, and every path of the file is a route")
    func both() throws {
        let routes = Set(
            try TestServer().server.routes.compactMap { route -> String? in
                let parts = route.split(separator: " ", maxSplits: 1)
                guard parts.count == 2, parts[0] != "HEAD", parts[1] != "/", parts[1] != "/**" else { return nil }
                return Self.plain(parts[0], parts[1])
            })
        let file = try documented()
        #expect(file.count > 25)
        #expect(routes.subtracting(file).sorted() == [])
        #expect(file.subtracting(routes).sorted() == [])
    }
}
