import Foundation
import Gazetteer
import Record
import Testing

@Suite("the world file") struct WorldTests {
    @Test("the same places give the same bytes") func deterministic() throws {
        let (a, b) = (try SmallWorld.make(), try SmallWorld.make())
        #expect(FileManager.default.contents(atPath: a.path) == FileManager.default.contents(atPath: b.path))
    }

    @Test("a place is found by its id") func byID() throws {
        let world = try SmallWorld.make().world
        #expect(world.place(id: "geonames:3")?.name == "Deir ez-Zor")
        #expect(world.place(id: "geonames:999") == nil)
    }

    @Test(
        "spellings of one town are one place",
        arguments: [
            "Deir ez-Zor", "Deir Ezzor", "Deir al-Zour", "Deir el-Zour", "Dayr az Zawr", "DEIR AL-ZOR",
        ])
    func spellings(_ spelling: String) throws {
        #expect(try SmallWorld.make().world.search(spelling).first?.id == "geonames:3")
    }

    @Test("a division is spelled as freely as the town it is called after") func seat() throws {
        let world = try SmallWorld.make {
            $0.add(
                GazetteerPlace(
                    id: "geonames:31", name: "Khanat Governorate", kind: .admin1, country: "SY", latitude: 35.1,
                    longitude: 40.2), names: [])
            $0.add(
                GazetteerPlace(
                    id: "geonames:32", name: "Khanat", kind: .settlement, country: "SY",
                    admin1: "Khanat Governorate", latitude: 35.2, longitude: 40.3, population: 9000),
                names: ["Qunaytra"])
        }.world
        #expect(world.search("Qunaytra").map(\.id) == ["geonames:32", "geonames:31"])
    }

    @Test("nearness and country choose among places of one name") func near() throws {
        let world = try SmallWorld.make().world
        #expect(world.search("Paris").first?.country == "FR")
        #expect(world.search("Paris", country: "US").first?.id == "geonames:7")
        #expect(world.search("Paris", near: (33, -96)).first?.id == "geonames:7")
    }

    @Test("a file cut short is refused with its name") func cutShort() throws {
        let path = try SmallWorld.make().path
        let data = try #require(FileManager.default.contents(atPath: path))
        for count in [0, 10, 127, 200, data.count / 2, data.count - 1] {
            let broken = path + ".broken"
            try data.prefix(count).write(to: URL(fileURLWithPath: broken))
            #expect(throws: GazetteerError.self) { try World(path: broken) }
        }
    }

    @Test("a file of another version is refused") func otherVersion() throws {
        let path = try SmallWorld.make().path
        var data = try #require(FileManager.default.contents(atPath: path))
        data[8] = 99
        try data.write(to: URL(fileURLWithPath: path + ".new-version"))
        #expect(throws: GazetteerError.self) { try World(path: path + ".new-version") }
    }

    @Test("a place keeps its English name and the source's spelling") func displayName() throws {
        let world = try SmallWorld.make {
            $0.add(
                GazetteerPlace(
                    id: "geonames:21", name: "Haditha", kind: .settlement, country: "IQ", latitude: 34.14,
                    longitude: 42.38, sourceName: "Ḩadīthah"),
                names: ["Ḩadīthah"])
        }.world
        let place = try #require(world.search("Ḩadīthah").first)
        #expect(place.name == "Haditha")
        #expect(place.sourceName == "Ḩadīthah")
        #expect(world.search("Mosul").first?.sourceName == nil)
    }

    @Test("a name that differs by one letter is found where nothing else is") func fuzzy() throws {
        let world = try SmallWorld.make {
            $0.add(
                GazetteerPlace(
                    id: "geonames:22", name: "Bulungkol", kind: .settlement, country: "CN", latitude: 38.7,
                    longitude: 75),
                names: [])
        }.world
        #expect(world.search("Bulunkol").first?.id == "geonames:22")
        #expect(world.search("Kashgarol").isEmpty)
    }

    @Test("a place without a division gets the one it lies in") func outlines() throws {
        let (folder, path) = try Self.sources(areas: "SY\tHasaka\t40,36 41,36 41,37 40,37\n")
        let world = try Self.world(of: folder, path)
        #expect(world.place(id: "geonames:1")?.admin1 == "Hasaka")
        #expect(world.place(id: "geonames:2")?.admin1 == "")
    }

