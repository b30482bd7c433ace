import Exchange
import Foundation
import Record
import Testing

@Suite("Comparing two records")
struct CompareTests {
    private func event(_ key: String, _ place: Place, _ day: String, killed: Int?, type: EventType = .armedClash)
        -> SourcedClaim
    {
        var event = Event(type: type, actor: Samples.army, place: place)
        if let killed { event.fatalities = Quantity(low: killed, high: killed) }
        var claim = Samples.sourced(.event(event), key: key, when: day)
        (claim.report, claim.echoOf) = (key, key)
        return claim
    }

    private func place(_ name: String, _ latitude: Double, _ longitude: Double, kind: Place.Kind = .settlement) -> Place
    {
        var place = Samples.place(name, kind: kind)
        (place.id, place.latitude, place.longitude) = (nil, latitude, longitude)
        return place
    }

    @Test("events pair by place, day and toll, one with one")
    func pairs() throws {
        let ours = [
            event("a", place("Mayadin", 35.02, 40.45), "2017-10-14", killed: 5),
            event("b", place("Quriyah", 34.9, 40.6), "2017-10-15", killed: nil),
            event("c", place("Mayadin", 35.02, 40.45), "2017-10-20", killed: 9),
        ]
        let theirs = [
            event("x", place("Al Mayadin town", 35.02, 40.46), "2017-10-14", killed: 5),
            event("y", place("Qurayya village", 34.95, 40.6), "2017-10-16", killed: 2),
            event("z", place("Raqqa town", 35.95, 39.0), "2017-10-14", killed: 5),
        ]
        let result = Comparison.assess(ours: ours, theirs: theirs)
        #expect(result.matched.map(\.theirs.id) == ["x", "y"])
        #expect(result.matched.map(\.toll) == [.same, .unknown] && result.matched.map(\.days) == [0, 1])
        #expect(result.onlyOurs.map(\.id) == ["c"] && result.onlyTheirs.map(\.id) == ["z"])
        let kilometres = try #require(result.matched.last?.kilometres)
        #expect((5...6).contains(kilometres))
        #expect(Comparison.assess(ours: ours, theirs: theirs, days: 0).matched.count == 1)
    }

    @Test("a province takes an event of a place inside it, after the closer ones")
    func wide() {
        let ours = [event("a", place("Deir ez-Zor", 35.33, 40.14, kind: .admin1), "2017-10-14", killed: nil)]
        let theirs = [
            event("x", place("Hajin", 34.7, 40.8), "2017-10-14", killed: 3),
            event("y", place("Raqqa", 35.9, 39, kind: .admin1), "2017-10-14", killed: 3),
        ]
        #expect(Comparison.assess(ours: ours, theirs: theirs).matched.map(\.theirs.id) == ["x"])
    }
}

@Suite("Dataset folders and what changed since")
struct DatasetTests {
    private func write(_ released: [ReleasedClaim], at folder: URL) throws {
        var dataset = try DatasetFolder(
            at: folder, query: [(name: "policy", value: "desk")], versions: [(name: "program", value: "1")])
        for start in stride(from: 0, to: released.count, by: 2) {
            var pieces = DatasetFolder.Pieces()
            for claim in released[start..<min(released.count, start + 2)] { pieces.append(claim) }
            try dataset.add(pieces)
        }
        #expect(try dataset.finish(control: released, on: Samples.now, known: nil, licence: "CC0") == released.count)
    }

    @Test("the same claims give the same bytes, and the manifest's hashes are the files'")
    func same() throws {
        let base = FileManager.default.temporaryDirectory.appendingPathComponent("dataset-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: base) }
        let released = ReleasePolicy.desk.release(Samples.all(), now: Samples.now)
        let folders = ["a", "b"].map { base.appendingPathComponent($0) }
        for folder in folders { try write(released, at: folder) }
        let names = try FileManager.default.contentsOfDirectory(atPath: folders[0].path).sorted()
        #expect(
            names == [
                "LICENCE.txt", "changes.geojson", "claims.csv", "claims.ndjson", "codebook.md", "control.geojson",
                "events.geojson", "manifest.json",
            ])
        for name in names {
            let both = try folders.map { try Data(contentsOf: $0.appendingPathComponent(name)) }
            #expect(both[0] == both[1] && !both[0].isEmpty, "\(name)")
        }
        let manifest = try #require(
            try JSONSerialization.jsonObject(with: Data(contentsOf: folders[0].appendingPathComponent("manifest.json")))
                as? [String: Any])
        let files = try #require(manifest["files"] as? [[String: Any]])
        #expect(files.count == 7)
        for file in files {
            let name = try #require(file["name"] as? String)
            let size = try Data(contentsOf: folders[0].appendingPathComponent(name)).count
            #expect(file["bytes"] as? Int == size && (file["sha256"] as? String)?.count == 64)
        }
        #expect(throws: ExportError.self) { try write(released, at: folders[0]) }
    }

    @Test("the codebook has every column and every word")
    func codebook() {
        let header = Exporter(.csv).text([]).split(whereSeparator: \.isNewline)[0].split(separator: ",")
        for column in header { #expect(Codebook.text.contains("| \(column) |")) }
        for type in EventType.allCases { #expect(Codebook.text.contains("| \(type.rawValue) |")) }
    }

    @Test("a diff tells what was added, changed and withdrawn, and by which columns")
    func diff() throws {
        let old = Exporter(.csv).text(ReleasePolicy.desk.release(Samples.all(), now: Samples.now))
        var claims = Samples.all()
        claims.removeFirst()
        claims[0].claim.confidence = 0.5
        claims.append(Samples.sourced(.event(Event(type: .ied, place: Samples.place())), key: "new"))
        var diff = try ExportDiff(old: Array(old.utf8), name: "old.csv")
        diff.add(Samples.piece(.csv, ReleasePolicy.desk.release(claims, now: Samples.now)))
        let changes = diff.changes()
        #expect(changes.map(\.kind) == [.changed, .added, .withdrawn])
        #expect(changes.map(\.id) == ["r1/c2", "new", "r1/c1"] && changes[0].columns == ["confidence"])
        #expect(throws: ExportError.self) { try ExportDiff(old: Array("a,b\n".utf8), name: "x") }
    }
}