    @Test("a division is called as the gazetteer calls it") func divisionNames() throws {
        let world = try SmallWorld.make {
            $0.add(
                GazetteerPlace(
                    id: "dateline:mine", name: "Mine", kind: .facility, country: "IQ", admin1: "al-Anbar",
                    latitude: 33.7,
                    longitude: 40),
                names: [])
        }.world
        #expect(world.place(id: "dateline:mine")?.admin1 == "Al Anbār")
    }

    @Test("a broken file of outlines names its line") func brokenOutlines() throws {
        let (folder, path) = try Self.sources(areas: "SY\tHasaka\t40,36 41,36 41,37\nIQ\tnothing\n")
        do {
            _ = try Self.world(of: folder, path)
            Issue.record("no error")
        } catch let error as GazetteerError {
            #expect(error.description.contains("divisions.areas, line 2"))
        }
    }

    private static func sources(areas: String) throws -> (folder: URL, path: URL) {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("sources-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let rows = [
            "geonames:1\tTal Brak\tsettlement\tSY\t\t\t36.5\t40.5\t900\t\t",
            "geonames:2\tTal Farther\tsettlement\tSY\t\t\t36.5\t39.5\t900\t\t\tTall Farthar",
        ]
        try Data((rows.joined(separator: "\n") + "\n").utf8).write(to: folder.appendingPathComponent("places.tsv"))
        try Data(areas.utf8).write(to: folder.appendingPathComponent("divisions.areas"))
        return (folder, folder.appendingPathComponent("world.dateline"))
    }

    private static func world(of folder: URL, _ path: URL) throws -> World {
        var builder = WorldBuilder()
        try builder.addSources(folder: folder.path)
        try builder.write(to: path.path)
        return try World(path: path.path)
    }

    @Test("a table with missing columns names its line") func missingColumns() throws {
        let path = try SmallWorld.make().path + ".tsv"
        try Data("geonames:1\tOne\tsettlement\n".utf8).write(to: URL(fileURLWithPath: path))
        var builder = WorldBuilder()
        do {
            try builder.addTable(path: path)
            Issue.record("no error")
        } catch let error as GazetteerError {
            #expect(error.description.contains("line 1"))
        }
    }

    @Test("a table that was cut short is refused") func cutTable() throws {
        let path = try SmallWorld.make().path + ".tsv"
        let row = "geonames:1\tTal Brak\tsettlement\tSY\t\t\t36.5\t40.5\t900\t\tTell Br"
        try Data(row.utf8).write(to: URL(fileURLWithPath: path))
        var builder = WorldBuilder()
        do {
            try builder.addTable(path: path)
            Issue.record("no error")
        } catch let error as GazetteerError {
            #expect(error.description.contains("cut short"))
        }
    }

    @Test("a table without one point says which columns it looked in") func noPoints() throws {
        let table = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID().uuidString).csv")
        try Data("location,latitude,longitude\nTal Qasab,north,east\nTal Banat,500,41\n".utf8).write(to: table)
        var builder = WorldBuilder()
        do {
            try builder.addCSV(path: table.path, columns: .acled)
            Issue.record("no error")
        } catch let error as GazetteerError {
            #expect(error.description.contains("latitude"))
            #expect(error.description.contains("2 rows"))
        }
    }

    @Test("villages of the user's own table resolve") func ownTable() throws {
        let table = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID().uuidString).csv")
        try Data(
            "\u{FEFF}where_coordinates,latitude,longitude,country\n\"Tal Qasab, east\",36.1,41.9,Iraq\nTal Qasab village,36.2,41.8,Iraq\n"
                .utf8
        )
        .write(to: table)
        let world = try SmallWorld.make { try $0.addCSV(path: table.path, columns: .ged) }.world
        let place = Placer(world: world).place(in: "Fighting reached Tal Qasab in Iraq.").first?.place
        #expect(place?.latitude == 36.2)
        var builder = WorldBuilder()
        #expect(throws: GazetteerError.self) {
            try builder.addCSV(path: table.path, columns: .init(name: "nix", latitude: "lat", longitude: "lon"))
        }
    }
}
